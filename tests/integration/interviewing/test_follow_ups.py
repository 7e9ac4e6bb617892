"""Asked once more where a part was missing: rated as one, never in the way."""

import pytest

from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.follow_up import id_of
from infra import answers
from infra.journey.api import wait_until
from tests.builders import Office, actions, open_requisition, unique
from tests.integration.events import queued
from tests.integration.interviewing.phone import LANGUAGE, Phone, interview

#: A story without its end.
NO_RESULT = (
    "Last March I was working at a home store in Leeds and a woman came in for the cheapest linen. "
    "My target was 300 items a month. Before I fetched anything I asked her who would sleep in it. "
    "I noticed that she kept touching the fabric, so I asked whether the child had a skin problem. "
    "I recommended a plain set of cotton and let her try one pillow case for 3 days."
)
RESULT = (
    "In the end she bought the whole set, and my repeat customers went up from 12 to 31 that month."
)


@pytest.fixture(scope="module")
def requisition_id(office: Office) -> str:
    """A requisition that asks once more."""
    name = unique("REQ-ASK")
    open_requisition(office.admin, name, follow_ups=True)
    return name


def say(phone: Phone, question_id: str, text: str) -> None:
    """Announce an answer in writing and send it."""
    place = f"{phone.path}/answers/{question_id}/uploads"
    phone.put(phone.who.api.post(place, {"mode": "text"}), answers.document(text, LANGUAGE))


def first(phone: Phone) -> str:
    """The question about what a customer needs: NO_RESULT answers it."""
    wanted = ("customer_need_discovery", "communication")
    by = {item["dimension"]: item["question_id"] for item in phone.questions}
    return str(next(by[name] for name in wanted if name in by))


def asked(phone: Phone) -> list[dict[str, object]]:
    given: list[dict[str, object]] = phone.who.api.get(phone.path)["follow_ups"]
    return given


def row_of(phone: Phone, question_id: str) -> interviewing.answer:
    return interviewing.answer(phone.session_id, question_id)


@pytest.fixture(scope="module")
def told(office: Office, requisition_id: str) -> tuple[Phone, str, float]:
    """An answer without its result, followed up and completed; its rating before."""
    phone = interview(office, requisition_id)
    question = first(phone)
    say(phone, question, NO_RESULT)
    wait_until(lambda: asked(phone), seconds=30, what="the follow-up")
    before = row_of(phone, question).rating["rating"]
    say(phone, id_of(question), RESULT)
    wait_until(
        lambda: row_of(phone, id_of(question)).state == "joined", seconds=30, what="the joining"
    )
    queued(office, "hireloop-answers")
    return phone, question, before


def test_an_answer_without_its_result_is_asked_how_it_turned_out(told):
    phone, question, _ = told
    made = asked(phone)[0]
    assert (made["of"], made["part"]) == (question, "R")
    assert made["text"]["zh"] and made["text"]["en"]


def test_both_answers_are_rated_as_one_and_each_quote_names_its_question(told):
    phone, question, before = told
    row = row_of(phone, question)
    assert row.transcript == f"{NO_RESULT}\n{RESULT}"
    assert row.rating["rating"] >= before
    assert row.rating["parts"]["result"]
    given = phone.who.api.get(f"{phone.path}/answers/{question}")
    spans = {s["question_id"]: row.transcript[s["start"] : s["end"]] for s in given["sources"]}
    assert spans == {question: NO_RESULT, id_of(question): RESULT}
    quotes = given["rating"]["quotes"]
    assert {quote["question_id"] for quote in quotes} == {question, id_of(question)}
    for quote in quotes:
        assert quote["quote"] in spans[quote["question_id"]]


def test_a_question_is_followed_up_once_whatever_comes_later(told):
    phone, question, _ = told
    say(phone, question, NO_RESULT)
    wait_until(lambda: int(row_of(phone, question).rated_take) == 2, seconds=30, what="take 2")
    row = row_of(phone, question)
    assert row.transcript == f"{NO_RESULT}\n{RESULT}"
    assert len(asked(phone)) == 1


def test_a_follow_up_left_unanswered_takes_nothing_away_and_blocks_nothing(office, requisition_id):
    phone = interview(office, requisition_id)
    question = first(phone)
    say(phone, question, NO_RESULT)
    wait_until(lambda: asked(phone), seconds=30, what="the follow-up")
    before = row_of(phone, question).rating
    phone.submit()
    card = phone.scorecard()
    assert row_of(phone, question).rating == before
    rated = [d for d in card.result["dimensions"] if d["rating"] is not None]
    assert [d["rating"] for d in rated] == [before["rating"]]


def test_a_follow_up_that_makes_nothing_readable_leaves_the_first_answer_as_it_was(
    office, requisition_id
):
    phone = interview(office, requisition_id)
    question = first(phone)
    say(phone, question, NO_RESULT)
    wait_until(lambda: asked(phone), seconds=30, what="the follow-up")
    before = row_of(phone, question).rating
    say(phone, id_of(question), "后来她买了整套，我那个月的复购从十二单提高到三十一单。" * 40)
    wait_until(
        lambda: row_of(phone, id_of(question)).state in ("joined", "not_scored"),
        seconds=30,
        what="the second answer",
    )
    row = row_of(phone, question)
    assert row.state == "rated"
    assert row.rating == before or row.rating["rating"] is not None


def test_a_requisition_that_does_not_ask_for_it_has_no_follow_ups(office):
    phone = interview(office)
    say(phone, first(phone), NO_RESULT)
    wait_until(lambda: row_of(phone, first(phone)).state == "rated", seconds=30, what="the rating")
    assert asked(phone) == []
    assert "answer.rated" in actions(phone.who.person_id)
