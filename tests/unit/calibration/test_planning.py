"""Taylor and Russell's tables, by their own integral."""

import math

import pytest

from chalicelib.calibration.planning import Plan, PlanImpossible, expected, needed_validity


def test_thirty_to_forty_five_of_a_hundred_by_hiring_one_of_two_needs_a_validity_of_52():
    assert round(needed_validity(0.30, 0.50, 0.45), 2) == 0.52


def test_with_one_of_five_chosen_a_validity_of_29_is_enough():
    assert round(needed_validity(0.30, 0.20, 0.45), 2) == 0.29


@pytest.mark.parametrize(("validity", "share"), [(0.19, 0.70), (0.49, 0.85)])
def test_the_step_from_70_to_85_of_a_hundred_high_potentials(validity, share):
    assert round(expected(Plan(0.60, 0.20, validity)).satisfactory, 2) == share


@pytest.mark.parametrize("validity", [0.0, 0.19, 0.5, 0.9])
def test_with_half_satisfactory_and_half_hired_the_share_is_the_arcsine(validity):
    # Sheppard 1899: both above the median with probability 1/4 + asin(r) / (2 pi).
    expected_share = 0.5 + math.asin(validity) / math.pi

    found = expected(Plan(0.5, 0.5, validity)).satisfactory
    assert found == pytest.approx(expected_share, abs=1e-12)


def test_without_validity_the_base_rate_stays():
    found = expected(Plan(0.37, 0.25, 0.0))

    assert found.satisfactory == pytest.approx(0.37, abs=1e-12)
    assert found.missed == pytest.approx(0.37, abs=1e-12)
    assert found.mean_gain == 0.0


def test_everyone_satisfactory_is_either_hired_or_missed():
    plan = Plan(0.45, 0.30, 0.42)
    found = expected(plan)

    whole = found.satisfactory * 0.30 + found.missed * 0.70
    assert whole == pytest.approx(0.45, abs=1e-12)


def test_the_mean_gain_is_brogdens():
    # Half hired at r = .5: ordinate .3989 over .5 times .5.
    assert expected(Plan(0.5, 0.5, 0.5)).mean_gain == pytest.approx(0.3989422804, abs=1e-9)


def test_a_needed_validity_leads_back_to_its_goal():
    r = needed_validity(0.30, 0.10, 0.60)

    assert expected(Plan(0.30, 0.10, r)).satisfactory == pytest.approx(0.60, abs=1e-9)


@pytest.mark.parametrize("plan", [(0.0, 0.5, 0.3), (0.5, 1.0, 0.3), (0.5, 0.5, 1.2)])
def test_a_share_outside_its_range_is_refused(plan):
    with pytest.raises(PlanImpossible):
        Plan(*plan)


@pytest.mark.parametrize("wanted", [0.29, 0.61, 1.0])
def test_a_goal_that_no_validity_reaches_is_refused(wanted):
    # Of those hired at one in two, at most .30 / .50 can be satisfactory.
    with pytest.raises(PlanImpossible):
        needed_validity(0.30, 0.50, wanted)
