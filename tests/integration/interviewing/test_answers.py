"""Answers as phones send them: in any order, twice, in parts, altered, too late."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from chalicelib.entrypoints import uploads
from chalicelib.foundation.ledger_tables import AnnouncementRow
from chalicelib.foundation.values import canonical
from chalicelib.interviewing import service as interviewing
from infra import answers, voice
from infra.answers import Level
from infra.journey.api import wait_until
from tests.builders import actions, refusal
from tests.integration.events import queued
from tests.integration.interviewing.phone import LANGUAGE, Phone, interview

SOUND = voice.wav(voice.speech(30))


def spoken(phone: Phone, number: int, sound: bytes = SOUND) -> bytes:
    """The document of a spoken answer that names its recording."""
    recording = ("recording.wav", sound)
    return answers.document(phone.text(number), LANGUAGE, "voice", recording)


@pytest.fixture(scope="module")
def told(office) -> Phone:
    """A whole interview: submitted first, then the answers backwards, each of them twice."""
    phone = interview(office)
    permits = [phone.announce(n) for n in range(len(phone.questions))]
    documents = [answers.document(phone.text(n), LANGUAGE) for n in range(len(permits))]
    phone.submit()
    for number in reversed(range(len(permits))):
        phone.put(permits[number], documents[number])
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(phone.put, permits, documents))
    phone.scorecard()
    queued(office, "hireloop-answers")
    return phone


def test_answers_in_any_order_and_twice_give_one_scorecard(told):
    person = told.who.person_id
    cards = [a for a in actions(person) if a in {"answer.rated", "interview.submitted"}]
    assert cards.count("answer.rated") == len(told.questions)
    result = interviewing.scorecard(told.session_id).result
    assert {d["dimension"] for d in result["dimensions"]} == {
        q["dimension"] for q in told.questions
    }
    assert all(d["rating"] is not None for d in result["dimensions"])


def test_the_composite_is_the_sum_of_what_the_dimensions_gave(told):
    card = interviewing.scorecard(told.session_id)
    parts = [d["contribution_hundredths"] for d in card.result["dimensions"]]
    assert sum(parts) == round(float(card.composite) * 100)


def test_the_machine_recommends_once_and_announces_it_once(told):
    wait_until(
        lambda: "recommendation.made" in actions(told.who.person_id),
        seconds=20,
        what="the recommendation",
    )
    assert actions(told.who.person_id).count("recommendation.made") == 1
    wanted = {
        told.session_id: "interview.completed",
        told.who.application_id: "recommendation.made",
    }
    for subject, event in wanted.items():
        assert [row.event for row in announced(subject)].count(event) == 1


def announced(subject: str) -> list[AnnouncementRow]:
    """What was announced about a subject; the tests' table is small enough to look through."""
    rows = AnnouncementRow.scan(AnnouncementRow.subject == subject)
    return [row for row in rows if isinstance(row, AnnouncementRow)]


def test_a_rating_quotes_the_candidates_own_words(told):
    for number in range(len(told.questions)):
        rating = told.answer(number)["rating"]
        quotes = [e["quote"] for e in walk(rating) if "quote" in e]
        assert quotes and all(quote in told.text(number) for quote in quotes)


def walk(value: object) -> list[dict[str, object]]:
    """Every mapping in a value, however deep."""
    if isinstance(value, dict):
        return [value, *(found for item in value.values() for found in walk(item))]
    return [found for item in value for found in walk(item)] if isinstance(value, list) else []


def test_the_candidate_sees_stage_and_own_composite(told):
    row = wait_until(
        lambda: (found := told.who.api.get(told.who.path))["recommendation"] and found,
        seconds=20,
        what="the recommendation",
    )
    assert row["stage"] == "interviewed"
    assert row["composite"] == float(interviewing.scorecard(told.session_id).composite)


def test_a_told_event_that_comes_again_later_changes_nothing(told):
    before = actions(told.who.person_id)
    prefix = interviewing.answer_prefix(told.session_id, told.questions[0]["question_id"], 1)
    uploads.rate_answer(uploads.Arrival(f"{prefix}answer.json", "again"))
    assert actions(told.who.person_id) == before


def test_a_richer_answer_is_never_rated_below_an_empty_one(office):
    phone = interview(office)
    phone.say(0, Level.STRONG)
    phone.say(1, Level.EMPTY)
    strong, empty = phone.settled(0), phone.settled(1)
    assert strong["rating"]["rating"] > (empty["rating"]["rating"] or 0)


