"""A person's rating beside the machine's: both are kept, and the person's counts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from chalicelib.foundation.errors import Conflict, Invalid
from chalicelib.interviewing.ratings import AnswerRating, RatingState

LEAST_REASON = 10
STEP = 0.5
LOWEST, HIGHEST = 1.0, 5.0


class OverrideInvalid(Invalid):
    """A rating off the scale of 1-5 in half points, or hardly explained."""

    code = "override-invalid"


class OverrideTooEarly(Conflict):
    """There is no scorecard yet that a rating could stand beside."""

    code = "override-too-early"


class OverrideTooLate(Conflict):
    """The application was decided on; what it rested on stays as it was."""

    code = "override-too-late"


class NothingOverridden(Conflict):
    """No person's rating stands on this answer."""

    code = "nothing-overridden"


@dataclass(frozen=True)
class Override:
    """One person's word on one answer; `rating` 1-5 in half points, None: the machine's stands.

    `machine_rating` is what the machine had said, None where it had not scored.
    """

    rating: float | None
    machine_rating: float | None
    reason: str
    by: str
    at: str


def check(rating: float | None, reason: str) -> str:
    """The reason without blanks around it. Raises OverrideInvalid."""
    if rating is not None and not (LOWEST <= rating <= HIGHEST and (rating / STEP).is_integer()):
        raise OverrideInvalid(reason="scale")
    if len(reason.strip()) < LEAST_REASON:
        raise OverrideInvalid(reason="reason-too-short")
    return reason.strip()


def adjusted(rating: AnswerRating, override: Override | None) -> AnswerRating:
    """A rating as it counts: the person's where one stands, else the machine's own.

    A person's rating has the confidence of a person's (1.0, see `margin`), whatever the machine's
    was; the machine's contributions do not add up to it and are left out.
    """
    if override is None or override.rating is None:
        return rating
    return replace(
        rating,
        state=RatingState.RATED,
        reason=None,
        rating=override.rating,
        confidence=1.0,
        contributions=(),
        counterfactual=None,
    )


def standing(overrides: Mapping[str, Override]) -> dict[str, Override]:
    """Those that count, by question: withdrawn ones are left out."""
    return {key: item for key, item in overrides.items() if item.rating is not None}
