"""The optional second reader."""

from typing import Any

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Taken


class SecondReaderTaken(Taken):
    """Whether the organisation wants a second reader, and what it may cost in a month."""

    on: bool
    monthly_tokens: int = Field(1_000_000, ge=0, le=1_000_000_000)


class SecondReaderGiven(Given):
    """How the second reader stands; an empty model means that this deployment names none."""

    on: bool
    model: str
    monthly_tokens: int
    spent_tokens: int = Field(description="set aside this month")


class SecondReadingGiven(Given):
    """What a language model said of an answer; no figure is made of it."""

    session_id: str
    question_id: str
    take: int
    state: str = Field(description="asked, read or dropped")
    reason: str | None
    model: str
    reading: dict[str, Any] | None = Field(
        description="rating 1-5, why, quotes that stand in the answer, instructions_found"
    )
