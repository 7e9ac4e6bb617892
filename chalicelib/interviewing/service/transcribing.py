"""Recordings that came without words: recognised by a batch job, followed until it ends."""

import hashlib
from datetime import datetime, timedelta

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ids, ledger, speech, storage
from chalicelib.foundation.command import Command, system_command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count, fault
from chalicelib.foundation.settings import settings
from chalicelib.foundation.speech import SpeechBusy, SpeechJob, SpeechRefused
from chalicelib.interviewing import recognised, vocabulary
from chalicelib.interviewing.recognised import RecognitionInvalid
from chalicelib.interviewing.service import models
from chalicelib.interviewing.signal import Unheard
from chalicelib.interviewing.tables import InterviewSession, Transcription
from chalicelib.interviewing.transcript import Mode, Transcript

GIVEN_UP_AFTER = timedelta(minutes=60)
VOCABULARY_AWAITED = timedelta(minutes=10)
LOOKED_AFTER = timedelta(minutes=2)
SHARDS = 4
ASKED, RUNNING, DONE, FAILED = "asked", "running", "done", "failed"
ENDED = frozenset({DONE, FAILED})
JOB_PREFIX = "hireloop-answer."


class Waiting(Exception):
    """Some part of the answer has not arrived yet."""


class AwaitsWords(Waiting):
    """The recording is there; its words have to be recognised first."""

    def __init__(self, question_id: str, take: int, spoken: Transcript) -> None:
        super().__init__(question_id)
        self.question_id, self.take, self.spoken = question_id, take, spoken


class NotHeard(Exception):
    """The words could not be recognised; `why` is what people are told."""

    def __init__(self, why: Unheard) -> None:
        super().__init__(why.value)
        self.why = why


def words_of(session_id: str, question_id: str, take: int, spoken: Transcript) -> Transcript:
    """The answer with its words: its own, or those recognised. Raises AwaitsWords, NotHeard."""
    if spoken.text.strip() or spoken.recording is None or spoken.mode is Mode.TEXT:
        return spoken
    if recognised.media_format(spoken.recording.name) is None:
        raise NotHeard(Unheard.FORMAT_NOT_RECOGNISABLE)
    found = _find(job_name(session_id, question_id, take, spoken.recording.sha256))
    if found is None or found.state not in ENDED:
        raise AwaitsWords(question_id, take, spoken)
    if found.state == FAILED:
        raise NotHeard(Unheard(found.reason))
    try:
        heard = recognised.read(storage.read(found.output_key), spoken, found.engine)
    except (RecognitionInvalid, NotFound) as error:
        raise NotHeard(Unheard.TRANSCRIPTION_FAILED) from error
    if not heard.text.strip():
        raise NotHeard(Unheard.NOTHING_RECOGNISED)
    return heard


def job_name(session_id: str, question_id: str, take: int, sha256: str) -> str:
    """One name for one recording of one take, the same at each retry; it names the session."""
    mark = hashlib.sha256(f"{question_id}/{take}/{sha256}".encode()).hexdigest()[:20]
    return f"{JOB_PREFIX}{session_id}.{mark}"


@ledger.retried
def ask(command: Command, row: InterviewSession, awaited: AwaitsWords) -> Transcription:
    """Keep the wish that a recording be recognised; the job itself is started by `advance`."""
    spoken = awaited.spoken
    assert spoken.recording is not None  # noqa: S101 - words_of asked for it
    job = job_name(row.session_id, awaited.question_id, awaited.take, spoken.recording.sha256)
    found = _find(job)
    if found is not None:
        return found
    wish = Transcription(row.person_id, f"transcription#{job}", job=job)
    wish.session_id, wish.question_id, wish.take = row.session_id, awaited.question_id, awaited.take
    prefix = f"{row.session_id}/{awaited.question_id}/{awaited.take}"
    wish.media_key = f"answers/{prefix}/{spoken.recording.name}"
    wish.output_key = f"transcripts/{prefix}/{job.rsplit('.', 1)[-1]}.json"
    wish.language, wish.engine = spoken.language, settings().speech_engine
    model = models.model(row.job_family, int(row.model_version))
    wish.vocabulary = vocabulary.name(model, spoken.language)
    wish.phrases = list(vocabulary.phrases(model, spoken.language))
    wish.asked_at, wish.state = clock.iso(command.at), ASKED
    wish.due_key = f"transcription#{ids.shard(job, SHARDS)}"
    wish.due_at = clock.iso(command.at + LOOKED_AFTER)
    _commit(system_command(f"transcription/{job}", command.correlation_id), "asked", wish)
    return _find(job) or wish


