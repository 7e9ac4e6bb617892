"""The questions of a session as one candidate meets them: time, drafts, takes left."""

from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.accommodation import Allowance, allowance, stretched
from chalicelib.interviewing.states import MOST_TAKES


@dataclass(frozen=True)
class Asked:
    """A question, or a follow-up of the question `of`; times in seconds.

    `gentler_seconds` is the time to think with the softer wording, `left` what is left of it on
    any device (None: all); `number` counts the questions, a follow-up has that of its question.
    """

    question: dict[str, Any]
    number: int
    of: str
    first: dict[str, str]
    think_seconds: int
    gentler_seconds: int
    answer_seconds: int
    takes_left: int
    state: str
    text: str
    mode: str
    begun: bool
    gentler: bool
    left: int | None
    revision: int


def asked(view: interviewing.SessionView, standing: interviewing.Standing) -> list[Asked]:
    """Every question of a session in its order, follow-ups after all of them."""
    numbers = {item.question_id: n for n, item in enumerate(view.questions, start=1)}
    texts = {item.question_id: item.text for item in view.questions}
    found = []
    for question in view.questions:
        times = (
            allowance(question, standing.picked),
            allowance(question, standing.picked, gentler=True).think_seconds,
        )
        number = numbers[question.question_id]
        found.append(_one(dump(question), number, times, (view, standing)))
    for more in view.follow_ups:
        own = stretched(more.think_seconds, more.answer_seconds, standing.picked)
        plain = {"gentler": None} | dump(more) | {"first": texts.get(more.of, {})}
        times = (own, own.think_seconds)
        found.append(_one(plain, numbers.get(more.of, 0), times, (view, standing)))
    return found


def _one(
    question: dict[str, Any],
    number: int,
    times: tuple[Allowance, int],
    known: tuple[interviewing.SessionView, interviewing.Standing],
) -> Asked:
    view, standing = known
    name = question["question_id"]
    draft = next((item for item in standing.drafts if item.question_id == name), None)
    answer = next((item for item in view.answers if item.question_id == name), None)
    gentler = bool(standing.picked.gentler or (draft and draft.gentler))
    own, softer = times
    left = draft.think_left_seconds if draft else None
    mode = str(draft.mode) if draft else "text"
    return Asked(
        question=question,
        number=number,
        of=question.get("of") or "",
        first=question.get("first") or {},
        think_seconds=softer if gentler else own.think_seconds,
        gentler_seconds=softer,
        answer_seconds=own.answer_seconds,
        takes_left=MOST_TAKES - (int(answer.take) if answer else 0),
        state=str(answer.state) if answer else "",
        text=str(draft.text) if draft else "",
        mode="text" if standing.picked.text_only else mode,
        begun=bool(draft and draft.begun) or answer is not None,
        gentler=gentler,
        left=None if left is None else int(left),
        revision=int(draft.revision) if draft else 0,
    )
