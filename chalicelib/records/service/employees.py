"""Employees: what becomes of a candidate on the day of hire."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.records.tables import Employee, PerformanceItem, Person, shard
from chalicelib.records.tables.candidates import SHARDS


@dataclass(frozen=True)
class NewEmployee:
    """A person on the day of hire; `hired_at` is an ISO date."""

    person_id: str
    employee_number: str
    name: str
    job_family: str
    store_id: str
    region: str
    hired_at: str
    application_id: str = ""
    origin: str = "hired"
    development: tuple[dict[str, Any], ...] = ()


def new_employee(new: NewEmployee) -> Employee:
    """The employee's row, to be committed by the caller."""
    row = Employee(new.person_id, "employee", employee_number=new.employee_number)
    row.name, row.job_family, row.store_id = new.name, new.job_family, new.store_id
    row.region, row.hired_at, row.application_id = new.region, new.hired_at, new.application_id
    row.origin, row.development = new.origin, list(new.development)
    row.list_key = f"employees#{new.job_family}#{shard(new.person_id)}"
    row.list_sort = new.employee_number
    row.number_key = f"number#{new.employee_number}"
    return row


def import_employee(command: Command, new: NewEmployee) -> Sequence[Person | Employee]:
    """Rows for a person and employee known from before, to be committed by the caller.

    The person's id derives from the employee number, so that a second import finds the first.
    """
    person = Person(new.person_id, "person", name=new.name)
    person.sources = {"name": f"import:{command.id[:40]}"}
    return [person, new_employee(new)]


def imported_person_id(employee_number: str) -> str:
    """The person id that an imported employee number always gives."""
    return ids.derived_id(f"imported-employee/{employee_number}", ids.PERSON_LENGTH)


def employee(person_id: str) -> Employee:
    """One employee. Raises NotFound."""
    try:
        return Employee.get(person_id, "employee", consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("employee-unknown", person_id=person_id) from error


def employee_by_number(employee_number: str) -> Employee:
    """The employee with this number. Raises NotFound."""
    for row in PerformanceItem.by_number.query(f"number#{employee_number}", limit=1):
        if isinstance(row, Employee):
            return row
    raise NotFound("employee-unknown", employee_number=employee_number)


def employees_of(person_ids: Iterable[str]) -> list[Employee]:
    """Those of these people who are employees, read by the hundred."""
    keys = [(person_id, "employee") for person_id in sorted({*person_ids})]
    return list(Employee.batch_get(keys, consistent_read=True)) if keys else []


def employees(job_family: str) -> list[Employee]:
    """All employees of a job family, by number."""
    rows = [
        row
        for n in range(SHARDS)
        for row in PerformanceItem.by_cycle.query(f"employees#{job_family}#{n}")
        if isinstance(row, Employee)
    ]
    return sorted(rows, key=lambda row: row.employee_number)


@ledger.retried
def leave(command: Command, person_id: str, left_on: str, leaving: str, note: str) -> Employee:
    """Record the last day in post (ISO) and why; a later record corrects it. Raises NotFound."""
    row = employee(person_id)
    row.left_on, row.leaving, row.leaving_note = left_on, leaving, note
    told = {"employee_number": row.employee_number, "left_on": left_on, "leaving": leaving}
    if ledger.commit(
        command,
        action="employee.left",
        subject=person_id,
        changes=[row],
        announce=[Announcement("employee.left", person_id, told)],
        detail=told,
    ):
        count("EmployeeLeft", person_id=person_id)
    return employee(person_id)
