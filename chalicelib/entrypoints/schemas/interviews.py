"""Invitations, interview sessions, answers."""

from typing import Any, Literal

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, SignedPost, Taken


class InvitationsTaken(Taken):
    """Whom to invite, and by when they should have answered."""

    application_ids: list[str] = Field(min_length=1, max_length=200)
    deadline_days: int = Field(7, ge=1, le=60)


class InvitationGiven(Given):
    """One invitation; its link goes to the candidate alone."""

    application_id: str
    session_id: str


class InvitationRefused(Given):
    """One application that could not be invited, and why."""

    application_id: str
    code: str
    message: dict[str, str]


class Invitations(Given):
    """What became of each application named."""

    invited: list[InvitationGiven]
    refused: list[InvitationRefused]


class SessionGiven(Given):
    """One candidate's structured interview: what is asked, rated and not rated."""

    session_id: str
    application_id: str
    requisition_id: str
    state: str
    deadline: str
    language: str
    questions: list[dict[str, Any]]
    dimensions: list[dict[str, Any]]
    answers: list[dict[str, Any]]
    consents: dict[str, bool]
    expression: dict[str, Any]
    version: int


class AnswerWish(Taken):
    """How a question will be answered, and how many frames would come with it."""

    mode: Literal["text", "voice", "video"] = "text"
    frames: int = Field(0, ge=0, le=600)


class AnswerPermit(Given):
    """Where the parts of one answer go. `frames` is null when none may be sent, with the reason."""

    session_id: str
    question_id: str
    take: int
    answer: SignedPost
    frames: SignedPost | None
    frames_reason: dict[str, str]


class AnswerGiven(Given):
    """One answer as it stands, and its rating once there is one."""

    session_id: str
    question_id: str
    take: int
    state: str
    reason: dict[str, str] | None
    rating: dict[str, Any] | None


class SubmissionGiven(Given):
    """The session is submitted; the scorecard follows when the last answer is rated."""

    session_id: str
    state: str
    complete: bool
