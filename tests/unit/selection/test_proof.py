"""A decision's file can be checked byte for byte, years later."""

import hashlib
import hmac
import json
from dataclasses import replace

import pytest

from chalicelib.selection import proof
from chalicelib.selection.policy import Case, Outcome, recommend
from chalicelib.selection.proof import Decided, Decision, Input, ProofUnreadable

CASE = Case(fit=85.25, composite=86.5, cut_score=80.0)
DECISION = Decision(
    application_id="aaaabbbbccccdddd-eeeeffff",
    requisition_id="REQ-2027-001",
    inputs=(Input("scorecard", "scorecard#x", {"competency_model": "1"}, "ab" * 32),),
    case=CASE,
    recommendation=recommend(CASE),
    disposition=Decided("pass", "面试表现稳定", "user-77", "2027-01-05T08:00:00.000000Z", False),
)


def sign(text, key=b"ours"):
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def kept(decision=DECISION):
    return json.loads(proof.signed(decision, sign))


def test_the_same_decision_gives_the_same_bytes():
    assert proof.signed(DECISION, sign) == proof.signed(replace(DECISION), sign)


def test_a_file_read_and_signed_again_gives_the_same_bytes():
    original = proof.signed(DECISION, sign)
    assert original == proof.signed(proof.read(json.loads(original)), sign)


def test_a_replayed_decision_gives_the_same_bytes():
    assert proof.evidence(DECISION) == proof.evidence(proof.replay(proof.read(kept())))


def test_an_untouched_file_holds():
    assert proof.holds(kept(), sign)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("disposition", "reason"), "another reason"),
        (("disposition", "decided_by"), "user-78"),
        (("recommendation", "composite"), 86.51),
        (("case", "cut_score"), 70.0),
        (("inputs", 0, "sha256"), "cd" * 32),
    ],
)
def test_one_changed_value_and_the_file_no_longer_holds(path, value):
    file = kept()
    place = file["decision"]
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    assert not proof.holds(file, sign)


def test_a_file_signed_by_somebody_else_does_not_hold():
    file = json.loads(proof.signed(DECISION, lambda text: sign(text, b"theirs")))
    assert not proof.holds(file, sign)


def test_a_recommendation_that_its_own_case_does_not_lead_to_does_not_hold():
    made = replace(recommend(CASE), outcome=Outcome.FAIL)
    assert not proof.holds(kept(replace(DECISION, recommendation=made)), sign)


def test_a_file_of_an_older_policy_is_checked_by_its_signature_alone():
    made = replace(recommend(CASE), outcome=Outcome.PERSON_NEEDED)
    old = replace(DECISION, recommendation=made, policy_version="selection-policy-0")
    assert proof.holds(kept(old), sign)


def test_a_rejection_before_any_interview_leaves_a_file_too():
    bare = replace(DECISION, case=None, recommendation=None, inputs=())
    assert proof.holds(kept(bare), sign)


def test_bytes_that_are_no_evidence_file_are_refused():
    with pytest.raises(ProofUnreadable):
        proof.read({"decision": {"application_id": 7}})
