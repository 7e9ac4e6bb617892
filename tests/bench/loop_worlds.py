"""Invented worlds for the bench of the loop: the named designs, and what real data do to them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from chalicelib.calibration import estimate
from chalicelib.calibration.simulator import Drawn, World, draw
from tests.unit.calibration.cohorts import BEST, MISGUIDED, SETTLED

#: The designs by name: a task of the bench names its own.
DESIGNS = {"BEST": BEST, "MISGUIDED": MISGUIDED, "SETTLED": SETTLED}
#: The start of the whole loop: three worthless dimensions hold 90 of 100.
LOOP_START = (3, 30, 30, 4, 30, 3)

_SOURCE_R = np.array([0.80, 0.30, 0.45, 0.45, 0.45, 0.45])
_SOURCE_CORRELATION = np.full((6, 6), 0.25) + np.eye(6) * 0.75
#: The source case: correlations .8, .3 and four times .45 with an outcome free of error.
SOURCE = World(
    tuple(float(b) for b in np.linalg.solve(_SOURCE_CORRELATION, _SOURCE_R)),
    0.25,
    (20, 15, 16.25, 16.25, 16.25, 16.25),
    reliability=1.0,
    hired_share=0.30,
)
DESIGNS["SOURCE"] = SOURCE


@dataclass(frozen=True)
class Rough:
    """A world that is rougher than theory: what happens to a draw before anybody sees it.

    `change` gets a draw and a generator and gives the draw as recorded; outcomes that are missing
    are nan. `intercorrelation` replaces the world's own where given.
    """

    name: str
    change: Callable[[Drawn, np.random.Generator], Drawn]
    intercorrelation: float | None = None

    def of(self, world: World) -> World:
        """The design in this world, dimensions as correlated as it says, best R unchanged."""
        if self.intercorrelation is None:
            return world
        reach = float(np.sqrt(world.signal))
        return replace(world, intercorrelation=self.intercorrelation).scaled(reach)


def _as_is(drawn: Drawn, _: np.random.Generator) -> Drawn:
    return drawn


def _skewed(drawn: Drawn, _: np.random.Generator) -> Drawn:
    """Outcomes with a long right tail, as sales have; ratings bunched at the top."""
    outcome = np.exp(0.6 * drawn.outcome)
    return replace(drawn, outcome=outcome, scores=-np.exp(-0.5 * drawn.scores))


def _discrete(drawn: Drawn, _: np.random.Generator) -> Drawn:
    """Whole ratings 1–5, and a whole rating as outcome."""
    ratings = np.clip(np.round(3.3 + 0.9 * drawn.scores), 1, 5)
    return replace(drawn, scores=ratings, outcome=np.clip(np.round(3.2 + drawn.outcome), 1, 5))


def _missing(drawn: Drawn, generator: np.random.Generator) -> Drawn:
    """Three in ten outcomes were never recorded."""
    absent = generator.random(len(drawn.outcome)) < 0.30
    return replace(drawn, outcome=np.where(absent, np.nan, drawn.outcome))


def _leavers(drawn: Drawn, generator: np.random.Generator) -> Drawn:
    """A quarter left before the appraisal, the weak performers far more often."""
    chance = 1 / (1 + np.exp(1.4 + 1.2 * drawn.performance))
    absent = generator.random(len(drawn.outcome)) < chance
    return replace(drawn, outcome=np.where(absent, np.nan, drawn.outcome))


def _stores(drawn: Drawn, generator: np.random.Generator) -> Drawn:
    """Thirty stores, a third of the outcome's variance theirs, nothing levelled beforehand."""
    store = generator.integers(0, 30, len(drawn.outcome))
    level = generator.standard_normal(30) * 0.9
    return replace(drawn, outcome=drawn.outcome + level[store])


ROUGH = (
    Rough("as in theory", _as_is),
    Rough("skewed ratings and outcomes", _skewed),
    Rough("whole ratings 1–5", _discrete),
    Rough("30 % of outcomes missing", _missing),
    Rough("weak performers leave", _leavers),
    Rough("dimensions correlated .60", _as_is, 0.60),
    Rough("store effects, not levelled", _stores),
)


def sample(rough: Rough, world: World, hires: int, seed: int) -> estimate.Sample:
    """A cohort hired by the world's weights on what was recorded; missing outcomes are missing."""
    drawn = draw(world, round(hires / world.hired_share), seed)
    seen = rough.change(drawn, np.random.default_rng([seed, 7]))
    points = seen.scores / seen.scores.std(axis=0)
    composite = points @ np.array(world.weights)
    places = max(1, round(len(composite) * world.hired_share))
    chosen = np.argsort(-composite, kind="stable")[:places]
    rows = np.sort(chosen[np.isfinite(seen.outcome[chosen])])
    return estimate.sample(points, rows, seen.outcome[rows])


@dataclass(frozen=True)
class Truth:
    """What weights are worth in a world, from 400,000 people nobody selected."""

    covariance: NDArray[np.float64]
    with_performance: NDArray[np.float64]

    def validity(self, weights: tuple[float, ...]) -> float:
        """True correlation of the composite with performance."""
        vector = np.array(weights)
        return float(vector @ self.with_performance / np.sqrt(vector @ self.covariance @ vector))


def truth(rough: Rough, world: World) -> Truth:
    """The truth of a world as recorded."""
    drawn = draw(world, 400_000, 987_654)
    points = rough.change(drawn, np.random.default_rng(1)).scores
    points = points / points.std(axis=0)
    joint = np.cov(np.column_stack([points, drawn.performance]).T)
    return Truth(joint[:-1, :-1], joint[:-1, -1])
