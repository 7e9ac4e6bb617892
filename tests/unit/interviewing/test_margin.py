import math

import pytest

from chalicelib.interviewing import margin
from chalicelib.interviewing.library import starting_model
from chalicelib.interviewing.ratings import AnswerRating, RatingState
from chalicelib.interviewing.scorecard import compose

MODEL = starting_model("retail-sales")


def rated(value: float, confidence: float) -> AnswerRating:
    return AnswerRating(RatingState.RATED, "x", "zh", "test", rating=value, confidence=confidence)


def result(value: float, confidence: float, times: int = 1):
    return compose(MODEL, {d.key: [rated(value, confidence)] * times for d in MODEL.dimensions})


def test_a_sure_rating_errs_as_a_good_interviewer_does_and_an_unsure_one_as_a_guess():
    assert margin.rating_error(1.0) == 0.5
    assert margin.rating_error(0.0) == pytest.approx(4 / math.sqrt(12))


def test_the_band_is_the_weighted_sum_of_the_errors_by_hand():
    shares = [item.weight / 100 for item in MODEL.dimensions]
    error = 25 * math.sqrt(sum((share * 0.5) ** 2 for share in shares))
    band = result(3.0, 1.0).band
    assert band is not None
    assert band.standard_error == pytest.approx(error, abs=0.005)
    assert band.low == pytest.approx(50 - 1.96 * error, abs=0.06)
    assert band.high == pytest.approx(50 + 1.96 * error, abs=0.06)


def test_less_confidence_widens_the_band_and_moves_no_composite():
    sure, unsure = result(3.0, 0.9), result(3.0, 0.3)
    assert sure.composite == unsure.composite
    assert sure.band and unsure.band
    assert unsure.band.low < sure.band.low
    assert sure.band.high < unsure.band.high


def test_a_second_answer_on_each_dimension_narrows_the_band():
    once, twice = result(3.0, 0.7).band, result(3.0, 0.7, times=2).band
    assert once and twice
    assert twice.standard_error == pytest.approx(once.standard_error / math.sqrt(2), abs=0.01)


def test_the_band_stays_within_the_scale():
    high = result(5.0, 0.2).band
    assert high and high.high == 100.0


def test_without_a_composite_there_is_no_band():
    assert compose(MODEL, {}).band is None
