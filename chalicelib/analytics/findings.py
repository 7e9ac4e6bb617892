"""What the rows say, with n and interval: charts are drawn and advice is given from it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from chalicelib.analytics.registry import PROVEN
from chalicelib.analytics.regression import Line, fit
from chalicelib.analytics.rows import DecidedRow, DimensionRow, JourneyRow, OutcomeRow
from chalicelib.foundation.statistics import (
    fisher_interval,
    mean,
    mean_interval,
    pearson,
    wilson,
)
from chalicelib.records.stages import BOARD, Stage

Text2 = dict[str, str]

FUNNEL = (
    Stage.APPLIED,
    Stage.SCREENED,
    Stage.INVITED,
    Stage.INTERVIEWED,
    Stage.PASSED,
    Stage.PRE_HIRE,
    Stage.OFFERED,
    Stage.HIRED,
)


@dataclass(frozen=True)
class Rate:
    """`part` of `n` with the Wilson interval of the share (0–1)."""

    part: int
    n: int

    @property
    def value(self) -> float:
        """The share itself, 0 where n is 0."""
        return self.part / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """95 % interval of the share."""
        return wilson(self.part, self.n)


@dataclass(frozen=True)
class DimensionMean:
    """Mean score (0–100) of one dimension over n interviews, with its 95 % interval."""

    dimension: str
    name: Text2
    n: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Weakest:
    """The dimension with the lowest mean beside the same people's other dimensions.

    `gap` is the mean difference in points (negative: weaker) over `n` interviews, `low`–`high` its
    95 % interval, widened because the lowest of several dimensions was picked.
    """

    found: DimensionMean
    n: int
    gap: float
    low: float
    high: float

    @property
    def proven(self) -> bool:
        """Whether the dimension lies below the others by more than chance would have it."""
        return self.n >= PROVEN and self.high < 0


@dataclass(frozen=True)
class PassRate:
    """How many of a requisition's decided interviews passed."""

    requisition_id: str
    title: Text2
    rate: Rate


@dataclass(frozen=True)
class FunnelStep:
    """Applications that came to a stage; of those `ended` and `waiting` have come no further."""

    stage: Stage
    reached: int
    passing: Rate | None
    ended: int
    waiting: int


@dataclass(frozen=True)
class Prediction:
    """Composite and outcome of n employees: correlation with interval, line, hits and misses.

    `high` and `rest` count those whose outcome was not low, among scores at or above the cut score
    and below it; `missed` are high scores with low performance, lowest outcome first.
    """

    n: int
    r: float
    low: float
    high_end: float
    line: Line | None
    high: Rate
    rest: Rate
    missed: tuple[OutcomeRow, ...]
    imported: int


def dimension_means(rows: Sequence[DimensionRow]) -> tuple[DimensionMean, ...]:
    """Mean of every dimension, by dimension key; a single interview has no interval.

    Source: normal interval of a mean, cut to 0–100.
    """
    grouped: dict[str, list[DimensionRow]] = defaultdict(list)
    for row in rows:
        grouped[row.dimension].append(row)
    found = []
    for key, group in sorted(grouped.items()):
        scores = sorted(row.score for row in group)
        middle = mean(scores)
        low, high = mean_interval(scores) if len(scores) > 1 else (0.0, 100.0)
        found.append(
            DimensionMean(key, group[0].name, len(scores), middle, max(0, low), min(100, high))
        )
    return tuple(found)


def interviews(rows: Sequence[DimensionRow]) -> int:
    """How many interviews the rows are from."""
    return len({row.interview for row in rows})


def weakest(rows: Sequence[DimensionRow], least: int) -> Weakest | None:
    """The weakest dimension among those with at least `least` interviews.

    Parameters
    ----------
    rows : scores 0–100.
    least : smallest n of a dimension that takes part.

    Returns
    -------
    Weakest, or None where fewer than two dimensions can be compared within the same interviews.

    Source: paired differences; Bonferroni's widening for the choice among k dimensions (Dunn 1961,
    J. Am. Stat. Assoc. 56:52).
    """
    means = [each for each in dimension_means(rows) if each.n >= least]
    if len(means) < 2:
        return None
    lowest = min(means, key=lambda each: (each.mean, each.dimension))
    compared = {each.dimension for each in means}
    by_interview: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows:
        if row.dimension in compared:
            by_interview[row.interview][row.dimension] = row.score
    gaps = sorted(
        scores[lowest.dimension] - mean([v for k, v in scores.items() if k != lowest.dimension])
        for scores in by_interview.values()
        if lowest.dimension in scores and len(scores) > 1
    )
    if len(gaps) < max(2, least):
        return None
    low, high = mean_interval(gaps, NormalDist().inv_cdf(1 - 0.025 / len(means)))
    return Weakest(lowest, len(gaps), mean(gaps), low, high)


def pass_rates(rows: Sequence[DecidedRow]) -> tuple[PassRate, ...]:
    """Pass rate of every requisition, the highest first: passed by a person, of those decided."""
    n = Counter(row.requisition_id for row in rows)
    passed = Counter(row.requisition_id for row in rows if row.passed)
    titles = {row.requisition_id: row.title for row in rows}
    found = [PassRate(key, titles[key], Rate(passed[key], n[key])) for key in n]
    return tuple(sorted(found, key=lambda each: (-each.rate.value, each.requisition_id)))


def funnel(rows: Sequence[JourneyRow]) -> tuple[FunnelStep, ...]:
    """How many applications came to each stage, and what share of them went on to the next."""
    places = [BOARD.index(row.furthest) for row in rows]
    at = [BOARD.index(stage) for stage in FUNNEL] + [len(BOARD)]
    reached = [sum(place >= start for place in places) for start in at]
    steps = []
    for number, stage in enumerate(FUNNEL):
        here = [r for r, p in zip(rows, places, strict=True) if at[number] <= p < at[number + 1]]
        ended = sum(row.ended is not None for row in here)
        last = stage is FUNNEL[-1]
        passing = None if last else Rate(reached[number + 1], reached[number])
        waiting = 0 if last else len(here) - ended
        steps.append(FunnelStep(stage, reached[number], passing, ended, waiting))
    return tuple(steps)


def prediction(rows: Sequence[OutcomeRow]) -> Prediction:
    """How well the composite predicted the outcome.

    Parameters
    ----------
    rows : at least one employee.

    Returns
    -------
    Prediction; `r` is nan where scores or outcomes do not vary. It is the correlation as seen among
    the hired, which is smaller than among all applicants.

    Source: Pearson's r with Fisher's interval (Fisher 1921, Metron 1:3).
    """
    ordered = sorted(rows, key=lambda row: row.person_id)
    xs, ys = [row.composite for row in ordered], [row.outcome for row in ordered]
    r = pearson(xs, ys)
    high = [row for row in ordered if row.high]
    rest = [row for row in ordered if not row.high]
    missed = sorted((row for row in high if row.low), key=lambda row: (row.outcome, row.person_id))
    return Prediction(
        len(ordered),
        r,
        *fisher_interval(r, len(ordered)),
        fit(xs, ys),
        Rate(sum(not row.low for row in high), len(high)),
        Rate(sum(not row.low for row in rest), len(rest)),
        tuple(missed),
        sum(row.imported for row in ordered),
    )
