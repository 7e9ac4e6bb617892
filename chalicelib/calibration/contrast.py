"""Two groups beside each other: how far they differ, how sure that is, and which of many differ.

Numbers are compared by Hedges' g with the exact interval of the noncentral t, yes and no by the
difference of shares and the odds ratio. Of many comparisons Benjamini and Hochberg's procedure says
which are findings, and only those; their intervals are widened for having been picked.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.calibration.distributions import STANDARD, crossing, upper_normal, upper_t
from chalicelib.foundation.statistics import deviation, mean, wilson


@dataclass(frozen=True)
class Difference:
    """Hedges' g of two groups of numbers; `p` is Welch's, two-sided (1 without any spread)."""

    g: float
    error: float
    p: float
    n: tuple[int, int]
    means: tuple[float, float]


@dataclass(frozen=True)
class Shares:
    """Yes of n in two groups: shares and their difference 0–1, odds ratio, exact two-sided p."""

    yes: tuple[int, int]
    n: tuple[int, int]
    difference: float
    odds_ratio: float
    p: float


def difference(first: Sequence[float], second: Sequence[float]) -> Difference:
    """How far two groups of numbers are apart.

    Parameters
    ----------
    first, second : at least two values each, any unit.

    Returns
    -------
    Difference; g is positive where `first` is higher, 0 with an infinite error without any spread.

    Source
    ------
    Hedges 1981, J. Educ. Stat. 6:107, with the exact correction by gamma functions; Welch 1947,
    Biometrika 34:28.
    """
    one, two = len(first), len(second)
    means = (mean(first), mean(second))
    pooled = _pooled(first, second)
    if pooled == 0:
        return Difference(0.0, math.inf, 1.0, (one, two), means)
    g = correction(one + two - 2) * (means[0] - means[1]) / pooled
    error = math.sqrt((one + two) / (one * two) + g * g / (2 * (one + two)))
    return Difference(g, error, welch(first, second), (one, two), means)


def _pooled(first: Sequence[float], second: Sequence[float]) -> float:
    one, two = len(first) - 1, len(second) - 1
    return math.sqrt((one * deviation(first) ** 2 + two * deviation(second) ** 2) / (one + two))


def correction(freedom: int) -> float:
    """Hedges' exact factor J for so many degrees of freedom (at least 2)."""
    half = freedom / 2
    return math.exp(math.lgamma(half) - math.lgamma(half - 0.5)) / math.sqrt(half)


def welch(first: Sequence[float], second: Sequence[float]) -> float:
    """Two-sided p of Welch's test for two means; 1 when neither group has any spread."""
    parts = [deviation(group) ** 2 / len(group) for group in (first, second)]
    if sum(parts) == 0:
        return 1.0 if mean(first) == mean(second) else 0.0
    t = abs(mean(first) - mean(second)) / math.sqrt(sum(parts))
    weights = (
        part**2 / (len(group) - 1) for part, group in zip(parts, (first, second), strict=True)
    )
    return min(1.0, 2 * upper_t(t, sum(parts) ** 2 / sum(weights)))


def g_interval(found: Difference, level: float = 0.95) -> tuple[float, float]:
    """Exact interval of a standardised difference, from the noncentral t.

    Parameters
    ----------
    found : a difference; without any spread the interval has no ends.
    level : 0–1.

    Source
    ------
    Steiger & Fouladi 1997; Cumming & Finch 2001, Educ. Psychol. Meas. 61:532. Bounds of Cohen's d
    are multiplied by Hedges' factor, as g itself is.
    """
    if math.isinf(found.error):
        return -math.inf, math.inf
    one, two = found.n
    freedom, half = one + two - 2, math.sqrt(one * two / (one + two))
    factor = correction(freedom)
    t = found.g / factor * half
    spread = math.sqrt(1 + t * t / (2 * freedom))

    def bound(share: float) -> float:
        guess = t + STANDARD.inv_cdf(share) * spread
        low, high = guess - 0.1 * spread, guess + 0.1 * spread
        while upper_t(t, freedom, low) > share:
            low -= spread
        while upper_t(t, freedom, high) < share:
            high += spread
        return crossing(lambda nc: upper_t(t, freedom, nc) - share, low, high) / half * factor

    return bound((1 - level) / 2), bound((1 + level) / 2)


