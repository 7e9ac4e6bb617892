"""The question bank, and the questions that a requisition asks."""

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from chalicelib.entrypoints.schemas.common import Given, Loose2, Reason, Slug, Taken

Part = Literal["S", "T", "A", "R"]
Kinds = Literal["behavioural", "situational", "follow_up"]


class QuestionsQuery(Taken):
    """Which questions; an empty field asks for nothing."""

    job_family: str = Field("", max_length=64)
    dimension: str = Field("", max_length=64, description="`any` finds general follow-ups")
    kind: Literal["", "behavioural", "situational", "follow_up"] = ""
    state: Literal["", "in-force", "retired"] = ""
    q: str = Field("", max_length=80, description="words of the question, in any order")


class QuestionGiven(Given):
    """A question as it stands; `figures` are null for who may not see scores, or without use."""

    question_id: str
    dimension: str
    kind: str
    part: str | None
    text: dict[str, str]
    gentler: dict[str, str] | None
    think_seconds: int
    gentler_think_seconds: int
    answer_seconds: int
    job_families: list[str]
    retired: bool
    version: int
    figures: dict[str, Any] | None = None


class Questions(Given):
    """Questions of the bank."""

    questions: list[QuestionGiven]


class WordingGiven(Given):
    """One wording of a question, who wrote it, when and why."""

    question: QuestionGiven
    changed_by: str
    changed_at: str
    reason: str


class QuestionHistory(Given):
    """A question with every wording it had, the newest first."""

    question_id: str
    wordings: list[WordingGiven]


class Wording(Taken):
    """The words and times of a question; `gentler` asks for the same in softer words."""

    text: Loose2
    gentler: Loose2 | None = None
    think_seconds: int = Field(30, ge=0, le=600)
    gentler_think_seconds: int = Field(60, ge=0, le=600)
    answer_seconds: int = Field(180, ge=30, le=900)
    job_families: list[Slug] = Field(default_factory=list, max_length=20)

    @field_validator("gentler")
    @classmethod
    def _none_for_nothing(cls, value: Loose2 | None) -> Loose2 | None:
        return value if value is not None and value.said else None


class QuestionTaken(Wording):
    """A new question; a follow-up needs the STAR part that it asks for, others a dimension."""

    dimension: str = Field("", max_length=64)
    kind: Kinds = "behavioural"
    part: Part | None = None

    @model_validator(mode="before")
    @classmethod
    def _no_part(cls, values: Any) -> Any:
        if isinstance(values, dict) and values.get("part") == "":
            return {key: value for key, value in values.items() if key != "part"}
        return values


class QuestionEdit(Wording):
    """A new wording in place of `version`."""

    version: int = Field(ge=1)
    reason: str = Field("", max_length=500)


class RetirementTaken(Taken):
    """Why a question is retired or taken back."""

    reason: Reason


class ChoiceTaken(Taken):
    """The questions that a requisition asks, in their order."""

    question_ids: list[str] = Field(min_length=1, max_length=12)


class PickGiven(Given):
    """The question proposed for a dimension, why, and what could be asked instead."""

    dimension: str
    weight: int
    question: QuestionGiven
    reasons: list[dict[str, Any]]
    others: list[QuestionGiven]


class AskedGiven(Given):
    """What a requisition asks: `kept` is HR's choice (empty: the proposal has not been kept)."""

    requisition_id: str
    job_family: str
    model_version: int
    kept: list[QuestionGiven]
    chosen_by: str
    chosen_at: str
    proposed: list[PickGiven]
    version: int
