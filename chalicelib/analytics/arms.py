"""Several lines over the same steps, each with its band: told apart by dash and by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.analytics import svg
from chalicelib.analytics.svg import SMALL, WIDTH

LEFT, RIGHT, TOP, BOTTOM, HEIGHT = 44.0, WIDTH - 126.0, 18.0, 220.0, 256.0
ROOM = 16.0


@dataclass(frozen=True)
class Arm:
    """One line: `key` is its class, `points` are (value, low, high) step by step."""

    key: str
    name: str
    points: tuple[tuple[float, float, float], ...]


def picture(
    key: str,
    arms: Sequence[Arm],
    words: tuple[str, str, str],
    mark: tuple[float, str],
    language: str,
) -> str:
    """The whole picture as SVG.

    Parameters
    ----------
    key : of the chart.
    arms : at least one, each of the same length.
    words : title, description, name of the horizontal axis.
    mark : a value drawn as a dashed line across, and its words.
    language : zh or en.
    """
    values = [v for arm in arms for point in arm.points for v in point] + [mark[0]]
    low, high = _scale(min(values), max(values))
    steps = max(1, len(arms[0].points) - 1)
    across = [LEFT + place * (RIGHT - LEFT) / steps for place in range(len(arms[0].points))]
    parts = _grid(low, high)
    for place, x in enumerate(across):
        spot = (x, BOTTOM + 16)
        parts.append(svg.text(spot, f"{place}", cls="quiet", anchor="middle", size=SMALL))
    parts.append(
        svg.text(((LEFT + RIGHT) / 2, BOTTOM + 33), words[2], cls="quiet", anchor="middle")
    )
    y = _up(mark[0], low, high)
    parts.append(svg.line(LEFT, y, RIGHT, y, "mark"))
    parts.append(svg.text((LEFT + 4, y - 5), mark[1], cls="halo", size=SMALL))
    for arm in arms:
        parts += _line(arm, across, (low, high))
    parts += _names(arms, (low, high))
    return svg.document(key, HEIGHT, (words[0], words[1]), parts, language=language)


def _scale(low: float, high: float) -> tuple[float, float]:
    """Round bounds around the values, a twentieth apart at least."""
    bottom, top = int(low * 20) / 20, -int(-high * 20 // 1) / 20
    return bottom, max(top, bottom + 0.05)


def _grid(low: float, high: float) -> list[str]:
    parts = []
    for part in range(5):
        value = low + (high - low) * part / 4
        y = _up(value, low, high)
        spot = (LEFT - 6, y + 4)
        parts.append(svg.line(LEFT, y, RIGHT, y, "grid"))
        parts.append(svg.text(spot, f"{value:.0%}", cls="quiet", anchor="end", size=SMALL))
    return parts


def _line(arm: Arm, across: Sequence[float], scale: tuple[float, float]) -> list[str]:
    upper = [(x, _up(p[2], *scale)) for x, p in zip(across, arm.points, strict=True)]
    lower = [(x, _up(p[1], *scale)) for x, p in zip(across, arm.points, strict=True)]
    middle = [(x, _up(p[0], *scale)) for x, p in zip(across, arm.points, strict=True)]
    dots = [
        svg.dot(*at, 3, f"dot {arm.key}", f"{arm.name} {place}: {arm.points[place][0]:.1%}")
        for place, at in enumerate(middle)
    ]
    band = svg.path([*upper, *reversed(lower)], f"band {arm.key}", closed=True)
    return [band, svg.path(middle, f"arm {arm.key}"), *dots]


def _names(arms: Sequence[Arm], scale: tuple[float, float]) -> list[str]:
    """The name of each line at its end, moved apart where two ends meet."""
    ends = sorted((_up(arm.points[-1][0], *scale), arm.name) for arm in arms)
    parts, last = [], TOP - ROOM
    for y, name in ends:
        last = max(y, last + ROOM)
        parts.append(svg.text((RIGHT + 8, last + 4), svg.clip(name, WIDTH - RIGHT - 10)))
    return parts


def _up(value: float, low: float, high: float) -> float:
    return BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP)
