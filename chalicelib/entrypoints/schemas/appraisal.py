"""Appraisal cycles, KPIs, goals, forms, ratings, results, appeals."""

import base64
import binascii
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from chalicelib.appraisal.forms import FormKind
from chalicelib.appraisal.formula import Part
from chalicelib.appraisal.kpis import Better
from chalicelib.entrypoints.schemas.common import Given, Reason, Short, Slug, Taken, Text2
from chalicelib.entrypoints.schemas.work import MAX_CSV

#: Characters of a workbook in base 64: about 4.5 MB, within what a function is sent.
MAX_WORKBOOK = 6_000_000

KpiKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Unit = Annotated[str, StringConstraints(min_length=1, max_length=20)]


def listed(given: Any) -> Any:
    """A form's numbered rows as a list, in their order."""
    return list(given.values()) if isinstance(given, dict) else given


def filled(given: Any) -> Any:
    """The rows of a form that were filled in: those with a title or a key."""
    rows = listed(given)
    if not isinstance(given, dict) or not isinstance(rows, list):
        return rows
    return [row for row in rows if isinstance(row, dict) and (row.get("title") or row.get("key"))]


def unset(given: Any) -> Any:
    """An empty field of a form is none."""
    return None if given == "" else given


def declared(given: Any) -> Any:
    """A form's empty weights are parts that are not declared."""
    return {k: v for k, v in given.items() if v != ""} if isinstance(given, dict) else given


Formula = Annotated[dict[Part, int], BeforeValidator(declared)]
Answers = Annotated[
    dict[KpiKey, Annotated[int | None, BeforeValidator(unset), Field(ge=1, le=5)]],
    Field(max_length=12),
]
Number = Annotated[float | None, BeforeValidator(unset), Field(allow_inf_nan=False)]
Rating = Annotated[int | None, BeforeValidator(unset), Field(ge=1, le=5)]


class CycleTaken(Taken):
    """An appraisal cycle to open; without a formula KPIs count 60 and the manager 40."""

    cycle_id: Slug
    name: Text2
    job_family: Slug
    period_start: date
    period_end: date
    formula: Formula = Field(default_factory=dict)


class FormulaTaken(Taken):
    """The declared parts of an appraisal; their weights sum to 100."""

    formula: Formula


class KpiGiven(Given):
    """A measured indicator."""

    key: str
    name: dict[str, str]
    unit: str
    better: Better
    low: float
    high: float
    weight: int


class CycleGiven(Given):
    """An appraisal cycle as it stands."""

    cycle_id: str
    name: dict[str, str]
    job_family: str
    period_start: str
    period_end: str
    state: str
    listed: int
    kpi_rows: int
    rated: int
    formula: dict[str, int]
    kpis: list[KpiGiven]
    kpi_version: int
    locked_at: str | None
    locked_by: str | None
    appealed: int
    version: int


class Cycles(Given):
    """All appraisal cycles."""

    cycles: list[CycleGiven]


class KpiFileTaken(Taken):
    """A KPI file: a CSV file's text, or an XLSX workbook in base 64."""

    content: str = Field("", max_length=MAX_CSV)
    workbook: str = Field("", max_length=MAX_WORKBOOK)

    @model_validator(mode="after")
    def _one(self) -> "KpiFileTaken":
        if bool(self.content) == bool(self.workbook):
            raise ValueError("give either content or workbook")
        try:
            base64.b64decode(self.workbook, validate=True)
        except binascii.Error as error:
            raise ValueError("workbook is not base 64") from error
        return self

    @property
    def file(self) -> bytes:
        """The file's bytes."""
        if self.workbook:
            return base64.b64decode(self.workbook)
        return self.content.encode("utf-8", "replace")


class KpiReadingTaken(Taken):
    """One value of one employee in its KPI's unit; `month` YYYY-MM where it is of one month."""

    employee_number: Short
    kpi: Short
    value: float = Field(allow_inf_nan=False)
    unit: Unit
    month: str = Field("", max_length=7)


class KpiReadingsTaken(Taken):
    """Readings of another system; all of them stand in place of what was there."""

    readings: list[KpiReadingTaken] = Field(min_length=1, max_length=20_000)


class KpiTaken(Taken):
    """A KPI of the company's own; readings outside low–high are refused as a slip."""

    key: KpiKey
    name: Text2
    unit: Unit
    better: Better
    low: float
    high: float
    weight: int


class KpiSetTaken(Taken):
    """A new version of a job family's KPIs; the weights sum to 100."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    kpis: Annotated[list[KpiTaken], BeforeValidator(filled), Field(min_length=1, max_length=20)]
    reason: Reason


class KpiSetGiven(Given):
    """One version of a job family's KPIs; number 0 is the product's own."""

    job_family: str
    number: int
    kpis: list[KpiGiven]
    reason: str
    made_by: str
    made_at: str


class KpiSets(Given):
    """Every version of a job family's KPIs; the last one counts."""

    versions: list[KpiSetGiven]


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
