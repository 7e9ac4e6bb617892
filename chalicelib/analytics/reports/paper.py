"""A report as a printable document: each chart with its sentence, its picture, its table."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from chalicelib.analytics import svg
from chalicelib.analytics.registry import Chart
from chalicelib.analytics.reports.content import Report
from chalicelib.analytics.reports.pages import (
    HEIGHT,
    INK,
    LINE,
    MARGIN,
    QUIET,
    WIDTH,
    Colour,
    Paper,
    width,
    wrapped,
)

TAG = "{http://www.w3.org/2000/svg}"
SCALE = (WIDTH - 2 * MARGIN) / svg.WIDTH
BLUE, GREEN, AMBER, RED = (
    (0.08, 0.35, 0.84),
    (0.04, 0.48, 0.26),
    (0.6, 0.29, 0.0),
    (0.7, 0.15, 0.12),
)
#: Class of a shape -> its colour, the first that fits.
COLOURS: tuple[tuple[str, Colour], ...] = (
    ("good", GREEN), ("caution", AMBER), ("bad", RED), ("muted", QUIET), ("track", LINE),
    ("under", (1.0, 1.0, 1.0)), ("grid", LINE), ("edge", QUIET), ("quiet", QUIET), ("bar", BLUE),
    ("dot", BLUE), ("fit", BLUE), ("band", (0.82, 0.87, 0.96)), ("corner", (0.97, 0.91, 0.91)),
)  # fmt: skip
CELL = 7.5


def document(report: Report) -> bytes:
    """The report as a .pdf file."""
    paper = Paper(report.title)
    paper.lines(report.title, 18)
    paper.lines(report.about, 10, QUIET)
    for chart in report.spoken:
        _chart(paper, chart, report.language)
    for chart in report.silent:
        paper.need(60)
        paper.y -= 8
        paper.lines(f"{chart.title[report.language]}: {chart.summary[report.language]}", 9, QUIET)
    return paper.file()


def _chart(paper: Paper, chart: Chart, language: str) -> None:
    root = ET.fromstring(chart.svg)  # noqa: S314 - made by ourselves a moment ago
    tall = float(root.get("viewBox", "0 0 0 0").split()[3]) * SCALE
    paper.need(min(tall + 110, HEIGHT - 2 * MARGIN))
    paper.y -= 14
    paper.lines(f"{chart.title[language]}  (n = {chart.n})", 13)
    paper.lines(chart.summary[language], 10)
    paper.y -= 6
    _picture(paper, root)
    paper.y -= tall + 4
    _table(paper, [[c[language] for c in chart.columns], *map(_plain, chart.shown())])
    paper.lines(chart.note[language], 8, QUIET)


def _plain(row: Sequence[object]) -> list[str]:
    return [str(cell) for cell in row]


def _picture(paper: Paper, root: ET.Element) -> None:
    """Our own shapes drawn anew; what is only for the mouse is left out."""
    top = paper.y

    def at(x: float, y: float) -> tuple[float, float]:
        return MARGIN + x * SCALE, top - y * SCALE

    for item in root:
        shape = item.tag.removeprefix(TAG)
        colour = _colour_of(item.get("class", ""), shape)
        if shape == "rect":
            x, y = at(_f(item, "x"), _f(item, "y") + _f(item, "height"))
            paper.rect((x, y, _f(item, "width") * SCALE, _f(item, "height") * SCALE), colour)
        elif shape == "line":
            ends = [at(_f(item, f"x{n}"), _f(item, f"y{n}")) for n in (1, 2)]
            paper.path(ends, colour, 2.5 if "under" in item.get("class", "") else 0.8)
        elif shape == "circle":
            x, y = at(_f(item, "cx"), _f(item, "cy"))
            r = _f(item, "r") * SCALE * 0.85
            paper.rect((x - r, y - r, 2 * r, 2 * r), colour)
        elif shape == "path":
            pairs = re.findall(r"(-?[\d.]+) (-?[\d.]+)", item.get("d", ""))
            paper.path([at(float(x), float(y)) for x, y in pairs], colour, 1.2)
        elif shape == "text":
            _words(paper, item, at(_f(item, "x"), _f(item, "y")), colour)


def _words(paper: Paper, item: ET.Element, spot: tuple[float, float], colour: Colour) -> None:
    text, size = item.text or "", _f(item, "font-size") * SCALE
    back = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.get("text-anchor", "start")]
    paper.text(text, (spot[0] - back * width(text, size), spot[1]), size, colour)


def _f(item: ET.Element, name: str) -> float:
    return float(item.get(name, "0"))


def _colour_of(name: str, shape: str) -> Colour:
    if shape == "text" and "quiet" not in name:
        return INK
    words = name.split()
    return next((colour for word, colour in COLOURS if word in words), INK)


def _table(paper: Paper, rows: Sequence[Sequence[str]]) -> None:
    """A table with columns as wide as their words need, within the page."""
    rows = [list(row) for row in rows]
    columns = len(rows[0])
    wants = [max(width(row[n], CELL) for row in rows) + 8 for n in range(columns)]
    room = WIDTH - 2 * MARGIN
    even = room / columns
    spare = room - sum(min(want, even) for want in wants)
    needy = sum(max(0.0, want - even) for want in wants) or 1.0
    wide = [min(want, even + max(0.0, want - even) / needy * spare) if want > even else want
            for want in wants]  # fmt: skip
    for number, row in enumerate(rows):
        cells = [wrapped(text, wide[n] - 6, CELL) or [""] for n, text in enumerate(row)]
        tall = max(len(lines) for lines in cells) * CELL * 1.35 + 3
        paper.need(tall + 4)
        x = MARGIN
        for lines, room_of in zip(cells, wide, strict=True):
            for place, line in enumerate(lines):
                spot = (x, paper.y - CELL * (1.1 + 1.35 * place))
                paper.text(line, spot, CELL, QUIET if number == 0 else INK)
            x += room_of
        paper.y -= tall
        paper.path([(MARGIN, paper.y), (WIDTH - MARGIN, paper.y)], LINE, 0.4)
