"""Where a session and an answer may stand, and when the evidence of a session is complete."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.errors import Conflict, Forbidden, Gone, Invalid, NotFound

MOST_TAKES = 3


class SessionState(StrEnum):
    """Open takes answers; submitted waits for uploads; completed has its scorecard.

    Missed: its deadline passed, and nothing was said or handed in.
    """

    OPEN = "open"
    SUBMITTED = "submitted"
    COMPLETED = "completed"
    MISSED = "missed"


class AnswerState(StrEnum):
    """Expected and incomplete wait for uploads; rated and not scored are final for a take."""

    EXPECTED = "expected"
    INCOMPLETE = "incomplete"
    RATED = "rated"
    NOT_SCORED = "not_scored"


WAITING = frozenset({AnswerState.EXPECTED, AnswerState.INCOMPLETE})
#: A session that is over: what comes now is kept and not scored.
OVER = frozenset({SessionState.COMPLETED, SessionState.MISSED})
NO_SHOW = "attention.no-show"


class Refusal(StrEnum):
    """Why an answer that came could not be rated, besides the reasons of the gate."""

    DOCUMENT_INVALID = "document_invalid"
    RECORDING_ALTERED = "recording_altered"
    NOT_RECEIVED = "not_received"
    SESSION_CLOSED = "session_closed"


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
