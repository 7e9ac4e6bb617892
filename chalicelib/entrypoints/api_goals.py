"""What HR enters about one employee in a cycle: goals, excuses, and who is asked to rate."""

from typing import Any

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.goals import Goal
from chalicelib.entrypoints import rating_links
from chalicelib.entrypoints.api_appraisal import CYCLE, cycle_given
from chalicelib.entrypoints.schemas import appraisal_forms as s
from chalicelib.entrypoints.schemas.appraisal import CycleGiven
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.values import load
from chalicelib.records import service as records

door = Door(__name__, "appraisal")


@door.operation(
    "POST",
    f"{CYCLE}/excuses",
    action="appraisal.change",
    body=s.ExcuseTaken,
    returns=CycleGiven,
)
def excuse_employee(call: Call) -> CycleGiven:
    """Say why an employee of the cycle is not rated, for example that they are on leave."""
    cycle_id = call.path["cycle_id"]
    person_id = records.employee_by_number(call.body.employee_number).person_id
    appraisal.excuse(call.command, cycle_id, person_id, call.body.reason)
    return cycle_given(appraisal.cycle(cycle_id))


@door.operation(
    "POST", f"{CYCLE}/goals", action="appraisal.change", body=s.GoalsTaken, returns=s.GoalsGiven
)
def set_goals(call: Call) -> s.GoalsGiven:
    """Agree an employee's goals by key result area; the weights sum to 100."""
    number = call.body.employee_number
    goals = [Goal(**each.model_dump()) for each in call.body.goals]
    row = appraisal.set_goals(call.command, call.path["cycle_id"], number, goals)
    return s.GoalsGiven(employee_number=number, goals=[goal_given(g) for g in row.goals])


@door.operation(
    "POST",
    f"{CYCLE}/goal-progress",
    action="appraisal.change",
    body=s.GoalMeasuredTaken,
    returns=s.GoalsGiven,
)
def measure_goal(call: Call) -> s.GoalsGiven:
    """Record how far a goal is, in its unit."""
    number = call.body.employee_number
    row = appraisal.measure_goal(
        call.command,
        call.path["cycle_id"],
        number,
        goal_id=call.body.goal_id,
        actual=call.body.actual,
    )
    return s.GoalsGiven(employee_number=number, goals=[goal_given(g) for g in row.goals])


@door.operation(
    "POST",
    f"{CYCLE}/forms",
    action="appraisal.change",
    body=s.FormTaken,
    returns=s.FormHandedOut,
    status=201,
    fresh=True,
    face=rating_links.face,
)
def hand_out_form(call: Call) -> s.FormHandedOut:
    """Ask an employee to rate themselves or a colleague; the answer holds the rater's link."""
    given = call.body
    form = appraisal.hand_out(
        call.command,
        call.path["cycle_id"],
        given.employee_number,
        kind=given.kind,
        rater=given.rater,
    )
    return s.FormHandedOut(form_id=form.form_id, kind=form.kind.value, link=rating_links.link(form))


def goal_given(plain: dict[str, Any]) -> s.GoalGiven:
    """A goal with its progress."""
    return s.GoalGiven(**plain, progress=load(Goal, plain).progress)
