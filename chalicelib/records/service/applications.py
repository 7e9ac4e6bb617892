"""Applications and the files that belong to them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import merge
from itertools import islice

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Invalid, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.records.service import company
from chalicelib.records.service.people import contact_keys
from chalicelib.records.stages import Stage, Step, check_move
from chalicelib.records.tables import (
    SHARDS,
    Application,
    CandidateItem,
    Person,
    Requisition,
    Upload,
    shard,
)

UPLOAD_HOURS = 24
#: An upload ends in one of these; nothing is ever dropped in silence.
TERMINAL = frozenset({"done", "rejected", "quarantined", "expired"})


@dataclass(frozen=True)
class Applicant:
    """What is known of a person who applies, before their résumé was read."""

    name: str = ""
    email: str = ""
    phone: str = ""
    language: str = "zh"
    country: str = "CN"
    timezone: str = "Asia/Shanghai"
    store_id: str = ""
    source: str = "direct"


def apply(
    command: Command, requisition_id: str, applicant: Applicant, file_name: str = ""
) -> tuple[Application, Upload]:
    """Open a person's file for a requisition and announce the résumé to come.

    Raises NotFound for an unknown requisition, Conflict for a closed one.
    """
    requisition = company.requisition(requisition_id)
    if not requisition.open:
        raise Conflict("requisition-closed", requisition_id=requisition_id)
    person_id = command.new_id("person", ids.PERSON_LENGTH)
    row = _new_application(command, requisition, applicant, person_id)
    upload_id = f"{person_id}-{command.new_id('upload')}"
    file = Upload(person_id, f"upload#{upload_id}", upload_id=upload_id, file_name=file_name[:200])
    file.application_id = row.application_id
    file.key = f"resumes/{row.application_id}/{upload_id}"
    file.due_key = f"upload#{shard(person_id)}"
    file.due_at = clock.iso(command.at + timedelta(hours=UPLOAD_HOURS))
    if ledger.commit(
        command,
        action="application.opened",
        subject=person_id,
        changes=[_new_person(person_id, applicant), row, file],
        detail={"application_id": row.application_id, "requisition_id": requisition_id},
    ):
        count("ApplicationOpened", requisition_id=requisition_id)
    return application(row.application_id), upload(upload_id)


def _new_person(person_id: str, applicant: Applicant) -> Person:
    row = Person(person_id, "person", name=applicant.name, language=applicant.language)
    row.email, row.phone = applicant.email, applicant.phone
    row.country, row.timezone = applicant.country, applicant.timezone
    keys = contact_keys(applicant.phone, applicant.email)
    row.contact_key = keys[0] if keys else None
    return row


def _new_application(
    command: Command, requisition: Requisition, applicant: Applicant, person_id: str
) -> Application:
    if applicant.store_id and applicant.store_id not in requisition.store_ids:
        raise Invalid("store-unknown", stores=applicant.store_id)
    store_id = applicant.store_id or next(iter(requisition.store_ids), "")
    row = Application(person_id, "", requisition_id=requisition.item_id)
    row.application_id = f"{person_id}-{command.new_id('application')}"
    row.item_id = f"application#{row.application_id}"
    row.job_family, row.store_id = requisition.job_family, store_id
    row.region = company.store(store_id).region if store_id else requisition.region
    row.source, row.display_name = applicant.source, applicant.name
    row.history = [Step(Stage.APPLIED, clock.iso(command.at), command.actor.actor_id).__dict__]
    row.place(command.at)
    return row


def application(application_id: str) -> Application:
    """One application. Raises NotFound."""
    try:
        return Application.get(
            ids.person_of(application_id), f"application#{application_id}", consistent_read=True
        )
    except DoesNotExist as error:
        raise NotFound("application-unknown", application_id=application_id) from error


def move(row: Application, stage: Stage, command: Command) -> Application:
    """Set an application to its next stage, to be committed by the caller. Raises IllegalMove."""
    check_move(Stage(row.stage), stage)
    row.stage = stage.value
    step = Step(stage, clock.iso(command.at), command.actor.actor_id)
    row.history = [*row.history, step.__dict__]
    row.place(command.at)
    return row


@ledger.retried
def flag(command: Command, application_id: str, reason: str) -> Application:
    """Ask a person to look at an application; `reason` is a message key."""
    row = application(application_id)
    row.attention = reason
    row.place(command.at)
    ledger.commit(
        command,
        action="application.flagged",
        subject=row.person_id,
        changes=[row],
        detail={"application_id": application_id, "reason": reason},
    )
    return application(application_id)


@ledger.retried
def withdraw(command: Command, application_id: str) -> Application:
    """The candidate takes the application back. Raises IllegalMove after the hire."""
    row = application(application_id)
    if not ledger.applied(command):
        move(row, Stage.WITHDRAWN, command)
        ledger.commit(
            command,
            action="application.withdrawn",
            subject=row.person_id,
            changes=[row],
            announce=[Announcement("application.withdrawn", application_id)],
        )
    return application(application_id)


def upload(upload_id: str) -> Upload:
    """One announced file. Raises NotFound."""
    try:
        return Upload.get(ids.person_of(upload_id), f"upload#{upload_id}", consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("upload-unknown", upload_id=upload_id) from error


def upload_of_key(key: str) -> Upload:
    """The announced file behind an object's key. Raises NotFound."""
    return upload(key.rsplit("/", 1)[-1])


