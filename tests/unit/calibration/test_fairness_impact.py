"""Impact ratios with their verdicts: published examples, few people, equal groups, the unknown."""

import random

import pytest

from chalicelib.calibration.fairness.exact import Share
from chalicelib.calibration.fairness.impact import (
    UNKNOWN,
    Counted,
    Impact,
    Verdict,
    attributes_of,
    counted,
    group_of,
    impacts,
)


def judged(*groups: tuple[str, int, int], least: int = 10) -> dict[str, Impact]:
    rows = [Counted(group, Share(passed, n)) for group, passed, n in groups]
    return {each.group: each for each in impacts(rows, least=least)}


def test_the_guidelines_own_example_has_a_ratio_of_one_half():
    # UGESP Q&A 11: 48 of 80 men (60 %), 12 of 40 women (30 %).
    found = judged(("men", 48, 80), ("women", 12, 40))
    women = found["women"]

    assert found["men"].verdict is Verdict.REFERENCE
    assert (women.reference, women.verdict) == ("men", Verdict.BELOW_PROVEN)
    assert women.ratio == pytest.approx(0.5, abs=1e-9)
    assert women.low is not None
    assert women.high is not None
    assert 0.28 < women.low < 0.32
    assert 0.78 < women.high < 0.83


def test_a_low_ratio_of_small_groups_is_no_verdict():
    small = judged(("men", 10, 20), ("women", 5, 20))["women"]

    assert (small.ratio, small.verdict) == (0.5, Verdict.BELOW_NOT_PROVEN)
    assert small.caution


def test_even_a_proven_difference_of_a_small_group_is_a_caution():
    small = judged(("men", 300, 400), ("women", 2, 29))["women"]

    assert small.p_value is not None
    assert small.p_value < 1e-6
    assert (small.verdict, small.caution) == (Verdict.BELOW_NOT_PROVEN, True)


def test_a_ratio_below_four_fifths_that_chance_may_explain_is_told_so():
    assert judged(("men", 20, 50), ("women", 15, 50))["women"].verdict is Verdict.BELOW_NOT_PROVEN


def test_exactly_four_fifths_is_within():
    assert judged(("men", 50, 100), ("women", 40, 100))["women"].verdict is Verdict.WITHIN


def test_a_tiny_group_is_neither_judged_nor_the_reference():
    found = judged(("men", 50, 100), ("women", 45, 100), ("other", 3, 3))

    assert (found["other"].verdict, found["other"].ratio) == (Verdict.TOO_FEW, None)
    assert found["men"].verdict is Verdict.REFERENCE


def test_a_group_below_two_percent_of_all_is_left_out_with_that_reason():
    found = judged(("men", 500, 1000), ("women", 450, 1000), ("other", 15, 15))

    assert (found["other"].verdict, found["other"].ratio) == (Verdict.LEFT_OUT, None)


def test_the_unknown_are_counted_and_never_compared():
    found = judged(("men", 50, 100), (UNKNOWN, 90, 100))

    assert (found[UNKNOWN].share.n, found[UNKNOWN].verdict) == (100, Verdict.UNKNOWN)
    assert found[UNKNOWN].ratio is None
    assert found["men"].verdict is Verdict.REFERENCE


def test_the_unknown_do_not_make_a_stated_group_small():
    found = judged(("men", 50, 100), ("women", 15, 30), (UNKNOWN, 4000, 9000))

    assert found["women"].verdict is Verdict.WITHIN


def test_where_nobody_is_selected_nothing_is_compared():
    found = judged(("a", 0, 30), ("b", 0, 30))

    assert {each.verdict for each in found.values()} == {Verdict.NOBODY_PASSED}


def test_no_ratio_stands_without_interval_and_test():
    draw = random.Random(3)
    for _ in range(200):
        groups = [
            (str(k), draw.randint(0, n), n) for k, n in enumerate(draw.choices(range(1, 200), k=4))
        ]
        for line in judged(*groups, least=1).values():
            if line.ratio is not None and line.verdict is not Verdict.REFERENCE:
                assert line.low is not None
                assert line.high is not None
                assert line.low <= line.ratio <= line.high
                assert line.p_value is not None


@pytest.mark.parametrize("groups", [2, 3, 5])
def test_equal_groups_are_called_unequal_in_at_most_one_of_twenty_worlds(groups):
    draw = random.Random(groups)
    wrong = 0
    for _ in range(200):
        passed = [sum(draw.random() < 0.3 for _ in range(120)) for _ in range(groups)]
        rows = [(str(place), part, 120) for place, part in enumerate(passed)]
        wrong += any(x.verdict is Verdict.BELOW_PROVEN for x in judged(*rows).values())

    assert wrong <= 17  # 5 % of 200, and two standard errors


def test_attributes_come_alone_and_in_pairs():
    stated = [{"sex": "female"}, {"race": "asian", "sex": "male"}, {}]

    assert attributes_of(stated) == ("race", "sex", "race & sex")
    assert group_of(stated[1], "race & sex") == "asian & male"
    assert group_of(stated[0], "race & sex") == UNKNOWN


def test_rows_are_counted_by_group():
    found = counted([("b", True), ("a", False), ("b", False)])

    assert found == (Counted("a", Share(0, 1)), Counted("b", Share(1, 2)))
