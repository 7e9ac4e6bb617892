"""The exact test and the interval, against scipy, published examples and whole-number sums."""

import math
import random
from fractions import Fraction

import pytest
from scipy import optimize, stats

from chalicelib.calibration.fairness.exact import (
    Share,
    all_pairs,
    fisher,
    ratio_interval,
    score,
)


def whole_fisher(one: Share, other: Share) -> float:
    """The same test in whole numbers, without any rounding."""
    together = one.part + other.part
    span = range(max(0, together - other.n), min(one.n, together) + 1)
    ways = {k: math.comb(one.n, k) * math.comb(other.n, together - k) for k in span}
    return float(Fraction(sum(w for w in ways.values() if w <= ways[one.part]), sum(ways.values())))


@pytest.mark.parametrize(
    ("table", "published"),
    [
        ((3, 4, 1, 4), 34 / 70),  # Fisher's tea tasting
        ((2, 17, 10, 13), 0.0005367241),  # Fisher's twins, 1935
        ((8, 10, 1, 6), 280 / 8008),
        ((0, 10, 0, 10), 1.0),
        ((10, 10, 10, 10), 1.0),
        ((0, 10, 10, 10), 2 / 184756),
    ],
)
def test_the_exact_test_gives_the_published_values(table, published):
    a, n, b, m = table

    assert fisher(Share(a, n), Share(b, m)) == pytest.approx(published, abs=1e-9)


def test_the_exact_test_equals_scipy_and_whole_numbers_on_two_hundred_tables():
    draw = random.Random(5)
    for _ in range(200):
        n, m = draw.randint(1, 300), draw.randint(1, 300)
        one, other = Share(draw.randint(0, n), n), Share(draw.randint(0, m), m)
        table = [[one.part, n - one.part], [other.part, m - other.part]]

        assert fisher(one, other) == pytest.approx(stats.fisher_exact(table).pvalue, abs=1e-9)
        assert fisher(one, other) == pytest.approx(whole_fisher(one, other), abs=1e-12)


def test_the_exact_test_holds_for_a_hundred_thousand_people():
    table = [[15_300, 50_000 - 15_300], [15_000, 50_000 - 15_000]]
    ours = fisher(Share(15_300, 50_000), Share(15_000, 50_000))

    assert ours == pytest.approx(stats.fisher_exact(table).pvalue, abs=1e-9)


def test_the_interval_gives_koopmans_published_example():
    low, high = ratio_interval(Share(36, 40), Share(16, 80))

    assert (round(low, 2), round(high, 2)) == (2.94, 7.15)


def by_root_finding(one: Share, other: Share) -> tuple[float, float]:
    """Koopman's bounds by another road: the constrained shares from the likelihood, scipy's roots.

    Koopman's statistic is the sum of both groups' chi-squares.
    """

    def chi(ratio: float) -> float:
        def away(base: float) -> float:
            likely = stats.binom.logpmf(one.part, one.n, base * ratio)
            return -float(likely + stats.binom.logpmf(other.part, other.n, base))

        top = min(1.0, 1 / ratio)
        base = optimize.minimize_scalar(
            away, bounds=(1e-12, top - 1e-12), method="bounded", options={"xatol": 1e-13}
        ).x
        parts = ((one, base * ratio), (other, base))
        return sum((s.part - s.n * p) ** 2 / (s.n * p * (1 - p)) for s, p in parts)

    limit = stats.chi2.ppf(0.95, 1)
    middle = one.rate / other.rate
    low = optimize.brentq(lambda r: chi(r) - limit, middle / 50, middle, xtol=1e-13)
    return low, optimize.brentq(lambda r: chi(r) - limit, middle, middle * 50, xtol=1e-13)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Share(12, 40), Share(48, 80)),
        (Share(3, 31), Share(20, 64)),
        (Share(150, 500), Share(120, 380)),
        (Share(36, 40), Share(16, 80)),
    ],
)
def test_the_interval_is_the_score_tests_own(one, other):
    assert ratio_interval(one, other) == pytest.approx(by_root_finding(one, other), rel=1e-5)
    for bound in ratio_interval(one, other):
        assert score(one, other, bound) == pytest.approx(1.959963984540054, abs=1e-9)


def test_at_a_ratio_of_one_the_score_is_the_pooled_z():
    one, other = Share(12, 40), Share(48, 80)
    pooled = 60 / 120
    z = (0.6 - 0.3) / math.sqrt(pooled * (1 - pooled) * (1 / 40 + 1 / 80))

    assert score(one, other, 1.0) == pytest.approx(z, abs=1e-9)


def test_nobody_selected_still_has_a_finite_upper_bound():
    low, high = ratio_interval(Share(0, 20), Share(10, 20))

    assert low == 0.0
    assert 0 < high < 0.5
    assert math.isinf(ratio_interval(Share(10, 20), Share(0, 20))[1])
    assert ratio_interval(Share(0, 20), Share(0, 20)) == (0.0, math.inf)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5])
def test_the_interval_covers_the_true_ratio_in_about_95_of_100(share):
    """Every table of 40 and 60 people, weighed by its probability: exact coverage, no sampling."""
    covered = 0.0
    for a in range(41):
        for b in range(61):
            low, high = ratio_interval(Share(a, 40), Share(b, 60))
            weight = stats.binom.pmf(a, 40, share * 0.8) * stats.binom.pmf(b, 60, share)
            covered += float(weight) * (low <= 0.8 <= high)

    assert 0.93 <= covered <= 0.98


@pytest.mark.parametrize(("n", "published"), [(50, 47), (100, 30), (200, 14), (500, 2)])
def test_chance_alone_puts_one_of_two_equal_groups_below_four_fifths(n, published):
    """Both groups pass at 30 %: every pair of outcomes by its probability, in per cent."""
    weights = [float(stats.binom.pmf(k, n, 0.3)) for k in range(n + 1)]
    below = sum(
        weights[a] * weights[b]
        for a in range(n + 1)
        for b in range(n + 1)
        if 5 * min(a, b) < 4 * max(a, b)
    )

    assert 100 * below == pytest.approx(published, abs=1.5)


def test_proof_is_asked_of_the_farthest_of_all_pairs():
    assert all_pairs(0.01, 2) == 0.01
    assert all_pairs(0.01, 4) == pytest.approx(0.06)
    assert all_pairs(0.3, 5) == 1.0
