"""Partners hear what they asked for, and no more than they need."""

import pytest

from chalicelib.partners.outbound import (
    DUE_SECONDS,
    MOST_TRIES,
    given_up,
    is_due,
    message,
    message_id,
    outgoing,
    receivers,
)

CONTACTS = {"name": "王芳", "email": "w@example.com", "phone": "", "timezone": "Asia/Shanghai"}


def told(event, payload):
    return message(
        outgoing(event, payload),
        subject="person-app",
        at="2027-01-05T08:00:00Z",
        payload=payload,
        contacts=CONTACTS,
    )


def test_a_background_check_tells_who_is_to_be_checked_and_what_for():
    body = told("background-check.requested", {"checks": ["identity"]})
    assert body == {
        "type": "background-check.requested",
        "timestamp": "2027-01-05T08:00:00Z",
        "data": {
            "application_id": "person-app",
            "checks": ["identity"],
            "person": {"name": "王芳", "email": "w@example.com"},
        },
    }


def test_what_the_entry_does_not_list_is_not_passed_on():
    body = told("hire.completed", {"employee_number": "E1", "composite": 88.0})
    assert "composite" not in body["data"]
    assert "person" not in body["data"]


@pytest.mark.parametrize("event", ["recommendation.made", "application.rejected", "offer.made"])
def test_scores_and_decisions_are_not_for_partners(event):
    assert outgoing(event, {}) is None


def test_only_a_partners_own_onboarding_step_is_told_to_partners():
    assert outgoing("onboarding-step.opened", {"owner": "partner"}) is not None
    assert outgoing("onboarding-step.opened", {"owner": "candidate"}) is None


def test_a_partner_hears_what_it_subscribed_to():
    known = [("b", ["background-check.requested"]), ("a", ["*"]), ("c", ["hire.completed"])]
    assert ["a", "b"] == receivers("background-check.requested", known)


def test_a_message_keeps_its_id_at_every_try_and_differs_by_partner():
    assert message_id("outbox#1", "a") == message_id("outbox#1", "a")
    assert message_id("outbox#1", "a") != message_id("outbox#1", "b")


def test_each_further_try_waits_longer():
    waits = [later - earlier for earlier, later in zip(DUE_SECONDS, DUE_SECONDS[1:], strict=False)]
    assert sorted(waits) == waits


@pytest.mark.parametrize(("tries", "age", "due"), [(0, 0, True), (1, 59, False), (1, 60, True)])
def test_a_failed_announcement_is_due_when_its_wait_is_over(tries, age, due):
    assert due == is_due(tries, age)


def test_after_ten_tries_a_person_is_told_instead():
    assert 10 == MOST_TRIES
    assert given_up(10)
    assert not given_up(9)
    assert not is_due(10, 10_000_000)
