"""The reading order of a page: which pieces share a line, and which stand in columns of their own.

A line with an employer on the left and dates on the right looks like two columns; so does a table.
What tells them apart: real columns have lines, and headings, that their neighbour does not have.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chalicelib.screening.document import Emphasis
from chalicelib.screening.reading.runs import Run
from chalicelib.screening.resume.headings import section_of

GAP = "   "
MAX_DEPTH = 6
_MIN_LINES = 3
_MIN_GUTTER_POINTS = 7.0
# Parts of a size: a wider gap parts two pieces, unless it is one blank within one text.
_PIECE_GAP = 0.9
_WIDE_BLANK = 1.7
_SEVERAL_BLANKS = 0.65
_STRETCHED_BLANKS = 4
_STRONG_EDGE = 3
# A word too long for its column may reach so many sizes into the next one, in two lines at most.
_OVERHANG = 6.0
_MAX_OVERHANGS = 2
_DATE = re.compile(
    r"(?:19|20)\d\d|至今|现在|present|now|current|\b\d{1,2}[./]\d{2,4}\b", re.IGNORECASE
)
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(slots=True)
class Piece:
    """Words with no wide gap between them, on one line."""

    left: float
    right: float
    base: float
    size: float
    bold: bool
    text: str
    runs: list[Run]
    heading: bool = False


Row = list[Piece]  # from left to right
Block = list[Row]  # from top to bottom; lines of one column


def blocks_of(runs: Sequence[Run]) -> list[Block]:
    """Order a page's words.

    Parameters
    ----------
    runs : visible words in any order, all turned the same way.

    Returns
    -------
    Blocks in reading order; within a block each row is a line.
    """
    found = _rows(runs)
    rows = [_pieces(row, set()) for row in found]
    edges = _strong_edges(rows)
    if edges:
        rows = [_pieces(row, edges) for row in found]
    sizes = sorted(piece.size for row in rows for piece in row)
    body = sizes[len(sizes) // 2] if sizes else 10.0
    for row in rows:
        for piece in row:
            stands_out = piece.bold or piece.size > body * 1.1
            emphasis = Emphasis.HEADING if stands_out else Emphasis.PLAIN
            piece.heading = section_of(piece.text, emphasis) is not None
    return [block for block in _ordered(rows, 0) if block]


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Words on one base line, lines from top to bottom."""
    rows: list[list[Run]] = []
    base, size = 0.0, 0.0
    for run in sorted(runs, key=lambda r: (-r.base, r.left)):
        reach = max(0.4 * min(size, run.look.size), 0.15 * max(size, run.look.size))
        if rows and base - run.base <= reach:
            rows[-1].append(run)
            if run.look.size > size:
                base, size = run.base, run.look.size
        else:
            rows.append([run])
            base, size = run.base, run.look.size
    for row in rows:
        row.sort(key=lambda r: r.left)
    return rows


def _strong_edges(rows: Block) -> set[int]:
    """The x (in points) at which so many pieces start that a word there begins a piece."""
    starts = Counter(round(piece.left) for row in rows for piece in row)
    page_left = min((row[0].left for row in rows), default=0.0)
    return {x for x, count in starts.items() if count >= _STRONG_EDGE and x > page_left + 30}


def _pieces(row: list[Run], edges: set[int]) -> Row:
    pieces: Row = [_piece(row[0])]
    gaps = [_gap(before, run) for before, run in pairwise(row)]
    blanks = sorted(gap for gap, run in zip(gaps, row[1:], strict=True) if run.blanks)
    usual = blanks[len(blanks) // 2] if blanks else 0.25
    if len(blanks) >= _STRETCHED_BLANKS and blanks[-1] < blanks[0] * 1.25:
        # A line stretched to the margin: all its blanks are as wide.
        gaps = [min(gap, 0.3) for gap in gaps]
    for gap, (before, run) in zip(gaps, pairwise(row), strict=True):
        joint = _joint(gap, usual, before, run)
        if joint == GAP or (joint and _starts_column(before, run, edges)):
            pieces.append(_piece(run))
        else:
            _extend(pieces[-1], joint, run)
    return pieces


def _starts_column(before: Run, run: Run, edges: set[int]) -> bool:
    apart = run.look.handle != before.look.handle and run.blanks != 1
    return apart and round(run.left) in edges


def _gap(before: Run, run: Run) -> float:
    """The distance between two words, in sizes of the smaller one."""
    return (run.left - before.right) / max(min(run.look.size, before.look.size), 1.0)


def _piece(run: Run) -> Piece:
    return Piece(run.left, run.right, run.base, run.look.size, run.look.bold, run.text, [run])


def _extend(piece: Piece, joint: str, run: Run) -> None:
    piece.text += joint + run.text
    piece.runs.append(run)
    piece.right = max(piece.right, run.right)
    piece.bold = piece.bold and run.look.bold
    piece.size = max(piece.size, run.look.size)


def _joint(gap: float, usual: float, before: Run, run: Run) -> str:
    """What stands between two words: nothing, a blank, or a gap; gaps are in sizes."""
    same = run.look.handle == before.look.handle
    # Chinese characters are set with air between them; letters are not.
    airy = bool(_CJK.match(before.text[-1:])) or bool(_CJK.match(run.text))
    if gap >= _WIDE_BLANK or (gap >= _PIECE_GAP and not (same and run.blanks)):
        return GAP
    # Several blanks, not the wide ones of a line stretched to the margin.
    several = gap >= _SEVERAL_BLANKS and (airy or gap >= 2.2 * usual)
    if several and not _spaced_out(before, run):
        return GAP
    if run.blanks and same:
        return " "
    return " " if gap > (0.3 if airy else 0.15) or (run.blanks and gap > 0.1) else ""


def _spaced_out(before: Run, run: Run) -> bool:
    """Is it one short word, spaced for the eye (姓　名)?"""
    return len(before.text) == 1 and len(run.text.rstrip(":：")) <= 2


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
    inner = max((p.right for row in left for p in row if p.right < gutter), default=gutter)
    space = min(p.left for row in right for p in row) - inner
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
    alone = left_alone + right_alone
    if left_headings and right_headings and alone * 5 >= lefts + rights - alone:
        return True
    if left_headings + right_headings == 0 and min(lefts, rights) < 5:
        return False
    # A heading in the margin beside its part: every line of the left one begins a row.
    return left_alone * 10 >= lefts * 3 and right_alone * 10 >= rights * 3


def _in_the_margin(left: list[Row], right: list[Row]) -> bool:
    """Do dates or headings stand left of what they belong to?"""
    shared = [a for a, b in zip(left, right, strict=True) if a and b]
    marks = sum(row[0].heading or _is_date(row[0]) for row in shared)
    return marks * 10 >= len(shared) * 6


def _headings(side: list[Row]) -> int:
    return sum(len(row) == 1 and row[0].heading for row in side)


def _dated(side: list[Row]) -> int:
    return sum(bool(row) and _is_date(row[0]) for row in side)


def _is_date(piece: Piece) -> bool:
    return len(piece.text) < 26 and bool(_DATE.search(piece.text))
