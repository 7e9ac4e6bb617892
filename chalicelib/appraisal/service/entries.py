"""What is entered in an open cycle: KPI files, ratings, excuses."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.appraisal import imports
from chalicelib.appraisal.cycle import (
    CycleLocked,
    CycleState,
    ReasonMissing,
    check_entry,
    check_rating,
)
from chalicelib.appraisal.imports import ImportReport, KpiRow
from chalicelib.appraisal.service.cycles import cycle
from chalicelib.appraisal.tables import Appraisal, AppraisalCycle, KpiReading
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement

#: A transaction holds 100 items; some are the ledger's own, one is the cycle.
ROWS_PER_COMMIT = 90


@dataclass(frozen=True)
class Imported:
    """A file that was imported whole."""

    cycle_id: str
    import_id: str
    rows: int
    people: int


@dataclass(frozen=True)
class Given:
    """One rating, 1–5."""

    person_id: str
    rating: int
    comment: str = ""


def check_kpis(cycle_id: str, content: bytes) -> ImportReport:
    """What importing this file would come to; nothing is written. Raises NotFound, CycleLocked."""
    return imports.read_kpis(content, _open(cycle_id).listed)


@ledger.retried
def import_kpis(command: Command, cycle_id: str, content: bytes) -> Imported:
    """Import a KPI file whole, in place of an earlier one, or not one row of it.

    Rows are written beside what counts; the cycle points at them in the last transaction.
    Raises NotFound, CycleLocked, ImportRejected.
    """
    import_id = command.new_id("kpis", 12)
    if ledger.applied(command):
        return _imported(cycle(cycle_id), import_id)
    row = _open(cycle_id)
    report = imports.read_kpis(content, row.listed)
    if not report.ok:
        raise imports.rejected(report.problems)
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
    return Imported(row.item_id, import_id, int(entry["rows"]), int(entry["people"]))


def rate(
    command: Command, cycle_id: str, person_id: str, rating: int, comment: str = ""
) -> Appraisal:
    """Rate one employee. Raises NotFound, CycleLocked, NotListed, RatingOutOfScale."""
    rate_many(command, cycle_id, [Given(person_id, rating, comment)])
    return Appraisal.get(person_id, f"appraisal#{cycle_id}", consistent_read=True)


def rate_many(command: Command, cycle_id: str, given: Sequence[Given]) -> int:
    """Rate employees; nothing is written when one rating cannot stand. The number rated.

    Raises NotFound, CycleLocked, NotListed, RatingOutOfScale.
    """
    row = cycle(cycle_id)
    people = set(row.listed.values())
    for each in given:
        check_entry(CycleState(row.state), people, each.person_id)
        check_rating(each.rating)
    for start in range(0, len(given), ROWS_PER_COMMIT):
        part = command if len(given) <= ROWS_PER_COMMIT else command.part(f"ratings-{start}")
        _enter(part, cycle_id, given[start : start + ROWS_PER_COMMIT])
    return len(given)


def import_ratings(command: Command, cycle_id: str, content: bytes) -> int:
    """Take managers' ratings from a file, all or none.

    Raises NotFound, CycleLocked, ImportRejected.
    """
    row = _open(cycle_id)
    report = imports.read_ratings(content, row.listed)
    if report.problems:
        raise imports.rejected(report.problems)
    given = [Given(row.listed[r.employee_number], r.rating, r.comment) for r in report.accepted]
    return rate_many(command, cycle_id, given)


@ledger.retried
def excuse(command: Command, cycle_id: str, person_id: str, reason: str) -> Appraisal:
    """Say why an employee is not rated. Raises NotFound, CycleLocked, NotListed, ReasonMissing."""
    row = cycle(cycle_id)
    if not ledger.applied(command):
        check_entry(CycleState(row.state), set(row.listed.values()), person_id)
        if not reason.strip():
            raise ReasonMissing()
        item = _items(command, cycle_id, [person_id])[person_id]
        item.rating, item.comment, item.excuse = None, "", reason.strip()[:500]
        _commit(command, row, [item], "appraisal.excused")
    return Appraisal.get(person_id, f"appraisal#{cycle_id}", consistent_read=True)


@ledger.retried
def _enter(command: Command, cycle_id: str, given: Sequence[Given]) -> None:
    if ledger.applied(command):
        return
    row = _open(cycle_id)
    seen_scores = may_see(command.actor, Fields.SCORE)
    items = _items(command, cycle_id, [each.person_id for each in given])
    for each in given:
        item = items[each.person_id]
        item.rating, item.comment, item.excuse = each.rating, each.comment[:2000], ""
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
    row.entered = int(row.entered) + len(items)
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
