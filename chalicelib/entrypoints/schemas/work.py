"""Employees, their history, and their leaving."""

from datetime import date
from typing import Any

from pydantic import Field

from chalicelib.appraisal.tenure import Leaving
from chalicelib.entrypoints.schemas.common import Given, Slug, Taken

#: Characters of an import that passes through the API; larger ones are split by the caller.
MAX_CSV = 2_000_000


class CsvTaken(Taken):
    """A CSV file's text."""

    content: str = Field(min_length=1, max_length=MAX_CSV)


class ImportGiven(Given):
    """What an import did: all rows, or none with the reason for each.

    `repeated`: the very same rows had been taken before, and nothing was done.
    """

    accepted: int
    problems: list[dict[str, Any]]
    repeated: bool = False


class EmployeeGiven(Given):
    """One employee."""

    person_id: str
    employee_number: str
    name: str
    job_family: str
    store_id: str
    region: str
    hired_at: str
    origin: str
    development: list[dict[str, Any]]
    left_on: str = ""
    leaving: str = ""


class LeavingTaken(Taken):
    """An employee's last day in post, and why they left."""

    left_on: date
    leaving: Leaving
    note: str = Field("", max_length=2000)


class RetentionQuery(Taken):
    """Whose retention."""

    job_family: Slug


class RetentionGiven(Given):
    """How many of those whose day has come were still in post at 6 or 12 months."""

    months: int
    n: int
    retained: int
    rate: float | None
    low: float
    high: float
    too_early: int


class Retentions(Given):
    """Retention of a job family: everyone ever hired, leavers by reason."""

    job_family: str
    windows: list[RetentionGiven]
    leavers: dict[str, int]


class EmployeeQuery(Taken):
    """Which employees."""

    job_family: Slug
    limit: int = Field(200, ge=1, le=1000)
    after: str = Field("", max_length=64, description="employee number of the last one seen")


class Employees(Given):
    """A page of employees by number; `next` is empty at the end."""

    employees: list[EmployeeGiven]
    next: str
