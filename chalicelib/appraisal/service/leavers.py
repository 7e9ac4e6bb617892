"""Who left, and why: retention is an outcome of its own, and nobody who left drops out of it."""

from chalicelib.appraisal.tenure import Leaving, Retention, check_leaving, retention
from chalicelib.foundation import clock
from chalicelib.foundation.command import Command
from chalicelib.records import service as records


def record_leaving(
    command: Command, employee_number: str, *, left_on: str, leaving: Leaving, note: str
) -> records.Employee:
    """Record an employee's last day and why they left. Raises NotFound, LeavingDate."""
    row = records.employee_by_number(employee_number)
    check_leaving(row.hired_at, left_on, clock.iso(command.at)[:10])
    return records.leave(command, row.person_id, left_on, leaving.value, note.strip())


def retentions(job_family: str) -> list[Retention]:
    """Whether everyone ever hired into a job family was in post 6 and 12 months later."""
    today = clock.iso(clock.now())[:10]
    return [
        retention(row.person_id, row.hired_at, row.left_on or "", row.leaving or "", as_of=today)
        for row in records.employees(job_family)
        if row.hired_at[:10] <= today
    ]
