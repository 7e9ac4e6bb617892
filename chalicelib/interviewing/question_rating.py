"""A general rating moved to what a question's own adopted model finds, and saying so."""

from collections.abc import Callable
from dataclasses import replace

from chalicelib.interviewing import margin
from chalicelib.interviewing.ratings import (
    HIGHEST_HUNDREDTHS,
    LOWEST_HUNDREDTHS,
    AnswerRating,
    Contribution,
    Flag,
    RatingState,
)

LEAST_GAIN = 0.1
#: Where the general rating found one of these, a question's model may lower a rating, never raise.
NOT_RAISED = frozenset({Flag.TO_SCORER, Flag.REPEATED, Flag.EMPTY, Flag.OFF_DIMENSION})
#: From added words ("" for none) and their general rating to what the model finds, unclipped.
Finds = Callable[[str, AnswerRating], float]


def calibrated(
    general: AnswerRating,
    version: int,
    finds: Finds,
    rmse: float,
    again: Callable[[str], AnswerRating],
) -> AnswerRating:
    """The rating under a question's own model; one that was not scored stays not scored.

    Parameters
    ----------
    general : the general rating of the answer.
    version : of the question's model; the scorer's name carries it.
    finds : what the model finds the answer worth with some words added.
    rmse : the model's leave-one-out error in rating points; the confidence is such that
        `margin.rating_error` gives it back.
    again : the general rating of the answer with words added.

    Returns
    -------
    AnswerRating
        One more contribution makes the sum exact; the counterfactual is checked by the model too,
        and left out where it no longer raises the rating.
    """
    if general.state is not RatingState.RATED or general.rating is None:
        return general
    before = round(general.rating * 100)
    found = _hundredths(general, finds("", general))
    extra = (Contribution("question_model", found - before),) if found != before else ()
    would = general.counterfactual
    if would is not None:
        raised = again(would.added)
        value = _hundredths(raised, finds(would.added, raised)) / 100
        high = value >= found / 100 + LEAST_GAIN
        would = replace(would, rating=value) if high else None
    return replace(
        general,
        rating=found / 100,
        confidence=confidence_of(rmse),
        scorer=f"{general.scorer}+question-{version}",
        contributions=(*general.contributions, *extra),
        counterfactual=would,
    )


def confidence_of(rmse: float) -> float:
    """The confidence (0-1) whose rating error is a measured one, to the hundredth."""
    best, worst = margin.PERSON_ERROR**2, margin.IGNORANCE**2
    return round(min(max((worst - rmse**2) / (worst - best), 0.0), 1.0), 2)


def _hundredths(general: AnswerRating, value: float) -> int:
    """A rating with one decimal in hundredths, on the scale, not raised where it may not be."""
    found = min(max(round(value * 10) * 10, LOWEST_HUNDREDTHS), HIGHEST_HUNDREDTHS)
    # A ceiling that the general rating met binds here too: a question's model knows no tricks.
    held = any(
        item.key.startswith("limit_") and item.key != "limit_scale"
        for item in general.contributions
    )
    if held or NOT_RAISED & set(general.flags):
        return min(found, round((general.rating or 1.0) * 100))
    return found
