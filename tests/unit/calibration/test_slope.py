"""The calibration slope: 1 as promised, below it the interview promises too much."""

import random

import pytest

from chalicelib.calibration.drift import Level
from chalicelib.calibration.slope import calibration_slope


def people(n, strength, seed):
    draw = random.Random(seed)
    rows = []
    for _ in range(n):
        composite = draw.gauss(70, 8)
        rows.append((composite, strength * (composite - 70) / 8 + draw.gauss(0, 0.9)))
    return rows


def test_unchanged_work_gives_a_slope_around_one_whose_interval_holds_it():
    held = 0
    for seed in range(200):
        found = calibration_slope(people(300, 0.4, seed), people(200, 0.4, seed + 1000))
        held += found.low <= 1 <= found.high
    assert 180 <= held <= 199  # 95 % of 200, give or take chance


def test_work_that_follows_only_a_third_as_strongly_is_an_alarm():
    found = calibration_slope(people(500, 0.45, 1), people(500, 0.15, 2))
    assert found.level is Level.ALARM
    assert found.value == pytest.approx(1 / 3, abs=0.2)
    assert found.high < 1


@pytest.mark.parametrize(("earlier", "newest"), [(29, 100), (100, 29), (0, 0)])
def test_too_few_outcomes_give_no_slope(earlier, newest):
    found = calibration_slope(people(earlier, 0.4, 1), people(newest, 0.4, 2))
    assert (found.level, found.value, found.why) == (Level.TOO_FEW, None, "too-few")


def test_where_nothing_was_promised_nothing_can_be_broken():
    found = calibration_slope(people(100, 0.0, 3), people(100, 0.4, 4))
    assert (found.level, found.why) == (Level.TOO_FEW, "nothing-promised")


def test_the_slope_is_the_one_of_a_regression_on_the_prediction():
    from scipy.stats import linregress

    earlier, newest = people(120, 0.4, 5), people(90, 0.3, 6)
    promise = linregress(*zip(*earlier, strict=True)).slope
    expected = linregress([promise * x for x, _ in newest], [y for _, y in newest]).slope
    assert calibration_slope(earlier, newest).value == pytest.approx(expected, abs=1e-4)
