"""Piles of résumés: announced by one call, followed by one call, screened again by one call."""

from collections import Counter

from chalicelib.entrypoints.api_candidates import (
    of_requisition,
    permit,
    target_of_requisition,
)
from chalicelib.entrypoints.reach import others_named, persons_within, with_known
from chalicelib.entrypoints.schemas import bulk as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import clock
from chalicelib.foundation.access import Target, within
from chalicelib.foundation.messages import MESSAGES, both
from chalicelib.records import service as records
from chalicelib.screening import service as screening

door = Door(__name__, "candidates")


@door.operation(
    "POST",
    "/v1/requisitions/{requisition_id}/resumes",
    action="candidate.change",
    body=s.FilesTaken,
    returns=s.UploadPermits,
    status=201,
    fresh=True,
)
def upload_resumes(call: Call) -> s.UploadPermits:
    """Announce up to 500 résumé files; each becomes an application of its own."""
    requisition = records.requisition(call.path["requisition_id"])
    call.may(target_of_requisition(call, requisition))
    applicant = records.Applicant(source=call.body.source, store_id=call.body.store_id)
    names = [file.file_name for file in call.body.files]
    batch, uploads = records.announce(call.command, requisition.item_id, applicant, names)
    return s.UploadPermits(batch_id=batch.item_id, uploads=[permit(row) for row in uploads])


@door.operation(
    "GET",
    "/v1/requisitions/{requisition_id}/resumes",
    action="candidate.read",
    query=s.BatchQuery,
    returns=s.BatchGiven,
)
def get_batch(call: Call) -> s.BatchGiven:
    """How the files of one batch stand: counts by state, and each file with what became of it."""
    requisition = records.requisition(call.path["requisition_id"])
    row = records.batch(requisition.item_id, call.query.batch)
    call.may(Target(store_id=row.store_id, region=row.region))
    return batch_given(call, row, requisition, call.query)


def batch_given(
    call: Call, row: records.ResumeBatch, requisition: records.Requisition, query: s.BatchQuery
) -> s.BatchGiven:
    """A batch as the contract shows it; persons beyond the caller's reach stay unnamed."""
    files = records.files_of(row.item_id)
    counts = Counter(file.state for file in files)
    # A list is a moment behind what was announced; what it does not show yet is expected.
    counts["expected"] += int(row.files) - len(files)
    ended = [clock.iso(file.updated_at) for file in files if file.updated_at]
    wanted = [file for file in files if query.state in (None, file.state)]
    part = wanted[query.offset : query.offset + query.limit]
    given = [file_given(file, int(requisition.criteria_version)) for file in part]
    return s.BatchGiven(
        **_named(row),
        requisition_id=requisition.item_id,
        finished_at=max(ended) if ended and not counts["expected"] else None,
        counts={state: counts[state] for state in s.STATES},
        files=_naming_known(call, given),
    )


def _naming_known(call: Call, files: list[s.FileGiven]) -> list[s.FileGiven]:
    items = [file.model_dump() for file in files]
    known = persons_within(call, others_named(items))
    return [s.FileGiven(**with_known(item, known)) for item in items]


def file_given(row: records.Upload, criteria_version: int) -> s.FileGiven:
    """One file of a batch as the contract shows it."""
    known = f"error.{row.reason}" in MESSAGES
    given = {
        name: getattr(row, name)
        for name in s.FileGiven.model_fields
        if name not in {"number", "message", "next", "changed", "stale"}
    }
    return s.FileGiven(
        **given,
        number=int(row.list_sort or 0) + 1,
        message=both(f"error.{row.reason}") if known else None,
        next=both(f"next.{row.reason}") if known else None,
        changed=screening.stale(row, criteria_version),
        stale=screening.awaited(row, criteria_version),
    )


@door.operation(
    "GET",
    "/v1/requisitions/{requisition_id}/batches",
    action="candidate.read",
    returns=s.Batches,
)
def list_batches(call: Call) -> s.Batches:
    """The batches of a requisition, the latest first."""
    requisition_id = records.requisition(call.path["requisition_id"]).item_id
    rows = [
        row
        for row in records.batches(requisition_id)
        if within(call.actor.scope, Target(store_id=row.store_id, region=row.region))
    ]
    return s.Batches(batches=[s.BatchNamed(**_named(row), files=int(row.files)) for row in rows])


def _named(row: records.ResumeBatch) -> dict[str, str]:
    names = ("source", "store_id", "by", "started_at")
    return {"batch_id": row.item_id} | {name: getattr(row, name) for name in names}


@door.operation(
    "POST",
    "/v1/requisitions/{requisition_id}/rescreening",
    action="requisition.change",
    returns=s.RescreeningGiven,
    status=202,
)
def start_rescreening(call: Call) -> s.RescreeningGiven:
    """Screen again what no longer rests on today's criteria and rules and is not decided yet."""
    requisition = records.requisition(call.path["requisition_id"])
    call.may(target_of_requisition(call, requisition))
    started = screening.rescreen(call.command, requisition.item_id)
    return _rescreening(call, requisition, started)


@door.operation(
    "GET",
    "/v1/requisitions/{requisition_id}/rescreening",
    action="candidate.read",
    returns=s.RescreeningGiven,
)
def get_rescreening(call: Call) -> s.RescreeningGiven:
    """How many results are stale, and how many of those are still to be screened again."""
    requisition = records.requisition(call.path["requisition_id"])
    return _rescreening(call, requisition, False)


def _rescreening(call: Call, requisition: records.Requisition, started: bool) -> s.RescreeningGiven:
    version = int(requisition.criteria_version)
    found = screening.progress(of_requisition(call, requisition.item_id), version)
    return s.RescreeningGiven(
        requisition_id=requisition.item_id,
        criteria_version=version,
        basis=screening.basis_of(version),
        screened=found.screened,
        stale=found.stale,
        decided_stale=found.decided_stale,
        started=started,
    )
