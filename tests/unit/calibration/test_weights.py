"""Weights move only as far as evidence and cap allow, and always add up to 100."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.calibration import weights

SOURCE_CASE_R = np.array([0.80, 0.30, 0.45, 0.45, 0.45, 0.45])
SOURCE_CASE_WEIGHTS = [20, 15, 16.25, 16.25, 16.25, 16.25]


def test_the_source_case_moves_to_30_and_10():
    correlation = np.full((6, 6), 0.25) + np.eye(6) * 0.75
    slopes = np.linalg.solve(correlation, SOURCE_CASE_R)

    assert weights.step(slopes, np.ones(6), SOURCE_CASE_WEIGHTS) == (30, 10, 15, 15, 15, 15)


@st.composite
def lawful_weights(draw):
    parts = draw(st.lists(st.integers(4, 40), min_size=3, max_size=9))
    total = sum(parts)
    return weights.whole([part / total for part in parts], [(2, 90)] * len(parts))


@settings(max_examples=150, deadline=None)
@given(lawful_weights(), st.lists(st.floats(-1, 1), min_size=9, max_size=9))
def test_new_weights_add_up_to_100_and_respect_the_cap(current, slopes):
    new = weights.step(np.array(slopes[: len(current)]), np.ones(len(current)), current)

    assert sum(new) == 100
    for was, now in zip(current, new, strict=True):
        assert was / 1.5 <= now <= was * 1.5


def test_a_floor_holds_a_dimension_that_nothing_speaks_for():
    new = weights.step(np.array([0.5, 0.2, 0.0]), np.ones(3), [40, 40, 20], [0, 0, 18])

    assert new[2] == 18
    assert sum(new) == 100


def test_without_any_positive_slope_the_weights_stay():
    assert weights.step(np.array([-0.2, -0.1, 0.0]), np.ones(3), [50, 30, 20]) == (50, 30, 20)


def test_weights_act_on_rating_points_so_a_narrow_dimension_weighs_more():
    wide, narrow = weights.step(np.array([0.3, 0.3]), np.array([1.0, 0.5]), [50, 50])

    assert narrow > wide


def test_limits_without_room_for_100_are_refused():
    with pytest.raises(ValueError, match="add up to 100"):
        weights.whole([1, 1], [(0, 10), (0, 10)])


def test_a_total_that_does_not_divide_is_shared_by_largest_remainder():
    assert weights.whole([1, 1, 1], [(0, 100)] * 3) == (34, 33, 33)
