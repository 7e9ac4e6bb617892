"""An appraisal cycle's lawful moves."""

import pytest

from chalicelib.appraisal.cycle import (
    CycleIncomplete,
    CycleLocked,
    CycleState,
    Entry,
    NotListed,
    RatingOutOfScale,
    check_entry,
    check_lock,
    check_rating,
)


@pytest.mark.parametrize("rating", [1, 2, 3, 4, 5])
def test_ratings_from_one_to_five_stand(rating):
    assert rating == check_rating(rating)


@pytest.mark.parametrize("rating", [0, 6, -1, True])
def test_ratings_off_the_scale_are_refused(rating):
    with pytest.raises(RatingOutOfScale):
        check_rating(rating)


def test_a_cycle_locks_when_everyone_is_rated_or_excused():
    entries = {"ann": Entry(rating=4), "bo": Entry(excuse="parental leave")}

    check_lock(CycleState.OPEN, ["ann", "bo"], entries)


def test_a_cycle_with_somebody_missing_says_how_many():
    with pytest.raises(CycleIncomplete) as caught:
        check_lock(CycleState.OPEN, ["ann", "bo", "chen"], {"ann": Entry(rating=4)})

    assert caught.value.detail == {"missing": 2, "first": "bo"}


def test_a_locked_cycle_takes_no_more_entries():
    with pytest.raises(CycleLocked):
        check_entry(CycleState.LOCKED, ["ann"], "ann")


def test_a_cycle_is_locked_once():
    with pytest.raises(CycleLocked):
        check_lock(CycleState.LOCKED, [], {})


def test_nobody_is_rated_in_a_cycle_that_does_not_list_them():
    with pytest.raises(NotListed):
        check_entry(CycleState.OPEN, ["ann"], "bo")
