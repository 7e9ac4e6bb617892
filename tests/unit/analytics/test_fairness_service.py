"""What fairness work reads and reports; where it opens components; what it keeps to itself."""

import csv
import io
from typing import Any

import pytest

from chalicelib.analytics import fairness_service, fairness_tables, fairness_words
from chalicelib.analytics.fairness import Audited, Period, Report
from chalicelib.analytics.service import sampling
from chalicelib.calibration.fairness.impact import Impact, Verdict
from chalicelib.foundation.values import dump
from tests.unit.analytics.fair_world import World


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    fake = World()
    monkeypatch.setattr(sampling, "records", fake)
    for neighbour in ("records", "interviewing", "appraisal", "calibration"):
        monkeypatch.setattr(fairness_service, neighbour, fake)
    return fake


@pytest.fixture
def report(world: World) -> Report:
    return fairness_service.report(Period(job_family="retail-sales"))


@pytest.fixture
def audited(world: World) -> Audited:
    return fairness_service.audited(Period(job_family="retail-sales"))


def test_every_stated_attribute_and_their_pair_are_reported(report):
    assert [each.attribute for each in report.attributes] == [
        "gender",
        "ethnicity",
        "gender & ethnicity",
    ]
    assert (report.applications, report.people, report.stated) == (400, 400, 360)
    assert (report.cut_score, report.cut) == (60.0, False)


def women(report: Report, key: str) -> Impact:
    drill = report.attributes[0].drill_down
    component = next(c for c in (drill.whole, *drill.components) if c.key == key)
    return next(line for line in component.groups if line.group == "female")


def test_the_disadvantage_is_traced_to_screening(report):
    assert women(report, "whole").verdict is Verdict.BELOW_PROVEN
    assert women(report, "screening").verdict is Verdict.BELOW_PROVEN
    assert women(report, "screening").ratio == pytest.approx(0.5, abs=0.02)
    assert women(report, "decision").verdict is Verdict.WITHIN
    keys = [each.key for each in report.attributes[0].drill_down.components]
    assert keys == ["screening", "interview", "decision", "learning", "teamwork"]


def test_scorecards_are_read_only_where_the_whole_fails(world, monkeypatch):
    monkeypatch.setattr(world, "woman", lambda place: False)
    fairness_service.report(Period())

    assert (world.cards, world.batched) == (0, 0)


def test_scorecards_are_read_in_bulk_and_alone_only_where_the_loop_has_not_heard(world):
    heard = fairness_service.report(Period())
    assert (world.cards, world.batched) == (0, 1)
    world.heard = 380
    late = fairness_service.report(Period())

    assert 0 < world.cards < 20
    assert late == heard


def test_a_period_leaves_out_who_applied_outside_it(world):
    found = fairness_service.report(Period(since="2026-02-01", until="2026-02-28"))

    assert found.applications == 133


def test_another_family_holds_nobody_and_nobody_is_asked_for(world):
    found = fairness_service.report(Period(job_family="software"))

    assert (found.applications, found.attributes, world.asked) == (0, (), [[]])


def test_more_applications_than_one_report_reads_are_told(world, monkeypatch):
    monkeypatch.setattr(fairness_service, "MOST", 250)
    found = fairness_service.report(Period())

    assert (found.applications, found.cut) == (200, True)
    assert world.read == 251


def test_what_does_not_fit_leaves_out_people_by_chance_and_not_by_stage(world, monkeypatch):
    monkeypatch.setattr(fairness_service, "MOST", 250)
    ways, _, _ = fairness_service._ways(Period())

    assert {way.application_id for way in ways} == {f"p{n}-a" for n in range(400) if n % 4 < 2}


def test_a_period_is_looked_for_among_all_and_cut_says_what_was_not_looked_at(world, monkeypatch):
    monkeypatch.setattr(fairness_service, "MOST", 250)
    found = fairness_service.report(Period(since="2026-02-01", until="2026-02-28"))

    assert (found.applications, found.cut) == (67, True)
    monkeypatch.setattr(fairness_service, "MOST", 400)
    found = fairness_service.report(Period(since="2026-02-01", until="2026-02-28"))
    assert (found.applications, found.cut) == (133, False)


