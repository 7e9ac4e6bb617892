from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.interviewing.states import (
    SessionClosed,
    SessionExpired,
    check_open,
    evidence_complete,
    missed,
)

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)


def test_an_open_session_takes_answers_until_its_deadline() -> None:
    check_open("open", NOW, NOW)
    with pytest.raises(SessionExpired):
        check_open("open", NOW, NOW + timedelta(microseconds=1))


@pytest.mark.parametrize("state", ["submitted", "completed", "missed"])
def test_a_session_that_was_handed_in_takes_no_answer(state: str) -> None:
    with pytest.raises(SessionClosed):
        check_open(state, NOW + timedelta(days=1), NOW)


@pytest.mark.parametrize(
    ("state", "answers", "complete"),
    [
        ("submitted", ["rated", "not_scored"], True),
        ("submitted", [], True),
        ("submitted", ["rated", "incomplete"], False),
        ("submitted", ["expected"], False),
        ("open", ["rated"], False),
        ("completed", ["rated"], False),
    ],
)
def test_evidence_is_complete_once_handed_in_with_no_upload_under_way(
    state: str, answers: list[str], complete: bool
) -> None:
    assert complete is evidence_complete(state, answers)


@pytest.mark.parametrize(
    ("state", "received", "nobody_came"),
    [
        ("open", [], True),
        ("open", [0, 0], True),
        ("open", [0, 1], False),
        ("submitted", [], False),
        ("completed", [], False),
    ],
)
def test_nobody_came_when_nothing_was_handed_in_and_no_take_arrived(
    state: str, received: list[int], nobody_came: bool
) -> None:
    assert nobody_came is missed(state, received)
