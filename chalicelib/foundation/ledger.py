"""The ledger: every mutation is one transaction of state, dedupe, audit and outbox rows.

The dedupe row makes a retry harmless whatever was lost on the way: the same command id finds its
own row and is told "already done" (`commit` returns False); another payload is a conflict.
"""

import functools
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ParamSpec, TypeVar

from pynamodb.connection import Connection
from pynamodb.exceptions import PutError, TransactWriteError
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

from chalicelib.foundation import audit, clock
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Unavailable
from chalicelib.foundation.ids import derived_id
from chalicelib.foundation.ledger_seen import NO_ENTRY as NO_ENTRY
from chalicelib.foundation.ledger_seen import NOTHING_SEEN
from chalicelib.foundation.ledger_seen import Seen as Seen
from chalicelib.foundation.ledger_seen import look as look
from chalicelib.foundation.ledger_tables import (
    AnnouncementRow,
    AuditRow,
    CommandRow,
    LedgerRow,
    NoteRow,
)
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.settings import settings

DEDUPE_DAYS = 90
ATTEMPTS = 6
#: Rows that one DynamoDB transaction may hold.
MOST_ROWS = 100

P = ParamSpec("P")
R = TypeVar("R")


class StaleRecord(Conflict):
    """Somebody else changed the record in between; load it again and decide again."""

    code = "stale-record"
    retry = True


class CommandReused(Conflict):
    """The command id was used before for something else."""

    code = "command-reused"


@dataclass(frozen=True)
class Part:
    """What a command does to one subject: rows to save, one audit entry, what is announced."""

    action: str
    subject: str
    changes: Sequence[Model] = ()
    announce: Sequence[Announcement] = ()
    detail: dict[str, Any] = field(default_factory=dict)


def commit(  # noqa: PLR0913 - the five parts of one transaction, by keyword
    command: Command,
    *,
    action: str,
    subject: str,
    changes: Sequence[Model] = (),
    announce: Iterable[Announcement] = (),
    detail: dict[str, Any] | None = None,
    seen: Seen = NOTHING_SEEN,
) -> bool:
    """Write the changes, the audit entry and the announcements, all or nothing, once per command.

    Returns
    -------
    bool
        True when written now, False when this command had been written before.

    Raises
    ------
    CommandReused, StaleRecord, Unavailable
    """
    part = Part(action, subject, changes, tuple(announce), detail or {})
    return commit_all(command, [part], seen)


def commit_all(command: Command, parts: Sequence[Part], seen: Seen = NOTHING_SEEN) -> bool:
    """Write several subjects' parts of one command in one transaction of at most 100 rows.

    Returns whether it was written now. Raises CommandReused, StaleRecord, Unavailable.
    """
    if applied(command, seen):
        return False
    told = [item for part in parts for item in part.announce]
    rows: list[LedgerRow] = [CommandRow.of(command, DEDUPE_DAYS)]
    rows += [AuditRow.of(_next_entry(command, part, seen)) for part in parts]
    rows += [AnnouncementRow.of(command, item, n) for n, item in enumerate(told)]
    try:
        with TransactWrite(connection=_connection(), client_request_token=_token(command)) as write:
            for row in rows:
                write.save(row, condition=LedgerRow.pk.does_not_exist())
            for change in (change for part in parts for change in part.changes):
                _touch(change, command)
                write.save(change)
    except TransactWriteError as error:
        return _explain(command, error)
    return True


def applied(command: Command, seen: Seen = NOTHING_SEEN) -> bool:
    """Whether this very command was written before; raises CommandReused for a twin."""
    if command.id in seen.asked:
        payload_hash = seen.done.get(command.id)
    else:
        row = CommandRow.find(command.id)
        payload_hash = None if row is None else row.payload_hash
    if payload_hash is None:
        return False
    if payload_hash != command.payload_hash:
        raise CommandReused(command_id=command.id)
    return True


