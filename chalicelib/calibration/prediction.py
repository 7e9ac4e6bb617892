"""Expected performance as an interval, with how often such intervals were right.

Fitted on those hired, for people like them: of anybody unlike everyone hired it says nothing.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Folds = NDArray[np.int64]

LEVEL = 0.90
LEAST_OUTCOMES = 100
FOLDS = 10
#: Enough residuals for a 90 % interval to the third digit; more would not fit one stored row.
MOST_KEPT = 3_000


@dataclass(frozen=True)
class Predictor:
    """What is needed to predict, in plain numbers; outcomes in SD units.

    `coefficients` holds an intercept and a slope per dimension for each fold; `residuals` those of
    the people whom that fold did not see. `centre`, `inverse` and `reach` bound the hired cohort:
    mean ratings, inverse covariance, greatest squared distance. `ranks` are outcome quantiles at
    0, 5 … 100 %.
    """

    n: int
    dimensions: tuple[str, ...]
    coefficients: tuple[tuple[float, ...], ...]
    residuals: tuple[tuple[float, ...], ...]
    centre: tuple[float, ...]
    inverse: tuple[tuple[float, ...], ...]
    reach: float
    ranks: tuple[float, ...]


@dataclass(frozen=True)
class Expected:
    """A 90 % interval of a person's outcome, in SD units and in ranks (0–1) among those appraised.

    `outside` says that the person is unlike everyone hired so far; then nothing is predicted.
    """

    n: int
    outside: bool
    low: float | None = None
    middle: float | None = None
    high: float | None = None
    low_rank: float | None = None
    high_rank: float | None = None
    level: float = LEVEL


def fit(
    dimensions: Sequence[str],
    ratings: "Floats",
    outcome: "Floats",
    groups: Sequence[str] | None = None,
    seed: int = 0,
) -> Predictor:
    """Fit by cross-validation, so that every residual comes from people not fitted on.

    Parameters
    ----------
    dimensions : (p,) names.
    ratings : (h, p) of the hired, 1–5.
    outcome : (h,) in SD units.
    groups : (h,) stores; then whole stores are held out, and the interval holds for new stores too.
    seed : for the folds.

    Raises
    ------
    ValueError
        Fewer people than two a fold.

    Source
    ------
    CV+ of Barber, Candès, Ramdas & Tibshirani 2021, Ann. Statist. 49:486, with signed residuals;
    ridge after Hoerl, Kennard & Baldwin 1975.
    """
    import numpy as np

    if len(outcome) < 2 * FOLDS:
        raise ValueError(f"{len(outcome)} outcomes are too few to cross-validate")
    folds = folds_of(len(outcome), groups, seed)
    numbers = np.unique(folds)
    models = [ridge(ratings[folds != k], outcome[folds != k]) for k in numbers]
    residuals = [
        outcome[folds == k] - line(model, ratings[folds == k])
        for k, model in zip(numbers, models, strict=True)
    ]
    step = max(1, math.ceil(len(outcome) / MOST_KEPT))
    centre = _plain(ratings.mean(axis=0))
    spread = np.atleast_2d(np.cov(ratings, rowvar=False))
    inverse = tuple(_plain(row) for row in np.linalg.pinv(spread))
    away = ratings - np.array(centre)
    reach = float(np.einsum("hp,pq,hq->h", away, np.array(inverse), away).max())
    return Predictor(
        len(outcome),
        tuple(dimensions),
        tuple(_plain(model) for model in models),
        tuple(_plain(np.sort(each)[step // 2 :: step]) for each in residuals),
        centre,
        inverse,
        reach,
        _plain(np.quantile(outcome, np.linspace(0, 1, 21))),
    )


def _plain(values: "Floats") -> tuple[float, ...]:
    return tuple(round(float(value), 5) for value in values)


def folds_of(count: int, groups: Sequence[str] | None, seed: int) -> "Folds":
    """A fold for everyone, whole groups together where there are enough of them."""
    import numpy as np

    generator = np.random.default_rng(seed)
    if groups is None or len(set(groups)) < 2 * FOLDS:
        return np.asarray(generator.permutation(count) % FOLDS, dtype=np.int64)
    names, place = np.unique(np.asarray(groups), return_inverse=True)
    fold_of = np.empty(len(names), dtype=np.int64)
    sizes = np.bincount(place.ravel()) + generator.random(len(names)) / 2
    load = np.zeros(FOLDS)
    for name in np.argsort(-sizes):
        fold_of[name] = int(np.argmin(load))
        load[fold_of[name]] += sizes[name]
    return np.asarray(fold_of[place.ravel()])


def ridge(ratings: "Floats", outcome: "Floats") -> "Floats":
    """Intercept and slopes (1 + p,), shrunk by Hoerl, Kennard and Baldwin's constant."""
    import numpy as np

    middle, spread = ratings.mean(axis=0), ratings.std(axis=0)
    scale = np.where(spread > 1e-9, spread, 1.0)
    x, y = (ratings - middle) / scale, outcome - outcome.mean()
    square = x.T @ x
    plain = np.linalg.lstsq(x, y, rcond=None)[0]
    left = y - x @ plain
    noise = float(left @ left) / max(len(y) - x.shape[1] - 1, 1)
    penalty = x.shape[1] * noise / max(float(plain @ plain), 1e-9)
    penalty = min(penalty, 1e6 * len(y))
    slopes = np.linalg.solve(square + penalty * np.eye(x.shape[1]), x.T @ y) / scale
    return np.concatenate([[outcome.mean() - slopes @ middle], slopes])


