"""Signs that something leaked: until a named person has looked, no weight may move on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from chalicelib.calibration.evidence import Cohort
from chalicelib.calibration.validity import LEAK_LIMIT, Reliability, Validity, true_variance

if TYPE_CHECKING:
    from chalicelib.calibration.estimate import Floats, Moments

#: A dimension that surely beats all others together by so much is too good to be only honest.
OUTDOES_BY = 0.10


class Sign(StrEnum):
    """What raised the alarm."""

    TOO_HIGH = "too-high"
    OUTDOES_THE_REST = "outdoes-the-rest"
    SEEN_BY_RATER = "seen-by-rater"


@dataclass(frozen=True)
class Alarm:
    """One sign: on which dimension ("" for all), its figure and the limit it passed."""

    sign: Sign
    dimension: str
    value: float
    limit: float


def alarms(cohort: Cohort, found: Sequence[Validity], trust: Reliability) -> tuple[Alarm, ...]:
    """Every sign of a leak in a cohort.

    Parameters
    ----------
    cohort : rows with outcomes.
    found : corrected validities of its dimensions.
    trust : reliability of the outcome.

    Returns
    -------
    Alarms: a corrected r above .60; a dimension whose lead over the best that all others reach
    together is above .10 with its whole 95 % interval; outcomes rated by people who could see the
    prediction.
    """
    signs = [
        Alarm(Sign.TOO_HIGH, each.dimension, each.corrected, LEAK_LIMIT)
        for each in found
        if each.corrected > LEAK_LIMIT
    ]
    for dimension, low in zip(cohort.dimensions, _leads(cohort, trust), strict=True):
        if low > OUTDOES_BY:
            signs.append(Alarm(Sign.OUTDOES_THE_REST, dimension, round(low, 4), OUTDOES_BY))
    if cohort.seen_by_rater:
        signs.append(Alarm(Sign.SEEN_BY_RATER, "", float(cohort.seen_by_rater), 0.0))
    return tuple(signs)


def _leads(cohort: Cohort, trust: Reliability) -> list[float]:
    """Lower 95 % bound of each dimension's lead over all others together."""
    import numpy as np

    from chalicelib.calibration import estimate, validity

    if len(cohort.dimensions) < 2:
        return [0.0] * len(cohort.dimensions)
    data = validity.sample_of(cohort)
    drawn = estimate.bootstrap(data, validity.DRAWS, cohort.seed())
    return [float(x) for x in np.percentile(leads(drawn, trust.value), 2.5, axis=0)]


def leads(found: "Moments", trust: float) -> "Floats":
    """Corrected validity of each dimension less the multiple R of all others: (..., p)."""
    import numpy as np

    covered = np.einsum("...pq,...q->...p", found.covariance, found.slopes)
    unit = np.sqrt(true_variance(found, trust))
    width = covered.shape[-1]
    found_leads = []
    for place in range(width):
        rest = [k for k in range(width) if k != place]
        inner = found.covariance[..., rest, :][..., :, rest]
        with_outcome = covered[..., rest]
        best = np.linalg.solve(inner, with_outcome[..., None])[..., 0]
        others = np.sqrt(np.maximum((best * with_outcome).sum(axis=-1), 0.0))
        alone = covered[..., place] / np.sqrt(found.covariance[..., place, place])
        found_leads.append((alone - others) / unit)
    return np.stack(found_leads, axis=-1)
