"""Has what is measured moved? Composites, missing scores and overrides by week, against a start.

Nothing here repairs anything: an alarm asks a person to look. Thresholds, each with its source:

psi ≥ .25 (and beyond chance)   Siddiqi 2006, Credit Risk Scorecards; the chance limit
                                (1/n + 1/m) χ²(.99, bins - 1) after Yurdakul & Naranjo 2020,
                                J. Risk Model Validation 14(4): a small week alone raises PSI
shift ≥ .5 SD (95 % beyond 0)   Cohen 1988: a medium effect
rates +10 points (95 % beyond)  HR decision; interval of a difference: Newcombe 1998, method 10
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from chalicelib.calibration.weekly import Sums, Week, sum_of
from chalicelib.foundation.statistics import Z95, wilson

#: Interviews that make the start to compare with, and the least that is compared with it.
LEAST_REFERENCE, LEAST_RECENT = 100, 30
RECENT_WEEKS = 4
PSI_ALARM, PSI_WATCH = 0.25, 0.10
SHIFT_ALARM = 0.50
RATE_ALARM = 0.10
LEAST_SHARE = 0.05
#: χ² at .99 by degrees of freedom 1–19 (Abramowitz & Stegun 1964, table 26.8).
CHI2_99 = (
    6.635, 9.210, 11.345, 13.277, 15.086, 16.812, 18.475, 20.090, 21.666, 23.209,
    24.725, 26.217, 27.688, 29.141, 30.578, 32.000, 33.409, 34.805, 36.191,
)  # fmt: skip


class Level(StrEnum):
    """What a figure asks for; too few is no verdict."""

    STABLE = "stable"
    WATCH = "watch"
    ALARM = "alarm"
    TOO_FEW = "too-few"


@dataclass(frozen=True)
class Check:
    """One figure under watch: `value` with its 95 % interval, and the limit that it is held to.

    `n` recent interviews or decisions against `reference` at the start; for PSI `low` is None and
    `limit` the greater of .25 and what chance alone reaches in one look of a hundred.
    """

    key: str
    source: str
    level: Level
    value: float | None = None
    low: float | None = None
    high: float | None = None
    limit: float | None = None
    n: int = 0
    reference: int = 0


@dataclass(frozen=True)
class Watch:
    """A look at one job family under one model version; `checks` for all sources and for each."""

    weeks: tuple[Week, ...]
    reference_weeks: tuple[str, ...]
    recent_weeks: tuple[str, ...]
    checks: tuple[Check, ...] = field(default_factory=tuple)

    @property
    def alarms(self) -> tuple[Check, ...]:
        """Those that ask for a person."""
        return tuple(each for each in self.checks if each.level is Level.ALARM)


def watch(weeks: Sequence[Week]) -> Watch:
    """Hold the last four weeks against the first hundred interviews of a model version.

    Parameters
    ----------
    weeks : sums by week and source, of one job family and model version.

    Returns
    -------
    Watch. The start is made of the earliest whole weeks that hold 100 interviews together; weeks
    of the start are never compared with themselves. Fewer than 30 recent figures give no verdict.
    """
    ordered = tuple(sorted(weeks, key=lambda each: (each.week, each.source)))
    names = sorted({each.week for each in ordered})
    start = _start(ordered, names)
    recent = tuple(name for name in names if name not in start)[-RECENT_WEEKS:]
    if sum_of(ordered, start).interviews < LEAST_REFERENCE:
        recent = ()
    checks = list(_checks("", sum_of(ordered, start), sum_of(ordered, recent)))
    for source in sorted({each.source for each in ordered}):
        own = [each for each in ordered if each.source == source]
        checks += _checks(source, sum_of(own, start), sum_of(own, recent))
    return Watch(ordered, start, recent, tuple(checks))


def _start(weeks: Sequence[Week], names: Sequence[str]) -> tuple[str, ...]:
    for count in range(1, len(names) + 1):
        if sum_of(weeks, names[:count]).interviews >= LEAST_REFERENCE:
            return tuple(names[:count])
    return tuple(names)


def _checks(source: str, start: Sums, recent: Sums) -> tuple[Check, ...]:
    return (
        psi(source, start, recent),
        shift(source, start, recent),
        _rate("not-scored", source, _missing(start), _missing(recent)),
        _rate(
            "override",
            source,
            (start.overridden, start.decided),
            (recent.overridden, recent.decided),
        ),
    )


def _missing(sums: Sums) -> tuple[int, int]:
    return sums.interviews - sums.scored, sums.interviews


def psi(source: str, start: Sums, recent: Sums) -> Check:
    """Population stability index of the composite.

    Parameters
    ----------
    source : of hire, empty for all.
    start, recent : sums; bins of five points, joined until each holds 5 % of the start.

    Returns
    -------
    Check "psi". It alarms at .25 only where chance alone (one look in a hundred) stays below.
    """
    n, m = recent.scored, start.scored
    if m < LEAST_RECENT or n < LEAST_RECENT:
        return Check("psi", source, Level.TOO_FEW, n=n, reference=m)
    pairs = _joined(start.bins, recent.bins)
    value = 0.0
    for old, new in pairs:
        p, q = (old + 0.5) / (m + 0.5 * len(pairs)), (new + 0.5) / (n + 0.5 * len(pairs))
        value += (q - p) * math.log(q / p)
    chance = (1 / n + 1 / m) * CHI2_99[max(0, len(pairs) - 2)]
    limit = max(PSI_ALARM, chance)
    level = _level(value >= limit, value >= max(PSI_WATCH, chance))
    return Check("psi", source, level, round(value, 4), None, None, round(limit, 4), n, m)


def _joined(start: Sequence[int], recent: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring bins joined until each holds its share of the start; the last rest joins too."""
    least = LEAST_SHARE * sum(start)
    pairs: list[tuple[int, int]] = []
    old = new = 0
    for a, b in zip(start, recent, strict=True):
        old, new = old + a, new + b
        if old >= least:
            pairs.append((old, new))
            old = new = 0
    if not pairs:
        return [(old, new)]
    pairs[-1] = (pairs[-1][0] + old, pairs[-1][1] + new)
    return pairs


