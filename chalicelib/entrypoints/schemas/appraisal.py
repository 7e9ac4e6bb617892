"""Appraisal cycles and their KPIs."""

import base64
import binascii
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from chalicelib.appraisal.formula import Part
from chalicelib.appraisal.kpis import Better
from chalicelib.entrypoints.schemas.common import Given, Reason, Short, Slug, Taken, Text2
from chalicelib.entrypoints.schemas.work import MAX_CSV

#: Characters of a workbook in base 64: about 4.5 MB, within what a function is sent.
MAX_WORKBOOK = 6_000_000

KpiKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Unit = Annotated[str, StringConstraints(min_length=1, max_length=20)]


def listed(given: Any) -> Any:
    """A form's numbered rows as a list, in their order."""
    return list(given.values()) if isinstance(given, dict) else given


def filled(given: Any) -> Any:
    """The rows of a form that were filled in: those with a title or a key."""
    rows = listed(given)
    if not isinstance(given, dict) or not isinstance(rows, list):
        return rows
    return [row for row in rows if isinstance(row, dict) and (row.get("title") or row.get("key"))]


def unset(given: Any) -> Any:
    """An empty field of a form is none."""
    return None if given == "" else given


def declared(given: Any) -> Any:
    """A form's empty weights are parts that are not declared."""
    return {k: v for k, v in given.items() if v != ""} if isinstance(given, dict) else given


Formula = Annotated[dict[Part, int], BeforeValidator(declared)]


class CycleTaken(Taken):
    """An appraisal cycle to open; without a formula KPIs count 60 and the manager 40.

    With a region or a store it lists the people of that one alone.
    """

    cycle_id: Slug
    name: Text2
    job_family: Slug
    period_start: date
    period_end: date
    formula: Formula = Field(default_factory=dict)
    region: str = Field("", max_length=64)
    store_id: str = Field("", max_length=64)


class FormulaTaken(Taken):
    """The declared parts of an appraisal; their weights sum to 100."""

    formula: Formula


class KpiGiven(Given):
    """A measured indicator."""

    key: str
    name: dict[str, str]
    unit: str
    better: Better
    low: float
    high: float
    weight: int


class CycleGiven(Given):
    """An appraisal cycle as it stands."""

    cycle_id: str
    name: dict[str, str]
    job_family: str
    region: str
    store_id: str
    period_start: str
    period_end: str
    state: str
    listed: int
    kpi_rows: int
    rated: int
    formula: dict[str, int]
    kpis: list[KpiGiven]
    kpi_version: int
    locked_at: str | None
    locked_by: str | None
    appealed: int
    version: int


class Cycles(Given):
    """All appraisal cycles."""

    cycles: list[CycleGiven]


class KpiFileTaken(Taken):
    """A KPI file: a CSV file's text, or an XLSX workbook in base 64."""

    content: str = Field("", max_length=MAX_CSV)
    workbook: str = Field("", max_length=MAX_WORKBOOK)

    @model_validator(mode="after")
    def _one(self) -> "KpiFileTaken":
        if bool(self.content) == bool(self.workbook):
            raise ValueError("give either content or workbook")
        try:
            base64.b64decode(self.workbook, validate=True)
        except binascii.Error as error:
            raise ValueError("workbook is not base 64") from error
        return self

    @property
    def file(self) -> bytes:
        """The file's bytes."""
        if self.workbook:
            return base64.b64decode(self.workbook)
        return self.content.encode("utf-8", "replace")


class KpiReadingTaken(Taken):
    """One value of one employee in its KPI's unit; `month` YYYY-MM where it is of one month."""

    employee_number: Short
    kpi: Short
    value: float = Field(allow_inf_nan=False)
    unit: Unit
    month: str = Field("", max_length=7)


class KpiReadingsTaken(Taken):
    """Readings of another system; all of them stand in place of what was there."""

    readings: list[KpiReadingTaken] = Field(min_length=1, max_length=20_000)


class KpiTaken(Taken):
    """A KPI of the company's own; readings outside low–high are refused as a slip."""

    key: KpiKey
    name: Text2
    unit: Unit
    better: Better
    low: float
    high: float
    weight: int


class KpiSetTaken(Taken):
    """A new version of a job family's KPIs; the weights sum to 100."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    kpis: Annotated[list[KpiTaken], BeforeValidator(filled), Field(min_length=1, max_length=20)]
    reason: Reason


class KpiSetGiven(Given):
    """One version of a job family's KPIs; number 0 is the product's own."""

    job_family: str
    number: int
    kpis: list[KpiGiven]
    reason: str
    made_by: str
    made_at: str


class KpiSets(Given):
    """Every version of a job family's KPIs; the last one counts."""

    versions: list[KpiSetGiven]
