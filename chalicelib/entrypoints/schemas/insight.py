"""Audit."""

from typing import Any

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Page


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
