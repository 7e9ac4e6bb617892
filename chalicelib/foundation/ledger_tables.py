"""Rows of the ledger table: commands, audit entries, announcements, secrets' fingerprints."""

from typing import Any

from pynamodb.attributes import (
    DiscriminatorAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

from chalicelib.foundation import audit, clock, ids
from chalicelib.foundation.command import Command
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.settings import settings

UNSENT_SHARDS = 4


class ByDay(GlobalSecondaryIndex["LedgerRow"]):
    """Audit entries of one day."""

    class Meta:
        index_name = "by_day"
        projection = AllProjection()

    day_key = UnicodeAttribute(hash_key=True)
    day_sort = UnicodeAttribute(range_key=True)


class ByUnsent(GlobalSecondaryIndex["LedgerRow"]):
    """Announcements that nobody has been told yet."""

    class Meta:
        index_name = "by_unsent"
        projection = AllProjection()

    unsent_key = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)


class LedgerRow(Model):
    """Anything the ledger keeps."""

    class Meta:
        table_name = settings().table_ledger
        region = settings().region

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    kind = DiscriminatorAttribute()
    expires_at = NumberAttribute(null=True)
    day_key = UnicodeAttribute(null=True)
    day_sort = UnicodeAttribute(null=True)
    unsent_key = UnicodeAttribute(null=True)
    by_day = ByDay()
    by_unsent = ByUnsent()


class CommandRow(LedgerRow, discriminator="command"):
    """A command that was carried out."""

    payload_hash = UnicodeAttribute()
    correlation_id = UnicodeAttribute()
    at = UnicodeAttribute()

    @classmethod
    def of(cls, command: Command, keep_days: int) -> "CommandRow":
        """The dedupe row of `command`."""
        return cls(
            f"command#{command.id}",
            "command",
            payload_hash=command.payload_hash,
            correlation_id=command.correlation_id,
            at=clock.iso(command.at),
            expires_at=int(command.at.timestamp()) + keep_days * 86_400,
        )

    @classmethod
    def find(cls, command_id: str) -> "CommandRow | None":
        """The row of a command that was carried out before."""
        rows = cls.query(f"command#{command_id}", consistent_read=True, limit=1)
        return next(iter(rows), None)


class AuditRow(LedgerRow, discriminator="audit"):
    """One entry of one subject's chain."""

    sequence = NumberAttribute()
    entry_hash = UnicodeAttribute()
    body = JSONAttribute()

    @classmethod
    def of(cls, entry: audit.Entry) -> "AuditRow":
        """The row of an entry, at its place in the chain."""
        return cls(
            f"audit#{entry.subject}",
            f"{entry.sequence:012d}",
            sequence=entry.sequence,
            entry_hash=entry.hash(),
            body=entry.__dict__,
            day_key=f"audit#{entry.at[:10]}",
            day_sort=f"{entry.at}#{entry.subject}#{entry.sequence:012d}",
        )

    @classmethod
    def of_day(cls, date: str, before: str, limit: int) -> list[tuple[audit.Entry, str]]:
        """Entries of one day, newest first."""
        condition: Any = ByDay.day_sort < before if before else None
        rows = cls.by_day.query(f"audit#{date}", condition, scan_index_forward=False, limit=limit)
        return [(row.entry(), row.entry_hash) for row in rows]  # type: ignore[attr-defined]

    def entry(self) -> audit.Entry:
        """The entry that was written."""
        return audit.Entry(**self.body)


class AnnouncementRow(LedgerRow, discriminator="announcement"):
    """A fact to be told; it leaves `by_unsent` when everybody concerned was told."""

    event = UnicodeAttribute()
    subject = UnicodeAttribute()
    payload = JSONAttribute()
    correlation_id = UnicodeAttribute()
    at = UnicodeAttribute()
    tries = NumberAttribute(default=0)
    problem = UnicodeAttribute(null=True)
    sent_at = UnicodeAttribute(null=True)

    @classmethod
    def of(cls, command: Command, told: Announcement, number: int) -> "AnnouncementRow":
        """The outbox row of the `number`-th announcement of a command."""
        key = f"{command.id}#{number}"
        return cls(
            f"outbox#{key}",
            f"{clock.iso(command.at)}#{key}",
            event=told.event,
            subject=told.subject,
            payload=told.payload,
            correlation_id=command.correlation_id,
            at=clock.iso(command.at),
            unsent_key=f"unsent#{ids.shard(key, UNSENT_SHARDS)}",
        )


class NoteRow(LedgerRow, discriminator="note"):
    """A small keyed note with an end: sign-in links, replayable responses, seen webhook ids."""

    body = JSONAttribute()
