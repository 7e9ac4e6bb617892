"""Invitations, interview sessions, answers."""

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, ConfigDict, Field, StringConstraints, model_validator

from chalicelib.entrypoints.schemas.common import Given, Reason, SignedPost, Taken


class InvitationsTaken(Taken):
    """Whom to invite, and by when they should have answered."""

    application_ids: list[Annotated[str, StringConstraints(max_length=64)]] = Field(
        min_length=1, max_length=1000
    )
    deadline_days: int = Field(
        7, ge=1, le=60, description="until the end of that day in each candidate's time zone"
    )


class InvitationGiven(Given):
    """One invitation; its link goes to the candidate alone."""

    application_id: str
    session_id: str


class InvitationRefused(Given):
    """One application that could not be invited, why, and whether the same call may help."""

    application_id: str
    code: str
    message: dict[str, str]
    retry: bool = False


class Invitations(Given):
    """What became of each application named."""

    invited: list[InvitationGiven]
    refused: list[InvitationRefused]


class DraftGiven(Given):
    """What was written to a question and not sent; `revision` counts the savings."""

    question_id: str
    text: str
    mode: Literal["text", "voice", "video"]
    begun: bool
    gentler: bool
    think_left_seconds: int | None
    revision: int
    saved_at: str


class DraftTaken(Taken):
    """A draft to keep. `seen` is the revision that this device goes on from: a newer one that
    another device saved is not overwritten (409); null overwrites it."""

    model_config = ConfigDict(str_strip_whitespace=False)

    text: str = Field("", max_length=20_000)
    mode: Literal["text", "voice", "video"] = "text"
    begun: bool = Field(False, description="thinking is over, or was skipped")
    gentler: bool = Field(False, description="the softer wording was opened")
    think_left_seconds: int | None = Field(None, ge=0, le=3600)
    here: bool = Field(True, description="the candidate is at this question: go on here later")
    seen: int | None = Field(None, ge=0)


class Picked(Taken):
    """What makes the interview easier to take; asked for no reason, seen by nobody who rates."""

    more_time: bool = False
    text_only: bool = False
    gentler: bool = False


class Allowance(Given):
    """The time that a question gives this candidate, by what they picked."""

    question_id: str
    think_seconds: int
    answer_seconds: int
    takes_left: int


class Progress(Given):
    """Where a candidate is, on whichever device they come back."""

    place: str
    picked: Picked
    allowances: list[Allowance]
    drafts: list[DraftGiven]


class ExtensionTaken(Taken):
    """A later deadline: a moment with its offset, or so many days after the one that stands."""

    deadline: AwareDatetime | None = None
    days: int | None = Field(None, ge=1, le=60)
    reason: Reason

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.deadline is None) == (self.days is None):
            raise ValueError("either deadline or days")
        return self


class Extended(Given):
    """The deadline that stands now."""

    session_id: str
    application_id: str
    state: str
    deadline: str


class TimezoneTaken(Taken):
    """The IANA name of the zone that a person is in."""

    timezone: str = Field(min_length=3, max_length=64)


class SessionGiven(Given):
    """One candidate's structured interview: what is asked, rated and not rated."""

    session_id: str
    application_id: str
    requisition_id: str
    state: str
    deadline: str
    language: str
    timezone: str = Field(description="the candidate's; `deadline` is in UTC")
    questions: list[dict[str, Any]]
    follow_ups: list[dict[str, Any]] = Field(description="asked once, where a part was missing")
    dimensions: list[dict[str, Any]]
    answers: list[dict[str, Any]]
    consents: dict[str, bool]
    expression: dict[str, Any]
    progress: Progress | None = Field(description="the candidate's own; null for everybody else")
    extensions: list[dict[str, Any]]
    version: int


class AnswerWish(Taken):
    """How a question will be answered."""

    mode: Literal["text", "voice", "video"] = "text"


class AnswerPermit(Given):
    """Where the parts of one answer go."""

    session_id: str
    question_id: str
    take: int
    answer: SignedPost


class AnswerGiven(Given):
    """One answer as it stands, and its rating once there is one."""

    session_id: str
    question_id: str
    take: int
    state: str
    reason: dict[str, str] | None
    rating: dict[str, Any] | None = Field(
        description="of a followed-up answer: of both texts as one; each quote names its question"
    )
    transcript: str | None = Field(description="the words, typed or recognised")
    heard: dict[str, Any] | None = Field(
        description="which engine gave the words, how surely, how they sound; never scored"
    )
    of: str | None = Field(description="the question that a follow-up belongs to")
    sources: list[dict[str, Any]] = Field(
        description="of a joined text: which span answers which question"
    )


class SubmissionGiven(Given):
    """The session is submitted; the scorecard follows when the last answer is rated."""

    session_id: str
    state: str
    complete: bool
