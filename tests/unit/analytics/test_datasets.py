"""Joins: who counts in which rows, and who does not."""

import random

from chalicelib.analytics.datasets import build, family_cut, profile
from chalicelib.analytics.rows import (
    DecidedRow,
    Filters,
    GroupRow,
    Job,
    OutcomeRow,
    Rated,
    ScoreRow,
    Seen,
    Sources,
    Worked,
)
from chalicelib.records.stages import Stage
from tests.unit.analytics.cases import NAMES

S = Stage
JOBS = (
    Job("REQ-1", {"zh": "店员", "en": "Sales associate"}, "retail-sales", 75),
    Job("REQ-2", {"zh": "开发", "en": "Developer"}, "software-python", 80),
)
ON_THE_WAY = (S.APPLIED, S.SCREENED, S.INVITED, S.INTERVIEWED)


def seen(person: str, *stages: Stage, composite: float | None = None, job: str = "REQ-1") -> Seen:
    family = {"REQ-1": "retail-sales", "REQ-2": "software-python"}.get(job, "other")
    return Seen(f"{person}-a", person, job, family, stages, composite, "east", "direct")


def rated(row: Seen, **scores: float | None) -> Rated:
    return Rated(row.person_id, row.application_id, row.job_family, row.composite, scores)


def test_a_score_stands_beside_the_cut_score_of_its_own_requisition():
    rows = (
        seen("p1", *ON_THE_WAY, composite=76.0),
        seen("p2", *ON_THE_WAY, composite=76.0, job="REQ-2"),
        seen("p3", *ON_THE_WAY, composite=76.0, job="REQ-9"),
        seen("p4", S.APPLIED),
    )

    assert (
        ScoreRow("p1-a", 76.0, 75),
        ScoreRow("p2-a", 76.0, 80),
        ScoreRow("p3-a", 76.0, 80),
    ) == build(Sources(JOBS, rows)).scores


def test_only_interviews_that_a_person_decided_have_a_pass_rate():
    rows = (
        seen("passed", *ON_THE_WAY, S.PASSED),
        seen("hired", *ON_THE_WAY, S.PASSED, S.HIRED),
        seen("refused", *ON_THE_WAY, S.REJECTED),
        seen("refused-later", *ON_THE_WAY, S.PASSED, S.REJECTED),
        seen("unread", S.APPLIED, S.SCREENED, S.REJECTED),
        seen("waiting", *ON_THE_WAY),
        seen("gone", *ON_THE_WAY, S.WITHDRAWN),
    )

    found = {row.application_id: row.passed for row in build(Sources(JOBS, rows)).decided}

    assert found == {"passed-a": True, "hired-a": True, "refused-a": False, "refused-later-a": True}


def test_a_requisition_that_is_not_known_is_named_by_its_number():
    rows = (seen("p1", *ON_THE_WAY, S.PASSED, job="REQ-9"),)

    assert (DecidedRow("p1-a", "REQ-9", {"zh": "REQ-9", "en": "REQ-9"}, True),) == build(
        Sources(JOBS, rows)
    ).decided


def test_outcomes_join_the_interview_that_led_to_the_hire():
    first = Seen("p1-a", "p1", "REQ-1", "retail-sales", (*ON_THE_WAY, S.REJECTED), 60.0)
    second = Seen("p1-b", "p1", "REQ-1", "retail-sales", (*ON_THE_WAY, S.PASSED, S.HIRED), 90.0)
    worked = (Worked("p1", "retail-sales", -1.0, "E1"), Worked("nobody", "retail-sales", 1.0, "E2"))

    found = build(Sources(JOBS, (second, first), (rated(second), rated(first)), worked)).outcomes

    assert (OutcomeRow("p1", "E1", 90.0, 75, -1.0, False),) == found
    assert found[0].missed


def test_imported_history_takes_part_in_outcomes_alone_and_is_marked():
    past = Rated("old", "", "retail-sales", 85.0, {"learning": 20.0}, imported=True)
    worked = (Worked("old", "retail-sales", 0.4, "E7"),)

    found = build(Sources(JOBS, (), (past,), worked, NAMES))

    assert (OutcomeRow("old", "E7", 85.0, 75, 0.4, True),) == found.outcomes
    assert found.dimensions == ()
    assert found.scores == ()


