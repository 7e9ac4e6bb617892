"""Ratings and weights to a composite of 0-100 that adds up to the hundredth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from chalicelib.interviewing import margin
from chalicelib.interviewing.competencies import WEIGHT_TOTAL, CompetencyModel
from chalicelib.interviewing.margin import Band
from chalicelib.interviewing.ratings import AnswerRating

LEAST_MEASURED_SHARE = 60


class NotMeasured(StrEnum):
    """Why a figure is missing; a missing figure is never a low one."""

    NO_ANSWER = "no_answer"
    NOT_SCORED = "not_scored"
    TOO_LITTLE_MEASURED = "too_little_measured"


@dataclass(frozen=True)
class DimensionScore:
    """One dimension of a scorecard: `rating` 1-5, `score` 0-100, its share of the composite.

    `standard_error` is that of the rating, in rating points.
    """

    dimension: str
    weight: int
    rating: float | None
    score: float | None
    contribution_hundredths: int | None
    reason: NotMeasured | None
    standard_error: float | None = None


@dataclass(frozen=True)
class Supplement:
    """A plain number 0-100 that makes `weight` percent of one dimension, where it was measured.

    Declared on the requisition, told to the candidate before, 0 by default; `plain_rating` 1-5 is
    what the words alone gave. `takes` are the takes that it was told from, by question, `frames`
    from how many parts. Where it came from, this module neither knows nor asks.
    """

    dimension: str
    score: float
    weight: int
    formula: str
    plain_rating: float | None = None
    takes: dict[str, int] = field(default_factory=dict)
    frames: int = 0


@dataclass(frozen=True)
class ScorecardResult:
    """The ratings of a session, weighted.

    `composite` is 0-100 with two decimals, or None with a reason: then a person looks. The
    contributions of the measured dimensions add up to exactly `composite` x 100. `band` says how
    far it may be off; it is shown, and decides nothing.
    """

    job_family: str
    model_version: int
    composite: float | None
    reason: NotMeasured | None
    measured_weight: int
    dimensions: tuple[DimensionScore, ...]
    band: Band | None = None
    supplement: Supplement | None = None


def compose(
    model: CompetencyModel,
    ratings: Mapping[str, Sequence[AnswerRating]],
    supplement: Supplement | None = None,
) -> ScorecardResult:
    """Weigh the ratings of a session; what was not measured is left out, never taken as low.

    Parameters
    ----------
    model : CompetencyModel
        Its weights, 100 in all.
    ratings : mapping of dimension to its answers' ratings
        Several answers on one dimension count by their mean.
    supplement : Supplement or None
        Counts only where its dimension was rated by words, and never in place of them.

    Returns
    -------
    ScorecardResult
        Composite 0-100, or None when less than 60 of the 100 weight was measured.

    Source
    ------
    Rating r maps to (r - 1) / 4 x 100; HR decision on the source case's 0-100 scale.
    """
    means = {item.key: _mean(ratings.get(item.key, ())) for item in model.dimensions}
    counted = _supplemented(means, supplement)
    measured = {item.key: item.weight for item in model.dimensions if means[item.key] is not None}
    weight = sum(measured.values())
    enough = weight >= LEAST_MEASURED_SHARE * WEIGHT_TOTAL // 100
    parts = _shares({key: measured[key] * _score(means[key] or 0) for key in measured}, weight)
    errors = {key: margin.mean_error(_confidences(ratings[key])) for key in measured}
    scores = tuple(
        DimensionScore(
            item.key,
            item.weight,
            _hundredth(means[item.key]),
            _hundredth(_score(value)) if (value := means[item.key]) is not None else None,
            parts.get(item.key) if enough else None,
            _why(ratings.get(item.key, ()), means[item.key]),
            round(errors[item.key], 2) if item.key in errors else None,
        )
        for item in model.dimensions
    )
    composite = sum(parts.values()) / 100 if enough else None
    reason = None if enough else NotMeasured.TOO_LITTLE_MEASURED
    band = None if composite is None else margin.band(composite, measured, errors)
    return ScorecardResult(
        model.job_family, model.version, composite, reason, weight, scores, band, counted
    )


def plain_ratings(result: Mapping[str, Any]) -> dict[str, float | None]:
    """What the words alone gave of a kept result, by dimension 1-5; None where not rated."""
    found = {item["dimension"]: item["rating"] for item in result["dimensions"]}
    extra = result.get("supplement")
    return found | ({extra["dimension"]: extra["plain_rating"]} if extra else {})


def _supplemented(means: dict[str, int | None], supplement: Supplement | None) -> Supplement | None:
    """Blend a supplement into its dimension's mean, halves up; None where it does not count."""
    if supplement is None or not supplement.weight:
        return None
    plain = means.get(supplement.dimension)
    if plain is None:
        return None
    other = 100 + round(supplement.score * 4)
    blended = (100 - supplement.weight) * plain + supplement.weight * other
    means[supplement.dimension] = (blended + 50) // 100
    return replace(supplement, plain_rating=plain / 100)


def _mean(ratings: Sequence[AnswerRating]) -> int | None:
    """The mean rating in hundredths, halves up."""
    known = [round(item.rating * 100) for item in ratings if item.rating is not None]
    return (2 * sum(known) + len(known)) // (2 * len(known)) if known else None


def _confidences(ratings: Sequence[AnswerRating]) -> list[float]:
    return [item.confidence for item in ratings if item.rating is not None]


def _score(rating_hundredths: int) -> int:
    return (rating_hundredths - 100) * 25


def _hundredth(value: int | None) -> float | None:
    return None if value is None else value / 100


def _shares(weighted: dict[str, int], weight: int) -> dict[str, int]:
    """Whole hundredths that add up to the rounded composite (largest remainder first)."""
    if not weight:
        return {}
    total = (2 * sum(weighted.values()) + weight) // (2 * weight)
    shares = {key: value // weight for key, value in weighted.items()}
    left = total - sum(shares.values())
    by_remainder = sorted(weighted, key=lambda key: (-(weighted[key] % weight), key))
    for key in by_remainder[:left]:
        shares[key] += 1
    return shares


def _why(ratings: Sequence[AnswerRating], mean: int | None) -> NotMeasured | None:
    if mean is not None:
        return None
    return NotMeasured.NOT_SCORED if ratings else NotMeasured.NO_ANSWER