def line(model: "Floats", ratings: "Floats") -> "Floats":
    """Predicted outcomes (h,) of ratings (h, p) under an intercept and slopes (1 + p,)."""
    import numpy as np

    return np.asarray(model[0] + ratings @ model[1:])


def expect(predictor: Predictor, ratings: Sequence[float]) -> Expected:
    """The interval of one person's outcome, from plain numbers alone.

    Parameters
    ----------
    predictor : fitted on at least some 40 people, or the interval has no ends.
    ratings : (p,) 1–5, in the order of `predictor.dimensions`.
    """
    if _distance(predictor, ratings) > predictor.reach * (1 + 1e-9) + 1e-6:
        return Expected(predictor.n, outside=True)
    middles, reached = [], []
    for model, residuals in zip(predictor.coefficients, predictor.residuals, strict=True):
        pairs = zip(model[1:], ratings, strict=True)
        middle = model[0] + math.fsum(slope * rating for slope, rating in pairs)
        middles.append(middle)
        reached += [middle + residual for residual in residuals]
    reached.sort()
    low, high = _ends(reached)
    ranks = [_rank(predictor.ranks, value) for value in (low, high)]
    middle = math.fsum(middles) / len(middles)
    return Expected(predictor.n, False, *(round(x, 4) for x in (low, middle, high, *ranks)))


def _ends(reached: Sequence[float]) -> tuple[float, float]:
    """The values that leave half of 10 % out on either side, one person more than counted."""
    n, half = len(reached), (1 - LEVEL) / 2
    low = math.floor(half * (n + 1))
    if low < 1:
        return reached[0], reached[-1]
    return reached[low - 1], reached[n - low]


def _distance(predictor: Predictor, ratings: Sequence[float]) -> float:
    away = [rating - middle for rating, middle in zip(ratings, predictor.centre, strict=True)]
    return math.fsum(
        a * b * cell
        for a, row in zip(away, predictor.inverse, strict=True)
        for b, cell in zip(away, row, strict=True)
    )


def _rank(ranks: Sequence[float], value: float) -> float:
    """Share of those appraised who are below a value, 0–1, by the kept quantiles."""
    place = bisect_left(ranks, value)
    if place == 0 or place == len(ranks):
        return 0.0 if place == 0 else 1.0
    below, above = ranks[place - 1], ranks[place]
    part = (value - below) / (above - below) if above > below else 1.0
    return (place - 1 + part) / (len(ranks) - 1)
