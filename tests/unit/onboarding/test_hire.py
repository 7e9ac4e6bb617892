"""Every stage of the workflow can be taken up again."""

import json
from pathlib import Path

from chalicelib.onboarding.hire import RESUME_AT, employee_number, execution_name, owner_of
from chalicelib.records.stages import IN_WORKFLOW

MACHINE = Path(__file__).parents[3] / "infra" / "hire.asl.json"


def test_every_stage_of_the_workflow_has_a_place_to_resume():
    assert set(IN_WORKFLOW) == set(RESUME_AT)


def test_the_state_machine_knows_every_place_to_resume():
    states = json.loads(MACHINE.read_text("utf-8"))["States"]
    choices = states["Where does the hire resume?"]["Choices"]
    assert set(RESUME_AT.values()) == {choice["StringEquals"] for choice in choices}


def test_the_first_execution_carries_the_applications_id():
    assert "person-app" == execution_name("person-app", 0)


def test_later_executions_carry_their_number():
    assert "person-app.r2" == execution_name("person-app", 2)


def test_whoever_passed_the_application_answers_for_the_hire():
    history = [
        {"stage": "interviewed", "by": "system", "at": ""},
        {"stage": "passed", "by": "user-77", "at": ""},
        {"stage": "background_check", "by": "system", "at": ""},
    ]
    assert "user-77" == owner_of(history)
    assert "" == owner_of(history[:1])


def test_a_person_always_gets_the_same_employee_number():
    assert "EABCDEFGH" == employee_number("abcdefgh23456723")
