"""From slopes to a lawful change of weights: whole numbers, total 100, inside cap and floors."""

from collections.abc import Mapping, Sequence

import numpy as np

from chalicelib.calibration.estimate import Floats, Moments

STEP_CAP = 1.5
TOTAL = 100
#: How far a wish may be blended with the weights in force: 0 not at all … 16 nearly all of them.
BLENDS = np.array([0.0, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0])

Limits = Sequence[tuple[int, int]]


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


def nearest(target: Floats, limits: Limits) -> Floats:
    """The weights (..., p) inside the limits, total 100, that lie nearest to targets (..., p).

    Source
    ------
    Least squares: every target moves by one and the same amount until the total fits.
    """
    least, greatest = np.array(limits, dtype=float).T
    reach = TOTAL + np.abs(target).max(axis=-1)
    low, high = -reach, reach
    for _ in range(60):
        middle = (low + high) / 2
        short = np.clip(target + middle[..., None], least, greatest).sum(axis=-1) < TOTAL
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    return np.asarray(np.clip(target + high[..., None], least, greatest))


def scaled(target: Floats, limits: Limits) -> Floats:
    """The weights (..., p) inside the limits, total 100, in the proportions of targets (..., p).

    Every target is multiplied by one and the same factor, until what the limits leave adds up.
    """
    least, greatest = np.array(limits, dtype=float).T
    wish = np.maximum(target, 0.0) + 1e-9
    low, high = np.zeros(wish.shape[:-1]), TOTAL / wish.min(axis=-1)
    for _ in range(80):
        middle = (low + high) / 2
        short = np.clip(wish * middle[..., None], least, greatest).sum(axis=-1) < TOTAL
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    return np.asarray(np.clip(wish * high[..., None], least, greatest))


def whole(target: Sequence[float], limits: Limits) -> tuple[int, ...]:
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
    least, greatest = np.array(limits, dtype=float).T
    if not least.sum() <= TOTAL <= greatest.sum():
        raise ValueError(f"no weights between {least.sum()} and {greatest.sum()} add up to {TOTAL}")
    exact = scaled(np.asarray(target, dtype=float), limits)
    return tuple(int(weight) for weight in rounded(exact, greatest))


def rounded(exact: Floats, greatest: Floats) -> Floats:
    """Whole numbers (p,) of the same total by largest remainder, none above its greatest."""
    kept = np.floor(exact + 1e-6)
    remainder = np.where(kept < greatest, exact - kept, -1.0)
    missing = int(TOTAL - kept.sum())
    kept[np.argsort(-np.round(remainder, 6), kind="stable")[:missing]] += 1
    return kept


def wished(slopes: Floats, spread: Floats, current: Sequence[float]) -> Floats:
    """Weights (..., p), total 100, in the proportions of the slopes; never a negative one.

    Parameters
    ----------
    slopes : (..., p) outcome per applicant SD of each dimension.
    spread : (p,) rating points per applicant SD; weights act on rating points.
    current : weights in force, which stand where no slope is positive.
    """
    wish = np.maximum(np.asarray(slopes) / np.asarray(spread), 0.0)
    total = wish.sum(axis=-1, keepdims=True)
    shares = wish / np.maximum(total, 1e-12) * TOTAL
    return np.where(total > 0, shares, np.asarray(current, dtype=float))


def step(
    slopes: Floats, spread: Floats, current: Sequence[float], floors: Sequence[float] | None = None
) -> tuple[int, ...]:
    """The next weights: in the slopes' proportions as far as one capped step goes.

    Parameters
    ----------
    slopes : (p,) outcome per applicant SD of each dimension.
    spread : (p,) rating points per applicant SD; weights act on rating points.
    current, floors : weights in force and least weights, total 100.
    """
    return whole([float(x) for x in wished(slopes, spread, current)], bounds(current, floors))


def prudent(
    found: Moments,
    slopes: Floats,
    spread: Floats,
    current: Sequence[float],
    rest: tuple[Limits, float],
) -> Floats:
    """Next weights (k, p) that leave alone what the evidence does not clearly ask for.

    With caution 0 the step goes to the slopes' proportions as far as the cap allows. Else the wish
    is blended with the weights in force by degrees, and of the nearest lawful weights to each the
    ones with the greatest lower bound of gain are taken.

    Parameters
    ----------
    found : moments of k groups of people, for the errors of the slopes.
    slopes : (k, p) shrunk slopes of the same groups.
    spread, current : rating points per SD (p,), weights in force (p,).
    rest : limits per dimension; caution, in standard errors of the gain (>= 0).
    """
    limits, caution = rest
    held = np.asarray(current, dtype=float)
    wish = wished(slopes, spread, current)
    if caution == 0:
        chosen = scaled(wish, limits)
    else:
        blended = (wish + BLENDS[:, None, None] * held) / (1 + BLENDS[:, None, None])
        offered = nearest(blended, limits)
        bound = _lower_bound(offered * spread, held * spread, found, (slopes, caution))
        best = np.argmax(bound, axis=0)
        chosen = offered[best, np.arange(len(wish))]
    greatest = np.array(limits, dtype=float)[:, 1]
    return np.stack([rounded(each, greatest) for each in chosen])


def _lower_bound(new: Floats, held: Floats, found: Moments, rest: tuple[Floats, float]) -> Floats:
    """Gain in validity less `caution` standard errors: (blends, k)."""
    slopes, caution = rest
    move = _direction(new, found.covariance) - _direction(held, found.covariance)
    size = np.einsum("bkp,kp->bk", move, slopes)
    error = np.einsum("bkp,kpq,bkq->bk", move, found.slope_variance, move, optimize=True)
    return np.asarray(size - caution * np.sqrt(np.maximum(error, 0.0)))


def _direction(weights: Floats, covariance: Floats) -> Floats:
    """What a composite of SD 1 takes of each slope: (..., p)."""
    covered = np.einsum("...p,...pq->...q", weights, covariance)
    spread = np.sqrt(np.einsum("...p,...p->...", covered, weights))
    return np.asarray(covered / np.maximum(spread, 1e-12)[..., None])


def composite_validity(weights: Floats, found: Moments) -> Floats:
    """Validity of a composite among all applicants, up to the outcome's SD, one per draw.

    Parameters
    ----------
    weights : (p,) per applicant SD.
    found : moments, stacked or single.

    Source
    ------
    Pearson (1903), Lawley (1943): slopes on the scored dimensions survive selection on them.
    """
    return np.asarray(
        np.einsum("...p,...p->...", _direction(weights, found.covariance), found.slopes)
    )


def floors_of(dimensions: Sequence[str], floors: Mapping[str, float]) -> list[float]:
    """Least weights in the order of the dimensions; 0 where none is asked for."""
    return [float(floors.get(dimension, 0.0)) for dimension in dimensions]
