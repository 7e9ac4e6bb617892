"""What a candidate picks gives more and takes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.interviewing import bank
from chalicelib.interviewing.accommodation import NONE, Accommodations, allowance

PICKED = st.builds(Accommodations, st.booleans(), st.booleans(), st.booleans())
QUESTION = next(item for item in bank.QUESTIONS if item.gentler)


def test_who_picks_nothing_has_the_time_that_the_question_gives_everybody() -> None:
    given_time = allowance(QUESTION, NONE)
    assert given_time.think_seconds == QUESTION.think_seconds
    assert given_time.answer_seconds == QUESTION.answer_seconds


def test_more_time_and_the_gentler_wording_give_more() -> None:
    plain, longer = allowance(QUESTION, NONE), allowance(QUESTION, Accommodations(more_time=True))
    softer = allowance(QUESTION, NONE, gentler=True)
    assert min(longer.think_seconds, softer.think_seconds) > plain.think_seconds
    assert longer.answer_seconds > plain.answer_seconds == softer.answer_seconds


@given(PICKED, st.booleans(), st.sampled_from(bank.QUESTIONS))
def test_nothing_that_is_picked_ever_takes_time_away(picked, gentler, question) -> None:
    given_time, plain = allowance(question, picked, gentler=gentler), allowance(question, NONE)
    assert given_time.think_seconds >= plain.think_seconds
    assert given_time.answer_seconds >= plain.answer_seconds
