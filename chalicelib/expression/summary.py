"""Readings of an answer's frames to its figures; what was not measured stays not measured."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.expression.frame import FrameReading, FrameState, Measure


@dataclass(frozen=True)
class Figure:
    """The mean probability 0-1 over `measured` of `frames` frames; None when none was measured."""

    measure: str
    mean: float | None
    measured: int
    frames: int


@dataclass(frozen=True)
class ExpressionSummary:
    """Figures of one answer, never part of a score; `reasons` counts why frames gave nothing."""

    frames: int
    usable: int
    figures: tuple[Figure, ...]
    reasons: dict[str, int]


def summarise(readings: Sequence[FrameReading]) -> ExpressionSummary:
    """Put the readings of one answer together.

    Parameters
    ----------
    readings : sequence of FrameReading
        In any order, possibly none.

    Returns
    -------
    ExpressionSummary
        One figure for each measure, with the number of frames it rests on.
    """
    figures = tuple(_figure(measure.value, readings) for measure in Measure)
    reasons = Counter(reading.reason.value for reading in readings)
    return ExpressionSummary(
        frames=len(readings),
        usable=sum(reading.state is not FrameState.UNUSABLE for reading in readings),
        figures=figures,
        reasons=dict(sorted(reasons.items())),
    )


def _figure(measure: str, readings: Sequence[FrameReading]) -> Figure:
    known = [value for item in readings if (value := item.measures.get(measure)) is not None]
    mean = round(sum(known) / len(known), 4) if known else None
    return Figure(measure, mean, len(known), len(readings))
