"""The reading order of a page: which pieces share a line, and which stand in columns of their own.

A line with an employer on the left and dates on the right looks like two columns; so does a table.
What tells them apart: real columns have lines, and headings, that their neighbour does not have.
"""

import re
from collections.abc import Sequence

from chalicelib.screening.reading.rows import Block, Piece, Row, rows_of
from chalicelib.screening.reading.runs import Run

MAX_DEPTH = 6
_MIN_LINES = 3
_MIN_GUTTER_POINTS = 7.0
# A word too long for its column may reach so many sizes into the next one, in two lines at most.
_OVERHANG = 6.0
_MAX_OVERHANGS = 2
_DATE = re.compile(
    r"(?:19|20)\d\d|至今|现在|present|now|current|\b\d{1,2}[./]\d{2,4}\b", re.IGNORECASE
)


def blocks_of(runs: Sequence[Run]) -> list[Block]:
    """Order a page's words.

    Parameters
    ----------
    runs : visible words in any order, all turned the same way.

    Returns
    -------
    Blocks in reading order; within a block each row is a line.
    """
    rows = rows_of(runs)
    return [block for block in _ordered(rows, 0) if block]


def _ordered(rows: Block, depth: int) -> list[Block]:
    cut = _best_cut(rows) if depth < MAX_DEPTH and len(rows) >= _MIN_LINES else None
    if cut is None:
        return [rows]
    gutter, start, stop = cut
    left = [[p for p in row if p.left < gutter] for row in rows[start:stop]]
    right = [[p for p in row if p.left >= gutter] for row in rows[start:stop]]
    return [
        *_ordered(rows[:start], depth + 1),
        *_ordered([row for row in left if row], depth + 1),
        *_ordered([row for row in right if row], depth + 1),
        *_ordered(rows[stop:], depth + 1),
    ]


def _best_cut(rows: Block) -> tuple[float, int, int] | None:
    """Find the x of a gutter and the rows (from, to) through which it runs."""
    best: tuple[float, tuple[float, int, int]] | None = None
    for edge in _edges(rows):
        for start, stop in _bands(rows, edge - 1):
            worth = _worth(rows[start:stop], edge - 1)
            if worth and (best is None or worth > best[0]):
                best = (worth, (edge - 1, start, stop))
    return best[1] if best else None


def _edges(rows: Block) -> list[float]:
    """The x at which several lines start, but for the page's own left edge."""
    counts: dict[int, list[float]] = {}
    for row in rows:
        for piece in row[1:] if len(row) > 1 else row:
            counts.setdefault(round(piece.left / 2), []).append(piece.left)
    page_left = min((row[0].left for row in rows), default=0.0)
    found = []
    for key, starts in counts.items():
        both = starts + counts.get(key + 1, [])
        if len(both) >= _MIN_LINES and min(starts) > page_left + 30:
            found.append(min(starts))
    return sorted(found)


def _bands(rows: Block, gutter: float) -> list[tuple[int, int]]:
    """The stretches of rows of which no piece crosses the gutter."""
    bands: list[tuple[int, int]] = []
    start, overhangs = 0, 0
    for number, row in enumerate(rows):
        crossing = [p for p in row if p.left < gutter and p.right > gutter - 1]
        if not crossing:
            continue
        overhangs += 1
        if overhangs > _MAX_OVERHANGS or not _hangs_over(row, crossing[0], gutter):
            bands.append((start, number))
            start, overhangs = number + 1, 0
    bands.append((start, len(rows)))
    return [(a, b) for a, b in bands if b - a >= _MIN_LINES]


def _hangs_over(row: Row, piece: Piece, gutter: float) -> bool:
    free = all(p is piece or p.right <= piece.left or p.left >= piece.right for p in row)
    return free and " " not in piece.text and piece.right - gutter < _OVERHANG * piece.size


def _worth(rows: Block, gutter: float) -> float:
    """How many lines two columns would have; 0 where the rows are lines across, or a table."""
    left = [[p for p in row if p.left < gutter] for row in rows]
    right = [[p for p in row if p.left >= gutter] for row in rows]
    lefts, rights = sum(map(bool, left)), sum(map(bool, right))
    if min(lefts, rights) < _MIN_LINES:
        return 0
    inner = sorted(row[-1].right for row in left if row)
    # A line or two of the head above may reach further than the column does.
    space = gutter + 1 - inner[-1 - min(2, len(inner) // 6)]
    if space < _MIN_GUTTER_POINTS:
        return 0
    both = sum(bool(a and b) for a, b in zip(left, right, strict=True))
    if not _are_columns(left, right, lefts - both, rights - both):
        return 0
    return min(lefts, rights) + min(space, 50.0) / 100


def _are_columns(left: list[Row], right: list[Row], left_alone: int, right_alone: int) -> bool:
    lefts, rights = sum(map(bool, left)), sum(map(bool, right))
    left_headings, right_headings = _headings(left), _headings(right)
    if right_headings == 0 and (_in_the_margin(left, right) or _dated(right) * 2 > rights):
        return False
    if min(lefts, rights) >= 5 and _is_filled(left):
        return True
    alone = left_alone + right_alone
    uneven = alone * 5 >= lefts + rights - alone
    if right_headings > 1 and uneven:
        return True
    if left_headings and right_headings and uneven:
        # One heading over values that all have a partner is the head of a table.
        return right_alone * 5 >= rights
    if left_headings + right_headings == 0 and min(lefts, rights) < 5:
        return False
    # A heading in the margin beside its part: every line of the left one begins a row.
    return left_alone * 10 >= lefts * 3 and right_alone * 10 >= rights * 3


def _in_the_margin(left: list[Row], right: list[Row]) -> bool:
    """Do dates or headings stand left of what they belong to?"""
    shared = [a for a, b in zip(left, right, strict=True) if a and b]
    marks = sum(row[0].heading or _is_date(row[0]) for row in shared)
    return marks * 10 >= len(shared) * 6


def _is_filled(left: list[Row]) -> bool:
    """Do several lines of text, no dates or short values, end where the column ends?"""
    pieces = [row[-1] for row in left if row and not row[-1].heading]
    edge = max((p.right for p in pieces), default=0.0)
    full = [p for p in pieces if edge - p.right < 1.2 * p.size and p.right - p.left > 7 * p.size]
    return len(full) >= 3 and sum(map(_is_date, full)) * 3 < len(full)


def _headings(side: list[Row]) -> int:
    return sum(len(row) == 1 and row[0].heading for row in side)


def _dated(side: list[Row]) -> int:
    return sum(bool(row) and _is_date(row[0]) for row in side)


def _is_date(piece: Piece) -> bool:
    return len(piece.text) < 26 and bool(_DATE.search(piece.text))
