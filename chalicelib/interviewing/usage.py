"""How a question was used and how well it tells people apart, from running sums alone."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

from chalicelib.foundation.statistics import fisher_interval

#: Rated answers below which a mean says nothing yet.
LEAST_RATED = 5
#: Answers beside other rated answers of the same interview, below which no correlation is told.
LEAST_PAIRED = 20
#: From here a question tells people apart well; below it hardly.
GOOD, POOR = 0.3, 0.1


@dataclass(frozen=True)
class Tally:
    """Counts and sums of one wording; ratings in hundredths, so that sums are exact.

    `asked` in interviews that were handed in, of which `answered`, of which `rated` or `abstained`.
    `paired` are rated answers beside others of the same
    interview: x is the answer's rating, y the rounded mean of the others.
    """

    asked: int = 0
    answered: int = 0
    rated: int = 0
    abstained: int = 0
    rating: int = 0
    rating_squared: int = 0
    paired: int = 0
    x: int = 0
    y: int = 0
    xx: int = 0
    yy: int = 0
    xy: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            *(getattr(self, item.name) + getattr(other, item.name) for item in fields(Tally))
        )


NO_USE = Tally()


@dataclass(frozen=True)
class Said:
    """What became of one question in one interview; `rating` in hundredths (100–500) or None."""

    answered: bool
    rating: int | None


def tallies(interview: Mapping[str, Said]) -> dict[str, Tally]:
    """What one interview adds to the sums of each of its questions.

    Parameters
    ----------
    interview : what became of each question that was asked, by its id.
    """
    return {name: _one(name, said, interview) for name, said in interview.items()}


def _one(name: str, said: Said, interview: Mapping[str, Said]) -> Tally:
    base = Tally(asked=1, answered=int(said.answered))
    if said.rating is None:
        return base.plus(Tally(abstained=int(said.answered)))
    x = said.rating
    base = base.plus(Tally(rated=1, rating=x, rating_squared=x * x))
    others = [
        item.rating for key, item in interview.items() if key != name and item.rating is not None
    ]
    if not others:
        return base
    y = (2 * sum(others) + len(others)) // (2 * len(others))
    return base.plus(Tally(paired=1, x=x, y=y, xx=x * x, yy=y * y, xy=x * y))


@dataclass(frozen=True)
class Figures:
    """A wording's use as people read it.

    `mean` 1–5 and `spread` (sample SD) are None below `LEAST_RATED` ratings. `discrimination` is
    the corrected item-total correlation, with n and its 95 % interval; None below `LEAST_PAIRED`
    or where ratings do not vary.
    """

    asked: int
    answered: int
    abstained: int
    rated: int
    mean: float | None
    spread: float | None
    discrimination: float | None
    low: float | None
    high: float | None
    n: int


def read(tally: Tally) -> Figures:
    """The figures of running sums.

    Source
    ------
    Corrected item-total correlation: Henrysson 1963, Psychometrika 28:211 (the item is left out of
    its total); interval by Fisher 1921.
    """
    mean = spread = None
    if tally.rated >= LEAST_RATED:
        mean = round(tally.rating / tally.rated / 100, 2)
        variance = tally.rating_squared - tally.rating**2 / tally.rated
        spread = round(math.sqrt(max(0.0, variance) / (tally.rated - 1)) / 100, 2)
    told = correlation(tally) if tally.paired >= LEAST_PAIRED else None
    interval = fisher_interval(told, tally.paired) if told is not None else None
    return Figures(
        asked=tally.asked,
        answered=tally.answered,
        abstained=tally.abstained,
        rated=tally.rated,
        mean=mean,
        spread=spread,
        discrimination=None if told is None else round(told, 2),
        low=None if interval is None else round(interval[0], 2),
        high=None if interval is None else round(interval[1], 2),
        n=tally.paired,
    )


def correlation(tally: Tally) -> float | None:
    """Pearson's r of the answers with the mean of the others; None where one does not vary."""
    n = tally.paired
    across = n * tally.xx - tally.x**2
    along = n * tally.yy - tally.y**2
    if across <= 0 or along <= 0:
        return None
    return (n * tally.xy - tally.x * tally.y) / math.sqrt(across * along)
