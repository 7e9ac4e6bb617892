"""Asked once more: which part, only once, and two answers as one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.interviewing import follow_up
from chalicelib.interviewing.follow_up import JOINT, due, id_of, join, own_words, source_at
from chalicelib.interviewing.ratings import (
    AnswerRating,
    Part,
    RatingState,
    StarParts,
)

WORDS = st.text(alphabet="我先问了她，then I asked her.\n", max_size=60)


def rating(*told: Part, state: RatingState = RatingState.RATED) -> AnswerRating:
    parts = StarParts(
        *(part in told for part in (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT))
    )
    return AnswerRating(state, "teamwork", "zh", "test", rating=3.0, parts=parts)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ((Part.SITUATION, Part.TASK, Part.ACTION), Part.RESULT),
        ((Part.SITUATION,), Part.RESULT),
        ((Part.RESULT, Part.SITUATION, Part.TASK), Part.ACTION),
        ((Part.RESULT, Part.ACTION, Part.SITUATION), Part.TASK),
        ((Part.RESULT, Part.ACTION, Part.TASK), Part.SITUATION),
        ((Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT), None),
    ],
)
def test_of_the_missing_parts_the_one_worth_most_is_asked_for(
    told: tuple[Part, ...], asked: Part | None
) -> None:
    assert due(rating(*told), "q1", []) is asked


def test_a_question_is_followed_up_once_and_a_follow_up_never() -> None:
    without_result = rating(Part.ACTION)
    assert due(without_result, "q1", ["q1"]) is None
    assert due(without_result, id_of("q1"), []) is None
    assert due(without_result, "q2", ["q1"]) is Part.RESULT


def test_what_could_not_be_rated_is_not_followed_up() -> None:
    assert due(rating(state=RatingState.NOT_SCORED), "q1", []) is None


def test_the_result_is_asked_for_in_both_languages() -> None:
    made = follow_up.made(Part.RESULT, ("q1", "teamwork"), None, "2027-03-01T00:00:00Z")
    assert made.question_id == id_of("q1")
    assert made.text["zh"].startswith("结果如何")
    assert made.text["en"].startswith("How did it turn out")
    assert {part for part in Part if part is not Part.OTHER} == set(follow_up.TEXTS)


@given(WORDS, WORDS)
def test_joined_words_are_found_again_where_their_sources_say(first: str, second: str) -> None:
    joined = join(("q1", first), (id_of("q1"), second))
    for question_id, words in (("q1", first), (id_of("q1"), second)):
        if words.strip():
            assert own_words(joined.text, joined.sources, question_id) == words
    for source in joined.sources:
        assert source_at(joined.sources, source.start) == source.question_id
    assert joined.text in (first, second, f"{first}{JOINT}{second}", "")


def test_words_that_were_never_joined_are_all_of_the_first_answer() -> None:
    assert own_words("我先问了她。", [], "q1") == "我先问了她。"
    assert source_at([], 3) == ""
