"""Files of KPI values and of managers' ratings: all of a file, or a report on its rows."""

from collections.abc import Collection
from dataclasses import dataclass

from chalicelib.appraisal import sheet
from chalicelib.appraisal.kpis import KPIS
from chalicelib.appraisal.sheet import Problem, problem

KPI_COLUMNS = ("employee_number", "kpi", "value", "unit")


@dataclass(frozen=True)
class KpiRow:
    """One value of one employee, in its KPI's unit."""

    employee_number: str
    kpi: str
    value: float


@dataclass(frozen=True)
class ImportReport:
    """What a KPI file came to: every row accepted, or none and the problems of each."""

    accepted: tuple[KpiRow, ...]
    problems: tuple[Problem, ...]
    rows_read: int

    @property
    def ok(self) -> bool:
        """Whether the file may be imported."""
        return not self.problems


def read_kpis(content: bytes, known: Collection[str]) -> ImportReport:
    """Read a KPI file with the columns employee_number, kpi, value, unit.

    Parameters
    ----------
    content : CSV bytes, UTF-8 or GB18030.
    known : employee numbers listed in the cycle.

    Returns
    -------
    ImportReport; `accepted` is empty as soon as there is one problem.
    """
    found = sheet.read(content, KPI_COLUMNS)
    problems, accepted = list(found.problems), []
    seen: dict[tuple[str, str], int] = {}
    for row in found.rows:
        wrong = _kpi_problems(row, known)
        key = (row.cells["employee_number"], row.cells["kpi"])
        if key in seen:
            wrong.append(problem(row.number, "employee_number", "duplicate-row", first=seen[key]))
        seen.setdefault(key, row.number)
        problems += wrong
        if not wrong:
            accepted.append(KpiRow(key[0], key[1], float(row.cells["value"])))
    return ImportReport(
        () if problems else tuple(accepted),
        tuple(sorted(problems, key=lambda each: each.row)),
        len(found.rows),
    )


def _kpi_problems(row: sheet.Row, known: Collection[str]) -> list[Problem]:
    cells = row.cells
    found = []
    if cells["employee_number"] not in known:
        found.append(_unknown_person(row))
    value = sheet.number(cells["value"])
    if value is None:
        found.append(problem(row.number, "value", "not-a-number", value=cells["value"]))
    kpi = KPIS.get(cells["kpi"])
    if kpi is None:
        return [*found, problem(row.number, "kpi", "unknown-kpi", value=cells["kpi"])]
    if cells["unit"] != kpi.unit:
        found.append(
            problem(row.number, "unit", "wrong-unit", value=cells["unit"], expected=kpi.unit)
        )
    elif value is not None and not kpi.low <= value <= kpi.high:
        limits = {"low": f"{kpi.low:g}", "high": f"{kpi.high:g}"}
        found.append(problem(row.number, "value", "implausible", value=cells["value"], **limits))
    return found


def _unknown_person(row: sheet.Row) -> Problem:
    return problem(
        row.number, "employee_number", "unknown-person", value=row.cells["employee_number"]
    )
