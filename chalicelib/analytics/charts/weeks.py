"""Whether scores drift: the mean composite week by week."""

import math
from collections.abc import Sequence

from chalicelib.analytics.drift import RECENT_WEEKS, Drift, drift
from chalicelib.analytics.lines import Dot, series
from chalicelib.analytics.registry import LEAST, Cell, Count, Drawn, Text2, both, chart, joined
from chalicelib.analytics.rows import WeekScore

MOST_WEEKS = 52


@chart(
    "score-drift",
    title=both("drift.title"),
    rows="weeks",
    n=Count(both("unit.interviews"), lambda rows: sum(row.scores.n for row in rows)),
)
def score_drift(rows: Sequence[WeekScore], language: str) -> Drawn:
    """Mean composite of each week with its interval; weeks with few interviews are left open."""
    spoken = [row for row in rows if row.scores.n >= LEAST][-MOST_WEEKS:]
    dots = [_dot(row, language) for row in spoken]
    scale = _scale(dots)
    parts, height = series(dots, scale) if dots else ([], 20.0)
    return Drawn(
        summary=_said(drift(rows), sum(row.scores.n for row in rows)),
        note=joined(both("drift.note"), both("note.mean")),
        columns=(
            both("col.week"), both("col.n"), both("col.mean"), both("col.low"), both("col.high"),
        ),
        rows=tuple((row.week, row.scores.n, *_cells(row)) for row in rows),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _dot(row: WeekScore, language: str) -> Dot:
    low, high = row.scores.interval()
    words = {"mean": f"{row.scores.mean:.1f}", "low": f"{low:.1f}", "high": f"{high:.1f}"}
    title = both("drift.dot", week=row.week, n=row.scores.n, **words)[language]
    return Dot(row.week[2:], row.scores.mean, max(0, low), min(100, high), title)


def _scale(dots: Sequence[Dot]) -> tuple[float, float]:
    if not dots:
        return (0.0, 100.0)
    low = math.floor(min(dot.low for dot in dots) / 10) * 10.0
    high = math.ceil(max(dot.high for dot in dots) / 10) * 10.0
    return (low, high) if high > low else (low, low + 10)


def _cells(row: WeekScore) -> tuple[Cell, ...]:
    if row.scores.n < LEAST:
        return (None, None, None)
    return tuple(round(each, 1) for each in (row.scores.mean, *row.scores.interval()))


def _said(found: Drift | None, n: int) -> Text2:
    if found is None:
        return both("drift.summary-none", n=n, weeks=RECENT_WEEKS)
    words = {"gap": f"{found.gap:+.1f}", "low": f"{found.low:+.1f}", "high": f"{found.high:+.1f}"}
    key = "drift.summary-proven" if found.proven else "drift.summary-open"
    return both(
        key, weeks=RECENT_WEEKS, n=found.recent.n, before=found.before.n,
        mean=f"{found.recent.mean:.1f}", **words,
    )  # fmt: skip
