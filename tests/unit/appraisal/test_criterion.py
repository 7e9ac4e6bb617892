"""Readings of work on one scale: direction, missing values, what makes a criterion."""

import pytest

from chalicelib.appraisal.criterion import columns, criteria
from chalicelib.appraisal.kpis import FAMILIES, KPIS, RATING, Reading, family_kpis


def standardised(found: list[Reading]) -> dict[str, dict[str, float]]:
    return columns(tuple(KPIS.values()), found, {})


def readings(kpi: str, **values: float) -> list[Reading]:
    return [Reading(person, kpi, value) for person, value in values.items()]


def test_a_lower_bug_rate_scores_higher():
    scaled = standardised(readings("bug_rate", careful=1.0, middling=2.0, careless=3.0))

    assert scaled["bug_rate"] == {"careful": 1.0, "middling": 0.0, "careless": -1.0}


def test_higher_sales_growth_scores_higher():
    scaled = standardised(readings("sales_growth", slow=5.0, fast=15.0))

    assert scaled["sales_growth"]["fast"] > 0 > scaled["sales_growth"]["slow"]


def test_an_indicator_that_was_not_measured_is_absent_and_never_zero():
    measured = [
        *readings("delivery_time", ann=10.0, bo=20.0, chen=30.0),
        *readings("bug_rate", ann=1.0, bo=2.0),
    ]

    found = {
        each.person_id: each
        for each in criteria("software-python", "ann bo chen".split(), measured, {})
    }

    assert list(found["chen"].indicators) == ["delivery_time"]
    assert pytest.approx(-1.0) == found["chen"].score


def test_less_than_half_measured_gives_no_score():
    measured = [
        *readings("sales_growth", ann=1.0, bo=2.0, chen=3.0),
        *readings("customer_satisfaction", ann=80.0, bo=90.0),
        *readings("revenue_per_shift", ann=900.0, bo=1000.0),
    ]

    found = criteria("retail-sales", ["ann", "chen", "dan"], measured, {})

    assert [each.score is not None for each in found] == [True, False, False]


def test_a_kpi_that_nobody_differs_on_tells_nobody_apart():
    assert standardised(readings("customer_satisfaction", ann=80.0, bo=80.0)) == {}


def test_a_single_reading_is_not_standardised():
    assert standardised(readings("customer_satisfaction", ann=80.0)) == {}


def test_the_managers_rating_counts_once_beside_each_kpi():
    measured = readings("lead_conversion", ann=1.0, bo=3.0)

    ann, bo = criteria("marketing", ["ann", "bo"], measured, {"ann": 5, "bo": 1})

    assert {RATING, "lead_conversion"} == set(ann.indicators)
    assert pytest.approx(0.0) == ann.score
    assert pytest.approx(0.0) == bo.score


def test_kpis_of_other_families_do_not_count():
    measured = readings("bug_rate", ann=1.0, bo=9.0)

    assert [e.score for e in criteria("retail-sales", ["ann", "bo"], measured, {})] == [None, None]


def test_every_kpi_has_both_names_a_unit_and_a_plausible_range():
    assert all(kpi.name["zh"] and kpi.name["en"] and kpi.unit for kpi in KPIS.values())
    assert all(kpi.low < kpi.high for kpi in KPIS.values())


def test_every_family_is_made_of_known_kpis_and_retention_stays_apart():
    assert all(key in KPIS for keys in FAMILIES.values() for key in keys)
    assert "retention" not in family_kpis("a family nobody listed")