def shift(source: str, start: Sums, recent: Sums) -> Check:
    """Shift of the mean composite in SDs of the start, with its 95 % interval.

    Source: Cohen 1988 (size); Hedges & Olkin 1985, eq. 5.14 (interval of d).
    """
    n, m = recent.scored, start.scored
    spread = math.sqrt(start.variance)
    if m < LEAST_RECENT or n < LEAST_RECENT or spread == 0:
        return Check("shift", source, Level.TOO_FEW, n=n, reference=m)
    value = ((recent.mean or 0.0) - (start.mean or 0.0)) / spread
    error = math.sqrt((n + m) / (n * m) + value * value / (2 * (n + m)))
    low, high = value - Z95 * error, value + Z95 * error
    sure = low > 0 or high < 0
    level = _level(sure and abs(value) >= SHIFT_ALARM, sure)
    low, high, value = round(low, 4), round(high, 4), round(value, 4)
    return Check("shift", source, level, value, low, high, SHIFT_ALARM, n, m)


def _rate(key: str, source: str, start: tuple[int, int], recent: tuple[int, int]) -> Check:
    """The rise of a rate, in shares of 1, with Newcombe's interval of a difference."""
    (old, m), (new, n) = start, recent
    if m < LEAST_RECENT or n < LEAST_RECENT:
        return Check(key, source, Level.TOO_FEW, n=n, reference=m)
    p, q = old / m, new / n
    p_low, p_high = wilson(old, m)
    q_low, q_high = wilson(new, n)
    value = q - p
    low = value - math.hypot(q - q_low, p_high - p)
    high = value + math.hypot(q_high - q, p - p_low)
    level = _level(low > 0 and value >= RATE_ALARM, low > 0)
    low, high, value = round(low, 4), round(high, 4), round(value, 4)
    return Check(key, source, level, value, low, high, RATE_ALARM, n, m)


def _level(alarm: bool, watch_it: bool) -> Level:
    return Level.ALARM if alarm else Level.WATCH if watch_it else Level.STABLE
