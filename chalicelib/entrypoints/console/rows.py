"""What lists show: applications as cards, requisitions by id, actors by name."""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from chalicelib.entrypoints import blindness
from chalicelib.entrypoints.api_candidates import reaches, visible
from chalicelib.entrypoints.typed import Call
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.errors import NotFound
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

Text2 = dict[str, str]
#: How many of the latest applications a search by name looks through.
SEARCHED = 1000


@dataclass(frozen=True)
class Card:
    """One application in a list; scores are None where the reader may not see them."""

    application_id: str
    person_id: str
    display_name: str
    requisition_id: str
    title: Text2
    stage: str
    fit: float | None
    composite: float | None
    recommendation: str
    attention: str
    since: str
    source: str
    store_id: str


def cards(call: Call, rows: Iterable[records.Application]) -> list[Card]:
    """Applications as cards; the rows are the caller's own already."""
    seen, titles = may_see(call.actor, Fields.SCORE), titles_of(records.requisitions())
    blind = blindness.blinded(call)
    return [
        Card(
            row.application_id,
            row.person_id,
            row.display_name,
            row.requisition_id,
            titles.get(row.requisition_id, {}),
            row.stage,
            row.fit,
            row.composite if seen and not blindness.hides(blind, row) else None,
            (row.recommendation or "") if seen and not blindness.hides(blind, row) else "",
            row.attention or "",
            row.history[-1]["at"] if row.history else "",
            row.source,
            row.store_id,
        )
        for row in rows
    ]


def people_of(call: Call, application_ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """Name and person of applications within the caller's scope; others are left out."""
    known = []
    for application_id in application_ids:
        with suppress(NotFound):
            known.append(records.application(application_id))
    return {
        row.application_id: {"person_id": row.person_id, "display_name": row.display_name}
        for row in visible(call, known)
    }


def titles_of(rows: Iterable[records.Requisition]) -> dict[str, Text2]:
    """Requisition titles by id."""
    return {row.item_id: row.title for row in rows}


def found(call: Call, wanted: str) -> list[Card]:
    """Cards whose name or id holds the wanted text, among the latest applications."""
    rows, _ = records.recent(SEARCHED, wanted=reaches(call))
    text = wanted.strip().lower()
    near = [r for r in rows if text in r.display_name.lower() or text in r.application_id]
    return cards(call, near)


def page_of(call: Call, stage: str, before: str, limit: int) -> tuple[list[Card], str]:
    """A page of cards by last change, and where the next begins."""
    rows, more = records.recent(limit, before, wanted=reaches(call, stage))
    return cards(call, rows), more


def per_stage(rows: Iterable[Card | records.Application]) -> Counter[str]:
    """How many stand at each stage."""
    return Counter(row.stage for row in rows)


def stage_of(text: str) -> str:
    """A stage asked for in a query, empty for none or an unknown one."""
    return text if text in set(Stage) else ""


def names() -> dict[str, str]:
    """The console's people by actor id."""
    return {f"user-{row.item_id}": row.name or row.email for row in records.users()}


def plain(row: Any, *fields: str) -> dict[str, Any]:
    """Some attributes of a row, with its id, for a template."""
    return {"id": row.item_id} | {name: getattr(row, name) for name in fields}
