"""The pay appraisal's formula: parts sum to 100, and what was not used dilutes nothing."""

import pytest

from chalicelib.appraisal.formula import FormulaUnsound, Part, check_formula, total
from chalicelib.appraisal.goals import Goal, GoalsUnsound, check_goals, points


def test_an_unused_part_never_dilutes_the_mean():
    formula = check_formula({"goals": 60, "manager": 20, "self": 20})

    found = total(formula, {Part.GOALS: 80.0})

    assert found.points == 80.0
    assert found.measured_weight == 60
    assert [(t.part, t.share) for t in found.terms] == [
        (Part.GOALS, 100.0),
        (Part.MANAGER, None),
        (Part.SELF, None),
    ]


def test_measured_parts_share_the_whole_by_their_declared_weights():
    formula = check_formula({"kpi": 50, "manager": 30, "peers": 20})

    found = total(formula, {Part.KPI: 90.0, Part.MANAGER: 50.0, Part.PEERS: None})

    assert found.points == pytest.approx((50 * 90 + 30 * 50) / 80)
    assert sum(t.share for t in found.terms if t.share) == pytest.approx(100)


def test_a_measured_zero_counts_and_is_no_missing_part():
    found = total(check_formula({"kpi": 50, "self": 50}), {Part.KPI: 80.0, Part.SELF: 0.0})

    assert found.points == 40.0


def test_a_part_declared_at_zero_stays_out_even_when_it_was_measured():
    formula = check_formula({"kpi": 100, "self": 0})

    assert list(formula) == [Part.KPI]
    assert total(formula, {Part.KPI: 70.0, Part.SELF: 0.0}).points == 70.0


def test_nothing_measured_has_no_total():
    found = total(check_formula({"kpi": 100}), {})

    assert (found.points, found.measured_weight) == (None, 0)
    assert found.terms[0].note == "not-measured"


@pytest.mark.parametrize(
    ("weights", "part"),
    [
        ({"kpi": 60, "manager": 30}, ""),
        ({"kpi": 60, "manager": 41}, ""),
        ({}, ""),
        ({"kpi": 120, "manager": -20}, "kpi"),
        ({"kpi": 50.0, "manager": 50}, "kpi"),
        ({"kpi": 90, "research": 10}, "research"),
    ],
)
def test_weights_that_are_no_formula_are_refused_by_name(weights, part):
    with pytest.raises(FormulaUnsound) as caught:
        check_formula(weights)

    assert caught.value.detail["part"] == part


def goal(name: str, baseline: float, target: float, actual: float | None, weight: int) -> Goal:
    return Goal(name, "area", name, "%", baseline, target, weight, actual)


def test_progress_runs_from_baseline_to_target_either_way_and_never_past_it():
    assert goal("up", 0, 10, 4, 1).progress == 0.4
    assert goal("down", 20, 10, 12, 1).progress == 0.8
    assert goal("past", 0, 10, 14, 1).progress == 1.0
    assert goal("back", 0, 10, -3, 1).progress == 0.0
    assert goal("open", 0, 10, None, 1).progress is None


def test_goals_not_measured_yet_do_not_dilute_the_others():
    goals = [goal("a", 0, 10, 5, 30), goal("b", 0, 10, 10, 30), goal("c", 0, 10, None, 40)]

    assert points(goals) == pytest.approx(75.0)
    assert points([goals[2]]) is None


@pytest.mark.parametrize(
    ("goals", "problem"),
    [
        ([], "none"),
        ([goal("a", 0, 1, None, 50), goal("a", 0, 1, None, 50)], "twice"),
        ([goal("a", 1, 1, None, 100)], "no-way"),
        ([goal("a", 0, float("inf"), None, 100)], "number"),
        ([goal("a", 0, 1, None, 0), goal("b", 0, 1, None, 100)], "weight"),
        ([goal("a", 0, 1, None, 60), goal("b", 0, 1, None, 50)], "sum"),
    ],
)
def test_goals_that_cannot_be_measured_or_weighed_are_refused(goals, problem):
    with pytest.raises(GoalsUnsound) as caught:
        check_goals(goals)

    assert caught.value.detail["problem"] == problem
