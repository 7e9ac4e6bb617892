"""Words become pieces, and pieces rows: what stands on one base line, cut at its wide gaps."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chalicelib.screening.document import Emphasis
from chalicelib.screening.reading.runs import Run
from chalicelib.screening.resume.headings import section_of

GAP = "   "
# Parts of a size: a wider gap parts two pieces, unless it is one blank within one text.
_PIECE_GAP = 0.9
_WIDE_BLANK = 1.7
_SEVERAL_BLANKS = 0.65
_STRETCHED_BLANKS = 4
_STRONG_EDGE = 3
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


def rows_of(runs: Sequence[Run]) -> Block:
    """Order a page's words in lines across the page, from top to bottom."""
    found = _lines(runs)
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
    return rows


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
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
