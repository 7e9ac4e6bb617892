"""Interview sessions: inviting, announcing answers, looking up."""

from dataclasses import dataclass
from datetime import datetime

from pynamodb.exceptions import DoesNotExist
from pynamodb.models import Model

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import questions as asking
from chalicelib.interviewing.questions import Question
from chalicelib.interviewing.service import models
from chalicelib.interviewing.states import (
    MOST_TAKES,
    NO_SHOW,
    OVER,
    AnswerState,
    ConsentNeeded,
    DeadlinePast,
    QuestionUnknown,
    SessionState,
    SessionUnknown,
    TakesUsedUp,
    check_open,
)
from chalicelib.interviewing.tables import Answer, InterviewSession, Scorecard
from chalicelib.interviewing.transcript import Mode
from chalicelib.records import service as records
from chalicelib.records.consent import Purpose
from chalicelib.records.stages import Stage

LIST_SHARDS = 4


@dataclass(frozen=True)
class SessionView:
    """A session with its typed questions, its answers so far and its scorecard, if any."""

    session: InterviewSession
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    scorecard: Scorecard | None


@ledger.retried
def invite(
    command: Command, application_id: str, deadline: datetime, language: str = "zh"
) -> InterviewSession:
    """Open a session for an application and tell the candidate; again after one was missed.

    Raises NotFound, DeadlinePast, IllegalMove, JobFamilyUnknown, QuestionMissing.
    """
    person_id = ids.person_of(application_id)
    session_id = f"{person_id}-{command.new_id('session')}"
    if ledger.applied(command):
        return session(session_id)
    if deadline <= command.at:
        raise DeadlinePast(deadline=clock.iso(deadline))
    application = _invited(command, application_id)
    model = models.current_model(application.job_family)
    chosen = asking.choose(model, session_id, models.questions())
    row = InterviewSession(person_id, f"session#{session_id}", session_id=session_id)
    row.application_id, row.requisition_id = application_id, application.requisition_id
    row.job_family, row.model_version = application.job_family, model.version
    row.language, row.deadline = language, clock.iso(deadline)
    row.questions = [dump(item) for item in chosen]
    row.due_key, row.due_at = _due_key(person_id), clock.iso(deadline)
    told = {"session_id": session_id, "application_id": application_id, "deadline": row.deadline}
    if ledger.commit(
        command,
        action="interview.invited",
        subject=person_id,
        changes=[row, application],
        announce=[Announcement("interview.invited", session_id, told)],
        detail=told | {"model_version": model.version, "questions": len(chosen)},
    ):
        count("InterviewInvited", requisition_id=application.requisition_id)
    return session(session_id)


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


def view(session_id: str) -> SessionView:
    """Everything about a session. Raises SessionUnknown."""
    row = session(session_id)
    return SessionView(
        row,
        tuple(load(Question, item) for item in row.questions),
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


def _invited(command: Command, application_id: str) -> records.Application:
    """The application, invited now, or once more where nobody came to the interviews before."""
    row = records.application(application_id)
    held = [
        item
        for item in records.items_of(application_id, "session")
        if isinstance(item, InterviewSession)
    ]
    asked_before = row.stage in (Stage.INVITED, Stage.INTERVIEWING) and bool(held)
    if not asked_before or any(item.state != SessionState.MISSED for item in held):
        return records.move(row, Stage.INVITED, command)
    row.attention = None if row.attention == NO_SHOW else row.attention
    row.place(command.at)
    return row


def _new_answer(row: InterviewSession, question_id: str) -> Answer:
    asked = {item["question_id"]: item["dimension"] for item in row.questions}
    if question_id not in asked:
        raise QuestionUnknown(question_id=question_id)
    answer = Answer(row.person_id, f"answer#{row.session_id}#{question_id}")
    answer.session_id, answer.question_id = row.session_id, question_id
    answer.dimension = asked[question_id]
    return answer


def _check_consent(row: InterviewSession) -> None:
    if not records.may_process(row.person_id, Purpose.INTERVIEW, row.requisition_id).allowed:
        raise ConsentNeeded()


def _due_key(person_id: str) -> str:
    return f"session#{ids.shard(person_id, LIST_SHARDS)}"