def shares(yes: tuple[int, int], n: tuple[int, int]) -> Shares:
    """How far two groups differ in a yes-or-no.

    Parameters
    ----------
    yes, n : counts of the first and the second group; n at least 1.

    Returns
    -------
    Shares; half a case is added to each cell of the odds ratio where one is empty.

    Source
    ------
    Fisher 1935, J. R. Stat. Soc. 98:39; Haldane 1956 and Anscombe 1956 (the half case).
    """
    rates = [part / whole for part, whole in zip(yes, n, strict=True)]
    a, b, c, d = _cells(yes, n)
    return Shares(yes, n, rates[0] - rates[1], a * d / (b * c), fisher(yes, n))


def _cells(yes: tuple[int, int], n: tuple[int, int]) -> tuple[float, float, float, float]:
    cells = (yes[0], n[0] - yes[0], yes[1], n[1] - yes[1])
    extra = 0.0 if all(cells) else 0.5
    a, b, c, d = (cell + extra for cell in cells)
    return a, b, c, d


def odds_interval(found: Shares, level: float = 0.95) -> tuple[float, float]:
    """Interval of the odds ratio on the logarithmic scale. Source: Woolf 1955."""
    a, b, c, d = _cells(found.yes, found.n)
    half = _quantile(level) * math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    middle = math.log(a * d / (b * c))
    return math.exp(middle - half), math.exp(middle + half)


def share_interval(found: Shares, level: float = 0.95) -> tuple[float, float]:
    """Interval of a difference of shares. Source: Newcombe 1998, Stat. Med. 17:873, method 10."""
    z = _quantile(level)
    p, q = (part / whole for part, whole in zip(found.yes, found.n, strict=True))
    (l1, u1), (l2, u2) = (wilson(part, n, z) for part, n in zip(found.yes, found.n, strict=True))
    low = found.difference - math.hypot(p - l1, u2 - q)
    return low, found.difference + math.hypot(u1 - p, q - l2)


def _quantile(level: float) -> float:
    return STANDARD.inv_cdf((1 + level) / 2)


def fisher(yes: tuple[int, int], n: tuple[int, int]) -> float:
    """Two-sided exact p that two groups say yes alike: all tables not more likely than this one."""
    together = sum(yes)
    lowest, highest = max(0, together - n[1]), min(n[0], together)

    def ways(k: int) -> float:
        return _log_comb(n[0], k) + _log_comb(n[1], together - k)

    logs = [ways(k) for k in range(lowest, highest + 1)]
    peak = max(logs)
    here = logs[yes[0] - lowest] + 1e-10
    whole = math.fsum(math.exp(log - peak) for log in logs)
    return min(1.0, math.fsum(math.exp(log - peak) for log in logs if log <= here) / whole)


def _log_comb(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def correlation_p(r: float, freedom: int) -> float:
    """Two-sided p of a (partial) correlation with so many degrees of freedom (at least 1)."""
    if abs(r) >= 1:
        return 0.0
    return min(1.0, 2 * upper_t(abs(r) * math.sqrt(freedom / (1 - r * r)), freedom))


def adjusted(p_values: Sequence[float]) -> list[float]:
    """Benjamini and Hochberg's adjusted p values, in the order given.

    A comparison is a finding at the false-discovery rate q when its adjusted p is at most q.

    Source: Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57:289.
    """
    count, least = len(p_values), 1.0
    found = [1.0] * count
    order = sorted(range(count), key=lambda place: p_values[place], reverse=True)
    for rank, place in zip(range(count, 0, -1), order, strict=True):
        least = min(least, p_values[place] * count / rank)
        found[place] = least
    return found


def picked_level(picked: int, count: int, q: float) -> float:
    """Confidence level of the intervals of those picked: widened for having been picked.

    Source: Benjamini & Yekutieli 2005, J. Am. Stat. Assoc. 100:71 (false coverage rate).
    """
    return 1 - q * max(picked, 1) / max(count, 1)


def normal_p(z: float) -> float:
    """Two-sided p of a standard normal value."""
    return 2 * upper_normal(abs(z))