def test_a_later_cycle_without_an_outcome_takes_no_earlier_one_away(world, monkeypatch, report):
    later = type(world.cycles("retail-sales")[0])(
        item_id="c2", state="locked", ends_on="2027-12-31"
    )
    earlier, outcomes = world.cycles, world.outcomes
    none = [type(later)(person_id=f"p{place}", score=None) for place in range(400)]
    monkeypatch.setattr(world, "cycles", lambda family: [*earlier(family), later])
    monkeypatch.setattr(world, "outcomes", lambda key: none if key == "c2" else outcomes(key))
    again = fairness_service.report(Period(job_family="retail-sales"))

    assert again.attributes[0].differential == report.attributes[0].differential


def test_prediction_rests_on_the_hired_with_an_outcome(report):
    (line,) = report.attributes[0].differential
    hired = sum(
        "hired" in [step["stage"] for step in World()._application(place).history]
        for place in range(400)
        if place % 20 < 18
    )

    assert line.n + line.n_reference == hired
    assert "SD of outcome" in fairness_words.prediction("gender", line)["en"]


def test_no_report_and_no_audit_holds_a_persons_id(report, audited):
    text = str(dump(report)) + str(dump(audited))

    assert "p12" not in text
    assert "'gender'" in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_summary_gives_n_interval_and_test_with_its_ratio(report, language):
    for each in report.attributes:
        said = fairness_words.summary(each)[language]

        assert "n = " in said
        assert "–" in said
        assert "p = " in said or "p < 0.001" in said


def test_a_p_value_is_never_told_to_be_zero():
    assert fairness_words.chance(1e-9) == "< 0.001"
    assert fairness_words.chance(0.0004) == "< 0.001"
    assert fairness_words.chance(0.0412) == "= 0.041"


def test_the_plot_of_ratios_holds_every_compared_group_with_its_interval(report):
    drawn = fairness_words.ratios("gender", report.attributes[0].drill_down.whole, "en")

    assert "female" in drawn
    assert "0.50 (0.36–0.68), p &lt; 0.001" in drawn
    nothing = report.attributes[0].drill_down.whole
    empty = type(nothing)("whole", False, nothing.groups[1:2], {})
    assert fairness_words.ratios("gender", empty, "en") == ""


def test_who_may_not_see_counts_of_few_gets_none(report):
    rows = list(fairness_tables.report_rows(report, {}, "en", all_cells=False))
    few = [row for row in rows if isinstance(row[3], int) and row[3] < 10]
    many = [row for row in rows if isinstance(row[3], int) and row[3] >= 10]

    assert all(row[4:6] == ("", "") for row in few)
    assert all(isinstance(row[4], int) for row in many)


def test_the_audit_table_opens_in_a_spreadsheet_and_equals_a_count_by_hand(audited):
    from chalicelib.entrypoints.api_fairness import audit_csv

    rows = list(csv.DictReader(io.StringIO(audit_csv(audited, "en").lstrip("\ufeff"))))
    by_hand: dict[tuple[str, str], list[bool]] = {}
    fake = World()
    for place in range(400):
        stages = [step["stage"] for step in fake._application(place).history]
        if "interviewed" in stages and place % 20 < 18:
            sex = "female" if place % 2 else "male"
            race = "a minority nationality" if place % 3 == 0 else "Han"
            for table, group in (
                ("Gender", sex),
                ("Race or ethnicity", race),
                ("Gender, Race or ethnicity", f"{sex}, {race}"),
            ):
                by_hand.setdefault((table, group), []).append("passed" in stages)
    selection = [row for row in rows if row["Bias audit"] == "Selection rate and impact ratio"]

    assert len(selection) == len(by_hand) == 8
    for table in {name for name, _ in by_hand}:
        best = max(sum(g) / len(g) for (name, _), g in by_hand.items() if name == table)
        for row in (row for row in selection if row["Attribute"] == table):
            group = by_hand[table, row["Category"]]
            assert int(row["# of applicants"]) == len(group)
            assert float(row["Selection rate"]) == pytest.approx(sum(group) / len(group), abs=1e-9)
            ratio = sum(group) / len(group) / best
            assert float(row["Impact ratio"]) == pytest.approx(ratio, abs=1e-9)


def test_the_audit_says_where_its_data_are_from_and_whom_it_leaves_out(audited):
    said: dict[str, Any] = fairness_tables.statements(audited)

    assert any("Morning Light Stores" in line for line in said["en"])
    assert any(f"{audited.audit.unknown} of unknown sex" in line for line in said["en"])
    assert any("晨光连锁" in line for line in said["zh"])