def test_imported_history_is_left_out_where_one_requisition_or_region_is_asked_for():
    past = Rated("old", "", "retail-sales", 85.0, {}, imported=True)
    sources = Sources(JOBS, (), (past,), (Worked("old", "retail-sales", 0.4),))

    kept = [
        len(build(sources, filters).outcomes)
        for filters in (
            Filters(),
            Filters(job_family="retail-sales"),
            Filters(job_family="software-python"),
            Filters(requisition_id="REQ-1"),
            Filters(region="east"),
        )
    ]

    assert kept == [1, 1, 0, 0, 0]


def test_an_interview_without_a_composite_is_not_a_low_one():
    row = seen("p1", *ON_THE_WAY, S.PASSED, S.HIRED)

    found = build(Sources(JOBS, (row,), (rated(row),), (Worked("p1", "retail-sales", 1.0),)))

    assert found.outcomes == ()
    assert found.scores == ()


def test_dimensions_that_were_not_measured_give_no_row():
    row = seen("p1", *ON_THE_WAY)

    found = build(Sources(JOBS, (row,), (rated(row, learning=None, teamwork=50.0),), (), NAMES))

    assert [(each.dimension, each.score, each.name["en"]) for each in found.dimensions] == [
        ("teamwork", 50.0, "Teamwork")
    ]


def test_filters_choose_applications_and_with_them_their_interviews():
    one = seen("p1", *ON_THE_WAY, composite=80.0)
    two = seen("p2", *ON_THE_WAY, composite=90.0, job="REQ-2")
    sources = Sources(JOBS, (one, two), (rated(one, teamwork=50.0), rated(two, teamwork=60.0)))

    found = build(sources, Filters(requisition_id="REQ-2"))

    assert [each.composite for each in found.scores] == [90.0]
    assert [each.score for each in found.dimensions] == [60.0]
    assert len(found.journeys) == 1


def test_a_journey_tells_the_furthest_stage_and_how_it_ended():
    rows = (seen("p1", *ON_THE_WAY, S.WITHDRAWN), seen("p2", S.APPLIED), seen("p3"))

    found = build(Sources(JOBS, rows)).journeys

    assert [(each.furthest, each.ended) for each in found] == [
        (S.INTERVIEWED, S.WITHDRAWN),
        (S.APPLIED, None),
        (S.APPLIED, None),
    ]


def test_who_stated_no_group_is_unknown():
    rows = (
        seen("p1", *ON_THE_WAY, S.PASSED, composite=70.0),
        seen("p2", *ON_THE_WAY, S.REJECTED),
        seen("p3", *ON_THE_WAY, S.REJECTED),
    )

    found = build(Sources(JOBS, rows, groups={"p1": "female", "p3": ""})).groups

    assert (
        GroupRow("p1-a", "female", True, 70.0),
        GroupRow("p2-a", "unknown", False, None),
        GroupRow("p3-a", "unknown", False, None),
    ) == found


def test_the_order_of_the_sources_does_not_matter():
    rows = [seen(f"p{i}", *ON_THE_WAY, S.PASSED, S.HIRED, composite=60.0 + i) for i in range(20)]
    cards = [rated(row, teamwork=50.0) for row in rows]
    worked = [Worked(row.person_id, row.job_family, 0.1) for row in rows]
    shuffled = [random.Random(3).sample(each, 20) for each in (rows, cards, worked)]

    one = build(Sources(JOBS, tuple(rows), tuple(cards), tuple(worked)))
    two = build(Sources(JOBS, *(tuple(each) for each in shuffled)))  # type: ignore[arg-type]

    assert one == two


def test_the_cut_score_of_a_family_is_the_one_most_used():
    jobs = [Job(f"R{i}", {}, "f", cut) for i, cut in enumerate((70, 75, 75, 90))]

    assert family_cut({job.requisition_id: job for job in jobs}, "f") == 75
    assert family_cut({}, "f") == 80


def test_a_profile_is_compared_only_with_ten_others_or_more():
    others = [Rated(f"p{i}", "", "f", None, {"learning": 40.0 + i}) for i in range(10)]

    alone = profile({"learning": 90.0, "teamwork": None}, NAMES, others[:9])
    among = profile({"learning": 90.0, "teamwork": None}, NAMES, others)

    assert [row.reference for row in alone] == [None, None]
    assert [row.reference for row in among] == [44.5, None]
    assert [row.score for row in among] == [90.0, None]
