"""Outcomes come back into the weights: approved by two, run in shadow, activated, undone."""

import contextlib
import csv
import io
import itertools
from collections import defaultdict
from datetime import date
from typing import Any

import pytest

from chalicelib.entrypoints.typed import OPERATIONS
from chalicelib.interviewing import service as interviewing
from infra import history
from infra.journey.api import Refused, wait_until
from tests.builders import (
    FAMILY,
    NAMED,
    SALES,
    STORES,
    Api,
    Office,
    actions,
    key_of,
    refusal,
    sign_in,
)
from tests.integration.interviewing.phone import interview, invited

REASON = "The evidence carries it."
AGREED = {"reason": REASON, "acknowledgement": "Too few people stated a group; we watch the run."}
#: Actions whose operations could bring weights into force.
MOVING = {"weights.propose", "weights.decide", "competency.change"}


@pytest.fixture(scope="module")
def worked(office) -> Office:
    """Last year's people with their interviews, and half a year of work in a locked cycle."""
    past = history.past_cohort(list(STORES), date(2026, 1, 5))
    report = office.admin.post("/v1/history", {"content": past.history_csv.decode("utf-8-sig")})
    assert {each["code"] for each in report["problems"]} <= {"already-imported"}  # by other tests
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
    asked = {"job_family": family, "shadow_interviews": 1, "shadow_days": 30}
    wish = office.analyst.post("/v1/weight-proposals", asked)
    path = f"/v1/weight-proposals/{wish['proposal_id']}"

    def look() -> dict[str, Any] | None:
        row: dict[str, Any] = office.analyst.get(path)
        return row if row["state"] != "requested" else None

    found: dict[str, Any] = wait_until(look, seconds=240, what="the proposal")
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
def second(worked) -> Api:
    """Another analyst with a name of their own."""
    return sign_in(worked, "analyst")


@pytest.fixture(scope="module")
def approved(worked, first, twin, old_session, second) -> dict[str, Any]:
    """Approved by two, in its shadow run; what each step answered on the way."""
    path = f"{first['path']}/approval"
    once = worked.analyst.post(path, AGREED)
    same = refusal(lambda: worked.analyst.post(path, AGREED))
    twice = second.post(path, AGREED)
    return {"once": once, "same": same, "twice": twice}


@pytest.fixture(scope="module")
def seen(worked, approved) -> str:
    """An interview finished during the shadow run, once the loop has taken notice of it."""
    phone = interview(worked)
    for number in range(len(phone.questions)):
        phone.say(number)
    phone.submit()
    phone.scorecard()
    path = f"/v1/weight-proposals/{approved['twice']['proposal_id']}/shadow"
    look = lambda: worked.analyst.get(path)["interviews"] or None  # noqa: E731
    wait_until(look, seconds=40, what="the interview in the shadow run")
    return phone.session_id


@pytest.fixture(scope="module")
def active(worked, first, seen, second) -> dict[str, Any]:
    given: dict[str, Any] = second.post(f"{first['path']}/activation", AGREED)
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


def test_unmeasured_fairness_needs_the_approvers_own_sentence(worked, first):
    gates = {gate["key"]: gate["verdict"] for gate in first["gates"]}
    assert gates == dict.fromkeys(("n", "leak", "split-half"), "passed") | {
        "fairness": "not-measured"
    }
    call = lambda: worked.analyst.post(f"{first['path']}/approval", {"reason": REASON})  # noqa: E731
    assert refusal(call) == (422, "acknowledgement-needed")


def test_one_person_never_approves_twice(worked, approved):
    assert approved["once"]["state"] == "approved-once"
    assert approved["same"] == (409, "second-person-needed")


def test_two_persons_start_a_shadow_run_and_change_no_weight(worked, first, approved):
    given = approved["twice"]
    assert given["state"] == "shadow"
    assert len({each["by"] for each in given["approvals"]}) == 2
    assert given["approvals"][0]["reason"] == REASON
    assert given["new_model_version"] is None
    assert interviewing.current_model(FAMILY).version == first["model_version"]


def test_a_shadow_run_is_not_cut_short(worked, first, approved):
    call = lambda: worked.analyst.post(f"{first['path']}/activation", AGREED)  # noqa: E731
    if worked.analyst.get(f"{first['path']}/shadow")["interviews"]:
        pytest.skip("the interview was faster")
    assert refusal(call) == (409, "shadow-not-over")


def test_only_one_challenger_runs_beside_the_weights_in_force(worked, twin, approved, second):
    worked.analyst.post(f"{twin['path']}/approval", AGREED)
    call = lambda: second.post(f"{twin['path']}/approval", AGREED)  # noqa: E731
    assert refusal(call) == (409, "shadow-taken")


