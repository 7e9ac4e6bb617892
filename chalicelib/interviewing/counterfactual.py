"""What would have moved the rating: a missing thing is added and the whole answer rated again."""

from dataclasses import replace

from chalicelib.interviewing import scoring
from chalicelib.interviewing.competencies import Dimension, Text2, bilingual
from chalicelib.interviewing.ratings import AnswerRating, Counterfactual, RatingState

LEAST_GAIN = 0.1
#: What might be missing, said to the candidate, and a neutral sentence that supplies it.
ADDITIONS: tuple[tuple[Text2, Text2], ...] = (
    (
        bilingual("如果有可衡量的结果", "with a measured result"),
        bilingual("\n最后从12降到了3。", "\nAs a result it dropped from 12 to 3."),
    ),
    (
        bilingual("如果讲出自己做的两三件事", "with two or three things you did yourself"),
        bilingual(
            "\n当时我先问清楚，我把要做的事列出来，我一件一件确认。",
            "\nLast year I asked what had happened, then I listed what to do, and I checked it.",
        ),
    ),
    (
        bilingual("如果说明时间和地点", "with when and where it happened"),
        bilingual("\n这是去年3月在门店的事。", "\nIt was last March at the shop."),
    ),
)


def rate(answer: str, dimension: Dimension, language: str) -> AnswerRating:
    """Rate an answer and say what would have raised the rating, verified by rating again.

    Parameters
    ----------
    answer, dimension, language
        As for `scoring.rate`.

    Returns
    -------
    AnswerRating
        `counterfactual` holds the change that raises the rating most, or None when none of
        the known ones raises it by at least 0.1.
    """
    rating = scoring.rate(answer, dimension, language)
    if rating.state is not RatingState.RATED:
        return rating
    tried = [_try(answer, dimension, language, item) for item in ADDITIONS]
    best = max(tried, key=lambda item: item.rating)
    if best.rating < (rating.rating or 0.0) + LEAST_GAIN:
        return rating
    return replace(rating, counterfactual=best)


def _try(
    answer: str, dimension: Dimension, language: str, addition: tuple[Text2, Text2]
) -> Counterfactual:
    change, sentences = addition
    added = sentences[language]
    again = scoring.rate(answer + added, dimension, language)
    return Counterfactual(change, added, again.rating or 0.0)
