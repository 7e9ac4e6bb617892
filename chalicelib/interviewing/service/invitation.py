"""What one invitation writes: a session with its questions, the application moved, a letter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump
from chalicelib.interviewing.choosing import to_ask
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.questions import Question
from chalicelib.interviewing.states import NO_SHOW, DeadlinePast, SessionState
from chalicelib.interviewing.tables import InterviewSession
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

LIST_SHARDS = 4


@dataclass(frozen=True)
class Wish:
    """What an invitation says: `deadline` for somebody in a time zone, by its name."""

    requisition_id: str
    deadline: Callable[[str], datetime]


@dataclass(frozen=True)
class Desk:
    """What all invitations of one call share, read once; `kept` are the questions HR chose."""

    command: Command
    wish: Wish
    follow_ups: bool
    model: CompetencyModel
    bank: tuple[Question, ...]
    kept: tuple[Question, ...]


@dataclass(frozen=True)
class Pair:
    """An application with the person who made it, as they stand now."""

    application: records.Application
    person: records.Person


def session_id_of(command: Command, application_id: str) -> str:
    """The session that a command opens for an application, the same at each retry."""
    person_id = ids.person_of(application_id)
    return f"{person_id}-{command.part(application_id).new_id('session')}"


def part_of(desk: Desk, pair: Pair) -> ledger.Part:
    """What one invitation writes. Raises DeadlinePast, IllegalMove, QuestionMissing."""
    command, application = desk.command, pair.application
    deadline = desk.wish.deadline(pair.person.timezone)
    if deadline <= command.at:
        raise DeadlinePast(deadline=clock.iso(deadline))
    moved = _invited(command, application)
    session_id = session_id_of(command, application.application_id)
    chosen = to_ask(desk.model, desk.kept, desk.bank, application.requisition_id)
    row = InterviewSession(application.person_id, f"session#{session_id}", session_id=session_id)
    row.application_id, row.requisition_id = application.application_id, application.requisition_id
    row.job_family, row.model_version = application.job_family, desk.model.version
    row.language, row.deadline = pair.person.language, clock.iso(deadline)
    row.questions, row.follow_ups_on = [dump(item) for item in chosen], desk.follow_ups
    row.due_key, row.due_at = due_key(application.person_id), clock.iso(deadline)
    told = {"session_id": session_id, "application_id": application.application_id}
    told["deadline"] = row.deadline
    return ledger.Part(
        "interview.invited",
        application.person_id,
        (row, moved),
        (Announcement("interview.invited", session_id, dict(told)),),
        told | {"model_version": desk.model.version, "questions": len(chosen)},
    )


def _invited(command: Command, row: records.Application) -> records.Application:
    """The application, invited now, or once more where nobody came to the interviews before."""
    if row.stage not in (Stage.INVITED, Stage.INTERVIEWING):
        return records.move(row, Stage.INVITED, command)
    held = [
        item
        for item in records.items_of(row.application_id, "session")
        if isinstance(item, InterviewSession)
    ]
    if not held or any(item.state != SessionState.MISSED for item in held):
        return records.move(row, Stage.INVITED, command)
    row.attention = None if row.attention == NO_SHOW else row.attention
    row.place(command.at)
    return row


def due_key(person_id: str) -> str:
    """Under which the session is found when its deadline has passed."""
    return f"session#{ids.shard(person_id, LIST_SHARDS)}"
