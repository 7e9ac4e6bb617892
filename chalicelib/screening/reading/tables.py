"""Rows of a table become lines: data stays together, a table that lays a page out comes apart."""

import re

from chalicelib.screening.document import Emphasis
from chalicelib.screening.reading.draft import Draft
from chalicelib.screening.resume.headings import section_of

GAP = "   "
# A cell with so many lines is a part of the page, not a value.
_LAYOUT_LINES = 4
_ONE_CHARACTER = re.compile(r"\s*[\u4e00-\u9fff]\s*")
Cell = list[Draft]
Row = list[Cell]


def table_lines(rows: list[Row]) -> list[Draft]:
    """List a table's lines in the order in which a person reads them.

    Parameters
    ----------
    rows : cells from left to right, each with its filled lines; nested tables are lines already.

    Returns
    -------
    One line with gaps per row of data, headings on lines of their own; where the table only
    lays a page out in columns, the whole left column, then the next.
    """
    rows = [[_upright(cell) for cell in row] for row in rows]
    lines: list[Draft] = []
    at = 0
    while at < len(rows):
        columns = _columns_from(rows, at)
        if columns:
            lines += _by_column(rows[at : at + columns])
            at += columns
        else:
            lines += _row_lines(rows[at])
            at += 1
    return lines


def _upright(cell: Cell) -> Cell:
    """A label written downwards, one character a line, is one word."""
    if 1 < len(cell) < 7 and all(_ONE_CHARACTER.fullmatch(line.text) for line in cell):
        return [Draft("".join(line.text.strip() for line in cell), cell[0].emphasis)]
    return cell


def _columns_from(rows: list[Row], at: int) -> int:
    """Count the rows from here on that continue two columns side by side."""
    count = 0
    while at + count < len(rows) and _is_layout(rows[at + count]):
        if count and len(rows[at + count]) != len(rows[at]):
            break
        count += 1
    return count


def _is_layout(row: Row) -> bool:
    filled = [cell for cell in row if cell]
    if len(filled) < 2:
        return False
    headed = [_has_heading(cell) for cell in filled]
    return all(headed) or sum(len(cell) >= _LAYOUT_LINES for cell in filled) > 1


def _has_heading(cell: Cell) -> bool:
    # A lone label is a heading of the cell beside it, not of a column of its own.
    return len(cell) > 1 and any(is_heading(line) for line in cell)


def is_heading(line: Draft) -> bool:
    """Does the line open a part of the résumé?"""
    return section_of(line.text.strip(), line.emphasis) is not None


def _by_column(rows: list[Row]) -> list[Draft]:
    width = max(len(row) for row in rows)
    return [line for n in range(width) for row in rows for line in (row[n] if n < len(row) else [])]


def _row_lines(row: Row) -> list[Draft]:
    filled = [cell for cell in row if cell]
    if len(filled) < 2:
        return [line for cell in filled for line in cell]
    if is_heading(filled[0][0]):
        return [filled[0][0], *_row_lines([filled[0][1:], *filled[1:]])]
    if max(map(len, filled)) >= _LAYOUT_LINES * 2:
        return [line for cell in filled for line in cell]
    return [_joined([cell[0] for cell in filled]), *(x for cell in filled for x in cell[1:])]


def _joined(cells: list[Draft]) -> Draft:
    together = min((cell.emphasis for cell in cells), default=Emphasis.PLAIN)
    return Draft(GAP.join(cell.text.strip() for cell in cells), together)
