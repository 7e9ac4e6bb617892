import pytest

from chalicelib.interviewing import counterfactual, scoring
from chalicelib.interviewing.anchors import DIMENSIONS

from . import told

NEED = DIMENSIONS["customer_need_discovery"]
WITHOUT_RESULT_EN = (
    "Last March I was working at a home store in Leeds. I asked the customer who would sleep in "
    "it. I noticed that she kept touching the fabric. I recommended a plain set instead."
)


@pytest.mark.parametrize(
    ("answer", "language"),
    [(told.MIDDLING_ZH, "zh"), (WITHOUT_RESULT_EN, "en"), (told.NEGATED_ZH, "zh")],
)
def test_what_would_have_raised_the_rating_is_checked_by_rating_again(
    answer: str, language: str
) -> None:
    rating = counterfactual.rate(answer, NEED, language)
    change = rating.counterfactual
    assert change is not None
    assert change.rating == scoring.rate(answer + change.added, NEED, language).rating
    assert change.rating > (rating.rating or 9)


def test_a_story_without_a_result_would_have_gained_by_a_measured_one() -> None:
    change = counterfactual.rate(WITHOUT_RESULT_EN, NEED, "en").counterfactual
    assert change is not None
    assert change.change["en"] == "with a measured result"


def test_an_answer_that_was_not_scored_has_no_counterfactual() -> None:
    assert counterfactual.rate("", NEED, "zh").counterfactual is None


def test_a_full_story_needs_nothing_more() -> None:
    change = counterfactual.rate(told.STRONG_ZH, NEED, "zh").counterfactual
    assert change is None or change.rating > 4.5
