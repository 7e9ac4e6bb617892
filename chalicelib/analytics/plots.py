"""Bars and histograms: figures in, parts of a picture out."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.analytics import svg
from chalicelib.analytics.svg import LINE, SIZE, SMALL, WIDTH, Box

EDGE = 12.0
ROW, BAR = 45.0, 12.0
PLOT_LEFT, PLOT_RIGHT = 40.0, WIDTH - EDGE
PLOT_TOP, PLOT_HEIGHT = 70.0, 180.0


@dataclass(frozen=True)
class Bar:
    """One horizontal bar on a scale 0–1: `value` None draws no bar, `low`–`high` an interval."""

    name: str
    figure: str
    value: float | None
    low: float | None = None
    high: float | None = None
    cls: str = ""
    mark: float | None = None


@dataclass(frozen=True)
class Bins:
    """A histogram: equal bins from `start`, `width` wide; `cut` marks one place on the scale."""

    start: float
    width: float
    counts: tuple[int, ...]
    cut: float | None = None

    @property
    def end(self) -> float:
        """Where the last bin ends."""
        return self.start + self.width * len(self.counts)


@dataclass(frozen=True)
class Band:
    """A named stretch of the histogram's scale and what it holds."""

    low: float
    high: float
    name: str
    figure: str


def bars(rows: Sequence[Bar], ticks: Sequence[tuple[float, str]]) -> tuple[list[str], float]:
    """Bars below their names, one scale for all.

    Parameters
    ----------
    rows : from top to bottom; values 0–1.
    ticks : places 0–1 with their texts; none draws no scale.

    Returns
    -------
    (parts, height in chart units).
    """
    parts: list[str] = []
    for place, row in enumerate(rows):
        parts += _bar(row, 6 + place * ROW)
    bottom = 6 + len(rows) * ROW
    for at, label in ticks:
        anchor = "start" if at == 0 else "end" if at == 1 else "middle"
        spot = (_across(at), bottom + 8)
        parts.append(svg.text(spot, label, cls="quiet", anchor=anchor, size=SMALL))
    return parts, bottom + (18 if ticks else 2)


def _across(value: float) -> float:
    return EDGE + min(1.0, max(0.0, value)) * (WIDTH - 2 * EDGE)


def _bar(row: Bar, top: float) -> list[str]:
    room = WIDTH - 2 * EDGE - svg.text_width(row.figure) - 12
    y, middle = top + LINE + 2, top + LINE + 2 + BAR / 2
    parts = [
        svg.text((EDGE, top + SIZE), svg.clip(row.name, room)),
        svg.text((WIDTH - EDGE, top + SIZE), row.figure, cls="quiet", anchor="end"),
        svg.rect(Box(EDGE, y, WIDTH - 2 * EDGE, BAR), "track"),
    ]
    if row.value is not None:
        length = _across(row.value) - EDGE
        title = f"{row.name}: {row.figure}"
        parts.append(svg.rect(Box(EDGE, y, length, BAR), f"bar {row.cls}".strip(), title))
    if row.low is not None and row.high is not None:
        parts.append(svg.whisker(_across(row.low), _across(row.high), middle))
    if row.mark is not None:
        parts.append(svg.line(_across(row.mark), y, _across(row.mark), y + BAR + 4, "mark"))
    return parts


def histogram(
    bins: Bins, bands: Sequence[Band], *, axis: tuple[str, str], cut_label: str
) -> tuple[list[str], float]:
    """A histogram with named bands above and the cut score as a line.

    Parameters
    ----------
    bins, bands : on one scale.
    axis : names of the horizontal and the vertical axis.
    cut_label : the words at the line.

    Returns
    -------
    (parts, height in chart units).
    """
    base = PLOT_TOP + PLOT_HEIGHT
    parts = [*_grid(max(bins.counts, default=0), base), *_columns(bins, base)]
    for band in bands:
        parts += _band(bins, band, base)
    parts.append(svg.line(PLOT_LEFT, base, PLOT_RIGHT, base, "axis"))
    for place in range(len(bins.counts) + 1):
        value = bins.start + place * bins.width
        if value % 10 == 0:
            spot = (_at(bins, value), base + 15)
            parts.append(svg.text(spot, f"{value:g}", cls="quiet", anchor="middle", size=SMALL))
    parts.append(svg.text((WIDTH / 2, base + 34), axis[0], cls="quiet", anchor="middle"))
    parts.append(svg.text((EDGE, 13), axis[1], cls="quiet", size=SMALL))
    if bins.cut is not None:
        parts += _cut(_at(bins, bins.cut), cut_label, base)
    return parts, base + 42


def _at(bins: Bins, value: float) -> float:
    return PLOT_LEFT + (value - bins.start) / (bins.end - bins.start) * (PLOT_RIGHT - PLOT_LEFT)


def tick_step(most: float, wanted: int = 4) -> float:
    """A round step (1, 2 or 5 times a power of ten, at least 1) for about `wanted` steps."""
    step = 1.0
    while True:
        for factor in (1, 2, 5):
            if step * factor * wanted >= most:
                return step * factor
        step *= 10


def _grid(most: int, base: float) -> list[str]:
    step, parts = tick_step(most), []
    value = step
    while value <= most:
        y = base - value / most * (PLOT_HEIGHT - 16)
        spot = (PLOT_LEFT - 6, y + 4)
        parts.append(svg.line(PLOT_LEFT, y, PLOT_RIGHT, y, "grid"))
        parts.append(svg.text(spot, f"{value:g}", cls="quiet", anchor="end", size=SMALL))
        value += step
    return parts


def _columns(bins: Bins, base: float) -> list[str]:
    most = max(bins.counts, default=0)
    parts, labels = [], []
    room = (PLOT_RIGHT - PLOT_LEFT) / len(bins.counts) - 2
    fits = svg.text_width(str(most), SMALL) <= room
    for place, number in enumerate(bins.counts):
        low = bins.start + place * bins.width
        if not number:
            continue
        height = number / most * (PLOT_HEIGHT - 16)
        good = bins.cut is not None and low >= bins.cut
        box = Box(_at(bins, low) + 1, base - height, room, height)
        title = f"{low:g}–{low + bins.width:g}: {number}"
        parts.append(svg.rect(box, "bar good" if good else "bar", title))
        if fits:
            spot = (box.x + room / 2, base - height - 4)
            labels.append(svg.text(spot, str(number), cls="halo", anchor="middle", size=SMALL))
    return parts + labels


def _band(bins: Bins, band: Band, base: float) -> list[str]:
    left, right = _at(bins, max(band.low, bins.start)), _at(bins, min(band.high, bins.end))
    middle, room = (left + right) / 2, right - left - 4
    parts = [
        svg.text((middle, 31), svg.clip(band.name, room), cls="quiet", anchor="middle"),
        svg.text((middle, 48), svg.clip(band.figure, room), cls="strong", anchor="middle"),
    ]
    if band.low > bins.start:
        parts.append(svg.line(left, 22, left, base, "edge"))
    return parts


def _cut(x: float, label: str, base: float) -> list[str]:
    half = svg.text_width(label, SMALL) / 2
    centre = min(max(x, PLOT_LEFT + half), PLOT_RIGHT - half)
    return [
        svg.line(x, PLOT_TOP - 2, x, base, "mark cut"),
        svg.text((centre, PLOT_TOP - 6), label, cls="halo", anchor="middle", size=SMALL),
    ]
