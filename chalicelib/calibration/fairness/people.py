"""The people whom weights are tried on: ratings, stated groups, composites, who passes the cut."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from chalicelib.calibration.fairness.exact import Share
from chalicelib.interviewing.scorecard import LEAST_MEASURED_SHARE

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Considered:
    """One applicant: ratings 1–5 by dimension (None: not measured), groups as they stated them.

    `groups` maps an attribute ("sex") to its value ("female"); what is missing is unknown.
    """

    person_id: str
    ratings: Mapping[str, float | None]
    groups: Mapping[str, str] = field(default_factory=dict)


def composite(ratings: Mapping[str, float | None], weights: Weights) -> float | None:
    """The composite as a scorecard gives it.

    Parameters
    ----------
    ratings : 1–5 by dimension.
    weights : total 100.

    Returns
    -------
    0–100 with two decimals over the measured dimensions; None where less than 60 % of the weight
    was measured.
    """
    measured = weighted = 0.0
    for key, weight in weights.items():
        rating = ratings.get(key)
        if rating is not None:
            measured += weight
            weighted += weight * (rating - 1) / 4
    if measured < LEAST_MEASURED_SHARE or not measured:
        return None
    return round(100 * weighted / measured, 2)


def composites(people: Iterable[Considered], weights: Weights) -> list[float | None]:
    """Everybody's composite (0–100), in order; None where too little was measured."""
    return [composite(each.ratings, weights) for each in people]


def scoring_rates(scores: Sequence[float], groups: Sequence[str]) -> dict[str, Share]:
    """How many of each group score above the median of all.

    Parameters
    ----------
    scores, groups : one entry a person.

    Source: 6 RCNY 5-300, "scoring rate": the rate at which a category receives a score above the
    sample's median.
    """
    if not scores:
        return {}
    middle = median(scores)
    above: dict[str, list[bool]] = {}
    for score, group in zip(scores, groups, strict=True):
        above.setdefault(group, []).append(score > middle)
    return {group: Share(sum(found), len(found)) for group, found in sorted(above.items())}