def begun_and_ended(command: Command, row: InterviewSession, awaited: AwaitsWords) -> bool:
    """Ask for the words and look at once; whether the job has ended, well or not."""
    found = advance(ask(command, row, awaited).job)
    return found is not None and found.state in ENDED


@ledger.retried
def advance(job: str) -> Transcription | None:
    """Bring a job forward by one look at the service; the row as it then stands, None for none.

    Safe at any time, from any event, any number of times.
    """
    wish = _find(job)
    if wish is None or wish.state in ENDED:
        return wish
    try:
        _look(wish)
    except SpeechBusy as error:
        fault("the recogniser is busy", error, job=job)
    except SpeechRefused as error:
        fault("the recogniser refused", error, job=job)
        _end(wish, Unheard.TRANSCRIPTION_FAILED, str(error))
    late = clock.now() > clock.parse(wish.asked_at) + GIVEN_UP_AFTER
    if wish.state not in ENDED and late:
        _end(wish, Unheard.TRANSCRIPTION_OVERDUE)
    return _find(job)


def due(now: datetime) -> list[Transcription]:
    """Jobs that nobody has told of for a while."""
    return [
        row
        for number in range(SHARDS)
        for row in Transcription.by_due.query(
            f"transcription#{number}", Transcription.due_at < clock.iso(now), limit=100
        )
        if isinstance(row, Transcription)
    ]


def look_later(wish: Transcription, now: datetime) -> None:
    """Look again after a while; whoever changed the row meanwhile goes first."""
    wish.due_at = clock.iso(now + LOOKED_AFTER)
    wish.save()


def _look(wish: Transcription) -> None:
    code = vocabulary.LANGUAGE_CODES[wish.language]
    if wish.state == ASKED:
        ready = _vocabulary(wish, code)
        if ready is None:
            return
        _start(wish, code, ready)
        return
    found = speech.state(wish.job)
    if found is None:
        _start(wish, code, wish.vocabulary)
    elif found.status == "COMPLETED":
        _end(wish, None)
    elif found.status == "FAILED":
        _end(wish, Unheard.TRANSCRIPTION_FAILED, found.reason)


def _vocabulary(wish: Transcription, code: str) -> str | None:
    """The vocabulary to use, empty for none, None while it is worth waiting for."""
    if not wish.phrases:
        return ""
    try:
        state = speech.vocabulary_state(wish.vocabulary)
        if not state:
            speech.make_vocabulary(wish.vocabulary, code, wish.phrases)
            state = speech.vocabulary_state(wish.vocabulary)
    except (SpeechBusy, SpeechRefused) as error:
        fault("no vocabulary; the job goes without", error, job=wish.job)
        return ""
    if state == "READY":
        return str(wish.vocabulary)
    waited = clock.now() - clock.parse(wish.asked_at)
    return None if state == "PENDING" and waited < VOCABULARY_AWAITED else ""


def _start(wish: Transcription, code: str, ready: str) -> None:
    ending = recognised.media_format(wish.media_key) or "wav"
    speech.start(SpeechJob(wish.job, wish.media_key, ending, code, wish.output_key, ready))
    wish.state, wish.vocabulary = RUNNING, ready
    _commit(system_command(f"transcription/{wish.job}/started"), "started", wish)


def _end(wish: Transcription, why: Unheard | None, told: str = "") -> None:
    wish.state = FAILED if why else DONE
    wish.reason, wish.told = (why.value if why else None), told
    wish.due_key = wish.due_at = None
    _commit(system_command(f"transcription/{wish.job}/ended"), wish.state, wish)


def _commit(command: Command, action: str, wish: Transcription) -> None:
    detail = {"job": wish.job, "engine": wish.engine, "vocabulary": wish.vocabulary}
    if ledger.commit(
        command,
        action=f"transcription.{action}",
        subject=wish.person_id,
        changes=[wish],
        detail=detail | ({"reason": wish.reason} if wish.reason else {}),
    ):
        count(f"Transcription{action.title()}", engine=wish.engine)


def _find(job: str) -> Transcription | None:
    session_id = job.removeprefix(JOB_PREFIX).rsplit(".", 1)[0]
    try:
        return Transcription.get(
            ids.person_of(session_id), f"transcription#{job}", consistent_read=True
        )
    except DoesNotExist:
        return None
