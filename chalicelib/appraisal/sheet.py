"""A CSV or XLSX file as HR systems export it: bytes to rows, or every problem by row and column."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from chalicelib.appraisal import workbook
from chalicelib.foundation import messages

Text2 = dict[str, str]

LARGEST_BYTES = 5_000_000
MOST_ROWS = 20_000
MOST_SHOWN = 40
NUMBER = re.compile(r"[+-]?\d{1,18}(\.\d{1,12})?([eE][+-]?\d{1,2})?")
#: What a spreadsheet would run rather than show.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Problem:
    """Why a row cannot be taken; `row` counts as a spreadsheet does (the header is row 1)."""

    row: int
    column: str
    code: str
    message: Text2


@dataclass(frozen=True)
class Row:
    """One row's cells by column, without surrounding blanks."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """What was read; `rows` may stand beside `problems` of other rows."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True)
class Imported:
    """What became of a file: `accepted` counts its rows, all of them, or 0 beside the problems.

    `repeated` says that the very same rows had been taken before; nothing was done.
    """

    import_id: str
    accepted: int
    people: int
    problems: tuple[Problem, ...] = ()
    repeated: bool = False


def problem(row: int, column: str, code: str, **fields: object) -> Problem:
    """A problem with its sentence; cell contents are cut to 40 characters."""
    shown = {name: str(value)[:MOST_SHOWN] for name, value in fields.items()}
    return Problem(row, column, code, messages.both(f"row.{code}", **shown))


def read(
    content: bytes,
    required: Sequence[str],
    *,
    optional: Sequence[str] = (),
    others: bool = False,
) -> Sheet:
    """Read a CSV file, or the first sheet of an XLSX workbook, with a header row.

    Parameters
    ----------
    content : CSV in UTF-8 (with or without byte order mark) or GB18030, or a workbook.
    required : the columns that must stand in the header, in any order.
    optional : columns that may stand there.
    others : whether any further columns may.

    Returns
    -------
    Sheet. When the file as a whole cannot be read, one problem of row 1 says why and there are no
    rows; a row with the wrong number of cells or a formula-like cell is a problem of its own.
    """
    lines = _lines(content)
    if isinstance(lines, Problem):
        return Sheet(problems=(lines,))
    header = tuple(cell.strip() for cell in lines[0][1]) if lines else ()
    bad = _header_problem(header, required, None if others else optional)
    if bad is not None or not 0 < len(lines) - 1 <= MOST_ROWS:
        whole = bad or problem(1, "", "row-count", rows=max(0, len(lines) - 1), most=MOST_ROWS)
        return Sheet(header, problems=(whole,))
    return _body(header, lines[1:])


def _lines(content: bytes) -> list[tuple[int, list[str]]] | Problem:
    """The rows that hold anything, each with its number as a spreadsheet shows it."""
    if len(content) > LARGEST_BYTES:
        return problem(1, "", "file-too-large", most=LARGEST_BYTES // 1_000_000)
    if content.startswith(workbook.SIGNATURE):
        try:
            found = workbook.rows(content)
        except workbook.NotAWorkbook as error:
            return problem(1, "", error.code)
        width = len(next(iter(found), []))
        padded = [line + [""] * (width - len(line)) for line in found]
        return [(n, line) for n, line in enumerate(padded, start=1) if any(line)]
    text = _text(content)
    if isinstance(text, Problem):
        return text
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return problem(1, "", "not-csv")
    return [(n, line) for n, line in enumerate(lines, start=1) if line]


def _text(content: bytes) -> str | Problem:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return problem(1, "", "not-csv") if "\0" in text else text
    return problem(1, "", "unknown-encoding")


def _header_problem(
    header: tuple[str, ...], required: Sequence[str], optional: Sequence[str] | None
) -> Problem | None:
    missing = [name for name in required if name not in header]
    surplus = optional is not None and set(header) - {*required, *optional}
    if missing or surplus or len(set(header)) < len(header) or "" in header:
        return problem(1, "", "wrong-columns", expected=",".join(required), found=",".join(header))
    return None


def _body(header: tuple[str, ...], lines: Sequence[tuple[int, list[str]]]) -> Sheet:
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, line in lines:
        if len(line) != len(header):
            problems.append(
                problem(number, "", "wrong-cell-count", found=len(line), expected=len(header))
            )
            continue
        cells = dict(zip(header, line, strict=True))
        formulas = [name for name, cell in cells.items() if formula_like(cell)]
        problems += [problem(number, name, "formula", value=cells[name]) for name in formulas]
        if not formulas:
            rows.append(Row(number, {name: cell.strip() for name, cell in cells.items()}))
    return Sheet(header, tuple(rows), tuple(problems))


def formula_like(cell: str) -> bool:
    """Whether a spreadsheet would run this cell; a plain signed number is none."""
    return cell.startswith(FORMULA_STARTS) and not NUMBER.fullmatch(cell.strip())


def number(cell: str) -> float | None:
    """The number in a cell (digits, a point, no thousands separators), None for anything else."""
    return float(cell) if NUMBER.fullmatch(cell) and cell.isascii() else None
