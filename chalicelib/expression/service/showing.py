"""What was read, answer by answer: of each take its last recording."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.expression import policy, session
from chalicelib.expression.answer import AnswerExpression
from chalicelib.expression.reading import FrameReading
from chalicelib.expression.session import Series, SessionExpression
from chalicelib.expression.tables import Frame
from chalicelib.foundation import ids
from chalicelib.foundation.values import load


@dataclass(frozen=True)
class Asked:
    """One answer that may have frames: its question and the take that counts."""

    question_id: str
    take: int


def session_of(session_id: str, asked: Sequence[Asked]) -> SessionExpression:
    """What the frames of a session showed; `asked` in the order of the questions."""
    rows = _rows(session_id)
    series = {item.question_id: _series(rows, item) for item in asked}
    return session.arrange(series, _series(rows, Asked(policy.LENS, 1)))


def figures_of(session_id: str, asked: Sequence[Asked]) -> dict[str, AnswerExpression]:
    """The figures of those of these takes that have frames, without the person's usual."""
    rows = _rows(session_id)
    series = {item.question_id: _series(rows, item) for item in asked}
    return {name: session.figures(each) for name, each in series.items() if each}


def summary_of(session_id: str, question_id: str, take: int) -> AnswerExpression:
    """The figures of one answer's frames, without the person's usual."""
    return session.figures(_series(_rows(session_id), Asked(question_id, take)))


def _rows(session_id: str) -> list[Frame]:
    start = Frame.item_id.startswith(f"frame#{session_id}#")
    return list(Frame.query(ids.person_of(session_id), start, consistent_read=True))


def _series(rows: Sequence[Frame], item: Asked) -> Series:
    """A take's readings by the second of its last recording: one begun again replaced it."""
    own = [row for row in rows if row.question_id == item.question_id and row.take == item.take]
    last = max((int(row.began) for row in own), default=0)
    found = [(int(r.number), load(FrameReading, r.reading)) for r in own if int(r.began) == last]
    return sorted(found, key=lambda pair: pair[0])
