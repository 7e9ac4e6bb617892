"""Key result areas and goals: a measurable target, how far it is reached, what it weighs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.foundation.errors import Invalid

WHOLE = 100
MOST_GOALS = 12


class GoalsUnsound(Invalid):
    """Goals that cannot be: `problem` says why, `goal` which one."""

    code = "goals-unsound"


@dataclass(frozen=True)
class Goal:
    """One goal in a key result area: from `baseline` to `target`, in `unit`.

    A target below the baseline means that less is better. `actual` is None until it was measured.
    `weight` is its share of all goals of the person, of 100.
    """

    goal_id: str
    area: str
    title: str
    unit: str
    baseline: float
    target: float
    weight: int
    actual: float | None = None
    measured_at: str = ""

    @property
    def progress(self) -> float | None:
        """Share 0–1 of the way from baseline to target, None when not measured."""
        if self.actual is None:
            return None
        way = (self.actual - self.baseline) / (self.target - self.baseline)
        return min(1.0, max(0.0, way))


def check_goals(goals: Sequence[Goal]) -> tuple[Goal, ...]:
    """The goals themselves, when each can be measured and the weights sum to 100.

    Raises
    ------
    GoalsUnsound
        `problem` is one of none, twice, number, no-way, weight, sum.
    """
    if not 0 < len(goals) <= MOST_GOALS:
        raise GoalsUnsound(problem="none", goal="")
    if len({goal.goal_id for goal in goals}) < len(goals):
        raise GoalsUnsound(problem="twice", goal=goals[0].goal_id)
    for goal in goals:
        problem = _problem(goal)
        if problem:
            raise GoalsUnsound(problem=problem, goal=goal.title)
    if sum(goal.weight for goal in goals) != WHOLE:
        raise GoalsUnsound(problem="sum", goal="")
    return tuple(goals)


def _problem(goal: Goal) -> str:
    figures = [goal.baseline, goal.target, *([] if goal.actual is None else [goal.actual])]
    if not all(math.isfinite(figure) for figure in figures):
        return "number"
    if goal.baseline == goal.target:
        return "no-way"
    return "" if 0 < goal.weight <= WHOLE else "weight"


def points(goals: Sequence[Goal]) -> float | None:
    """Progress of the measured goals by their weights, 0–100; None when none was measured."""
    measured = [(goal.weight, goal.progress) for goal in goals if goal.progress is not None]
    if not measured:
        return None
    return WHOLE * sum(w * way for w, way in measured) / sum(w for w, _ in measured)
