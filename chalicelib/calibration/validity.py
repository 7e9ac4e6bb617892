"""How well each dimension predicted the work: as seen among the hired, and among all applicants."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from chalicelib.calibration.evidence import Cohort
from chalicelib.foundation.statistics import fisher_interval, mean, pearson

if TYPE_CHECKING:
    from chalicelib.calibration.estimate import Floats, Moments, Sample

LEAK_LIMIT = 0.60
LITERATURE_RELIABILITY = 0.60
GREATEST_RELIABILITY = 0.95
LEAST_PAIRS = 30
DRAWS = 1000


@dataclass(frozen=True)
class Validity:
    """Correlation of one dimension with the outcome: raw among `n` hired, corrected for applicants.

    `alarm` says that the corrected value is beyond what honest interviews reach.
    """

    dimension: str
    n: int
    raw: float
    raw_low: float
    raw_high: float
    corrected: float
    low: float
    high: float
    alarm: bool


@dataclass(frozen=True)
class Reliability:
    """Share of the outcome's variance among the hired that is not error, and where it is from."""

    value: float
    source: str


def reliability(cohort: Cohort) -> Reliability:
    """Reliability of the outcome from the agreement of its indicators.

    Parameters
    ----------
    cohort : rows with standardised indicators.

    Returns
    -------
    Standardised alpha among the hired, between .60 and .95, of the indicators that 30 people share
    with another; others lend it no length. Where indicators are too few or agree
    less than .60, the published value stands, so that a correction never runs away.

    Source
    ------
    Cronbach 1951; .60 after Salgado & Moscoso 2019 (.61) and Zhou et al. 2024 (.65).
    """
    columns = _columns(cohort)
    agreed: list[float] = []
    counted: set[int] = set()
    for first, second in combinations(range(len(columns)), 2):
        r = _agreement(columns[first], columns[second])
        if r is not None:
            agreed.append(r)
            counted |= {first, second}
    if not agreed:
        return Reliability(LITERATURE_RELIABILITY, "literature")
    middle, count = mean(agreed), len(counted)
    alpha = count * middle / (1 + (count - 1) * middle)
    if alpha <= LITERATURE_RELIABILITY:
        return Reliability(LITERATURE_RELIABILITY, "literature")
    return Reliability(min(alpha, GREATEST_RELIABILITY), "indicators")


def _agreement(first: dict[str, float], second: dict[str, float]) -> float | None:
    """Correlation of two indicators over who has both, None below 30 or where one is constant."""
    both = sorted(first.keys() & second.keys())
    if len(both) < LEAST_PAIRS:
        return None
    r = pearson([first[who] for who in both], [second[who] for who in both])
    return r if r == r else None


def _columns(cohort: Cohort) -> list[dict[str, float]]:
    columns: dict[str, dict[str, float]] = {}
    for row in cohort.outcomes:
        for key, value in row.indicators:
            columns.setdefault(key, {})[row.person_id] = value
    return [columns[key] for key in sorted(columns)]


def raw(ratings: Sequence[float], outcomes: Sequence[float]) -> tuple[float, float, float]:
    """Correlation among the hired as it stands, with its 95 % interval (low, high)."""
    r = pearson(ratings, outcomes)
    return (r, *fisher_interval(r, len(ratings)))


def corrected(found: "Moments", trust: float) -> "Floats":
    """Correlation of each dimension with true performance among all applicants.

    Parameters
    ----------
    found : slopes and residuals of the hired, correlations of every applicant; may be stacked.
    trust : reliability of the outcome among the hired, 0–1; error variance survives selection.

    Returns
    -------
    (.., p) correlations, within ±.999.

    Source
    ------
    Pearson 1903 and Lawley 1943 (range restriction); Spearman 1904 (attenuation).
    """
    import numpy as np

    covered = np.einsum("...pq,...q->...p", found.covariance, found.slopes)
    alone = np.sqrt(np.maximum(np.einsum("...pp->...p", found.covariance), 1e-12))
    unit = np.sqrt(np.maximum(true_variance(found, trust), 1e-9))
    return np.asarray(np.clip(covered / alone / unit[..., None], -0.999, 0.999))


def true_variance(found: "Moments", trust: float) -> "Floats":
    """Variance of true performance among all applicants, in squared outcome SDs of the hired.

    What the slopes explain is lessened by what they explain by chance (trace of the applicants'
    covariance times the slopes' own), since squares of noisy slopes are too large on average.
    """
    import numpy as np

    seen = np.einsum("...p,...pq,...q->...", found.slopes, found.covariance, found.slopes)
    chance = np.einsum("...pq,...qp->...", found.covariance, found.slope_variance)
    explained = np.maximum(seen - chance, 0.0)
    whole = explained + found.residual - (1 - trust) * found.variance
    return np.asarray(np.maximum(whole, np.maximum(explained, 1e-9)))


def sample_of(cohort: Cohort) -> "Sample":
    """The cohort in numbers. Raises ValueError when a dimension or the outcome does not vary."""
    import numpy as np

    from chalicelib.calibration import estimate

    ratings = np.array([row.ratings for row in cohort.rows], dtype=float)
    hired = [place for place, row in enumerate(cohort.rows) if row.outcome is not None]
    outcome = np.array([row.outcome for row in cohort.outcomes], dtype=float)
    return estimate.sample(ratings, np.array(hired, dtype=np.int64), outcome)


def validities(cohort: Cohort, trust: Reliability) -> tuple[Validity, ...]:
    """Raw and corrected validity of every dimension, with 95 % intervals.

    Parameters
    ----------
    cohort : at least 30 rows with outcomes.
    trust : reliability of the outcome.

    Returns
    -------
    One `Validity` per dimension; the corrected interval is a bootstrap over applicants (1,000
    draws, seeded by the data).

    Raises
    ------
    ValueError
        A dimension or the outcome does not vary.
    """
    import numpy as np

    from chalicelib.calibration import estimate

    data = sample_of(cohort)
    point = corrected(estimate.moments(data), trust.value)
    drawn = corrected(estimate.bootstrap(data, DRAWS, cohort.seed()), trust.value)
    lows, highs = np.percentile(drawn, [2.5, 97.5], axis=0)
    hired = cohort.outcomes
    outcomes = [row.outcome for row in hired if row.outcome is not None]
    found = []
    for place, dimension in enumerate(cohort.dimensions):
        seen = raw([row.ratings[place] for row in hired], outcomes)
        value, low, high = (round(float(x[place]), 4) for x in (point, lows, highs))
        seen = (round(seen[0], 4), round(seen[1], 4), round(seen[2], 4))
        alarm = value > LEAK_LIMIT
        found.append(Validity(dimension, len(hired), *seen, value, low, high, alarm))
    return tuple(found)
