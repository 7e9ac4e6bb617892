"""From slopes to a lawful change of weights, and whether the evidence carries it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chalicelib.calibration import estimate

Floats = NDArray[np.float64]

STEP_CAP = 1.5
TOTAL = 100
CONFIDENCE = 0.95
DRAWS = 400
SPLITS = 4


def bounds(
    current: Sequence[float], floors: Sequence[float] | None = None
) -> list[tuple[int, int]]:
    """The least and the greatest whole weight each dimension may have after one cycle.

    Parameters
    ----------
    current : weights in force, total 100.
    floors : least weights that law or job content asks for; 0 where none.

    Returns
    -------
    One (least, greatest) pair per dimension: at most ×1.5 or ÷1.5 of the weight in force; a
    dimension that the rule would squeeze out of whole numbers keeps its weight.

    Source
    ------
    HR decision: 1.5 is the one symmetric factor that fits both moves of the source case
    (20 × 1.5 = 30, 15 ÷ 1.5 = 10).
    """
    limits = []
    for weight, floor in zip(current, floors or [0.0] * len(current), strict=True):
        least = int(np.ceil(max(weight / STEP_CAP, floor) - 1e-9))
        greatest = int(np.floor(weight * STEP_CAP + 1e-9))
        limits.append((min(least, greatest), greatest) if greatest else (0, 0))
    return limits


def whole(target: Sequence[float], limits: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Whole weights, total 100, inside their limits and in a target's proportions as far as may be.

    Parameters
    ----------
    target : wished weights, any total; negative wishes count as nothing.
    limits : least and greatest whole weight per dimension; they must leave room for 100.

    Returns
    -------
    Weights by largest remainder; of equal remainders the earlier dimension gains.

    Raises
    ------
    ValueError
        No weights inside the limits add up to 100.
    """
    least = np.array([low for low, _ in limits], dtype=float)
    greatest = np.array([high for _, high in limits], dtype=float)
    if not least.sum() <= TOTAL <= greatest.sum():
        raise ValueError(f"no weights between {least.sum()} and {greatest.sum()} add up to {TOTAL}")
    wish = np.maximum(np.asarray(target, dtype=float), 0.0) + 1e-9
    low, high = 0.0, TOTAL / float(wish.min())
    for _ in range(200):
        middle = (low + high) / 2
        if np.clip(wish * middle, least, greatest).sum() < TOTAL:
            low = middle
        else:
            high = middle
    return _largest_remainder(np.clip(wish * high, least, greatest), greatest)


def _largest_remainder(exact: Floats, greatest: Floats) -> tuple[int, ...]:
    rounded = np.floor(exact + 1e-6)
    remainder = np.where(rounded < greatest, exact - rounded, -1.0)
    missing = int(TOTAL - rounded.sum())
    for index in np.argsort(-np.round(remainder, 6), kind="stable")[:missing]:
        rounded[index] += 1
    return tuple(int(weight) for weight in rounded)


def step(
    slopes: Floats, spread: Floats, current: Sequence[float], floors: Sequence[float] | None = None
) -> tuple[int, ...]:
    """The next weights: toward the slopes, one capped step from the weights in force.

    Parameters
    ----------
    slopes : (p,) outcome per applicant SD of each dimension.
    spread : (p,) rating points per applicant SD; weights act on rating points.
    current, floors : weights in force and least weights, total 100.
    """
    wish = np.maximum(np.asarray(slopes) / np.asarray(spread), 0.0)
    if not wish.sum() > 0:
        wish = np.array(current, dtype=float)
    return whole([float(each) for each in wish], bounds(current, floors))


def composite_validity(weights: Floats, found: estimate.Moments) -> Floats:
    """Validity of a composite among all applicants, up to the outcome's SD, one per draw.

    Parameters
    ----------
    weights : (p,) per applicant SD.
    found : moments, stacked or single.

    Source
    ------
    Pearson (1903), Lawley (1943): slopes on the scored dimensions survive selection on them.
    """
    covered = np.einsum("...pq,...q->...p", found.correlation, found.slopes) @ weights
    spread = np.sqrt(np.einsum("p,...pq,q->...", weights, found.correlation, weights))
    return np.asarray(covered / np.maximum(spread, 1e-12))


@dataclass(frozen=True)
class Gain:
    """What new weights bring to people they were not fitted on.

    `chance` is the probability (0–1) that they predict better, averaged over splits; `least` the
    lowest of any split; `size` the gain in outcome SDs per SD of the composite.
    """

    chance: float
    least: float
    size: float


def gain(
    data: estimate.Sample,
    current: Sequence[float],
    seed: int,
    floors: Sequence[float] | None = None,
) -> Gain:
    """How sure it is that weights found in one half of the people predict better in the other half.

    Parameters
    ----------
    data : the sample.
    current : weights in force, total 100.
    seed : derived from the data.
    floors : least weights.

    Returns
    -------
    Gain. In each of several splits weights are fitted on either half, their corrected validity gain
    is bootstrapped on the half that did not see them, and the two gains are averaged.
    """
    chances, sizes = [], []
    for split in range(SPLITS):
        first, second = _halves(data, seed + split)
        drawn = _gain(first, second, current, (seed + split, floors))
        drawn = drawn + _gain(second, first, current, (seed + SPLITS + split, floors))
        chances.append(float((drawn > 0).mean()))
        sizes.append(float(drawn.mean()) / 2)
    return Gain(float(np.mean(chances)), min(chances), float(np.mean(sizes)))


def _gain(
    learn: estimate.Sample,
    judge: estimate.Sample,
    current: Sequence[float],
    rest: tuple[int, Sequence[float] | None],
) -> Floats:
    """Bootstrapped validity gain on one half of the weights learnt on the other, shape (draws,)."""
    seed, floors = rest
    held = np.array(current, dtype=float)
    slopes = estimate.shrunk_slopes(learn, held * learn.spread, seed)
    new = np.array(step(slopes, learn.spread, current, floors), dtype=float)
    drawn = estimate.bootstrap(judge, DRAWS, seed)
    return composite_validity(new * judge.spread, drawn) - composite_validity(
        held * judge.spread, drawn
    )


def _halves(data: estimate.Sample, seed: int) -> tuple[estimate.Sample, estimate.Sample]:
    """Two halves of the people, the hired shared out evenly."""
    order = np.random.default_rng(seed).permutation(len(data.scores))
    worked = np.isin(order, data.hired)
    first = np.concatenate([order[worked][::2], order[~worked][::2]])
    second = np.concatenate([order[worked][1::2], order[~worked][1::2]])
    return _part(data, first), _part(data, second)


def _part(data: estimate.Sample, people: NDArray[np.int64]) -> estimate.Sample:
    outcome = dict(zip(data.hired.tolist(), data.outcome.tolist(), strict=True))
    hired = [place for place, person in enumerate(people.tolist()) if person in outcome]
    return estimate.Sample(
        data.scores[people],
        np.array(hired, dtype=np.int64),
        np.array([outcome[int(people[place])] for place in hired]),
        data.spread,
    )


def floors_of(dimensions: Sequence[str], floors: Mapping[str, float]) -> list[float]:
    """Least weights in the order of the dimensions; 0 where none is asked for."""
    return [float(floors.get(dimension, 0.0)) for dimension in dimensions]
