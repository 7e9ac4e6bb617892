"""Champion and challenger on the same interviews."""

import random

import pytest

from chalicelib.calibration.shadow import Pair, compare, recomposed
from chalicelib.interviewing.library import starting_model
from chalicelib.interviewing.ratings import AnswerRating, RatingState, Unscored, unscored
from chalicelib.interviewing.scorecard import compose

MODEL = starting_model("retail-sales")
WEIGHTS = {item.key: float(item.weight) for item in MODEL.dimensions}


def pair(champion, challenger, cut=60.0, name="p") -> Pair:
    return Pair(name, f"{name}-s", champion, challenger, cut)


@pytest.mark.parametrize("seed", range(40))
def test_under_the_same_weights_the_composite_is_the_scorecards_to_the_hundredth(seed):
    draw = random.Random(seed)
    given = {
        key: [AnswerRating(RatingState.RATED, key, "zh", "t", rating=draw.randint(100, 500) / 100)]
        if draw.random() > 0.2
        else [unscored(key, "zh", Unscored.EMPTY)]
        for key in WEIGHTS
    }
    card = compose(MODEL, given)
    ratings = {each.dimension: each.rating for each in card.dimensions}
    assert recomposed(ratings, WEIGHTS) == card.composite


def test_too_little_measured_is_none_and_never_a_low_score():
    known = {key: 5.0 if key == "communication" else None for key in WEIGHTS}
    assert recomposed(known, WEIGHTS) is None
    assert recomposed({}, WEIGHTS) is None


def test_flips_are_counted_at_each_requisitions_own_cut_score():
    found = compare([pair(59, 61), pair(61, 59), pair(59, 61, cut=50), pair(80, 90)])
    assert (found.n, found.flipped) == (4, 2)
    assert [each.champion for each in found.flips] == [59, 61]
    assert (found.passed_champion, found.passed_challenger) == (3, 3)
    assert found.flip_low < 0.5 < found.flip_high


def test_differences_come_with_n_and_interval():
    found = compare([pair(50 + k, 52 + k + k % 2) for k in range(10)])
    assert found.difference == pytest.approx(2.5)
    assert found.difference_low < 2.5 < found.difference_high
    assert found.greatest == 3
    assert found.correlation > 0.9


def test_what_was_not_measured_counts_apart_and_flips_nothing():
    found = compare([pair(None, 70), pair(70, None), pair(None, None)])
    assert (found.interviews, found.n, found.not_measured, found.flipped) == (3, 0, 3, 0)
    assert found.difference is None
    assert found.flip_share is None


def test_nobody_gives_no_figure_at_all():
    found = compare([])
    assert found.n == 0
    assert (found.difference, found.correlation, found.flip_share) == (None, None, None)
    assert (found.flip_low, found.flip_high) == (0.0, 1.0)
