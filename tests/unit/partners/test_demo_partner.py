"""The demo's partner takes in what is signed, and answers what it was asked."""

import json
import time

import pytest

from chalicelib.onboarding.background_check import Verdict, read_report
from chalicelib.partners import signature
from infra.partner import DemoPartner

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
PERSON = {"name": "王芳", "email": "w@example.com"}


@pytest.fixture
def partner():
    quiet = DemoPartner("clearcheck", "http://127.0.0.1:1", SECRET)
    quiet.hold()
    yield quiet
    quiet.stop()


def asked(event, **data):
    return {"type": event, "data": {"application_id": "person-app", **data}}


def sent(partner, message, *, message_id="msg_1", secret=SECRET):
    body = json.dumps(message).encode()
    headers = signature.headers([secret], message_id, int(time.time()), body)
    return partner.take_in(headers, body)


def test_a_background_check_is_answered_by_a_report_the_product_can_read(partner):
    question = asked("background-check.requested", checks=["identity"], person=PERSON)
    answer = partner.answer_to("msg_1", question)
    assert "background-check.completed" == answer.type
    assert Verdict.CLEAR == read_report(answer.data["report"]).verdict


def test_a_person_without_a_contact_cannot_be_called_clear(partner):
    question = asked("background-check.requested", checks=["identity"], person={"name": "王芳"})
    report = read_report(partner.answer_to("msg_1", question).data["report"])
    assert Verdict.CONSIDER == report.verdict


def test_an_onboarding_step_is_answered_by_its_completion(partner):
    question = asked("onboarding-step.opened", step_key="induction-training")
    answer = partner.answer_to("msg_1", question)
    assert "onboarding-step.completed" == answer.type
    assert "induction-training" == answer.data["step_key"]


def test_news_that_ask_for_nothing_are_not_answered(partner):
    assert partner.answer_to("msg_1", asked("hire.completed")) is None


def test_a_message_signed_by_somebody_else_is_not_taken_in(partner):
    assert 401 == sent(partner, asked("hire.completed"), secret="whsec_" + "A" * 32)
    assert [] == partner.received


def test_while_it_holds_its_answers_they_wait(partner):
    question = asked("background-check.requested", checks=["identity"], person=PERSON)
    assert 202 == sent(partner, question)
    assert ["background-check.completed"] == [answer.type for answer in partner.waiting]


def test_the_same_message_twice_is_answered_once(partner):
    question = asked("background-check.requested", checks=["identity"], person=PERSON)
    assert [202, 202] == [sent(partner, question), sent(partner, question)]
    assert 1 == len(partner.waiting)


def test_answers_that_wait_survive_a_restart(tmp_path):
    state = tmp_path / "partner.json"
    before = DemoPartner("clearcheck", "http://127.0.0.1:1", SECRET, state_file=state)
    before.hold()
    sent(before, asked("onboarding-step.opened", step_key="equipment"))
    before.stop()
    after = DemoPartner("clearcheck", "http://127.0.0.1:1", SECRET, state_file=state)
    assert ["re_msg_1"] == [answer.message_id for answer in after.restored()]
