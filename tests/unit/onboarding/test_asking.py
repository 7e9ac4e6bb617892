"""Only a partner that was asked may answer; what nobody answered is asked again when resumed."""

from importlib import import_module

import pytest

from chalicelib.foundation import outbox
from chalicelib.foundation.access import Actor, Role, Scope
from chalicelib.foundation.clock import now
from chalicelib.foundation.command import Command
from chalicelib.foundation.ids import person_of
from chalicelib.onboarding.service import asking, stepping
from chalicelib.onboarding.service.checking import CheckNotYours
from chalicelib.onboarding.service.stepping import StepNotYours
from chalicelib.onboarding.tables import BackgroundCheck, OnboardingStep
from chalicelib.records.consent import Rule, Ruling
from chalicelib.records.service import Application
from chalicelib.records.stages import Stage

checking = import_module("chalicelib.onboarding.service.checking")
APPLICATION = "person-app"
REPORT = {"outcome": "clear", "items": [{"key": "identity", "result": "clear"}]}


def wish(partner: str, name: str = "m") -> Command:
    actor = Actor(f"partner-{partner}", frozenset({Role.PARTNER}), Scope(partner_id=partner))
    return Command(name, actor, now(), "c")


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> BackgroundCheck:
    """A check that was ordered, in memory."""
    row = BackgroundCheck(person_of(APPLICATION), "background-check#x", application_id=APPLICATION)
    row.state, row.requested_at, row.partner_ids = "requested", "2027-01-05T08:00:00Z", []
    for module in (asking, checking):
        monkeypatch.setattr(module, "find", lambda kind, application_id, key="": row)
    monkeypatch.setattr(asking.ledger, "commit", lambda *given, **named: True)
    monkeypatch.setattr(checking, "settle", lambda command, row, result, **named: None)
    return row


def test_the_partner_that_was_asked_reports(check):
    asking.note_asked(wish("x"), APPLICATION, "", ["clearcheck"])
    assert "clear" == checking.record_report(wish("clearcheck"), APPLICATION, REPORT).verdict


def test_another_partner_reports_on_nothing(check):
    asking.note_asked(wish("x"), APPLICATION, "", ["clearcheck"])
    with pytest.raises(CheckNotYours):
        checking.record_report(wish("nosy"), APPLICATION, REPORT)
    assert check.verdict is None


def test_whoever_was_asked_before_stays_asked(check):
    asking.note_asked(wish("x"), APPLICATION, "", ["b"])
    asking.note_asked(wish("x"), APPLICATION, "", ["a"])
    assert ["a", "b"] == check.partner_ids


def test_a_step_is_closed_by_the_partner_that_it_was_given_to(monkeypatch):
    row = OnboardingStep(person_of(APPLICATION), "onboarding-step#x", application_id=APPLICATION)
    row.step_key, row.owner, row.state, row.partner_ids = "equipment", "partner", "open", ["b"]
    monkeypatch.setattr(stepping, "step", lambda *given: row)
    monkeypatch.setattr(stepping, "settle", lambda *given, **named: None)
    with pytest.raises(StepNotYours):
        stepping.close_step(wish("a"), APPLICATION, "equipment", owner="partner")
    assert "open" == row.state
    closed = stepping.close_step(wish("b"), APPLICATION, "equipment", owner="partner")
    assert "partner-b" == closed.closed_by


def carried_on(check: BackgroundCheck) -> list[outbox.Announcement]:
    application = Application(person_of(APPLICATION), "x", application_id=APPLICATION)
    application.stage, application.requisition_id = Stage.BACKGROUND_CHECK.value, "REQ"
    return checking.order_again(wish("x"), application)[1]


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    ruling = Ruling(True, Rule.ALLOWED, "", "CN")
    monkeypatch.setattr(checking.records, "may_process", lambda *given: ruling)


def test_a_check_that_nobody_answered_is_ordered_again_when_the_hire_is_resumed(check, allowed):
    assert ["background-check.requested"] == [told.event for told in carried_on(check)]
    assert "requested" == check.state


def test_a_check_that_was_answered_is_not_ordered_again(check, allowed):
    check.state, check.result = "reported", {"outcome": "clear"}
    assert [] == carried_on(check)


def test_a_late_report_to_the_first_order_is_still_taken(check, allowed):
    asking.note_asked(wish("x"), APPLICATION, "", ["clearcheck"])
    carried_on(check)
    assert "clear" == checking.record_report(wish("clearcheck"), APPLICATION, REPORT).verdict
