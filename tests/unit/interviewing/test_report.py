import pytest

from chalicelib.interviewing import counterfactual, report
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.overriding import Override
from chalicelib.interviewing.ratings import Unscored
from chalicelib.interviewing.report import Said
from chalicelib.interviewing.scoring import unscored
from infra.answers import Level, tell

KEY = "customer_need_discovery"
ASKED = {"zh": "讲一次。", "en": "Tell me."}


def told(level: Level, language: str = "zh", override: Override | None = None):
    dimension = DIMENSIONS[KEY]
    text = tell(KEY, level, language, "seed")
    rating = counterfactual.rate(text, dimension, language)
    return text, rating, report.answer(Said("q", ASKED, KEY, rating, override), dimension)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_quote_of_a_report_stands_in_the_answer(level, language):
    text, _, found = told(level, language)
    assert all(quote.text in text for quote in found.quotes)


def test_what_was_missing_is_named_with_how_to_add_it():
    _, rating, found = told(Level.WEAK)
    assert rating.parts is not None
    assert found.missing == tuple(part.value for part in rating.parts.missing)
    assert len(found.improve) >= len(found.missing)


def test_the_counterfactual_told_is_the_one_that_was_checked():
    found = [told(level) for level in Level]
    with_one = [(r, f) for _, r, f in found if r.counterfactual]
    assert with_one
    for rating, shown in with_one:
        assert f"{rating.counterfactual.rating:g}" in shown.improve[-1]["zh"]


def test_a_persons_rating_counts_and_the_machines_is_still_told():
    word = Override(5.0, 3.0, "讲得具体，有结果。", "user-1", "2027-03-01T02:30:00.000000Z")
    _, rating, found = told(Level.STRONG, override=word)
    assert (found.rating, found.machine_rating) == (5.0, rating.rating)
    assert word.reason in found.reasons[0]["zh"]


def test_what_was_not_scored_is_never_told_as_a_low_rating():
    rating = unscored(KEY, "zh", Unscored.TOO_SHORT)
    found = report.answer(Said("q", ASKED, KEY, rating), DIMENSIONS[KEY])
    assert found.rating is None
    assert "not a low score" in found.reasons[0]["en"]


def test_a_general_rating_is_told_as_not_calibrated_and_a_questions_own_by_its_version():
    assert report.question_version("answer-rule-1.0.0") == 0
    assert report.question_version("answer-rule-1.0.0+question-3") == 3
    assert told(Level.STRONG)[2].calibrated is False
