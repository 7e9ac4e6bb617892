"""What rating one answer gives: the number, its parts to the hundredth, the words behind it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from chalicelib.interviewing.competencies import Text2

SCORER_VERSION = "answer-rater-2"
LOWEST_HUNDREDTHS = 100
HIGHEST_HUNDREDTHS = 500


class Part(StrEnum):
    """What a clause tells in a STAR story; OTHER tells none of it."""

    SITUATION = "S"
    TASK = "T"
    ACTION = "A"
    RESULT = "R"
    OTHER = "O"


STAR = (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT)


class Flag(StrEnum):
    """Why a clause was read but not credited."""

    HYPOTHETICAL = "hypothetical"
    SECOND_HAND = "second_hand"
    NEGATED = "negated"
    GENERAL = "general"
    EMPTY = "empty"
    OFF_DIMENSION = "off_dimension"
    TO_SCORER = "to_scorer"
    AGAINST = "against"
    REPEATED = "repeated"


class RatingState(StrEnum):
    """Whether there was enough to rate; `not_scored` is never a low rating."""

    RATED = "rated"
    NOT_SCORED = "not_scored"


class Unscored(StrEnum):
    """Why an answer could not be rated."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    WRONG_LANGUAGE = "wrong_language"
    UNINTELLIGIBLE = "unintelligible"
    SESSION_CLOSED = "session_closed"


@dataclass(frozen=True)
class Evidence:
    """A quoted span: `answer[start:end] == quote`, always. `kind` says what it shows."""

    quote: str
    start: int
    end: int
    kind: str
    credited: bool


@dataclass(frozen=True)
class Contribution:
    """How far one thing moved the rating, in hundredths of a rating point (may be negative)."""

    key: str
    hundredths: int


@dataclass(frozen=True)
class TermUse:
    """A key term: how often it was said, and whether it stood in a clause that carries evidence."""

    term: str
    count: int
    credited: bool


@dataclass(frozen=True)
class StarParts:
    """Which parts of a STAR story were told."""

    situation: bool
    task: bool
    action: bool
    result: bool

    @property
    def missing(self) -> tuple[Part, ...]:
        """The parts that were not heard, in telling order."""
        told = (self.situation, self.task, self.action, self.result)
        return tuple(part for part, present in zip(STAR, told, strict=True) if not present)


@dataclass(frozen=True)
class PartSpan:
    """A clause by offsets, its part, and why it was not credited (if so)."""

    start: int
    end: int
    part: Part
    flag: Flag | None


@dataclass(frozen=True)
class Counterfactual:
    """What would have moved the rating, found by rating again with `added` at the end."""

    change: Text2
    added: str
    rating: float


@dataclass(frozen=True)
class AnswerRating:
    """One answer on one dimension.

    `rating` is 1.0-5.0 with one decimal, or None when not scored; 100 plus the sum of
    `contributions` is exactly `rating` x 100. Sub-scores run 0-100; `confidence` 0-1.
    """

    state: RatingState
    dimension: str
    language: str
    scorer: str
    reason: Unscored | None = None
    rating: float | None = None
    confidence: float = 0.0
    structure: int | None = None
    evidence: int | None = None
    relevance: int | None = None
    contributions: tuple[Contribution, ...] = ()
    quotes: tuple[Evidence, ...] = ()
    spans: tuple[PartSpan, ...] = ()
    parts: StarParts | None = None
    behaviours: tuple[str, ...] = ()
    terms: tuple[TermUse, ...] = ()
    flags: tuple[Flag, ...] = ()
    counterfactual: Counterfactual | None = None


def unscored(dimension: str, language: str, reason: Unscored) -> AnswerRating:
    """A rating that says why there is none."""
    return AnswerRating(RatingState.NOT_SCORED, dimension, language, SCORER_VERSION, reason)


def with_recognition(rating: AnswerRating, recognised_share: float) -> AnswerRating:
    """The rating with its confidence lowered where the words were recognised unsurely (0-1)."""
    return replace(rating, confidence=round(rating.confidence * recognised_share, 2))
