"""Where a session and an answer may stand, and when the evidence of a session is complete."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.errors import Conflict, Forbidden, Gone, Invalid, NotFound

MOST_TAKES = 3
#: Between the moment a limit is reached and the moment a recorder has stopped.
GRACE_SECONDS = 5


class SessionState(StrEnum):
    """Open takes answers; submitted waits for uploads; completed has its scorecard.

    Missed: its deadline passed, and nothing was said or handed in.
    """

    OPEN = "open"
    SUBMITTED = "submitted"
    COMPLETED = "completed"
    MISSED = "missed"


class AnswerState(StrEnum):
    """Expected and incomplete wait for uploads, transcribing for words; the others are final.

    Joined: the answer to a follow-up; its words are rated with the answer that it completes.
    """

    EXPECTED = "expected"
    INCOMPLETE = "incomplete"
    TRANSCRIBING = "transcribing"
    RATED = "rated"
    NOT_SCORED = "not_scored"
    JOINED = "joined"


WAITING = frozenset({AnswerState.EXPECTED, AnswerState.INCOMPLETE, AnswerState.TRANSCRIBING})
#: A session that is over: what comes now is kept and not scored.
OVER = frozenset({SessionState.COMPLETED, SessionState.MISSED})
NO_SHOW = "attention.no-show"


class Refusal(StrEnum):
    """Why an answer that came could not be rated, besides the reasons of the gate."""

    DOCUMENT_INVALID = "document_invalid"
    RECORDING_ALTERED = "recording_altered"
    NOT_RECEIVED = "not_received"
    SESSION_CLOSED = "session_closed"
    TOO_LONG = "too_long"


class SessionUnknown(NotFound):
    """No such interview session."""

    code = "session-unknown"


class QuestionUnknown(NotFound):
    """The session does not ask this question."""

    code = "question-unknown"


class AnswerUnknown(NotFound):
    """This answer was never announced."""

    code = "answer-unknown"


class SessionClosed(Conflict):
    """The session was submitted and takes no more answers."""

    code = "session-closed"


class SessionExpired(Gone):
    """The session's deadline has passed."""

    code = "session-expired"


class TakesUsedUp(Conflict):
    """The question was answered as often as is allowed."""

    code = "takes-used-up"


class DeadlinePast(Invalid):
    """A deadline must lie in the future."""

    code = "deadline-past"


class DeadlineNotLater(Invalid):
    """More time means a later deadline than the one that stands."""

    code = "deadline-not-later"


class DraftNewer(Conflict):
    """Another device has saved a newer draft of this answer."""

    code = "draft-newer"


class ConsentNeeded(Forbidden):
    """The candidate has not consented to the interview."""

    code = "interview-consent-needed"


def check_open(state: str, deadline: datetime, now: datetime) -> None:
    """Let an open session pass.

    Raises
    ------
    SessionClosed, SessionExpired
    """
    if state != SessionState.OPEN:
        raise SessionClosed(state=state)
    if now > deadline:
        raise SessionExpired(deadline=deadline.isoformat())


def evidence_complete(state: str, answers: Iterable[str]) -> bool:
    """Whether a session was submitted and no announced answer is still under way."""
    return state == SessionState.SUBMITTED and not any(item in WAITING for item in answers)


def missed(state: str, takes_received: Iterable[int]) -> bool:
    """Whether nobody came: never handed in, and of no answer did any take arrive.

    Parameters
    ----------
    state : the session's state at its deadline.
    takes_received : for each announced answer the last take that arrived, 0 for none.
    """
    return state == SessionState.OPEN and not any(takes_received)


def handed_in(state: str) -> SessionState:
    """The state after the candidate hands in; what is over or handed in stays as it is."""
    return SessionState.SUBMITTED if state == SessionState.OPEN else SessionState(state)


def closed_by_time(state: str, takes_received: Iterable[int]) -> SessionState:
    """The state after the deadline: missed where nobody came, else handed in."""
    if missed(state, takes_received):
        return SessionState.MISSED
    return SessionState.SUBMITTED if state not in OVER else SessionState(state)


def with_more_time(state: str, *, old: datetime, new: datetime, now: datetime) -> SessionState:
    """The state after HR sets a later deadline: open again, also where nobody had come.

    Raises
    ------
    SessionClosed, DeadlinePast, DeadlineNotLater
    """
    if state not in (SessionState.OPEN, SessionState.MISSED):
        raise SessionClosed(state=state)
    if new <= now:
        raise DeadlinePast(deadline=new.isoformat())
    if new <= old:
        raise DeadlineNotLater(deadline=new.isoformat(), standing=old.isoformat())
    return SessionState.OPEN


def takes_follow_ups(state: str, deadline: datetime, now: datetime, *, switched_on: bool) -> bool:
    """Whether a session may still be asked something: switched on, open, before its deadline."""
    return switched_on and state == SessionState.OPEN and now < deadline


def check_draft(seen: int | None, stands: int) -> None:
    """Let a draft pass that continues the saved one; None overwrites knowingly.

    Raises
    ------
    DraftNewer
    """
    if seen is not None and seen < stands:
        raise DraftNewer(revision=stands)


def too_long(seconds: float | None, allowed_seconds: int) -> bool:
    """Whether a recording is longer than anybody is allowed; a few seconds are how devices stop."""
    return seconds is not None and seconds > allowed_seconds + GRACE_SECONDS
