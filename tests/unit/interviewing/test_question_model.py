import json
from dataclasses import replace

import numpy as np
import pytest

from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import margin, question_features, question_model, question_rating
from chalicelib.interviewing.question_features import Asked, Text
from chalicelib.interviewing.question_model import Example, QuestionModel
from chalicelib.interviewing.ratings import AnswerRating, Contribution, Flag, RatingState, Unscored
from chalicelib.interviewing.scoring import unscored

WORDS = ("我先问她平时穿什么", "我记下尺码", "第二天回访", "卖出四十二件", "大家都说我很努力")


def vector(number: int) -> np.ndarray:
    row = np.random.default_rng(number).normal(size=512)
    return row / np.linalg.norm(row)


def rated(value: float, flags: tuple[Flag, ...] = ()) -> AnswerRating:
    return AnswerRating(
        RatingState.RATED, "x", "zh", "rule-1", rating=value, confidence=0.5, structure=50,
        evidence=40, relevance=60, flags=flags,
        contributions=(Contribution("result", round(value * 100) - 100),),
    )  # fmt: skip


def examples(n: int = 30) -> list[Example]:
    """Answers whose worth is how many of the first four things they tell."""
    draw, made = np.random.default_rng(5), []
    for number in range(n):
        told = [w for w in WORDS if draw.random() < 0.5] or [WORDS[-1]]
        worth = 1.0 + sum(w in told for w in WORDS[:4])
        general = rated(float(draw.integers(10, 50)) / 10)
        made.append(Example(Text("，".join(told), vector(number)), worth, general=general))
    return made


def test_a_model_learns_the_wordings_that_raters_paid_for():
    found = question_model.cross_validate(examples(40))
    assert found.n == 40
    assert found.r > 0.8
    assert found.r_interval[0] < found.r < found.r_interval[1]
    assert found.better
    assert found.general_r is not None and found.general_r < found.r


def test_what_is_stored_predicts_the_same_to_the_last_digits():
    made = question_model.fit(examples())
    again = load(QuestionModel, dump(made))
    item = examples()[3]
    assert question_model.predict(again, item.said, Asked(), item.general) == pytest.approx(
        question_model.predict(made, item.said, Asked(), item.general)
    )


def test_the_closed_form_is_that_of_a_ridge_on_its_blocks():
    """The dual weights folded into each block give the dual's own predictions."""
    items = examples()
    made = question_model.fit(items)
    told = [question_model.predict(made, i.said, i.asked, i.general) for i in items]
    assert np.mean(told) == pytest.approx(np.mean([i.worth for i in items]), abs=0.15)
    assert np.corrcoef(told, [i.worth for i in items])[0, 1] > 0.9


def test_the_model_of_long_answers_fits_into_one_row() -> None:
    draw = np.random.default_rng(1)
    made = [
        Example(
            Text("".join(chr(0x4E00 + n) for n in draw.integers(0, 60, size=900)), vector(number)),
            1.0 + number % 5,
        )
        for number in range(40)
    ]
    model = question_model.fit(made)
    assert len(model.wordings) == question_features.MOST_WORDINGS
    assert len(json.dumps(dump(model), ensure_ascii=False).encode()) < 250_000


def test_a_model_refuses_other_figures_than_it_was_fitted_on():
    made, item = question_model.fit(examples()), examples()[0]
    with pytest.raises(ValueError, match="other figures"):
        question_model.predict(made, item.said, Asked(item.said), item.general)


def test_a_calibrated_rating_adds_up_and_names_its_version():
    found = question_rating.calibrated(rated(3.0), 4, lambda _, g: 3.68, 0.6, lambda _: rated(3.0))
    assert (found.rating, found.scorer) == (3.7, "rule-1+question-4")
    assert 100 + sum(c.hundredths for c in found.contributions) == 370


def test_its_confidence_gives_back_the_measured_error():
    for rmse in (0.5, 0.66, 0.9, 1.1):
        confidence = question_rating.confidence_of(rmse)
        assert margin.rating_error(confidence) == pytest.approx(rmse, abs=0.02)


@pytest.mark.parametrize("flag", sorted(question_rating.NOT_RAISED))
def test_a_questions_model_never_raises_what_was_found_to_be_a_trick(flag):
    general = rated(1.6, (flag,))
    found = question_rating.calibrated(general, 1, lambda _, g: 4.9, 0.5, lambda _: general)
    assert found.rating == 1.6
    lower = question_rating.calibrated(general, 1, lambda _, g: 1.0, 0.5, lambda _: general)
    assert lower.rating == 1.0


def test_a_ceiling_that_the_general_rating_met_binds_a_questions_model_too():
    held = (Contribution("own_actions", 140), Contribution("limit_no_own_action", -40))
    general = replace(rated(2.0), contributions=held)
    found = question_rating.calibrated(general, 1, lambda _, g: 4.9, 0.5, lambda _: general)
    assert found.rating == 2.0


def test_what_was_not_scored_stays_not_scored():
    general = unscored("x", "zh", Unscored.TOO_SHORT)
    assert question_rating.calibrated(general, 1, lambda _, g: 5, 0.5, lambda _: general) is general
