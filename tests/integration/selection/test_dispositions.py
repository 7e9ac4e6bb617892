"""A named person decides; the machine's proposal, the reason and the proof stand beside it."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from chalicelib.foundation import storage
from chalicelib.records import service as records
from chalicelib.selection import service as selection
from infra import mailbox
from infra.journey.api import wait_until
from tests.builders import (
    COMPOSITE,
    Candidate,
    Office,
    actions,
    applicant,
    interviewed,
    key_of,
    refusal,
)

LONG = "Two references contradict the answers."


def dispose(who: Any, candidate: Candidate, outcome: str, reason: str = LONG) -> Any:
    wish = {"outcome": outcome, "reason": reason}
    return who.post(f"{candidate.path}/disposition", wish)


@pytest.fixture(scope="module")
def rejected(office) -> Candidate:
    candidate = interviewed(office)
    dispose(office.recruiter, candidate, "reject")
    return candidate


def test_a_decision_keeps_who_when_why_and_what_the_machine_had_proposed(office, rejected):
    row = selection.disposition(rejected.application_id)
    assert row.decided_by == office.recruiter.get("/v1/me")["actor_id"]
    assert (row.outcome, row.recommendation, row.override) == ("reject", "pass", True)
    assert row.reason == LONG
    assert records.application(rejected.application_id).stage == "rejected"


def test_a_key_decides_on_nobody(office):
    candidate = interviewed(office)
    key = key_of(office, "recruiter")
    assert refusal(lambda: dispose(key, candidate, "pass")) == (403, "named-person-required")
    assert records.application(candidate.application_id).stage == "interviewed"


def test_a_candidate_decides_on_nobody(office):
    candidate = interviewed(office)
    assert refusal(lambda: dispose(candidate.api, candidate, "pass")) == (403, "forbidden")


def test_a_second_decision_is_refused_and_the_first_stands(office, rejected):
    assert refusal(lambda: dispose(office.administrator, rejected, "pass")) == (
        409,
        "already-disposed",
    )
    assert selection.disposition(rejected.application_id).outcome == "reject"
    assert actions(rejected.person_id).count("disposition.reject") == 1


def test_two_people_deciding_at_once_leave_one_decision(office):
    candidate, together = interviewed(office), threading.Barrier(2)

    def act(who: Any) -> Any:
        together.wait()
        wish = {"outcome": "reject", "reason": LONG}
        return who.http.post(f"{candidate.path}/disposition", json=wish).status_code

    with ThreadPoolExecutor(2) as pool:
        found = sorted(pool.map(act, (office.recruiter, office.administrator)))
    assert found == [201, 409]
    assert actions(candidate.person_id).count("disposition.reject") == 1


def test_against_the_proposal_a_short_reason_is_not_enough(office):
    candidate = interviewed(office)
    assert refusal(lambda: dispose(office.recruiter, candidate, "reject", "no")) == (
        422,
        "override-reason-too-short",
    )
    assert records.application(candidate.application_id).stage == "interviewed"


def test_below_the_cut_score_the_machine_proposes_to_fail_and_a_person_may_override(office):
    agreed, against = interviewed(office, composite=79.99), interviewed(office, composite=79.99)
    assert office.recruiter.get(agreed.path)["recommendation"] == "fail"
    assert dispose(office.recruiter, agreed, "reject", "agreed")["override"] is False
    assert dispose(office.recruiter, against, "pass")["override"] is True


@pytest.mark.parametrize("reason", ["", " ", "x"])
def test_a_decision_needs_a_reason(office, reason):
    candidate = interviewed(office)
    assert refusal(lambda: dispose(office.recruiter, candidate, "pass", reason))[0] == 422


def test_before_the_interview_there_is_nothing_to_decide(office):
    candidate = applicant(office)
    assert refusal(lambda: dispose(office.recruiter, candidate, "pass")) == (409, "illegal-move")


def test_an_unknown_application_is_not_there(office):
    nobody = Candidate("aaaaaaaaaaaaaaaa-bbbbbbbb", office.recruiter)
    assert refusal(lambda: dispose(office.recruiter, nobody, "pass"))[0] == 404


def test_the_rejected_hear_of_it_by_mail(office, rejected):
    email = records.person(rejected.person_id).email

    def look() -> list[mailbox.Message]:
        mails = [m for m in mailbox.messages(office.stack.endpoint) if m.to == email]
        return [m for m in mails if m.subject.startswith("About your application")]

    found = wait_until(look, seconds=30, what="the letter")
    assert len(found) == 1
    assert f"{office.base}/interview/" in found[0].text


def proof_of(office: Office, candidate: Candidate) -> Any:
    return office.recruiter.get(f"{candidate.path}/proof")


def test_the_proof_holds_and_names_its_inputs(office, rejected):
    proof = proof_of(office, rejected)
    assert proof["holds"] is True
    assert {item["kind"] for item in proof["proof"]["inputs"]} == {"screening", "scorecard"}
    assert proof["proof"]["recommendation"]["composite"] == COMPOSITE
    assert proof["proof"]["disposition"]["reason"] == LONG


def alter(office: Office, candidate: Candidate, change: Any) -> None:
    """Write over the kept file, as somebody with access to the bucket could."""
    key = selection.disposition(candidate.application_id).proof_key
    file = json.loads(storage.read_evidence(key))
    change(file)
    bucket = office.stack.outputs["EvidenceBucket"]
    office.aws("s3").put_object(Bucket=bucket, Key=key, Body=json.dumps(file).encode())


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file["decision"]["disposition"].update(outcome="pass"),
        lambda file: file["decision"]["recommendation"].update(composite=12.0),
        lambda file: file.update(signature="0" * 64),
    ],
)
def test_a_proof_that_was_altered_does_not_hold(office, change):
    candidate = interviewed(office)
    dispose(office.recruiter, candidate, "reject")
    alter(office, candidate, change)
    assert proof_of(office, candidate)["holds"] is False


def test_a_manager_decides_for_the_own_store(office):
    candidate = interviewed(office, store_id="S0001")
    assert dispose(office.manager, candidate, "reject")["stage"] == "rejected"
