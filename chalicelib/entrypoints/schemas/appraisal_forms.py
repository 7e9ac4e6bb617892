"""Ratings, excuses, goals, and the forms that raters fill in."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from chalicelib.appraisal.forms import FormKind
from chalicelib.entrypoints.schemas.appraisal import KpiKey, Unit, filled, listed, unset
from chalicelib.entrypoints.schemas.common import Given, Short, Slug, Taken

Answers = Annotated[
    dict[KpiKey, Annotated[int | None, BeforeValidator(unset), Field(ge=1, le=5)]],
    Field(max_length=12),
]


class RatingTaken(Taken):
    """One employee's rating in a cycle, 1-5."""

    employee_number: Short
    rating: int = Field(ge=1, le=5)
    comment: str = Field("", max_length=2000)


class RatingsTaken(Taken):
    """Ratings of a cycle."""

    ratings: Annotated[
        list[RatingTaken], BeforeValidator(listed), Field(min_length=1, max_length=1000)
    ]


class ExcuseTaken(Taken):
    """Why an employee is not rated."""

    employee_number: Short
    reason: Short


class GoalTaken(Taken):
    """A goal in a key result area: from baseline to target; a lower target means less is better."""

    goal_id: Slug
    area: Short
    title: Short
    unit: Unit
    baseline: float = Field(0.0, allow_inf_nan=False)
    target: float = Field(allow_inf_nan=False)
    weight: int = Field(ge=1, le=100)


class GoalsTaken(Taken):
    """An employee's goals; the weights sum to 100."""

    employee_number: Short
    goals: Annotated[list[GoalTaken], BeforeValidator(filled), Field(min_length=1, max_length=12)]


class GoalMeasuredTaken(Taken):
    """How far a goal is, in its unit."""

    employee_number: Short
    goal_id: Slug
    actual: float = Field(allow_inf_nan=False)


class GoalGiven(Given):
    """A goal as it stands; progress 0–1, null until it was measured."""

    goal_id: str
    area: str
    title: str
    unit: str
    baseline: float
    target: float
    weight: int
    actual: float | None
    measured_at: str
    progress: float | None


class GoalsGiven(Given):
    """An employee's goals in a cycle."""

    employee_number: str
    goals: list[GoalGiven]


class FormTaken(Taken):
    """Who is asked about whom, and as what."""

    employee_number: Short
    kind: FormKind
    rater: Short


class FormHandedOut(Given):
    """A form that was handed out; its link opens it, and nothing else."""

    form_id: str
    kind: str
    link: str


class FormGiven(Given):
    """A form as its rater sees it: items to rate 1–5, and what was answered so far."""

    kind: str
    cycle_id: str
    cycle_name: dict[str, str]
    person_name: str
    items: list[str]
    answers: dict[str, int]
    open: bool


class AnswersTaken(Taken):
    """Answers by item, 1–5; an item left out or null was not judged."""

    answers: Answers


class ResearchTaken(AnswersTaken):
    """A short rating for research alone; it never enters the pay appraisal."""

    employee_number: Short
