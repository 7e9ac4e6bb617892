"""Answers that came: rating them, and completing a session when the evidence is complete."""

from dataclasses import dataclass

from pynamodb.models import Model

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump
from chalicelib.interviewing.ratings import SCORER_VERSION
from chalicelib.interviewing.scorecard import ScorecardResult
from chalicelib.interviewing.service import composing, following, sessions, transcribing
from chalicelib.interviewing.service.settling import Waiting, settle, settle_late
from chalicelib.interviewing.service.transcribing import AwaitsWords
from chalicelib.interviewing.states import (
    NO_SHOW,
    OVER,
    AnswerState,
    AnswerUnknown,
    Refusal,
    SessionState,
    closed_by_time,
    evidence_complete,
    handed_in,
)
from chalicelib.interviewing.tables import Answer, InterviewSession, Scorecard
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


def answer(session_id: str, question_id: str) -> Answer:
    """One announced answer. Raises AnswerUnknown."""
    for row in sessions.answers(session_id):
        if row.question_id == question_id:
            return row
    raise AnswerUnknown(session_id=session_id, question_id=question_id)


@ledger.retried
def rate(command: Command, session_id: str, question_id: str, take: int) -> Outcome:
    """Rate a take when all its parts have arrived; safe to call twice and in any order.

    A take that came before a newer one was announced is rated too: it counts if the newer one
    never comes.

    Raises SessionUnknown, AnswerUnknown, StaleRecord.
    """
    row, said = sessions.session(session_id), answer(session_id, question_id)
    if row.state in OVER:
        return _late(command, row, said, take)
    if not int(said.rated_take) < take <= int(said.take):
        return _outcome(row, said)
    waited = said.state
    try:
        changed = [said, *settle(row, said, take, sessions.partner_of(said))]
    except AwaitsWords as awaited:
        if transcribing.begun_and_ended(command, row, awaited):
            return rate(command, session_id, question_id, take)
        return _under_way(command, row, said, take, AnswerState.TRANSCRIBING)
    except Waiting:
        return _under_way(command, row, said, take, AnswerState.INCOMPLETE)
    action = f"answer.{said.state}"
    followed = following.ask(command, row, said)
    if take < int(said.take):
        said.state = waited
    rows = _finish(command, row, changed)
    detail: dict[str, object] = {"question_id": question_id, "take": take}
    _commit(command, action, row, [*changed, *rows], detail | followed)
    return _outcome(sessions.session(session_id), answer(session_id, question_id))


@ledger.retried
def submit(command: Command, session_id: str) -> Outcome:
    """The candidate hands the session in; it completes at once when all answers are final.

    Raises SessionUnknown, StaleRecord.
    """
    row = sessions.session(session_id)
    if row.state == SessionState.OPEN:
        row.state, row.submitted_at = handed_in(row.state).value, clock.iso(command.at)
        _commit(command, "interview.submitted", row, _finish(command, row, []), {})
    return _outcome(sessions.session(session_id), None)


@ledger.retried
def expire(command: Command, session_id: str) -> Outcome:
    """Close a session after its deadline: what never came is not scored, what came counts.

    Raises SessionUnknown, StaleRecord.
    """
    row = sessions.session(session_id)
    if row.state in OVER or clock.parse(row.deadline) > command.at:
        return _outcome(row, None)
    said = sessions.answers(session_id)
    try:
        waiting, changed = settle_late(row, said)
    except AwaitsWords as awaited:
        return _closing_late(command, row, awaited)
    state = closed_by_time(row.state, [int(item.rated_take) for item in said])
    if state == SessionState.MISSED:
        rows, action = _missed(command, row), "interview.missed"
    else:
        row.state = state.value
        row.submitted_at = row.submitted_at or clock.iso(command.at)
        rows, action = _finish(command, row, changed), "interview.expired"
    detail: dict[str, object] = {
        "missing": sum(item.reason == Refusal.NOT_RECEIVED for item in waiting)
    }
    _commit(command, action, row, [*changed, *rows], detail)
    return _outcome(sessions.session(session_id), None)


def _closing_late(command: Command, row: InterviewSession, awaited: AwaitsWords) -> Outcome:
    """The deadline has passed, but a recording that came in time is still being recognised."""
    transcribing.ask(command, row, awaited)
    if row.state == SessionState.OPEN:
        row.state, row.submitted_at = SessionState.SUBMITTED.value, clock.iso(command.at)
        _commit(command.part("awaits-words"), "interview.awaits-words", row, [], {})
    return _outcome(row, None)


def _missed(command: Command, row: InterviewSession) -> list[Model]:
    """Nobody came: the application stays where it is and asks for a person."""
    row.state, row.due_key, row.due_at = SessionState.MISSED.value, None, None
    application = records.application(row.application_id)
    if application.stage not in (Stage.INVITED, Stage.INTERVIEWING):
        return []
    application.attention = NO_SHOW
    application.place(command.at)
    return [application]


def _under_way(
    command: Command, row: InterviewSession, said: Answer, take: int, state: AnswerState
) -> Outcome:
    if said.state != state and take == int(said.take):
        said.state = state.value
        # A command of its own: the same event may come again and must then be able to rate.
        part = command.part(state.value)
        _commit(part, f"answer.{state.value}", row, [said], {"question_id": said.question_id})
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


def _finish(command: Command, row: InterviewSession, changed: list[Answer]) -> list[Model]:
    """The rows that complete the session, if the evidence is complete with these changes."""
    known = {item.question_id: item for item in sessions.answers(row.session_id)}
    known |= {item.question_id: item for item in changed}
    if not evidence_complete(row.state, [item.state for item in known.values()]):
        return []
    result = composing.compose(row, known.values())
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


def _card(row: InterviewSession, result: ScorecardResult) -> Scorecard:
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
