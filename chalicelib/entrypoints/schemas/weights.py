"""Change requests on weights, shadow runs, drift, simulations."""

from typing import Any

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Reason, Slug, Taken


class ProposalWish(Taken):
    """For which job family weights should be looked at, and how long a shadow run would last."""

    job_family: Slug
    shadow_interviews: int = Field(30, ge=1, le=1000, description="interviews of the shadow run")
    shadow_days: int = Field(14, ge=1, le=365, description="or days, whichever comes first")


class DecisionTaken(Taken):
    """Why a proposal is rejected, or a shadow run ended."""

    reason: Reason


class ConsentTaken(Taken):
    """Why a proposal is approved or activated."""

    reason: Reason
    acknowledgement: str = Field(
        "",
        max_length=1000,
        description="your own sentence on each gate that could not be measured; needed for those",
    )


class LeakCheckTaken(Taken):
    """How a named person ruled out that raters had seen the prediction."""

    check: Reason


class GateGiven(Given):
    """One gate: passed, failed or not-measured, with its figure and what was needed."""

    key: str
    verdict: str
    figure: float | None
    needed: float | None
    n: int | None
    message: dict[str, str]


class ApprovalGiven(Given):
    """One approver's word."""

    by: str
    at: str
    reason: str
    acknowledgement: str


class FlipGiven(Given):
    """One interview whose recommendation the new weights would turn.

    `person_id` is empty for who may not open the candidate.
    """

    person_id: str
    session_id: str
    champion: float
    challenger: float
    cut_score: float
    completed_at: str


class ProposalGiven(Given):
    """A change request: old and new weights with evidence, gates and groups, and who decided."""

    proposal_id: str
    job_family: str
    state: str
    model_version: int
    requested_by: str
    requested_at: str
    plan: dict[str, int]
    approvals: list[ApprovalGiven]
    gates: list[GateGiven]
    fairness: dict[str, Any]
    flips: list[FlipGiven]
    frozen: bool
    decided_by: str | None
    decided_at: str | None
    decision_reason: str | None
    new_model_version: int | None
    proposal: dict[str, Any] | None
    version: int


class Proposals(Given):
    """All weight proposals, newest first."""

    proposals: list[ProposalGiven]


class ShadowGiven(Given):
    """A shadow run: both composites of the same interviews, one of which counts.

    Differences are challenger minus champion in composite points with their 95 % interval; shares
    are 0–1 with Wilson intervals; None where there is too little to say anything.
    """

    proposal_id: str
    job_family: str
    digest: str
    started_at: str
    ended_at: str | None
    planned_interviews: int
    planned_days: int
    over: bool
    interviews: int
    n: int
    not_measured: int
    difference: float | None
    difference_low: float | None
    difference_high: float | None
    greatest: float | None
    correlation: float | None
    flipped: int
    flip_share: float | None
    flip_low: float
    flip_high: float
    passed_champion: int
    passed_challenger: int
    gates: list[GateGiven]
    flips: list[FlipGiven]


class RollbackWish(Taken):
    """To which earlier version's weights, and why."""

    to_version: int = Field(ge=1, le=999_999)
    reason: Reason


class DriftGiven(Given):
    """The last look at a job family: checks with limit and n, weeks, alarms that stand."""

    job_family: str
    model_version: int
    looked_at: str
    alarms: list[str]
    report: dict[str, Any]


class DriftReports(Given):
    """The last look at every job family."""

    reports: list[DriftGiven]
