"""The arithmetic of calibration: moments of a cohort, ridge fits, bootstrap draws.

The only file of the product that may load scikit-learn; only the recalibrate function imports it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold

Floats = NDArray[np.float64]

PENALTIES = np.logspace(0, 5, 16)
FOLDS = 10


@dataclass(frozen=True)
class Sample:
    """A cohort in numbers: all applicants' scores and the hired ones' outcomes.

    `scores` (n, p) are in applicant SD units; `hired` holds row numbers (h,); `outcome` (h,) has
    mean 0 and SD 1 among the hired; `spread` (p,) is each dimension's SD in rating points.
    """

    scores: Floats
    hired: NDArray[np.int64]
    outcome: Floats
    spread: Floats

    @property
    def worked(self) -> Floats:
        """Scores of the hired, shape (h, p)."""
        return np.asarray(self.scores[self.hired])


@dataclass(frozen=True)
class Moments:
    """Applicants' correlations (.., p, p); slopes (.., p), residual, variance (..) of the hired."""

    correlation: Floats
    slopes: Floats
    residual: Floats
    variance: Floats


def sample(ratings: Floats, hired: NDArray[np.int64], outcome: Floats) -> Sample:
    """Standardise ratings by the applicants' SD and outcomes by the hired ones' SD.

    Parameters
    ----------
    ratings : (n, p) dimension ratings of all applicants, 1–5.
    hired : (h,) row numbers of those with an outcome.
    outcome : (h,) criterion scores, any unit.

    Raises
    ------
    ValueError
        A dimension or the outcome does not vary among the hired, so that nothing can be correlated.
    """
    spread = ratings.std(axis=0, ddof=1)
    deviation = float(outcome.std(ddof=1))
    seen = np.append(ratings[hired].std(axis=0, ddof=1), deviation)
    if not (seen > 1e-9).all():
        raise ValueError("a dimension or the outcome does not vary")
    scores = (ratings - ratings.mean(axis=0)) / spread
    return Sample(scores, hired, (outcome - outcome.mean()) / deviation, spread)


def moments(data: Sample) -> Moments:
    """The moments of a sample: slopes from the hired, correlations from every applicant."""
    once = np.ones((1, len(data.scores)))
    drawn = _weighted(data, once)
    return Moments(drawn.correlation[0], drawn.slopes[0], drawn.residual[0], drawn.variance[0])


def bootstrap(data: Sample, draws: int, seed: int) -> Moments:
    """Moments of `draws` resamples of the applicants, with their outcomes, stacked on axis 0.

    Parameters
    ----------
    data : the sample; people are drawn with replacement.
    draws : how many resamples.
    seed : derived from the data by the caller, so that the same data give the same interval.
    """
    generator = np.random.default_rng(seed)
    people = len(data.scores)
    drawn = generator.integers(0, people, size=(draws, people)) + people * np.arange(draws)[:, None]
    counts = np.bincount(drawn.ravel(), minlength=draws * people).reshape(draws, people)
    return _weighted(data, counts.astype(float))


def _weighted(data: Sample, counts: Floats) -> Moments:
    """Moments under (draws, n) multiplicities, all draws at once by sums of products."""
    width = data.scores.shape[1]
    mean, second = _sums(data.scores, counts)
    covariance = second - mean[:, :, None] * mean[:, None, :]
    joint = np.column_stack([data.worked, data.outcome])
    inner, products = _sums(joint, counts[:, data.hired])
    central = products - inner[:, :, None] * inner[:, None, :]
    people = counts[:, data.hired].sum(axis=1)
    tiny = 1e-9 * np.eye(width)
    slopes = np.linalg.solve(central[:, :width, :width] + tiny, central[:, :width, width:])[..., 0]
    explained = np.einsum("dp,dp->d", slopes, central[:, :width, width])
    variance = central[:, width, width] * people / np.maximum(people - 1, 1)
    left = (central[:, width, width] - explained) * people / np.maximum(people - width - 1, 1)
    scale = np.sqrt(np.maximum(np.einsum("dpp->dp", covariance), 1e-12))
    correlation = covariance / (scale[:, :, None] * scale[:, None, :])
    return Moments(correlation, slopes * scale, np.maximum(left, 0.0), variance)


def _sums(values: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """Weighted means (draws, k) and raw second moments (draws, k, k)."""
    size = values.shape[1]
    total = np.maximum(counts.sum(axis=1), 1.0)[:, None]
    products = np.einsum("np,nq->npq", values, values).reshape(len(values), size * size)
    return counts @ values / total, (counts @ products / total).reshape(-1, size, size)


def shrunk_slopes(data: Sample, prior: Floats, seed: int) -> Floats:
    """Slopes of the outcome on the dimensions, shrunk toward the direction of the weights in force.

    The outcome is first regressed on the composite in force; what is left is explained by a ridge
    whose penalty is chosen by ten-fold cross-validation, so that little evidence changes little.

    Parameters
    ----------
    data : the sample.
    prior : (p,) weights in force, per applicant SD.
    seed : for the folds.

    Returns
    -------
    (p,) slopes, outcome SDs per applicant SD.
    """
    worked = data.worked - data.worked.mean(axis=0)
    held = worked @ prior
    share = max(0.0, float(held @ data.outcome) / max(float(held @ held), 1e-12))
    rest = data.outcome - share * held
    penalty = _penalty(worked, rest, seed)
    ridge = Ridge(alpha=penalty, solver="svd").fit(worked, rest)
    return np.asarray(share * prior + ridge.coef_)


def _penalty(worked: Floats, rest: Floats, seed: int) -> float:
    """The penalty with the least squared error on held-out people (10 folds)."""
    errors = np.zeros(len(PENALTIES))
    targets = np.tile(rest[:, None], (1, len(PENALTIES)))
    folds = KFold(n_splits=min(FOLDS, len(rest)), shuffle=True, random_state=seed % 2**32)
    for train, held in folds.split(worked):
        ridge = Ridge(alpha=PENALTIES, solver="svd").fit(worked[train], targets[train])
        errors += ((targets[held] - ridge.predict(worked[held])) ** 2).sum(axis=0)
    return float(PENALTIES[int(np.argmin(errors))])
