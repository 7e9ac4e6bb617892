"""Medians, percentiles and their intervals from a histogram."""

import random

import numpy as np
import pytest

from chalicelib.analytics.counting.durations import (
    DAY,
    HOUR,
    Durations,
    bin_of,
    change,
    spread,
)


def test_whole_hours_of_a_week_and_whole_days_keep_their_place():
    assert all(bin_of(hours * HOUR) == hours * HOUR for hours in range(7 * 24))
    assert all(bin_of(days * DAY) == days * DAY for days in range(800))
    assert all(bin_of(minutes) == minutes for minutes in range(60))


def test_nothing_is_off_by_more_than_a_sixth_and_never_upwards():
    for minutes in range(1, 500_000, 97):
        assert 0 <= minutes - bin_of(minutes) <= max(1, minutes / 6)
    assert bin_of(-5) == 0


@pytest.mark.parametrize("n", [1, 2, 10, 11, 1000])
@pytest.mark.parametrize("share", [0.5, 0.9, 0.25])
def test_quantiles_are_those_of_spreadsheets_and_numpy(n: int, share: float):
    draw = random.Random(n)
    days = [draw.randrange(1, 90) for _ in range(n)]

    found = spread([day * DAY for day in days]).quantile(share)

    assert found / DAY == pytest.approx(float(np.quantile(days, share)), abs=1e-9)


def test_four_weeks_to_two_are_told_exactly():
    found = change(spread([28 * DAY] * 40), spread([14 * DAY] * 40))

    assert (found.before, found.after) == (28 * DAY, 14 * DAY)
    assert found.share == -0.5
    assert (found.low, found.high) == (-14 * DAY, -14 * DAY)


@pytest.mark.parametrize("n", [21, 60])
def test_the_interval_of_a_change_is_that_of_resampling(n: int):
    draw = random.Random(4)
    before = [draw.randrange(5, 60) for _ in range(n)]
    after = [draw.randrange(3, 40) for _ in range(n + 1)]
    rng = np.random.default_rng(1)
    medians = [
        np.median(rng.choice(np.array(days), (20_000, len(days))), axis=1)
        for days in (before, after)
    ]
    low, high = np.quantile(medians[1] - medians[0], (0.025, 0.975))

    found = change(*(spread([day * DAY for day in days]) for days in (before, after)))

    assert found.low / DAY == pytest.approx(float(low), abs=1.6)
    assert found.high / DAY == pytest.approx(float(high), abs=1.6)


def test_the_interval_of_a_median_holds_the_truth_in_nineteen_of_twenty_samples():
    rng = np.random.default_rng(3)
    held = 0
    for _ in range(400):
        days = np.floor(rng.exponential(20, 50)).astype(int) * DAY
        low, high = spread(days.tolist()).interval(0.5)
        held += low <= np.floor(20 * np.log(2)) * DAY <= high
    assert held >= 370


def test_nothing_has_no_median():
    assert np.isnan(Durations((), ()).quantile(0.5))
