"""Applications as rows for fairness, and the chart that never shows a ratio alone."""

import pytest

from chalicelib.analytics.fairness import Way, assessed, attributes, passage, report_on
from chalicelib.analytics.registry import render
from chalicelib.analytics.rows import UNKNOWN
from chalicelib.calibration.fairness.components import DECISION, INTERVIEW, SCREENING, WHOLE
from chalicelib.records.stages import Stage
from tests.unit.analytics import cases

GROUPS = {"p": {"gender": "female"}}
A, S, N, V = Stage.APPLIED, Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWED


def way(*stages: Stage, composite: float | None = None, day: str = "2026-03-02") -> Way:
    return Way("p-a", "p", dict.fromkeys(stages, day), composite)


def steps(each: Way) -> tuple[bool | None, ...]:
    found = passage(each, GROUPS, 80.0).steps
    return tuple(found[key] for key in (SCREENING, INTERVIEW, DECISION, WHOLE))


@pytest.mark.parametrize(
    ("application", "expected"),
    [
        (way(A), (None, None, None, None)),
        (way(A, S, Stage.REJECTED), (False, None, None, False)),
        (way(A, S, N), (True, None, None, None)),
        (way(A, S, N, Stage.WITHDRAWN), (True, None, None, None)),
        (way(A, S, N, V, composite=81.0), (True, True, None, None)),
        (way(A, S, N, V, Stage.PASSED, composite=79.0), (True, False, True, True)),
        (way(A, S, N, V, Stage.REJECTED, composite=81.0), (True, True, False, False)),
        (way(A, S, N, V, Stage.PASSED, Stage.REJECTED, composite=90.0), (True, True, True, True)),
    ],
)
def test_an_application_counts_for_the_components_that_it_reached(application, expected):
    assert steps(application) == expected


def test_the_audit_takes_everybody_interviewed_and_nobody_else():
    ways = [way(A, S), way(A, S, N, V, composite=70.0), way(A, S, N, V, Stage.PASSED)]
    found = [(each.score, each.selected) for each in assessed(ways, GROUPS)]

    assert found == [(70.0, None), (None, True)]


def test_a_period_holds_its_first_and_its_last_day():
    application = way(A, S)

    assert application.within("2026-03-02", "2026-03-02")
    assert not application.within("2026-03-03", "")
    assert not application.within("", "2026-03-01")
    assert application.within("", "")


def test_attributes_come_in_the_order_of_the_form_and_then_in_pairs():
    stated = {"a": {"ethnicity": "asian"}, "b": {"gender": "male"}}

    assert attributes(stated) == ("gender", "ethnicity", "gender & ethnicity")
    assert attributes({}) == ()


def test_a_report_on_an_attribute_joins_outcomes_with_what_people_stated():
    groups = {f"p{i}": {"gender": "female" if i % 2 else "male"} for i in range(80)}
    worked = [(f"p{i}", 50.0 + i % 40, (i % 7) / 3) for i in range(90)]
    found = report_on("gender", [], worked, groups, 80.0)

    assert [(line.group, line.n, line.n_reference) for line in found.differential] == [
        ("male", 40, 40)
    ]
    assert found.differential[0].slopes is not None


def test_the_chart_never_shows_a_ratio_without_n_and_interval():
    rows = [
        *cases.grouped("male", 48, 80),
        *cases.grouped("female", 12, 40),
        *cases.grouped(UNKNOWN, 4, 20),
    ]
    chart = render("selection-rates", rows, "en")

    assert chart.n == 120
    assert (
        "140 decided interviews, 20 of them by people who stated no group." in chart.summary["en"]
    )
    assert "is 0.50 of that of male (interval 0.29–0.79, n = 40, p = 0.003)" in chart.summary["en"]
    assert chart.shown()[0][:7] == ("female", 12, 40, "30%", 0.5, 0.2933, 0.7939)


def test_few_who_stated_a_group_keep_the_chart_silent():
    rows = [*cases.grouped("male", 3, 5), *cases.grouped(UNKNOWN, 40, 80)]

    assert render("selection-rates", rows, "en").silent
