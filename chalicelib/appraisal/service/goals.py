"""Goals of an employee in an open cycle: agreed, measured, with every state they had."""

from collections.abc import Sequence
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.appraisal.goals import Goal, GoalsUnsound, check_goals
from chalicelib.appraisal.service.cycles import cycle, moment, open_row
from chalicelib.appraisal.service.locking import listed_person
from chalicelib.appraisal.tables import AppraisalCycle, GoalSheet
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load


def goal_sheet(row: AppraisalCycle, person_id: str) -> GoalSheet:
    """One employee's goals in a cycle, empty before any were agreed."""
    key = f"goals#{row.item_id}"
    try:
        return GoalSheet.get(person_id, key, consistent_read=True)
    except DoesNotExist:
        return GoalSheet(person_id, key, cycle_id=row.item_id)


@ledger.retried
def set_goals(
    command: Command, cycle_id: str, employee_number: str, goals: Sequence[Goal]
) -> GoalSheet:
    """Agree an employee's goals, in place of earlier ones; what was measured stays with its goal.

    Raises NotFound, CycleLocked, NotListed, GoalsUnsound.
    """
    check_goals(goals)
    if not ledger.applied(command):
        row = open_row(cycle_id)
        item = goal_sheet(row, listed_person(row, employee_number))
        known = {goal["goal_id"]: goal for goal in item.goals}
        kept = [
            dump(goal) | _measured(known.get(goal.goal_id, {})) if goal.actual is None
            else dump(goal) | {"measured_at": clock.iso(command.at)}
            for goal in goals
        ]  # fmt: skip
        _commit(command, row, item, kept, "appraisal.goals-set")
    return _kept(cycle_id, employee_number)


def _measured(before: dict[str, Any]) -> dict[str, Any]:
    return {key: before[key] for key in ("actual", "measured_at") if key in before}


@ledger.retried
def measure_goal(
    command: Command, cycle_id: str, employee_number: str, *, goal_id: str, actual: float
) -> GoalSheet:
    """Record how far a goal is, in its unit. Raises NotFound, CycleLocked, NotListed, GoalsUnsound.

    What it stood at before stays in the history.
    """
    if not ledger.applied(command):
        row = open_row(cycle_id)
        item = goal_sheet(row, listed_person(row, employee_number))
        if goal_id not in {goal["goal_id"] for goal in item.goals}:
            raise GoalsUnsound(problem="unknown", goal=goal_id)
        now = {"actual": actual, "measured_at": clock.iso(command.at)}
        goals = [goal | now if goal["goal_id"] == goal_id else goal for goal in item.goals]
        check_goals([load(Goal, goal) for goal in goals])
        _commit(command, row, item, goals, "appraisal.goal-measured")
    return _kept(cycle_id, employee_number)


def _kept(cycle_id: str, employee_number: str) -> GoalSheet:
    row = cycle(cycle_id)
    return goal_sheet(row, listed_person(row, employee_number))


def _commit(
    command: Command, row: AppraisalCycle, item: GoalSheet, goals: list[Any], action: str
) -> None:
    item.goals = goals
    item.history = [*item.history, {**moment(command), "action": action, "goals": goals}]
    # The cycle's version is part of the write: it may not be locked while goals change.
    ledger.commit(
        command,
        action=action,
        subject=row.item_id,
        changes=[item, row],
        detail={"person_id": item.person_id, "goals": len(goals)},
    )
    count("GoalsEntered", len(goals), cycle_id=row.item_id)
