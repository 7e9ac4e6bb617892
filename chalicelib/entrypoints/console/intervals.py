"""Two pictures of intervals: effects around nothing, and predicted against actual."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.analytics import svg
from chalicelib.analytics.svg import SMALL, WIDTH
from chalicelib.foundation.messages import say

LEFT, RIGHT, ROW, HEAD = 200.0, WIDTH - 16.0, 30.0, 30.0
MOST = 15
SIDE, PLOT_TOP, PLOT_BOTTOM = 52.0, 16.0, 300.0


def forest(compared: Sequence[Mapping[str, Any]], language: str) -> str:
    """Effects with their intervals, one line each; shares are doubled to stand on one scale.

    Parameters
    ----------
    compared : comparisons with an effect, in their order; the first fifteen are drawn.
    language : zh or en.
    """
    rows = [each for each in compared if each["effect"] is not None][:MOST]
    if not rows:
        return ""
    ends = [abs(_scaled(each, key)) for each in rows for key in ("low", "high")]
    reach = max(0.5, *(min(end, 3.0) for end in ends))
    height = HEAD + ROW * len(rows) + 24
    parts = [svg.line(_x(0, reach), HEAD - 14, _x(0, reach), height - 22, "mark")]
    for step in (-reach, -reach / 2, 0.0, reach / 2, reach):
        x = _x(step, reach)
        parts.append(svg.line(x, HEAD - 14, x, height - 22, "grid"))
        label = f"{step:+.1f}" if step else "0"
        parts.append(svg.text((x, height - 6), label, cls="quiet", anchor="middle", size=SMALL))
    for place, each in enumerate(rows):
        parts += _row(each, HEAD + ROW * place + 6, reach, language)
    title = say("console.performers.effect", language)
    return svg.document("forest", height, (title, title), parts, language=language)


def _row(each: Mapping[str, Any], y: float, reach: float, language: str) -> list[str]:
    low, at, high = (_x(_scaled(each, key), reach) for key in ("low", "effect", "high"))
    name = svg.clip(each["name"][language], LEFT - 20)
    tone = "dot" if each["verdict"].endswith("among-top") else "dot imported"
    return [
        svg.text((8, y + 4), name),
        svg.whisker(low, high, y),
        svg.dot(at, y, 5, tone, each["sentence"][language]),
    ]


def _scaled(each: Mapping[str, Any], key: str) -> float:
    return float(each[key]) * (2.0 if each["yes_no"] else 1.0)


def _x(value: float, reach: float) -> float:
    bounded = min(max(value, -reach), reach)
    return LEFT + (bounded + reach) / (2 * reach) * (RIGHT - LEFT)


def calibrated(bins: Sequence[Mapping[str, Any]], language: str) -> str:
    """Predicted mean against actual mean of each fifth, with the line on which both are equal."""
    values = [each[key] for each in bins for key in ("predicted", "low", "high")]
    low, high = min(values) - 0.1, max(values) + 0.1

    def spot(x: float, y: float) -> svg.Point:
        across = (x - low) / (high - low)
        up = (y - low) / (high - low)
        return SIDE + across * (WIDTH - SIDE - 16), PLOT_BOTTOM - up * (PLOT_BOTTOM - PLOT_TOP)

    parts = [svg.line(*spot(low, low), *spot(high, high), "mark")]
    parts += [
        svg.line(*spot(low, low), *spot(high, low), "axis"),
        svg.line(*spot(low, low), *spot(low, high), "axis"),
    ]
    for tick in (low + (high - low) * share for share in (0.0, 0.25, 0.5, 0.75, 1.0)):
        x, y = spot(tick, low)[0], spot(low, tick)[1]
        label = f"{tick:.1f}"
        parts.append(svg.text((x, PLOT_BOTTOM + 18), label, cls="quiet", anchor="middle"))
        parts.append(svg.text((SIDE - 6, y + 4), label, cls="quiet", anchor="end"))
    for each in bins:
        x, y = spot(each["predicted"], each["actual"])
        top, foot = (spot(each["predicted"], each[key])[1] for key in ("high", "low"))
        parts.append(svg.line(x, top, x, foot, "whisker"))
        told = f"{each['predicted']:.2f} → {each['actual']:.2f}, n = {each['n']}"
        parts.append(svg.dot(x, y, 5, "dot", told))
    axis = say("console.predictions.predicted", language)
    parts.append(svg.text((SIDE + 8, PLOT_TOP + 8), say("console.predictions.actual", language)))
    parts.append(svg.text((WIDTH / 2, PLOT_BOTTOM + 38), axis, anchor="middle"))
    words = (
        say("console.predictions.plot", language),
        say("console.predictions.plot_note", language),
    )
    return svg.document("calibrated", PLOT_BOTTOM + 46, words, parts, language=language)


def strip(given: Mapping[str, Any], language: str) -> str:
    """A person's interval on the ranks of those appraised, 0–100 %."""
    left, right, y = 24.0, WIDTH - 24.0, 34.0
    low, high = (left + given[key] * (right - left) for key in ("low_rank", "high_rank"))
    parts = [
        svg.rect(svg.Box(left, y - 5, right - left, 10), "track"),
        svg.rect(svg.Box(low, y - 5, max(high - low, 2), 10), "bar", given["sentence"][language]),
        svg.whisker(low, high, y, 9),
    ]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = left + share * (right - left)
        parts.append(svg.text((x, y + 30), f"{share:.0%}", cls="quiet", anchor="middle"))
    words = (say("console.expected.title", language), given["sentence"][language])
    return svg.document("strip", y + 40, words, parts, language=language)
