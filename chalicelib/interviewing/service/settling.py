"""One answer against what lies in storage: rated, refused with its reason, or still waiting."""

import hashlib

from chalicelib.foundation import storage
from chalicelib.interviewing import transcript
from chalicelib.interviewing.accommodation import MORE_ANSWERING
from chalicelib.interviewing.ratings import RatingState
from chalicelib.interviewing.service import hearing, joining, sessions
from chalicelib.interviewing.states import AnswerState, Refusal, too_long
from chalicelib.interviewing.tables import Answer, InterviewSession
from chalicelib.interviewing.transcript import AnswerDocumentInvalid, Transcript


class Waiting(Exception):
    """Some part of the answer has not arrived yet."""


class RecordingAltered(Exception):
    """The recording is not the one that the document names."""


def settle_latest(
    row: InterviewSession, said: Answer, partner: Answer | None = None
) -> list[Answer]:
    """At the deadline the highest take that lies in storage counts, told of or not."""
    for take in range(int(said.take), int(said.rated_take), -1):
        try:
            return settle(row, said, take, partner)
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
    except AnswerDocumentInvalid:
        return _refuse(said, take, Refusal.DOCUMENT_INVALID)
    except RecordingAltered:
        return _refuse(said, take, Refusal.RECORDING_ALTERED)
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
