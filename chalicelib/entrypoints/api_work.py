"""Employees: who they are, where they came from, when and why they left."""

from collections import Counter

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.tenure import WINDOWS
from chalicelib.calibration import service as calibration
from chalicelib.entrypoints import blindness
from chalicelib.entrypoints.api_kpis import import_given
from chalicelib.entrypoints.schemas import work as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Fields, Target, may_see, within
from chalicelib.foundation.statistics import wilson
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
    blinded = blindness.blinded(call)
    return s.Employees(employees=[_employee(call, row, blinded) for row in page], next=more)


def _employee(call: Call, row: records.Employee, blinded: set[str]) -> s.EmployeeGiven:
    """An employee; the development plan stems from the interview, which raters must not know."""
    given = s.EmployeeGiven.model_validate(row)
    if not may_see(call.actor, Fields.SCORE) or row.person_id in blinded:
        given.development = []
    return given


@door.operation(
    "POST", "/v1/history", action="employee.import", body=s.CsvTaken, returns=s.ImportGiven
)
def import_history(call: Call) -> s.ImportGiven:
    """Import past interviews and hires from another system; all rows, or none with reasons."""
    return import_given(calibration.import_history(call.command, call.body.content.encode()))


@door.operation(
    "POST",
    "/v1/employees/{employee_number}/leaving",
    action="employee.change",
    body=s.LeavingTaken,
    returns=s.EmployeeGiven,
)
def record_leaving(call: Call) -> s.EmployeeGiven:
    """Record an employee's last day and why they left; a later record corrects it."""
    number = call.path["employee_number"]
    row = records.employee_by_number(number)
    call.may(Target(store_id=row.store_id, region=row.region))
    given = call.body
    left = appraisal.record_leaving(
        call.command,
        number,
        left_on=given.left_on.isoformat(),
        leaving=given.leaving,
        note=given.note,
    )
    return _employee(call, left, blindness.blinded(call))


@door.operation(
    "GET",
    "/v1/retention",
    action="analytics.read",
    query=s.RetentionQuery,
    returns=s.Retentions,
)
def get_retention(call: Call) -> s.Retentions:
    """How many of a job family were in post 6 and 12 months after their hire, leavers included."""
    return retention_given(call.query.job_family)


def retention_given(job_family: str) -> s.Retentions:
    """Retention of everyone ever hired into a job family; who is not due yet is counted apart."""
    found = appraisal.retentions(job_family)
    windows = []
    for months in WINDOWS:
        due = [r.retained[months] for r in found if r.retained[months] is not None]
        stayed = sum(map(bool, due))
        low, high = wilson(stayed, len(due))
        windows.append(
            s.RetentionGiven(
                months=months,
                n=len(due),
                retained=stayed,
                rate=stayed / len(due) if due else None,
                low=low,
                high=high,
                too_early=len(found) - len(due),
            )
        )
    leavers = Counter(each.leaving for each in found if each.left_on)
    return s.Retentions(
        job_family=job_family, windows=windows, leavers=dict(sorted(leavers.items()))
    )
