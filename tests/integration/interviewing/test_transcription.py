"""Recordings that come without words: recognised by a job, told by its event or found by a look.

The recogniser of the embedded stack is a stand-in that reads the words out of the demo recording.
"""

from datetime import timedelta

import pytest

from chalicelib.entrypoints import answering
from chalicelib.foundation import clock, speech
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.service import transcribing
from chalicelib.interviewing.tables import Transcription
from chalicelib.records.tables import CandidateItem
from infra import answers, voice
from infra.answers import Level
from infra.journey.api import wait_until
from infra.local import STAND_IN
from tests.builders import actions
from tests.integration.events import reconcile
from tests.integration.interviewing.phone import LANGUAGE, Phone, interview


def record(phone: Phone, number: int, said: str, name: str = "recording.wav") -> None:
    """Announce a spoken answer and send its recording, which carries `said`; no words beside it."""
    permit = phone.announce(number, "voice")
    sound = voice.recording(said or "silence is no comment", said=bool(said))
    phone.put(permit, sound, name)
    phone.put(permit, answers.document("", LANGUAGE, "voice", (name, sound)))


def row(phone: Phone, number: int):
    return interviewing.answer(phone.session_id, phone.questions[number]["question_id"])


def jobs(phone: Phone) -> list[Transcription]:
    found = Transcription.query(
        phone.who.person_id, CandidateItem.item_id.startswith("transcription#")
    )
    return list(found)


@pytest.fixture(scope="module")
def heard(office) -> Phone:
    """One answer recorded, recognised and rated."""
    phone = interview(office)
    said = phone.text(0).replace(" customer ", " ‹customer› ", 1)
    record(phone, 0, said)
    phone.settled(0)
    return phone


def test_a_recording_is_recognised_and_rated_as_its_words_would_be(heard):
    kept = row(heard, 0)
    assert kept.transcript == heard.text(0)
    assert kept.state == "rated"
    heard.say(1)
    typed = heard.settled(1)
    assert typed["state"] == "rated"


def test_the_engine_is_kept_and_called_a_stub_with_its_confidence(heard):
    kept = row(heard, 0).heard
    assert kept["engine"] == STAND_IN
    assert "stub" in kept["engine"]
    assert 0.5 < kept["recognised"] < 1
    words = [heard.text(0)[item["start"] : item["end"]] for item in kept["unsure"]]
    assert words == (["customer"] if " customer " in heard.text(0) else [])


def test_the_models_key_terms_are_its_vocabulary(heard):
    (job,) = jobs(heard)
    assert job.state == transcribing.DONE
    assert job.vocabulary.startswith("hireloop-")
    assert speech.vocabulary_state(job.vocabulary) == "READY"
    assert all(" " not in phrase for phrase in job.phrases)


def test_an_event_that_comes_again_changes_nothing(heard):
    before = actions(heard.who.person_id)
    (job,) = jobs(heard)
    answering.recognised(job.job)
    answering.recognised(job.job)
    assert actions(heard.who.person_id) == before


def test_a_recording_in_which_nothing_is_recognised_is_not_scored_and_asks_for_a_person(office):
    phone = interview(office)
    record(phone, 0, "")
    end = phone.settled(0)
    assert (end["state"], end["rating"]) == ("not_scored", None)
    assert row(phone, 0).reason == "nothing_recognised"


def test_a_format_that_nobody_reads_is_said_at_once(office):
    phone = interview(office)
    record(phone, 0, "never asked", "recording.aiff")
    assert phone.settled(0)["state"] == "not_scored"
    assert row(phone, 0).reason == "format_not_recognisable"
    assert jobs(phone) == []


def asked(phone: Phone) -> Transcription:
    """A recording whose job was asked for an hour ago, and of which nothing was heard since."""
    phone.announce(0, "voice")
    session = interviewing.session(phone.session_id)
    sound = voice.recording("words", said=True)
    spoken = transcribing_document(sound)
    question = phone.questions[0]["question_id"]
    awaited = transcribing.AwaitsWords(question, 1, spoken)
    made = transcribing.ask(command_of("ask"), session, awaited)
    made.asked_at = made.due_at = clock.iso(clock.now() - timedelta(hours=2))
    made.save()
    return made


def transcribing_document(sound: bytes):
    from chalicelib.interviewing import transcript

    return transcript.parse(answers.document("", LANGUAGE, "voice", ("recording.wav", sound)))


def command_of(name: str):
    from chalicelib.foundation.command import system_command
    from chalicelib.foundation.ids import random_id

    return system_command(f"test/{name}/{random_id(8)}")


def test_a_job_whose_media_is_gone_fails_with_the_services_reason(office):
    phone = interview(office)
    made = asked(phone)
    made.asked_at = clock.iso(clock.now())
    made.save()
    transcribing.advance(made.job)
    wait_until(
        lambda: transcribing.advance(made.job).state in transcribing.ENDED,
        seconds=15,
        what="the end of the job",
    )
    (job,) = jobs(phone)
    assert (job.state, job.reason) == (transcribing.FAILED, "transcription_failed")
    assert "S3" in job.told


def test_what_is_not_recognised_in_an_hour_is_given_up_and_said(office):
    phone = interview(office)
    made = asked(phone)
    made.vocabulary, made.phrases = "", []
    made.state = transcribing.RUNNING
    made.save()
    transcribing.advance(made.job)
    (job,) = jobs(phone)
    assert (job.state, job.due_at) == (transcribing.FAILED, None)
    assert job.reason in {"transcription_overdue", "transcription_failed"}


def test_the_minutely_job_looks_for_recognitions_that_nobody_told_of(office):
    phone = interview(office)
    asked(phone)
    assert reconcile(office)["transcriptions_looked_at"] >= 1
    wait_until(lambda: jobs(phone)[0].state == transcribing.FAILED, seconds=20, what="the look")


def test_the_rating_of_recognised_words_is_that_of_typed_ones(office):
    spoken, typed = interview(office), interview(office)
    text = answers.tell(spoken.questions[0]["dimension"], Level.GOOD, LANGUAGE, "same")
    record(spoken, 0, text)
    typed.put(typed.announce(0), answers.document(text, LANGUAGE))
    assert row_of(spoken)["rating"] == row_of(typed)["rating"]


def row_of(phone: Phone):
    return phone.settled(0)["rating"]
