"""Ridge slopes shrunk toward the weights in force, in closed form from sums of products.

The same fit as `estimate.shrunk_slopes` asks of scikit-learn; here for many halves of the people at
once, since the confidence gate needs dozens of fits.
"""

import numpy as np
from numpy.typing import NDArray

from chalicelib.calibration import sums
from chalicelib.calibration.sums import Floats

FOLDS = 10
#: Penalties per person: from next to none to so much that the weights in force stand.
PENALTIES = np.logspace(-3, 3, 19)


def folds(count: int, seed: int) -> NDArray[np.int64]:
    """A fold, 0–9, for each of `count` people or packs, evenly and by chance."""
    order = np.random.default_rng(seed).permutation(count)
    found = np.empty(count, dtype=np.int64)
    found[order] = np.arange(count) % min(FOLDS, count)
    return found


def slopes(gram: Floats, prior: Floats, penalty: Floats) -> Floats:
    """Slopes (..., p) of the outcome, shrunk toward the direction of `prior`.

    Parameters
    ----------
    gram : (..., p + 2, p + 2) products of (1, scores, outcome) with itself.
    prior : (p,) weights in force, per applicant SD.
    penalty : (...) per person.

    Source
    ------
    Hoerl & Kennard 1970, Technometrics 12:55; what the composite in force explains is taken out
    first and given back unshrunk.
    """
    count, products = sums.central(gram)
    return np.asarray(_path(count, products, prior, np.asarray(penalty)[..., None])[..., 0, :])


def _path(count: Floats, products: Floats, prior: Floats, penalties: Floats) -> Floats:
    """Slopes along penalties (..., k): (..., k, p), by one eigendecomposition each."""
    inner, with_outcome = products[..., :-1, :-1], products[..., :-1, -1]
    held = np.einsum("...pq,q->...p", inner, prior)
    explained = np.einsum("...p,p->...", with_outcome, prior)
    share = np.maximum(explained / np.maximum(held @ prior, 1e-12), 0.0)
    rest = with_outcome - share[..., None] * held
    roots, vectors = np.linalg.eigh(inner)
    turned = np.einsum("...pk,...p->...k", vectors, rest)
    shrunk = turned[..., None, :] / (
        roots[..., None, :] + (count[..., None] * penalties)[..., None]
    )
    turned_back = np.einsum("...pk,...ak->...ap", vectors, shrunk)
    return np.asarray(share[..., None, None] * prior + turned_back)


def penalty(by_fold: Floats, prior: Floats) -> Floats:
    """The penalty per person with the least squared error on held-out folds.

    Parameters
    ----------
    by_fold : (..., folds, p + 2, p + 2) products of (1, scores, outcome), one matrix a fold.
    prior : (p,) weights in force.
    """
    train = by_fold.sum(axis=-3, keepdims=True) - by_fold
    count, products = sums.central(train)
    every = np.broadcast_to(PENALTIES, (*count.shape, len(PENALTIES)))
    fitted = _path(count, products, prior, every)
    means = train[..., 1:, 0] / np.maximum(count, 1.0)[..., None]
    level = means[..., None, -1] - np.einsum("...ap,...p->...a", fitted, means[..., :-1])
    ones = np.ones((*fitted.shape[:-1], 1))
    guess = np.concatenate([-level[..., None], -fitted, ones], axis=-1)
    errors = np.einsum("...ai,...ij,...aj->...a", guess, by_fold, guess, optimize=True)
    return np.asarray(PENALTIES[np.argmin(errors.sum(axis=-2), axis=-1)])
