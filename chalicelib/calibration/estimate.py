"""The arithmetic of calibration: a cohort in numbers, its moments, the fit that is published.

The only file of the product that may load scikit-learn, and only inside the fit, which nothing but
the recalibrate function calls.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chalicelib.calibration import shrinkage, sums
from chalicelib.calibration.sums import Floats, Sums

__all__ = ["Floats", "Moments", "Sample", "bootstrap", "moments", "sample", "shrunk_slopes"]


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

    def packed(self, seed: int) -> Sums:
        """The sums over people that every estimate needs."""
        return sums.packed(self.scores, self.hired, self.outcome, seed)


@dataclass(frozen=True)
class Moments:
    """Second moments, stacked over draws or single.

    `covariance` (.., p, p) of every applicant; `slopes` (.., p) of the outcome per unit of score,
    `slope_variance` (.., p, p) their sampling covariance, `residual` and `variance` (..) of the
    outcome among the `count` (..) hired.
    """

    covariance: Floats
    slopes: Floats
    slope_variance: Floats
    residual: Floats
    variance: Floats
    count: Floats


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
    """The moments of a sample: slopes from the hired, covariances from every applicant."""
    found = data.packed(0)
    return moments_of(found.applicants.sum(axis=0), found.hired.sum(axis=0), found.width)


def bootstrap(data: Sample, draws: int, seed: int) -> Moments:
    """Moments of `draws` resamples of the applicants, with their outcomes, stacked on axis 0.

    Parameters
    ----------
    data : the sample; people are drawn with replacement, above 1,000 in packs.
    draws : how many resamples.
    seed : derived from the data by the caller, so that the same data give the same interval.
    """
    found = data.packed(seed)
    weights = sums.draws(found.packs, draws, seed)
    return moments_of(weights @ found.applicants, weights @ found.hired, found.width)


def moments_of(applicants: Floats, hired: Floats, width: int) -> Moments:
    """Moments from sums of products (stored as upper triangles), stacked or single.

    Source
    ------
    Ordinary least squares; residual variance over n - p - 1.
    """
    people, products = sums.central(sums.full(applicants, width + 1))
    count, inner = sums.central(sums.full(hired, width + 2))
    covariance = products / np.maximum(people - 1, 1.0)[..., None, None]
    predictors = inner[..., :width, :width] + 1e-9 * np.eye(width)
    inverse = np.linalg.inv(predictors)
    slopes = np.einsum("...pq,...q->...p", inverse, inner[..., :width, width])
    left = inner[..., width, width] - np.einsum("...p,...p->...", slopes, inner[..., :width, width])
    residual = np.maximum(left, 0.0) / np.maximum(count - width - 1, 1.0)
    variance = inner[..., width, width] / np.maximum(count - 1, 1.0)
    return Moments(
        covariance, slopes, residual[..., None, None] * inverse, residual, variance, count
    )


def shrunk_slopes(data: Sample, prior: Floats, seed: int) -> Floats:
    """Slopes of the outcome on the dimensions, shrunk toward the direction of the weights in force.

    The outcome is first regressed on the composite in force; what is left is explained by a ridge
    whose penalty is chosen by ten-fold cross-validation, so that little evidence changes little.
    scikit-learn fits; `shrinkage` has the same in closed form for the many fits of the resampling.

    Parameters
    ----------
    data : the sample.
    prior : (p,) weights in force, per applicant SD.
    seed : for the folds.

    Returns
    -------
    (p,) slopes, outcome SDs per applicant SD.
    """
    from sklearn.linear_model import Ridge
    from sklearn.model_selection import PredefinedSplit

    worked, people = data.worked, len(data.outcome)
    pack = sums.packs_of(len(data.scores), data.hired, seed)
    folds = shrinkage.folds(int(pack.max()) + 1, seed)[pack[data.hired]]
    errors = np.zeros(len(shrinkage.PENALTIES))
    for train, held in PredefinedSplit(folds).split():
        for place, penalty in enumerate(shrinkage.PENALTIES):
            x, y = worked[train], data.outcome[train]
            centred = (x - x.mean(axis=0)) @ prior
            share = max(0.0, float(centred @ (y - y.mean())) / float(centred @ centred))
            ridge = Ridge(alpha=penalty * len(train), solver="cholesky")
            ridge.fit(x, y - share * (x @ prior))
            guess = share * (worked[held] @ prior) + ridge.predict(worked[held])
            errors[place] += float(((data.outcome[held] - guess) ** 2).sum())
    penalty = float(shrinkage.PENALTIES[int(np.argmin(errors))])
    centred = (worked - worked.mean(axis=0)) @ prior
    share = max(0.0, float(centred @ data.outcome) / float(centred @ centred))
    ridge = Ridge(alpha=penalty * people, solver="cholesky")
    ridge.fit(worked, data.outcome - share * (worked @ prior))
    return np.asarray(share * prior + ridge.coef_)


def cross_validated(data: Sample, prior: Floats, seed: int) -> float:
    """Correlation of the outcome with predictions for people not fitted on, ten-fold.

    Parameters
    ----------
    data, prior, seed : as `shrunk_slopes`; the penalty is chosen anew without each fold.
    """
    pack = sums.packs_of(len(data.scores), data.hired, seed)
    folds = shrinkage.folds(int(pack.max()) + 1, seed)
    everyone = data.packed(seed)
    by_fold = np.stack([everyone.hired[folds == k].sum(axis=0) for k in range(folds.max() + 1)])
    grams = sums.full(by_fold, everyone.width + 2)
    guess = np.empty(len(data.outcome))
    mine = folds[pack[data.hired]]
    for fold in range(len(grams)):
        train = np.delete(grams, fold, axis=0)
        whole = train.sum(axis=0)
        slopes = shrinkage.slopes(whole, prior, shrinkage.penalty(train, prior))
        means = whole[1:, 0] / whole[0, 0]
        held = mine == fold
        guess[held] = means[-1] + (data.worked[held] - means[:-1]) @ slopes
    return float(np.corrcoef(guess, data.outcome)[0, 1])
