"""What a locked cycle says about each person."""

from chalicelib.appraisal.cycle import Entry
from chalicelib.appraisal.kpis import Reading
from chalicelib.appraisal.outcome import outcomes

LISTED = {"E1": "ann", "E2": "bo", "E3": "chen"}
READINGS = [
    Reading("ann", "lead_conversion", 3.0),
    Reading("bo", "lead_conversion", 1.0),
    Reading("chen", "lead_conversion", 2.0),
]


def by_person(entries: dict[str, Entry]):
    return {each.person_id: each for each in outcomes("marketing", LISTED, entries, READINGS)}


def test_everyone_listed_has_an_outcome_by_employee_number():
    found = outcomes("marketing", LISTED, {}, READINGS)

    assert [each.employee_number for each in found] == ["E1", "E2", "E3"]


def test_a_rating_by_somebody_who_saw_the_scores_is_kept_but_does_not_count():
    found = by_person({"ann": Entry(1, contaminated=True), "bo": Entry(5), "chen": Entry(4)})

    assert found["ann"].rating == 1
    assert found["ann"].contaminated
    assert "rating" not in found["ann"].indicators
    assert "rating" in found["bo"].indicators


def test_the_excused_have_no_score_and_do_not_move_the_others():
    with_all = by_person({})
    without = by_person({"chen": Entry(excuse="left")})

    assert without["chen"].score is None
    assert without["chen"].excused == "left"
    assert without["ann"].score != with_all["ann"].score


def test_nobody_measured_means_no_score():
    (only,) = outcomes("marketing", {"E1": "ann"}, {}, [])

    assert only.score is None
    assert only.indicators == {}
