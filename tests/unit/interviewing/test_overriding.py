import pytest

from chalicelib.interviewing import overriding
from chalicelib.interviewing.overriding import Override, OverrideInvalid
from chalicelib.interviewing.ratings import AnswerRating, Contribution, RatingState, Unscored
from chalicelib.interviewing.scoring import unscored

WHY = "She told it at the counter too."
MACHINE = AnswerRating(
    RatingState.RATED, "learning", "en", "test", rating=2.5, confidence=0.4,
    contributions=(Contribution("result", 150),),
)  # fmt: skip


def word(rating: float | None) -> Override:
    return Override(rating, 2.5, WHY, "user-1", "2027-03-01T02:30:00.000000Z")


def test_a_persons_rating_counts_and_is_as_sure_as_a_persons():
    found = overriding.adjusted(MACHINE, word(4.0))
    assert (found.rating, found.confidence) == (4.0, 1.0)


def test_a_person_may_rate_what_the_machine_did_not_score():
    found = overriding.adjusted(unscored("learning", "en", Unscored.TOO_SHORT), word(3.0))
    assert found.state is RatingState.RATED
    assert (found.rating, found.reason) == (3.0, None)


@pytest.mark.parametrize("given", [None, word(None)])
def test_without_a_persons_word_the_machines_rating_stands_untouched(given):
    assert overriding.adjusted(MACHINE, given) is MACHINE


def test_a_withdrawn_word_no_longer_counts():
    assert set(overriding.standing({"a": word(None), "b": word(2.0)})) == {"b"}


@pytest.mark.parametrize("rating", [0.5, 5.5, 3.3])
def test_a_rating_off_the_scale_is_refused(rating):
    with pytest.raises(OverrideInvalid):
        overriding.check(rating, WHY)


def test_a_rating_without_a_real_reason_is_refused():
    with pytest.raises(OverrideInvalid):
        overriding.check(4.0, "  better  ")
