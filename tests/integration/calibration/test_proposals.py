"""Outcomes come back into the weights: computed apart, decided by a named person, adopted once."""

import csv
import io
from datetime import date
from typing import Any

import pytest

from chalicelib.interviewing import service as interviewing
from infra import history
from infra.journey.api import wait_until
from tests.builders import FAMILY, SALES, STORES, Office, actions, key_of, refusal
from tests.integration.interviewing.phone import interview, invited

REASON = "The evidence carries it."


@pytest.fixture(scope="module")
def worked(office) -> Office:
    """Last year's people with their interviews, and half a year of work in a locked cycle."""
    past = history.past_cohort(list(STORES), date(2026, 1, 5))
    report = office.admin.post("/v1/history", {"content": past.history_csv.decode("utf-8-sig")})
    assert report["problems"] == []
    wish = {"cycle_id": "half-year", "name": {"zh": "半年", "en": "Half year"}}
    wish |= {"job_family": past.job_family, "period_start": past.starts_on.isoformat()}
    office.appraiser.post("/v1/appraisal-cycles", wish | {"period_end": past.ends_on.isoformat()})
    path = "/v1/appraisal-cycles/half-year"
    kpis = office.appraiser.post(f"{path}/kpis", {"content": past.kpis_csv.decode("utf-8-sig")})
    assert kpis["problems"] == []
    rate(office, path, past)
    assert office.appraiser.post(f"{path}/lock")["state"] == "locked"
    return office


def rate(office: Office, path: str, past: history.PastCohort) -> None:
    given = csv.DictReader(io.StringIO(past.ratings_csv.decode("utf-8-sig")))
    ratings = [row | {"rating": int(row["rating"])} for row in given]
    for start in range(0, len(ratings), 90):
        office.appraiser.post(f"{path}/ratings", {"ratings": ratings[start : start + 90]})
    for number in past.leavers:
        wish = {"employee_number": number, "reason": "left the company"}
        office.appraiser.post(f"{path}/excuses", wish)
    listed = office.appraiser.get("/v1/employees", job_family=FAMILY, limit=1000)["employees"]
    known = {row["employee_number"] for row in ratings} | set(past.leavers)
    for row in listed:  # people whom other tests have hired
        if row["employee_number"] not in known and row["hired_at"] <= past.ends_on.isoformat():
            wish = {"employee_number": row["employee_number"], "reason": "of another test"}
            office.appraiser.post(f"{path}/excuses", wish)


def propose(office: Office, family: str = FAMILY) -> dict[str, Any]:
    """A proposal, once it is computed."""
    wish = office.analyst.post("/v1/weight-proposals", {"job_family": family})
    path = f"/v1/weight-proposals/{wish['proposal_id']}"

    def look() -> dict[str, Any] | None:
        row: dict[str, Any] = office.analyst.get(path)
        return row if row["state"] != "requested" else None

    found: dict[str, Any] = wait_until(look, seconds=90, what="the proposal")
    return found | {"path": path}


@pytest.fixture(scope="module")
def first(worked) -> dict[str, Any]:
    return propose(worked)


@pytest.fixture(scope="module")
def twin(worked, first) -> dict[str, Any]:
    """A second proposal on the same evidence, made before the first is decided."""
    return propose(worked)


@pytest.fixture(scope="module")
def old_session(worked, first) -> str:
    """An interview that began under the weights in force before."""
    return interview(worked).session_id


@pytest.fixture(scope="module")
def approved(worked, first, twin, old_session) -> dict[str, Any]:
    given: dict[str, Any] = worked.analyst.post(f"{first['path']}/approval", {"reason": REASON})
    return given


def test_a_proposal_shows_its_evidence_in_both_languages(first):
    assert first["state"] == "proposed"
    found = first["proposal"]
    assert found["n"] >= 100
    assert found["summary"]["zh"] and str(found["n"]) in found["summary"]["en"]
    assert sum(d["new_weight"] for d in found["dimensions"]) == 100
    assert all(d["r_low"] <= d["r_corrected"] <= d["r_high"] for d in found["dimensions"])
    assert any(d["new_weight"] != d["old_weight"] for d in found["dimensions"])


