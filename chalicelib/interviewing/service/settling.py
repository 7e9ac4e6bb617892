"""One answer against what lies in storage: rated, refused with its reason, or still waiting."""

import hashlib

from chalicelib.foundation import storage
from chalicelib.foundation.values import dump
from chalicelib.interviewing import counterfactual, scoring, transcript
from chalicelib.interviewing.ratings import RatingState
from chalicelib.interviewing.service import hearing, models, sessions
from chalicelib.interviewing.states import AnswerState, Refusal
from chalicelib.interviewing.tables import Answer, InterviewSession
from chalicelib.interviewing.transcript import AnswerDocumentInvalid, Transcript


class Waiting(Exception):
    """Some part of the answer has not arrived yet."""


class RecordingAltered(Exception):
    """The recording is not the one that the document names."""


def settle_latest(row: InterviewSession, said: Answer) -> None:
    """At the deadline the highest take that lies in storage counts, told of or not."""
    for take in range(int(said.take), int(said.rated_take), -1):
        try:
            settle(row, said, take)
        except Waiting:
            continue
        return
    _not_received(said)


def settle(row: InterviewSession, said: Answer, take: int) -> None:
    """Set an answer to its final state from what lies in storage, or raise Waiting."""
    prefix = sessions.answer_prefix(row.session_id, said.question_id, take)
    if storage.size(f"{prefix}answer.json") is None:
        raise Waiting
    try:
        spoken = transcript.parse(storage.read(f"{prefix}answer.json"))
        recording = _recording(prefix, spoken)
    except AnswerDocumentInvalid:
        _refuse(said, take, Refusal.DOCUMENT_INVALID)
        return
    except RecordingAltered:
        _refuse(said, take, Refusal.RECORDING_ALTERED)
        return
    said.rated_take = take
    if not hearing.listen(said, spoken, recording):
        return
    dimension = models.model(row.job_family, int(row.model_version)).dimension(said.dimension)
    rating = counterfactual.rate(spoken.text, dimension, row.language)
    rating = scoring.with_recognition(rating, spoken.recognised_share)
    said.rating, said.scorer = dump(rating), rating.scorer
    said.state = rating.state.value
    said.reason = rating.reason.value if rating.reason else None


def _refuse(said: Answer, take: int, refusal: Refusal) -> None:
    said.rated_take, said.heard = take, None
    said.state, said.reason = AnswerState.NOT_SCORED.value, refusal.value


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
    else:
        # An earlier take that came and could not be rated keeps its own reason.
        reason = (said.reason if int(said.rated_take) else None) or Refusal.NOT_RECEIVED.value
        said.state, said.reason = AnswerState.NOT_SCORED.value, reason
