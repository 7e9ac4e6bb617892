"""Figures of many people on one scale: within the store, and within the period of a cycle."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from chalicelib.foundation.statistics import deviation, mean

#: A store with fewer people tells nothing of its own; the whole cycle stands in.
LEAST_OF_A_STORE = 3


@dataclass(frozen=True)
class Centre:
    """Where a store's figures lie; `weight` 0–1 is how far its own mean counts beside all's."""

    middle: float
    n: int
    weight: float


def standardised(
    values: Mapping[str, float], stores: Mapping[str, str], sign: int = 1
) -> dict[str, float]:
    """One indicator of one cycle in SD units, larger always better, stores set level.

    Parameters
    ----------
    values : person → figure in its unit.
    stores : person → store, that is, the manager in whose hands the figure lies; people without a
        store stand against the whole cycle.
    sign : +1 when more is better, -1 when less is.

    Returns
    -------
    Person → z. Empty for fewer than two people and for an indicator that does not vary. The
    divisor of the variance is n less what the centres cost (1, and a store's weight each).
    """
    spread, found = 0.0, centres(values, stores)
    rest = {who: value - found[stores.get(who, "")].middle for who, value in values.items()}
    spent = 1.0 + sum(each.weight * (1 - each.n / len(values)) for each in found.values())
    if len(values) > spent:
        spread = math.sqrt(math.fsum(v * v for v in rest.values()) / (len(values) - spent))
    if not spread > 1e-12 * max(map(abs, values.values()), default=0.0):
        return {}
    return {who: sign * value / spread for who, value in rest.items()}


def centres(values: Mapping[str, float], stores: Mapping[str, str]) -> dict[str, Centre]:
    """Each store's centre, shrunk toward that of all as far as chance explains its distance.

    Parameters
    ----------
    values, stores : as in `standardised`.

    Returns
    -------
    Store → Centre, "" for people without one. A store of n people has weight
    between / (between + within / n); one of fewer than three has weight 0.

    Source
    ------
    Empirical Bayes: Morris 1983, J. Am. Stat. Assoc. 78:47; moments of the one-way layout: Searle,
    Casella & McCulloch 1992, Variance Components, ch. 3.
    """
    if not values:
        return {}
    groups: dict[str, list[float]] = {}
    for who, value in values.items():
        groups.setdefault(stores.get(who, ""), []).append(value)
    overall = mean(list(values.values()))
    large = {
        key: figures for key, figures in groups.items() if key and len(figures) >= LEAST_OF_A_STORE
    }
    between, within = _variances(list(large.values()))
    return {
        key: _centre(figures, overall, between, within if key in large else math.inf)
        for key, figures in groups.items()
    }


def _centre(figures: list[float], overall: float, between: float, within: float) -> Centre:
    n = len(figures)
    noise = within / n
    weight = between / (between + noise) if between > 0 and math.isfinite(noise) else 0.0
    return Centre(overall + weight * (mean(figures) - overall), n, weight)


def _variances(groups: list[list[float]]) -> tuple[float, float]:
    """Variance between and within groups, by their moments; (0, inf) for fewer than two groups."""
    n, k = sum(map(len, groups)), len(groups)
    if k < 2:
        return (0.0, math.inf)
    within = math.fsum(deviation(group) ** 2 * (len(group) - 1) for group in groups) / (n - k)
    overall = math.fsum(map(math.fsum, groups)) / n
    among = math.fsum(len(group) * (mean(group) - overall) ** 2 for group in groups) / (k - 1)
    usual = (n - math.fsum(len(group) ** 2 for group in groups) / n) / (k - 1)
    return (max(0.0, (among - within) / usual), within)
