"""The second reader over HTTP: a server that speaks Bedrock's Converse stands in for the model.

It says what each test tells it to; nothing here is a claim about a model's quality.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.foundation.command import system_command
from chalicelib.foundation.settings import settings
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.service import second_reading
from infra.journey.api import wait_until
from tests.builders import actions, refusal
from tests.integration.converse import Model
from tests.integration.interviewing.phone import Phone, interview


@pytest.fixture(scope="module")
def model(aws, converse) -> Iterator[Model]:
    """The stand-in, in a deployment that names a model."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECOND_READER_MODEL", "a.model-v1:0")
        settings.cache_clear()
        yield converse
    settings.cache_clear()


@pytest.fixture(scope="module")
def told(office, model) -> Iterator[Phone]:
    """Somebody with a rated answer; switched on, and read by the tests alone."""
    phone = interview(office)
    phone.say(0)
    phone.settled(0)
    on(2_000_000)
    functions = office.aws("lambda")
    found = functions.list_event_source_mappings()["EventSourceMappings"]
    teller = next(m for m in found if "-Deliver-" in m["FunctionArn"])
    functions.update_event_source_mapping(UUID=teller["UUID"], Enabled=False)
    yield phone
    functions.update_event_source_mapping(UUID=teller["UUID"], Enabled=True)


def test_it_is_off_until_an_administrator_switches_it_on_and_only_where_one_is_deployed(office):
    assert refusal(
        lambda: office.admin.post("/v1/second-reader", {"on": True, "monthly_tokens": 5})
    ) == (409, "second-reader-not-deployed")
    assert office.admin.get("/v1/second-reader")["on"] is False
    denied = refusal(lambda: office.recruiter.post("/v1/second-reader", {"on": False}))
    assert denied[0] == 403


def test_the_deployed_function_may_call_no_model_that_the_deployment_does_not_name(office, model):
    phone = interview(office)
    phone.say(0)
    phone.settled(0)
    on(2_000_000)
    question_id = phone.questions[0]["question_id"]
    second_reading.ask(system_command("test/deployed"), phone.session_id, question_id)
    look = lambda: second_reading.reading(phone.session_id, question_id)  # noqa: E731 - used at once
    row = wait_until(lambda: (r := look()).state != "asked" and r, seconds=40, what="the refusal")
    assert (row.state, row.reason) == ("dropped", "not_allowed")


def on(tokens: int, *, switched: bool = True) -> None:
    name = f"test/switch/{clock.now().timestamp()}"
    second_reading.switch(system_command(name), on=switched, monthly_tokens=tokens)


def reading(phone: Phone) -> Any:
    question_id = phone.questions[0]["question_id"]
    name = f"test/ask/{clock.now().timestamp()}"
    second_reading.ask(system_command(name), phone.session_id, question_id)
    second_reading.read(phone.session_id, question_id)
    return second_reading.reading(phone.session_id, question_id)


def good(phone: Phone, **changes: Any) -> dict[str, Any]:
    quote = phone.text(0)[:30]
    plain = {"rating": 4, "why": "It tells.", "quotes": [quote], "instructions_found": False}
    return plain | changes


def test_a_reading_is_kept_beside_and_the_rating_stays_what_it_was(told, model):
    before = interviewing.answer(told.session_id, told.questions[0]["question_id"])
    model.says(good(told))
    row = reading(told)
    assert (row.state, row.result["rating"], int(row.tokens)) == ("read", 4, 990)
    after = interviewing.answer(told.session_id, told.questions[0]["question_id"])
    assert (after.rating, int(after.version)) == (before.rating, int(before.version))
    assert "second-reading.read" in actions(told.who.person_id)


def test_the_model_is_given_the_answer_as_data_and_one_tool(told, model):
    asked = model.asked[-1]
    text = asked["messages"][0]["content"][0]["text"]
    assert told.text(0) in text
    assert asked["toolConfig"]["toolChoice"] == {"tool": {"name": "hand_in_reading"}}
    assert asked["inferenceConfig"]["maxTokens"] <= 700
    assert told.who.person_id not in json.dumps(asked)


@pytest.mark.parametrize(
    ("changes", "reason"), [({"quotes": ["I won a prize"]}, "misquoted"), ({"x": 1}, "unreadable")]
)
def test_what_is_not_to_be_believed_is_dropped_and_said(told, model, changes, reason):
    model.says(good(told, **changes))
    row = reading(told)
    assert (row.state, row.reason, row.result) == ("dropped", reason, None)


@pytest.mark.parametrize(
    ("status", "error", "reason"),
    [
        (429, "ThrottlingException", "busy"),
        (408, "ModelTimeoutException", "timed_out"),
        (403, "AccessDeniedException", "not_allowed"),
        (400, "ValidationException", "not_allowed"),
        (503, "ServiceUnavailableException", "busy"),
    ],
)
def test_a_service_that_fails_ends_as_a_reason(told, model, status, error, reason):
    model.fails(status, error)
    row = reading(told)
    assert (row.state, row.reason) == ("dropped", reason)


@pytest.mark.parametrize("stop", ["end_turn", "guardrail_intervened", "content_filtered"])
def test_a_model_that_declines_is_told_as_that(told, model, stop):
    model.says(None, stop)
    assert reading(told).reason == "refused"


def test_a_month_that_is_spent_asks_no_model(told, model):
    on(1_000)
    asked = len(model.asked)
    with pytest.raises(second_reading.SecondReaderSpent):
        reading(told)
    assert len(model.asked) == asked
    on(1_000, switched=False)
    with pytest.raises(second_reading.SecondReaderOff):
        reading(told)
    on(2_000_000)
