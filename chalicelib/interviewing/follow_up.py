"""One follow-up for a question whose answer left a part of the story out, asked once.

The answer to it is joined to the first one and both are rated as one, so that whoever is asked
again can tell what they forgot and nobody is rated on one more question than others.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from chalicelib.interviewing.competencies import Text2, bilingual
from chalicelib.interviewing.questions import Question
from chalicelib.interviewing.ratings import AnswerRating, Part, RatingState

#: Asked first: what an answer is worth most for. Of several missing parts one is asked.
ORDER = (Part.RESULT, Part.ACTION, Part.TASK, Part.SITUATION)
MARK = ".follow-up"
JOINT = "\n"
THINK_SECONDS = 20
ANSWER_SECONDS = 90

TEXTS: dict[Part, Text2] = {
    Part.RESULT: bilingual(
        "结果如何？后来怎么样了，您是怎么知道的？",
        "How did it turn out? What happened in the end, and how do you know?",
    ),
    Part.ACTION: bilingual(
        "您自己具体做了什么？请说一两件您亲手做的事。",
        "What exactly did you do yourself? Name one or two things.",
    ),
    Part.TASK: bilingual(
        "当时需要您负责的是什么？要达到什么要求？",
        "What was yours to do then, and what was expected of you?",
    ),
    Part.SITUATION: bilingual(
        "这是在什么时候、什么情况下发生的？",
        "When and in which situation was that?",
    ),
}


@dataclass(frozen=True)
class FollowUp:
    """A follow-up that was asked: `of` is the question it belongs to, `part` what was missing."""

    question_id: str
    of: str
    part: Part
    dimension: str
    text: Text2
    asked_at: str
    think_seconds: int = THINK_SECONDS
    answer_seconds: int = ANSWER_SECONDS


@dataclass(frozen=True)
class Source:
    """Which part of a joined text answers which question: `text[start:end]`."""

    question_id: str
    start: int
    end: int


@dataclass(frozen=True)
class Joined:
    """Two answers as one text, and where each stands in it."""

    text: str
    sources: tuple[Source, ...]


def id_of(question_id: str) -> str:
    """The id of the only follow-up that a question can have."""
    return f"{question_id}{MARK}"


def first_of(question_id: str) -> str:
    """The question that a follow-up belongs to; a question's own id for a question."""
    return question_id.removesuffix(MARK)


def missing(rating: AnswerRating) -> Part | None:
    """The part of the story to ask for, or None when nothing is missing or nothing was rated."""
    if rating.state is not RatingState.RATED or rating.parts is None:
        return None
    return next((part for part in ORDER if part in rating.parts.missing), None)


def due(rating: AnswerRating, question_id: str, asked: Iterable[str]) -> Part | None:
    """The part to ask for after an answer was rated, or None when no follow-up is due.

    Parameters
    ----------
    rating : of the answer to `question_id`.
    question_id : what was answered; a follow-up is never followed up itself.
    asked : the questions of the session that were followed up before; each is asked once.
    """
    if question_id.endswith(MARK) or question_id in set(asked):
        return None
    return missing(rating)


def made(part: Part, question: tuple[str, str], own: Question | None, asked_at: str) -> FollowUp:
    """The follow-up for a missing part.

    Parameters
    ----------
    part : what the answer left out.
    question : id and dimension of what was answered.
    own : the company's wording for this part, which goes before the built-in one.
    asked_at : ISO text of the moment.
    """
    question_id, dimension = question
    return FollowUp(
        question_id=id_of(question_id),
        of=question_id,
        part=part,
        dimension=dimension,
        text=own.text if own else TEXTS[part],
        asked_at=asked_at,
        think_seconds=own.think_seconds if own else THINK_SECONDS,
        answer_seconds=own.answer_seconds if own else ANSWER_SECONDS,
    )


def join(first: tuple[str, str], second: tuple[str, str]) -> Joined:
    """Two answers as one text; each is given as (question id, words), none is changed.

    An answer without words is no part of the text.
    """
    text, sources = "", []
    for question_id, words in (first, second):
        if words.strip():
            start = len(text) + len(JOINT) if text else 0
            text = f"{text}{JOINT}{words}" if text else words
            sources.append(Source(question_id, start, len(text)))
    return Joined(text, tuple(sources))


def own_words(text: str, sources: Iterable[Source], question_id: str) -> str:
    """What was said to one question, out of a joined text; all of it where nothing was joined."""
    known = list(sources)
    return next((text[s.start : s.end] for s in known if s.question_id == question_id), text)


def source_at(sources: Iterable[Source], start: int) -> str:
    """The question to which a span that begins at `start` belongs; "" where nothing was joined."""
    return next((s.question_id for s in sources if s.start <= start < s.end), "")
