"""Selection rates by group: impact ratios with interval and exact test, never a ratio alone."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.analytics.rows import UNKNOWN, GroupRow
from chalicelib.foundation.statistics import Z95, wilson

FOUR_FIFTHS = 0.8
SIGNIFICANT = 0.05
LEAST_GROUP = 10
CAUTION_BELOW = 30
LEAST_SHARE = 0.02


class Verdict(StrEnum):
    """What an impact ratio together with its n and interval lets us say."""

    REFERENCE = "reference"
    WITHIN = "within"
    BELOW_NOT_PROVEN = "below-not-proven"
    BELOW_PROVEN = "below-proven"
    TOO_FEW = "too-few"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class GroupRate:
    """A group's selection rate (0–1) with its Wilson interval."""

    group: str
    selected: int
    n: int
    rate: float
    low: float
    high: float


@dataclass(frozen=True)
class Impact:
    """A group beside the group with the highest rate.

    `ratio` with `low`–`high` (95 %) and `p_value` are None where nothing can be compared;
    `caution` marks groups of fewer than 30.
    """

    rate: GroupRate
    reference: str
    ratio: float | None
    low: float | None
    high: float | None
    p_value: float | None
    verdict: Verdict
    caution: bool


def selection_rates(rows: Sequence[GroupRow]) -> tuple[GroupRate, ...]:
    """Selection rate of every group, those who stated none among them as "unknown".

    Parameters
    ----------
    rows : decided interviews.

    Returns
    -------
    One `GroupRate` per group, by name.

    Source: 29 CFR 1607.16 R (selection rate); Wilson 1927 (interval).
    """
    n = Counter(row.group for row in rows)
    selected = Counter(row.group for row in rows if row.selected)
    return tuple(_rate(group, selected[group], n[group]) for group in sorted(n))


def _rate(group: str, selected: int, n: int) -> GroupRate:
    return GroupRate(group, selected, n, selected / n, *wilson(selected, n))


def impacts(rates: Sequence[GroupRate]) -> tuple[Impact, ...]:
    """Every group's rate over the highest rate.

    Parameters
    ----------
    rates : of all groups, "unknown" included: it is counted, and compared with nobody.

    Returns
    -------
    One `Impact` per group, in the order given. The reference is the highest rate among groups of at
    least 10 people and 2 % of all; smaller groups are not judged.

    Source: 29 CFR 1607.4 D (four-fifths rule); groups below 2 % after 6 RCNY 5-302; ratio, interval
    and test together after Morris & Lobsenz 2000, Pers. Psychol. 53:89.
    """
    total = sum(rate.n for rate in rates)
    judged = [rate for rate in rates if _judged(rate, total)]
    if not judged:
        return tuple(_without(rate, total) for rate in rates)
    best = max(judged, key=lambda rate: (rate.rate, rate.n, rate.group))
    return tuple(
        _impact(rate, best) if rate in judged and best.selected else _without(rate, total)
        for rate in rates
    )


def _judged(rate: GroupRate, total: int) -> bool:
    return rate.group != UNKNOWN and rate.n >= max(LEAST_GROUP, LEAST_SHARE * total)


def _without(rate: GroupRate, total: int) -> Impact:
    if rate.group == UNKNOWN:
        verdict = Verdict.UNKNOWN
    else:
        verdict = Verdict.WITHIN if _judged(rate, total) else Verdict.TOO_FEW
    return Impact(rate, "", None, None, None, None, verdict, rate.n < CAUTION_BELOW)


def _impact(rate: GroupRate, best: GroupRate) -> Impact:
    caution = min(rate.n, best.n) < CAUTION_BELOW
    if rate is best:
        return Impact(rate, rate.group, 1.0, None, None, None, Verdict.REFERENCE, caution)
    ratio, low, high = impact_ratio(rate, best)
    p_value = fisher_exact(rate.selected, rate.n, best.selected, best.n)
    if ratio >= FOUR_FIFTHS:
        verdict = Verdict.WITHIN
    else:
        proven = p_value < SIGNIFICANT and not caution
        verdict = Verdict.BELOW_PROVEN if proven else Verdict.BELOW_NOT_PROVEN
    return Impact(rate, best.group, ratio, low, high, p_value, verdict, caution)


def impact_ratio(rate: GroupRate, best: GroupRate) -> tuple[float, float, float]:
    """A rate over the highest rate, with its 95 % interval on the logarithmic scale.

    Parameters
    ----------
    rate, best : two groups; somebody of `best` was selected.

    Returns
    -------
    (ratio, low, high). Where nobody of `rate` was selected the ratio and `low` are 0 and half a
    case is added to each count for `high`.

    Source: Katz et al. 1978, Biometrics 34:469; half a case after Pettigrew et al. 1986,
    Biometrika 73:427.
    """
    ratio = rate.rate / best.rate
    extra = 0.0 if rate.selected else 0.5
    a, n = rate.selected + extra, rate.n + extra
    b, m = best.selected + extra, best.n + extra
    error = math.sqrt(1 / a - 1 / n + 1 / b - 1 / m)
    middle = math.log((a / n) / (b / m))
    low = math.exp(middle - Z95 * error) if rate.selected else 0.0
    return ratio, low, math.exp(middle + Z95 * error)


def fisher_exact(selected: int, n: int, other_selected: int, other_n: int) -> float:
    """Two-sided exact test that two groups are selected alike.

    Parameters
    ----------
    selected, n, other_selected, other_n : counts of both groups.

    Returns
    -------
    p value 0–1: the probability, margins given, of all tables not more likely than this one.

    Source: Fisher 1935, J. R. Stat. Soc. 98:39; computed in whole numbers.
    """
    together = selected + other_selected
    lowest, highest = max(0, together - other_n), min(n, together)
    ways = [math.comb(n, k) * math.comb(other_n, together - k) for k in range(lowest, highest + 1)]
    here = ways[selected - lowest]
    return sum(each for each in ways if each <= here) / sum(ways)
