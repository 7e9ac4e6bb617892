"""A file of past interviews: all of it, or a report on its rows."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from chalicelib.appraisal import sheet
from chalicelib.appraisal.sheet import Problem, Row, problem

COLUMNS = (
    "reference",
    "name",
    "employee_number",
    "store",
    "job_family",
    "model_version",
    "hired",
    "hired_on",
    "composite",
)
#: Dimension keys of a job family's model version; None when there is no such version.
Models = Callable[[str, int], tuple[str, ...] | None]


@dataclass(frozen=True)
class PastRow:
    """One past applicant: ratings 1–5 by dimension (None: not measured), composite 0–100."""

    reference: str
    name: str
    employee_number: str
    store: str
    hired: bool
    hired_on: str
    composite: float | None
    ratings: dict[str, float | None]


@dataclass(frozen=True)
class History:
    """What a file holds: every row, or no row and the problems of each."""

    job_family: str
    model_version: int
    rows: tuple[PastRow, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Known:
    """What rows are checked against."""

    models: Models
    stores: Collection[str]
    taken: Callable[[Collection[str]], Collection[str]] = lambda _numbers: ()


def read(content: bytes, known: Known) -> History:
    """Read past interviews of one job family and model version.

    Parameters
    ----------
    content : CSV bytes, UTF-8 or GB18030: `COLUMNS` and one column per dimension of the version.
    known : competency models, stores, which of some employee numbers are in the system already;
        asked once a file.

    Returns
    -------
    History with every row of the file; without any as soon as there is one problem.
    """
    found = sheet.read(content, COLUMNS, others=True)
    if not found.rows:
        return History("", 0, (), found.problems)
    first = found.rows[0]
    family, version = first.cells["job_family"], _version(first.cells["model_version"])
    dimensions = known.models(family, version)
    if dimensions is None:
        fault = problem(first.number, "model_version", "unknown-version", value=version)
        return History(family, version, (), (fault,))
    extra = tuple(name for name in found.columns if name not in COLUMNS)
    if set(extra) != set(dimensions):
        fields = {"expected": ",".join((*COLUMNS, *dimensions)), "found": ",".join(found.columns)}
        return History(family, version, (), (problem(1, "", "wrong-columns", **fields),))
    problems = list(found.problems) + _repeated(found.rows)
    taken = known.taken({row.cells["employee_number"] for row in found.rows} - {""})
    for row in found.rows:
        problems += _identity(row, first, known) + _figures(row, dimensions)
        problems += _already(row, taken)
    if problems:
        return History(family, version, (), tuple(sorted(problems, key=lambda each: each.row)))
    return History(family, version, tuple(_past(row, dimensions) for row in found.rows))


def _version(cell: str) -> int:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 7 else 0


def _repeated(rows: tuple[Row, ...]) -> list[Problem]:
    found = []
    for column in ("reference", "employee_number"):
        seen: dict[str, int] = {}
        for row in rows:
            cell = row.cells[column]
            if cell and cell in seen:
                found.append(problem(row.number, column, "duplicate-row", first=seen[cell]))
            seen.setdefault(cell, row.number)
    return found


def _identity(row: Row, first: Row, known: Known) -> list[Problem]:
    cells, number = row.cells, row.number
    found = [problem(number, name, "empty") for name in ("reference", "name") if not cells[name]]
    for name in ("job_family", "model_version"):
        if cells[name] != first.cells[name]:
            found.append(problem(number, name, "mixed-file", value=cells[name]))
    if cells["store"] not in known.stores:
        found.append(problem(number, "store", "unknown-store", value=cells["store"]))
    return found + _hire(row)


def _already(row: Row, taken: Collection[str]) -> list[Problem]:
    value = row.cells["employee_number"]
    if value not in taken:
        return []
    return [problem(row.number, "employee_number", "already-imported", value=value)]


def _hire(row: Row) -> list[Problem]:
    cells = row.cells
    if cells["hired"] not in ("y", "n"):
        return [problem(row.number, "hired", "hired", value=cells["hired"])]
    hired = cells["hired"] == "y"
    if hired != bool(cells["employee_number"]):
        return [problem(row.number, "employee_number", "hired-number")]
    if hired and not _is_date(cells["hired_on"]):
        return [problem(row.number, "hired_on", "hired-date", value=cells["hired_on"])]
    return []


def _is_date(cell: str) -> bool:
    try:
        return date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def _figures(row: Row, dimensions: tuple[str, ...]) -> list[Problem]:
    found = []
    for key in dimensions:
        rating = sheet.number(row.cells[key])
        if row.cells[key] and (rating is None or not 1 <= rating <= 5):
            found.append(problem(row.number, key, "dimension-rating", value=row.cells[key]))
    composite = sheet.number(row.cells["composite"])
    if row.cells["composite"] and (composite is None or not 0 <= composite <= 100):
        value = row.cells["composite"]
        found.append(problem(row.number, "composite", "composite", value=value))
    return found


def _past(row: Row, dimensions: tuple[str, ...]) -> PastRow:
    cells = row.cells
    return PastRow(
        cells["reference"],
        cells["name"],
        cells["employee_number"],
        cells["store"],
        cells["hired"] == "y",
        cells["hired_on"],
        sheet.number(cells["composite"]),
        {key: sheet.number(cells[key]) for key in dimensions},
    )
