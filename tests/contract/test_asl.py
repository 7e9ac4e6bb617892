"""The hire workflow is sound, says what it does, and asks only for what the code can do."""

import json
import re

import pytest

from chalicelib.entrypoints.workflow import TASKS as TASKS_OF_THE_FUNCTION
from infra import asl_lint, bundle

MACHINE = json.loads((bundle.ROOT / "infra/hire.asl.json").read_text())
TASKS_OF_A_TOKEN = {
    "request_background_check",
    "open_review",
    "await_offer",
    "open_onboarding_step",
}


def all_states(machine=MACHINE):
    for name, state in machine["States"].items():
        yield name, state
        if "ItemProcessor" in state:
            yield from all_states(state["ItemProcessor"])


STATES = dict(all_states())
TASKS = {name: state for name, state in STATES.items() if state["Type"] == "Task"}


def payload(state) -> dict:
    return state["Parameters"]["Payload"]


def test_the_linter_finds_nothing():
    assert asl_lint.lint(MACHINE) == []


@pytest.mark.parametrize("name", sorted(STATES))
def test_a_state_is_a_sentence_with_a_reason(name):
    assert re.match(r"^[A-Z][a-z]*( [a-z'-]+)+\??$", name)
    assert STATES[name]["Comment"].rstrip().endswith(".")


@pytest.mark.parametrize("name", sorted(TASKS))
def test_a_task_names_itself_and_the_application(name):
    assert payload(TASKS[name])["task"]
    assert payload(TASKS[name])["application_id.$"] == "$.application_id"


@pytest.mark.parametrize("name", sorted(TASKS))
def test_a_task_that_waits_is_given_its_token_and_no_other_is(name):
    waits = TASKS[name]["Resource"].endswith(".waitForTaskToken")
    assert waits == (payload(TASKS[name]).get("token.$") == "$$.Task.Token")
    assert waits == (payload(TASKS[name])["task"] in TASKS_OF_A_TOKEN)


@pytest.mark.parametrize("name", sorted(TASKS))
def test_a_task_is_tried_again_when_lambda_or_the_store_stumbles(name):
    errors = {error for retry in TASKS[name]["Retry"] for error in retry["ErrorEquals"]}
    assert {"Lambda.ServiceException", "Lambda.TooManyRequestsException", "Unavailable"} <= errors
    assert "States.ALL" not in errors


def test_whatever_fails_ends_on_a_recruiters_desk():
    top = {n: s for n, s in MACHINE["States"].items() if s["Type"] in ("Task", "Map")}
    caught = {
        name: state["Catch"][-1]["Next"]
        for name, state in top.items()
        if name != "Hand to the recruiter"
    }
    assert set(caught.values()) == {"Hand to the recruiter"}


def test_the_token_survives_packaging():
    merged = bundle.merge_template()["Resources"]["HireMachine"]["Properties"]
    text = json.dumps(merged["Definition"])
    assert text.count("$$.Task.Token") == 4
    named = set(re.findall(r"\$\{(\w+)\}", text))
    assert named == set(merged["DefinitionSubstitutions"])


@pytest.mark.parametrize(
    "word", ["notice", "background_check", "review", "pre_hire", "offer", "onboarding"]
)
def test_a_lost_hire_can_be_taken_up_at(word):
    start = MACHINE["States"][MACHINE["StartAt"]]
    assert word in [choice["StringEquals"] for choice in start["Choices"]]


def test_an_unforeseen_answer_never_passes_for_a_no():
    for name in ("May the hire go on?", "Was the offer accepted?"):
        assert STATES[name]["Default"] == "Name the unreadable answer"


def test_the_machine_alone_never_closes_an_application():
    to_close = [
        choice["StringEquals"]
        for _, state in all_states()
        for choice in state.get("Choices", [])
        if choice["Next"] == "Close the application"
    ]
    assert to_close == ["stop", "declined"]


def test_the_function_knows_every_task_and_no_other():
    assert set(TASKS_OF_THE_FUNCTION) == {payload(state)["task"] for state in TASKS.values()}
