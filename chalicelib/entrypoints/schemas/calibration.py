"""A company's own raters, and a question's own model fitted from what they rated."""

from typing import Any, Literal

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Reason, Taken

Language = Literal["zh", "en"]


class QueueWish(Taken):
    """Whose answers to put on a question's queue; they are drawn, not chosen by rating."""

    language: Language = "zh"
    requisition_id: str = Field(max_length=64)
    most: int = Field(40, ge=1, le=80)


class QueueFilled(Given):
    """How many answers were added."""

    question_id: str
    language: str
    added: int


class LanguageQuery(Taken):
    """In which language the interviews were held."""

    language: Language = "zh"


class AnswerToRate(Given):
    """One answer as a rater sees it: no name, no score, no other rater."""

    session_id: str
    words: str


class QueueGiven(Given):
    """The next answer to rate, with the anchors of a 1 to a 5; null when nothing waits."""

    question_id: str
    language: str
    question: dict[str, str]
    dimension: dict[str, str]
    anchors: list[dict[str, str]]
    waiting: int
    answer: AnswerToRate | None


class MarkTaken(Taken):
    """A rater's rating of one answer by the anchors."""

    language: Language = "zh"
    rating: int = Field(ge=1, le=5)


class SeverityGiven(Given):
    """How far a rater lies above (+, lenient) or below (-, severe) others on shared answers."""

    rater: str
    points: float
    shared: int
    corrected: bool


class AgreementGiven(Given):
    """How far two raters of an answer agree; null: too few answers to say."""

    n: int
    kind: str
    icc: float | None
    icc_interval: tuple[float, float] | None
    kappa: float | None
    kappa_interval: tuple[float, float] | None


class QuestionModelGiven(Given):
    """One version of a question's model with its leave-one-out figures and its decisions."""

    version: int
    state: str
    scorer: str
    encoder: str
    fitted_at: str
    requested_by: str
    validation: dict[str, Any]
    agreement: dict[str, Any]
    decisions: list[dict[str, Any]]


class CalibrationGiven(Given):
    """How a question's calibration stands; `in_force` 0: its answers are not calibrated here."""

    question_id: str
    language: str
    answers: int
    rated_twice: int
    needed: int
    in_force: int
    severities: list[SeverityGiven]
    agreement: AgreementGiven
    models: list[QuestionModelGiven]


class FitWish(Taken):
    """In which language to fit a model."""

    language: Language = "zh"


class FitStarted(Given):
    """A model is being fitted; look at the calibration for it."""

    question_id: str
    language: str
    answers: int


class DecisionTaken(Taken):
    """What a named person decides on a version, and why."""

    language: Language = "zh"
    decision: Literal["adopt", "decline", "withdraw"]
    reason: Reason
