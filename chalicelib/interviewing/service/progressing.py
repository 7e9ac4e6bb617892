"""Where a candidate is: drafts and picks kept on the server, so that any device goes on there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing.accommodation import NONE, Accommodations
from chalicelib.interviewing.service import sessions
from chalicelib.interviewing.states import check_draft, check_open
from chalicelib.interviewing.tables import Draft, InterviewSession, Progress
from chalicelib.interviewing.transcript import Mode

#: A draft goes by itself so long after the deadline.
KEPT_DAYS = 30


@dataclass(frozen=True)
class Written:
    """A draft as a device saves it; `seen` is the revision that it goes on from.

    `here` says that its question is the one shown; a late saving of another does not move on.
    """

    text: str
    mode: Mode
    begun: bool
    gentler: bool
    think_left_seconds: int | None
    seen: int | None
    here: bool = True


@dataclass(frozen=True)
class Standing:
    """Where a candidate is: what they picked, the question they are at, their drafts."""

    picked: Accommodations
    place: str
    drafts: Sequence[Draft]


def standing(session_id: str) -> Standing:
    """Where the candidate of a session is; the beginning where nothing was saved."""
    row = _progress(session_id)
    rows = Draft.query(ids.person_of(session_id), Draft.item_id.startswith(f"draft#{session_id}#"))
    return Standing(picked_in(row), row.place if row else "", list(rows))


def picked(session_id: str) -> Accommodations:
    """What the candidate of a session picked; nothing where they picked nothing."""
    return picked_in(_progress(session_id))


def picked_in(row: Progress | None) -> Accommodations:
    """What a progress row says was picked."""
    return load(Accommodations, row.picked) if row is not None and row.picked else NONE


@ledger.retried
def save_draft(command: Command, session_id: str, question_id: str, written: Written) -> Draft:
    """Keep what a candidate has written to a question; shown, it is the place to go on from.

    Raises SessionUnknown, QuestionUnknown, SessionClosed, SessionExpired, DraftNewer.
    """
    session = sessions.session(session_id)
    sessions.question_in(session, question_id)
    row = _draft(session, question_id)
    if ledger.applied(command):
        return row
    check_open(session.state, clock.parse(session.deadline), command.at)
    check_draft(written.seen, int(row.revision))
    row.text, row.mode, row.begun = written.text, written.mode.value, written.begun
    row.gentler, row.think_left_seconds = written.gentler, written.think_left_seconds
    row.revision, row.saved_at = int(row.revision) + 1, clock.iso(command.at)
    row.expires_at = _goes(session)
    changes: list[Draft | Progress] = [row]
    progress = _progress(session_id) or _new_progress(session)
    if written.here and progress.place != question_id:
        progress.place = question_id
        changes.append(progress)
    ledger.commit(
        command,
        action="interview.draft-saved",
        subject=session.person_id,
        changes=changes,
        detail={"session_id": session_id, "question_id": question_id},
    )
    return _draft(session, question_id)


@ledger.retried
def pick(command: Command, session_id: str, wanted: Accommodations) -> Standing:
    """Keep what makes the interview easier to take for this person; they give no reason.

    Raises SessionUnknown, SessionClosed, SessionExpired.
    """
    session = sessions.session(session_id)
    if not ledger.applied(command):
        check_open(session.state, clock.parse(session.deadline), command.at)
        row = _progress(session_id) or _new_progress(session)
        row.picked = dump(wanted)
        row.notes = [*row.notes, dump(wanted) | {"at": clock.iso(command.at)}]
        if ledger.commit(
            command,
            action="interview.accommodated",
            subject=session.person_id,
            changes=[row],
            detail={"session_id": session_id},
        ):
            count("InterviewAccommodated")
    return standing(session_id)


def _progress(session_id: str) -> Progress | None:
    try:
        return Progress.get(
            ids.person_of(session_id), f"progress#{session_id}", consistent_read=True
        )
    except DoesNotExist:
        return None


def _new_progress(session: InterviewSession) -> Progress:
    name = session.session_id
    row = Progress(session.person_id, f"progress#{name}", session_id=name)
    row.expires_at = _goes(session)
    return row


def _draft(session: InterviewSession, question_id: str) -> Draft:
    key = f"draft#{session.session_id}#{question_id}"
    try:
        return Draft.get(session.person_id, key, consistent_read=True)
    except DoesNotExist:
        return Draft(session.person_id, key, session_id=session.session_id, question_id=question_id)


def _goes(session: InterviewSession) -> int:
    return int((clock.parse(session.deadline) + timedelta(days=KEPT_DAYS)).timestamp())
