"""The audit tables against figures that were worked out by hand, and against the rule's words."""

import pytest

from chalicelib.calibration.fairness.audit import Assessed, AuditTable, audit
from chalicelib.calibration.fairness.impact import Verdict

#: sex, race, people, of whom selected, of whom above the median score (scores 90; others 10).
CELLS = (
    ("female", "asian", 40, 10, 20),
    ("female", "white", 60, 24, 36),
    ("male", "asian", 50, 20, 20),
    ("male", "white", 50, 25, 24),
)


def people() -> list[Assessed]:
    rows = []
    for sex, race, n, selected, above in CELLS:
        for place in range(n):
            score = 90.0 if place < above else 10.0
            rows.append(Assessed({"sex": sex, "race": race}, score, place < selected))
    unknown = [({}, 7), ({"sex": "female"}, 3), ({"race": "white"}, 2)]
    rows += [Assessed(groups, 95.0, True) for groups, n in unknown for _ in range(n)]
    return rows


def table(found, measure: str, attribute: str) -> AuditTable:
    return next(t for t in found.tables if (t.measure, t.attribute) == (measure, attribute))


def rows(found, measure: str, attribute: str) -> dict[str, tuple[int, int, float, float | None]]:
    return {
        row.group: (row.share.n, row.share.part, row.share.rate, row.ratio)
        for row in table(found, measure, attribute).rows
    }


def test_selection_by_sex_race_and_both_equals_the_hand_worked_tables():
    found = audit(people(), ("sex", "race"))

    # Women 34 of 100, men 45 of 100; Asian 30 of 90, white 49 of 110.
    assert rows(found, "selection", "sex") == {
        "female": (100, 34, 0.34, pytest.approx(34 / 45, abs=1e-9)),
        "male": (100, 45, 0.45, 1.0),
    }
    assert rows(found, "selection", "race") == {
        "asian": (90, 30, pytest.approx(1 / 3, abs=1e-9), pytest.approx(110 / 147, abs=1e-9)),
        "white": (110, 49, pytest.approx(49 / 110, abs=1e-9), 1.0),
    }
    assert rows(found, "selection", "sex & race") == {
        "female & asian": (40, 10, 0.25, pytest.approx(0.5, abs=1e-9)),
        "female & white": (60, 24, 0.4, pytest.approx(0.8, abs=1e-9)),
        "male & asian": (50, 20, 0.4, pytest.approx(0.8, abs=1e-9)),
        "male & white": (50, 25, 0.5, 1.0),
    }


def test_scoring_rates_equal_the_hand_worked_tables():
    found = audit(people(), ("sex", "race"))

    # 100 of 200 score 90, 100 score 10: the median is 50, and 100 lie above it.
    assert found.median == 50.0
    assert rows(found, "scoring", "sex") == {
        "female": (100, 56, 0.56, 1.0),
        "male": (100, 44, 0.44, pytest.approx(44 / 56, abs=1e-9)),
    }
    assert rows(found, "scoring", "sex & race") == {
        "female & asian": (40, 20, 0.5, pytest.approx(5 / 6, abs=1e-9)),
        "female & white": (60, 36, 0.6, 1.0),
        "male & asian": (50, 20, 0.4, pytest.approx(2 / 3, abs=1e-9)),
        "male & white": (50, 24, 0.48, pytest.approx(0.8, abs=1e-9)),
    }


def test_people_of_unknown_category_are_counted_and_in_no_table():
    found = audit(people(), ("sex", "race"))

    assert (found.assessed, found.unknown) == (212, 12)
    assert found.unknown_of == {"sex": 9, "race": 10}
    for each in found.tables:
        assert sum(row.share.n for row in each.rows) == 200


def test_the_interval_and_the_test_stand_beside_every_ratio_that_is_not_the_reference():
    found = audit(people(), ("sex", "race"))
    line = next(r for r in table(found, "selection", "sex").rows if r.group == "female")

    assert line.reference == "male"
    assert line.low is not None
    assert line.high is not None
    assert line.ratio is not None
    assert line.low < line.ratio < line.high
    assert line.p_value is not None
    assert 0.1 < line.p_value < 0.2


def test_a_category_below_two_percent_keeps_its_rate_and_gets_no_ratio():
    few = [Assessed({"sex": "other"}, 90.0, True)] * 3
    many = [Assessed({"sex": "male"}, 50.0, i % 2 == 0) for i in range(200)]
    found = audit([*few, *many], ("sex",))
    other = next(r for r in table(found, "selection", "sex").rows if r.group == "other")

    assert (other.share.n, other.share.rate, other.ratio) == (3, 1.0, None)
    assert other.verdict is Verdict.LEFT_OUT
    assert found.left_out == (("sex", "other"),)


def test_only_who_was_decided_on_counts_for_selection_and_only_the_scored_for_scoring():
    waiting = [Assessed({"sex": "male"}, None, None), Assessed({"sex": "male"}, 60.0, None)]
    found = audit([*people(), *waiting], ("sex",))

    assert sum(r.share.n for r in table(found, "selection", "sex").rows) == 203
    assert sum(r.share.n for r in table(found, "scoring", "sex").rows) == 204


def test_without_statements_there_are_no_tables_and_no_median():
    found = audit([Assessed({}, 50.0, True)], ("sex", "race"))

    assert (found.tables, found.median, found.unknown) == ((), None, 1)
