"""How candidates scored: the composite's distribution, the dimensions' means."""

import math
from collections.abc import Sequence

from chalicelib.analytics import findings
from chalicelib.analytics.plots import Band, Bar, Bins, bars, histogram
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
from chalicelib.analytics.rows import DimensionRow, ScoreRow
from chalicelib.foundation.statistics import wilson

#: A band's lower edge belongs to it: 70.00 is in 70–80, and 80.00 is in 80 and above, as a score
#: equal to the cut score passes.
EDGES = (0.0, 60.0, 70.0, 80.0, 100.0)
BIN = 5.0
SCALE_TICKS = ((0.0, "0"), (0.25, "25"), (0.5, "50"), (0.75, "75"), (1.0, "100"))


def band_counts(scores: Sequence[float]) -> tuple[int, ...]:
    """How many scores (0–100) lie in each band of EDGES; 100 belongs to the last."""
    counts = [0] * (len(EDGES) - 1)
    for score in scores:
        counts[sum(score >= edge for edge in EDGES[1:-1])] += 1
    return tuple(counts)


@chart(
    "score-distribution",
    title=both("scores.title"),
    rows="scores",
    n=Count(both("unit.interviews")),
)
def score_distribution(rows: Sequence[ScoreRow], language: str) -> Drawn:
    """How many interviews scored in which band, and where the cut score stands."""
    scores = [row.composite for row in rows]
    counts, n = band_counts(scores), len(rows)
    shares = [share(count / n) for count in counts]
    cuts = sorted({row.cut_score for row in rows})
    words = dict(zip(("below", "sixty", "seventy", "eighty"), shares, strict=True))
    cut = cuts[0] if len(cuts) == 1 else None
    bins = _bins(scores, cut)
    parts, height = histogram(
        bins,
        [
            Band(EDGES[i], EDGES[i + 1], _band_name(i)[language], shares[i])
            for i in range(len(counts))
            if EDGES[i + 1] > bins.start
        ],
        axis=(both("scores.axis")[language], both("unit.interviews")[language]),
        cut_label=both("scores.cut", cut=short(cut or 0))[language],
    )
    many = both("scores.cuts", cuts=", ".join(short(each) for each in cuts))
    reached = sum(row.composite >= row.cut_score for row in rows)
    return Drawn(
        summary=both("scores.summary", n=n, **words),
        note=joined(
            both("scores.note", reached=reached, n=n, share=share(reached / n)),
            both("note.wilson"),
            many if cut is None else {"zh": "", "en": ""},
        ),
        columns=(both("col.band"), both("col.count"), both("col.share"), *_interval_columns()),
        rows=tuple(
            (_band_name(i), count, shares[i], *(share(x) for x in wilson(count, n)))
            for i, count in enumerate(counts)
        ),
        parts=tuple(parts),
        height=height,
    )


def _bins(scores: Sequence[float], cut: float | None) -> Bins:
    lowest = min([*scores, 60.0 if cut is None else min(cut, 60.0)])
    start = max(0.0, math.floor(lowest / 10) * 10.0)
    counts = [0] * round((100 - start) / BIN)
    for score in scores:
        counts[min(int((score - start) // BIN), len(counts) - 1)] += 1
    return Bins(start, BIN, tuple(counts), cut)


def _band_name(place: int) -> Text2:
    if place == 0:
        return both("scores.band-below", high=short(EDGES[1]))
    if place == len(EDGES) - 2:
        return both("scores.band-above", low=short(EDGES[place]))
    return both("scores.band", low=short(EDGES[place]), high=short(EDGES[place + 1]))


def _interval_columns() -> tuple[Text2, Text2]:
    return both("col.low"), both("col.high")


@chart(
    "dimension-means",
    title=both("dimensions.title"),
    rows="dimensions",
    n=Count(both("unit.interviews"), findings.interviews),
)
def dimension_means(rows: Sequence[DimensionRow], language: str) -> Drawn:
    """Mean score of every dimension, and which one is weakest."""
    means = findings.dimension_means(rows)
    spoken = [each for each in means if each.n >= LEAST]
    weak = findings.weakest(rows, LEAST)
    shown = []
    for each in sorted(means, key=lambda m: (m.n < LEAST, -m.mean, m.dimension)):
        if each not in spoken:
            figure = both("chart.too-few-short", n=each.n)[language]
            shown.append(Bar(each.name[language], figure, None))
            continue
        low, high = each.low / 100, each.high / 100
        cls = "caution" if weak and each.dimension == weak.found.dimension else ""
        figure = _mean_figure(each)
        shown.append(Bar(each.name[language], figure, each.mean / 100, low, high, cls))
    parts, height = bars(shown, SCALE_TICKS)
    return Drawn(
        summary=_weakness(weak, findings.interviews(rows), len(spoken)),
        note=joined(both("note.mean"), both("dimensions.note")),
        columns=(both("col.dimension"), both("col.n"), both("col.mean"), *_interval_columns()),
        rows=tuple(
            (each.name, each.n, round(each.mean, 1), round(each.low, 1), round(each.high, 1))
            if each in spoken
            else (each.name, each.n, None, None, None)
            for each in means
        ),
        parts=tuple(parts),
        height=height,
    )


def _mean_figure(each: findings.DimensionMean) -> str:
    return f"{each.mean:.1f} ({each.low:.1f}–{each.high:.1f}), n = {each.n}"


def _weakness(weak: findings.Weakest | None, n: int, dimensions: int) -> Text2:
    if weak is None:
        return both("dimensions.summary-none", n=n, dimensions=dimensions)
    key = "dimensions.summary-proven" if weak.proven else "dimensions.summary-lowest"
    return both(
        key,
        n=weak.n,
        name=weak.found.name,
        mean=f"{weak.found.mean:.1f}",
        gap=f"{-weak.gap:.1f}",
        low=f"{-weak.high:.1f}",
        high=f"{-weak.low:.1f}",
    )
