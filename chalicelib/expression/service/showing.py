"""What was read, answer by answer: of each take its last recording, against the person's usual."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chalicelib.expression import facing, policy
from chalicelib.expression.answer import AnswerExpression, Baseline
from chalicelib.expression.composites import baseline
from chalicelib.expression.reading import FrameReading, LensCalibration
from chalicelib.expression.summary import summarise
from chalicelib.expression.tables import Frame
from chalicelib.foundation import ids
from chalicelib.foundation.values import load

#: Of the looks of a calibration, those at the lens come first.
LENS_LOOKS = 4


@dataclass(frozen=True)
class Asked:
    """One answer that may have frames: its question and the take that counts."""

    question_id: str
    take: int


@dataclass(frozen=True)
class SessionExpression:
    """The figures of a session's answers by question; `usual_from` names the first, neutral one.

    `confidence` 0-100 is the mean of the composite over the answers after that one, None where no
    answer gave it; `answers_counted` says over how many.
    """

    answers: dict[str, AnswerExpression]
    usual_from: str
    confidence: float | None
    answers_counted: int
    lens_calibrated: bool


def session_of(session_id: str, asked: Sequence[Asked]) -> SessionExpression:
    """What the frames of a session showed.

    Parameters
    ----------
    asked : its answers in the order of the questions; the first one with enough frames is the
        person's own usual.
    """
    rows = list(_rows(session_id))
    lens = _calibration(rows)
    series = {item.question_id: _series(rows, item, lens) for item in asked}
    first, usual = _usual(series)
    found = {
        name: summarise(
            [reading for _, reading in each],
            seconds_per_frame=policy.SECONDS_PER_FRAME,
            numbers=[number for number, _ in each],
            baseline=usual,
        )
        for name, each in series.items()
        if each
    }
    later = [_confidence(answer) for name, answer in found.items() if name != first]
    known = [value for value in later if value is not None]
    mean = round(sum(known) / len(known), 1) if known else None
    return SessionExpression(found, first, mean, len(known), lens is not None)


def summary_of(session_id: str, question_id: str, take: int) -> AnswerExpression:
    """The figures of one answer's frames, without the person's usual."""
    each = _series(list(_rows(session_id)), Asked(question_id, take), None)
    return summarise(
        [reading for _, reading in each],
        seconds_per_frame=policy.SECONDS_PER_FRAME,
        numbers=[number for number, _ in each],
    )


def _rows(session_id: str) -> Sequence[Frame]:
    start = f"frame#{session_id}#"
    found = Frame.query(
        ids.person_of(session_id), Frame.item_id.startswith(start), consistent_read=True
    )
    return list(found)


def _series(
    rows: Sequence[Frame], item: Asked, lens: LensCalibration | None
) -> list[tuple[int, FrameReading]]:
    """A take's readings by the second of its last recording: one begun again replaced it."""
    own = [row for row in rows if row.question_id == item.question_id and row.take == item.take]
    last = max((int(row.began) for row in own), default=0)
    found = [(int(r.number), load(FrameReading, r.reading)) for r in own if r.began == last]
    return sorted(
        ((number, _looked(reading, lens)) for number, reading in found), key=lambda pair: pair[0]
    )


def _looked(reading: FrameReading, lens: LensCalibration | None) -> FrameReading:
    """Whether the lens was looked at is told here: the calibration may be read after the frame."""
    if lens is None:
        return reading
    left = {key: why for key, why in reading.unmeasured.items() if key != "facing_lens"}
    return replace(
        reading, facing_lens=facing.lens(reading.pose, reading.eyes, lens), unmeasured=left
    )


def _calibration(rows: Sequence[Frame]) -> LensCalibration | None:
    looks = _series(rows, Asked(policy.LENS, 1), None)
    at_lens = [reading for number, reading in looks if number <= LENS_LOOKS]
    at_text = [reading for number, reading in looks if number > LENS_LOOKS]
    return facing.calibrate(at_lens, at_text)


def _usual(series: dict[str, list[tuple[int, FrameReading]]]) -> tuple[str, Baseline | None]:
    for name, each in series.items():
        usual = baseline([reading for _, reading in each])
        if usual is not None:
            return name, usual
    return "", None


def _confidence(answer: AnswerExpression) -> float | None:
    return next((item.value for item in answer.composites if item.name == "confidence"), None)
