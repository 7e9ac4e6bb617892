"""Two named composites of what is visible, against the person's own usual.

They are heuristics. Nobody has shown that they measure a person's confidence or nervousness; they
say in one number how far the visible parts differ from the same person's own calm answer.
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import NormalDist

from chalicelib.expression import facing
from chalicelib.expression.answer import (
    MEASURED,
    NO_BASELINE,
    TOO_FEW,
    Baseline,
    Component,
    Composite,
    Norm,
)
from chalicelib.expression.reading import FrameReading, Group
from chalicelib.foundation.statistics import Z95, deviation, mean

LEAST_FRAMES = 10
MOST_Z = 3.0

#: Sign and weight of each component. Equal knowledge about all would be equal weights; facing and
#: movement weigh more because they are measured best.
RECIPES: dict[str, dict[str, tuple[int, float]]] = {
    "confidence": {
        "facing": (1, 0.35),
        "step": (-1, 0.25),
        "smile": (1, 0.2),
        "negative": (-1, 0.2),
    },
    "nervousness": {
        "step": (1, 0.35),
        "lip_press": (1, 0.25),
        "facing": (-1, 0.2),
        "negative": (1, 0.2),
    },
}
#: A spread below the noise of the measurement itself is not a spread.
LEAST_DEVIATION = {"facing": 0.15, "step": 1.0, "smile": 0.1, "negative": 0.1, "lip_press": 0.05}

Series = Sequence[tuple[int, FrameReading]]


def baseline(series: Series) -> Baseline | None:
    """A person's own usual, from the frames of a first neutral question by their seconds, rising.

    Returns
    -------
    None with fewer than ten usable frames.
    """
    readings = [reading for _, reading in series]
    if usable(readings) < LEAST_FRAMES:
        return None
    pitch = facing.usual_pitch(readings)
    judged = facing.judged(readings, pitch)
    placed = [(number, reading) for (number, _), reading in zip(series, judged, strict=True)]
    norms = {name: _norm(values(name, placed)) for name in LEAST_DEVIATION}
    known = {name: norm for name, norm in norms.items() if norm.n >= LEAST_FRAMES - 1}
    return Baseline(known, len(readings), pitch)


def usable(readings: Sequence[FrameReading]) -> int:
    """How many readings saw the face well enough for its expression."""
    return sum(reading.usable for reading in readings)


def composites(series: Series, usual: Baseline | None) -> tuple[Composite, ...]:
    """Every composite of an answer, each None with its reason where it was not measured."""
    return tuple(_composite(name, recipe, series, usual) for name, recipe in RECIPES.items())


def values(name: str, series: Series) -> list[float]:
    """What one component was in every frame, or pair of neighbouring frames, that shows it."""
    if name == "step":
        return steps(series)
    read = _READ[name]
    return [value for _, reading in series if (value := read(reading)) is not None]


def steps(series: Series) -> list[float]:
    """Degrees that the head turned between each two neighbouring frames."""
    found = []
    for (number, before), (following, after) in pairwise(series):
        if following == number + 1 and before.pose and after.pose:
            yaw = after.pose.yaw_degrees - before.pose.yaw_degrees
            found.append(math.hypot(yaw, after.pose.pitch_degrees - before.pose.pitch_degrees))
    return found


def formula(name: str) -> str:
    """The formula of a composite as plain text."""
    terms = [f"{'+' if s > 0 else '-'} {w:g} z({c})" for c, (s, w) in RECIPES[name].items()]
    return f"100 Φ( {' '.join(terms)} )"


def _composite(
    name: str, recipe: dict[str, tuple[int, float]], series: Series, usual: Baseline | None
) -> Composite:
    here = {part: _norm(values(part, series)) for part in recipe}
    norms = usual.norms if usual else {}
    parts = tuple(
        _component(part, sign, weight, here[part], norms.get(part))
        for part, (sign, weight) in recipe.items()
    )
    few = usable([reading for _, reading in series]) < LEAST_FRAMES
    if usual is None or few or any(part.z is None for part in parts):
        reason = NO_BASELINE if usual is None else TOO_FEW
        return Composite(name, None, None, None, reason, formula(name), parts)
    z = math.fsum(part.sign * part.weight * (part.z or 0.0) for part in parts)
    if any(abs(part.z or 0.0) >= MOST_Z for part in parts):
        # How far beyond the end of the scale it lies was not kept, so neither is how surely.
        return Composite(name, _percent(z), None, None, MEASURED, formula(name), parts)
    error = math.sqrt(math.fsum(_variance(p, here[p.name], norms[p.name]) for p in parts))
    value, low, high = (_percent(z + side * Z95 * error) for side in (0, -1, 1))
    return Composite(name, value, low, high, MEASURED, formula(name), parts)


def _variance(part: Component, here: Norm, usual: Norm) -> float:
    """Of a weighed difference of two means, in the person's own spreads."""
    spread = _spread(part.name, usual)
    found = (here.deviation / spread) ** 2 / here.n + (usual.deviation / spread) ** 2 / usual.n
    return part.weight**2 * found


def _spread(name: str, usual: Norm) -> float:
    return max(usual.deviation, LEAST_DEVIATION[name])


def _component(name: str, sign: int, weight: float, here: Norm, usual: Norm | None) -> Component:
    if here.n < LEAST_FRAMES - 1:
        return Component(name, None, usual.mean if usual else None, None, sign, weight)
    if usual is None:
        return Component(name, here.mean, None, None, sign, weight)
    z = max(-MOST_Z, min(MOST_Z, (here.mean - usual.mean) / _spread(name, usual)))
    return Component(name, here.mean, usual.mean, z, sign, weight)


def _norm(found: Sequence[float]) -> Norm:
    return Norm(mean(found), deviation(found), len(found)) if found else Norm(0.0, 0.0, 0)


def _percent(z: float) -> float:
    return 100 * NormalDist().cdf(z)


def _facing(reading: FrameReading) -> float | None:
    return None if reading.facing_phone is None else float(reading.facing_phone)


def _negative(reading: FrameReading) -> float | None:
    return None if reading.group4 is None else reading.group4[Group.NEGATIVE]


def _press(reading: FrameReading) -> float | None:
    found = reading.blendshapes
    return None if found is None else (found["mouthPressLeft"] + found["mouthPressRight"]) / 2


_READ: dict[str, Callable[[FrameReading], float | None]] = {
    "facing": _facing,
    "smile": lambda reading: reading.smile,
    "negative": _negative,
    "lip_press": _press,
}
