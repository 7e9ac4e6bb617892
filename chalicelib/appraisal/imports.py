"""Readings of KPIs from a file or another system: all of them, or a report on its rows."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from chalicelib.appraisal import sheet
from chalicelib.appraisal.kpis import KPIS, Kpi
from chalicelib.appraisal.sheet import Problem, Row, problem
from chalicelib.foundation.statistics import mean

KPI_COLUMNS = ("employee_number", "kpi", "value", "unit")
MONTH = "month"
_MONTH = re.compile(r"(20[0-9]{2})[-/.](0?[1-9]|1[0-2])(?:[-/.](0?[1-9]|[12][0-9]|3[01]))?")
_SERIAL = re.compile(r"[3-7][0-9]{4}")
#: Day 0 of a spreadsheet's calendar, as it counts days from March 1900 on.
_DAY_ZERO = date(1899, 12, 30)


@dataclass(frozen=True)
class KpiRow:
    """One value of one employee, in its KPI's unit; `month` YYYY-MM, empty for the whole cycle."""

    employee_number: str
    kpi: str
    value: float
    month: str = ""


@dataclass(frozen=True)
class ImportReport:
    """What an import came to: every row accepted, or none and the problems of each."""

    accepted: tuple[KpiRow, ...]
    problems: tuple[Problem, ...]
    rows_read: int

    @property
    def ok(self) -> bool:
        """Whether it may be imported."""
        return not self.problems


@dataclass(frozen=True)
class Expected:
    """What a cycle takes: its employees' numbers, its KPIs, its months (none: any month)."""

    numbers: Collection[str]
    kpis: Mapping[str, Kpi]
    months: Collection[str] = ()


def read_kpis(content: bytes, expected: Expected | Collection[str]) -> ImportReport:
    """Read a KPI file with the columns employee_number, kpi, value, unit and perhaps month.

    Parameters
    ----------
    content : CSV bytes, UTF-8 or GB18030, or an XLSX workbook.
    expected : what the cycle takes; employee numbers alone stand for the product's own KPIs.

    Returns
    -------
    ImportReport; `accepted` is empty as soon as there is one problem.
    """
    found = sheet.read(content, KPI_COLUMNS, optional=(MONTH,))
    return _report(found.rows, found.problems, _expected(expected))


def take_kpis(given: Sequence[Mapping[str, Any]], expected: Expected) -> ImportReport:
    """Readings that another system sends, judged as the rows of a file are; the first is row 1.

    Parameters
    ----------
    given : one mapping a reading with the columns of a file; `value` a number.
    expected : what the cycle takes.
    """
    rows = [
        Row(n, {key: f"{v:.12g}" if isinstance(v, float) else str(v) for key, v in each.items()})
        for n, each in enumerate(given, start=1)
    ]
    return _report(rows, (), expected)


def of_person(rows: Iterable[KpiRow]) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """One person's value of each KPI, the mean where it came by months; and those months."""
    whole: dict[str, float] = {}
    months: dict[str, dict[str, float]] = {}
    for row in rows:
        if row.month:
            months.setdefault(row.kpi, {})[row.month] = row.value
        else:
            whole[row.kpi] = row.value
    return whole | {kpi: mean(list(v.values())) for kpi, v in months.items()}, months


def months_of(starts_on: str, ends_on: str) -> tuple[str, ...]:
    """The months (YYYY-MM) that a period of two ISO dates touches."""
    first, last = date.fromisoformat(starts_on), date.fromisoformat(ends_on)
    span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return tuple(f"{place // 12}-{place % 12 + 1:02d}" for place in span)


def _expected(given: Expected | Collection[str]) -> Expected:
    return given if isinstance(given, Expected) else Expected(given, KPIS)


def _report(rows: Sequence[Row], before: Sequence[Problem], expected: Expected) -> ImportReport:
    problems, accepted = list(before), []
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        month = _month(row.cells.get(MONTH, ""))
        wrong = _problems(row, month, expected)
        number, kpi = row.cells["employee_number"], row.cells["kpi"]
        key = (number, kpi, month or "")
        first = seen.get(key) or (seen.get((number, kpi, "")) if month else None)
        if first:
            wrong.append(problem(row.number, "employee_number", "duplicate-row", first=first))
        seen.setdefault(key, row.number)
        if not wrong:
            accepted.append(KpiRow(number, kpi, float(row.cells["value"]), month or ""))
        problems += wrong
    problems += _mixed(seen)
    told = tuple(sorted(problems, key=lambda each: each.row))
    return ImportReport(() if told else tuple(accepted), told, len(rows))


def _mixed(seen: Mapping[tuple[str, str, str], int]) -> list[Problem]:
    """Whole-cycle rows that come after rows by month of the same employee and KPI."""
    firsts: dict[tuple[str, str], int] = {}
    for (number, kpi, month), row in seen.items():
        if month:
            firsts[number, kpi] = min(row, firsts.get((number, kpi), row))
    return [
        problem(row, "employee_number", "duplicate-row", first=firsts[number, kpi])
        for (number, kpi, month), row in seen.items()
        if not month and firsts.get((number, kpi), row) < row
    ]


def _month(text: str) -> str | None:
    """YYYY-MM of a cell that names a month or a day of it; "" for none, None for anything else."""
    if not text:
        return ""
    if _SERIAL.fullmatch(text):
        text = (_DAY_ZERO + timedelta(days=int(text))).isoformat()
    found = _MONTH.fullmatch(text)
    return f"{found[1]}-{int(found[2]):02d}" if found else None


def _problems(row: Row, month: str | None, expected: Expected) -> list[Problem]:
    cells, found = row.cells, []
    if cells["employee_number"] not in expected.numbers:
        found.append(_of(row, "employee_number", "unknown-person"))
    value = sheet.number(cells["value"])
    if value is None:
        found.append(_of(row, "value", "not-a-number"))
    if month is None or (month and expected.months and month not in expected.months):
        found.append(_of(row, MONTH, "not-a-month" if month is None else "month-outside"))
    kpi = expected.kpis.get(cells["kpi"])
    if kpi is None:
        return [*found, _of(row, "kpi", "unknown-kpi")]
    if cells["unit"] != kpi.unit:
        found.append(_of(row, "unit", "wrong-unit", expected=kpi.unit))
    elif value is not None and not kpi.low <= value <= kpi.high:
        limits = {"low": f"{kpi.low:g}", "high": f"{kpi.high:g}"}
        found.append(_of(row, "value", "implausible", **limits))
    return found


def _of(row: Row, column: str, code: str, **fields: object) -> Problem:
    return problem(row.number, column, code, value=row.cells.get(column, ""), **fields)
