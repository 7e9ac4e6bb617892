"""Only a partner that was asked may answer: a report or a step from anybody else is refused."""

import pytest

from chalicelib.entrypoints import jobs
from chalicelib.foundation import clock, orchestration
from chalicelib.onboarding import service as onboarding
from chalicelib.onboarding.service import reviving
from chalicelib.onboarding.tables import BackgroundCheck, OnboardingStep
from chalicelib.partners.tables import Partner
from chalicelib.records import service as records
from infra.journey.api import wait_until
from infra.partner import DemoPartner
from tests.builders import (
    START_DATE,
    Candidate,
    Office,
    actions,
    await_stage,
    command,
    interviewed,
    unique,
)
from tests.integration.events import reconcile
from tests.integration.partners.test_webhooks import body, code, report, send


@pytest.fixture(scope="module")
def quiet(partner: DemoPartner):
    """The partner keeps its answers back, so that the tests can speak for it."""
    partner.hold()
    yield partner
    partner.release()


@pytest.fixture
def nosy(office: Office):
    """A partner that comes after everything was asked, and hears everything from then on."""
    name = unique("nosy")
    wish = {"partner_id": name, "name": "N", "endpoint": "http://127.0.0.1:9/", "events": ["*"]}
    secret = office.admin.post("/v1/partners", wish)["secret"]
    yield name, secret
    row = Partner.get("partner", name)
    row.active = False  # or every later announcement would wait for it
    row.save()


def passed(office: Office) -> Candidate:
    candidate = interviewed(office)
    wish = {"outcome": "pass", "reason": "agreed"}
    office.recruiter.post(f"{candidate.path}/disposition", wish)
    return candidate


def check_of(candidate: Candidate) -> BackgroundCheck:
    return onboarding.background_check(candidate.application_id)


def asked(candidate: Candidate) -> bool:
    await_stage(candidate, "background_check")
    return bool(check_of(candidate).partner_ids)


@pytest.fixture(scope="module")
def checked(office, quiet) -> Candidate:
    """Somebody whose check the one partner there is was asked for."""
    candidate = passed(office)
    wait_until(lambda: asked(candidate), seconds=40, what="the order")
    return candidate


def test_the_only_partner_that_subscribes_is_the_one_that_was_asked(quiet, checked):
    assert check_of(checked).partner_ids == [quiet.partner_id]
    assert "partner.asked" in actions(checked.person_id)


def test_a_report_from_a_partner_that_was_not_asked_is_refused(office, quiet, checked, nosy):
    name, secret = nosy
    answer = send(office, report(checked), secret, partner=name)
    assert code(answer) == (403, "background-check-not-yours")
    assert check_of(checked).state == "requested"


def test_a_hire_that_was_looked_at_gives_way_to_others_and_is_not_changed(office, checked):
    before = records.application(checked.application_id)
    reconcile(office)
    after = records.application(checked.application_id)
    assert after.due_at > before.due_at
    assert (after.version, after.updated_at) == (before.version, before.updated_at)
    reviving.look_later(before, clock.now())  # somebody saw it earlier: its place stands
    assert records.application(checked.application_id).due_at == after.due_at


def test_a_hire_given_up_in_its_check_asks_the_partner_again_when_somebody_carries_on(
    office, quiet, checked
):
    asked_before = [m for m in quiet.received if m["type"] == "background-check.requested"]
    orchestration.stop(checked.application_id, "as if the check had timed out")
    onboarding.hand_to_recruiter(command(), checked.application_id, {"Error": "States.Timeout"})
    office.recruiter.post(f"{checked.path}/resumption")
    jobs.reconcile()

    def again() -> bool:
        now = [m for m in quiet.received if m["type"] == "background-check.requested"]
        return len(now) > len(asked_before)

    wait_until(again, seconds=30, what="the second order")
    assert send(office, report(checked), quiet.secret).status_code == 202
    await_stage(checked, "pre_hire")


def partners_step(candidate: Candidate) -> OnboardingStep | None:
    rows = onboarding.steps(candidate.application_id)
    return next((row for row in rows if row.owner == "partner" and row.partner_ids), None)


def test_a_step_is_closed_by_the_partner_that_it_was_given_to(office, quiet, checked, nosy):
    await_stage(checked, "pre_hire")
    office.recruiter.post(f"{checked.path}/offer", {"start_date": START_DATE, "note": ""})
    office_row = records.application(checked.application_id)
    assert office_row.stage == "offered"
    row = Partner.get("partner", nosy[0])
    row.active = False  # it is not there while the step is given out
    row.save()
    checked.api.post(f"{checked.path}/offer-answer", {"accepted": True})
    step = wait_until(lambda: partners_step(checked), seconds=60, what="the partner's step")
    row.refresh()
    row.active = True
    row.save()
    about = {"application_id": checked.application_id, "step_key": step.step_key}
    done = body("onboarding-step.completed", **about)
    answer = send(office, done, nosy[1], partner=nosy[0])
    assert code(answer) == (403, "step-not-yours")
    assert send(office, done, quiet.secret).status_code == 202
    closed = onboarding.step(checked.application_id, step.step_key)
    assert (closed.state, closed.closed_by) == ("closed", f"partner-{quiet.partner_id}")
