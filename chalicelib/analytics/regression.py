"""A straight line through points, and how sure it is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.foundation.statistics import Z95, mean


@dataclass(frozen=True)
class Line:
    """Least-squares line y = intercept + slope x through n points; `residual` is its SD."""

    n: int
    slope: float
    intercept: float
    middle: float
    spread: float
    residual: float

    def at(self, x: float) -> float:
        """Where the line stands above x."""
        return self.intercept + self.slope * x

    def half_width(self, x: float) -> float:
        """Half the 95 % interval of the mean outcome at x.

        Source: Draper & Smith 1998, Applied Regression Analysis, §3.1.
        """
        error = self.residual * math.sqrt(1 / self.n + (x - self.middle) ** 2 / self.spread)
        return student_quantile(self.n - 2) * error


def fit(xs: Sequence[float], ys: Sequence[float]) -> Line | None:
    """The least-squares line.

    Parameters
    ----------
    xs, ys : equally long series.

    Returns
    -------
    Line, or None below three points or where x does not vary.
    """
    n = len(xs)
    if n < 3:
        return None
    mx, my = mean(xs), mean(ys)
    spread = math.fsum((x - mx) ** 2 for x in xs)
    if spread <= 0:
        return None
    slope = math.fsum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / spread
    intercept = my - slope * mx
    left = math.fsum((y - intercept - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    return Line(n, slope, intercept, mx, spread, math.sqrt(left / (n - 2)))


def student_quantile(freedom: int) -> float:
    """The 97.5 % quantile of Student's t; exact for 1 and 2 degrees of freedom.

    Parameters
    ----------
    freedom : degrees of freedom, at least 1. From 5 on the error is below 0.001.

    Source: Abramowitz & Stegun 1964, 26.7.5 (expansion about the normal quantile).
    """
    if freedom == 1:
        return math.tan(math.pi * 0.475)
    if freedom == 2:
        return 0.95 / math.sqrt(2 * 0.975 * 0.025)
    z = Z95
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + math.fsum(term / freedom**power for power, term in enumerate(terms, start=1))
