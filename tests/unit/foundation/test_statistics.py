"""Formulas against published or independently computed figures."""

import math

import pytest

from chalicelib.foundation.statistics import (
    deviation,
    fisher_interval,
    mean_interval,
    pearson,
    wilson,
)


def test_wilson_matches_newcombes_worked_example() -> None:
    # Newcombe 1998, Stat. Med. 17:857, table I: 81 of 263, method 3.
    low, high = wilson(81, 263)

    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_wilson_knows_nothing_without_data() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_wilson_of_none_in_ten_does_not_claim_impossibility() -> None:
    low, high = wilson(0, 10)

    assert low == 0.0
    assert round(high, 4) == 0.2775


def test_fisher_interval_of_one_half_in_a_hundred() -> None:
    low, high = fisher_interval(0.5, 100)

    assert (round(low, 4), round(high, 4)) == (0.3366, 0.6341)


def test_correlation_of_a_line_is_one_and_of_a_constant_unknown() -> None:
    assert pytest.approx(1.0) == pearson([1, 2, 3], [2, 4, 6])
    assert math.isnan(pearson([1, 1, 1], [1, 2, 3]))


def test_deviation_is_the_samples_own() -> None:
    assert pytest.approx(2.138089935) == deviation([2, 4, 4, 4, 5, 5, 7, 9])


def test_one_value_has_no_interval() -> None:
    assert all(math.isnan(x) for x in mean_interval([3.0]))
