"""Prediction against reality: what was scored, and what came of it."""

import math
from collections.abc import Sequence

from chalicelib.analytics import findings
from chalicelib.analytics.charts.rates import SHARE_TICKS, rate_bar, rate_cells
from chalicelib.analytics.plots import bars
from chalicelib.analytics.registry import (
    LEAST,
    Count,
    Drawn,
    Text2,
    both,
    chart,
    joined,
    share,
    short,
)
from chalicelib.analytics.rows import LOW_OUTCOME_SD, OutcomeRow
from chalicelib.analytics.scatter import Point, Words, scatter

YES_NO = (both("word.no"), both("word.yes"))


@chart(
    "prediction",
    title=both("prediction.title"),
    rows="outcomes",
    n=Count(both("unit.employees")),
    guarded=True,
)
def prediction(rows: Sequence[OutcomeRow], language: str) -> Drawn:
    """Interview score against later performance, and who was scored high but does poorly."""
    found = findings.prediction(rows)
    corner = (min(row.cut_score for row in rows), LOW_OUTCOME_SD)
    ordered = sorted(rows, key=lambda row: (not row.missed, row.outcome, row.person_id))
    points = [
        Point(row.label, row.composite, row.outcome, row.imported, row.missed) for row in ordered
    ]
    words = {name: both(f"prediction.{name}")[language] for name in Words.__dataclass_fields__}
    parts, height = scatter(points, found.line, corner, Words(**words))
    return Drawn(
        summary=joined(_strength(found), _missed(found)),
        note=joined(
            both("prediction.note", low=short(LOW_OUTCOME_SD), imported=found.imported),
            both("note.fisher"),
        ),
        columns=(
            both("col.person"),
            both("col.score"),
            both("col.outcome"),
            both("col.origin"),
            both("col.missed"),
        ),
        rows=tuple(
            (
                row.label,
                round(row.composite, 2),
                round(row.outcome, 2),
                both("word.imported" if row.imported else "word.here"),
                YES_NO[row.missed],
            )
            for row in ordered
        ),
        parts=tuple(parts),
        height=height,
        people=tuple(row.person_id for row in found.missed),
    )


def _strength(found: findings.Prediction) -> Text2:
    if math.isnan(found.r):
        return both("prediction.summary-flat", n=found.n)
    low, high = f"{found.low:.2f}", f"{found.high_end:.2f}"
    return both("prediction.summary", n=found.n, r=f"{found.r:.2f}", low=low, high=high)


def _missed(found: findings.Prediction) -> Text2:
    if not found.missed:
        return both("prediction.missed-none")
    labels = [row.label for row in found.missed]
    more = len(labels) - 5
    listed = {"zh": "、".join(labels[:5]), "en": ", ".join(labels[:5])}
    tail = both("prediction.missed-more", more=more) if more > 0 else {"zh": "", "en": ""}
    return both("prediction.missed", number=len(labels), labels=listed, tail=tail)


@chart(
    "hit-rate",
    title=both("hits.title"),
    rows="outcomes",
    n=Count(both("unit.employees")),
    guarded=True,
)
def hit_rate(rows: Sequence[OutcomeRow], language: str) -> Drawn:
    """Of those called promising, how many turned out well; and of the others."""
    found = findings.prediction(rows)
    groups = (("hits.high", found.high), ("hits.rest", found.rest))
    shown = [rate_bar(both(key)[language], rate, language) for key, rate in groups]
    parts, height = bars(shown, SHARE_TICKS)
    high = found.high
    if high.n < LEAST:
        summary = both("hits.summary-few", n=high.n)
    else:
        low, top = (share(edge) for edge in high.interval)
        words = {"part": high.part, "share": share(high.value), "low": low, "high": top}
        summary = both("hits.summary", n=high.n, **words)
    return Drawn(
        summary=summary,
        note=joined(both("hits.note", low=short(LOW_OUTCOME_SD)), both("note.wilson")),
        columns=(
            both("col.group"),
            both("col.well"),
            both("col.n"),
            both("col.rate"),
            both("col.low"),
            both("col.high"),
        ),
        rows=tuple((both(key), *rate_cells(rate)) for key, rate in groups),
        parts=tuple(parts),
        height=height,
    )
