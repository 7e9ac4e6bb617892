"""People who left before they were appraised: counted, and what their absence may hide."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.calibration.evidence import Cohort
from chalicelib.foundation.statistics import wilson

if TYPE_CHECKING:
    from chalicelib.calibration.estimate import Floats, Sample

#: How many residual SDs below their prediction leavers are taken to have worked, in turn.
SHORTFALLS = (0.0, 0.5, 1.0)
LEAST_A_SIDE = 30


@dataclass(frozen=True)
class Staying:
    """One dimension and staying: correlation of its rating with not having left, with interval."""

    dimension: str
    r: float
    low: float
    high: float


@dataclass(frozen=True)
class Retention:
    """Retention as an outcome of its own: who stayed of the hired, and what foretold it.

    `stayed` of `hired` with a 95 % Wilson interval; `dimensions` is empty where fewer than 30
    stayed or fewer than 30 left.
    """

    hired: int
    stayed: int
    share: float
    low: float
    high: float
    dimensions: tuple[Staying, ...]


@dataclass(frozen=True)
class Sensitivity:
    """What a step's gain would be had leavers worked `shortfall` residual SDs below prediction.

    `gain` is in outcome SDs per SD of the composite, as `Weighed.size`.
    """

    shortfall: float
    leavers: int
    gain: float


def retention(cohort: Cohort) -> Retention:
    """Who stayed, and which ratings went along with it, among everyone hired.

    Source
    ------
    Wilson 1927 for the share; point-biserial correlation with Fisher's interval.
    """
    from chalicelib.calibration import validity

    hired = [row for row in cohort.rows if row.hired]
    stayed = sum(not row.left for row in hired)
    low, high = wilson(stayed, len(hired))
    found: tuple[Staying, ...] = ()
    if min(stayed, len(hired) - stayed) >= LEAST_A_SIDE:
        staying = [0.0 if row.left else 1.0 for row in hired]
        found = tuple(
            Staying(key, *(round(x, 4) for x in validity.raw(ratings, staying)))
            for place, key in enumerate(cohort.dimensions)
            for ratings in [[row.ratings[place] for row in hired]]
        )
    share = stayed / len(hired) if hired else 0.0
    return Retention(len(hired), stayed, round(share, 4), round(low, 4), round(high, 4), found)


def sensitivity(cohort: Cohort, old: "Floats", new: "Floats") -> tuple[Sensitivity, ...]:
    """A step's gain if those who left had been appraised, ever worse than predicted.

    Parameters
    ----------
    cohort : rows; a hired person with `left` and no outcome is a leaver.
    old, new : (p,) weights in force and proposed, total 100.

    Returns
    -------
    One `Sensitivity` per shortfall (0, .5, 1 residual SD); empty without leavers. A gain that turns
    negative says that the proposal rests on who is missing.

    Source
    ------
    Pattern-mixture sensitivity analysis (Little 1993, J. Am. Stat. Assoc. 88:125), delta-adjusted.
    """
    import numpy as np

    from chalicelib.calibration import estimate, validity, weights

    data = validity.sample_of(cohort)
    gone = [n for n, row in enumerate(cohort.rows) if row.left and row.outcome is None]
    if not gone:
        return ()
    found = estimate.moments(data)
    level = float(data.outcome.mean() - data.worked.mean(axis=0) @ found.slopes)
    expected = level + data.scores[gone] @ found.slopes
    answer = []
    for shortfall in SHORTFALLS:
        outcome = expected - shortfall * float(np.sqrt(found.residual))
        moments = estimate.moments(_with(data, gone, outcome))
        validities = [
            float(weights.composite_validity(np.asarray(each) * data.spread, moments))
            for each in (old, new)
        ]
        answer.append(Sensitivity(shortfall, len(gone), round(validities[1] - validities[0], 4)))
    return tuple(answer)


def _with(data: "Sample", rows: list[int], outcome: "Floats") -> "Sample":
    """The sample with outcomes for more people, in the units it has."""
    import numpy as np

    from chalicelib.calibration.estimate import Sample

    hired = np.concatenate([data.hired, np.array(rows, dtype=np.int64)])
    return Sample(data.scores, hired, np.concatenate([data.outcome, outcome]), data.spread)
