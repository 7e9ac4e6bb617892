"""Whether scores moved: the last weeks beside those before."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.analytics.counting.sums import Moments
from chalicelib.analytics.registry import PROVEN
from chalicelib.analytics.rows import WeekScore
from chalicelib.foundation.statistics import Z95


@dataclass(frozen=True)
class Drift:
    """Mean composite of the last weeks less that of the weeks before, with its 95 % interval."""

    recent: Moments
    before: Moments
    gap: float
    low: float
    high: float

    @property
    def proven(self) -> bool:
        """Whether scores moved by more than chance would have them."""
        return min(self.recent.n, self.before.n) >= PROVEN and not self.low <= 0 <= self.high


#: Weeks that count as recent when drift is looked for.
RECENT_WEEKS = 4


def drift(rows: Sequence[WeekScore]) -> Drift | None:
    """How the last four weeks with interviews differ from those before; None without either.

    Source: Welch 1947, Biometrika 34:28, with the normal quantile.
    """
    late, early = rows[-RECENT_WEEKS:], rows[:-RECENT_WEEKS]
    recent, before = _together(late), _together(early)
    if min(recent.n, before.n) < 2:
        return None
    gap = recent.mean - before.mean
    half = Z95 * math.hypot(
        recent.deviation / math.sqrt(recent.n), before.deviation / math.sqrt(before.n)
    )
    return Drift(recent, before, gap, gap - half, gap + half)


def _together(rows: Sequence[WeekScore]) -> Moments:
    parts = [row.scores for row in rows]
    return Moments(
        sum(p.n for p in parts), sum(p.total for p in parts), sum(p.squares for p in parts)
    )
