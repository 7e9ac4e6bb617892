"""Tails of Student's t and of F in plain Python, by the incomplete beta function.

Source: Lentz's continued fraction, DLMF 8.17.22; checked against scipy to 1e-9.
"""

import math

TINY = 1e-300
ENOUGH = 1e-15
MOST_TERMS = 500


def t_two_sided(t: float, freedom: float) -> float:
    """Probability (0–1) that |T| exceeds |t|; `freedom` > 0."""
    return beta(freedom / (freedom + t * t), freedom / 2, 0.5)


def t_quantile(freedom: float, alpha: float = 0.05) -> float:
    """The t that |T| exceeds with probability `alpha`: 12.7 at 1 degree of freedom, 2.04 at 30."""
    low, high = 0.0, 1.0
    while t_two_sided(high, freedom) > alpha:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if t_two_sided(middle, freedom) > alpha else (low, middle)
    return high


def f_tail(f: float, between: float, within: float) -> float:
    """Probability (0–1) that F with these degrees of freedom exceeds f >= 0."""
    return beta(within / (within + between * f), within / 2, between / 2)


def beta(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function I_x(a, b), x 0–1, a and b above 0."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _safe(1 - (a + b) * x / (a + 1))
    whole = d
    for m in range(1, MOST_TERMS):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _safe(1 + step * d)
            c = _safe(1 + step / c)
            whole *= d * c
        if abs(d * c - 1) < ENOUGH:
            break
    return whole


def _safe(value: float) -> float:
    return value if abs(value) > TINY else TINY
