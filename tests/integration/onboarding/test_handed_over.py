"""A hire that the workflow gave up on stays with its recruiter until a named person acts."""

import pytest

from chalicelib.foundation import orchestration
from chalicelib.foundation.access import Actor, Role, Scope
from chalicelib.foundation.ledger_tables import AnnouncementRow
from chalicelib.onboarding import service as onboarding
from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from infra.journey.api import wait_until
from infra.partner import DemoPartner
from tests.builders import Candidate, Office, actions, at_stage, await_stage, command, interviewed
from tests.integration.events import reconcile

AGENCY = Actor("partner-clearcheck", frozenset({Role.PARTNER}), Scope(partner_id="clearcheck"))
RECRUITER = Actor("user-lin", frozenset({Role.RECRUITER}), named=True)


@pytest.fixture
def given_up(office: Office, partner: DemoPartner) -> Candidate:
    """A hire whose background check was ordered, never answered, and then handed over."""
    candidate = at_stage(interviewed(office), Stage.PASSED)
    name = candidate.application_id
    onboarding.send_pass_notice(command("notice"), name)
    onboarding.request_background_check(command("check"), name, "a-token-long-dead")
    error = {"Error": "States.Timeout"}
    onboarding.hand_to_recruiter(command("give-up"), name, error)
    return candidate


def orders(candidate: Candidate) -> int:
    rows = AnnouncementRow.scan(AnnouncementRow.subject == candidate.application_id)
    return [row.event for row in rows].count("background-check.requested")


@pytest.fixture
def silent(partner: DemoPartner):
    """The agency keeps its answers back."""
    partner.hold()
    yield
    partner.release()


def test_another_reason_for_a_look_does_not_restart_the_hire(silent, given_up):
    name = given_up.application_id
    records.flag(command("flag"), name, "attention.not-told")
    assert onboarding.revive(command("revive"), name) == "nothing"
    assert records.application(name).handed_over is True
    assert orchestration.execution_status(name) == "MISSING"


def test_a_machines_late_result_leaves_the_hire_with_the_recruiter(silent, given_up):
    name = given_up.application_id
    row = wait_until(
        lambda: (found := onboarding.background_check(name)).partner_ids and found,
        seconds=30,
        what="the agency to be asked",
    )
    items = [{"key": check["key"], "result": "clear", "note": ""} for check in row.checks]
    report = {"outcome": "clear", "items": items}
    onboarding.record_report(command("late", AGENCY), name, report)
    assert "workflow.nobody-waited" in actions(given_up.person_id)
    assert records.application(name).handed_over is True
    assert onboarding.revive(command("revive"), name) == "nothing"


def test_who_carries_on_orders_the_unanswered_check_again(silent, office, given_up):
    name = given_up.application_id
    assert orders(given_up) == 1
    first = onboarding.background_check(name).requested_at
    onboarding.carry_on(command("carry-on", RECRUITER), name)
    row, check = records.application(name), onboarding.background_check(name)
    assert (row.handed_over, row.attention) == (False, None)
    assert (check.state, check.requested_at > first) == ("requested", True)
    assert orders(given_up) == 2


def test_a_hire_carried_on_reaches_its_end_of_the_check(office, given_up):
    onboarding.carry_on(command("carry-on", RECRUITER), given_up.application_id)
    reconcile(office)
    await_stage(given_up, "pre_hire")
