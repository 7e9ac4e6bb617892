"""Interview sessions: announcing answers, looking up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pynamodb.exceptions import DoesNotExist
from pynamodb.models import Model

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.values import load
from chalicelib.interviewing.follow_up import FollowUp, id_of
from chalicelib.interviewing.questions import Question
from chalicelib.interviewing.service.invitation import LIST_SHARDS
from chalicelib.interviewing.states import (
    MOST_TAKES,
    OVER,
    AnswerState,
    ConsentNeeded,
    QuestionUnknown,
    SessionUnknown,
    TakesUsedUp,
    check_open,
)
from chalicelib.interviewing.tables import Answer, InterviewSession, Scorecard
from chalicelib.interviewing.transcript import Mode
from chalicelib.records import service as records
from chalicelib.records.consent import Purpose
from chalicelib.records.stages import Stage


@dataclass(frozen=True)
class SessionView:
    """A session with its typed questions, its answers so far and its scorecard, if any."""

    session: InterviewSession
    questions: tuple[Question, ...]
    follow_ups: tuple[FollowUp, ...]
    answers: tuple[Answer, ...]
    scorecard: Scorecard | None


def session(session_id: str) -> InterviewSession:
    """One session. Raises SessionUnknown."""
    try:
        return InterviewSession.get(
            ids.person_of(session_id), f"session#{session_id}", consistent_read=True
        )
    except DoesNotExist as error:
        raise SessionUnknown(session_id=session_id) from error


def answers(session_id: str) -> list[Answer]:
    """The announced answers of a session."""
    rows = Answer.query(
        ids.person_of(session_id),
        Answer.item_id.startswith(f"answer#{session_id}#"),
        consistent_read=True,
    )
    return list(rows)


def partner_of(said: Answer) -> Answer | None:
    """The answer that a follow-up's completes, or the follow-up's that completes this one."""
    other = said.of or id_of(said.question_id)
    found = {row.question_id: row for row in answers(said.session_id)}
    return found.get(other)


def scorecard(session_id: str) -> Scorecard | None:
    """The scorecard of a session, or None while there is none."""
    try:
        return Scorecard.get(
            ids.person_of(session_id), f"scorecard#{session_id}", consistent_read=True
        )
    except DoesNotExist:
        return None


def scorecard_of(application_id: str) -> Scorecard | None:
    """The scorecard of an application's latest interview, or None while there is none."""
    rows = Scorecard.query(
        ids.person_of(application_id),
        Scorecard.item_id.startswith("scorecard#"),
        consistent_read=True,
    )
    own = [row for row in rows if row.application_id == application_id]
    return max(own, key=lambda row: str(row.created_at), default=None)


def scorecards(session_ids: Iterable[str]) -> dict[str, Scorecard]:
    """The scorecards of many sessions by application, the latest of each; read by the hundred."""
    keys = [(ids.person_of(session), f"scorecard#{session}") for session in sorted({*session_ids})]
    rows = Scorecard.batch_get(keys, consistent_read=True) if keys else ()
    latest = sorted(rows, key=lambda row: str(row.created_at))
    return {str(row.application_id): row for row in latest}


def view(session_id: str) -> SessionView:
    """Everything about a session. Raises SessionUnknown."""
    row = session(session_id)
    return SessionView(
        row,
        tuple(load(Question, item) for item in row.questions),
        tuple(load(FollowUp, item) for item in row.follow_ups),
        tuple(answers(session_id)),
        scorecard(session_id),
    )


def answer_prefix(session_id: str, question_id: str, take: int) -> str:
    """Where a take's parts are uploaded, with the last slash."""
    return f"answers/{session_id}/{question_id}/{take}/"


@ledger.retried
def expect_answer(command: Command, session_id: str, question_id: str, mode: Mode) -> Answer:
    """Announce an answer, or another take of it, before it is uploaded.

    Raises SessionUnknown, QuestionUnknown, SessionClosed, SessionExpired, ConsentNeeded,
    TakesUsedUp.
    """
    row = session(session_id)
    found = {item.question_id: item for item in answers(session_id)}
    if ledger.applied(command):
        return found[question_id]
    check_open(row.state, clock.parse(row.deadline), command.at)
    _check_consent(row)
    answer = found.get(question_id) or _new_answer(row, question_id)
    if int(answer.take) >= MOST_TAKES:
        raise TakesUsedUp(question_id=question_id, takes=MOST_TAKES)
    answer.take, answer.mode = int(answer.take) + 1, mode.value
    answer.state = AnswerState.EXPECTED.value
    # The session's version is part of the write: it may not close while an answer is announced.
    changes: list[Model] = [answer, row]
    application = records.application(row.application_id)
    if application.stage == Stage.INVITED:
        changes.append(records.move(application, Stage.INTERVIEWING, command))
    ledger.commit(
        command,
        action="answer.expected",
        subject=row.person_id,
        changes=changes,
        detail={"session_id": session_id, "question_id": question_id, "take": int(answer.take)},
    )
    return {item.question_id: item for item in answers(session_id)}[question_id]


def question_in(row: InterviewSession, question_id: str) -> dict[str, Any]:
    """A question or follow-up as the session asks it. Raises QuestionUnknown."""
    for item in (*row.questions, *row.follow_ups):
        if item["question_id"] == question_id:
            return dict(item)
    raise QuestionUnknown(question_id=question_id)


def overdue_sessions(now: datetime) -> list[InterviewSession]:
    """Sessions whose deadline has passed and that are not over."""
    return [
        row
        for number in range(LIST_SHARDS)
        for row in InterviewSession.by_due.query(
            f"session#{number}", InterviewSession.due_at < clock.iso(now)
        )
        if isinstance(row, InterviewSession) and row.state not in OVER
    ]


def _new_answer(row: InterviewSession, question_id: str) -> Answer:
    asked = question_in(row, question_id)
    answer = Answer(row.person_id, f"answer#{row.session_id}#{question_id}")
    answer.session_id, answer.question_id = row.session_id, question_id
    answer.dimension, answer.of = asked["dimension"], asked.get("of")
    return answer


def _check_consent(row: InterviewSession) -> None:
    if not records.may_process(row.person_id, Purpose.INTERVIEW, row.requisition_id).allowed:
        raise ConsentNeeded()
