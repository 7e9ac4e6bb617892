"""What an appraisal comes to: sheets, outcomes, appeals."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from chalicelib.entrypoints.schemas.appraisal import KpiKey, unset
from chalicelib.entrypoints.schemas.appraisal_forms import GoalGiven
from chalicelib.entrypoints.schemas.common import Given, Reason, Short, Taken

Number = Annotated[float | None, BeforeValidator(unset), Field(allow_inf_nan=False)]
Rating = Annotated[int | None, BeforeValidator(unset), Field(ge=1, le=5)]


class TermGiven(Given):
    """One declared part; points 0–100 or null with why, share in percent of what was measured."""

    part: str
    weight: int
    points: float | None
    share: float | None
    note: str


class SheetGiven(Given):
    """One employee's pay appraisal: Σ weight × points / Σ weight over the measured parts."""

    employee_number: str
    revision: int
    excused: str
    rating: int | None
    total: float | None
    measured_weight: int
    terms: list[TermGiven]
    kpis: list[dict[str, Any]]
    goals: list[GoalGiven]
    voices: list[dict[str, Any]]


class AppealTaken(Taken):
    """What an employee objects to."""

    employee_number: Short
    reason: Reason


class RulingTaken(Taken):
    """What a second named person decides; a granted appeal says what it corrects."""

    employee_number: Short
    granted: bool
    reason: Reason
    rating: Rating = None
    kpis: dict[KpiKey, Number] = Field(default_factory=dict, max_length=20)


class AppealGiven(Given):
    """An appeal as it stands; `revision` is the result that it led to."""

    appeal_id: str
    employee_number: str
    state: str
    reason: str
    recorded_by: str
    recorded_at: str
    rating: int | None
    kpis: dict[str, float]
    decided_by: str | None
    decided_at: str | None
    decision_reason: str
    revision: int | None


class OutcomeGiven(Given):
    """What a locked cycle says about one person, as calibration takes it."""

    person_id: str
    employee_number: str
    rating: int | None
    excused: str
    contaminated: bool
    score: float | None
    indicators: dict[str, float]
    expected_indicators: int
    research: float | None
    research_raters: int
    store_id: str
    months: int
    window: int
    left_on: str
    leaving: str
    retained: dict[int, bool | None]
    revision: int


class ReliabilityGiven(Given):
    """How reliable the criterion is, with a 95 % interval; null when too little was measured."""

    method: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    of: float


class Outcomes(Given):
    """A locked cycle's outcomes and how reliable they are."""

    outcomes: list[OutcomeGiven]
    reliability: list[ReliabilityGiven]
