"""What partners send: only what they signed, lately, once; and nothing they may not say."""

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from chalicelib.foundation.errors import NotFound
from chalicelib.onboarding import service as onboarding
from chalicelib.partners import signature
from infra.journey.api import wait_until
from infra.partner import DemoPartner
from tests.builders import Candidate, Office, actions, interviewed, refusal, stage_of, unique

PARTNER = "clearcheck"


def body(kind: str, **data: Any) -> bytes:
    return json.dumps({"type": kind, "data": data}).encode()


def report(candidate: Candidate, result: str = "clear") -> bytes:
    items = [{"key": "identity", "result": result}]
    about = {"application_id": candidate.application_id}
    given = about | {"report": {"outcome": result, "items": items}}
    return body("background-check.completed", **given)


def send(
    office: Office,
    content: bytes,
    secret: str,
    *,
    name: str = "",
    age_seconds: float = 0,
    partner: str = PARTNER,
) -> httpx.Response:
    """One signed message."""
    moment = int(time.time() - age_seconds)
    headers = signature.headers([secret], name or unique("msg"), moment, content)
    headers["Content-Type"] = "application/json"
    place = f"{office.base}/webhooks/{partner}"
    return httpx.post(place, content=content, headers=headers, timeout=30)


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json().get("code", "taken"))


@pytest.fixture(scope="module")
def silent(partner: DemoPartner) -> Iterator[DemoPartner]:
    """The partner that says nothing by itself, so that the tests can speak for it."""
    partner.hold()
    yield partner
    partner.release()


@pytest.fixture(scope="module")
def waiting(office, silent) -> Candidate:
    """Somebody whose background check was ordered."""
    candidate = interviewed(office)
    wish = {"outcome": "pass", "reason": "agreed"}
    office.recruiter.post(f"{candidate.path}/disposition", wish)
    wait_until(lambda: ordered(candidate), seconds=40, what="the order")
    return candidate


def ordered(candidate: Candidate) -> bool:
    try:
        return onboarding.background_check(candidate.application_id).state == "requested"
    except NotFound:
        return False


def test_a_wrong_signature_is_refused_and_has_no_effect(office, silent, waiting):
    wrong = signature.secret_of(b"x" * 32)
    assert code(send(office, report(waiting), wrong)) == (401, "webhook-signature")
    assert stage_of(waiting) == "background_check"


def test_a_body_altered_on_the_way_is_refused(office, silent, waiting):
    content = report(waiting, "consider")
    headers = signature.headers([silent.secret], unique("msg"), int(time.time()), content)
    altered = content.replace(b"consider", b"clear")
    answer = httpx.post(f"{office.base}/webhooks/{PARTNER}", content=altered, headers=headers)
    assert code(answer) == (401, "webhook-signature")


@pytest.mark.parametrize("age", [400, -400])
def test_a_message_from_another_time_is_refused(office, silent, waiting, age):
    answer = send(office, report(waiting), silent.secret, age_seconds=age)
    assert code(answer) == (401, "webhook-too-old")


def test_a_message_without_signature_headers_is_refused(office, waiting):
    answer = httpx.post(f"{office.base}/webhooks/{PARTNER}", content=report(waiting))
    assert code(answer) == (401, "webhook-signature")


def test_a_partner_that_is_not_known_hears_the_same_as_a_wrong_signature(office, silent, waiting):
    answer = send(office, report(waiting), silent.secret, partner="nobody")
    assert code(answer) == (401, "webhook-signature")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"[]", (422, "webhook-malformed")),
        (b"{", (422, "webhook-malformed")),
        (body("background-check.completed"), (422, "webhook-malformed")),
        (body("of.something-else"), (422, "webhook-unknown-event")),
        (
            body("background-check.completed", application_id="nobody-x", report={}),
            (422, "background-report-malformed"),
        ),
        (
            body("onboarding-step.completed", application_id="aaaa-x", step_key="none"),
            (404, "step-unknown"),
        ),
    ],
)
def test_a_signed_message_that_makes_no_sense_is_refused_by_name(office, silent, content, wanted):
    assert code(send(office, content, silent.secret)) == wanted


def test_a_message_larger_than_it_may_be_is_refused(office, silent):
    content = body("background-check.completed", note="x" * 300_000)
    assert code(send(office, content, silent.secret)) == (413, "too-large")


def test_a_report_on_a_check_that_nobody_ordered_is_refused(office, silent):
    candidate = interviewed(office)
    answer = send(office, report(candidate), silent.secret)
    assert code(answer) == (404, "background-check-unknown")
    assert stage_of(candidate) == "interviewed"


def test_a_replayed_message_has_no_second_effect(office, silent, waiting):
    name = unique("msg")
    first = send(office, report(waiting), silent.secret, name=name)
    again = send(office, report(waiting), silent.secret, name=name)
    assert (first.status_code, first.json()["seen_before"]) == (202, False)
    assert (again.status_code, again.json()["seen_before"]) == (202, True)
    assert actions(waiting.person_id).count("background-check.reported") == 1
    other = send(office, report(waiting, "consider"), silent.secret, name=name)
    assert code(other) == (409, "webhook-reused")


def test_the_same_report_under_another_id_changes_nothing_and_another_report_is_refused(
    office, silent, waiting
):
    wait_until(lambda: stage_of(waiting) == "pre_hire", seconds=30, what="the pre-hire pool")
    assert send(office, report(waiting), silent.secret).status_code == 202
    other = send(office, report(waiting, "consider"), silent.secret)
    assert code(other) == (409, "background-report-exists")
    assert stage_of(waiting) == "pre_hire"
    assert actions(waiting.person_id).count("background-check.reported") == 1


def registered(office: Office, events: list[str]) -> tuple[str, str]:
    name = unique("partner")
    wish = {"partner_id": name, "name": "P", "endpoint": "http://127.0.0.1:9/", "events": events}
    return name, office.admin.post("/v1/partners", wish)["secret"]


def test_a_partner_may_only_say_what_it_was_asked(office):
    name, secret = registered(office, ["onboarding-step.opened"])
    content = body("background-check.completed", application_id="a-b", report={})
    answer = send(office, content, secret, partner=name)
    assert code(answer) == (403, "webhook-not-subscribed")


def test_a_partners_secret_is_changed_without_a_gap(office):
    name, first = registered(office, ["onboarding-step.opened"])
    content = body("onboarding-step.completed", application_id="aaaa-x", step_key="none")
    second = office.admin.post(f"/v1/partners/{name}/secret")["secret"]
    known = {s: code(send(office, content, s, partner=name)) for s in (first, second)}
    assert set(known.values()) == {(404, "step-unknown")}
    third = office.admin.post(f"/v1/partners/{name}/secret")["secret"]
    held = [code(send(office, content, s, partner=name))[0] for s in (first, second, third)]
    assert held == [401, 404, 404]


def test_a_partner_of_this_name_is_there_already(office):
    wish = {"partner_id": PARTNER, "name": "P", "endpoint": "http://127.0.0.1:9/", "events": ["*"]}
    assert refusal(lambda: office.admin.post("/v1/partners", wish)) == (409, "partner-exists")


def test_a_secret_is_kept_sealed(office, silent):
    table, key = "hireloop-company", {"partition": {"S": "partner"}, "item_id": {"S": PARTNER}}
    item = office.aws("dynamodb").get_item(TableName=table, Key=key)["Item"]
    assert silent.secret.removeprefix("whsec_") not in json.dumps(item)
