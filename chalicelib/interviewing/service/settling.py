"""One answer against what lies in storage: rated, refused with its reason, or still waiting."""

import hashlib

from chalicelib.foundation import storage
from chalicelib.interviewing import transcript
from chalicelib.interviewing.accommodation import MORE_ANSWERING
from chalicelib.interviewing.follow_up import id_of
from chalicelib.interviewing.ratings import RatingState
from chalicelib.interviewing.service import hearing, joining, sessions, transcribing
from chalicelib.interviewing.service.transcribing import AwaitsWords, NotHeard
from chalicelib.interviewing.service.transcribing import Waiting as Waiting
from chalicelib.interviewing.states import WAITING, AnswerState, Refusal, too_long
from chalicelib.interviewing.tables import Answer, InterviewSession
from chalicelib.interviewing.transcript import AnswerDocumentInvalid, Transcript


class RecordingAltered(Exception):
    """The recording is not the one that the document names."""


def settle_late(row: InterviewSession, said: list[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Answers that waited at the deadline, and all that changed: questions, then follow-ups.

    Raises AwaitsWords while a recording that came in time is being recognised.
    """
    known = {item.question_id: item for item in said}
    waiting = sorted((item for item in said if item.state in WAITING), key=lambda i: i.of or "")
    changed = {item.question_id: item for item in waiting}
    for item in waiting:
        partner = known.get(item.of or id_of(item.question_id))
        for other in settle_latest(row, item, partner):
            changed[other.question_id] = other
    return waiting, list(changed.values())


def settle_latest(
    row: InterviewSession, said: Answer, partner: Answer | None = None
) -> list[Answer]:
    """At the deadline the highest take that lies in storage counts, told of or not."""
    for take in range(int(said.take), int(said.rated_take), -1):
        try:
            return settle(row, said, take, partner)
        except AwaitsWords:
            raise
        except Waiting:
            continue
    _not_received(said)
    return []


def settle(
    row: InterviewSession, said: Answer, take: int, partner: Answer | None = None
) -> list[Answer]:
    """Set an answer to its final state from what lies in storage, or raise Waiting.

    `partner` is the answer that it completes, or that completes it; returned when it changed too.
    """
    prefix = sessions.answer_prefix(row.session_id, said.question_id, take)
    if storage.size(f"{prefix}answer.json") is None:
        raise Waiting
    try:
        spoken = transcript.parse(storage.read(f"{prefix}answer.json"))
        recording = _recording(prefix, spoken)
        spoken = transcribing.words_of(row.session_id, said.question_id, take, spoken)
    except AnswerDocumentInvalid:
        return _refuse(said, take, Refusal.DOCUMENT_INVALID)
    except RecordingAltered:
        return _refuse(said, take, Refusal.RECORDING_ALTERED)
    except NotHeard as problem:
        hearing.listen(said, spoken, recording)
        hearing.give_to_a_person(said, problem.why)
        said.rated_take, said.sources = take, []
        return []
    if _too_long(row, said, spoken):
        return _refuse(said, take, Refusal.TOO_LONG)
    said.rated_take, said.sources = take, []
    if not hearing.listen(said, spoken, recording):
        return []
    return joining.rate(row, said, spoken, partner)


def _too_long(row: InterviewSession, said: Answer, spoken: Transcript) -> bool:
    """Whether a recording is longer than the longest that any person may pick."""
    asked = sessions.question_in(row, said.question_id)
    most = round(int(asked["answer_seconds"]) * MORE_ANSWERING)
    return too_long(spoken.duration_seconds, most)


def _refuse(said: Answer, take: int, refusal: Refusal) -> list[Answer]:
    said.rated_take, said.heard = take, None
    said.state, said.reason = AnswerState.NOT_SCORED.value, refusal.value
    return []


def _recording(prefix: str, spoken: Transcript) -> bytes | None:
    """The recording that the document names, or None. Raises Waiting, RecordingAltered."""
    if spoken.recording is None:
        return None
    size = storage.size(f"{prefix}{spoken.recording.name}")
    if size is None:
        raise Waiting
    if size != spoken.recording.size_bytes:
        raise RecordingAltered
    content = storage.read(f"{prefix}{spoken.recording.name}")
    if hashlib.sha256(content).hexdigest() != spoken.recording.sha256:
        raise RecordingAltered
    return content


def _not_received(said: Answer) -> None:
    """An announced take never came: an earlier rated take stands, else nothing was measured."""
    if said.rating is not None and said.rating["state"] == RatingState.RATED:
        said.state, said.reason = AnswerState.RATED.value, None
    elif said.of and int(said.rated_take) and said.reason is None:
        said.state = AnswerState.JOINED.value
    else:
        # An earlier take that came and could not be rated keeps its own reason.
        reason = (said.reason if int(said.rated_take) else None) or Refusal.NOT_RECEIVED.value
        said.state, said.reason = AnswerState.NOT_SCORED.value, reason
