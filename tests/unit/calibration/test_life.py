"""Four eyes, gates without a switch, a shadow run that saw somebody."""

import pytest

from chalicelib.calibration.gates import Verdict, result
from chalicelib.calibration.life import (
    AcknowledgementNeeded,
    GateFailed,
    Plan,
    ProposalNotReady,
    SecondPersonNeeded,
    State,
    after_approval,
    check_gates,
)

SAID = "Too few people stated a group; I agree because a shadow run follows."


def test_one_approval_is_not_enough_and_two_start_the_shadow_run():
    assert after_approval("proposed", [], "a") is State.APPROVED_ONCE
    assert after_approval("approved-once", ["a"], "b") is State.SHADOW


def test_the_same_person_never_approves_twice():
    with pytest.raises(SecondPersonNeeded):
        after_approval("approved-once", ["a"], "a")


@pytest.mark.parametrize("state", sorted(set(State) - {State.PROPOSED, State.APPROVED_ONCE}))
def test_nothing_else_can_be_approved(state):
    with pytest.raises(ProposalNotReady):
        after_approval(state.value, [], "a")


@pytest.mark.parametrize("said", ["", SAID, "required by law, management has decided"])
@pytest.mark.parametrize("key", ["n", "leak", "split-half", "fairness"])
def test_no_sentence_waves_a_failed_gate_through(key, said):
    with pytest.raises(GateFailed):
        check_gates([result(key, Verdict.FAILED)], said)


def test_what_was_not_measured_needs_a_sentence_of_ones_own():
    unmeasured = [result("fairness", Verdict.NOT_MEASURED)]
    for said in ("", "ok", " " * 20):
        with pytest.raises(AcknowledgementNeeded):
            check_gates(unmeasured, said)
    check_gates(unmeasured, SAID)
    check_gates([result("fairness", Verdict.PASSED)], "")


@pytest.mark.parametrize(
    ("interviews", "days", "over"),
    [(30, 0, True), (29, 13.9, False), (1, 14, True), (0, 400, False)],
)
def test_a_shadow_run_ends_by_interviews_or_days_but_never_unseen(interviews, days, over):
    assert Plan(30, 14).over(interviews, days) is over
