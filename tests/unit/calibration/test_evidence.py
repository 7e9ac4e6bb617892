"""The join of interviews and outcomes: nobody is dropped without being counted."""

from dataclasses import replace

from chalicelib.calibration.evidence import (
    TWELVE_MONTHS,
    Interviewed,
    Worked,
    join,
    latest,
    within,
)

DIMENSIONS = ("communication", "learning")


def interviewed(person: str, *, hired: bool = True, version: int = 1, **ratings) -> Interviewed:
    given = {"communication": 3.0, "learning": 4.0} | ratings
    return Interviewed(person, version, given, 60.0, hired)


def worked(person: str, score: float | None = 0.5, excused: bool = False) -> Worked:
    return Worked(person, score, {"sales_growth": 0.5} if score is not None else {}, excused)


def test_a_hired_person_with_an_outcome_is_a_full_row():
    cohort = join("retail-sales", 1, DIMENSIONS, [interviewed("ann")], [worked("ann", 0.7)])

    assert [row.outcome for row in cohort.outcomes] == [0.7]
    assert cohort.left_out == {}


def test_the_rejected_stay_among_the_applicants():
    people = [interviewed("ann"), interviewed("bo", hired=False)]

    cohort = join("retail-sales", 1, DIMENSIONS, people, [worked("ann")])

    assert [row.person_id for row in cohort.rows] == ["ann", "bo"]
    assert [row.person_id for row in cohort.outcomes] == ["ann"]


def test_everybody_who_is_left_out_is_counted_with_the_reason():
    people = [
        interviewed("ann"),
        interviewed("bo", learning=None),
        interviewed("chen", teamwork=3.0),
        interviewed("dan"),
        interviewed("eve"),
        interviewed("fay"),
    ]
    outcomes = [
        worked("ann"),
        worked("eve", None, excused=True),
        worked("fay", None),
        worked("gus"),
    ]

    cohort = join("retail-sales", 1, DIMENSIONS, people, outcomes)

    assert cohort.left_out == {
        "not-rated": 1,
        "other-dimensions": 1,
        "no-outcome": 1,
        "excused": 1,
        "too-little-measured": 1,
        "no-interview": 1,
    }


def test_ratings_under_earlier_weights_count_when_the_dimensions_are_the_same():
    people = [interviewed("ann", version=1), interviewed("bo", version=2)]

    cohort = join("retail-sales", 2, DIMENSIONS, people, [])

    assert [row.model_version for row in cohort.rows] == [1, 2]


def test_of_two_interviews_the_one_that_led_to_the_hire_counts():
    people = [interviewed("ann", communication=5.0), interviewed("ann", hired=False, version=2)]

    cohort = join("retail-sales", 2, DIMENSIONS, people, [worked("ann")])

    assert [row.ratings for row in cohort.rows] == [(5.0, 4.0)]
    assert cohort.left_out == {"earlier-interview": 1}


def test_the_order_of_arrival_changes_nothing():
    people = [interviewed("ann"), interviewed("bo"), interviewed("chen", hired=False)]
    outcomes = [worked("ann"), worked("bo", -0.2)]

    forward = join("retail-sales", 1, DIMENSIONS, people, outcomes)
    backward = join("retail-sales", 1, DIMENSIONS, people[::-1], outcomes[::-1])

    assert forward.data_hash() == backward.data_hash()


def test_one_changed_rating_changes_the_hash():
    before = join("retail-sales", 1, DIMENSIONS, [interviewed("ann")], [])
    after = join("retail-sales", 1, DIMENSIONS, [interviewed("ann", learning=4.5)], [])

    assert before.data_hash() != after.data_hash()


def test_good_work_is_not_forgotten_because_the_person_left_before_the_next_appraisal():
    first = [worked("ann", 0.9), worked("bo", -0.2)]
    second = [replace(worked("ann", None), left=True), worked("bo", 0.4)]

    ann, bo = latest([*first, *second])

    assert (ann.score, ann.indicators, ann.left) == (0.9, {"sales_growth": 0.5}, True)
    assert bo.score == 0.4


def test_an_excuse_in_a_later_cycle_leaves_the_earlier_outcome():
    assert latest([worked("ann", 0.9), worked("ann", None, excused=True)]) == [worked("ann", 0.9)]


def test_leaving_does_not_wipe_an_outcome_from_its_window():
    seen = replace(worked("ann", 0.9), months=12.0)

    assert within([seen, replace(worked("ann", None), left=True)], TWELVE_MONTHS) == [
        replace(seen, left=True)
    ]
