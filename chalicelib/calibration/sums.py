"""Sums over people from which every moment follows, kept in packs so that resampling is cheap.

A resample of people is a weight per pack times the packs' sums: one product of two matrices for all
draws at once, whatever the number of candidates.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

#: Above so many people several share a pack; a standard error from 1,000 packs errs by 2 %.
MOST_PACKS = 1000


@dataclass(frozen=True)
class Sums:
    """Packs of people: `applicants` (packs, a) and `hired` (packs, h), each row sums of products.

    The products of an applicant are those of (1, scores) with itself, of a hired person those of
    (1, scores, outcome); both are stored as upper triangles. `width` is the number of dimensions.
    """

    applicants: Floats
    hired: Floats
    width: int

    @property
    def packs(self) -> int:
        """How many packs there are."""
        return len(self.applicants)

    def part(self, packs: NDArray[np.int64]) -> "Sums":
        """Some of the packs."""
        return Sums(self.applicants[packs], self.hired[packs], self.width)


def packed(scores: Floats, hired: NDArray[np.int64], outcome: Floats, seed: int) -> Sums:
    """Sums of products in packs that people fall into by chance, the hired shared out evenly.

    Parameters
    ----------
    scores : (n, p) of all applicants.
    hired : (h,) row numbers of those with an outcome.
    outcome : (h,) their outcomes.
    seed : of the shuffle; with at most 1,000 people each is a pack of their own.
    """
    people, width = scores.shape
    pack = packs_of(people, hired, seed)
    packs = int(pack.max()) + 1
    applicants = _by_pack(np.column_stack([np.ones(people), scores]), pack, packs)
    joint = np.column_stack([np.ones(len(hired)), scores[hired], outcome])
    return Sums(applicants, _by_pack(joint, pack[hired], packs), width)


def packs_of(people: int, hired: NDArray[np.int64], seed: int) -> NDArray[np.int64]:
    """The pack (n,) that each person falls into."""
    worked = np.zeros(people, dtype=bool)
    worked[hired] = True
    order = np.random.default_rng(seed).permutation(people)
    order = np.concatenate([order[worked[order]], order[~worked[order]]])
    pack = np.empty(people, dtype=np.int64)
    pack[order] = np.arange(people) % min(people, MOST_PACKS)
    return pack


def _by_pack(values: Floats, pack: NDArray[np.int64], packs: int) -> Floats:
    """Upper triangles of each person's products, added up by pack: (packs, k (k + 1) / 2)."""
    rows, columns = np.triu_indices(values.shape[1])
    pairs = zip(rows, columns, strict=True)
    found = [np.bincount(pack, values[:, a] * values[:, b], packs) for a, b in pairs]
    return np.stack(found, axis=1)


def full(upper: Floats, size: int) -> Floats:
    """Symmetric matrices (..., k, k) from their upper triangles (..., k (k + 1) / 2)."""
    rows, columns = np.triu_indices(size)
    whole = np.empty((*upper.shape[:-1], size, size))
    whole[..., rows, columns] = upper
    whole[..., columns, rows] = upper
    return whole


def central(gram: Floats) -> tuple[Floats, Floats]:
    """Counts (...) and centred products (..., k, k) from products of (1, values) with itself."""
    count = gram[..., 0, 0]
    mean = gram[..., 1:, 0] / np.maximum(count, 1.0)[..., None]
    products = gram[..., 1:, 1:] - count[..., None, None] * mean[..., :, None] * mean[..., None, :]
    return count, products


def draws(packs: int, times: int, seed: int) -> Floats:
    """How often a pack is drawn in each of `times` resamples with replacement: (times, packs)."""
    generator = np.random.default_rng(seed)
    drawn = generator.integers(0, packs, size=(times, packs)) + packs * np.arange(times)[:, None]
    counts = np.bincount(drawn.ravel(), minlength=times * packs)
    return counts.reshape(times, packs).astype(float)
