"""One person's dimensions as a web; what was not measured is a gap, never a zero."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.analytics import svg
from chalicelib.analytics.svg import SIZE, SMALL, WIDTH

CENTRE_X, RADIUS = WIDTH / 2, 110.0
RINGS = (0.25, 0.5, 0.75, 1.0)
LEAST_AXES = 3


@dataclass(frozen=True)
class Axis:
    """One dimension: value and comparison on a scale 0–1, None where not measured."""

    name: str
    figure: str
    value: float | None
    reference: float | None = None


def radar(axes: Sequence[Axis]) -> tuple[list[str], float]:
    """The web.

    Parameters
    ----------
    axes : at least three.

    Returns
    -------
    (parts, height in chart units).
    """
    middle = (CENTRE_X, RADIUS + 62)
    angles = [2 * math.pi * place / len(axes) - math.pi / 2 for place in range(len(axes))]
    parts = [
        svg.path([_spot(middle, angle, ring) for angle in angles], "web", closed=True)
        for ring in RINGS
    ]
    for angle in angles:
        edge = _spot(middle, angle, 1)
        parts.append(svg.line(*middle, *edge, "web"))
    parts += _shape(middle, angles, [axis.reference for axis in axes], "shape other")
    parts += _shape(middle, angles, [axis.value for axis in axes], "shape")
    for axis, angle in zip(axes, angles, strict=True):
        parts += _label(middle, angle, axis)
    return parts, 2 * (RADIUS + 62)


def _spot(middle: svg.Point, angle: float, share: float) -> svg.Point:
    return (
        middle[0] + RADIUS * share * math.cos(angle),
        middle[1] + RADIUS * share * math.sin(angle),
    )


def _shape(
    middle: svg.Point, angles: Sequence[float], values: Sequence[float | None], cls: str
) -> list[str]:
    known = [(a, v) for a, v in zip(angles, values, strict=True) if v is not None]
    spots = [_spot(middle, angle, value) for angle, value in known]
    if len(spots) == len(angles):
        return [svg.path(spots, cls, closed=True)]
    parts = []
    for place, value in enumerate(values):
        follower = (place + 1) % len(values)
        end = values[follower]
        if value is not None and end is not None:
            ends = (_spot(middle, angles[place], value), _spot(middle, angles[follower], end))
            parts.append(svg.path(ends, f"{cls} open"))
    return parts + [svg.dot(x, y, 3.5, "dot", "") for x, y in spots if cls == "shape"]


def _label(middle: svg.Point, angle: float, axis: Axis) -> list[str]:
    across, down = math.cos(angle), math.sin(angle)
    x, y = middle[0] + (RADIUS + 14) * across, middle[1] + (RADIUS + 14) * down
    if abs(across) < 0.2:
        anchor, room = "middle", 220.0
    else:
        anchor = "start" if across > 0 else "end"
        room = (WIDTH - x if across > 0 else x) - 6
    lines = svg.wrap(axis.name, room)
    height = SIZE * 1.25 * len(lines) + SMALL * 1.25
    top = y - height / 2 + (down * height / 2 if abs(across) < 0.8 else 0)
    parts = [
        svg.text((x, top + SIZE + SIZE * 1.25 * place), line, anchor=anchor)
        for place, line in enumerate(lines)
    ]
    cls = "quiet" if axis.value is None else "strong"
    spot = (x, top + SIZE * 1.25 * len(lines) + SMALL + 1)
    return [*parts, svg.text(spot, axis.figure, cls=cls, anchor=anchor, size=SMALL)]
