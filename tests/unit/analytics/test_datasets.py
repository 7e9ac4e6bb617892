"""Joins: who counts in which rows, and who does not."""

import random

from chalicelib.analytics.datasets import decided, family_cut, groups, outcomes, profile
from chalicelib.analytics.rows import GroupRow, OutcomeRow
from chalicelib.analytics.told import Job, Rated, Seen, Worked
from chalicelib.records.stages import Stage
from tests.unit.analytics.cases import NAMES

S = Stage
JOBS = {
    "REQ-1": Job("REQ-1", {"zh": "店员", "en": "Sales associate"}, "retail-sales", 75),
    "REQ-2": Job("REQ-2", {"zh": "开发", "en": "Developer"}, "software-python", 80),
}
ON_THE_WAY = (S.APPLIED, S.SCREENED, S.INVITED, S.INTERVIEWED)


def seen(person: str, *stages: Stage, composite: float | None = None, job: str = "REQ-1") -> Seen:
    family = {"REQ-1": "retail-sales", "REQ-2": "software-python"}.get(job, "other")
    return Seen(f"{person}-a", person, job, family, stages, composite, "east", "direct")


def test_only_interviews_that_a_person_decided_have_a_verdict():
    assert decided((*ON_THE_WAY, S.PASSED)) is True
    assert decided((*ON_THE_WAY, S.PASSED, S.HIRED)) is True
    assert decided((*ON_THE_WAY, S.PASSED, S.REJECTED)) is True
    assert decided((*ON_THE_WAY, S.REJECTED)) is False
    assert decided((S.APPLIED, S.SCREENED, S.REJECTED)) is None
    assert decided(ON_THE_WAY) is None
    assert decided((*ON_THE_WAY, S.WITHDRAWN)) is None


def test_outcomes_join_the_interview_that_led_to_the_hire():
    first = Seen("p1-a", "p1", "REQ-1", "retail-sales", (*ON_THE_WAY, S.REJECTED), 60.0)
    second = Seen("p1-b", "p1", "REQ-1", "retail-sales", (*ON_THE_WAY, S.PASSED, S.HIRED), 90.0)
    worked = (Worked("p1", "retail-sales", -1.0, "E1"), Worked("nobody", "retail-sales", 1.0, "E2"))

    found = outcomes((second, first), (), worked, JOBS)

    assert (OutcomeRow("p1", "E1", 90.0, 75, -1.0, False, "p1-b"),) == found
    assert found[0].missed


def test_imported_history_takes_part_and_is_marked():
    past = Rated("old", "", "retail-sales", 85.0, {"learning": 20.0}, imported=True)

    found = outcomes((), (past,), (Worked("old", "retail-sales", 0.4, "E7"),), JOBS)

    assert (OutcomeRow("old", "E7", 85.0, 75, 0.4, True),) == found


def test_who_was_hired_here_counts_with_that_interview_and_not_with_the_imported_one():
    past = Rated("p1", "", "retail-sales", 85.0, {}, imported=True)
    here = seen("p1", *ON_THE_WAY, S.PASSED, S.HIRED, composite=70.0)

    (found,) = outcomes((here,), (past,), (Worked("p1", "retail-sales", 0.4),), JOBS)

    assert (found.composite, found.imported) == (70.0, False)


def test_an_interview_without_a_composite_is_not_a_low_one():
    row = seen("p1", *ON_THE_WAY, S.PASSED, S.HIRED)

    assert outcomes((row,), (), (Worked("p1", "retail-sales", 1.0),), JOBS) == ()


def test_a_requisition_that_is_not_known_keeps_the_default_cut_score():
    row = Seen("p9-a", "p9", "REQ-9", "f", (*ON_THE_WAY, S.PASSED, S.HIRED), 81.0)

    (found,) = outcomes((row,), (), (Worked("p9", "f", 1.0),), JOBS)

    assert found.cut_score == 80


def test_who_stated_no_group_is_unknown():
    rows = (
        seen("p1", *ON_THE_WAY, S.PASSED, composite=70.0),
        seen("p2", *ON_THE_WAY, S.REJECTED),
        seen("p3", *ON_THE_WAY, S.REJECTED),
        seen("p4", *ON_THE_WAY),
    )

    assert (
        GroupRow("p1-a", "female", True, 70.0),
        GroupRow("p2-a", "unknown", False, None),
        GroupRow("p3-a", "unknown", False, None),
    ) == groups(rows, {"p1": "female", "p3": ""})


def test_the_order_of_the_sources_does_not_matter():
    rows = [seen(f"p{i}", *ON_THE_WAY, S.PASSED, S.HIRED, composite=60.0 + i) for i in range(20)]
    worked = [Worked(row.person_id, row.job_family, 0.1) for row in rows]
    mixed = [random.Random(3).sample(each, 20) for each in (rows, worked)]

    assert outcomes(rows, (), worked, JOBS) == outcomes(mixed[0], (), mixed[1], JOBS)
    assert groups(rows, {}) == groups(mixed[0], {})


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
