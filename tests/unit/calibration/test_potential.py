"""High potentials: the printed definition, shares with n, and every miss by name and no other."""

import pytest

from chalicelib.calibration.potential import (
    Case,
    Definition,
    Kind,
    definition,
    misses,
    rate,
    retention,
    window,
)
from chalicelib.foundation.statistics import wilson


def test_the_top_fifth_of_everybody_interviewed_is_high_potential():
    said = definition([float(n) for n in range(1, 101)], [float(n) for n in range(10)])

    assert said.cut == 81.0
    assert sum(n >= said.cut for n in range(1, 101)) == 20


def test_sixty_of_a_hundred_appraised_are_satisfactory():
    said = definition([50.0], [n / 10 for n in range(100)])

    assert sum(n / 10 >= said.needed for n in range(100)) == 60


def test_a_rate_has_wilsons_interval_and_n():
    found = rate([True] * 7 + [False] * 3)

    assert (found.yes, found.n, found.share) == (7, 10, 0.7)
    assert (found.low, found.high) == pytest.approx(wilson(7, 10), abs=5e-5)


def test_of_nobody_no_rate_is_known():
    assert rate([]).share is None
    assert (rate([]).low, rate([]).high) == (0.0, 1.0)


def cohort():
    """Ten strong in both, ten weak in both, and three planted mismatches of either kind."""
    good = [Case(f"good{n}", 90.0 + n / 10, 1.0 + n / 10) for n in range(10)]
    weak = [Case(f"weak{n}", 40.0 + n / 10, -1.0 - n / 10) for n in range(10)]
    middle = [Case(f"middle{n}", 70.0, 0.0) for n in range(10)]
    fallen = [Case(f"fallen{n}", 95.0, -1.5, {"teamwork": -2.0, "speed": 0.5}) for n in range(3)]
    risen = [Case(f"risen{n}", 35.0, 1.6, {"teamwork": 2.0, "speed": -0.5}) for n in range(3)]
    return [*good, *weak, *middle, *fallen, *risen]


def test_all_planted_mismatches_are_listed_and_none_else():
    found = misses(cohort(), Definition(cut=85.0, needed=0.0))

    assert {each.person_id for each in found} == {
        *(f"fallen{n}" for n in range(3)),
        *(f"risen{n}" for n in range(3)),
    }
    kinds = {each.person_id: each.kind for each in found}
    assert kinds["fallen0"] is Kind.HIGH_SCORE_LOW_WORK
    assert kinds["risen0"] is Kind.LOW_SCORE_HIGH_WORK


def test_a_miss_names_the_indicators_that_go_with_it():
    found = {each.person_id: each for each in misses(cohort(), Definition(85.0, 0.0))}

    assert found["fallen0"].indicators == (("teamwork", -2.0),)
    assert found["risen0"].indicators == (("teamwork", 2.0),)


def test_without_outcomes_nobody_is_a_miss():
    assert misses([Case("p", 90.0, None)], Definition(85.0, 0.0)) == ()


def test_a_window_counts_high_potentials_beside_everybody():
    found = window(12, cohort(), Definition(85.0, 0.0))

    assert (found.satisfactory_high.yes, found.satisfactory_high.n) == (10, 13)
    assert (found.satisfactory_all.yes, found.satisfactory_all.n) == (23, 36)
    assert found.r > 0.2
    assert found.r_low < found.r < found.r_high
    assert found.mean_high > found.mean_rest


def test_few_people_have_no_correlation_and_a_boundless_interval():
    found = window(6, cohort()[:5], Definition(85.0, 0.0))

    assert found.r is None
    assert (found.r_low, found.r_high) == (-1.0, 1.0)


def test_retention_counts_those_alone_whose_day_has_come():
    people = [
        Case("stayed", 90.0, None, {}, {6: True, 12: True}),
        Case("left", 90.0, None, {}, {6: True, 12: False}),
        Case("fresh", 90.0, None, {}, {6: True, 12: None}),
    ]

    assert (retention(6, people).yes, retention(6, people).n) == (3, 3)
    assert (retention(12, people).yes, retention(12, people).n) == (1, 2)
