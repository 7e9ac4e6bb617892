"""Employees, history, appraisal cycles, KPIs, ratings."""

from datetime import date
from typing import Any

from pydantic import Field, field_validator

from chalicelib.entrypoints.schemas.common import Given, Short, Slug, Taken, Text2

#: Characters of an import that passes through the API; larger ones are split by the caller.
MAX_CSV = 2_000_000


class CsvTaken(Taken):
    """A CSV file's text."""

    content: str = Field(min_length=1, max_length=MAX_CSV)


class ImportGiven(Given):
    """What an import did: all rows, or none with the reason for each."""

    accepted: int
    problems: list[dict[str, Any]]


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


class EmployeeQuery(Taken):
    """Which employees."""

    job_family: Slug
    limit: int = Field(200, ge=1, le=1000)
    after: str = Field("", max_length=64, description="employee number of the last one seen")


class Employees(Given):
    """A page of employees by number; `next` is empty at the end."""

    employees: list[EmployeeGiven]
    next: str


class CycleTaken(Taken):
    """An appraisal cycle to open."""

    cycle_id: Slug
    name: Text2
    job_family: Slug
    period_start: date
    period_end: date


class CycleGiven(Given):
    """An appraisal cycle as it stands."""

    cycle_id: str
    name: dict[str, str]
    job_family: str
    period_start: str
    period_end: str
    state: str
    listed: int
    kpi_rows: int
    rated: int
    version: int


class Cycles(Given):
    """All appraisal cycles."""

    cycles: list[CycleGiven]


class RatingTaken(Taken):
    """One employee's rating in a cycle, 1-5."""

    employee_number: Short
    rating: int = Field(ge=1, le=5)
    comment: str = Field("", max_length=2000)


class ExcuseTaken(Taken):
    """Why an employee is not rated."""

    employee_number: Short
    reason: Short


class RatingsTaken(Taken):
    """Ratings of a cycle."""

    ratings: list[RatingTaken] = Field(min_length=1, max_length=1000)

    @field_validator("ratings", mode="before")
    @classmethod
    def _numbered(cls, given: Any) -> Any:
        """A form's numbered rows, as a list."""
        return list(given.values()) if isinstance(given, dict) else given
