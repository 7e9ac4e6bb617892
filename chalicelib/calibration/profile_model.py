"""What sets top performers apart from the rest, dimension by dimension, or that nothing does."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from chalicelib.calibration.evidence import Cohort
from chalicelib.foundation.statistics import deviation, mean

TOP_SHARE = 0.25
LEAST_IN_A_GROUP = 10
ERROR_RATE = 0.05


class Verdict(StrEnum):
    """What a contrast says."""

    HIGHER = "higher-among-top"
    LOWER = "lower-among-top"
    NO_EVIDENCE = "no-evidence"
    TOO_FEW = "too-few"


@dataclass(frozen=True)
class Contrast:
    """One dimension: mean ratings (1–5) of the top and the rest, effect size g and its interval."""

    dimension: str
    top_n: int
    rest_n: int
    top_mean: float | None
    rest_mean: float | None
    effect: float | None
    low: float | None
    high: float | None
    verdict: Verdict


def contrasts(cohort: Cohort) -> tuple[Contrast, ...]:
    """Compare the interview ratings of the best quarter of the hired with those of the rest.

    Parameters
    ----------
    cohort : rows with outcomes (SD units); of equal outcomes at the border all count as top.

    Returns
    -------
    One `Contrast` per dimension. Intervals hold for all dimensions at once (95 %, Bonferroni), so
    that among many dimensions none stands out by chance alone.

    Source
    ------
    Hedges 1981, J. Educ. Stat. 6:107 (g and its variance).
    """
    ranked = sorted(
        (row.outcome for row in cohort.outcomes if row.outcome is not None), reverse=True
    )
    if not ranked:
        return ()
    border = ranked[max(0, round(len(ranked) * TOP_SHARE) - 1)]
    top = [row for row in cohort.outcomes if row.outcome is not None and row.outcome >= border]
    rest = [row for row in cohort.outcomes if row.outcome is not None and row.outcome < border]
    quantile = NormalDist().inv_cdf(1 - ERROR_RATE / (2 * len(cohort.dimensions)))
    return tuple(
        _contrast(
            dimension,
            [row.ratings[place] for row in top],
            [row.ratings[place] for row in rest],
            quantile,
        )
        for place, dimension in enumerate(cohort.dimensions)
    )


def _contrast(
    dimension: str, top: Sequence[float], rest: Sequence[float], quantile: float
) -> Contrast:
    means = [round(mean(group), 4) if group else None for group in (top, rest)]
    size = (len(top), len(rest), means[0], means[1])
    if min(len(top), len(rest)) < LEAST_IN_A_GROUP:
        return Contrast(dimension, *size, None, None, None, Verdict.TOO_FEW)
    effect, error = hedges(top, rest)
    if math.isinf(error):
        return Contrast(dimension, *size, effect, None, None, Verdict.NO_EVIDENCE)
    low, high = effect - quantile * error, effect + quantile * error
    verdict = Verdict.NO_EVIDENCE
    if low > 0 or high < 0:
        verdict = Verdict.HIGHER if low > 0 else Verdict.LOWER
    return Contrast(dimension, *size, round(effect, 4), round(low, 4), round(high, 4), verdict)


def hedges(first: Sequence[float], second: Sequence[float]) -> tuple[float, float]:
    """Standardised difference of two means and its standard error; (0, inf) without any spread."""
    one, two = len(first), len(second)
    freedom = one + two - 2
    pooled = math.sqrt(
        ((one - 1) * deviation(first) ** 2 + (two - 1) * deviation(second) ** 2) / freedom
    )
    if pooled == 0:
        return (0.0, math.inf)
    effect = (mean(first) - mean(second)) / pooled * (1 - 3 / (4 * freedom - 1))
    return (effect, math.sqrt((one + two) / (one * two) + effect**2 / (2 * (one + two))))
