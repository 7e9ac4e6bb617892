"""Hires that wait for a person, stop, are declined, withdrawn, or lost and found again."""

from typing import Any

import pytest

from chalicelib.foundation import orchestration
from chalicelib.onboarding import service as onboarding
from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from infra.partner import DemoPartner
from tests.builders import (
    CONSIDERED,
    START_DATE,
    Candidate,
    actions,
    at_stage,
    await_stage,
    interviewed,
    key_of,
    refusal,
    stage_of,
)
from tests.integration.events import reconcile
from tests.integration.onboarding.hiring import ended, offered, opened, passed


@pytest.fixture(scope="module")
def others(office) -> dict[str, Candidate]:
    """Hires that go other ways, all under way at once."""
    considered = {"name": f"{CONSIDERED} Chen"}
    wishes: dict[str, dict[str, Any]] = {
        "goes-on": considered,
        "stops": considered,
        "declines": {},
        "withdraws": {"consent": False},
        "consents-late": {"consent": False},
    }
    return {name: passed(office, **wish) for name, wish in wishes.items()}


def review(who: Any, candidate: Candidate, go_on: bool) -> Any:
    wish = {"go_on": go_on, "reason": "The gap was a parental leave."}
    return who.post(f"{candidate.path}/review", wish)


def test_something_to_consider_waits_for_a_named_person_who_lets_it_go_on(office, others):
    candidate = others["goes-on"]
    await_stage(candidate, "under_review")
    assert records.application(candidate.application_id).attention == "attention.review"
    key = key_of(office, "recruiter")
    assert refusal(lambda: review(key, candidate, True)) == (403, "named-person-required")
    review(office.recruiter, candidate, True)
    await_stage(candidate, "pre_hire")
    assert refusal(lambda: review(office.administrator, candidate, False)) == (
        409,
        "review-decided",
    )
    assert stage_of(candidate) == "pre_hire"


def test_a_named_person_may_stop_a_hire_after_a_finding(office, others):
    candidate = others["stops"]
    await_stage(candidate, "under_review")
    review(office.recruiter, candidate, False)
    await_stage(candidate, "rejected")
    assert onboarding.review(candidate.application_id).decided_by.startswith("user-")


def test_the_machine_alone_never_ends_a_hire_on_a_background_check(others):
    for name in ("goes-on", "stops"):
        history = records.application(others[name].application_id).history
        assert "rejected" not in [s["stage"] for s in history if s["by"] == "partner-clearcheck"]


def test_a_declined_offer_ends_the_hire_and_a_changed_mind_is_refused(office, others):
    candidate = others["declines"]
    await_stage(candidate, "pre_hire")
    path, wish = f"{candidate.path}/offer", {"start_date": START_DATE}
    key = key_of(office, "recruiter")
    assert refusal(lambda: key.post(path, wish)) == (403, "named-person-required")
    past = {"start_date": "2020-01-01"}
    assert refusal(lambda: office.recruiter.post(path, past)) == (422, "offer-start-past")
    office.recruiter.post(path, wish)
    assert refusal(lambda: office.recruiter.post(path, wish)) == (409, "offer-made")
    candidate.api.post(f"{path}-answer", {"accepted": False})
    assert refusal(lambda: candidate.api.post(f"{path}-answer", {"accepted": True})) == (
        409,
        "offer-answered",
    )
    await_stage(candidate, "withdrawn")
    assert actions(candidate.person_id).count("hire.completed") == 0


def test_without_consent_no_check_is_ordered_until_it_is_given(office, partner, others):
    candidate = others["consents-late"]
    await_stage(candidate, "background_check")
    check = onboarding.background_check(candidate.application_id)
    assert (check.state, check.requested_at) == ("awaiting-consent", None)
    path = f"/v1/candidates/{candidate.person_id}/consents"
    candidate.api.post(path, {"background_check": True})
    reconcile(office)
    await_stage(candidate, "pre_hire")
    assert onboarding.background_check(candidate.application_id).state == "reported"


def test_a_candidate_who_withdraws_ends_the_workflow(office, others):
    candidate = others["withdraws"]
    await_stage(candidate, "background_check")
    candidate.api.post(f"{candidate.path}/withdrawal")
    ended(candidate, "ABORTED")
    reconcile(office)
    assert stage_of(candidate) == "withdrawn"
    assert int(records.application(candidate.application_id).workflow_run) == 0


def test_a_step_is_closed_by_its_owner_and_nobody_else(office):
    candidate = offered(office)
    candidate.api.post(f"{candidate.path}/offer-answer", {"accepted": True})
    steps = {step["owner"]: step["step_key"] for step in opened(candidate)}
    place = f"{candidate.path}/onboarding"
    for who, owner in ((candidate.api, "hr"), (office.recruiter, "candidate")):
        wish = f"{place}/{steps[owner]}/completion"
        assert refusal(lambda w=who, p=wish: w.post(p)) == (403, "step-not-yours")
    assert refusal(lambda: office.recruiter.post(f"{place}/none/completion"))[0] == 404
    key = key_of(office, "recruiter")
    wish = f"{place}/{steps['hr']}/completion"
    assert refusal(lambda: key.post(wish)) == (403, "named-person-required")
    assert stage_of(candidate) == "onboarding"


def test_a_hire_whose_start_was_lost_is_started_by_reconcile(office):
    candidate = at_stage(interviewed(office), Stage.PASSED)
    assert orchestration.execution_status(candidate.application_id) == "MISSING"
    assert reconcile(office)["workflows_started"] >= 1
    await_stage(candidate, "pre_hire")


def test_a_hire_whose_workflow_died_goes_on_where_it_waited(office, partner: DemoPartner):
    partner.hold()
    try:
        candidate = passed(office)
        await_stage(candidate, "background_check")
        orchestration.stop(candidate.application_id, "test")
        reconcile(office)
        assert int(records.application(candidate.application_id).workflow_run) == 1
    finally:
        partner.release()
    await_stage(candidate, "pre_hire")
    ordered = actions(candidate.person_id)
    assert ordered.count("background-check.reported") == 1
    asked = [m for m in partner.received if m["type"] == "background-check.requested"]
    assert len({m["id"] for m in asked}) == len(asked)
