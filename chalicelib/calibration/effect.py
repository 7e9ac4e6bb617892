"""What new weights would have done to those who were interviewed before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chalicelib.calibration.evidence import Cohort
from chalicelib.foundation.statistics import wilson


@dataclass(frozen=True)
class WeightChange:
    """One dimension's weight in force and the proposed one (total 100)."""

    dimension: str
    old: float
    new: int


@dataclass(frozen=True)
class Effect:
    """What new weights would have done to past applicants at the cut score (0–100).

    Pass rates are shares with their 95 % Wilson intervals.
    """

    cut_score: float
    considered: int
    flipped: int
    pass_rate_old: float
    pass_rate_new: float
    pass_old_interval: tuple[float, float] = (0.0, 1.0)
    pass_new_interval: tuple[float, float] = (0.0, 1.0)


@dataclass(frozen=True)
class Flip:
    """One applicant whose recommendation would turn: composites (0–100) under both weights."""

    person_id: str
    before: float
    after: float
    passes: bool


def effect_of(cohort: Cohort, cut_score: float, changes: Sequence[WeightChange]) -> Effect:
    """How many past recommendations would have turned at the cut score.

    Parameters
    ----------
    cohort : every applicant rated.
    cut_score : composite at which a pass is recommended, 0–100.
    changes : old and new weights.
    """
    both = list(_both(cohort, changes))
    passed = [sum(pair[side] >= cut_score for pair in both) for side in (0, 1)]
    flipped = sum((a >= cut_score) != (b >= cut_score) for a, b in both)
    rates = [round(each / max(len(both), 1), 4) for each in passed]
    first, second = (wilson(each, len(both)) for each in passed)
    return Effect(cut_score, len(both), flipped, rates[0], rates[1], first, second)


def flips(cohort: Cohort, cut_score: float, changes: Sequence[WeightChange]) -> tuple[Flip, ...]:
    """Everybody whose recommendation would turn, by person id.

    Parameters
    ----------
    cohort, cut_score, changes : as `effect_of`.
    """
    found = []
    for row, (before, after) in zip(cohort.rows, _both(cohort, changes), strict=True):
        if (before >= cut_score) != (after >= cut_score):
            found.append(Flip(row.person_id, before, after, after >= cut_score))
    return tuple(sorted(found, key=lambda each: each.person_id))


def _both(cohort: Cohort, changes: Sequence[WeightChange]) -> Iterator[tuple[float, float]]:
    """Composites of each row under old and new weights."""
    old = {change.dimension: float(change.old) for change in changes}
    new = {change.dimension: float(change.new) for change in changes}
    for row in cohort.rows:
        ratings = dict(zip(cohort.dimensions, row.ratings, strict=True))
        yield composite_of(ratings, old), composite_of(ratings, new)


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