def settle_upload(row: Upload, state: str, reason: str | None = None) -> Upload:
    """Set a file to its terminal state, to be committed by the caller."""
    if state not in TERMINAL:
        raise ValueError(f"{state} is not a terminal state")
    row.state, row.reason, row.due_key, row.due_at = state, reason, None, None
    return row


@ledger.retried
def recheck_upload(command: Command, upload_id: str, *, arrived: bool) -> Upload:
    """An overdue file: look again in an hour if it arrived, else it visibly never came."""
    row = upload(upload_id)
    if row.state in TERMINAL or ledger.applied(command):
        return row
    if arrived:
        row.due_at = clock.iso(command.at + timedelta(hours=1))
    else:
        settle_upload(row, "expired", "upload.not-received")
    ledger.commit(
        command,
        action="upload.expected-again" if arrived else "upload.expired",
        subject=row.person_id,
        changes=[row],
        detail={"upload_id": upload_id},
    )
    return upload(upload_id)


def board(requisition_id: str, stage: Stage | None = None, limit: int = 200) -> list[Application]:
    """Applications of a requisition, best first within a stage."""
    prefix = f"{stage.value}#" if stage else None
    condition = CandidateItem.list_sort.startswith(prefix) if prefix else None
    shards = [
        CandidateItem.by_requisition.query(
            f"requisition#{requisition_id}#{n}", condition, scan_index_forward=False, limit=limit
        )
        for n in range(SHARDS)
    ]
    rows = merge(*shards, key=lambda row: row.list_sort, reverse=True)
    return [row for row in islice(rows, limit) if isinstance(row, Application)]


def recent(limit: int = 50, before: str = "") -> tuple[list[Application], str]:
    """Applications by last change, newest first, and where the next page begins ("" at the end)."""
    condition = CandidateItem.recent_sort < before if before else None
    shards = [
        CandidateItem.by_recent.query(
            f"applications#{n}", condition, scan_index_forward=False, limit=limit
        )
        for n in range(SHARDS)
    ]
    found = list(islice(merge(*shards, key=lambda r: r.recent_sort, reverse=True), limit))
    rows = [row for row in found if isinstance(row, Application)]
    return rows, str(rows[-1].recent_sort) if len(rows) == limit else ""


def overdue_uploads(now: datetime) -> list[Upload]:
    """Files that were announced and did not come in time."""
    return [row for row in _due("upload", now) if isinstance(row, Upload)]


def due_workflows(now: datetime) -> list[Application]:
    """Applications whose hire workflow should be running."""
    return [row for row in _due("workflow", now) if isinstance(row, Application)]


def _due(name: str, now: datetime) -> list[CandidateItem]:
    condition = CandidateItem.due_at <= clock.iso(now)
    return [
        row
        for n in range(SHARDS)
        for row in CandidateItem.by_due.query(f"{name}#{n}", condition, limit=200)
    ]
