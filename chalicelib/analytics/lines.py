"""A series over time: points with their intervals, joined where they follow each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.analytics import svg
from chalicelib.analytics.plots import PLOT_LEFT, PLOT_RIGHT
from chalicelib.analytics.svg import SMALL

TOP, BOTTOM, HEIGHT = 16.0, 196.0, 226.0
MOST_LABELS = 6


@dataclass(frozen=True)
class Dot:
    """A figure on the vertical scale with its interval; `title` is shown by a mouse on it."""

    label: str
    value: float
    low: float
    high: float
    title: str


def series(dots: Sequence[Dot], scale: tuple[float, float]) -> tuple[list[str], float]:
    """The picture of a series.

    Parameters
    ----------
    dots : at least one, in order.
    scale : lowest and highest value shown; what lies outside is put on the edge.

    Returns
    -------
    (parts, height in chart units).
    """
    step = (PLOT_RIGHT - PLOT_LEFT - 20) / max(1, len(dots) - 1)
    xs = [PLOT_LEFT + 10 + place * step for place in range(len(dots))]
    parts = _grid(scale)
    points = [(x, _up(dot.value, scale)) for x, dot in zip(xs, dots, strict=True)]
    for x, dot in zip(xs, dots, strict=True):
        low, high = _up(dot.low, scale), _up(dot.high, scale)
        parts += [svg.line(x, low, x, high, "whisker")]
    if len(points) > 1:
        parts.append(svg.path(points, "fit"))
    parts += [svg.dot(*at, 3.5, "dot", dot.title) for at, dot in zip(points, dots, strict=True)]
    every = -(-len(dots) // MOST_LABELS)
    for place in range(0, len(dots), every):
        anchor = "start" if place == 0 else "end" if place == len(dots) - 1 else "middle"
        spot = (xs[place], BOTTOM + 18)
        label = dots[place].label
        parts.append(svg.text(spot, label, cls="quiet", anchor=anchor, size=SMALL))
    return parts, HEIGHT


def _up(value: float, scale: tuple[float, float]) -> float:
    low, high = scale
    inside = min(max(value, low), high)
    return BOTTOM - (inside - low) / (high - low) * (BOTTOM - TOP)


def _grid(scale: tuple[float, float]) -> list[str]:
    low, high = scale
    parts = []
    for part in range(5):
        value = low + (high - low) * part / 4
        y = _up(value, scale)
        spot = (PLOT_LEFT - 6, y + 4)
        parts.append(svg.line(PLOT_LEFT, y, PLOT_RIGHT, y, "grid"))
        parts.append(svg.text(spot, f"{value:g}", cls="quiet", anchor="end", size=SMALL))
    return parts
