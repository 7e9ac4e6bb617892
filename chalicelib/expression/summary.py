"""Readings of an answer's frames to its figures; what was not measured stays not measured."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from chalicelib.expression import facing
from chalicelib.expression.answer import (
    MEASURED,
    NOTHING,
    AnswerExpression,
    Baseline,
    Moment,
    Share,
    Steadiness,
)
from chalicelib.expression.composites import LEAST_FRAMES, Series, composites, steps
from chalicelib.expression.reading import FrameReading, Group, Measure
from chalicelib.foundation.statistics import deviation, mean, wilson

SMILING = 0.5
LEAST_EPISODE_FRAMES = 2
#: Of faces that do not smile, the part called smiling; of those that smile, the part found: of
#: people that the head never saw (docs/measurement.md).
FALSE_SMILES = 0.053
FOUND_SMILES = 0.892


def summarise(
    readings: Sequence[FrameReading],
    *,
    seconds_per_frame: float = 1.0,
    numbers: Sequence[int] | None = None,
    baseline: Baseline | None = None,
) -> AnswerExpression:
    """Put the readings of one answer together.

    Parameters
    ----------
    readings : sequence of FrameReading
        In order of time, possibly none.
    seconds_per_frame : seconds between two frames as taken.
    numbers : the place of each reading among the frames taken, rising; 0, 1, 2 … where none were
        lost. Only frames next to each other make an episode or a step.
    baseline : the person's own usual; without it the composites are not measured.

    Returns
    -------
    AnswerExpression
        No figure at all with fewer than ten usable frames. The Wilson intervals take frames as
        independent; neighbours are alike, so they are the narrowest that could be true.
    """
    pitch = baseline.pitch_degrees if baseline else facing.usual_pitch(readings)
    placed = facing.judged(readings, pitch)
    series = list(zip(numbers or range(len(placed)), placed, strict=True))
    usable = sum(reading.usable for reading in placed)
    made = AnswerExpression(
        frames=len(placed),
        usable=usable,
        usable_share=_share(usable, len(placed)),
        reasons=dict(sorted(Counter(reading.reason.value for reading in placed).items())),
        unmeasured=_unmeasured(placed),
        several_faces=sum(reading.several_faces for reading in placed),
        seconds_per_frame=seconds_per_frame,
        timeline=tuple(_moment(number * seconds_per_frame, r) for number, r in series),
        readers=tuple(sorted({reading.reader for reading in placed})),
        composites=composites(series, baseline),
    )
    return _measured(made, series) if usable >= LEAST_FRAMES else made


def _measured(made: AnswerExpression, series: Series) -> AnswerExpression:
    """The figures that need enough usable frames."""
    shown = [reading for _, reading in series if reading.usable]
    smile = _counted(shown, _smiling)
    phone = _counted(
        _read(series, Measure.FACING_PHONE), lambda reading: bool(reading.facing_phone)
    )
    count = sum(bool(reading.facing_phone) for _, reading in series)
    return replace(
        made,
        reason=MEASURED,
        smile=_corrected(smile),
        smile_observed=smile,
        smile_episodes=_episodes(series),
        neutral=_counted(shown, lambda reading: _group(reading) is Group.NEUTRAL),
        negative=_counted(shown, lambda reading: _group(reading) is Group.NEGATIVE),
        surprise=_counted(shown, lambda reading: _group(reading) is Group.SURPRISE),
        facing_phone=phone,
        facing_seconds=None if phone.value is None else count * made.seconds_per_frame,
        facing_lens=_counted(
            _read(series, Measure.FACING_LENS), lambda reading: bool(reading.facing_lens)
        ),
        eyes_closed=_counted(
            _read(series, Measure.BLENDSHAPES), lambda r: facing.closed(r.blendshapes or {})
        ),
        steadiness=_steadiness(series),
    )


def _read(series: Series, measure: Measure) -> list[FrameReading]:
    return [reading for _, reading in series if getattr(reading, measure.value) is not None]


def _counted(readings: Sequence[FrameReading], hit: Callable[[FrameReading], bool]) -> Share:
    if len(readings) < LEAST_FRAMES:
        return replace(NOTHING, n=len(readings))
    return _share(sum(map(hit, readings)), len(readings))


def _share(hits: int, n: int) -> Share:
    return Share(hits / n, *wilson(hits, n), n) if n else NOTHING


def _corrected(observed: Share) -> Share:
    """The share that would be shown by a classifier without errors (Rogan & Gladen 1978)."""

    def true(share: float) -> float:
        return min(1.0, max(0.0, (share - FALSE_SMILES) / (FOUND_SMILES - FALSE_SMILES)))

    if observed.value is None or observed.low is None or observed.high is None:
        return observed
    return Share(true(observed.value), true(observed.low), true(observed.high), observed.n)


def _episodes(series: Series) -> int:
    """Runs of two or more neighbouring smiling frames; short smiles between frames are missed."""
    smiling = [number for number, reading in series if _smiling(reading)]
    runs = groupby(enumerate(smiling), lambda item: item[1] - item[0])
    return sum(len(list(run)) >= LEAST_EPISODE_FRAMES for _, run in runs)


def _steadiness(series: Series) -> Steadiness | None:
    poses = [reading.pose for _, reading in series if reading.pose]
    turned = steps(series)
    if len(poses) < LEAST_FRAMES or not turned:
        return None
    return Steadiness(
        deviation([pose.yaw_degrees for pose in poses]),
        deviation([pose.pitch_degrees for pose in poses]),
        mean(turned),
        len(poses),
    )


def _smiling(reading: FrameReading) -> bool:
    return reading.smile is not None and reading.smile > SMILING


def _group(reading: FrameReading) -> Group | None:
    found = reading.group4
    return None if found is None else max(Group, key=lambda group: found[group])


def _moment(at_seconds: float, reading: FrameReading) -> Moment:
    group = _group(reading)
    return Moment(at_seconds, group.value if group else None, reading.smile, reading.facing_phone)


def _unmeasured(readings: Sequence[FrameReading]) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {}
    for reading in readings:
        for measure, why in reading.unmeasured.items():
            found.setdefault(measure, Counter())[why] += 1
    return {measure: dict(sorted(found[measure].items())) for measure in sorted(found)}
