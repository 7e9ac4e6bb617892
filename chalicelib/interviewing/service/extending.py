"""More time: a named colleague sets a later deadline and says why."""

from datetime import datetime

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.interviewing.service import sessions
from chalicelib.interviewing.service.invitation import due_key
from chalicelib.interviewing.states import NO_SHOW, SessionClosed, with_more_time
from chalicelib.interviewing.tables import InterviewSession
from chalicelib.records import service as records
from chalicelib.records.stages import Stage


@ledger.retried
def extend(command: Command, session_id: str, deadline: datetime, reason: str) -> InterviewSession:
    """Give a session a later deadline and tell the candidate; one that was missed opens again.

    Raises SessionUnknown, SessionClosed, DeadlinePast, DeadlineNotLater.
    """
    row = sessions.session(session_id)
    if ledger.applied(command):
        return row
    old = clock.parse(row.deadline)
    state = with_more_time(row.state, old=old, new=deadline, now=command.at)
    application = records.application(row.application_id)
    if application.stage not in (Stage.INVITED, Stage.INTERVIEWING):
        raise SessionClosed(state=application.stage)
    row.state, row.deadline, row.due_at = state.value, clock.iso(deadline), clock.iso(deadline)
    row.due_key = due_key(row.person_id)
    note = {"at": clock.iso(command.at), "by": command.actor.actor_id, "reason": reason}
    row.extensions = [*row.extensions, note | {"before": clock.iso(old), "until": row.deadline}]
    changes: list[InterviewSession | records.Application] = [row]
    if application.attention == NO_SHOW:
        application.attention = None
        application.place(command.at)
        changes.append(application)
    told = {"session_id": session_id, "application_id": row.application_id}
    told["deadline"] = row.deadline
    if ledger.commit(
        command,
        action="interview.extended",
        subject=row.person_id,
        changes=changes,
        announce=[Announcement("interview.extended", session_id, dict(told))],
        detail=told | {"before": clock.iso(old), "reason": reason},
    ):
        count("InterviewExtended", requisition_id=row.requisition_id)
    return sessions.session(session_id)
