"""What the interview predicts as it is weighed now, and what equal weights would."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.calibration.evidence import Cohort
from chalicelib.calibration.validity import DRAWS, Reliability, sample_of, true_variance

CURRENT, EQUAL = "current", "equal"


@dataclass(frozen=True)
class Baseline:
    """Corrected validity of a composite among all applicants, with its 95 % interval.

    `weights` is "current" or "equal". With few outcomes equal weights are hard to beat.
    """

    weights: str
    validity: float
    low: float
    high: float


def baselines(cohort: Cohort, current: Sequence[float], trust: Reliability) -> tuple[Baseline, ...]:
    """Validity of the weights in force and of equal weights.

    Parameters
    ----------
    cohort : at least 30 outcomes.
    current : weights in force, total 100.
    trust : reliability of the outcome.

    Source
    ------
    Equal weights as the yardstick: Dawes 1979, Am. Psychol. 34:571; Bobko, Roth & Buster 2007.
    """
    import numpy as np

    from chalicelib.calibration import estimate, weights

    data = sample_of(cohort)
    point, drawn = estimate.moments(data), estimate.bootstrap(data, DRAWS, cohort.seed())
    found = []
    for name, each in ((CURRENT, current), (EQUAL, [1.0] * len(current))):
        held = np.asarray(each, dtype=float) * data.spread
        value, all_values = (
            weights.composite_validity(held, moments) / np.sqrt(true_variance(moments, trust.value))
            for moments in (point, drawn)
        )
        low, high = np.percentile(np.clip(all_values, -0.999, 0.999), [2.5, 97.5])
        found.append(
            Baseline(name, round(float(value), 4), round(float(low), 4), round(float(high), 4))
        )
    return tuple(found)
