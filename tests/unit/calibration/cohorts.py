"""Cohorts out of invented worlds whose truth is known."""

import numpy as np

from chalicelib.calibration import estimate, simulator
from chalicelib.calibration.evidence import Cohort, CohortRow

#: Six dimensions intercorrelated .30, best composite r = .50, top 30 % hired, reliability .60.
SETTLED = simulator.World(
    (0.28, 0.03, 0.05, 0.16, 0.08, 0.10), 0.30, (20, 15, 20, 15, 15, 15)
).scaled(0.50)
#: Equal weights are already the best.
BEST = simulator.World((1,) * 6, 0.15, (17, 17, 17, 17, 16, 16), hired_share=0.2).scaled(0.42)
#: Worthless dimensions weigh most: validity .26 where .50 is possible.
MISGUIDED = simulator.World(
    (0.40, 0, 0, 0.22, 0, 0.18), 0.15, (6, 22, 28, 8, 28, 8), hired_share=0.2
).scaled(0.50)


def applicants_for(world: simulator.World, hires: int) -> int:
    return round(hires / world.hired_share)


def sample_of(drawn: simulator.Drawn) -> estimate.Sample:
    hired = np.flatnonzero(drawn.hired)
    return estimate.sample(drawn.scores, hired, drawn.outcome[hired])


def reliability_among_hired(world: simulator.World, drawn: simulator.Drawn) -> float:
    return 1 - world.error_variance / float(drawn.outcome[drawn.hired].var(ddof=1))


def cohort_of(drawn: simulator.Drawn, version: int = 1) -> Cohort:
    """Ratings of 1–5 with two decimals, three being average."""
    ratings = np.clip(np.round(3 + 0.8 * drawn.scores, 2), 1, 5)
    rows = tuple(
        CohortRow(
            f"p{number:05d}",
            version,
            tuple(float(rating) for rating in ratings[number]),
            bool(hired),
            round(float(drawn.outcome[number]), 6) if hired else None,
        )
        for number, hired in enumerate(drawn.hired)
    )
    dimensions = tuple(f"d{place}" for place in range(ratings.shape[1]))
    return Cohort("retail-sales", version, dimensions, rows, {})
