"""The cells of a head's line: what its signs and gaps set apart, dates being one cell."""

import re
from dataclasses import dataclass

_HAN = r"\u3400-\u9fff"
#: Bars, bullets, gaps, spaced dashes, commas that no legal form follows, 'at', brackets at an end.
#: What says of a title how far it reaches: Account Director, EMEA.
REGIONS = "EMEA|APAC|LATAM|Americas|DACH|Greater China|North America|Asia Pacific"
_CUT = re.compile(
    r"\s{2,}|\t|\s*[|•¦;]\s*|\s+[-–—·/~@]+\s+|\s*@\s+|\s*,\s+(?!(?:Ltd|Inc|LLC|LLP|PLC|Co|Corp|"
    r"Limited|Jr|Sr|" + REGIONS + r")\b)|"
    r"\s*:\s+|\s+at\s+(?=[A-Z0-9])|\s*[\[\]【】]\s*|"
    rf"(?<=[{_HAN})])\s*[-–—·,/:@]\s*|\s*[-–—·,/:@]\s*(?=[{_HAN}])|(?<=[{_HAN})])\s(?=[{_HAN}])"
)
_TRAILING = re.compile(r"^(.*[^\s(])\s*\(([^()]{2,40})\)$")
_MARGIN = re.compile(r"^(?:\W|\d{1,2}[.、)](?!\d))*|[\s,;:|·•\-–—(]*$")
_DATE = "\0"


@dataclass(frozen=True)
class Cell:
    """Characters start to end of a line; number counts the cells, dates included.

    What stands in brackets behind a cell is half a number further, so that those after it keep
    theirs.
    """

    number: float
    start: int
    end: int


def cells_of(text: str, dates: tuple[tuple[int, int], ...]) -> list[Cell]:
    """Cut a line into its cells.

    Parameters
    ----------
    text : one line.
    dates : where its dates stand; each is a cell of its own, left out but counted.
    """
    masked = text
    for start, end in dates:
        masked = masked[:start] + _DATE * (end - start) + masked[end:]
    found: list[Cell] = []
    number = 0
    for start, end in _pieces(masked):
        if masked[start] == _DATE:
            number += 1
            continue
        for half, part in enumerate(_brackets(masked, start, end)):
            found.append(Cell(number + half / 2, *part))
        number += 1
    return found


def _pieces(masked: str) -> list[tuple[int, int]]:
    """Spans between the cuts and around the dates, without their margins."""
    cuts = [m.span() for m in _CUT.finditer(masked)]
    edges = [0, *(at for cut in cuts for at in cut), len(masked)]
    pieces: list[tuple[int, int]] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for run in re.finditer(rf"{_DATE}+|[^{_DATE}]+", masked[start:end]):
            if run.group()[0] == _DATE:
                pieces.append((start + run.start(), start + run.end()))
                continue
            core = run.group()
            lead = _MARGIN.match(core)
            at = lead.end() if lead else 0
            core = core[at:].rstrip(" ,;:|·•-–—(")
            if re.search(r"\w", core):
                begin = start + run.start() + at
                pieces.append((begin, begin + len(core)))
    return pieces


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Barista (Monzo) is two cells; a bracket inside a name is none."""
    match = _TRAILING.match(text[start:end])
    if match is None:
        return [(start, end)]
    return [(start + match.start(n), start + match.end(n)) for n in (1, 2)]
