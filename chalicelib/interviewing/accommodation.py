"""What a candidate may pick to make the interview easier to take; the anchors stay the same.

Who picks something is asked for no reason, and nothing of it reaches a rating or a page of HR.
"""

from dataclasses import dataclass

from chalicelib.interviewing.questions import Question
from chalicelib.interviewing.questions import gentler as softened

#: Time and a half is the usual extended time in examinations; thinking gets twice as much.
MORE_THINKING = 2.0
MORE_ANSWERING = 1.5


@dataclass(frozen=True)
class Accommodations:
    """What was picked: more time, answering in writing alone, the gentler wording first."""

    more_time: bool = False
    text_only: bool = False
    gentler: bool = False


NONE = Accommodations()


@dataclass(frozen=True)
class Allowance:
    """How long one person may think about a question and record an answer, in seconds."""

    think_seconds: int
    answer_seconds: int


def allowance(question: Question, picked: Accommodations, *, gentler: bool = False) -> Allowance:
    """The time that a question gives this person.

    Parameters
    ----------
    question : as the session asks it.
    picked : what the person picked for the whole interview.
    gentler : whether they opened the softer wording of this question.

    Returns
    -------
    Allowance
        Never less than the question gives everybody.
    """
    asked = softened(question) if gentler or picked.gentler else question
    return stretched(asked.think_seconds, asked.answer_seconds, picked)


def stretched(think_seconds: int, answer_seconds: int, picked: Accommodations) -> Allowance:
    """The times of a question or follow-up, stretched for a person who picked more time."""
    thinking = MORE_THINKING if picked.more_time else 1.0
    answering = MORE_ANSWERING if picked.more_time else 1.0
    return Allowance(round(think_seconds * thinking), round(answer_seconds * answering))
