"""The few probability integrals that calibration prints, from the standard library alone.

They serve pages of the API, where no numerical package is loaded. All are smooth integrals taken by
Gauss-Legendre quadrature over panels; the tests hold them to 1e-9 of scipy.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from statistics import NormalDist

STANDARD = NormalDist()
NODES = 32
PANELS = 12
#: So near to 0 a function counts as having reached it.
CLOSE = 1e-14
#: Standard deviations beyond which a chi density adds less than 1e-15.
REACH = 9.0


@lru_cache(maxsize=4)
def legendre(nodes: int) -> tuple[tuple[float, float], ...]:
    """Nodes and weights of Gauss-Legendre quadrature on [-1, 1].

    Source: Newton's iteration on Legendre's recurrence; Abramowitz & Stegun 1964, 25.4.29.
    """
    found = []
    for place in range(1, nodes + 1):
        x = math.cos(math.pi * (place - 0.25) / (nodes + 0.5))
        for _ in range(100):
            value, before = 1.0, 0.0
            for k in range(nodes):
                value, before = ((2 * k + 1) * x * value - k * before) / (k + 1), value
            slope = nodes * (x * value - before) / (x * x - 1)
            step = value / slope
            x -= step
            if abs(step) < 1e-16:
                break
        found.append((x, 2 / ((1 - x * x) * slope * slope)))
    return tuple(found)


def integral(of: Callable[[float], float], low: float, high: float, panels: int = PANELS) -> float:
    """A smooth function integrated from `low` to `high` in equal panels of 32 nodes each."""
    half = (high - low) / (2 * panels)
    parts = []
    for panel in range(panels):
        middle = low + (2 * panel + 1) * half
        parts += [weight * of(middle + half * node) for node, weight in legendre(NODES)]
    return half * math.fsum(parts)


def upper_normal(x: float) -> float:
    """Probability of a standard normal value above `x`, exact in the far tail as well."""
    return 0.5 * math.erfc(x / math.sqrt(2))


def upper_t(t: float, freedom: float, shift: float = 0.0) -> float:
    """Probability above `t` of Student's t, or of the noncentral t with noncentrality `shift`.

    Parameters
    ----------
    t : any number.
    freedom : degrees of freedom, at least 1.
    shift : noncentrality; 0 for Student's own.

    Source
    ------
    Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, 31.1: a normal over an
    independent chi, mixed over the chi.
    """
    if shift == 0.0:
        return _student(t, freedom)
    panels = 4 if abs(shift) < 10 and freedom >= 18 else PANELS
    mixed = [weight * upper_normal(t * root - shift) for root, weight in _chi(freedom, panels)]
    return min(1.0, math.fsum(mixed))


@lru_cache(maxsize=256)
def _chi(freedom: float, panels: int) -> tuple[tuple[float, float], ...]:
    """Nodes of chi over the root of its degrees of freedom, weighted by its density."""
    reach = REACH / math.sqrt(2 * freedom)
    low, high = max(1e-12, 1 - reach), 1 + reach
    constant = math.log(2) + freedom / 2 * math.log(freedom / 2) - math.lgamma(freedom / 2)
    half, found = (high - low) / (2 * panels), []
    for panel in range(panels):
        for node, weight in legendre(NODES):
            root = low + (2 * panel + 1 + node) * half
            log = constant + (freedom - 1) * math.log(root) - freedom * root * root / 2
            found.append((root, half * weight * math.exp(log)))
    return tuple(found)


def _student(t: float, freedom: float) -> float:
    tail = 0.5 * incomplete_beta(freedom / (freedom + t * t), freedom / 2, 0.5)
    return tail if t > 0 else 1 - tail


def incomplete_beta(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function I_x(a, b), 0–1, by Lentz's continued fraction.

    Source: Abramowitz & Stegun 1964, 26.5.8; Lentz 1976, Appl. Opt. 15:668.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(log + a * math.log(x) + b * math.log1p(-x)) / a
    return front * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        before = value
        for numerator in (even, odd):
            d, c = 1 / (1 + numerator * d), 1 + numerator / c
            value *= c * d
        if abs(value - before) <= 1e-16 * abs(value):
            break
    return value


def both_above(h: float, k: float, r: float) -> float:
    """Probability that two standard normal values of correlation `r` exceed `h` and `k`.

    Parameters
    ----------
    h, k : borders in standard deviations.
    r : correlation, -1 to 1.

    Source
    ------
    Plackett 1954, Biometrika 41:351: the derivative by the correlation is the bivariate density,
    integrated here over the arcsine (Drezner & Wesolowsky 1990, J. Stat. Comput. Simul. 35:101).
    """
    if abs(r) >= 1:
        return upper_normal(max(h, k)) if r > 0 else max(0.0, upper_normal(h) - upper_normal(-k))

    def density(angle: float) -> float:
        sine = math.sin(angle)
        square = h * h + k * k - 2 * h * k * sine
        return math.exp(-square / (2 * (1 - sine) * (1 + sine)))

    joined = integral(density, 0.0, math.asin(r)) / (2 * math.pi)
    return min(1.0, max(0.0, upper_normal(h) * upper_normal(k) + joined))


def crossing(of: Callable[[float], float], low: float, high: float) -> float:
    """Where a function that rises from below 0 at `low` to above 0 at `high` is 0.

    Source: the Illinois method, Dowell & Jarratt 1971, BIT 11:168; halving where it is slow.
    """
    under, over, side = of(low), of(high), 0
    for turn in range(400):
        if high - low <= CLOSE * max(1.0, abs(low), abs(high)) or over == under:
            break
        middle = (low * over - high * under) / (over - under) if turn % 8 != 7 else (low + high) / 2
        value = of(middle)
        if abs(value) < CLOSE:
            return middle
        if value > 0:
            high, over, under = middle, value, under / 2 if side > 0 else under
        else:
            low, under, over = middle, value, over / 2 if side < 0 else over
        side = 1 if value > 0 else -1
    return (low + high) / 2