def test_an_answer_waits_for_the_recording_it_names(office):
    phone = interview(office)
    permit = phone.announce(0, "voice")
    phone.put(permit, spoken(phone, 0))
    wait_until(lambda: phone.answer(0)["state"] == "incomplete", seconds=20, what="the waiting")
    phone.put(permit, SOUND, "recording.wav")
    assert phone.settled(0)["state"] == "rated"


def test_a_recording_may_come_before_its_document(office):
    phone = interview(office)
    permit = phone.announce(0, "voice")
    phone.put(permit, SOUND, "recording.wav")
    phone.put(permit, spoken(phone, 0))
    assert phone.settled(0)["state"] == "rated"
    row = interviewing.answer(phone.session_id, phone.questions[0]["question_id"])
    assert row.recording_sha256 == hashlib.sha256(SOUND).hexdigest()


@pytest.mark.parametrize("altered", [SOUND[:-1] + b"\x00", SOUND + b"more"])
def test_an_altered_recording_is_not_scored_and_says_why(office, altered):
    phone = interview(office)
    permit = phone.announce(0, "voice")
    phone.put(permit, altered, "recording.wav")
    phone.put(permit, spoken(phone, 0))
    end = phone.settled(0)
    assert (end["state"], end["rating"]) == ("not_scored", None)
    assert {"zh", "en"} <= end["reason"].keys()
    row = interviewing.answer(phone.session_id, phone.questions[0]["question_id"])
    assert row.reason == "recording_altered"


@pytest.mark.parametrize(
    "document",
    [b"", b"{broken", b"[]", json.dumps({"schema": 2, "mode": "text"}).encode(), b"\xff\xfe"],
)
def test_an_unreadable_document_is_not_scored_and_a_new_take_is(office, document):
    phone = interview(office)
    phone.put(phone.announce(0), document)
    first = phone.settled(0)
    phone.say(0)
    wait_until(lambda: phone.answer(0)["state"] == "rated", seconds=20, what="the second take")
    assert first["state"] == "not_scored"
    assert phone.answer(0)["take"] == 2


def test_the_fourth_take_is_one_too_many(office):
    phone = interview(office)
    for _ in range(3):
        phone.announce(0)
    assert refusal(lambda: phone.announce(0)) == (409, "takes-used-up")


def test_the_last_take_counts_although_an_earlier_one_comes_later(office):
    phone = interview(office)
    first, second = phone.announce(0), phone.announce(0)
    phone.put(second, answers.document(phone.text(0), LANGUAGE))
    assert phone.settled(0)["take"] == 2
    phone.put(first, answers.document("I do not remember.", LANGUAGE))
    queued(office, "hireloop-answers")
    row = interviewing.answer(phone.session_id, phone.questions[0]["question_id"])
    assert (int(row.rated_take), row.transcript) == (2, phone.text(0))


def test_a_permit_for_answers_opens_this_take_only(office):
    phone = interview(office)
    permit = phone.announce(0)["answer"]
    fields = permit["fields"] | {"key": permit["key_prefix"].replace("/1/", "/2/") + "answer.json"}
    answer = httpx.post(permit["url"], data=fields, files={"file": ("a", b"{}")}, timeout=30)
    assert answer.status_code == 403


def test_the_rating_is_the_same_to_the_byte_with_and_without_sound(office):
    phone = interview(office)
    phone.say(0)
    silent = canonical(phone.settled(0)["rating"])
    permit = phone.announce(0, "voice")
    phone.put(permit, SOUND, "recording.wav")
    phone.put(permit, spoken(phone, 0))
    wait_until(lambda: phone.answer(0)["take"] == 2, seconds=20, what="the second take")
    assert canonical(phone.settled(0)["rating"]) == silent
    row = interviewing.answer(phone.session_id, phone.questions[0]["question_id"])
    assert row.heard["sound"]["speech_seconds"] > 10


@pytest.mark.parametrize(
    ("sound", "reason"),
    [(voice.wav([0] * 32_000), "silence"), (answers.tiny_wav(3), "noise_only")],
)
def test_a_recording_in_which_nobody_speaks_is_not_scored_and_asks_for_a_person(
    office, sound, reason
):
    phone = interview(office)
    permit = phone.announce(0, "voice")
    phone.put(permit, sound, "recording.wav")
    phone.put(permit, spoken(phone, 0, sound))
    end = phone.settled(0)
    assert (end["state"], end["rating"]) == ("not_scored", None)
    row = interviewing.answer(phone.session_id, phone.questions[0]["question_id"])
    assert row.reason == reason
