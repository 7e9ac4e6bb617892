"""Readings of KPIs go into an open cycle whole, or not at all; the same ones twice do nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.appraisal import imports
from chalicelib.appraisal.imports import Expected, ImportReport, KpiRow
from chalicelib.appraisal.service.cycles import cycle, kpis_of, moment, open_row
from chalicelib.appraisal.service.locking import ROWS_PER_COMMIT
from chalicelib.appraisal.sheet import Imported
from chalicelib.appraisal.tables import AppraisalCycle, KpiReading
from chalicelib.foundation import ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import digest, dump

#: Imports that a cycle lists; the audit trail holds them all.
IMPORTS_KEPT = 20


@ledger.retried
def import_kpis(command: Command, cycle_id: str, content: bytes) -> Imported:
    """Import a KPI file (CSV or XLSX) in place of an earlier one, or tell its problems.

    Rows are written beside what counts; the cycle points at them in the last transaction.
    Raises NotFound, CycleLocked.
    """
    if ledger.applied(command):
        return _imported(cycle(cycle_id), _import_id(command))
    row = open_row(cycle_id)
    report = imports.read_kpis(content, _expected(row))
    return _take(command, row, report, hashlib.sha256(content).hexdigest())


@ledger.retried
def take_kpis(command: Command, cycle_id: str, given: Sequence[Mapping[str, Any]]) -> Imported:
    """Take readings that another system sends, by the same rules. Raises NotFound, CycleLocked."""
    if ledger.applied(command):
        return _imported(cycle(cycle_id), _import_id(command))
    row = open_row(cycle_id)
    report = imports.take_kpis(given, _expected(row))
    return _take(command, row, report, digest([dict(each) for each in given]))


def _import_id(command: Command) -> str:
    return command.new_id("kpis", 12)


def _expected(row: AppraisalCycle) -> Expected:
    months = imports.months_of(row.starts_on, row.ends_on)
    return Expected(row.listed, {kpi.key: kpi for kpi in kpis_of(row)}, months)


def _take(command: Command, row: AppraisalCycle, report: ImportReport, sha256: str) -> Imported:
    import_id = _import_id(command)
    if not report.ok:
        return Imported(import_id, 0, 0, report.problems)
    rows_hash = digest([dump(each) for each in report.accepted])
    for entry in row.imports:
        if entry["import_id"] == row.active_import and entry.get("rows_hash") == rows_hash:
            return Imported(entry["import_id"], int(entry["rows"]), int(entry["people"]), (), True)
    people = _stage(command, row, import_id, report.accepted)
    row.active_import = import_id
    counts = {"rows": len(report.accepted), "people": people}
    entry = {"import_id": import_id, **moment(command), **counts}
    entry |= {"sha256": sha256, "rows_hash": rows_hash}
    row.imports = [*row.imports, entry][-IMPORTS_KEPT:]
    if ledger.commit(
        command,
        action="appraisal.kpis-imported",
        subject=row.item_id,
        changes=[row],
        announce=[Announcement("appraisal.kpis-imported", row.item_id, {"rows": entry["rows"]})],
        detail=entry,
    ):
        count("KpisImported", len(report.accepted), cycle_id=row.item_id)
    return _imported(cycle(row.item_id), import_id)


def _stage(
    command: Command, row: AppraisalCycle, import_id: str, accepted: Sequence[KpiRow]
) -> int:
    """Write one item per person that nothing points at yet; the number of people."""
    own: dict[str, list[KpiRow]] = {}
    for each in accepted:
        own.setdefault(row.listed[each.employee_number], []).append(each)
    people = sorted(own)
    for start in range(0, len(people), ROWS_PER_COMMIT):
        items = [
            _item(row, import_id, person, own[person])
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


def _item(row: AppraisalCycle, import_id: str, person: str, own: list[KpiRow]) -> KpiReading:
    values, months = imports.of_person(own)
    item = KpiReading(person, f"kpi#{row.item_id}#{import_id}", cycle_id=row.item_id)
    item.import_id, item.values, item.months = import_id, values, months
    return item


def _imported(row: AppraisalCycle, import_id: str) -> Imported:
    """What an import came to: from the cycle, or from the audit trail when it is an old one."""
    known = {each["import_id"]: each for each in row.imports}
    if import_id not in known:
        told = (entry.detail for entry, _ in ledger.trail(row.item_id))
        known = {each["import_id"]: each for each in told if "rows_hash" in each}
    entry = known[import_id]
    return Imported(import_id, int(entry["rows"]), int(entry["people"]))
