"""Impact ratios, intervals and the exact test, against hand-made figures and published ones."""

import math

import pytest

from chalicelib.analytics import fairness
from chalicelib.analytics.fairness import GroupRate, Verdict
from chalicelib.analytics.registry import render
from chalicelib.analytics.rows import UNKNOWN
from tests.unit.analytics import cases


def judged(*groups: tuple[str, int, int]) -> dict[str, fairness.Impact]:
    rows = [row for group, selected, n in groups for row in cases.grouped(group, selected, n)]
    return {each.rate.group: each for each in fairness.impacts(fairness.selection_rates(rows))}


def rate(group: str, selected: int, n: int) -> GroupRate:
    return GroupRate(group, selected, n, selected / n, 0.0, 1.0)


def test_the_guidelines_own_example_has_a_ratio_of_one_half():
    # UGESP Q&A 11: 48 of 80 men (60 %), 12 of 40 women (30 %).
    found = judged(("men", 48, 80), ("women", 12, 40))

    assert Verdict.REFERENCE is found["men"].verdict
    assert Verdict.BELOW_PROVEN is found["women"].verdict
    assert found["women"].reference == "men"
    assert pytest.approx(found["women"].ratio, abs=1e-9) == 0.5
    error = math.sqrt(1 / 15)  # 1/12 − 1/40 + 1/48 − 1/80
    expected = [0.5 * math.exp(sign * 1.959963984540054 * error) for sign in (-1, 1)]
    assert expected == pytest.approx([found["women"].low, found["women"].high], abs=1e-9)
    assert pytest.approx(expected, abs=1e-9) == [0.3014329410, 0.8293718634]


def test_a_group_of_whom_nobody_was_selected_has_a_ratio_of_zero_and_a_finite_interval():
    ratio, low, high = fairness.impact_ratio(rate("women", 0, 20), rate("men", 10, 20))

    error = math.sqrt(1 / 0.5 - 1 / 20.5 + 1 / 10.5 - 1 / 20.5)
    assert (ratio, low) == (0.0, 0.0)
    assert (0.5 / 10.5) * math.exp(1.959963984540054 * error) == pytest.approx(high, abs=1e-9)


@pytest.mark.parametrize(
    ("table", "published"),
    [
        # Fisher's tea tasting, two-sided: 34/70.
        ((3, 4, 1, 4), 34 / 70),
        # Fisher's twins (1935), two-sided: 2 of 17 dizygotic, 10 of 13 monozygotic convicted.
        ((2, 17, 10, 13), 0.0005367241),
        # scipy.stats.fisher_exact([[8, 2], [1, 5]]): 280/8008.
        ((8, 10, 1, 6), 280 / 8008),
        ((0, 10, 0, 10), 1.0),
        ((10, 10, 10, 10), 1.0),
        ((5, 10, 5, 10), 1.0),
        ((0, 10, 10, 10), 2 / 184756),
    ],
)
def test_the_exact_test_gives_the_published_values(
    table: tuple[int, int, int, int], published: float
):
    assert published == pytest.approx(fairness.fisher_exact(*table), abs=1e-9)


def test_the_exact_test_holds_for_thousands():
    assert 0 <= fairness.fisher_exact(900, 3000, 1100, 3000) < 1e-6


def test_a_low_ratio_of_small_groups_is_no_verdict():
    small = judged(("men", 10, 20), ("women", 5, 20))["women"]

    assert small.ratio == 0.5
    assert Verdict.BELOW_NOT_PROVEN is small.verdict
    assert small.caution


def test_a_ratio_below_four_fifths_that_chance_may_explain_is_told_so():
    assert Verdict.BELOW_NOT_PROVEN is judged(("men", 20, 50), ("women", 15, 50))["women"].verdict


def test_exactly_four_fifths_is_within():
    assert Verdict.WITHIN is judged(("men", 50, 100), ("women", 40, 100))["women"].verdict


def test_a_tiny_group_is_neither_judged_nor_the_reference():
    found = judged(("men", 50, 100), ("women", 45, 100), ("other", 3, 3))

    assert Verdict.TOO_FEW is found["other"].verdict
    assert found["other"].ratio is None
    assert Verdict.REFERENCE is found["men"].verdict


def test_a_group_below_two_percent_of_all_is_not_judged():
    found = judged(("men", 500, 1000), ("women", 450, 1000), ("other", 15, 15))

    assert Verdict.TOO_FEW is found["other"].verdict


def test_the_unknown_are_counted_and_never_compared():
    found = judged(("men", 50, 100), (UNKNOWN, 90, 100))

    assert (
        found[UNKNOWN].rate.n,
        found[UNKNOWN].verdict,
        found[UNKNOWN].ratio,
    ) == (100, Verdict.UNKNOWN, None)
    assert Verdict.REFERENCE is found["men"].verdict


def test_where_nobody_is_selected_nothing_is_compared():
    assert [each.ratio for each in judged(("a", 0, 30), ("b", 0, 30)).values()] == [None, None]


def test_the_chart_never_shows_a_ratio_without_n_and_interval():
    rows = [
        *cases.grouped("men", 48, 80),
        *cases.grouped("women", 12, 40),
        *cases.grouped(UNKNOWN, 4, 20),
    ]

    chart = render("selection-rates", rows, "en")

    assert chart.n == 120
    assert (
        "140 decided interviews, 20 of them by people who stated no group." in chart.summary["en"]
    )
    assert "is 0.50 of that of men (interval 0.30–0.83, n = 40, p = 0.003)" in chart.summary["en"]
    assert chart.shown()[2][:7] == ("women", 12, 40, "30%", 0.5, 0.3014, 0.8294)


def test_few_who_stated_a_group_keep_the_chart_silent():
    rows = [*cases.grouped("men", 3, 5), *cases.grouped(UNKNOWN, 40, 80)]

    assert render("selection-rates", rows, "en").silent