def test_the_same_evidence_gives_the_same_proposal(first, twin):
    assert twin["proposal"] == first["proposal"]
    assert twin["proposal_id"] != first["proposal_id"]


@pytest.mark.parametrize("verb", ["approval", "rejection"])
def test_a_key_decides_on_no_weights(worked, first, verb):
    key = key_of(worked, "analyst")
    call = lambda: key.post(f"{first['path']}/{verb}", {"reason": REASON})  # noqa: E731
    assert refusal(call) == (403, "named-person-needed")
    assert worked.analyst.get(first["path"])["state"] == "proposed"


def test_a_decision_on_weights_needs_a_reason(worked, first):
    call = lambda: worked.analyst.post(f"{first['path']}/approval", {"reason": " "})  # noqa: E731
    assert refusal(call)[0] == 422


def test_an_approval_names_the_person_and_brings_one_new_version(worked, first, approved):
    assert approved["state"] == "approved"
    assert approved["decided_by"] == worked.analyst.get("/v1/me")["actor_id"]
    assert approved["decision_reason"] == REASON
    assert approved["new_model_version"] == first["model_version"] + 1
    model = worked.analyst.get(f"/v1/competency-models/{FAMILY}")
    assert model["model_version"] == approved["new_model_version"]
    wanted = {d["key"]: d["new_weight"] for d in first["proposal"]["dimensions"]}
    assert {d["key"]: d["weight"] for d in model["dimensions"]} == wanted


def test_a_second_approval_is_refused_and_adopts_nothing(worked, first, approved):
    call = lambda: worked.administrator.post(  # noqa: E731
        f"{first['path']}/approval", {"reason": REASON}
    )
    assert refusal(call) == (409, "proposal-not-ready")
    current = interviewing.current_model(FAMILY).version
    assert current == approved["new_model_version"]


def test_a_proposal_for_weights_no_longer_in_force_is_refused(worked, twin, approved):
    call = lambda: worked.analyst.post(f"{twin['path']}/approval", {"reason": REASON})  # noqa: E731
    assert refusal(call) == (409, "proposal-stale")
    given = worked.analyst.post(f"{twin['path']}/rejection", {"reason": "overtaken"})
    assert given["state"] == "rejected"


def test_new_invitations_use_the_new_version_and_old_sessions_keep_theirs(
    worked, first, approved, old_session
):
    fresh = invited(worked)
    wish = {"application_ids": [fresh.application_id]}
    made = worked.recruiter.post(f"/v1/requisitions/{SALES}/invitations", wish)["invited"][0]
    versions = [
        int(interviewing.session(name).model_version) for name in (old_session, made["session_id"])
    ]
    assert versions == [first["model_version"], approved["new_model_version"]]


def test_an_approval_is_on_the_proposals_own_trail(worked, first, approved):
    done = actions(first["proposal_id"])
    assert done == [
        "weights.requested",
        "weights.proposed",
        "weights.approving",
        "weights.approved",
    ]


def test_too_few_outcomes_are_said_rather_than_fitted(worked):
    found = propose(worked, "software-python")
    assert found["state"] == "no-proposal"
    assert found["proposal"]["reason"] == "too-few-outcomes"
    assert {"zh", "en"} == found["proposal"]["summary"].keys()
    call = lambda: worked.analyst.post(f"{found['path']}/approval", {"reason": REASON})  # noqa: E731
    assert refusal(call) == (409, "proposal-not-ready")


def test_an_unknown_job_family_gets_no_proposal(worked):
    call = lambda: worked.analyst.post(  # noqa: E731
        "/v1/weight-proposals", {"job_family": "nobody"}
    )
    assert refusal(call) == (404, "job-family-unknown")
