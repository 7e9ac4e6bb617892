"""What is asked about which dimension, and the choice for a session."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from chalicelib.foundation.errors import Invalid
from chalicelib.interviewing.competencies import LANGUAGES, CompetencyModel, Text2
from chalicelib.interviewing.ratings import STAR, Part

THINK_SECONDS = 30
GENTLER_THINK_SECONDS = 60
ANSWER_SECONDS = 180
FOLLOW_UP_THINK_SECONDS = 20
FOLLOW_UP_ANSWER_SECONDS = 90
THINK_RANGE = (0, 600)
ANSWER_RANGE = (30, 900)
LONGEST = 600


class Kind(StrEnum):
    """Asked about the past; set as a case at work; or asked after an answer that lacked a part."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    FOLLOW_UP = "follow_up"


class QuestionMissing(Invalid):
    """A dimension of the model has no question in the bank."""

    code = "question-missing"


class QuestionInvalid(Invalid):
    """A question whose words, times or STAR part do not hold together; its code says which."""

    code = "question-invalid"


@dataclass(frozen=True)
class Question:
    """One question; `gentler` asks for the same, in softer words and with more time to think.

    `job_families` names the families it was written for; empty means any. A follow-up belongs to
    the STAR part that an answer lacked; one without a dimension fits any. `version` counts the
    wordings under one id; a retired question is kept and no longer chosen.
    """

    question_id: str
    dimension: str
    kind: Kind
    text: Text2
    gentler: Text2 | None = None
    think_seconds: int = THINK_SECONDS
    answer_seconds: int = ANSWER_SECONDS
    job_families: tuple[str, ...] = ()
    part: Part | None = None
    gentler_think_seconds: int = GENTLER_THINK_SECONDS
    version: int = 1
    retired: bool = False

    def __post_init__(self) -> None:
        for text in (self.text, self.gentler):
            if text is not None and any(not text.get(x, "").strip() for x in LANGUAGES):
                raise QuestionInvalid("question-both-languages")
            if text is not None and any(len(text[x]) > LONGEST for x in LANGUAGES):
                raise QuestionInvalid("question-too-long")
        follows = self.kind is Kind.FOLLOW_UP
        if follows != (self.part in STAR):
            raise QuestionInvalid("question-part-of-follow-up")
        if not follows and not self.dimension:
            raise QuestionInvalid("question-dimension-needed")
        thinking = (self.think_seconds, self.gentler_think_seconds)
        if not all(THINK_RANGE[0] <= seconds <= THINK_RANGE[1] for seconds in thinking):
            raise QuestionInvalid("question-think-seconds")
        if not ANSWER_RANGE[0] <= self.answer_seconds <= ANSWER_RANGE[1]:
            raise QuestionInvalid("question-answer-seconds")

    @property
    def asked_first(self) -> bool:
        """Whether an interview may begin with it: in force, and no follow-up."""
        return not self.retired and self.kind is not Kind.FOLLOW_UP


def gentler(question: Question) -> Question:
    """The same question in its gentler wording with more time to think; itself without one.

    Id, dimension and with it the anchors stay: only how it is asked changes.
    """
    if question.gentler is None:
        return question
    seconds = max(question.think_seconds, question.gentler_think_seconds)
    return replace(question, text=question.gentler, think_seconds=seconds, gentler=None)


def follow_up(bank: Iterable[Question], dimension: str, part: Part) -> Question | None:
    """What to ask when an answer about a dimension lacks a STAR part; None when the bank has none.

    The dimension's own follow-up goes before a general one; of several the one with the least id,
    so that everybody is asked the same.
    """
    fitting = [
        item
        for item in bank
        if item.kind is Kind.FOLLOW_UP
        and item.part is part
        and not item.retired
        and item.dimension in (dimension, "")
    ]
    return min(fitting, key=lambda item: (item.dimension == "", item.question_id), default=None)


def choose(model: CompetencyModel, seed: str, bank: Iterable[Question]) -> tuple[Question, ...]:
    """One question for each dimension of the model, heaviest dimension first.

    Parameters
    ----------
    model : CompetencyModel
        Its dimensions are all covered.
    seed : str
        The session's id; the same seed always gives the same questions.
    bank : iterable of Question
        Questions written for the job family go before general ones; follow-ups and retired
        questions are left out.

    Returns
    -------
    tuple of Question
        As many as the model has dimensions.

    Raises
    ------
    QuestionMissing
        A dimension has no fitting question.
    """
    questions = tuple(item for item in bank if item.asked_first)
    ordered = sorted(model.dimensions, key=lambda item: (-item.weight, item.key))
    return tuple(_one(item.key, model.job_family, seed, questions) for item in ordered)


def fits(question: Question, dimension: str, family: str) -> bool:
    """Whether an interview for a family may ask this about a dimension."""
    families = question.job_families
    own = question.dimension == dimension and (not families or family in families)
    return own and question.asked_first


def _one(dimension: str, family: str, seed: str, bank: tuple[Question, ...]) -> Question:
    fitting = [item for item in bank if fits(item, dimension, family)]
    own = [item for item in fitting if item.job_families]
    pool = sorted(own or fitting, key=lambda item: _draw(seed, item.question_id))
    if not pool:
        raise QuestionMissing(dimension=dimension)
    return pool[0]


def _draw(seed: str, question_id: str) -> str:
    return hashlib.sha256(f"{seed}/{question_id}".encode()).hexdigest()
