"""What is asked about which dimension, and the choice for a session."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation.errors import Invalid
from chalicelib.interviewing.competencies import CompetencyModel, Text2

THINK_SECONDS = 30
ANSWER_SECONDS = 180


class Kind(StrEnum):
    """Asked about the past, or about a case at work."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"


class QuestionMissing(Invalid):
    """A dimension of the model has no question in the bank."""

    code = "question-missing"


@dataclass(frozen=True)
class Question:
    """One question; `gentler` is a simpler wording for a person who cannot begin.

    `job_families` names the families it was written for; empty means any.
    """

    question_id: str
    dimension: str
    kind: Kind
    text: Text2
    gentler: Text2 | None = None
    think_seconds: int = THINK_SECONDS
    answer_seconds: int = ANSWER_SECONDS
    job_families: tuple[str, ...] = ()


def choose(model: CompetencyModel, seed: str, bank: Iterable[Question]) -> tuple[Question, ...]:
    """One question for each dimension of the model, heaviest dimension first.

    Parameters
    ----------
    model : CompetencyModel
        Its dimensions are all covered.
    seed : str
        The session's id; the same seed always gives the same questions.
    bank : iterable of Question
        Questions written for the job family go before general ones.

    Returns
    -------
    tuple of Question
        As many as the model has dimensions.

    Raises
    ------
    QuestionMissing
        A dimension has no fitting question.
    """
    questions = tuple(bank)
    ordered = sorted(model.dimensions, key=lambda item: (-item.weight, item.key))
    return tuple(_one(item.key, model.job_family, seed, questions) for item in ordered)


def _one(dimension: str, family: str, seed: str, bank: tuple[Question, ...]) -> Question:
    fitting = [item for item in bank if item.dimension == dimension]
    own = [item for item in fitting if family in item.job_families]
    general = [item for item in fitting if not item.job_families]
    pool = sorted(own or general, key=lambda item: _draw(seed, item.question_id))
    if not pool:
        raise QuestionMissing(dimension=dimension)
    return pool[0]


def _draw(seed: str, question_id: str) -> str:
    return hashlib.sha256(f"{seed}/{question_id}".encode()).hexdigest()
