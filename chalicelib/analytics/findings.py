"""What the rows say, with n and interval: charts are drawn and advice is given from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from chalicelib.analytics.registry import PROVEN
from chalicelib.analytics.regression import Line, fit
from chalicelib.analytics.rows import (
    Decided,
    Dimensions,
    DimensionSum,
    Journeys,
    OutcomeRow,
)
from chalicelib.foundation.statistics import fisher_interval, pearson, wilson
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
    """How many decided interviews of a requisition, store, region or source passed."""

    key: str
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


def dimension_means(found: Dimensions) -> tuple[DimensionMean, ...]:
    """Mean of every dimension, by dimension key; a single interview has no interval.

    Source: normal interval of a mean, cut to 0–100.
    """
    return tuple(_mean_of(each) for each in found.sums)


def _mean_of(each: DimensionSum) -> DimensionMean:
    low, high = each.scores.interval() if each.scores.n > 1 else (0.0, 100.0)
    n, middle = each.scores.n, each.scores.mean
    return DimensionMean(each.dimension, each.name, n, middle, max(0, low), min(100, high))


def weakest(found: Dimensions, least: int) -> Weakest | None:
    """The weakest dimension among those with at least `least` interviews.

    Parameters
    ----------
    found : sums of scores 0–100, and of each score's distance from the others of its interview.
    least : smallest n of a dimension that takes part.

    Returns
    -------
    Weakest, or None where fewer than two dimensions can be compared within the same interviews.

    Source: paired differences; Bonferroni's widening for the choice among k dimensions (Dunn 1961,
    J. Am. Stat. Assoc. 56:52).
    """
    known = [each for each in found.sums if each.scores.n >= least]
    if len(known) < 2:
        return None
    lowest = min(known, key=lambda each: (each.scores.mean, each.dimension))
    gaps = lowest.gaps
    if gaps.n < max(2, least):
        return None
    low, high = gaps.interval(NormalDist().inv_cdf(1 - 0.025 / len(known)))
    return Weakest(_mean_of(lowest), gaps.n, gaps.mean, low, high)


def pass_rates(rows: Sequence[Decided]) -> tuple[PassRate, ...]:
    """Pass rates side by side, the highest first: passed by a person, of those decided."""
    found = [PassRate(row.key, row.title, Rate(row.passed, row.n)) for row in rows]
    return tuple(sorted(found, key=lambda each: (-each.rate.value, each.key)))


def funnel(rows: Sequence[Journeys]) -> tuple[FunnelStep, ...]:
    """How many applications came to each stage, and what share of them went on to the next."""
    at = [BOARD.index(stage) for stage in FUNNEL] + [len(BOARD)]
    place = {row: BOARD.index(row.furthest) for row in rows}
    reached = [sum(row.n for row in rows if place[row] >= start) for start in at]
    steps = []
    for number, stage in enumerate(FUNNEL):
        here = [row for row in rows if at[number] <= place[row] < at[number + 1]]
        ended = sum(row.ended for row in here)
        last = stage is FUNNEL[-1]
        passing = None if last else Rate(reached[number + 1], reached[number])
        waiting = 0 if last else sum(row.n for row in here) - ended
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
