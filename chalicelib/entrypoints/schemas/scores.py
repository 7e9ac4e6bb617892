"""Scorecards, persons' ratings beside the machine's, a candidate's own report."""

from typing import Annotated, Any

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Reason, Taken

Rating = Annotated[float, Field(ge=1, le=5, multiple_of=0.5)]


class OverrideTaken(Taken):
    """A person's rating of an answer, 1-5 in half points; the candidate can read the reason."""

    rating: Rating
    reason: Reason


class OverrideWithdrawal(Taken):
    """Why the machine's rating shall count again."""

    reason: Reason


class OverrideGiven(Given):
    """One word of a person on an answer; `rating` null: they withdrew it."""

    rating: float | None
    machine_rating: float | None
    reason: str
    by: str
    at: str


class BandGiven(Given):
    """Where a composite lies with 95 % confidence, 0-100; shown, and decides nothing."""

    standard_error: float
    low: float
    high: float


class ScorecardGiven(Given):
    """The machine's scorecard, and beside it the one that persons adjusted."""

    session_id: str
    application_id: str
    job_family: str
    model_version: int
    scorer: str
    composite: float | None
    band: BandGiven | None
    adjusted_composite: float | None
    adjusted_band: BandGiven | None
    counting_composite: float | None = Field(description="the one that a proposal rests on")
    result: dict[str, Any]
    adjusted: dict[str, Any] | None
    overrides: dict[str, list[OverrideGiven]] = Field(description="by question, in order")
    version: int


class QuoteGiven(Given):
    """The candidate's own words and what they show."""

    text: str
    shows: dict[str, str]
    counted: bool


class AnswerReportGiven(Given):
    """One answer explained."""

    question_id: str
    question: dict[str, str]
    rating: float | None
    machine_rating: float | None
    scorer: str
    calibrated: bool = Field(description="false: the general rating, not calibrated here")
    reasons: list[dict[str, str]]
    quotes: list[QuoteGiven]
    missing: list[str] = Field(description="STAR parts that were not heard: S, T, A, R")
    improve: list[dict[str, str]]


class DimensionReportGiven(Given):
    """One quality with what was rated, what that looks like, what the next step looks like."""

    key: str
    name: dict[str, str]
    weight: int
    rating: float | None
    score: float | None
    looks: dict[str, str] | None
    next_looks: dict[str, str] | None
    reason: dict[str, str] | None
    answers: list[AnswerReportGiven]


class ReportGiven(Given):
    """A candidate's own report on one interview; `ask_a_person` is where to ask for a human."""

    session_id: str
    application_id: str
    composite: float | None
    band: BandGiven | None
    adjusted_by_a_person: bool
    dimensions: list[DimensionReportGiven]
    ask_a_person: str


class RescoringTaken(Taken):
    """Under which version of its family's model to rate again; 0 is the newest."""

    model_version: int = Field(0, ge=0, le=999_999)


class PairGiven(Given):
    """One figure before and after, with the scorer of each; nothing stands for not measured."""

    key: str
    old: float | None
    new: float | None
    difference: float | None
    old_scorer: str
    new_scorer: str


class SideBySideGiven(Given):
    """Two results of one interview; `weights` are (old, new) by dimension."""

    composite: PairGiven
    dimensions: list[PairGiven]
    answers: list[PairGiven]
    weights: dict[str, tuple[int | None, int | None]]


class RescoringGiven(Given):
    """An interview rated again, beside its scorecard; `compared` once `state` is `done`."""

    rescoring_id: str
    session_id: str
    application_id: str
    batch_id: str
    job_family: str
    model_version: int
    state: str
    requested_by: str
    requested_at: str
    scorer: str
    composite: float | None
    left_out: list[str] = Field(description="answers on qualities that this version does not rate")
    compared: SideBySideGiven | None = None


class Rescorings(Given):
    """Every time that an interview was rated again, the latest first."""

    rescorings: list[RescoringGiven]


class BatchRescoring(Given):
    """A requisition's interviews are being rated again."""

    requisition_id: str
    batch_id: str
    model_version: int


class BatchQuery(Taken):
    """Which batch; empty is the latest of each interview."""

    batch: str = Field("", max_length=64)
    limit: int = Field(50, ge=1, le=200)
    before: str = Field("", max_length=64, description="`next` of the page before")


class BatchRow(Given):
    """One interview of a batch: old and new composite."""

    application_id: str
    session_id: str
    rescoring_id: str
    display_name: str
    state: str
    composite: PairGiven


class BatchRows(Given):
    """A page of a requisition's interviews rated again."""

    rows: list[BatchRow]
    next: str = ""
