"""What new weights would have done to those who were interviewed before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.calibration.evidence import Cohort


@dataclass(frozen=True)
class WeightChange:
    """One dimension's weight in force and the proposed one (total 100)."""

    dimension: str
    old: float
    new: int


@dataclass(frozen=True)
class Effect:
    """What new weights would have done to past applicants at the cut score (0–100)."""

    cut_score: float
    considered: int
    flipped: int
    pass_rate_old: float
    pass_rate_new: float


def effect_of(cohort: Cohort, cut_score: float, changes: Sequence[WeightChange]) -> Effect:
    """How many past recommendations would have turned at the cut score.

    Parameters
    ----------
    cohort : every applicant rated.
    cut_score : composite at which a pass is recommended, 0–100.
    changes : old and new weights.
    """
    old = {change.dimension: float(change.old) for change in changes}
    new = {change.dimension: float(change.new) for change in changes}
    before, after = [], []
    for row in cohort.rows:
        ratings = dict(zip(cohort.dimensions, row.ratings, strict=True))
        before.append(composite_of(ratings, old) >= cut_score)
        after.append(composite_of(ratings, new) >= cut_score)
    count = max(len(before), 1)
    flipped = sum(a != b for a, b in zip(before, after, strict=True))
    rates = (round(sum(before) / count, 4), round(sum(after) / count, 4))
    return Effect(cut_score, len(before), flipped, *rates)


def composite_of(ratings: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The composite of fully measured ratings, as a scorecard gives it.

    Parameters
    ----------
    ratings : 1–5 by dimension.
    weights : total 100.

    Returns
    -------
    0–100 with two decimals; rating r counts (r - 1) / 4 of its weight.
    """
    return round(sum(weight * (ratings[key] - 1) / 4 for key, weight in weights.items()), 2)
