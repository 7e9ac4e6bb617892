"""The room in which a less discriminatory alternative is looked for: step caps and validity."""

from collections.abc import Mapping

from chalicelib.calibration import validity
from chalicelib.calibration.evidence import Cohort
from chalicelib.calibration.fairness import Search
from chalicelib.calibration.proposal import Terms
from chalicelib.calibration.validity import Reliability


def room(cohort: Cohort, terms: Terms, trust: Reliability) -> Search:
    """Whole weights that one cycle may reach, and how valid a composite of them is.

    Parameters
    ----------
    cohort : interviews with their outcomes; a dimension or the outcome must vary.
    terms : weights in force (total 100) and floors.
    trust : reliability of the outcome, for the correction.

    Returns
    -------
    Search; its validity is the corrected correlation among all applicants. Only the function that
    estimates may call this. Raises ValueError where nothing varies.
    """
    import numpy as np

    from chalicelib.calibration import estimate, weights

    data = validity.sample_of(cohort)
    moments = estimate.moments(data)
    unit = float(np.sqrt(validity.true_variance(moments, trust.value)))
    current = [terms.weights[key] for key in cohort.dimensions]
    limits = weights.bounds(current, weights.floors_of(cohort.dimensions, terms.floors))

    def worth(tried: Mapping[str, float]) -> float:
        scaled = np.array([tried[key] for key in cohort.dimensions]) * data.spread
        return float(weights.composite_validity(scaled, moments)) / unit

    return Search(dict(zip(cohort.dimensions, limits, strict=True)), worth)
