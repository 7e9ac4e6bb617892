"""The brake before an activation: planted gaps are found, equal groups pass, few say nothing."""

from dataclasses import replace

import pytest
from scipy import stats

from chalicelib.calibration.fairness import Considered, Ruling, Search, Why, gate
from chalicelib.calibration.fairness.people import composite, scoring_rates
from tests.unit.calibration.fair_people import DIMENSIONS, EVEN, drawn, validity

#: From even weights one capped step onto the first dimension.
ONTO_A = {"a": 37.0, "b": 21.0, "c": 21.0, "d": 21.0}
CUT = 58.0
LIMITS = dict.fromkeys(DIMENSIONS, (17, 37))


def people_of(*cells: tuple[str, float, float, int]) -> list[Considered]:
    """(sex, rating of a, rating of b, how many) as people with two dimensions."""
    return [
        Considered(f"{sex}{a}{b}{i}", {"a": a, "b": b}, {"sex": sex})
        for sex, a, b, n in cells
        for i in range(n)
    ]


#: Old weights pass ratings of 4 in a, new ones those of 4 in b; the cut lies at 60.
ONLY_A, ONLY_B = {"a": 80.0, "b": 20.0}, {"a": 20.0, "b": 80.0}


def one(found, attribute="sex", group="women"):
    effect = next(e for e in found.attributes if e.attribute == attribute)
    return next(line for line in effect.groups if line.group == group)


def test_by_hand_a_change_that_lets_half_as_many_women_through_is_stopped():
    # Old: 50 of 100 women and 50 of 100 men pass; new: 25 of 100 women, 50 of 100 men.
    cells = [
        ("women", 5, 1, 40), ("women", 5, 5, 10), ("women", 1, 5, 15), ("women", 1, 1, 35),
        ("men", 5, 5, 50), ("men", 1, 1, 50),
    ]  # fmt: skip
    found = gate(people_of(*cells), ONLY_A, ONLY_B, 60.0)
    women = one(found)

    assert (women.n, women.old.share.part, women.new.share.part) == (100, 50, 25)
    assert (women.old.ratio, women.new.ratio) == (1.0, 0.5)
    assert women.new.p_value == pytest.approx(
        stats.fisher_exact([[25, 75], [50, 50]]).pvalue, abs=1e-9
    )
    assert women.change is not None
    assert women.change.factor == pytest.approx(0.5, abs=1e-12)
    # ln ½ ± 1.96 √((40 + 15) / (50 · 25)): the men do not move.
    assert women.change.high == pytest.approx(0.7540, abs=5e-4)
    assert (women.ruling, women.why) == (Ruling.FAILED, Why.BELOW_PROVEN)
    assert found.ruling is Ruling.FAILED
    assert found.worst == women


def test_an_old_disadvantage_that_grows_smaller_does_not_stop_its_own_remedy():
    cells = [
        ("women", 5, 1, 10), ("women", 1, 5, 25), ("women", 1, 1, 65),
        ("men", 5, 5, 50), ("men", 1, 1, 50),
    ]  # fmt: skip
    women = one(gate(people_of(*cells), ONLY_A, ONLY_B, 60.0))

    assert (women.old.ratio, women.new.ratio) == (0.2, 0.5)
    assert (women.ruling, women.why) == (Ruling.PASSED, Why.STILL_BELOW)


def test_an_old_disadvantage_that_grows_is_stopped():
    cells = [
        ("women", 5, 1, 25), ("women", 1, 5, 20), ("women", 1, 1, 55),
        ("men", 5, 5, 50), ("men", 1, 1, 50),
    ]  # fmt: skip

    assert one(gate(people_of(*cells), ONLY_A, ONLY_B, 60.0)).why is Why.BELOW_PROVEN


def test_a_fall_is_found_before_the_ratio_alone_is_proven():
    # 40 women: 20 pass before, 14 after, none won; the same 20 of 40 men pass. Ratio .7, p > .2.
    cells = [
        ("women", 5, 1, 6), ("women", 5, 5, 14), ("women", 1, 1, 20),
        ("men", 5, 5, 20), ("men", 1, 1, 20),
    ]  # fmt: skip
    women = one(gate(people_of(*cells), ONLY_A, ONLY_B, 60.0))

    assert women.new.p_value is not None
    assert women.new.p_value > 0.2
    assert (women.ruling, women.why) == (Ruling.FAILED, Why.FELL)


def test_a_group_of_fewer_than_thirty_is_not_measured_whatever_its_ratio():
    cells = [("women", 5, 1, 20), ("men", 5, 5, 200), ("men", 1, 1, 100)]
    found = gate(people_of(*cells), ONLY_A, ONLY_B, 60.0)

    assert one(found).new.ratio == 0.0
    assert (one(found).ruling, one(found).why) == (Ruling.NOT_MEASURED, Why.TOO_FEW)
    assert found.ruling is Ruling.NOT_MEASURED


def test_where_nobody_states_a_group_the_brake_says_so_and_nothing_else():
    silent = [Considered(f"p{i}", {"a": 3, "b": 3}) for i in range(300)]
    found = gate(silent, ONLY_A, ONLY_B, 50.0)

    assert found.ruling is Ruling.NOT_MEASURED
    assert found.attributes == ()
    assert found.considered == 300


