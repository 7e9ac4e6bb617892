"""The questions of a session as one candidate meets them."""

from types import SimpleNamespace
from typing import Any

from chalicelib.entrypoints.asking import asked
from chalicelib.interviewing import bank, library, questions
from chalicelib.interviewing.accommodation import NONE, Accommodations
from chalicelib.interviewing.follow_up import id_of, made
from chalicelib.interviewing.ratings import Part

CHOSEN = questions.choose(library.starting_model("retail-sales"), "seed", bank.QUESTIONS)
MORE = made(Part.RESULT, (CHOSEN[1].question_id, CHOSEN[1].dimension), None, "2027-03-01")


def view(*answers: Any) -> Any:
    return SimpleNamespace(questions=CHOSEN, follow_ups=(MORE,), answers=answers)


def standing(picked: Accommodations = NONE, *drafts: Any) -> Any:
    return SimpleNamespace(picked=picked, place="", drafts=drafts)


def draft(question_id: str, **more: Any) -> Any:
    plain = {"text": "", "mode": "text", "begun": False, "gentler": False, "revision": 1}
    plain |= {"think_left_seconds": None}
    return SimpleNamespace(question_id=question_id, **(plain | more))


def test_a_follow_up_comes_after_all_questions_and_names_the_one_it_belongs_to() -> None:
    found = asked(view(), standing())
    assert [item.of for item in found] == [""] * len(CHOSEN) + [CHOSEN[1].question_id]
    assert found[-1].question["question_id"] == id_of(CHOSEN[1].question_id)
    assert (found[-1].number, found[-1].first) == (2, CHOSEN[1].text)


def test_who_writes_only_meets_every_question_in_writing_whatever_a_draft_says() -> None:
    spoken = draft(CHOSEN[0].question_id, mode="voice", text="kept")
    first = asked(view(), standing(Accommodations(text_only=True), spoken))[0]
    assert (first.mode, first.text) == ("text", "kept")


def test_more_time_reaches_questions_and_follow_ups_alike() -> None:
    plain, longer = (
        asked(view(), standing()),
        asked(view(), standing(Accommodations(more_time=True))),
    )
    assert all(
        a.think_seconds > b.think_seconds and a.answer_seconds > b.answer_seconds
        for a, b in zip(longer, plain, strict=True)
    )


def test_thinking_goes_on_where_it_stopped_and_is_over_once_something_was_sent() -> None:
    waiting = draft(CHOSEN[0].question_id, think_left_seconds=11)
    sent = SimpleNamespace(question_id=CHOSEN[1].question_id, take=2, state="rated")
    found = asked(view(sent), standing(NONE, waiting))
    assert (found[0].left, found[0].begun) == (11, False)
    assert (found[1].begun, found[1].takes_left) == (True, 1)
