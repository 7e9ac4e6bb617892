"""How far a criterion would come out the same again: across indicators, raters and months."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from chalicelib.foundation.statistics import Z95, deviation, fisher_interval, mean, pearson

LEAST_PEOPLE = 10


@dataclass(frozen=True)
class Reliability:
    """One estimate with its 95 % interval; None when too little was measured.

    `method` is one of alpha, inter-rater, split-half; `n` counts people, `of` the indicators,
    raters or months that it rests on.
    """

    method: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    of: float

    @staticmethod
    def unknown(method: str, n: int, of: float) -> "Reliability":
        """Too little was measured."""
        return Reliability(method, None, None, None, n, of)


def alpha(people: Sequence[Mapping[str, float]]) -> Reliability:
    """Standardised alpha of the mean of k indicators, from people who have all of them.

    Parameters
    ----------
    people : one mapping a person, indicator → z.

    Returns
    -------
    Reliability, interval by the log transform.

    Source
    ------
    Cronbach 1951, Psychometrika 16:297; interval: Bonett 2002, J. Educ. Behav. Stat. 27:335.
    """
    keys = sorted({key for person in people for key in person})
    whole = [person for person in people if len(person) == len(keys)]
    n, k = len(whole), len(keys)
    if k < 2 or n < LEAST_PEOPLE:
        return Reliability.unknown("alpha", n, k)
    series = {key: [person[key] for person in whole] for key in keys}
    r = mean([pearson(series[a], series[b]) for a, b in combinations(keys, 2)])
    if math.isnan(r) or r >= 1 or 1 + (k - 1) * r <= 0:
        return Reliability.unknown("alpha", n, k)
    value = k * r / (1 + (k - 1) * r)
    half = Z95 * math.sqrt(2 * k / ((k - 1) * (n - 2)))
    log = math.log(1 - value)
    return Reliability("alpha", value, 1 - math.exp(log + half), 1 - math.exp(log - half), n, k)


def inter_rater(ratings: Sequence[Sequence[float]]) -> Reliability:
    """Intraclass correlation of one rater, ICC(1), from people with two raters or more.

    Parameters
    ----------
    ratings : one list a person; each person may have other raters.

    Returns
    -------
    Reliability of a single rater's rating; `of` is the mean number of raters.

    Source
    ------
    Shrout & Fleiss 1979, Psychol. Bull. 86:420; interval by Fisher's transformation for k raters:
    Fisher 1925, Statistical Methods for Research Workers, § 39.
    """
    rated = [list(each) for each in ratings if len(each) >= 2]
    n, total = len(rated), sum(map(len, rated))
    if n < LEAST_PEOPLE:
        return Reliability.unknown("inter-rater", n, total / n if n else 0)
    k = (total - sum(len(each) ** 2 for each in rated) / total) / (n - 1)
    overall = math.fsum(map(math.fsum, rated)) / total
    among = math.fsum(len(each) * (mean(each) - overall) ** 2 for each in rated) / (n - 1)
    within = math.fsum(deviation(each) ** 2 * (len(each) - 1) for each in rated) / (total - n)
    spread = among + (k - 1) * within
    if not spread > 0:
        return Reliability.unknown("inter-rater", n, k)
    value = (among - within) / spread
    low, high = _intraclass_interval(value, n, k)
    return Reliability("inter-rater", value, low, high, n, k)


def _intraclass_interval(value: float, n: int, k: float) -> tuple[float, float]:
    least = -1 / (k - 1) + 1e-9
    bounded = max(least, min(1 - 1e-9, value))
    z = 0.5 * math.log((1 + (k - 1) * bounded) / (1 - bounded))
    half = Z95 * math.sqrt(k / (2 * (k - 1) * (n - 2)))
    return _back(z - half, k), _back(z + half, k)


def _back(z: float, k: float) -> float:
    grown = math.exp(2 * z)
    return (grown - 1) / (grown + k - 1)


def split_half(halves: Sequence[tuple[float, float]], months: float) -> Reliability:
    """Odd against even months, stepped up to the whole length.

    Parameters
    ----------
    halves : per person the criterion of the odd and of the even months (SD units).
    months : how many months a person has, on average.

    Source
    ------
    Spearman 1910 and Brown 1910, Br. J. Psychol. 3:271 and 3:296; Fisher interval of the halves'
    correlation, stepped up likewise.
    """
    n = len(halves)
    if n < LEAST_PEOPLE:
        return Reliability.unknown("split-half", n, months)
    r = pearson([odd for odd, _ in halves], [even for _, even in halves])
    if math.isnan(r):
        return Reliability.unknown("split-half", n, months)
    low, high = fisher_interval(r, n)
    return Reliability("split-half", _stepped(r), _stepped(low), _stepped(high), n, months)


def _stepped(r: float) -> float:
    return 2 * r / (1 + r) if r > -1 else -1.0
