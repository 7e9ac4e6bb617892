"""A pile of résumés as a page: every file, what became of it, and who has the same contacts."""

from dataclasses import asdict, dataclass

from chalice import Response

from chalicelib.entrypoints import api_bulk
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.render import may, page
from chalicelib.entrypoints.schemas import bulk
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Target, within
from chalicelib.records import service as records
from chalicelib.screening import service as screening

door = Door(__name__, "console")

#: Piles that a requisition's page lists.
LISTED = 8


@dataclass(frozen=True)
class Pile:
    """One pile in a list."""

    batch_id: str
    files: int
    started_at: str


@door.page("/requisitions/{requisition_id}/batches/{batch_id}", action="candidate.read")
def batch(call: Call) -> Response:
    """The files of one pile, each with its state, and what to do about those refused."""
    requisition = records.requisition(call.path["requisition_id"])
    row = records.batch(requisition.item_id, call.path["batch_id"])
    call.may(Target(store_id=row.store_id, region=row.region))
    given = api_bulk.batch_given(call, row, requisition, bulk.BatchQuery(batch=row.item_id))
    return page(
        call,
        "batch.html",
        here=f"/requisitions/{requisition.item_id}/batches/{row.item_id}",
        requisition=rows.plain(requisition, "title"),
        batch=asdict(Pile(row.item_id, int(row.files), row.started_at)),
        counts=given.counts,
        states=bulk.STATES,
        files=[file.model_dump() for file in given.files],
    )


def of_requisition(call: Call, requisition_id: str) -> list[Pile]:
    """The latest piles of a requisition within the caller's scope."""
    if not may(call.actor, "candidate.read"):
        return []
    found = records.batches(requisition_id)
    mine = [
        row
        for row in found
        if within(call.actor.scope, Target(store_id=row.store_id, region=row.region))
    ]
    return [Pile(row.item_id, int(row.files), row.started_at) for row in mine[:LISTED]]


def staleness(
    applications: list[records.Application], criteria_version: int
) -> tuple[screening.Progress, dict[str, list[str]]]:
    """How many results rest on what has changed since, and for each of them what has."""
    marks = {row.application_id: screening.stale(row, criteria_version) for row in applications}
    found = screening.progress(applications, criteria_version)
    return found, {name: changed for name, changed in marks.items() if changed}
