"""One answer against what lies in storage: rated, refused with its reason, or still waiting."""

import hashlib

from chalicelib.foundation import storage
from chalicelib.foundation.values import dump
from chalicelib.interviewing import counterfactual, scoring, transcript
from chalicelib.interviewing.ratings import RatingState
from chalicelib.interviewing.service import models, sessions
from chalicelib.interviewing.states import AnswerState, Refusal
from chalicelib.interviewing.tables import Answer, InterviewSession
from chalicelib.interviewing.transcript import AnswerDocumentInvalid, Transcript


class Waiting(Exception):
    """Some part of the answer has not arrived yet."""


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
        refusal = None if _recording_intact(prefix, spoken) else Refusal.RECORDING_ALTERED
    except AnswerDocumentInvalid:
        refusal = Refusal.DOCUMENT_INVALID
    said.rated_take = take
    if refusal is not None:
        said.state, said.reason = AnswerState.NOT_SCORED.value, refusal.value
        return
    dimension = models.model(row.job_family, int(row.model_version)).dimension(said.dimension)
    rating = counterfactual.rate(spoken.text, dimension, row.language)
    rating = scoring.with_recognition(rating, spoken.recognised_share)
    said.transcript, said.rating, said.scorer = spoken.text, dump(rating), rating.scorer
    said.recording_sha256 = spoken.recording.sha256 if spoken.recording else None
    said.state = rating.state.value
    said.reason = rating.reason.value if rating.reason else None


def _recording_intact(prefix: str, spoken: Transcript) -> bool:
    if spoken.recording is None:
        return True
    size = storage.size(f"{prefix}{spoken.recording.name}")
    if size is None:
        raise Waiting
    if size != spoken.recording.size_bytes:
        return False
    content = storage.read(f"{prefix}{spoken.recording.name}")
    return hashlib.sha256(content).hexdigest() == spoken.recording.sha256


def _not_received(said: Answer) -> None:
    """An announced take never came: an earlier rated take stands, else nothing was measured."""
    if said.rating is not None and said.rating["state"] == RatingState.RATED:
        said.state, said.reason = AnswerState.RATED.value, None
    else:
        # An earlier take that came and could not be rated keeps its own reason.
        reason = (said.reason if int(said.rated_take) else None) or Refusal.NOT_RECEIVED.value
        said.state, said.reason = AnswerState.NOT_SCORED.value, reason
