"""Advice stands on its evidence, and is silent without."""

from dataclasses import replace

from chalicelib.analytics.advice import Advice, advise
from chalicelib.analytics.rows import Datasets, Journeys, OutcomeRow
from chalicelib.records.stages import Stage
from tests.unit.analytics import cases


def given(**rows: object) -> dict[str, Advice]:
    kept = {k: tuple(v) if isinstance(v, list) else v for k, v in rows.items()}
    return {each.key: each for each in advise(Datasets(**kept))}  # type: ignore[arg-type]


def predicted(n: int, slope: float, noise: float) -> list[OutcomeRow]:
    return [replace(row, cut_score=100) for row in cases.employees(n, slope=slope, noise=noise)]


def test_no_rows_give_no_advice():
    assert given() == {}


def test_a_proven_weak_dimension_asks_for_more_questions_and_names_its_evidence():
    found = given(dimensions=cases.two_dimensions(40))["weak-dimension"]

    assert "Stress tolerance" in found.text["en"]
    assert "mean 65.0, 10.0 points below" in found.evidence["en"]
    assert "n = 40" in found.evidence["en"]
    assert "抗压能力" in found.text["zh"]
    assert found.chart == "dimension-means"


def test_a_weak_dimension_of_few_interviews_gives_no_advice():
    assert given(dimensions=cases.two_dimensions(29)) == {}


def test_a_requisition_that_few_pass_asks_for_wider_sourcing():
    rows = [*cases.decided("REQ-A", 60, 200), *cases.decided("REQ-B", 3, 60)]

    found = given(decided=rows)["hard-requisition"]

    assert "Widen the sourcing of REQ-B" in found.text["en"]
    assert "Pass rate 5% (interval 1.7%–13.7%, n = 60) against 30%" in found.evidence["en"]


def test_twenty_five_against_fifteen_percent_of_forty_each_is_no_ground_for_advice():
    rows = [*cases.decided("REQ-A", 10, 40), *cases.decided("REQ-B", 6, 40)]

    assert given(decided=rows) == {}


def test_invited_people_who_do_not_come_are_noticed_and_those_still_expected_are_not():
    gone = [Journeys(Stage.INVITED, 60, 60)]
    came = [Journeys(Stage.INTERVIEWED, 20, 0)]
    waiting = [Journeys(Stage.INVITED, 60, 0)]

    assert "Of 80 invited" in given(journeys=[*gone, *came])["few-come"].evidence["en"]
    assert given(journeys=[*waiting, *came]) == {}


def test_a_correlation_that_may_be_nothing_is_told_so():
    found = given(outcomes=predicted(60, 0.0, 1.0))

    assert list(found) == ["no-prediction"]
    assert "n = 60" in found["no-prediction"].evidence["en"]


def test_a_correlation_too_good_to_believe_raises_the_question_of_a_leak():
    assert list(given(outcomes=predicted(60, 0.1, 0.2))) == ["too-good"]


def test_a_believable_correlation_needs_no_advice():
    assert given(outcomes=predicted(90, 0.035, 1.2)) == {}


def test_people_who_were_missed_are_named():
    planted = [OutcomeRow(f"q{i}", f"M{i}", 90.0, 80, -1.0 - i / 10, False) for i in range(3)]

    found = given(outcomes=[*predicted(60, 0.035, 1.2), *planted])["missed-people"]

    assert "M2, M1, M0" in found.evidence["en"]


def test_a_proven_unequal_group_is_a_caution_and_a_doubtful_one_is_silent():
    proven = [*cases.grouped("men", 48, 80), *cases.grouped("women", 12, 40)]
    doubtful = [*cases.grouped("men", 10, 20), *cases.grouped("women", 5, 20)]

    found = given(groups=proven)["unequal-groups"]

    assert "Impact ratio 0.50 (interval 0.29–0.79, n = 40" in found.evidence["en"]
    assert found.tone == "caution"
    assert given(groups=doubtful) == {}
