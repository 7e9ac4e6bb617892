"""The deadline: what lies in the store counts, and who never came is not called interviewed."""

from datetime import timedelta

import pytest

from chalicelib.foundation import clock
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.tables import Answer
from chalicelib.records import service as records
from infra import answers
from infra.journey.api import wait_until
from tests.builders import actions, command, later
from tests.integration.events import queued
from tests.integration.interviewing.phone import LANGUAGE, Phone, interview


def expired(phone: Phone) -> str:
    """Let the deadline pass and the session be closed; its state."""
    row = interviewing.session(phone.session_id)
    row.deadline = row.due_at = clock.iso(clock.now() - timedelta(minutes=1))
    row.save()
    return interviewing.expire(command("expire"), phone.session_id).state


def answer(phone: Phone, number: int = 0) -> Answer:
    return interviewing.answer(phone.session_id, phone.questions[number]["question_id"])


def document(phone: Phone, number: int = 0) -> bytes:
    return answers.document(phone.text(number), LANGUAGE)


def test_an_answer_whose_notice_was_lost_is_rated_at_the_deadline(office, deaf):
    phone = interview(office)
    phone.put(phone.announce(0), document(phone))
    assert expired(phone) == "completed"
    row = answer(phone)
    assert (row.state, int(row.rated_take), row.transcript) == ("rated", 1, phone.text(0))


def test_the_take_that_came_counts_when_the_newer_one_never_did(office, deaf):
    phone = interview(office)
    phone.put(phone.announce(0), document(phone))
    phone.announce(0)
    assert expired(phone) == "completed"
    assert (answer(phone).state, int(answer(phone).rated_take)) == ("rated", 1)


def test_a_take_told_of_after_a_newer_one_was_announced_is_rated_all_the_same(office):
    phone = interview(office)
    first = phone.announce(0)
    phone.announce(0)
    phone.put(first, document(phone))
    wait_until(lambda: int(answer(phone).rated_take) == 1, seconds=30, what="the first take")
    queued(office, "hireloop-answers")
    assert (answer(phone).state, int(answer(phone).take)) == ("expected", 2)
    assert expired(phone) == "completed"
    assert answer(phone).state == "rated"


@pytest.mark.parametrize("announced", [False, True])
def test_who_never_came_stays_uninterviewed_and_waits_for_a_person(office, announced):
    phone = interview(office)
    if announced:
        phone.announce(0)
    before = records.application(phone.who.application_id).stage
    assert expired(phone) == "missed"
    row = records.application(phone.who.application_id)
    assert (row.stage, row.attention) == (before, "attention.no-show")
    assert interviewing.scorecard(phone.session_id) is None
    assert "interview.missed" in actions(phone.who.person_id)
    assert row.recommendation is None


def test_who_missed_the_interview_may_be_invited_again(office):
    phone = interview(office)
    expired(phone)
    again = interviewing.invite(command("again"), phone.who.application_id, later(7))
    row = records.application(phone.who.application_id)
    assert (again.state, row.stage, row.attention) == ("open", "invited", None)


def test_a_closed_sessions_scorecard_is_found_by_its_application(office, deaf):
    phone = interview(office)
    assert interviewing.scorecard_of(phone.who.application_id) is None
    phone.put(phone.announce(0), document(phone))
    expired(phone)
    found = interviewing.scorecard_of(phone.who.application_id)
    assert found.session_id == phone.session_id
