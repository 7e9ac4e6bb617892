"""Durations as histograms on a fixed grid: medians and percentiles with intervals.

The grid keeps whole minutes below an hour, ten minutes to six hours, whole hours to a week, six
hours to thirty days, whole days beyond. So durations in whole hours up to a week and in whole days
are exact, and nothing is off by more than a sixth.
"""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from random import Random

from chalicelib.foundation.statistics import Z95

HOUR, DAY = 60, 1440
#: (up to so many minutes, step in minutes)
GRID = ((HOUR, 1), (6 * HOUR, 10), (7 * DAY, HOUR), (30 * DAY, 6 * HOUR), (math.inf, DAY))
DRAWS = 2000


def bin_of(minutes: float) -> int:
    """The grid's place for a duration, in minutes: rounded down, never below 0."""
    whole = max(0, math.floor(minutes + 1e-9))
    step = next(step for end, step in GRID if whole < end)
    return whole // step * step


@dataclass(frozen=True)
class Durations:
    """How often each duration (minutes, ascending) occurred."""

    minutes: tuple[int, ...]
    counts: tuple[int, ...]

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """How many durations there are up to each one."""
        return tuple(accumulate(self.counts))

    @property
    def n(self) -> int:
        """How many durations there are."""
        return self.ends[-1] if self.ends else 0

    def at(self, rank: int) -> float:
        """The `rank`-th smallest duration in minutes; ranks begin at 1 and are cut to 1–n."""
        if not self.counts:
            return math.nan
        return self.minutes[bisect_left(self.ends, min(max(rank, 1), self.n))]

    def quantile(self, share: float) -> float:
        """The quantile at `share` in minutes, between neighbours as spreadsheets do.

        Source: Hyndman & Fan 1996, Am. Stat. 50:361, definition 7. nan where there is none.
        """
        if not self.counts:
            return math.nan
        spot = (self.n - 1) * share
        low, rest = math.floor(spot), spot - math.floor(spot)
        first = self.at(low + 1)
        return first if rest < 1e-12 else first + rest * (self.at(low + 2) - first)

    def interval(self, share: float) -> tuple[float, float]:
        """95 % interval of that quantile, free of any assumption on the distribution.

        Source: Conover 1999, Practical Nonparametric Statistics, 3.2 (ranks of the binomial).
        """
        half = Z95 * math.sqrt(self.n * share * (1 - share))
        low, high = math.floor(self.n * share - half), math.ceil(self.n * share + half) + 1
        return (self.at(low), self.at(high))


NO_TIME = Durations((), ())


def durations(counts: Mapping[str, int], name: str) -> Durations:
    """The histogram that counters hold under a name."""
    head = f"{name}|"
    found = sorted((int(k[len(head) :]), v) for k, v in counts.items() if k.startswith(head) and v)
    return Durations(tuple(k for k, _ in found), tuple(v for _, v in found))


@dataclass(frozen=True)
class Change:
    """How a median moved: `after` less `before` in minutes, relative to before, with 95 %."""

    before: float
    after: float
    low: float
    high: float

    @property
    def difference(self) -> float:
        """After less before, in minutes; below 0 is quicker."""
        return self.after - self.before

    @property
    def share(self) -> float:
        """The difference as a share of the median before; nan where that was 0."""
        return self.difference / self.before if self.before else math.nan


def change(before: Durations, after: Durations, seed: int = 2026) -> Change:
    """The difference of two medians with its bootstrap interval.

    Parameters
    ----------
    before, after : at least one duration each.
    seed : of the draws; the same seed gives the same interval.

    Source: Efron 1979, Ann. Stat. 7:1. The m-th smallest of a resample of n is the sample's
    quantile at the m-th smallest of n uniform draws, which is a Beta(m, n - m + 1) draw; so no
    resample need be made.
    """
    draw = Random(seed)  # noqa: S311 - a seeded resample, not a secret
    moved = sorted(_drawn(after, draw) - _drawn(before, draw) for _ in range(DRAWS))
    low, high = (moved[round(edge * (DRAWS - 1))] for edge in (0.025, 0.975))
    return Change(before.quantile(0.5), after.quantile(0.5), low, high)


def _drawn(sample: Durations, draw: Random) -> float:
    """The median of one resample; of an even number the mean of the two in the middle."""
    n = sample.n
    middle = (n + 1) // 2
    spot = draw.betavariate(middle, n - middle + 1)
    first = sample.at(math.ceil(spot * n))
    if n % 2:
        return first
    spot += (1 - spot) * draw.betavariate(1, n - middle)
    return (first + sample.at(math.ceil(spot * n))) / 2


def spread(values: Sequence[float]) -> Durations:
    """Durations in minutes as a histogram on the grid."""
    counts: dict[int, int] = {}
    for value in values:
        place = bin_of(value)
        counts[place] = counts.get(place, 0) + 1
    return Durations(tuple(sorted(counts)), tuple(counts[key] for key in sorted(counts)))
