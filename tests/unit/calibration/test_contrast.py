"""Each formula of a contrast equals its reference, computed by scipy or printed in a paper."""

import math

import numpy as np
import pytest
from scipy import integrate, optimize, special, stats

from chalicelib.calibration import contrast
from chalicelib.calibration import distributions as d

CLOSE = 1e-9


@pytest.mark.parametrize("freedom", [1, 18, 28, 238, 9998])
def test_students_t_equals_scipys_far_into_the_tail(freedom):
    for t in np.linspace(-30, 30, 41):
        expected = stats.t.sf(t, freedom)
        assert d.upper_t(float(t), freedom) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("freedom", [18, 50, 238, 9998])
@pytest.mark.parametrize("shift", [-5.0, -1.0, 0.5, 2.0, 8.0])
def test_the_noncentral_t_equals_scipys(freedom, shift):
    for t in np.linspace(shift - 4, shift + 4, 9):
        expected = stats.nct.sf(t, freedom, shift)
        assert d.upper_t(float(t), freedom, shift) == pytest.approx(expected, abs=CLOSE)


def test_the_incomplete_beta_equals_scipys():
    for a, b in ((0.5, 0.5), (9.0, 0.5), (5000.0, 0.5), (3.0, 7.0)):
        for x in np.linspace(0.001, 0.9999, 21):
            expected = special.betainc(a, b, x)
            assert d.incomplete_beta(float(x), a, b) == pytest.approx(expected, rel=CLOSE)
    assert d.incomplete_beta(0.0, 2.0, 3.0) == 0.0
    assert d.incomplete_beta(1.0, 2.0, 3.0) == 1.0


@pytest.mark.parametrize("r", [-0.99, -0.5, 0.0, 0.29, 0.52, 0.9, 0.9999])
def test_the_bivariate_normal_equals_direct_integration(r):
    for h in (-3.0, 0.0, 0.5):
        for k in (-2.0, 0.5244, 2.5):
            left = math.sqrt(1 - r * r)
            expected = integrate.quad(
                lambda x, k=k, left=left: stats.norm.pdf(x) * stats.norm.sf((k - r * x) / left),
                h, 10, epsabs=1e-12, limit=400,
            )[0]  # fmt: skip
            assert d.both_above(h, k, r) == pytest.approx(expected, abs=CLOSE)


def test_perfectly_related_values_share_their_tail_or_none():
    assert d.both_above(0.0, 1.0, 1.0) == pytest.approx(stats.norm.sf(1.0), abs=CLOSE)
    assert d.both_above(0.0, 1.0, -1.0) == 0.0
    assert d.both_above(-1.0, -1.0, -1.0) == pytest.approx(1 - 2 * stats.norm.cdf(-1), abs=CLOSE)


def groups(seed, one=60, two=180):
    generator = np.random.default_rng(seed)
    return generator.normal(0.4, 1.0, one).tolist(), generator.normal(0.0, 1.3, two).tolist()


def test_g_and_welchs_p_equal_their_references():
    first, second = groups(1)
    found = contrast.difference(first, second)

    freedom = 238
    factor = special.gamma(freedom / 2) if freedom < 300 else math.nan
    factor /= math.sqrt(freedom / 2) * special.gamma((freedom - 1) / 2)
    pooled = math.sqrt((59 * np.var(first, ddof=1) + 179 * np.var(second, ddof=1)) / freedom)
    assert found.g == pytest.approx(factor * (np.mean(first) - np.mean(second)) / pooled, abs=CLOSE)
    expected = stats.ttest_ind(first, second, equal_var=False).pvalue
    assert found.p == pytest.approx(expected, abs=CLOSE)


def test_the_interval_of_g_equals_an_inversion_of_scipys_noncentral_t():
    found = contrast.difference(*groups(1))
    factor, half = contrast.correction(238), math.sqrt(60 * 180 / 240)
    t = found.g / factor * half

    for bound, share in zip(contrast.g_interval(found), (0.025, 0.975), strict=True):
        shift = optimize.brentq(
            lambda nc, share=share: stats.nct.sf(t, 238, nc) - share, -5, 12, xtol=1e-13
        )
        assert bound == pytest.approx(shift / half * factor, abs=CLOSE)


def test_the_interval_of_g_holds_its_level():
    generator = np.random.default_rng(4)
    inside = 0
    for _ in range(200):
        first = generator.normal(0.5, 1.0, 20).tolist()
        second = generator.normal(0.0, 1.0, 60).tolist()
        low, high = contrast.g_interval(contrast.difference(first, second))
        inside += low <= 0.5 <= high
    assert 0.92 <= inside / 200 <= 0.98


def test_fishers_exact_p_equals_scipys_whatever_the_table():
    generator = np.random.default_rng(2)
    for _ in range(100):
        one, two = (int(n) for n in generator.integers(5, 300, 2))
        a, b = int(generator.integers(0, one + 1)), int(generator.integers(0, two + 1))
        expected = stats.fisher_exact([[a, one - a], [b, two - b]]).pvalue
        assert contrast.fisher((a, b), (one, two)) == pytest.approx(expected, abs=CLOSE)


def test_the_odds_ratio_equals_scipys():
    found = contrast.shares((20, 30), (60, 180))
    reference = stats.contingency.odds_ratio([[20, 40], [30, 150]], kind="sample")

    assert found.odds_ratio == pytest.approx(reference.statistic, abs=CLOSE)
    assert contrast.odds_interval(found) == pytest.approx(
        tuple(reference.confidence_interval()), abs=CLOSE
    )


def test_the_difference_of_shares_equals_newcombes_printed_example():
    # Newcombe 1998, table II: 56/70 against 48/80, method 10: 0.0524 to 0.3339.
    low, high = contrast.share_interval(contrast.shares((56, 48), (70, 80)))

    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


def test_an_empty_cell_still_gives_an_odds_ratio():
    found = contrast.shares((0, 9), (10, 20))

    assert found.odds_ratio == pytest.approx(0.5 * 11.5 / (10.5 * 9.5))
    assert math.isfinite(contrast.odds_interval(found)[0])


def test_benjamini_and_hochbergs_own_example_is_reproduced():
    # Benjamini & Hochberg 1995, section 4: fifteen p values, four findings at q = .05.
    p_values = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0000,
    ]  # fmt: skip

    assert sum(p <= 0.05 for p in contrast.adjusted(p_values)) == 4


def test_adjusted_p_values_equal_scipys():
    for seed in range(20):
        p_values = np.random.default_rng(seed).random(17)
        assert contrast.adjusted(p_values.tolist()) == pytest.approx(
            stats.false_discovery_control(p_values), abs=CLOSE
        )
    assert contrast.adjusted([]) == []


def test_a_partial_correlations_p_equals_scipys():
    for r in (-0.9, 0.1, 0.4):
        expected = 2 * stats.t.sf(abs(r) * math.sqrt(90 / (1 - r * r)), 90)
        assert contrast.correlation_p(r, 90) == pytest.approx(expected, abs=CLOSE)
    assert contrast.correlation_p(1.0, 90) == 0.0


def test_groups_without_any_spread_show_no_effect():
    found = contrast.difference([3.0] * 3, [3.0] * 3)

    assert (found.g, found.error, found.p) == (0.0, math.inf, 1.0)
