"""Applications and the files that belong to them."""

from datetime import datetime, timedelta

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.outbox import Announcement
from chalicelib.records.stages import Stage, Step, check_move
from chalicelib.records.tables import SHARDS, Application, CandidateItem, Upload

#: An upload ends in one of these; nothing is ever dropped in silence.
TERMINAL = frozenset({"done", "rejected", "quarantined", "expired"})
#: How often a file that arrived but was never read is given another try.
MOST_RECHECKS = 1
UNREADABLE_SO_FAR = "resume-quarantined"


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