def retried(verb: Callable[P, R]) -> Callable[P, R]:
    """Run a service verb again from its beginning when a record moved under it."""

    @functools.wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        for attempt in range(ATTEMPTS - 1):
            try:
                return verb(*args, **kwargs)
            except StaleRecord:
                time.sleep(random.uniform(0.01, 0.05) * 2**attempt)  # noqa: S311 - jitter
        return verb(*args, **kwargs)

    return run


def trail(subject: str, limit: int | None = None) -> list[tuple[audit.Entry, str]]:
    """The audit entries of one subject in order, each with its stored hash."""
    rows = AuditRow.query(f"audit#{subject}", limit=limit, consistent_read=True)
    return [(row.entry(), row.entry_hash) for row in rows]


def day(date: str, *, before: str = "", limit: int = 50) -> list[tuple[audit.Entry, str]]:
    """One day's audit entries, newest first, up to the position `before`."""
    return AuditRow.of_day(date, before, limit)


def _next_entry(command: Command, part: Part, seen: Seen) -> audit.Entry:
    end = seen.ends.get(part.subject)
    sequence, previous_hash = end if end is not None else _end_of(part.subject)
    return audit.Entry(
        subject=part.subject,
        sequence=sequence + 1,
        action=part.action,
        actor_id=command.actor.actor_id,
        at=clock.iso(command.at),
        correlation_id=command.correlation_id,
        command_id=command.id,
        detail=part.detail,
        previous_hash=previous_hash,
    )


def _end_of(subject: str) -> tuple[int, str]:
    rows = AuditRow.query(
        f"audit#{subject}", scan_index_forward=False, limit=1, consistent_read=True
    )
    last = next(iter(rows), None)
    return NO_ENTRY if last is None else (int(last.sequence), last.entry_hash)


def _touch(change: Model, command: Command) -> None:
    if getattr(change, "created_at", command.at) is None:
        setattr(change, "created_at", command.at)  # noqa: B010 - not every model declares it
    setattr(change, "updated_at", command.at)  # noqa: B010


def _token(command: Command) -> str:
    # A fresh attempt after a conflict carries other rows, hence the time in the token.
    return derived_id(f"{command.id}/{time.monotonic_ns()}", 32)


@functools.cache
def _connection() -> Connection:
    return Connection(
        region=settings().region,
        retry_configuration={"mode": "standard", "total_max_attempts": 5},
    )


def _explain(command: Command, error: TransactWriteError) -> bool:
    """A failed condition is read back before it is called a conflict."""
    if applied(command):
        return False
    codes = {reason.code for reason in error.cancellation_reasons if reason}
    if codes & {"ConditionalCheckFailed", "TransactionConflict"}:
        raise StaleRecord() from error
    if error.cause_response_code == "TransactionInProgressException":
        raise StaleRecord() from error
    raise Unavailable(reason=error.cause_response_code or "dynamodb") from error


def expires(days: float) -> int:
    """Epoch seconds `days` from now, for a TTL attribute."""
    return int((clock.now() + timedelta(days=days)).timestamp())


def find_note(key: str) -> dict[str, Any] | None:
    """The note under a key, or None when there is none or its time is over."""
    rows = NoteRow.query(f"note#{key}", consistent_read=True, limit=1)
    row = next(iter(rows), None)
    if row is None or int(row.expires_at or 0) < clock.now().timestamp():
        return None
    body: dict[str, Any] = row.body
    return body


def keep_note(key: str, body: dict[str, Any], days: float, *, once: bool = False) -> bool:
    """Keep a small note until its time is over; with `once`, False when one stands already."""
    row = NoteRow(f"note#{key}", "note", body=body, expires_at=expires(days))
    try:
        row.save(condition=LedgerRow.pk.does_not_exist() if once else None)
    except PutError as error:
        if error.cause_response_code == "ConditionalCheckFailedException":
            return False
        raise
    return True
