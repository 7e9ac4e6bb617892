"""Answers that came: rating them, and completing a session when the evidence is complete."""

import hashlib
from dataclasses import dataclass

from pynamodb.models import Model

from chalicelib.foundation import clock, ledger, storage
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import counterfactual, scorecard, scoring, transcript
from chalicelib.interviewing.ratings import SCORER_VERSION, AnswerRating, RatingState
from chalicelib.interviewing.service import models, sessions
from chalicelib.interviewing.states import (
    WAITING,
    AnswerState,
    AnswerUnknown,
    Refusal,
    SessionState,
    evidence_complete,
)
from chalicelib.interviewing.tables import Answer, InterviewSession, Scorecard
from chalicelib.interviewing.transcript import AnswerDocumentInvalid, Transcript
from chalicelib.records import service as records
from chalicelib.records.stages import Stage


@dataclass(frozen=True)
class Outcome:
    """What became of an answer or a session.

    `complete` says that the session's evidence is complete and its scorecard stands, so that a
    recommendation can be made for `application_id`.
    """

    session_id: str
    application_id: str
    state: str
    reason: str | None
    complete: bool
    composite: float | None


class _Waiting(Exception):
    """Some part of the answer has not arrived yet."""


def answer(session_id: str, question_id: str) -> Answer:
    """One announced answer. Raises AnswerUnknown."""
    for row in sessions.answers(session_id):
        if row.question_id == question_id:
            return row
    raise AnswerUnknown(session_id=session_id, question_id=question_id)


@ledger.retried
def rate(command: Command, session_id: str, question_id: str, take: int) -> Outcome:
    """Rate a take when all its parts have arrived; safe to call twice and in any order.

    Raises SessionUnknown, AnswerUnknown, StaleRecord.
    """
    row, said = sessions.session(session_id), answer(session_id, question_id)
    if row.state == SessionState.COMPLETED:
        return _late(command, row, said, take)
    if take != int(said.take) or take == int(said.rated_take):
        return _outcome(row, said)
    try:
        _settle(row, said)
    except _Waiting:
        return _incomplete(command, row, said)
    said.rated_take = take
    rows, action = _finish(command, row, [said]), f"answer.{said.state}"
    _commit(command, action, row, [said, *rows], {"question_id": question_id, "take": take})
    return _outcome(sessions.session(session_id), answer(session_id, question_id))


@ledger.retried
def submit(command: Command, session_id: str) -> Outcome:
    """The candidate hands the session in; it completes at once when all answers are final.

    Raises SessionUnknown, StaleRecord.
    """
    row = sessions.session(session_id)
    if row.state == SessionState.OPEN:
        row.state, row.submitted_at = SessionState.SUBMITTED.value, clock.iso(command.at)
        _commit(command, "interview.submitted", row, _finish(command, row, []), {})
    return _outcome(sessions.session(session_id), None)


@ledger.retried
def expire(command: Command, session_id: str) -> Outcome:
    """Close a session after its deadline: what never came is not scored, what came counts.

    Raises SessionUnknown, StaleRecord.
    """
    row = sessions.session(session_id)
    if row.state == SessionState.COMPLETED or clock.parse(row.deadline) > command.at:
        return _outcome(row, None)
    missing = [item for item in sessions.answers(session_id) if item.state in WAITING]
    for item in missing:
        _not_received(item)
    row.state = SessionState.SUBMITTED.value
    row.submitted_at = row.submitted_at or clock.iso(command.at)
    rows = _finish(command, row, missing)
    _commit(command, "interview.expired", row, [*missing, *rows], {"missing": len(missing)})
    return _outcome(sessions.session(session_id), None)


def _settle(row: InterviewSession, said: Answer) -> None:
    """Set an answer to its final state from what lies in storage, or raise _Waiting."""
    prefix = sessions.answer_prefix(row.session_id, said.question_id, int(said.take))
    if storage.size(f"{prefix}answer.json") is None:
        raise _Waiting
    try:
        spoken = transcript.parse(storage.read(f"{prefix}answer.json"))
    except AnswerDocumentInvalid:
        said.state, said.reason = AnswerState.NOT_SCORED.value, Refusal.DOCUMENT_INVALID.value
        return
    if not _recording_intact(prefix, spoken):
        said.state, said.reason = AnswerState.NOT_SCORED.value, Refusal.RECORDING_ALTERED.value
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
        raise _Waiting
    if size != spoken.recording.size_bytes:
        return False
    content = storage.read(f"{prefix}{spoken.recording.name}")
    return hashlib.sha256(content).hexdigest() == spoken.recording.sha256


