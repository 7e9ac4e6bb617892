"""Image frames: leave to send them, what they showed, how many people's were read."""

from typing import Any

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, SignedPost, Taken
from chalicelib.expression.policy import MOST_AT_ONCE, MOST_FRAMES, MOST_TAKES


class FramesWish(Taken):
    """Frames of one recording that the page holds and would send now."""

    take: int = Field(ge=1, le=MOST_TAKES, description="the take that is being recorded")
    began: int = Field(
        ge=10**9, lt=10**10, description="when the recording began, epoch seconds by the device"
    )
    first: int = Field(ge=1, le=MOST_FRAMES, description="the second of the first of them")
    count: int = Field(ge=1, le=MOST_AT_ONCE, description="so many seconds one after the other")


class FramesPermit(Given):
    """One signed upload for each frame; none where law, company or person say no, and why."""

    allowed: bool
    reason: dict[str, str]
    frames: list[SignedPost] = Field(description="in order; each takes one JPEG under one key")


class SessionExpressionGiven(Given):
    """What the frames of a session showed: experimental, used in no decision."""

    session_id: str
    allowed: bool = Field(description="frames may be read now; else nothing is shown")
    reason: dict[str, str]
    note: dict[str, str]
    answers: list[dict[str, Any]] = Field(
        description="by answer: shares 0-1 with interval and n, episodes, seconds, composites"
    )
    confidence: float | None = Field(
        description="mean composite 0-100 over the answers after the first; 50 is as usual"
    )
    answers_counted: int
    lens_calibrated: bool


class PeopleRead(Given):
    """How many people's frames were ever read, against the number that asks for a filing."""

    people: int
    alarm_at: int
    filing_at: int
    filing: str = Field(description="none, prepare or due")


class VisibleWorth(Given):
    """What a declared visible part was worth among the hired so far, uncorrected; null below 30."""

    job_family: str
    n: int
    needed: int
    raw: float | None = Field(description="correlation of the number with the locked outcome")
    raw_low: float | None
    raw_high: float | None
    beside_words: float | None = Field(description="the same, given the rating of the words")
    low: float | None
    high: float | None


class FramesSwitch(Taken):
    """Whether a requisition reads frames, and how much of communication a visual part makes."""

    expression: bool
    visual_weight: int = Field(
        0, ge=0, le=20, description="percent of the rating of communication; 0: no part at all"
    )