def test_the_unknown_are_counted_beside_the_known():
    found = gate(drawn(400, 3, unstated=0.25), EVEN, ONTO_A, CUT)
    (sex,) = found.attributes

    assert sex.known + sex.unknown == found.considered == 400
    assert sex.unknown > 50
    assert one(found, group="unknown").why is Why.UNKNOWN


def test_intersections_are_judged_too():
    # Each sex and each race passes alike; only women of one race do not.
    cells = {
        ("women", "x"): 10, ("women", "y"): 50, ("men", "x"): 50, ("men", "y"): 10,
    }  # fmt: skip
    people = [
        Considered(f"{sex}{race}{i}", {"a": 5 if i < passing else 1}, {"sex": sex, "race": race})
        for (sex, race), passing in cells.items()
        for i in range(100)
    ]
    found = gate(people, {"a": 100.0}, {"a": 100.0}, 60.0)
    rulings = {e.attribute: e.ruling for e in found.attributes}

    assert rulings["sex"] is rulings["race"] is Ruling.PASSED
    line = one(found, "race & sex", "x & women")
    assert (line.new.ratio, line.why) == (0.2, Why.STILL_BELOW)


def test_who_was_measured_too_little_is_left_out_and_counted():
    people = [*drawn(100, 1), Considered("p", {"a": 5.0, "b": None}, {"sex": "women"})]
    found = gate(people, EVEN, ONTO_A, CUT)

    assert (found.considered, found.left_out) == (100, 1)


def test_the_composite_is_that_of_a_scorecard():
    weights = {"a": 40.0, "b": 30.0, "c": 30.0}

    assert composite({"a": 5, "b": 1, "c": 3}, weights) == 55.0
    assert composite({"a": 5, "b": 1, "c": None}, weights) == 57.14
    assert composite({"a": 5, "b": None, "c": None}, weights) is None


def test_the_scoring_rate_counts_those_above_the_median_of_all():
    found = scoring_rates([1, 2, 3, 4, 5, 6], ["x", "x", "y", "x", "y", "y"])

    assert {name: (share.part, share.n) for name, share in found.items()} == {
        "x": (1, 3),
        "y": (2, 3),
    }


def test_equal_groups_pass_in_nineteen_of_twenty_worlds():
    stopped = sum(
        gate(drawn(600, seed), EVEN, ONTO_A, CUT).ruling is Ruling.FAILED for seed in range(60)
    )

    assert stopped <= 3


def test_a_planted_gap_is_found_in_nineteen_of_twenty_worlds():
    found = sum(
        gate(drawn(1500, seed, {"a": 1.0}), EVEN, ONTO_A, CUT).ruling is Ruling.FAILED
        for seed in range(40)
    )

    assert found >= 38


SLOPES = {"a": 0.30, "b": 0.25, "c": 0.25, "d": 0.25}


def test_the_nearest_alternative_is_lawful_more_even_and_passes():
    people = drawn(1500, 7, {"a": 1.0})
    search = Search(LIMITS, validity(SLOPES))
    found = gate(people, EVEN, ONTO_A, CUT, search)

    assert found.ruling is Ruling.FAILED
    nearest = found.nearest
    assert nearest is not None
    assert sum(nearest.weights.values()) == 100
    assert all(low <= nearest.weights[key] <= high for key, (low, high) in LIMITS.items())
    assert found.worst is not None
    assert nearest.worst_ratio > (found.worst.new.ratio or 0)
    cost = search.validity(ONTO_A) - search.validity(nearest.weights)
    assert nearest.validity_cost == pytest.approx(cost, abs=1e-12)
    again = gate(people, EVEN, nearest.weights, CUT)
    assert again.ruling is not Ruling.FAILED
    assert again.worst is not None
    assert nearest.worst_ratio == again.worst.new.ratio


def test_the_frontier_trades_validity_for_evenness_step_by_step():
    search = Search(LIMITS, validity(SLOPES))
    line = gate(drawn(1500, 7, {"a": 1.0}), EVEN, ONTO_A, CUT, search).alternatives

    assert len(line) >= 2
    assert [a.validity for a in line] == sorted((a.validity for a in line), reverse=True)
    assert [a.worst_ratio for a in line] == sorted(a.worst_ratio for a in line)


def test_no_lawful_weights_are_more_valid_than_the_first_of_the_frontier():
    """Every whole weight within the caps, tried one by one: the walk found the best there is."""
    of = validity(SLOPES)
    best = max(
        of({"a": a, "b": b, "c": c, "d": 100 - a - b - c})
        for a in range(17, 38)
        for b in range(17, 38)
        for c in range(17, 38)
        if 17 <= 100 - a - b - c <= 37
    )
    line = gate(drawn(600, 7, {"a": 1.0}), EVEN, ONTO_A, CUT, Search(LIMITS, of)).alternatives

    assert line[0].validity == pytest.approx(best, abs=1e-12)


def test_one_attribute_measured_and_another_not_is_no_pass():
    cells = [("women", 5, 5, 50), ("women", 1, 1, 50), ("men", 5, 5, 50), ("men", 1, 1, 50)]
    seen = [
        replace(each, groups=each.groups | ({"race": "one"} if n % 20 == 0 else {}))
        for n, each in enumerate(people_of(*cells))
    ]
    found = gate(seen, ONLY_A, ONLY_B, 60.0)

    rulings = {each.attribute: each.ruling for each in found.attributes}
    assert (rulings["sex"], rulings["race"]) == (Ruling.PASSED, Ruling.NOT_MEASURED)
    assert found.ruling is Ruling.NOT_MEASURED
