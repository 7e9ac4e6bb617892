"""How predictions came true on people they were not fitted on: the worth of an interval."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from chalicelib.calibration.prediction import (
    LEAST_OUTCOMES,
    LEVEL,
    expect,
    fit,
    folds_of,
    line,
    ridge,
)
from chalicelib.foundation.statistics import Z95, fisher_interval, wilson

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

#: A check of earlier predictions needs this many people to judge, and half of them to fit on.
LEAST_CHECKED = 50
LEAST_COVERAGE = 0.85
BINS = 5
BLOCKS = 5


@dataclass(frozen=True)
class Bin:
    """A fifth of the people by predicted outcome: predicted and actual mean, n, 95 % interval."""

    predicted: float
    actual: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class TrackRecord:
    """How predictions did on people they were not fitted on.

    `covered` of `checked` later hires fell into the interval made from earlier ones alone, with its
    Wilson interval; `passes` where that is no worse than promised. `r` is the correlation of
    held-out predictions with outcomes, `slope` the outcome's on them (1: neither too bold nor too
    tame).
    """

    checked: int
    covered: int
    low: float
    high: float
    passes: bool
    r: float
    r_low: float
    r_high: float
    slope: float
    bins: tuple[Bin, ...]


def track_record(
    ratings: "Floats", outcome: "Floats", groups: Sequence[str] | None = None, seed: int = 0
) -> TrackRecord:
    """How earlier hires would have predicted later ones, and how held-out predictions came true.

    Parameters
    ----------
    ratings : (h, p), the earliest hired first.
    outcome : (h,) SD units.
    groups, seed : as for `fit`.

    Raises
    ------
    ValueError
        Fewer than 100 outcomes.
    """
    if len(outcome) < LEAST_OUTCOMES:
        raise ValueError(f"{len(outcome)} outcomes are too few for a track record")
    checked, covered = _forward(ratings, outcome, groups, seed)
    low, high = wilson(covered, checked)
    share = covered / max(checked, 1)
    passes = checked >= LEAST_CHECKED and high >= LEVEL and share >= LEAST_COVERAGE
    held = _held_out(ratings, outcome, groups, seed)
    r, slope = _agreement(held, outcome)
    ends = fisher_interval(r, len(outcome))
    bins = _bins(held, outcome)
    return TrackRecord(checked, covered, low, high, passes, r, *ends, slope, bins)


def _forward(
    ratings: "Floats", outcome: "Floats", groups: Sequence[str] | None, seed: int
) -> tuple[int, int]:
    """Fit on everyone before a block of later hires, judge the block; blocks of the later half."""
    half = len(outcome) // 2
    cuts = [half + (len(outcome) - half) * block // BLOCKS for block in range(BLOCKS + 1)]
    covered = checked = 0
    names = [str(place) for place in range(ratings.shape[1])]
    for start, end in pairwise(cuts):
        before = list(groups[:start]) if groups is not None else None
        model = fit(names, ratings[:start], outcome[:start], before, seed)
        for row in range(start, end):
            found = expect(model, ratings[row].tolist())
            if found.low is not None and found.high is not None:
                checked += 1
                covered += bool(found.low <= outcome[row] <= found.high)
    return checked, covered


def _held_out(
    ratings: "Floats", outcome: "Floats", groups: Sequence[str] | None, seed: int
) -> "Floats":
    import numpy as np

    folds = folds_of(len(outcome), groups, seed)
    held = np.empty(len(outcome))
    for k in np.unique(folds):
        held[folds == k] = line(
            ridge(ratings[folds != k], outcome[folds != k]), ratings[folds == k]
        )
    return held


def _agreement(held: "Floats", outcome: "Floats") -> tuple[float, float]:
    """Correlation of prediction and outcome, and the outcome's slope on the prediction."""
    x, y = held - held.mean(), outcome - outcome.mean()
    square, joint = float(x @ x), float(x @ y)
    if square < 1e-12 or float(y @ y) < 1e-12:
        return 0.0, 0.0
    return joint / math.sqrt(square * float(y @ y)), joint / square


def _bins(held: "Floats", outcome: "Floats") -> tuple[Bin, ...]:
    """Fifths by prediction, the lowest first."""
    import numpy as np

    found = []
    for part in np.array_split(np.argsort(held, kind="stable"), BINS):
        actual = outcome[part]
        half = Z95 * float(actual.std(ddof=1)) / math.sqrt(len(part))
        middle = float(actual.mean())
        found.append(Bin(float(held[part].mean()), middle, middle - half, middle + half, len(part)))
    return tuple(found)
