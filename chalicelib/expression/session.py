"""A session's readings put together: each answer's figures against the person's own usual."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chalicelib.expression import facing, policy
from chalicelib.expression.answer import AnswerExpression, Baseline
from chalicelib.expression.composites import baseline
from chalicelib.expression.reading import FrameReading, LensCalibration, Measure
from chalicelib.expression.summary import summarise

#: Of the looks of a calibration, those at the lens come first.
LENS_LOOKS = 4

#: The readings of one recording, each by its second, rising.
Series = Sequence[tuple[int, FrameReading]]


@dataclass(frozen=True)
class Second:
    """One second of a recording; None where nothing was measured. `luma` is 0-255."""

    at: int
    smile: float | None
    facing: bool | None
    luma: float | None


@dataclass(frozen=True)
class SessionExpression:
    """The figures of a session's answers by question; `usual_from` names the first, neutral one.

    `seconds` are the same answers second by second: one that is not there was not taken, or lost.
    `confidence` 0-100 is the mean of the composite over the answers after that one, None where no
    answer gave it; `answers_counted` says over how many.
    """

    answers: dict[str, AnswerExpression]
    usual_from: str
    confidence: float | None
    answers_counted: int
    lens_calibrated: bool
    seconds: dict[str, tuple[Second, ...]]


def arrange(series: Mapping[str, Series], looks: Series = ()) -> SessionExpression:
    """Put the readings of a session together.

    Parameters
    ----------
    series : the readings of each answer, in the order of the questions; the first with ten usable
        frames is the person's own usual.
    looks : the eight readings of a calibration, four at the lens and then four at the text.
    """
    lens = facing.calibrate(
        [reading for number, reading in looks if number <= LENS_LOOKS],
        [reading for number, reading in looks if number > LENS_LOOKS],
    )
    looked = {
        name: [(number, _looked(reading, lens)) for number, reading in each]
        for name, each in series.items()
        if each
    }
    first, usual = _usual(looked)
    found = {name: figures(each, usual) for name, each in looked.items()}
    later = [_confidence(answer) for name, answer in found.items() if name != first]
    known = [value for value in later if value is not None]
    return SessionExpression(
        answers=found,
        usual_from=first,
        confidence=round(sum(known) / len(known), 1) if known else None,
        answers_counted=len(known),
        lens_calibrated=lens is not None,
        seconds={name: _seconds(found[name], each) for name, each in looked.items()},
    )


def figures(series: Series, usual: Baseline | None = None) -> AnswerExpression:
    """The figures of one answer, against the person's usual where it is known."""
    return summarise(
        [reading for _, reading in series],
        seconds_per_frame=policy.SECONDS_PER_FRAME,
        numbers=[number for number, _ in series],
        baseline=usual,
    )


def _looked(reading: FrameReading, lens: LensCalibration | None) -> FrameReading:
    """Whether the lens was looked at is told here: the calibration may be read after the frame."""
    if lens is None:
        return reading
    left = {key: why for key, why in reading.unmeasured.items() if key != Measure.FACING_LENS}
    at_lens = facing.lens(reading.pose, reading.eyes, lens)
    return replace(reading, facing_lens=at_lens, unmeasured=left)


def _usual(series: Mapping[str, Series]) -> tuple[str, Baseline | None]:
    for name, each in series.items():
        usual = baseline(each)
        if usual is not None:
            return name, usual
    return "", None


def _confidence(answer: AnswerExpression) -> float | None:
    return next((item.value for item in answer.composites if item.name == "confidence"), None)


def _seconds(answer: AnswerExpression, series: Series) -> tuple[Second, ...]:
    """As the figures have them: facing is judged from the person's own usual there."""
    return tuple(
        Second(number, moment.smile, moment.facing_phone, reading.quality.luma)
        if reading.quality
        else Second(number, moment.smile, moment.facing_phone, None)
        for moment, (number, reading) in zip(answer.timeline, series, strict=True)
    )
