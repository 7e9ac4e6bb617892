"""What a declared visible part is worth: does it tell more of the work than the words do?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.foundation.statistics import fisher_interval, pearson

#: Fewer outcomes than this give no figure.
LEAST = 30


@dataclass(frozen=True)
class Supplemented:
    """One hired person: the number 0-100, the rating 1-5 of words alone, the outcome in SD."""

    score: float
    plain_rating: float
    outcome: float


@dataclass(frozen=True)
class Worth:
    """Correlation with the outcome, and what is left of it beside the words; None below 30.

    Both among the hired, uncorrected; each with its 95 % interval.
    """

    n: int
    needed: int
    raw: float | None = None
    raw_low: float | None = None
    raw_high: float | None = None
    beside_words: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def shown(self) -> bool:
        """Whether the part tells something beyond the words: its interval lies above nought."""
        return self.low is not None and self.low > 0


def worth(rows: Sequence[Supplemented]) -> Worth:
    """The partial correlation of the number with the outcome, given the rating of the words.

    Parameters
    ----------
    rows : everybody hired whose scorecard held the number and whose outcome is locked.

    Source
    ------
    Partial correlation with Fisher's interval at n - 1 (Fisher 1924, Metron 3:329).
    """
    n = len(rows)
    if n < LEAST:
        return Worth(n, LEAST)
    scores, words, outcomes = (
        [getattr(row, name) for row in rows] for name in ("score", "plain_rating", "outcome")
    )
    raw = pearson(scores, outcomes)
    if math.isnan(raw):
        return Worth(n, LEAST)
    others = (pearson(scores, words), pearson(words, outcomes))
    shared, told = (0.0 if math.isnan(value) else value for value in others)
    spread = math.sqrt((1 - shared**2) * (1 - told**2))
    if spread < 1e-9:
        return Worth(n, LEAST, raw, *fisher_interval(raw, n))
    partial = max(-1.0, min(1.0, (raw - shared * told) / spread))
    return Worth(n, LEAST, raw, *fisher_interval(raw, n), partial, *fisher_interval(partial, n - 1))
