"""The few formulas that stand beside published figures, each with its source."""

import math
from collections.abc import Sequence

Z95 = 1.959963984540054


def wilson(successes: int, n: int, z: float = Z95) -> tuple[float, float]:
    """Score interval of a share.

    Parameters
    ----------
    successes, n : counts, 0 <= successes <= n.
    z : normal quantile; 1.96 gives 95 %.

    Returns
    -------
    (low, high) in 0-1; (0, 1) when n is 0: nothing is known.

    Source: Wilson 1927, J. Am. Stat. Assoc. 22:209.
    """
    if n == 0:
        return (0.0, 1.0)
    share, square = successes / n, z * z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = z * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return (max(0.0, middle - half), min(1.0, middle + half))


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean of at least one value."""
    return math.fsum(values) / len(values)


def deviation(values: Sequence[float]) -> float:
    """Sample standard deviation (n - 1); 0 for fewer than two values."""
    if len(values) < 2:
        return 0.0
    middle = mean(values)
    return math.sqrt(math.fsum((v - middle) ** 2 for v in values) / (len(values) - 1))


def mean_interval(values: Sequence[float], z: float = Z95) -> tuple[float, float]:
    """Normal interval of a mean; (nan, nan) below two values."""
    if len(values) < 2:
        return (math.nan, math.nan)
    half = z * deviation(values) / math.sqrt(len(values))
    return (mean(values) - half, mean(values) + half)


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Correlation of two equally long series; nan when one does not vary."""
    mx, my = mean(xs), mean(ys)
    sx = math.fsum((x - mx) ** 2 for x in xs)
    sy = math.fsum((y - my) ** 2 for y in ys)
    if sx == 0 or sy == 0:
        return math.nan
    return math.fsum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / math.sqrt(sx * sy)


def fisher_interval(r: float, n: int, z: float = Z95) -> tuple[float, float]:
    """Interval of a correlation by Fisher's transformation; (-1, 1) below n = 4.

    Source: Fisher 1921, Metron 1:3.
    """
    if n < 4 or math.isnan(r):
        return (-1.0, 1.0)
    bounded = max(-0.999999, min(0.999999, r))
    middle, half = math.atanh(bounded), z / math.sqrt(n - 3)
    return (math.tanh(middle - half), math.tanh(middle + half))
