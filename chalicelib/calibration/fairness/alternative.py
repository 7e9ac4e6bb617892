"""Other lawful weights: what a more even selection costs in validity, over whole weights.

A walk climbs from the proposal: points move between two dimensions as long as validity, less a
growing price on the largest standardised gap between groups, rises. What it meets is then tried on
the people themselves.

Source: De Corte, Lievens & Sackett 2007, J. Appl. Psychol. 92:1380 (trade-off of selection quality
and adverse impact); less discriminatory alternative: 42 U.S.C. 2000e-2(k)(1)(A)(ii).
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import permutations

from chalicelib.calibration.fairness.impact import LEAST_JUDGED, UNKNOWN, attributes_of, group_of
from chalicelib.calibration.fairness.people import Considered, Weights
from chalicelib.foundation.statistics import mean

#: Price of one SD of gap in units of validity, from free to prohibitive.
PRICES = (0.0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 6.4)
MOVES = (5, 2, 1)
MOST_STEPS = 60

Key = tuple[int, ...]
Limits = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Search:
    """What bounds the search for alternatives.

    `limits` gives the least and the greatest whole weight of each dimension (the step caps);
    `validity` the corrected validity (correlation) of a composite with such weights.
    """

    limits: Limits
    validity: Callable[[Weights], float]


@dataclass(frozen=True)
class Alternative:
    """Whole weights (total 100) with their validity and how even they are.

    `validity_cost` is what is lost against the proposal (correlation units, negative: gained);
    `worst_ratio` the lowest impact ratio of any measured group, `worst_group` whose it is.
    """

    weights: dict[str, int]
    validity: float
    validity_cost: float
    worst_ratio: float
    worst_group: str
    pass_rate: float


@dataclass(frozen=True)
class Gaps:
    """How far the mean ratings of groups lie apart, and how ratings spread.

    `pairs` holds, for each two groups of an attribute, the difference of their means (p,);
    `within` (p, p) is the covariance of the ratings of all.
    """

    pairs: tuple[tuple[float, ...], ...]
    within: tuple[tuple[float, ...], ...]

    def largest(self, weights: Sequence[float]) -> float:
        """The largest gap between two groups' composites, in SDs of all."""
        variance = math.fsum(
            a * b * cell
            for a, row in zip(weights, self.within, strict=True)
            for b, cell in zip(weights, row, strict=True)
        )
        gaps = (abs(math.fsum(map(_times, weights, pair))) for pair in self.pairs)
        return max(gaps, default=0.0) / math.sqrt(max(variance, 1e-12))


def _times(a: float, b: float) -> float:
    return a * b


def gaps(people: Sequence[Considered], dimensions: Sequence[str]) -> Gaps:
    """Gaps between groups of 30 and more among fully measured people.

    Parameters
    ----------
    people : with ratings 1–5 and stated groups.
    dimensions : their order in the figures.
    """
    rows = [
        (each.groups, values)
        for each in people
        if None not in (values := [each.ratings.get(key) for key in dimensions])
    ]
    full = [(groups, [float(v or 0.0) for v in values]) for groups, values in rows]
    pairs: list[tuple[float, ...]] = []
    for name in attributes_of(groups for groups, _ in full):
        means = [_means(cell) for cell in _cells(full, name).values() if len(cell) >= LEAST_JUDGED]
        pairs += [
            tuple(a - b for a, b in zip(one, other, strict=True))
            for place, one in enumerate(means)
            for other in means[:place]
        ]
    return Gaps(tuple(pairs), _covariance([values for _, values in full]))


def _cells(
    rows: Sequence[tuple[Mapping[str, str], list[float]]], name: str
) -> dict[str, list[list[float]]]:
    cells: dict[str, list[list[float]]] = {}
    for groups, values in rows:
        group = group_of(groups, name)
        if group != UNKNOWN:
            cells.setdefault(group, []).append(values)
    return cells


def _means(cell: Sequence[Sequence[float]]) -> list[float]:
    return [mean(column) for column in zip(*cell, strict=True)]


def _covariance(rows: Sequence[Sequence[float]]) -> tuple[tuple[float, ...], ...]:
    """Covariance of the columns (n - 1)."""
    columns = list(zip(*rows, strict=True))
    middles = [mean(column) for column in columns]
    centred = [
        [v - middle for v in column] for column, middle in zip(columns, middles, strict=True)
    ]
    free = max(len(rows) - 1, 1)
    return tuple(tuple(math.fsum(map(_times, a, b)) / free for b in centred) for a in centred)


def walk(search: Search, found: Gaps, start: Mapping[str, float]) -> list[dict[str, int]]:
    """Weights worth trying, from the most valid to the most even.

    Parameters
    ----------
    search : limits and validity; the keys of `limits` give the order of `found`.
    found : gaps between groups.
    start : the proposal, whole weights within the limits.

    Returns
    -------
    The best weights met for every price of a gap, without repeats, the proposal first.
    """
    names = tuple(search.limits)
    here: Key = tuple(int(start[name]) for name in names)
    known: dict[Key, tuple[float, float]] = {}

    def worth(key: Key, price: float) -> float:
        if key not in known:
            known[key] = (
                search.validity(dict(zip(names, map(float, key), strict=True))),
                found.largest(key),
            )
        validity, gap = known[key]
        return validity - price * gap

    met = [here]
    for price in PRICES:
        here = _climb(here, list(search.limits.values()), partial(worth, price=price))
        met.append(here)
    return [dict(zip(names, key, strict=True)) for key in dict.fromkeys(met)]


def _climb(here: Key, limits: Sequence[tuple[int, int]], worth: Callable[[Key], float]) -> Key:
    for _ in range(MOST_STEPS):
        best = max(_neighbours(here, limits), key=worth, default=here)
        if worth(best) <= worth(here) + 1e-12:
            return here
        here = best
    return here


def _neighbours(here: Key, limits: Sequence[tuple[int, int]]) -> Iterator[Key]:
    """Every move of points from one dimension to another that stays within the limits."""
    for giver, taker in permutations(range(len(here)), 2):
        for points in MOVES:
            moved = list(here)
            moved[giver] -= points
            moved[taker] += points
            if moved[giver] >= limits[giver][0] and moved[taker] <= limits[taker][1]:
                yield tuple(moved)


def frontier(tried: Sequence[Alternative]) -> tuple[Alternative, ...]:
    """Those that no other one beats in both validity and evenness, the most valid first."""
    best: list[Alternative] = []
    for each in sorted(tried, key=lambda a: (-a.validity, -a.worst_ratio)):
        if not best or each.worst_ratio > best[-1].worst_ratio:
            best.append(each)
    return tuple(best)
