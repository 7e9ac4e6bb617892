"""A person's pay appraisal: each part as it was measured, and the sum as it is written."""

import pytest

from chalicelib.appraisal.cycle import Entry
from chalicelib.appraisal.formula import Part, check_formula
from chalicelib.appraisal.goals import Goal
from chalicelib.appraisal.kpis import (
    KPIS,
    Better,
    Kpi,
    KpisUnsound,
    Reading,
    check_kpis,
    starting_kpis,
)
from chalicelib.appraisal.outcome import Material, Post, of_material
from chalicelib.appraisal.result import Said, below, kpi_points, sheets

LISTED = {"E1": "ann", "E2": "bo", "E3": "chen"}
KPI_ONLY = {Part.KPI: 100}


def material(*readings: Reading, **entries: Entry) -> Material:
    return Material(starting_kpis("software-python"), LISTED, entries, readings)


def test_a_lower_bug_rate_makes_a_higher_part():
    found = sheets(
        material(
            *(
                Reading(who, "bug_rate", v)
                for who, v in zip(LISTED.values(), (1, 2, 9), strict=True)
            )
        ),
        KPI_ONLY,
        Said(),
    )

    assert found["ann"].total.points > found["bo"].total.points > found["chen"].total.points


def test_points_are_the_share_of_a_normal_spread_below():
    assert below(0) == 0.5
    assert below(1.959963984540054) == pytest.approx(0.975)
    found = sheets(
        material(Reading("ann", "bug_rate", 1.0), Reading("bo", "bug_rate", 3.0)), KPI_ONLY, Said()
    )

    assert found["ann"].total.points + found["bo"].total.points == pytest.approx(100)


def test_a_kpi_that_was_not_measured_is_left_out_of_the_part_and_is_not_zero():
    readings = [Reading(who, "delivery_time", v) for who, v in (("ann", 5), ("bo", 9), ("chen", 7))]
    readings += [Reading("ann", "bug_rate", 1.0), Reading("bo", "bug_rate", 2.0)]

    chen = sheets(material(*readings), KPI_ONLY, Said())["chen"]

    line = next(each for each in chen.kpis if each.key == "bug_rate")
    assert (line.value, line.z, line.points) == (None, None, None)
    assert chen.total.points == pytest.approx(50.0)


def test_kpis_weigh_as_the_company_says():
    kpis = (
        Kpi("a", {}, "x", Better.HIGHER, 0, 10, 75),
        Kpi("b", {}, "x", Better.HIGHER, 0, 10, 25),
    )
    readings = [Reading("ann", "a", 9), Reading("bo", "a", 1), Reading("ann", "b", 1),
                Reading("bo", "b", 9)]  # fmt: skip

    ann = sheets(Material(kpis, LISTED, {}, readings), KPI_ONLY, Said())["ann"]

    high, low = (line.points for line in ann.kpis)
    assert ann.total.points == pytest.approx((75 * high + 25 * low) / 100)
    assert kpi_points(ann.kpis[:1]) == high


def test_the_whole_sum_is_the_weighted_mean_of_the_measured_parts():
    formula = check_formula({"kpi": 50, "goals": 20, "manager": 20, "peers": 10})
    goals = {"ann": [Goal("g", "a", "t", "%", 0, 10, 100, 5.0)]}

    ann = sheets(material(ann=Entry(4)), formula, Said(goals))["ann"]

    assert ann.total.points == pytest.approx((20 * 50 + 20 * 75) / 40)
    assert ann.total.measured_weight == 40


def test_a_contaminated_rating_counts_for_pay_and_not_for_calibration():
    cycle = material(ann=Entry(5, contaminated=True), bo=Entry(2), chen=Entry(3))

    paper = sheets(cycle, {Part.MANAGER: 100}, Said())["ann"]
    outcome = of_material(cycle)[0]

    assert paper.total.points == 100.0
    assert outcome.score is None


def test_the_research_rating_moves_no_sheet():
    plain = material(ann=Entry(4), bo=Entry(2))
    rated = material(ann=Entry(4, research=(1.0, 1.0)), bo=Entry(2, research=(5.0,)))
    formula = {Part.KPI: 50, Part.MANAGER: 50}

    assert sheets(plain, formula, Said()) == sheets(rated, formula, Said())
    assert [o.research for o in of_material(rated)] == [1.0, 5.0, None]
    assert [o.score for o in of_material(rated)] == [o.score for o in of_material(plain)]


def test_the_excused_have_parts_and_no_total():
    found = sheets(material(ann=Entry(excuse="parental leave")), KPI_ONLY, Said())["ann"]

    assert (found.excused, found.total.points, found.total.terms) == ("parental leave", None, ())


def test_an_outcome_says_where_how_long_and_whether_somebody_stayed():
    posts = {
        "ann": Post("S1", "2025-06-01"),
        "bo": Post("S1", "2026-01-01", "2026-03-31", "resigned"),
        "chen": Post("S2", "2026-01-01"),
    }
    cycle = Material(starting_kpis("marketing"), LISTED, {}, [], posts, "2026-06-30")

    found = {each.person_id: each for each in of_material(cycle)}

    assert [(o.store_id, o.months, o.window) for o in found.values()] == [
        ("S1", 13, 12),
        ("S1", 3, 0),
        ("S2", 6, 6),
    ]
    assert (found["bo"].left_on, found["bo"].leaving) == ("2026-03-31", "resigned")
    assert [o.retained[12] for o in found.values()] == [True, False, None]


def test_a_leaver_who_was_measured_keeps_the_score():
    posts = {"bo": Post("S1", "2025-01-01", "2026-05-01", "resigned")}
    readings = [Reading(who, "campaign_return", v) for who, v in (("ann", 1), ("bo", 3))]

    cycle = Material(starting_kpis("marketing"), LISTED, {}, readings, posts, "2026-06-30")

    assert of_material(cycle)[1].score > 0


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"weight": 99}, "sum"),
        ({"weight": -1}, "weight"),
        ({"low": 10.0}, "range"),
        ({"high": float("nan")}, "range"),
    ],
)
def test_a_set_of_kpis_that_cannot_be_is_refused(change, problem):
    plain = {"key": "a", "name": {}, "unit": "x", "better": Better.HIGHER, "low": 0.0,
             "high": 10.0, "weight": 100}  # fmt: skip
    with pytest.raises(KpisUnsound) as caught:
        check_kpis([Kpi(**plain | change)])

    assert caught.value.detail["problem"] == problem


def test_a_kpi_stands_once_in_a_set_and_a_set_is_not_empty():
    kpi = Kpi("a", {}, "x", Better.HIGHER, 0, 10, 50)
    for kpis, problem in (((kpi, kpi), "twice"), ((), "none")):
        with pytest.raises(KpisUnsound) as caught:
            check_kpis(kpis)
        assert caught.value.detail["problem"] == problem


@pytest.mark.parametrize("family", ["retail-sales", "software-python", "marketing", "unheard-of"])
def test_the_products_own_sets_are_sound(family):
    assert check_kpis(starting_kpis(family))
    assert all(kpi.key in KPIS for kpi in starting_kpis(family))
