"""Champion and challenger on the same interviews: both composites, one of which counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.foundation.statistics import mean, mean_interval, pearson, wilson

#: Of the weight 100 so much must be measured, as for every scorecard.
LEAST_MEASURED = 60
#: Interviews in which the challenger would have recommended otherwise, shown one by one.
MOST_SHOWN = 100


@dataclass(frozen=True)
class Pair:
    """One interview under both: composites 0–100, None where too little was measured.

    `cut_score` is the requisition's at the time of the interview.
    """

    person_id: str
    session_id: str
    champion: float | None
    challenger: float | None
    cut_score: float
    completed_at: str = ""

    @property
    def flipped(self) -> bool:
        """Whether the challenger would have recommended otherwise."""
        if self.champion is None or self.challenger is None:
            return False
        return (self.champion >= self.cut_score) != (self.challenger >= self.cut_score)


@dataclass(frozen=True)
class Comparison:
    """What a shadow run shows so far.

    `n` interviews were measured under both; differences are challenger minus champion in composite
    points with their 95 % interval (None below two); shares are 0–1 with Wilson intervals.
    """

    interviews: int
    n: int
    not_measured: int
    difference: float | None
    difference_low: float | None
    difference_high: float | None
    greatest: float | None
    correlation: float | None
    flipped: int
    flip_share: float | None
    flip_low: float
    flip_high: float
    passed_champion: int
    passed_challenger: int
    flips: tuple[Pair, ...]


def recomposed(ratings: Mapping[str, float | None], weights: Mapping[str, float]) -> float | None:
    """The composite of a finished interview under other weights, as a scorecard would give it.

    Parameters
    ----------
    ratings : 1–5 by dimension, None where it was not measured.
    weights : total 100.

    Returns
    -------
    0–100 with two decimals over the measured weight; None where less than 60 of it was measured.
    """
    hundredths = {
        key: round(rating * 100) for key in weights if (rating := ratings.get(key)) is not None
    }
    measured = round(sum(weights[key] for key in hundredths))
    if measured < LEAST_MEASURED:
        return None
    total = sum(round(weights[key]) * (value - 100) * 25 for key, value in hundredths.items())
    return (2 * total + measured) // (2 * measured) / 100


def compare(pairs: Sequence[Pair]) -> Comparison:
    """Hold both composites of the same interviews against each other.

    Parameters
    ----------
    pairs : one per interview of the run, in order of time.
    """
    both = [
        (each.champion, each.challenger)
        for each in pairs
        if each.champion is not None and each.challenger is not None
    ]
    moved = [new - old for old, new in both]
    low, high = mean_interval(moved) if len(moved) > 1 else (None, None)
    r = pearson([old for old, _ in both], [new for _, new in both]) if len(both) > 2 else None
    flips = tuple(each for each in pairs if each.flipped)
    measured = [p for p in pairs if p.champion is not None and p.challenger is not None]
    flip_low, flip_high = wilson(len(flips), len(both))
    return Comparison(
        interviews=len(pairs),
        n=len(both),
        not_measured=len(pairs) - len(both),
        difference=_rounded(mean(moved)) if moved else None,
        difference_low=_rounded(low),
        difference_high=_rounded(high),
        greatest=_rounded(max(moved, key=abs)) if moved else None,
        correlation=_rounded(r),
        flipped=len(flips),
        flip_share=round(len(flips) / len(both), 4) if both else None,
        flip_low=round(flip_low, 4),
        flip_high=round(flip_high, 4),
        passed_champion=sum((p.champion or 0) >= p.cut_score for p in measured),
        passed_challenger=sum((p.challenger or 0) >= p.cut_score for p in measured),
        flips=flips[:MOST_SHOWN],
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None or value != value else round(value, 4)
