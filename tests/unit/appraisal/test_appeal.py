"""Who may decide on an appeal: somebody who neither recorded it nor gave the rating."""

import pytest

from chalicelib.appraisal.appeal import (
    AppealDecided,
    AppealState,
    SecondPersonRequired,
    check_decision,
)

CONCERNED = frozenset({"user-hr", "user-manager"})


def test_a_second_person_decides():
    check_decision(AppealState.OPEN, "user-head", CONCERNED)


@pytest.mark.parametrize("decider", sorted(CONCERNED))
def test_neither_who_recorded_it_nor_who_rated_decides(decider):
    with pytest.raises(SecondPersonRequired):
        check_decision(AppealState.OPEN, decider, CONCERNED)


@pytest.mark.parametrize("state", [AppealState.GRANTED, AppealState.DECLINED])
def test_an_appeal_is_decided_once(state):
    with pytest.raises(AppealDecided):
        check_decision(state, "user-head", CONCERNED)
