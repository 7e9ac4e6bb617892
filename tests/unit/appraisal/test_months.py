"""Readings by month: taken as such, averaged, told apart from whole-cycle ones."""

import pytest

from chalicelib.appraisal.imports import Expected, months_of, of_person, read_kpis, take_kpis
from chalicelib.appraisal.kpis import KPIS

HEADER = "employee_number,kpi,value,unit,month\n"
MONTHS = months_of("2026-01-15", "2026-03-02")
EXPECTED = Expected({"E1"}, KPIS, MONTHS)


def codes(text: str) -> list[tuple[int, str, str]]:
    report = read_kpis((HEADER + text).encode(), EXPECTED)
    return [(each.row, each.column, each.code) for each in report.problems]


def test_a_period_touches_its_first_and_last_month():
    assert MONTHS == ("2026-01", "2026-02", "2026-03")
    assert months_of("2025-12-31", "2026-01-01") == ("2025-12", "2026-01")


def test_months_come_in_the_forms_that_people_write():
    text = "".join(
        f"E1,bug_rate,{n},per-KLOC,{month}\n"
        for n, month in enumerate(("2026-01", "2026/2", "2026.03.15"), start=1)
    )

    report = read_kpis((HEADER + text).encode(), EXPECTED)

    assert [row.month for row in report.accepted] == ["2026-01", "2026-02", "2026-03"]
    values, months = of_person(report.accepted)
    assert values == {"bug_rate": 2.0}
    assert months == {"bug_rate": {"2026-01": 1.0, "2026-02": 2.0, "2026-03": 3.0}}


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (["2025-12"], [(2, "month", "month-outside")]),
        (["March"], [(2, "month", "not-a-month")]),
        (["2026-13"], [(2, "month", "not-a-month")]),
        (["2026-01", "2026-1"], [(3, "employee_number", "duplicate-row")]),
        (["", "2026-01"], [(3, "employee_number", "duplicate-row")]),
        (["2026-01", ""], [(3, "employee_number", "duplicate-row")]),
    ],
)
def test_a_month_that_cannot_stand_is_named_with_its_row(rows, wanted):
    assert codes("".join(f"E1,bug_rate,2,per-KLOC,{month}\n" for month in rows)) == wanted


def test_another_systems_rows_are_judged_alike():
    row = {"employee_number": "E1", "kpi": "bug_rate", "value": 0.1 + 0.2, "unit": "per-KLOC"}

    report = take_kpis([row | {"month": "2026-01"}], EXPECTED)

    assert [(r.value, r.month) for r in report.accepted] == [(0.3, "2026-01")]
    assert take_kpis([row | {"value": 1e300}], EXPECTED).problems[0].code == "not-a-number"
