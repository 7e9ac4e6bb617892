"""A scatter with its regression band and one marked corner whose points are named."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chalicelib.analytics import svg
from chalicelib.analytics.plots import tick_step
from chalicelib.analytics.regression import Line
from chalicelib.analytics.svg import SIZE, SMALL, WIDTH, Box

LEFT, RIGHT, TOP, BOTTOM = 46.0, WIDTH - 14.0, 34.0, 330.0
HEIGHT = 378.0
MOST_NAMED, MOST_POINTS, CELL = 10, 600, 7.0
BAND_STEPS = 24


@dataclass(frozen=True)
class Point:
    """One person: place, whether known from imported history, whether in the marked corner."""

    label: str
    x: float
    y: float
    other: bool = False
    marked: bool = False


@dataclass(frozen=True)
class Words:
    """What stands in the picture."""

    x_axis: str
    y_axis: str
    corner: str
    here: str
    other: str


@dataclass(frozen=True)
class Scale:
    """Data to chart units."""

    x_low: float
    x_high: float
    y_low: float
    y_high: float

    def place(self, x: float, y: float) -> svg.Point:
        """The spot of a value; what lies outside is put on the edge."""
        across = (min(max(x, self.x_low), self.x_high) - self.x_low) / (self.x_high - self.x_low)
        up = (min(max(y, self.y_low), self.y_high) - self.y_low) / (self.y_high - self.y_low)
        return LEFT + across * (RIGHT - LEFT), BOTTOM - up * (BOTTOM - TOP)


def scatter(
    points: Sequence[Point], fitted: Line | None, corner: svg.Point, words: Words
) -> tuple[list[str], float]:
    """The picture.

    Parameters
    ----------
    points : in data units, at least one.
    fitted : the regression line, None draws none.
    corner : (least x, greatest y) of the marked region.
    words : in the language of the picture.

    Returns
    -------
    (parts, height in chart units). Above 600 points near ones are drawn as one larger dot; at most
    ten marked points are named, and only where their names do not cover each other.
    """
    scale = _scale(points, corner)
    parts = [_corner(scale, corner), *_axes(scale, words)]
    if fitted is not None:
        parts += _line(scale, fitted, [p.x for p in points])
    parts += _dots(scale, points)
    label_at = (RIGHT - 4, BOTTOM - 5)
    taken = [svg.text_box(label_at, words.corner, anchor="end", size=SMALL)]
    parts.append(svg.text(label_at, words.corner, cls="halo bad", anchor="end", size=SMALL))
    parts += _names(scale, points, taken)
    return parts, HEIGHT


def _scale(points: Sequence[Point], corner: svg.Point) -> Scale:
    xs, ys = [p.x for p in points] + [corner[0]], [p.y for p in points] + [corner[1], 0.0]
    x_low = max(0.0, math.floor((min(xs) - 2) / 10) * 10.0)
    return Scale(x_low, 100.0, math.floor(min(ys) - 0.4), math.ceil(max(ys) + 0.2))


def _corner(scale: Scale, corner: svg.Point) -> str:
    x, y = scale.place(*corner)
    return svg.rect(Box(x, y, RIGHT - x, BOTTOM - y), "corner")


def _axes(scale: Scale, words: Words) -> list[str]:
    parts = []
    for value in _steps(scale.x_low, scale.x_high):
        x, _ = scale.place(value, 0)
        parts.append(svg.line(x, TOP, x, BOTTOM, "grid"))
        spot = (x, BOTTOM + 19)
        parts.append(svg.text(spot, f"{value:g}", cls="quiet", anchor="middle", size=SMALL))
    for value in _steps(scale.y_low, scale.y_high):
        _, y = scale.place(scale.x_low, value)
        parts.append(svg.line(LEFT, y, RIGHT, y, "axis" if value == 0 else "grid"))
        spot = (LEFT - 6, y + 4)
        parts.append(svg.text(spot, f"{value:+g}", cls="quiet", anchor="end", size=SMALL))
    parts.append(svg.text(((LEFT + RIGHT) / 2, BOTTOM + 39), words.x_axis, anchor="middle"))
    parts.append(svg.text((8, 16), words.y_axis))
    return parts + _legend(words)


def _legend(words: Words) -> list[str]:
    parts, x = [], WIDTH - 14.0
    for cls, word in (("dot imported", words.other), ("dot", words.here)):
        x -= svg.text_width(word, SMALL)
        parts.append(svg.text((x, 16), word, cls="quiet", size=SMALL))
        parts.append(svg.dot(x - 10, 12, 4, cls, word))
        x -= 28
    return parts


def _steps(low: float, high: float) -> Iterator[float]:
    step = tick_step(high - low, 6)
    value = math.ceil(low / step) * step
    while value <= high:
        yield value
        value += step


def _line(scale: Scale, fitted: Line, seen: Sequence[float]) -> list[str]:
    low = min(seen)
    width = (max(seen) - low) / BAND_STEPS
    xs = [low + width * step for step in range(BAND_STEPS + 1)]
    upper = [scale.place(x, fitted.at(x) + fitted.half_width(x)) for x in xs]
    lower = [scale.place(x, fitted.at(x) - fitted.half_width(x)) for x in reversed(xs)]
    ends = [scale.place(x, fitted.at(x)) for x in (xs[0], xs[-1])]
    return [svg.path([*upper, *lower], "band", closed=True), svg.path(ends, "fit")]


def _dots(scale: Scale, points: Sequence[Point]) -> Iterator[str]:
    cell = CELL if len(points) > MOST_POINTS else 0.0
    cells: Counter[tuple[float, float, str]] = Counter()
    names: dict[tuple[float, float, str], str] = {}
    for point in points:
        x, y = scale.place(point.x, point.y)
        cls = "dot bad" if point.marked else "dot"
        cls += " imported" if point.other else ""
        key = (_snap(x, cell), _snap(y, cell), cls)
        cells[key] += 1
        names[key] = f"{point.label} ({point.x:.1f}; {point.y:+.2f})"
    for (x, y, cls), number in sorted(cells.items()):
        title = names[(x, y, cls)] if number == 1 else f"n = {number}"
        radius = 4.0 if not cell else min(1.6 + math.sqrt(number), CELL)
        yield svg.dot(x, y, radius, cls, title)


def _snap(value: float, cell: float) -> float:
    return round(value, 1) if not cell else round(round(value / cell) * cell, 1)


def _names(scale: Scale, points: Sequence[Point], taken: list[Box]) -> Iterator[str]:
    named = sorted((p for p in points if p.marked), key=lambda p: (p.y, -p.x, p.label))
    for point in named[:MOST_NAMED]:
        x, y = scale.place(point.x, point.y)
        label = svg.clip(point.label, 120, SMALL)
        for spot, anchor in _spots(x, y):
            box = svg.text_box(spot, label, anchor=anchor, size=SMALL)
            inside = box.x >= LEFT and box.x + box.width <= WIDTH and box.y + box.height < BOTTOM
            if inside and not any(box.meets(other) for other in taken):
                taken.append(box)
                yield svg.text(spot, label, cls="halo", anchor=anchor, size=SMALL)
                break


def _spots(x: float, y: float) -> tuple[tuple[svg.Point, str], ...]:
    down = y + SIZE + 4
    return (
        ((x + 8, y + 4), "start"),
        ((x - 8, y + 4), "end"),
        ((x, y - 8), "middle"),
        ((x, down), "middle"),
    )
