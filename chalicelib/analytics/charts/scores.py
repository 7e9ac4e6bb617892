"""How candidates scored: the composite's distribution, the dimensions' means, the weeks."""

import math

from chalicelib.analytics import findings
from chalicelib.analytics.charts.bands import band_counts, band_name
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
from chalicelib.analytics.rows import Dimensions, DimensionSum, Scores
from chalicelib.foundation.statistics import wilson

BIN = 5.0
SCALE_TICKS = ((0.0, "0"), (0.25, "25"), (0.5, "50"), (0.75, "75"), (1.0, "100"))
NOTHING: Text2 = {"zh": "", "en": ""}


@chart(
    "score-distribution",
    title=both("scores.title"),
    rows="scores",
    n=Count(both("unit.interviews"), lambda found: found.n),
)
def score_distribution(found: Scores, language: str) -> Drawn:
    """How many interviews scored in which band, and where the cut score stands."""
    counts, n, edges = band_counts(found), found.n, (0.0, *found.edges, 100.0)
    names = [band_name(found.edges, place) for place in range(len(counts))]
    shares = [share(count / n) for count in counts]
    cuts = list(found.reached)
    cut = cuts[0] if len(cuts) == 1 else None
    bins = _bins(found, cut)
    parts, height = histogram(
        bins,
        [
            Band(edges[i], edges[i + 1], names[i][language], shares[i])
            for i in range(len(counts))
            if edges[i + 1] > bins.start
        ],
        axis=(both("scores.axis")[language], both("unit.interviews")[language]),
        cut_label=both("scores.cut", cut=short(cut or 0))[language],
    )
    return Drawn(
        summary=_told(names, shares, n),
        note=_note(found, cut),
        columns=(
            both("col.band"), both("col.count"), both("col.share"), both("col.low"),
            both("col.high"),
        ),
        rows=tuple(
            (names[i], count, shares[i], *(share(x) for x in wilson(count, n)))
            for i, count in enumerate(counts)
        ),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _told(names: list[Text2], shares: list[str], n: int) -> Text2:
    """Every band with its share in one sentence, the lowest last."""
    order = [*range(1, len(names)), 0]
    pieces = [both("scores.piece", band=names[i], share=shares[i]) for i in order]
    listed = {"zh": "，".join(p["zh"] for p in pieces), "en": ", ".join(p["en"] for p in pieces)}
    return both("scores.summary", n=n, bands=listed)


def _note(found: Scores, cut: float | None) -> Text2:
    reached = sum(part for part, _ in found.reached.values())
    many = both("scores.cuts", cuts=", ".join(short(each) for each in found.reached))
    return joined(
        both("scores.note", reached=reached, n=found.n, share=share(reached / found.n)),
        both("scores.edges"),
        both("note.wilson"),
        many if cut is None else NOTHING,
    )


def _bins(found: Scores, cut: float | None) -> Bins:
    lowest = min([*(tenth / 10 for tenth in found.tenths), *found.edges[:1], cut or 100.0])
    start = max(0.0, math.floor(lowest / 10) * 10.0)
    counts = [0] * round((100 - start) / BIN)
    for tenth, number in found.tenths.items():
        counts[min(int((tenth / 10 - start) // BIN), len(counts) - 1)] += number
    return Bins(start, BIN, tuple(counts), cut)


@chart(
    "dimension-means",
    title=both("dimensions.title"),
    rows="dimensions",
    n=Count(both("unit.interviews"), lambda found: found.interviews),
)
def dimension_means(found: Dimensions, language: str) -> Drawn:
    """Mean score of every dimension, its gap to the others, and which one is weakest."""
    means = findings.dimension_means(found)
    spoken = {each.dimension for each in means if each.n >= LEAST}
    weak = findings.weakest(found, LEAST)
    weakest = weak.found.dimension if weak else ""
    order = sorted(means, key=lambda m: (m.n < LEAST, -m.mean, m.dimension))
    parts, height = bars([_bar(each, language, weakest) for each in order], SCALE_TICKS)
    return Drawn(
        summary=_weakness(weak, found.interviews, len(spoken)),
        note=joined(both("note.mean"), both("dimensions.note")),
        columns=(
            both("col.dimension"), both("col.n"), both("col.mean"), both("col.low"),
            both("col.high"), both("col.gap"), both("col.gap-low"), both("col.gap-high"),
        ),
        rows=tuple(
            (each.name, each.n, *_rounded(each.mean, each.low, each.high), *_gap(sums))
            if each.dimension in spoken
            else (each.name, each.n, *(None,) * 6)
            for each, sums in zip(means, found.sums, strict=True)
        ),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _gap(sums: DimensionSum) -> tuple[float | None, float | None, float | None]:
    gaps = sums.gaps
    return _rounded(gaps.mean, *gaps.interval()) if gaps.n >= LEAST else (None, None, None)


def _rounded(middle: float, low: float, high: float) -> tuple[float, float, float]:
    return round(middle, 1), round(low, 1), round(high, 1)


def _bar(each: findings.DimensionMean, language: str, weakest: str) -> Bar:
    if each.n < LEAST:
        return Bar(each.name[language], both("chart.too-few-short", n=each.n)[language], None)
    figure = f"{each.mean:.1f} ({each.low:.1f}–{each.high:.1f}), n = {each.n}"
    cls = "caution" if each.dimension == weakest else ""
    return Bar(each.name[language], figure, each.mean / 100, each.low / 100, each.high / 100, cls)


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
