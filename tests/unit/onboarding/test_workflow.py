"""Every task of the state machine is one verb, under an id that a retry repeats."""

import json
from pathlib import Path

from chalicelib.entrypoints.workflow import TASKS, Task, command_id

MACHINE = Path(__file__).parents[3] / "infra" / "hire.asl.json"


def task(token="", step_key=""):
    return Task("person-app", token, step_key, {})


def tasks_of(machine):
    for state in machine["States"].values():
        if state["Type"] == "Map":
            yield from tasks_of(state["ItemProcessor"])
        if state["Type"] == "Task":
            yield state["Parameters"]["Payload"]["task"]


def test_every_task_of_the_state_machine_has_its_verb_and_no_verb_is_idle():
    assert set(TASKS) == set(tasks_of(json.loads(MACHINE.read_text("utf-8"))))


def test_the_same_task_of_the_same_run_has_the_same_id():
    assert "workflow/person-app/0/complete_hire" == command_id("complete_hire", task(), 0)


def test_another_run_is_another_command():
    assert command_id("complete_hire", task(), 0) != command_id("complete_hire", task(), 1)


def test_a_wait_that_is_called_with_a_new_token_is_another_command():
    first = command_id("await_offer", task(token="a"), 0)
    assert first != command_id("await_offer", task(token="b"), 0)
    assert first == command_id("await_offer", task(token="a"), 0)


def test_each_step_of_the_checklist_waits_under_its_own_id():
    first = command_id("open_onboarding_step", task("a", "labour-contract"), 0)
    assert first != command_id("open_onboarding_step", task("a", "social-insurance"), 0)


def test_an_id_never_shows_the_token_itself():
    assert "secret-token" not in command_id("await_offer", task(token="secret-token"), 0)
