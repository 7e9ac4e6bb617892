"""Profiles of top performers, expected performance, and what a plan brings."""

from typing import Any

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Taken


class ComparedGiven(Given):
    """One trait of the top beside the rest; `effect` is Hedges' g or a difference of shares."""

    source: str
    key: str
    name: dict[str, str]
    sentence: dict[str, str]
    yes_no: bool
    top_n: int
    rest_n: int
    top: float | None
    rest: float | None
    verdict: str
    effect: float | None
    low: float | None
    high: float | None
    odds_ratio: float | None
    p: float | None
    adjusted_p: float | None


class PerformersGiven(Given):
    """What sets a job family's top performers apart; findings first, or none."""

    job_family: str
    state: str
    reason: str
    n: int
    top_n: int
    q: float
    parts_q: float
    summary: dict[str, str]
    compared: list[ComparedGiven]
    can_draft: bool
    requested_by: str
    requested_at: str
    computed_at: str | None
    model_version: int
    data_hash: str
    version: int


class PredictionsGiven(Given):
    """How well a job family's interviews foretold the work, with the definitions in force.

    `outlook` is empty below 30 outcomes, `record` None below 100: then nothing is predicted.
    """

    job_family: str
    computed_at: str
    n: int
    summary: dict[str, str]
    record: dict[str, Any] | None
    outlook: dict[str, Any]


class ExpectedGiven(Given):
    """A hired person's expected performance as a 90 % interval, or why there is none.

    SD units of those appraised, 0 their mean; ranks 0–1 say where among them the interval lies.
    """

    person_id: str
    job_family: str
    reason: str
    n: int
    low: float | None
    middle: float | None
    high: float | None
    low_rank: float | None
    high_rank: float | None
    sentence: dict[str, str]


class PlanQuery(Taken):
    """Shares 0–1; `wanted` asks which validity a share satisfactory would need (0: not asked)."""

    base_rate: float = Field(0.30, gt=0, lt=1)
    selection_ratio: float = Field(0.50, gt=0, lt=1)
    validity: float = Field(0.42, ge=0, le=1)
    wanted: float = Field(0.0, ge=0, lt=1)


class PlanGiven(Given):
    """What a plan comes to; `needed_validity` is None where it was not asked for."""

    base_rate: float
    selection_ratio: float
    validity: float
    satisfactory: float
    gain: float
    missed: float
    mean_gain: float
    wanted: float
    needed_validity: float | None
    sentence: dict[str, str]
