"""What a week of interviews adds up to, so that watching it never reads an interview again."""

from collections.abc import Sequence
from dataclasses import dataclass

BINS, BIN_WIDTH = 20, 5


@dataclass(frozen=True)
class Sums:
    """Running sums of interviews and decisions; composites in hundredths, so sums are exact."""

    interviews: int = 0
    scored: int = 0
    total: int = 0
    squares: int = 0
    bins: tuple[int, ...] = (0,) * BINS
    decided: int = 0
    overridden: int = 0

    def plus(self, other: "Sums") -> "Sums":
        """Both together."""
        return Sums(
            self.interviews + other.interviews,
            self.scored + other.scored,
            self.total + other.total,
            self.squares + other.squares,
            tuple(a + b for a, b in zip(self.bins, other.bins, strict=True)),
            self.decided + other.decided,
            self.overridden + other.overridden,
        )

    @property
    def mean(self) -> float | None:
        """Mean composite 0–100."""
        return self.total / self.scored / 100 if self.scored else None

    @property
    def variance(self) -> float:
        """Variance of the composite (n - 1), points squared."""
        if self.scored < 2:
            return 0.0
        middle = self.total * self.total / self.scored
        return max(0.0, (self.squares - middle) / (self.scored - 1) / 10_000)


@dataclass(frozen=True)
class Week:
    """One ISO week (`2026-W48`) of one source of hire."""

    week: str
    source: str
    sums: Sums


NOTHING = Sums()


def of_interview(composite: float | None) -> Sums:
    """What one finished interview adds; None is "not scored"."""
    if composite is None:
        return Sums(interviews=1)
    value = round(composite * 100)
    place = min(BINS - 1, max(0, int(composite // BIN_WIDTH)))
    bins = tuple(int(number == place) for number in range(BINS))
    return Sums(1, 1, value, value * value, bins)


def of_decision(overridden: bool) -> Sums:
    """What one decision adds: whether the person decided other than was recommended."""
    return Sums(decided=1, overridden=int(overridden))


def sum_of(weeks: Sequence[Week], names: Sequence[str]) -> Sums:
    """The sums of some weeks together."""
    found = NOTHING
    for each in weeks:
        if each.week in names:
            found = found.plus(each.sums)
    return found
