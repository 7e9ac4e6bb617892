"""Employees and how they do: history, appraisal cycles, KPIs, ratings."""

from typing import Any

from chalicelib.appraisal import service as appraisal
from chalicelib.calibration import service as calibration
from chalicelib.entrypoints.schemas import work as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Fields, Target, may_see, within
from chalicelib.records import service as records

door = Door(__name__, "work")


@door.operation(
    "GET", "/v1/employees", action="employee.read", query=s.EmployeeQuery, returns=s.Employees
)
def list_employees(call: Call) -> s.Employees:
    """Employees of a job family by number; only the caller's stores."""
    rows = [
        row
        for row in records.employees(call.query.job_family)
        if row.employee_number > call.query.after
        and within(call.actor.scope, Target(store_id=row.store_id, region=row.region))
    ]
    page = rows[: call.query.limit]
    more = page[-1].employee_number if len(rows) > len(page) else ""
    return s.Employees(employees=[_employee(call, row) for row in page], next=more)


def _employee(call: Call, row: records.Employee) -> s.EmployeeGiven:
    """An employee; the development plan stems from the interview, which raters must not know."""
    given = s.EmployeeGiven.model_validate(row)
    if not may_see(call.actor, Fields.SCORE):
        given.development = []
    return given


@door.operation(
    "POST", "/v1/history", action="employee.import", body=s.CsvTaken, returns=s.ImportGiven
)
def import_history(call: Call) -> s.ImportGiven:
    """Import past interviews and hires from another system; all rows, or none with reasons."""
    return _report(calibration.import_history(call.command, call.body.content.encode()))


@door.operation(
    "POST",
    "/v1/appraisal-cycles",
    action="appraisal.change",
    body=s.CycleTaken,
    returns=s.CycleGiven,
    status=201,
)
def open_cycle(call: Call) -> s.CycleGiven:
    """Open an appraisal cycle for a job family."""
    given = call.body
    row = appraisal.open_cycle(
        call.command,
        cycle_id=given.cycle_id,
        name=given.name.model_dump(),
        job_family=given.job_family,
        period=(given.period_start.isoformat(), given.period_end.isoformat()),
    )
    return cycle_given(row)


@door.operation("GET", "/v1/appraisal-cycles", action="appraisal.read", returns=s.Cycles)
def list_cycles(call: Call) -> s.Cycles:
    """All appraisal cycles."""
    return s.Cycles(cycles=[cycle_given(row) for row in appraisal.cycles()])


@door.operation(
    "GET", "/v1/appraisal-cycles/{cycle_id}", action="appraisal.read", returns=s.CycleGiven
)
def get_cycle(call: Call) -> s.CycleGiven:
    """One appraisal cycle."""
    return cycle_given(appraisal.cycle(call.path["cycle_id"]))


@door.operation(
    "POST",
    "/v1/appraisal-cycles/{cycle_id}/kpis",
    action="appraisal.change",
    body=s.CsvTaken,
    returns=s.ImportGiven,
)
def import_kpis(call: Call) -> s.ImportGiven:
    """Import KPI readings (employee_number,kpi,value,unit); all rows, or none with reasons."""
    return _report(
        appraisal.import_kpis(call.command, call.path["cycle_id"], call.body.content.encode())
    )


@door.operation(
    "POST",
    "/v1/appraisal-cycles/{cycle_id}/ratings",
    action="appraisal.change",
    body=s.RatingsTaken,
    returns=s.CycleGiven,
)
def rate_employees(call: Call) -> s.CycleGiven:
    """Rate employees 1-5; raters never see a prediction before the cycle is locked."""
    appraisal.rate_many(
        call.command, call.path["cycle_id"], [r.model_dump() for r in call.body.ratings]
    )
    return cycle_given(appraisal.cycle(call.path["cycle_id"]))


@door.operation(
    "POST",
    "/v1/appraisal-cycles/{cycle_id}/excuses",
    action="appraisal.change",
    body=s.ExcuseTaken,
    returns=s.CycleGiven,
)
def excuse_employee(call: Call) -> s.CycleGiven:
    """Say why an employee of the cycle is not rated, for example that they left."""
    cycle_id = call.path["cycle_id"]
    person_id = records.employee_by_number(call.body.employee_number).person_id
    appraisal.excuse(call.command, cycle_id, person_id, call.body.reason)
    return cycle_given(appraisal.cycle(cycle_id))


@door.operation(
    "POST",
    "/v1/appraisal-cycles/{cycle_id}/lock",
    action="appraisal.change",
    returns=s.CycleGiven,
)
def lock_cycle(call: Call) -> s.CycleGiven:
    """Lock a cycle: from now on its ratings are outcomes and change no more."""
    return cycle_given(appraisal.lock(call.command, call.path["cycle_id"]))


def cycle_given(row: Any) -> s.CycleGiven:
    """An appraisal cycle as the contract shows it."""
    return s.CycleGiven.model_validate(appraisal.cycle_view(row))


def _report(report: Any) -> s.ImportGiven:
    return s.ImportGiven(
        accepted=report.accepted,
        problems=[
            {"row": p.row, "column": p.column, "code": p.code, "message": p.message}
            for p in report.problems
        ],
    )
