"""Counters in whole numbers: added, taken away and stored without losing anything."""

import json
import math
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chalicelib.foundation.statistics import Z95

Counts = dict[str, int]


def added(*parts: Mapping[str, int]) -> Counts:
    """The sum of counters; what sums to nothing is left out."""
    total: Counts = {}
    for part in parts:
        for name, number in part.items():
            total[name] = total.get(name, 0) + number
    return {name: number for name, number in total.items() if number}


def merged(parts: Iterable[Mapping[str, int]]) -> Counts:
    """The sum of many counters, read once."""
    total: Counts = {}
    known = total.get
    for part in parts:
        for name, number in part.items():
            total[name] = known(name, 0) + number
    return total


def negative(counts: Mapping[str, int]) -> Counts:
    """The counter that takes another away."""
    return {name: -number for name, number in counts.items()}


def packed(counts: Mapping[str, int]) -> bytes:
    """A counter as bytes: the same for the same counts, whatever order they came in."""
    plain = json.dumps(dict(counts), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return zlib.compress(plain.encode(), 6)


def unpacked(body: bytes) -> Counts:
    """The counter that `packed` made."""
    counts: Counts = json.loads(zlib.decompress(body))
    return counts


@dataclass(frozen=True)
class Moments:
    """n values by their sum and sum of squares, in whole steps of 1/`unit`."""

    n: int
    total: int
    squares: int
    unit: int = 100

    @property
    def mean(self) -> float:
        """Arithmetic mean; nan where n is 0."""
        return self.total / self.n / self.unit if self.n else math.nan

    @property
    def deviation(self) -> float:
        """Sample SD (n - 1); 0 below two values."""
        if self.n < 2:
            return 0.0
        spread = self.n * self.squares - self.total**2
        return math.sqrt(max(0, spread) / (self.n * (self.n - 1))) / self.unit

    def interval(self, z: float = Z95) -> tuple[float, float]:
        """Normal interval of the mean; (nan, nan) below two values."""
        if self.n < 2:
            return (math.nan, math.nan)
        half = z * self.deviation / math.sqrt(self.n)
        return (self.mean - half, self.mean + half)


def moments(counts: Mapping[str, int], name: str, unit: int = 100) -> Moments:
    """The moments that `noted` wrote under a name."""
    n, total, squares = (counts.get(f"{name}|{part}", 0) for part in "nsq")
    return Moments(n, total, squares, unit)


def noted(name: str, value: float, unit: int = 100) -> Counts:
    """One value as counters: n, sum, sum of squares, in whole steps of 1/`unit`."""
    steps = round(value * unit)
    return {f"{name}|n": 1, f"{name}|s": steps, f"{name}|q": steps * steps}
