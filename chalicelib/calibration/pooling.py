"""Small job families learn from the others: empirical Bayes over their slopes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.calibration.estimate import Floats


@dataclass(frozen=True)
class Family:
    """One family's slopes (p,) on the common dimensions and their sampling covariance (p, p)."""

    job_family: str
    slopes: "Floats"
    covariance: "Floats"


@dataclass(frozen=True)
class Pooled:
    """A family's slopes after pooling (p,), their standard errors (p,), and the family's own share.

    `own` (0–1 per dimension) is how much of the answer is the family's own evidence.
    """

    job_family: str
    slopes: "Floats"
    errors: "Floats"
    own: "Floats"


def pooled(families: Sequence[Family]) -> tuple[Pooled, ...]:
    """Each family's slopes drawn toward the mean of all, the more the less it knows itself.

    Parameters
    ----------
    families : at least two; one alone is returned as it is.

    Returns
    -------
    One `Pooled` per family, in order.

    Source
    ------
    Normal-normal empirical Bayes per dimension (Efron & Morris 1975, J. Am. Stat. Assoc. 70:311),
    spread between families by the method of moments (DerSimonian & Laird 1986, Control. Clin.
    Trials 7:177).
    """
    import numpy as np

    slopes = np.stack([family.slopes for family in families])
    errors = np.stack([np.diagonal(family.covariance) for family in families])
    if len(families) == 1:
        return (
            Pooled(families[0].job_family, slopes[0], np.sqrt(errors[0]), np.ones_like(slopes[0])),
        )
    between = spread_between(slopes, errors)
    precision = 1 / (errors + between)
    middle = (precision * slopes).sum(axis=0) / precision.sum(axis=0)
    own = between / (between + errors)
    answer = own * slopes + (1 - own) * middle
    variance = own * errors + (1 - own) ** 2 / precision.sum(axis=0)
    return tuple(
        Pooled(family.job_family, answer[n], np.sqrt(variance[n]), own[n])
        for n, family in enumerate(families)
    )


def spread_between(slopes: "Floats", errors: "Floats") -> "Floats":
    """Variance of true slopes between families (p,), never below 0.

    Parameters
    ----------
    slopes, errors : (families, p) slopes and their squared standard errors.

    Source
    ------
    DerSimonian & Laird 1986.
    """
    import numpy as np

    weight = 1 / errors
    middle = (weight * slopes).sum(axis=0) / weight.sum(axis=0)
    excess = (weight * (slopes - middle) ** 2).sum(axis=0) - (len(slopes) - 1)
    scale = weight.sum(axis=0) - (weight**2).sum(axis=0) / weight.sum(axis=0)
    return np.asarray(np.maximum(excess / scale, 0.0))
