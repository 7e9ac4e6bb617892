"""What is entered in an open cycle: KPI files, ratings, excuses."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.appraisal import imports
from chalicelib.appraisal.cycle import (
    CycleLocked,
    CycleState,
    ReasonMissing,
    check_entry,
    check_rating,
)
from chalicelib.appraisal.imports import KpiRow
from chalicelib.appraisal.service.cycles import cycle
from chalicelib.appraisal.sheet import Imported
from chalicelib.appraisal.tables import Appraisal, AppraisalCycle, KpiReading
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement

#: A transaction holds 100 items; some are the ledger's own, one is the cycle.
ROWS_PER_COMMIT = 90


@dataclass(frozen=True)
class Given:
    """One rating, 1–5."""

    employee_number: str
    rating: int
    comment: str = ""


@ledger.retried
def import_kpis(command: Command, cycle_id: str, content: bytes) -> Imported:
    """Import a KPI file whole, in place of an earlier one, or tell its problems and write nothing.

    Rows are written beside what counts; the cycle points at them in the last transaction.
    Raises NotFound, CycleLocked.
    """
    import_id = command.new_id("kpis", 12)
    if ledger.applied(command):
        return _imported(cycle(cycle_id), import_id)
    row = _open(cycle_id)
    report = imports.read_kpis(content, row.listed)
    if not report.ok:
        return Imported(import_id, 0, 0, report.problems)
    people = _stage(command, row, import_id, report.accepted)
    row.active_import = import_id
    entry: dict[str, str | int] = {
        "import_id": import_id,
        "at": clock.iso(command.at),
        "by": command.actor.actor_id,
    }
    entry |= {"rows": len(report.accepted), "people": people}
    entry["sha256"] = hashlib.sha256(content).hexdigest()
    row.imports = [*row.imports, entry]
    if ledger.commit(
        command,
        action="appraisal.kpis-imported",
        subject=cycle_id,
        changes=[row],
        announce=[Announcement("appraisal.kpis-imported", cycle_id, {"rows": entry["rows"]})],
        detail=entry,
    ):
        count("KpisImported", len(report.accepted), cycle_id=cycle_id)
    return _imported(cycle(cycle_id), import_id)


def _stage(
    command: Command, row: AppraisalCycle, import_id: str, accepted: Sequence[KpiRow]
) -> int:
    """Write one item per person that nothing points at yet; the number of people."""
    values: dict[str, dict[str, float]] = {}
    for each in accepted:
        values.setdefault(row.listed[each.employee_number], {})[each.kpi] = each.value
    people = sorted(values)
    for start in range(0, len(people), ROWS_PER_COMMIT):
        items = [
            KpiReading(
                person,
                f"kpi#{row.item_id}#{import_id}",
                cycle_id=row.item_id,
                import_id=import_id,
                values=values[person],
            )
            for person in people[start : start + ROWS_PER_COMMIT]
        ]
        ledger.commit(
            command.part(f"kpis-{start}"),
            action="appraisal.kpis-staged",
            subject=row.item_id,
            changes=items,
            detail={"import_id": import_id, "people": len(items)},
        )
    return len(people)


def _imported(row: AppraisalCycle, import_id: str) -> Imported:
    entry = next(each for each in row.imports if each["import_id"] == import_id)
    return Imported(import_id, int(entry["rows"]), int(entry["people"]))


def rate(
    command: Command, cycle_id: str, person_id: str, rating: int, comment: str = ""
) -> Appraisal:
    """Rate one employee. Raises NotFound, CycleLocked, NotListed, RatingOutOfScale."""
    row = cycle(cycle_id)
    check_entry(CycleState(row.state), set(row.listed.values()), person_id)
    _enter(command, cycle_id, {person_id: (check_rating(rating), comment)})
    return Appraisal.get(person_id, f"appraisal#{cycle_id}", consistent_read=True)


def rate_many(command: Command, cycle_id: str, given: Sequence[Mapping[str, Any]]) -> int:
    """Rate employees by number; nothing is written when one rating cannot stand. How many.

    Each entry has the fields of `Given`. Raises NotFound, CycleLocked, NotListed, RatingOutOfScale.
    """
    row = cycle(cycle_id)
    wanted: dict[str, tuple[int, str]] = {}
    for each in (Given(**entry) for entry in given):
        check_entry(CycleState(row.state), row.listed, each.employee_number)
        wanted[row.listed[each.employee_number]] = (check_rating(each.rating), each.comment)
    people = sorted(wanted)
    for start in range(0, len(people), ROWS_PER_COMMIT):
        part = command if len(people) <= ROWS_PER_COMMIT else command.part(f"ratings-{start}")
        _enter(
            part, cycle_id, {who: wanted[who] for who in people[start : start + ROWS_PER_COMMIT]}
        )
    return len(people)


@ledger.retried
def excuse(command: Command, cycle_id: str, person_id: str, reason: str) -> Appraisal:
    """Say why an employee is not rated. Raises NotFound, CycleLocked, NotListed, ReasonMissing."""
    row = cycle(cycle_id)
    if not ledger.applied(command):
        check_entry(CycleState(row.state), set(row.listed.values()), person_id)
        if not reason.strip():
            raise ReasonMissing()
        item = _items(command, cycle_id, [person_id])[person_id]
        row.rated = int(row.rated) - (item.rating is not None)
        item.rating, item.comment, item.excuse = None, "", reason.strip()[:500]
        _commit(command, row, [item], "appraisal.excused")
    return Appraisal.get(person_id, f"appraisal#{cycle_id}", consistent_read=True)


@ledger.retried
def _enter(command: Command, cycle_id: str, wanted: Mapping[str, tuple[int, str]]) -> None:
    if ledger.applied(command):
        return
    row = _open(cycle_id)
    seen_scores = may_see(command.actor, Fields.SCORE)
    items = _items(command, cycle_id, sorted(wanted))
    row.rated = int(row.rated) + sum(item.rating is None for item in items.values())
    for person, (rating, comment) in wanted.items():
        item = items[person]
        item.rating, item.comment, item.excuse = rating, comment[:2000], ""
        item.contaminated = seen_scores
    _commit(command, row, list(items.values()), "appraisal.rated")


def _items(command: Command, cycle_id: str, people: Sequence[str]) -> dict[str, Appraisal]:
    """The people's items in this cycle, new where there is none, marked with who enters now."""
    key = f"appraisal#{cycle_id}"
    found = Appraisal.batch_get([(person, key) for person in set(people)], consistent_read=True)
    items = {row.person_id: row for row in found}
    for person in people:
        item = items.setdefault(person, Appraisal(person, key, cycle_id=cycle_id))
        item.entered_by, item.entered_at = command.actor.actor_id, clock.iso(command.at)
    return items


def _commit(command: Command, row: AppraisalCycle, items: list[Appraisal], action: str) -> None:
    # The cycle's version is part of the write: it may not be locked while a rating is entered.
    ledger.commit(
        command,
        action=action,
        subject=row.item_id,
        changes=[*items, row],
        detail={"people": len(items)},
    )
    count("AppraisalsEntered", len(items), cycle_id=row.item_id)


def _open(cycle_id: str) -> AppraisalCycle:
    row = cycle(cycle_id)
    if row.state == CycleState.LOCKED:
        raise CycleLocked(cycle_id=cycle_id)
    return row
