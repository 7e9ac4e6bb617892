"""Why each weight moves, in figures and in a sentence, for the person who approves."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from chalicelib.calibration.effect import WeightChange
from chalicelib.foundation import messages
from chalicelib.foundation.statistics import Z95

if TYPE_CHECKING:
    from chalicelib.calibration.estimate import Floats, Moments

Text2 = dict[str, str]


class Move(StrEnum):
    """Which way a weight goes, and what stops it."""

    RAISED = "raised"
    RAISED_TO_CAP = "raised-to-cap"
    LOWERED = "lowered"
    LOWERED_TO_CAP = "lowered-to-cap"
    HELD_BY_FLOOR = "held-by-floor"
    KEPT = "kept"


@dataclass(frozen=True)
class Why:
    """One dimension's move and its evidence.

    `slope` is how many SDs of the outcome one SD of this rating stands for with all other ratings
    alike, with its 95 % interval (`low`, `high`); `share` the weight (0–100) that the shrunk slopes
    ask for; `reversed` says that the whole interval lies below 0: the rating should be looked at,
    for no weight ever becomes negative by itself.
    """

    dimension: str
    move: Move
    slope: float
    low: float
    high: float
    share: float
    reversed: bool
    message: Text2


def reasons(
    changes: Sequence[WeightChange],
    found: "Moments",
    share: "Floats",
    given: tuple[Sequence[tuple[int, int]], Sequence[float]],
) -> tuple[Why, ...]:
    """A reason per dimension, in order.

    Parameters
    ----------
    changes : old and new weights.
    found : moments of everybody, for the slopes and their errors.
    share : (p,) weights that the shrunk slopes ask for, total 100.
    given : least and greatest weight this cycle; least weights by law or content, 0 where none.
    """
    limits, floors = given
    answer = []
    for place, change in enumerate(changes):
        error = float(found.slope_variance[place, place]) ** 0.5
        scale = float(found.covariance[place, place]) ** 0.5
        slope = float(found.slopes[place]) * scale
        low, high = slope - Z95 * error * scale, slope + Z95 * error * scale
        move = _move(change, limits[place], floors[place])
        said = messages.both(
            f"weights.why.{move.value}",
            slope=f"{slope:+.2f}",
            low=f"{low:+.2f}",
            high=f"{high:+.2f}",
            share=f"{float(share[place]):.0f}",
        )
        figures = (round(slope, 4), round(low, 4), round(high, 4), round(float(share[place]), 2))
        answer.append(Why(change.dimension, move, *figures, high < 0, said))
    return tuple(answer)


def _move(change: WeightChange, limits: tuple[int, int], floor: float) -> Move:
    if abs(change.new - change.old) < 1:
        return Move.KEPT
    if change.new > change.old:
        return Move.RAISED_TO_CAP if change.new == limits[1] else Move.RAISED
    if floor > 0 and change.new <= floor + 1:
        return Move.HELD_BY_FLOOR
    return Move.LOWERED_TO_CAP if change.new == limits[0] else Move.LOWERED
