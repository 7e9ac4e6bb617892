"""Announcements: facts that phones, people and partners must hear, kept until each was told."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Announcement:
    """One fact, told at least once.

    `event` is a dotted name (`application.screened`), `subject` the id it is about, `payload`
    JSON-able ids and figures. Names and addresses are looked up when it is told, never kept here.
    """

    event: str
    subject: str
    payload: dict[str, Any] = field(default_factory=dict)
