"""Two shares compared: Fisher's exact test and Koopman's interval of their ratio, in plain Python.

Counts of a group's people only; no approximation that fails where nobody, or everybody, passed.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from chalicelib.foundation.statistics import Z95, wilson

#: Tables whose probabilities differ by less are equally likely: rounding, not evidence.
TIE = 1e-10
STEPS = 80


@dataclass(frozen=True)
class Share:
    """`part` of `n` people, 0 <= part <= n."""

    part: int
    n: int

    @property
    def rate(self) -> float:
        """The share 0–1; nan of nobody."""
        return self.part / self.n if self.n else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval, 0–1."""
        return wilson(self.part, self.n)


def fisher(one: Share, other: Share) -> float:
    """Two-sided exact test that two groups are let through alike.

    Parameters
    ----------
    one, other : counts of both groups.

    Returns
    -------
    p value 0–1: the probability, margins given, of all tables not more likely than this one.

    Source: Fisher 1935, J. R. Stat. Soc. 98:39. Each probability follows from its neighbour by a
    ratio of whole numbers, from the likeliest table outwards, so that thousands of people are as
    exact as ten.
    """
    together = one.part + other.part
    lowest, highest = max(0, together - other.n), min(one.n, together)

    def grows(k: int) -> float:
        """Probability of k + 1 over that of k."""
        return ((one.n - k) * (together - k)) / ((k + 1) * (other.n - together + k + 1))

    peak = min(highest, max(lowest, ((one.n + 1) * (together + 1)) // max(one.n + other.n + 2, 1)))
    ways = {peak: 1.0}
    for k in range(peak, highest):
        ways[k + 1] = ways[k] * grows(k)
    for k in range(peak, lowest, -1):
        ways[k - 1] = ways[k] / grows(k - 1)
    limit = ways[one.part] * (1 + TIE)
    rare = math.fsum(sorted(way for way in ways.values() if way <= limit))
    return min(1.0, rare / math.fsum(sorted(ways.values())))


def ratio_interval(one: Share, other: Share, z: float = Z95) -> tuple[float, float]:
    """Interval of the ratio of two shares by inverting the score test.

    Parameters
    ----------
    one, other : numerator and denominator, each of at least one person.
    z : normal quantile; 1.96 gives 95 %.

    Returns
    -------
    (low, high) from 0 to infinity: low is 0 where nobody of `one` passed, high is infinite where
    nobody of `other` did. It holds its coverage where the logarithmic interval (Katz et al. 1978)
    does not exist or is too short.

    Source: Koopman 1984, Biometrics 40:513 (36 of 40 over 16 of 80: 2.94 to 7.15).
    """
    if not one.n or not other.n or not (one.part or other.part):
        return (0.0, math.inf)
    centre = one.rate / other.rate if other.part else math.inf
    low = 0.0 if not one.part else _crossing(one, other, (1e-9, min(centre, 1e9)), z)
    high = math.inf if not other.part else _crossing(one, other, (1e9, max(centre, 1e-9)), z)
    return (low, high)


def _crossing(one: Share, other: Share, ends: tuple[float, float], z: float) -> float:
    """Where the score statistic falls to z, between a far ratio and the one observed."""
    far, near = (math.log(end) for end in ends)
    return math.exp(bisect(lambda at: score(one, other, math.exp(at)) > z, far, near))


def bisect(beyond: Callable[[float], bool], far: float, near: float) -> float:
    """Where `beyond` turns from true (at `far`) to false (at `near`)."""
    for _ in range(STEPS):
        middle = (far + near) / 2
        far, near = (middle, near) if beyond(middle) else (far, middle)
    return near


def score(one: Share, other: Share, ratio: float) -> float:
    """Absolute score statistic of "the shares stand in this ratio"; standard normal if they do.

    Source: Koopman 1984; Miettinen & Nurminen 1985, Stat. Med. 4:213 (constrained estimate).
    """
    a = (one.n + other.n) * ratio
    b = one.n * ratio + one.part + other.n + other.part * ratio
    c = one.part + other.part
    root = math.sqrt(max(b * b - 4 * a * c, 0.0))
    base = 2 * c / (b + root)  # the smaller root, without cancellation
    top = min(base * ratio, 1.0)
    variance = top * (1 - top) / one.n + ratio * ratio * base * (1 - base) / other.n
    gap = abs(one.rate - ratio * other.rate)
    if variance <= 0:
        return 0.0 if gap < TIE else math.inf
    return gap / math.sqrt(variance)


def all_pairs(p_value: float, groups: int) -> float:
    """A p value, adjusted for the choice of the highest of several groups as the reference.

    Parameters
    ----------
    p_value : of one group beside the highest.
    groups : how many were compared; any two of them might have been the pair farthest apart.

    Returns
    -------
    p value 0–1, so that all verdicts on one attribute together err in at most 5 %.

    Source: Bonferroni over k (k - 1) / 2 pairs, as Tukey's range asks for (Dunn 1961, J. Am. Stat.
    Assoc. 56:52).
    """
    return min(1.0, p_value * math.comb(groups, 2))
