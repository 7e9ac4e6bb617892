"""Weight proposals, audit."""

from typing import Any

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Page, Reason, Slug, Taken


class ProposalWish(Taken):
    """For which job family weights should be looked at."""

    job_family: Slug
    leak_check: str = Field(
        "", max_length=1000, description="how a leak was ruled out, after an alarm"
    )


class DecisionTaken(Taken):
    """Why a proposal is approved or rejected."""

    reason: Reason


class ProposalGiven(Given):
    """A weight proposal: old and new weights with the evidence, and who decided."""

    proposal_id: str
    job_family: str
    state: str
    model_version: int
    requested_by: str
    requested_at: str
    decided_by: str | None
    decided_at: str | None
    decision_reason: str | None
    new_model_version: int | None
    proposal: dict[str, Any] | None
    version: int


class Proposals(Given):
    """All weight proposals, newest first."""

    proposals: list[ProposalGiven]


class AuditQuery(Page):
    """Which day, in UTC."""

    day: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")


class AuditEntryGiven(Given):
    """Who did what to which subject, when."""

    subject: str
    sequence: int
    action: str
    actor_id: str
    at: str
    correlation_id: str
    detail: dict[str, Any]
    hash: str


class AuditDay(Given):
    """A page of one day's entries, newest first; `next` is empty at the end."""

    day: str
    entries: list[AuditEntryGiven]
    next: str


class AuditTrail(Given):
    """One subject's chain and whether it holds; `first_break` is where it does not."""

    subject: str
    holds: bool
    first_break: int | None
    entries: list[AuditEntryGiven]
