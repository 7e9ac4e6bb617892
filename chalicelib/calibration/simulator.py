"""A world whose truth is known: applicants, a selection, and the work that follows.

Every figure here is invented by a seeded generator; it serves the tests of the estimators and the
demonstration cohort, and nothing in it is ever shown as a measurement of real people.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class World:
    """The truth of an invented job: what the dimensions are worth and how people are hired.

    `slopes` are regression weights of true performance (variance 1) on standardised dimensions;
    `reliability` is the share of the outcome's variance among applicants that is not error.
    """

    slopes: tuple[float, ...]
    intercorrelation: float
    weights: tuple[float, ...]
    reliability: float = 0.60
    hired_share: float = 0.30

    def scaled(self, multiple_r: float) -> "World":
        """The same world, its slopes scaled so that all dimensions together reach `multiple_r`."""
        factor = multiple_r / float(np.sqrt(self.signal))
        slopes = tuple(slope * factor for slope in self.slopes)
        return World(
            slopes, self.intercorrelation, self.weights, self.reliability, self.hired_share
        )

    @property
    def correlation(self) -> Floats:
        """Correlations of the dimensions among applicants, shape (p, p)."""
        count = len(self.slopes)
        rho = self.intercorrelation
        return np.full((count, count), rho) + np.eye(count) * (1 - rho)

    @property
    def signal(self) -> float:
        """Variance of true performance that the dimensions explain, 0–1."""
        slopes = np.array(self.slopes)
        return float(slopes @ self.correlation @ slopes)

    @property
    def error_variance(self) -> float:
        """Variance of the outcome's measurement error (true performance has variance 1)."""
        return (1 - self.reliability) / self.reliability

    def validities(self) -> Floats:
        """True correlation of each dimension with true performance, shape (p,)."""
        return np.asarray(self.correlation @ np.array(self.slopes))

    def validity_of(self, weights: tuple[float, ...]) -> float:
        """True correlation of the composite under `weights` with true performance."""
        vector = np.array(weights, dtype=float)
        spread = float(np.sqrt(vector @ self.correlation @ vector))
        return float(vector @ self.validities()) / spread


@dataclass(frozen=True)
class Drawn:
    """One draw: scores (n, p) in SD units; true and observed performance and hired, each (n,)."""

    scores: Floats
    performance: Floats
    outcome: Floats
    hired: NDArray[np.bool_]


def draw(world: World, applicants: int, seed: int) -> Drawn:
    """Invent a number of applicants, hire the best by the world's weights, and let them work.

    Parameters
    ----------
    world : the truth.
    applicants : how many apply.
    seed : the same seed always gives the same people.

    Returns
    -------
    Drawn, with an outcome for everyone (an estimator must look only at the hired).
    """
    generator = np.random.default_rng(seed)
    count = len(world.slopes)
    lower = np.linalg.cholesky(world.correlation)
    scores = generator.standard_normal((applicants, count)) @ lower.T
    noise = generator.standard_normal(applicants) * np.sqrt(1 - world.signal)
    performance = scores @ np.array(world.slopes) + noise
    error = generator.standard_normal(applicants) * np.sqrt(world.error_variance)
    composite = scores @ np.array(world.weights)
    places = max(1, round(applicants * world.hired_share))
    cut = np.sort(composite)[-places]
    return Drawn(scores, performance, performance + error, composite >= cut)
