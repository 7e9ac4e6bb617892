"""Every message that partners may send answers one that we send them."""

import pytest

from chalicelib.partners.inbound import INCOMING, WebhookMalformed, text
from chalicelib.partners.outbound import OUTGOING


def test_the_two_messages_of_the_hire_are_taken_in():
    assert {"background-check.completed", "onboarding-step.completed"} == set(INCOMING)


def test_every_incoming_message_answers_an_outgoing_one():
    assert {item.answers for item in INCOMING.values()} <= set(OUTGOING)


@pytest.mark.parametrize("value", [None, 7, "", "x" * 201, ["a"]])
def test_a_field_that_is_no_short_text_is_named(value):
    with pytest.raises(WebhookMalformed) as refused:
        text({"application_id": value}, "application_id")
    assert "data.application_id" == refused.value.detail["where"]