def test_only_the_champion_counts_while_both_are_computed(worked, first, seen):
    run = worked.analyst.get(f"{first['path']}/shadow")
    assert (run["interviews"], run["n"], run["over"]) == (1, 1, True)
    card = interviewing.scorecard(seen)
    assert int(card.model_version) == first["model_version"]
    assert run["difference"] != 0
    assert {gate["key"] for gate in run["gates"]} >= {"n", "fairness"}


@pytest.mark.parametrize("role", [*NAMED, "hiring_manager"])
def test_no_key_of_any_role_moves_weights_by_any_operation(worked, first, twin, seen, role):
    before = [model.dimensions for model in interviewing.versions(FAMILY)]
    key = key_of(worked, role)
    body = AGREED | {"check": "nobody saw it", "to_version": 1, "job_family": FAMILY, "over": 0}
    for operation, proposal in itertools.product(OPERATIONS, (first, twin)):
        if operation.method == "GET" or operation.action not in MOVING:
            continue
        ids = {"proposal_id": proposal["proposal_id"], "job_family": FAMILY}
        taken = operation.body.model_fields if operation.body else {}
        path = operation.path.format_map(defaultdict(lambda: "nobody", ids))
        with contextlib.suppress(Refused):
            key.post(path, {name: value for name, value in body.items() if name in taken})
    assert [model.dimensions for model in interviewing.versions(FAMILY)] == before
    assert worked.analyst.get(first["path"])["state"] == "shadow"


def test_an_activation_names_the_person_and_brings_one_new_version(worked, first, active):
    assert active["state"] == "active"
    assert active["decided_by"].startswith("user-")
    assert active["new_model_version"] == first["model_version"] + 1
    model = worked.analyst.get(f"/v1/competency-models/{FAMILY}")
    assert model["model_version"] == active["new_model_version"]
    wanted = {d["key"]: d["new_weight"] for d in first["proposal"]["dimensions"]}
    assert {d["key"]: d["weight"] for d in model["dimensions"]} == wanted


def test_a_second_activation_is_refused_and_adopts_nothing(worked, first, active):
    call = lambda: worked.administrator.post(f"{first['path']}/activation", AGREED)  # noqa: E731
    assert refusal(call) == (409, "proposal-not-ready")
    assert interviewing.current_model(FAMILY).version == active["new_model_version"]


def test_a_proposal_for_weights_no_longer_in_force_is_refused(worked, twin, active, second):
    call = lambda: second.post(f"{twin['path']}/approval", AGREED)  # noqa: E731
    assert refusal(call) == (409, "proposal-stale")
    given = worked.analyst.post(f"{twin['path']}/rejection", {"reason": "overtaken"})
    assert given["state"] == "rejected"


def test_new_invitations_use_the_new_version_and_old_sessions_keep_theirs(
    worked, first, active, old_session
):
    fresh = invited(worked)
    wish = {"application_ids": [fresh.application_id]}
    made = worked.recruiter.post(f"/v1/requisitions/{SALES}/invitations", wish)["invited"][0]
    versions = [
        int(interviewing.session(name).model_version) for name in (old_session, made["session_id"])
    ]
    assert versions == [first["model_version"], active["new_model_version"]]


def test_the_whole_life_is_on_the_proposals_own_trail_and_the_chain_holds(worked, first, active):
    assert actions(first["proposal_id"]) == [
        "weights.requested",
        "weights.proposed",
        "weights.approved-once",
        "weights.approved",
        "weights.activating",
        "weights.activated",
    ]
    assert worked.auditor.get(f"/v1/audit/{first['proposal_id']}")["holds"]


def test_a_rollback_is_one_persons_and_brings_the_old_weights_as_a_new_version(
    worked, first, active
):
    path = f"/v1/competency-models/{FAMILY}/rollback"
    wish = {"to_version": first["model_version"], "reason": "The shadow run misled us."}
    assert refusal(lambda: key_of(worked, "analyst").post(path, wish)) == (
        403,
        "named-person-needed",
    )
    model = worked.analyst.post(path, wish)
    assert model["model_version"] == active["new_model_version"] + 1
    wanted = {d["key"]: d["old_weight"] for d in first["proposal"]["dimensions"]}
    assert {d["key"]: d["weight"] for d in model["dimensions"]} == wanted
    again = refusal(lambda: worked.analyst.post(path, wish))
    assert again == (409, "rollback-impossible")
    versions = interviewing.versions(FAMILY)
    assert [v.version for v in versions] == list(range(1, len(versions) + 1))


def test_old_scores_are_kept_as_they_were(worked, seen, active):
    card = interviewing.scorecard(seen)
    assert int(card.model_version) == active["model_version"]
    assert card.adjusted is None


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
