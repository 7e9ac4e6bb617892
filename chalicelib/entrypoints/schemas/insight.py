"""Weight proposals, analytics, audit."""

from typing import Any, Literal

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


class ChartGiven(Given):
    """A chart: what it says in a sentence, its n, its table, its picture."""

    key: str
    title: dict[str, str]
    summary: dict[str, str]
    n: int
    columns: list[dict[str, str]]
    rows: list[list[Any]]
    svg: str


class Dashboard(Given):
    """Every chart and the advice that the evidence supports."""

    charts: list[ChartGiven]
    advice: list[dict[str, Any]]


class ChartQuery(Taken):
    """In which form, and for which job family."""

    format: Literal["json", "csv"] = "json"
    job_family: str = Field("", max_length=64)


class CsvGiven(Given):
    """A table as CSV text with a byte-order mark, safe to open in a spreadsheet."""

    file_name: str
    content: str


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
