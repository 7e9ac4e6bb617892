"""Applications and the files that belong to them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

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
#: How often a file that arrived but was never read is given another try.
MOST_RECHECKS = 1
UNREADABLE_SO_FAR = "resume-quarantined"


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
    store_id = applicant.store_id
    if store_id and store_id not in requisition.store_ids:
        raise Invalid("store-unknown", stores=store_id)
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
    """An overdue file: one that never came expires; one that lies there gets one more hour.

    If it still was not read then, it is quarantined and its application asks for a person. Only
    a file that comes back as `expected` is to be sent again.
    """
    row = upload(upload_id)
    if row.state in TERMINAL or ledger.applied(command):
        return row
    changes: list[Upload | Application] = [row]
    if not arrived:
        action = "upload.expired"
        settle_upload(row, "expired", "upload.not-received")
    elif int(row.rechecks) < MOST_RECHECKS:
        action, row.rechecks = "upload.expected-again", int(row.rechecks) + 1
        row.due_at = clock.iso(command.at + timedelta(hours=1))
    else:
        action = "upload.quarantined"
        settle_upload(row, "quarantined", UNREADABLE_SO_FAR)
        changes.append(_asking(application(row.application_id), command))
    ledger.commit(
        command,
        action=action,
        subject=row.person_id,
        changes=changes,
        detail={"upload_id": upload_id, "rechecks": int(row.rechecks)},
    )
    return upload(upload_id)


def _asking(row: Application, command: Command) -> Application:
    row.attention = row.attention or f"error.{UNREADABLE_SO_FAR}"
    row.place(command.at)
    return row


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
