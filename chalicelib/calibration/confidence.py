"""The confidence gate: do weights found in one half of the people serve the other half better?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from chalicelib.calibration import estimate, shrinkage, sums, weights
from chalicelib.calibration.sums import Floats, Sums

CONFIDENCE = 0.95
DRAWS = 400
SPLITS = 8


@dataclass(frozen=True)
class Attempt:
    """A way to step: its caution in standard errors; whether each split alone must be convinced."""

    caution: float
    unanimous: bool = False


#: Tried in turn, from bold to cautious: bold goes as far as the cap allows, cautious leaves alone
#: what the evidence does not ask for. With few outcomes the bold step must convince every split.
FULL_GATE = (Attempt(0.0, unanimous=True), Attempt(1.0))
NORMAL = (Attempt(0.25), Attempt(1.0), Attempt(2.0))


@dataclass(frozen=True)
class Aim:
    """What is given: weights in force and least weights, total 100; which steps are tried."""

    current: tuple[float, ...]
    floors: tuple[float, ...] = ()
    attempts: tuple[Attempt, ...] = NORMAL

    @property
    def limits(self) -> list[tuple[int, int]]:
        """Least and greatest weight of each dimension after this cycle."""
        return weights.bounds(self.current, list(self.floors) or None)


@dataclass(frozen=True)
class Weighed:
    """A step and how sure it is.

    `chance` is the probability (0–1) that weights so found predict better among people they were
    not found on, `least` the lowest of any single split, `size` the gain in outcome SDs per SD of
    the composite, (`low`, `high`) its 95 % interval; `sure` whether the gate opens.
    """

    weights: tuple[int, ...]
    slopes: tuple[float, ...]
    chance: float
    least: float
    size: float
    low: float
    high: float
    sure: bool = False


def weigh(data: estimate.Sample, aim: Aim, seed: int, slopes: Floats | None = None) -> Weighed:
    """The first step that passes the gate, or the last one tried.

    In each of several splits weights are found on either half; their corrected validity gain is
    bootstrapped on the half that did not see them. A draw of people is the same in every split and
    its gains are averaged, so that the interval is that of the average.

    Parameters
    ----------
    data : the sample.
    aim : weights in force, floors, attempts.
    seed : derived from the data.
    slopes : (p,) shrunk slopes of everybody, where another fit than the closed form is published.
    """
    everyone = data.packed(seed)
    prior = np.array(aim.current) * data.spread
    fold = shrinkage.folds(everyone.packs, seed)
    fits = _fits(everyone, [np.arange(everyone.packs)], fold, prior)
    if slopes is not None:
        fits = _Fits(fits.moments, np.asarray(slopes)[None])
    halves = _halves(everyone, seed)
    learnt = _fits(everyone, halves, fold, prior)
    steps, offered = [], []
    for attempt in aim.attempts:
        rest = (aim.limits, attempt.caution)
        steps.append(fits.step(data.spread, aim.current, rest)[0])
        offered.append(learnt.step(data.spread, aim.current, rest))
    gains = _gains(everyone, halves, np.stack(offered, axis=1) * data.spread, (prior, seed))
    for attempt, step, gain in zip(aim.attempts, steps, np.moveaxis(gains, 2, 0), strict=True):
        found = _weighed(step, fits.slopes[0], gain)
        if (found.least if attempt.unanimous else found.chance) >= CONFIDENCE:
            return replace(found, sure=True)
    return found


def _weighed(step: Floats, slopes: Floats, gain: Floats) -> Weighed:
    """`gain` (halves, draws) in the order first, second half of each split."""
    mean = gain.mean(axis=0)
    splits = gain.reshape(-1, 2, gain.shape[-1]).mean(axis=1)
    low, high = np.percentile(mean, [2.5, 97.5])
    return Weighed(
        tuple(int(weight) for weight in step),
        tuple(float(slope) for slope in slopes),
        float((mean > 0).mean()),
        float((splits > 0).mean(axis=1).min()),
        float(mean.mean()),
        float(low),
        float(high),
    )


@dataclass(frozen=True)
class _Fits:
    """Moments and shrunk slopes (k, p) of k groups of people."""

    moments: estimate.Moments
    slopes: Floats

    def step(
        self, spread: Floats, current: Sequence[float], rest: tuple[weights.Limits, float]
    ) -> Floats:
        return weights.prudent(self.moments, self.slopes, spread, current, rest)


def _fits(
    everyone: Sums, groups: Sequence[NDArray[np.int64]], fold: NDArray[np.int64], prior: Floats
) -> _Fits:
    by_fold = np.zeros((len(groups), shrinkage.FOLDS, everyone.hired.shape[1]))
    applicants = np.empty((len(groups), everyone.applicants.shape[1]))
    for place, group in enumerate(groups):
        member = (fold[group] == np.arange(shrinkage.FOLDS)[:, None]).astype(float)
        by_fold[place] = member @ everyone.hired[group]
        applicants[place] = everyone.applicants[group].sum(axis=0)
    grams = sums.full(by_fold, everyone.width + 2)
    penalty = shrinkage.penalty(grams, prior)
    slopes = shrinkage.slopes(grams.sum(axis=1), prior, penalty)
    return _Fits(estimate.moments_of(applicants, by_fold.sum(axis=1), everyone.width), slopes)


def _gains(
    everyone: Sums, halves: Sequence[NDArray[np.int64]], new: Floats, rest: tuple[Floats, int]
) -> Floats:
    """Gain on the other half of weights (halves, cautions, p): (halves, draws, cautions)."""
    prior, seed = rest
    drawn = sums.draws(everyone.packs, DRAWS, seed)
    whole = (drawn @ everyone.applicants, drawn @ everyone.hired)
    found = []
    for place in range(0, len(halves), 2):
        part = everyone.part(halves[place])
        share = np.ascontiguousarray(drawn[:, halves[place]])
        first = (share @ part.applicants, share @ part.hired)
        second = (whole[0] - first[0], whole[1] - first[1])
        for learnt, judged in ((place, second), (place + 1, first)):
            moments = estimate.moments_of(*judged, everyone.width)
            held = weights.composite_validity(prior, moments)
            gains = [weights.composite_validity(each, moments) - held for each in new[learnt]]
            found.append(np.stack(gains, axis=-1))
    return np.stack(found)


def _halves(everyone: Sums, seed: int) -> list[NDArray[np.int64]]:
    """First and second half of each split, the hired shared out evenly."""
    generator = np.random.default_rng(seed)
    halves = []
    for _ in range(SPLITS):
        order = generator.permutation(everyone.packs)
        order = order[np.argsort(-everyone.hired[order, 0], kind="stable")]
        halves += [order[::2], order[1::2]]
    return halves