def _incomplete(command: Command, row: InterviewSession, said: Answer) -> Outcome:
    if said.state != AnswerState.INCOMPLETE:
        said.state = AnswerState.INCOMPLETE.value
        # A command of its own: the same event may come again and must then be able to rate.
        part = command.part("incomplete")
        _commit(part, "answer.incomplete", row, [said], {"question_id": said.question_id})
    return _outcome(row, said)


def _late(command: Command, row: InterviewSession, said: Answer, take: int) -> Outcome:
    """Keep note of a take that came after the session closed; it is not scored."""
    known = {item["take"] for item in said.late} | {int(said.rated_take)}
    if take not in known:
        said.late = [*said.late, {"take": take, "at": clock.iso(command.at)}]
        if said.state != AnswerState.RATED:
            said.reason = Refusal.SESSION_CLOSED.value
        detail = {"question_id": said.question_id, "take": take}
        _commit(command, "answer.late", row, [said], detail)
    return _outcome(row, said)


def _not_received(said: Answer) -> None:
    """An announced take never came: an earlier rated take stands, else nothing was measured."""
    if said.rating is not None and said.rating["state"] == RatingState.RATED:
        said.state, said.reason = AnswerState.RATED.value, None
    else:
        said.state, said.reason = AnswerState.NOT_SCORED.value, Refusal.NOT_RECEIVED.value


def _finish(command: Command, row: InterviewSession, changed: list[Answer]) -> list[Model]:
    """The rows that complete the session, if the evidence is complete with these changes."""
    known = {item.question_id: item for item in sessions.answers(row.session_id)}
    known |= {item.question_id: item for item in changed}
    if not evidence_complete(row.state, [item.state for item in known.values()]):
        return []
    ratings: dict[str, list[AnswerRating]] = {}
    for item in known.values():
        if item.rating is not None and item.state == AnswerState.RATED:
            ratings.setdefault(item.dimension, []).append(load(AnswerRating, item.rating))
        else:
            ratings.setdefault(item.dimension, [])
    model = models.model(row.job_family, int(row.model_version))
    result = scorecard.compose(model, ratings)
    row.state, row.completed_at = SessionState.COMPLETED.value, clock.iso(command.at)
    row.due_key = row.due_at = None
    return [_card(row, result), *_interviewed(command, row.application_id, result.composite)]


def _interviewed(command: Command, application_id: str, composite: float | None) -> list[Model]:
    """The application moved on; one that was withdrawn or rejected meanwhile stays as it is."""
    application = records.application(application_id)
    if application.stage not in (Stage.INVITED, Stage.INTERVIEWING):
        return []
    application.composite = composite
    if composite is None:
        application.attention = "attention.interview-too-little-measured"
    return [records.move(application, Stage.INTERVIEWED, command)]


def _card(row: InterviewSession, result: scorecard.ScorecardResult) -> Scorecard:
    card = Scorecard(row.person_id, f"scorecard#{row.session_id}", session_id=row.session_id)
    card.application_id, card.job_family = row.application_id, row.job_family
    card.model_version, card.scorer = row.model_version, SCORER_VERSION
    card.composite, card.result = result.composite, dump(result)
    card.reason = result.reason.value if result.reason else None
    return card


def _commit(
    command: Command,
    action: str,
    row: InterviewSession,
    rows: list[Model],
    detail: dict[str, object],
) -> None:
    """Write with the session's version, so that of two last answers one sees the other."""
    done = row.state == SessionState.COMPLETED and any(isinstance(item, Scorecard) for item in rows)
    told = {"session_id": row.session_id, "application_id": row.application_id}
    if ledger.commit(
        command,
        action=action,
        subject=row.person_id,
        changes=[row, *rows],
        announce=[Announcement("interview.completed", row.session_id, told)] if done else (),
        detail={"session_id": row.session_id, **detail},
    ):
        count("".join(part.title() for part in action.replace("_", ".").split(".")))


def _outcome(row: InterviewSession, said: Answer | None) -> Outcome:
    card = sessions.scorecard(row.session_id) if row.state == SessionState.COMPLETED else None
    return Outcome(
        row.session_id,
        row.application_id,
        said.state if said else row.state,
        said.reason if said else None,
        card is not None,
        float(card.composite) if card and card.composite is not None else None,
    )
