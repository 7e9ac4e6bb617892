"""Appraisal cycles: opened for a job family with its KPIs and a formula, found again."""

from collections.abc import Mapping
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.appraisal.cycle import (
    CycleEmpty,
    CycleLocked,
    CycleState,
    CycleTooLarge,
    check_period,
)
from chalicelib.appraisal.formula import USUAL, Part, check_formula
from chalicelib.appraisal.kpis import Kpi, starting_kpis
from chalicelib.appraisal.service.kpi_sets import current_kpis
from chalicelib.appraisal.tables import AppraisalCycle
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump, load
from chalicelib.records import service as records

Text2 = dict[str, str]

PARTITION = "appraisal-cycle"
#: One row keeps the whole list; 8,000 people are about 250 kB of DynamoDB's 400.
MOST_LISTED = 8_000


@ledger.retried
def open_cycle(  # noqa: PLR0913 - what a cycle is, by keyword
    command: Command,
    *,
    cycle_id: str,
    name: Text2,
    job_family: str,
    period: tuple[str, str],
    formula: Mapping[str, int] | None = None,
    region: str = "",
    store_id: str = "",
) -> AppraisalCycle:
    """Open a cycle for everyone of a job family in post in it; dates are ISO, inclusive.

    A family of more people than one cycle holds is appraised by region or store. It keeps the
    family's current KPIs and the formula (none: KPIs 60, manager 40) as they stand.
    Raises CycleDates, CycleEmpty, CycleTooLarge, FormulaUnsound, Conflict when the id is taken.
    """
    if ledger.applied(command):
        return cycle(cycle_id)
    check_period(*period)
    if AppraisalCycle.count(PARTITION, AppraisalCycle.item_id == cycle_id):
        raise Conflict("cycle-exists", cycle_id=cycle_id)
    row = AppraisalCycle(PARTITION, cycle_id, name=name, job_family=job_family)
    row.region, row.store_id = region, store_id
    row.starts_on, row.ends_on = period
    row.formula = _plain(check_formula(formula) if formula else USUAL)
    kpis = current_kpis(job_family)
    row.kpis, row.kpi_version = [dump(kpi) for kpi in kpis.kpis], kpis.number
    row.listed = _at_work(row)
    if ledger.commit(
        command,
        action="appraisal.opened",
        subject=cycle_id,
        changes=[row],
        announce=[told("appraisal.opened", row)],
        detail=_what(row),
    ):
        count("AppraisalCycleOpened", cycle_id=cycle_id)
    return cycle(cycle_id)


def _what(row: AppraisalCycle) -> dict[str, Any]:
    """What the audit trail keeps of an opening."""
    return {
        "listed": len(row.listed),
        "kpi_version": row.kpi_version,
        "formula": row.formula,
        "region": row.region,
        "store_id": row.store_id,
    }


def _plain(formula: Mapping[Part, int]) -> dict[str, int]:
    return {part.value: weight for part, weight in formula.items()}


def _at_work(wanted: AppraisalCycle) -> dict[str, str]:
    """Employee number → person id of those who were in post there on some day of the period."""
    listed = {
        row.employee_number: row.person_id
        for row in records.employees(wanted.job_family)
        if row.hired_at[:10] <= wanted.ends_on
        and not (row.left_on and row.left_on < wanted.starts_on)
        and wanted.region in ("", row.region)
        and wanted.store_id in ("", row.store_id)
    }
    if not listed:
        raise CycleEmpty(job_family=wanted.job_family, ends_on=wanted.ends_on)
    if len(listed) > MOST_LISTED:
        raise CycleTooLarge(found=len(listed), most=MOST_LISTED)
    return listed


@ledger.retried
def set_formula(command: Command, cycle_id: str, formula: Mapping[str, int]) -> AppraisalCycle:
    """Declare the parts of an open cycle's appraisal. Raises NotFound, CycleLocked, FormulaUnsound.

    What it was before stays in the audit trail.
    """
    if not ledger.applied(command):
        row = open_row(cycle_id)
        before, row.formula = row.formula, _plain(check_formula(formula))
        ledger.commit(
            command,
            action="appraisal.formula-set",
            subject=cycle_id,
            changes=[row],
            detail={"before": before, "after": row.formula},
        )
    return cycle(cycle_id)


def cycle(cycle_id: str) -> AppraisalCycle:
    """One cycle. Raises NotFound."""
    try:
        return AppraisalCycle.get(PARTITION, cycle_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("cycle-unknown", cycle_id=cycle_id) from error


def open_row(cycle_id: str) -> AppraisalCycle:
    """A cycle that still takes entries. Raises NotFound, CycleLocked."""
    row = cycle(cycle_id)
    if row.state == CycleState.LOCKED:
        raise CycleLocked(cycle_id=cycle_id)
    return row


def cycles(job_family: str = "") -> list[AppraisalCycle]:
    """All cycles, or those of one job family, by id."""
    rows = AppraisalCycle.query(PARTITION, consistent_read=True)
    return [row for row in rows if job_family in ("", row.job_family)]


def being_rated() -> set[str]:
    """Everyone whom an open cycle lists: who may rate them may not read their scores now."""
    rows = AppraisalCycle.query(
        PARTITION,
        filter_condition=AppraisalCycle.state == CycleState.OPEN.value,
        consistent_read=True,
    )
    return {person for row in rows for person in row.listed.values()}


def kpis_of(row: AppraisalCycle) -> tuple[Kpi, ...]:
    """The KPIs that a cycle was opened with."""
    kept = tuple(load(Kpi, each) for each in row.kpis)
    return kept or starting_kpis(row.job_family)


def formula_of(row: AppraisalCycle) -> dict[Part, int]:
    """The declared parts of a cycle's appraisal and their weights."""
    return check_formula(row.formula) if row.formula else dict(USUAL)


def people_of(row: AppraisalCycle) -> list[str]:
    """Everyone listed, by employee number."""
    return [row.listed[number] for number in sorted(row.listed)]


def cycle_view(row: AppraisalCycle) -> dict[str, Any]:
    """A cycle in plain figures: how many are listed and rated, how many KPI rows count."""
    active = [each for each in row.imports if each["import_id"] == row.active_import]
    return {
        "cycle_id": row.item_id,
        "name": row.name,
        "job_family": row.job_family,
        "region": row.region,
        "store_id": row.store_id,
        "period_start": row.starts_on,
        "period_end": row.ends_on,
        "state": row.state,
        "listed": len(row.listed),
        "kpi_rows": sum(int(each["rows"]) for each in active),
        "rated": int(row.rated),
        "formula": _plain(formula_of(row)),
        "kpis": [dump(kpi) for kpi in kpis_of(row)],
        "kpi_version": int(row.kpi_version or 0),
        "locked_at": row.locked_at,
        "locked_by": row.locked_by,
        "appealed": len(row.revisions),
        "version": int(row.version or 0),
    }


def told(event: str, row: AppraisalCycle) -> Announcement:
    """That something became of a cycle, in ids and figures."""
    return Announcement(event, row.item_id, {"cycle_id": row.item_id, "people": len(row.listed)})


def moment(command: Command) -> dict[str, str]:
    """Who does something now, and when."""
    return {"by": command.actor.actor_id, "at": clock.iso(command.at)}
