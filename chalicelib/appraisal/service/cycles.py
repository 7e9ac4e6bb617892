"""Appraisal cycles: opened for a job family, locked for good, then read."""

from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.appraisal import outcome
from chalicelib.appraisal.cycle import (
    CycleEmpty,
    CycleState,
    CycleStillOpen,
    CycleTooLarge,
    Entry,
    check_lock,
    check_over,
    check_period,
)
from chalicelib.appraisal.kpis import Reading
from chalicelib.appraisal.outcome import Outcome
from chalicelib.appraisal.tables import Appraisal, AppraisalCycle, KpiReading
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import digest, dump
from chalicelib.records import service as records

Text2 = dict[str, str]

PARTITION = "appraisal-cycle"
#: One row keeps the whole list; 8,000 people are about 250 kB of DynamoDB's 400.
MOST_LISTED = 8_000


@ledger.retried
def open_cycle(
    command: Command, *, cycle_id: str, name: Text2, job_family: str, period: tuple[str, str]
) -> AppraisalCycle:
    """Open a cycle for everyone of a job family who was hired by its end; dates are ISO, inclusive.

    Raises CycleDates, CycleEmpty, CycleTooLarge, Conflict when the id is taken.
    """
    if ledger.applied(command):
        return cycle(cycle_id)
    check_period(*period)
    if AppraisalCycle.count(PARTITION, AppraisalCycle.item_id == cycle_id):
        raise Conflict("cycle-exists", cycle_id=cycle_id)
    row = AppraisalCycle(PARTITION, cycle_id, name=name, job_family=job_family)
    row.starts_on, row.ends_on = period
    row.listed = _at_work(job_family, row.ends_on)
    if ledger.commit(
        command,
        action="appraisal.opened",
        subject=cycle_id,
        changes=[row],
        announce=[_told("appraisal.opened", row)],
        detail={"listed": len(row.listed)},
    ):
        count("AppraisalCycleOpened", cycle_id=cycle_id)
    return cycle(cycle_id)


def _at_work(job_family: str, ends_on: str) -> dict[str, str]:
    """Employee number → person id of those who were hired by a date."""
    listed = {
        row.employee_number: row.person_id
        for row in records.employees(job_family)
        if row.hired_at[:10] <= ends_on
    }
    if not listed:
        raise CycleEmpty(job_family=job_family, ends_on=ends_on)
    if len(listed) > MOST_LISTED:
        raise CycleTooLarge(found=len(listed), most=MOST_LISTED)
    return listed


def cycle(cycle_id: str) -> AppraisalCycle:
    """One cycle. Raises NotFound."""
    try:
        return AppraisalCycle.get(PARTITION, cycle_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("cycle-unknown", cycle_id=cycle_id) from error


def cycles(job_family: str = "") -> list[AppraisalCycle]:
    """All cycles, or those of one job family, by id."""
    rows = AppraisalCycle.query(PARTITION, consistent_read=True)
    return [row for row in rows if job_family in ("", row.job_family)]


def cycle_view(row: AppraisalCycle) -> dict[str, Any]:
    """A cycle in plain figures: how many are listed and rated, how many KPI rows count."""
    active = [each for each in row.imports if each["import_id"] == row.active_import]
    return {
        "cycle_id": row.item_id,
        "name": row.name,
        "job_family": row.job_family,
        "period_start": row.starts_on,
        "period_end": row.ends_on,
        "state": row.state,
        "listed": len(row.listed),
        "kpi_rows": sum(int(each["rows"]) for each in active),
        "rated": int(row.rated),
        "version": int(row.version or 0),
    }


def appraisals(cycle_id: str) -> dict[str, Appraisal]:
    """What was entered in a cycle, by person. Raises NotFound."""
    keys = [(person, f"appraisal#{cycle_id}") for person in _people(cycle(cycle_id))]
    return {row.person_id: row for row in Appraisal.batch_get(keys, consistent_read=True)}


def readings(cycle_id: str) -> list[Reading]:
    """The KPI values that count in a cycle. Raises NotFound."""
    row = cycle(cycle_id)
    if row.active_import is None:
        return []
    keys = [(person, f"kpi#{cycle_id}#{row.active_import}") for person in _people(row)]
    found = {each.person_id: each for each in KpiReading.batch_get(keys, consistent_read=True)}
    return [
        Reading(person, kpi, float(value))
        for person in _people(row)
        if person in found
        for kpi, value in sorted(found[person].values.items())
    ]


@ledger.retried
def lock(command: Command, cycle_id: str) -> AppraisalCycle:
    """Close a cycle for good, when everyone listed is rated or excused.

    Raises NotFound, CycleNotOver, CycleLocked, CycleIncomplete.
    """
    row = cycle(cycle_id)
    if ledger.applied(command):
        return row
    check_over(row.ends_on, clock.iso(command.at)[:10])
    entries = _entries(cycle_id)
    check_lock(CycleState(row.state), _people(row), entries)
    row.state, row.locked_at = CycleState.LOCKED.value, clock.iso(command.at)
    row.locked_by = command.actor.actor_id
    row.outcomes_hash = digest([dump(each) for each in _outcomes(row, entries)])
    if ledger.commit(
        command,
        action="appraisal.locked",
        subject=cycle_id,
        changes=[row],
        announce=[_told("appraisal.locked", row)],
        detail={"listed": len(row.listed), "outcomes_hash": row.outcomes_hash},
    ):
        count("AppraisalCycleLocked", cycle_id=cycle_id)
    return cycle(cycle_id)


def outcomes(cycle_id: str) -> tuple[Outcome, ...]:
    """What a locked cycle says about each person. Raises NotFound, CycleStillOpen."""
    row = cycle(cycle_id)
    if row.state != CycleState.LOCKED:
        raise CycleStillOpen(cycle_id=cycle_id)
    return _outcomes(row, _entries(cycle_id))


def _outcomes(row: AppraisalCycle, entries: dict[str, Entry]) -> tuple[Outcome, ...]:
    return outcome.outcomes(row.job_family, row.listed, entries, readings(row.item_id))


def _entries(cycle_id: str) -> dict[str, Entry]:
    return {
        person: Entry(
            int(row.rating) if row.rating is not None else None, row.excuse, row.contaminated
        )
        for person, row in appraisals(cycle_id).items()
    }


def _people(row: AppraisalCycle) -> list[str]:
    return [row.listed[number] for number in sorted(row.listed)]


def _told(event: str, row: AppraisalCycle) -> Announcement:
    return Announcement(event, row.item_id, {"cycle_id": row.item_id, "people": len(row.listed)})
