"""The multiple correlation of all dimensions with the outcome, without its fit's optimism."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.calibration.estimate import Floats, Sample


@dataclass(frozen=True)
class Multiple:
    """Multiple R among the `n` hired, uncorrected; none of the figures is the in-sample R.

    `cross_validated` is the correlation of the outcome with predictions from people not fitted on,
    `adjusted` what the best weights would reach in the population (Olkin and Pratt), `expected`
    what weights fitted on these people reach on others (Browne).
    """

    n: int
    cross_validated: float
    adjusted: float
    expected: float


def multiple(data: "Sample", prior: "Floats", seed: int) -> Multiple:
    """Multiple R of a sample in its three honest forms.

    Parameters
    ----------
    data : the sample.
    prior : (p,) weights in force, per applicant SD, toward which the fit is shrunk.
    seed : for the folds.
    """
    from chalicelib.calibration import estimate

    found = estimate.moments(data)
    n, width = len(data.outcome), data.scores.shape[1]
    square = 1 - float(found.residual) * (n - width - 1) / (float(found.variance) * (n - 1))
    held = estimate.cross_validated(data, prior, seed)
    return Multiple(
        n,
        round(held, 4),
        round(math.sqrt(max(0.0, olkin_pratt(square, n, width))), 4),
        round(math.sqrt(max(0.0, browne(square, n, width))), 4),
    )


def olkin_pratt(square: float, n: int, width: int) -> float:
    """The unbiased estimate of the population's squared multiple correlation.

    Parameters
    ----------
    square : in-sample R², 0–1.
    n : people, more than `width` + 1.
    width : predictors.

    Source
    ------
    Olkin & Pratt 1958, Ann. Math. Stat. 29:201: 1 - (n - 3) / (n - p - 1) (1 - R²)
    ₂F₁(1, 1; (n - p + 1) / 2; 1 - R²).
    """
    left = 1 - square
    return 1 - (n - 3) / (n - width - 1) * left * _hypergeometric((n - width + 1) / 2, left)


def _hypergeometric(c: float, z: float) -> float:
    """Gauss's ₂F₁(1, 1; c; z) for c > 2 and 0 <= z <= 1, by its series."""
    total = term = 1.0
    for k in range(1, 1_000_000):
        term *= k * z / (c + k - 1)
        total += term
        if term < 1e-17 * total:
            break
    return total


def browne(square: float, n: int, width: int) -> float:
    """Expected squared correlation, among others, of weights fitted on these people.

    Parameters
    ----------
    square, n, width : in-sample R², people, predictors.

    Source
    ------
    Browne 1975, Br. J. Math. Stat. Psychol. 28:79, with ρ² after Olkin and Pratt and ρ⁴ less its
    bias 2 p (1 - ρ²)² / ((n - 1) (n - p + 1)) (Cattin 1980, Psychol. Bull. 87:407).
    """
    rho = max(0.0, olkin_pratt(square, n, width))
    fourth = rho**2 - 2 * width * (1 - rho) ** 2 / ((n - 1) * (n - width + 1))
    fourth = max(0.0, fourth)
    return ((n - width - 3) * fourth + rho) / ((n - 2 * width - 2) * rho + width)
