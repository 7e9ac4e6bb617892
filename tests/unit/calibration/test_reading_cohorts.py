"""What the loop takes of a locked appraisal, and of whom it asks how they fare."""

import pytest

from chalicelib.appraisal.outcome import Outcome
from chalicelib.calibration import shadow
from chalicelib.calibration.fairness import Considered, gate
from chalicelib.calibration.service import groups, reading, running
from chalicelib.calibration.tables import RatedInterview

WEIGHTS = {"a": 50.0, "b": 50.0}


def outcome(person="ann", score=0.4, **more) -> Outcome:
    fields = {"rating": 4, "excused": "", "contaminated": False, "indicators": {"sales_growth": 1}}
    return Outcome(person, "E1", score=score, expected_indicators=2, **(fields | more))


@pytest.fixture
def appraised(monkeypatch):
    def put(*cycles):
        monkeypatch.setattr(reading, "locked_cycles", lambda _: range(len(cycles)))
        monkeypatch.setattr(reading.appraisal, "outcomes", lambda number: cycles[number])
        return reading._worked("retail-sales")

    return put


def test_a_leaver_without_a_score_is_told_as_one(appraised):
    gone = outcome(score=None, left_on="2026-03-01", months=5, retained={6: False, 12: False})

    (found,) = appraised([gone])

    assert (found.left, found.months, found.score) == (True, 5.0, None)


def test_who_left_after_a_good_year_keeps_its_outcome(appraised):
    (found,) = appraised([outcome(score=0.9)], [outcome(score=None, left_on="2026-03-01")])

    assert (found.score, found.left) == (0.9, True)


def test_unknown_months_are_none_and_never_nought(appraised):
    assert appraised([outcome()])[0].months is None


def test_a_rating_taken_out_of_the_score_raises_no_alarm_and_one_that_counts_does(appraised):
    out = outcome("ann", contaminated=True)
    counted = outcome("bo", contaminated=True, indicators={"rating": 0.7})

    assert [each.contaminated for each in appraised([out, counted])] == [False, True]


def rated(person: str, at: str, a: float) -> RatedInterview:
    row = RatedInterview(person, f"rated-interview#{at}")
    row.session_id, row.completed_at, row.cut_score = at, at, 60
    row.ratings = {"a": a, "b": 3.0}
    return row


def test_of_several_interviews_of_a_person_the_latest_is_asked(monkeypatch):
    asked = []
    monkeypatch.setattr(groups.records, "stated_groups", lambda people: {})
    monkeypatch.setattr(groups, "gate", lambda people, *_: asked.extend(people))

    groups.effect([rated("ann", "1", 1.0), rated("ann", "2", 5.0)], (WEIGHTS, WEIGHTS), 60.0)

    assert [each.ratings["a"] for each in asked] == [5.0]


def people(*attributes: str) -> list[Considered]:
    return [
        Considered(
            f"p{n}",
            {"a": 2.0 + n % 3, "b": 4.0},
            {"gender": ("female", "male")[n % 2]}
            | (dict.fromkeys(attributes, "yes") if n < 9 else {}),
        )
        for n in range(120)
    ]


def test_a_gate_names_groups_in_the_readers_words():
    said = groups.verdict(gate(people(), WEIGHTS, WEIGHTS, 50.0)).message

    assert "female" not in said["zh"]
    assert "女" in said["zh"] or "男" in said["zh"]
    assert "ale" in said["en"]


def test_an_attribute_that_too_few_stated_leaves_the_gate_open_and_is_named():
    found = gate(people("disability"), WEIGHTS, WEIGHTS, 50.0)
    gate_row = groups.verdict(found)

    assert (gate_row.verdict.value, gate_row.n) == ("not-measured", 9)
    assert "残障" in gate_row.message["zh"]
    assert "Disability" in gate_row.message["en"]


def test_the_run_compares_both_models_on_the_words_alone():
    row = rated("ann", "1", 3.0)
    row.composite, row.champion, row.challenger = 72.0, 60.0, 61.0

    assert running.compared([row]).difference == 1.0
    row.champion = None
    assert running.compared([row]).difference == -11.0
    assert shadow.recomposed(row.ratings, WEIGHTS) == 50.0
