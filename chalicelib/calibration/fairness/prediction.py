"""Differential prediction: does the same score promise the same work, whatever the group?

Moderated regression, outcome on score x group, group by group against the reference. With one group
and its reference the model falls apart into two lines with one common residual, so every figure is
a closed form.

Source: Cleary 1968, J. Educ. Meas. 5:115; Lautenschlager & Mendoza 1986, Appl. Psychol. Meas.
10:133 (one test of both, then slopes, then intercepts); SIOP Principles 2018.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chalicelib.calibration.fairness.impact import UNKNOWN
from chalicelib.calibration.fairness.student import f_tail, t_quantile, t_two_sided
from chalicelib.foundation.statistics import mean

#: Outcomes that a group needs before anything is said of it.
LEAST_OUTCOMES = 30


@dataclass(frozen=True)
class Scored:
    """One employee: the group they stated, composite (0–100), outcome in SD units."""

    group: str
    score: float
    outcome: float


@dataclass(frozen=True)
class Difference:
    """Group less reference, with its 95 % interval and exact t test (0–1)."""

    value: float
    low: float
    high: float
    p_value: float


@dataclass(frozen=True)
class Differential:
    """One group's line beside that of the reference.

    `slopes` is the difference of slopes (outcome SDs per score point); `intercepts` how much
    better (SDs) the group does at equal score on lines of one common slope; `at_cut` the same at
    the cut score on lines of their own; `p_both` tests slopes and intercepts together. All None
    below 30 outcomes on either side, or where scores do not vary.
    """

    group: str
    n: int
    reference: str
    n_reference: int
    slope: float | None = None
    slope_reference: float | None = None
    slopes: Difference | None = None
    intercepts: Difference | None = None
    at_cut: Difference | None = None
    p_both: float | None = None


@dataclass(frozen=True)
class _Line:
    """Sums of one group's points."""

    n: int
    x: float
    y: float
    xx: float
    xy: float
    yy: float

    @property
    def slope(self) -> float:
        return self.xy / self.xx

    @property
    def rest(self) -> float:
        """What the group's own line leaves unexplained, a sum of squares."""
        return max(self.yy - self.xy * self.xy / self.xx, 0.0)


def differential(people: Iterable[Scored], cut_score: float) -> tuple[Differential, ...]:
    """Every group of one attribute against the largest one.

    Parameters
    ----------
    people : with outcomes; who stated no group is left out.
    cut_score : composite at which a pass is recommended, 0–100.

    Returns
    -------
    One `Differential` per group other than the reference, by name. Slopes survive selection on
    the score; a difference that is not shown is not shown to be absent.
    """
    by_group: dict[str, list[Scored]] = {}
    for each in people:
        if each.group != UNKNOWN:
            by_group.setdefault(each.group, []).append(each)
    if not by_group:
        return ()
    reference = max(sorted(by_group), key=lambda group: len(by_group[group]))
    return tuple(
        _beside(group, by_group[group], reference, by_group[reference], cut_score)
        for group in sorted(by_group)
        if group != reference
    )


def _beside(
    group: str, rows: Sequence[Scored], reference: str, others: Sequence[Scored], cut: float
) -> Differential:
    found = Differential(group, len(rows), reference, len(others))
    if min(len(rows), len(others)) < LEAST_OUTCOMES:
        return found
    one, other = _line(rows), _line(others)
    if min(one.xx, other.xx) <= 0 or one.rest + other.rest <= 0:
        return found
    n = one.n + other.n
    spread = math.sqrt((one.rest + other.rest) / (n - 4))
    slopes = _difference(
        one.slope - other.slope, spread * math.sqrt(1 / one.xx + 1 / other.xx), n - 4
    )
    return Differential(
        group,
        one.n,
        reference,
        other.n,
        one.slope,
        other.slope,
        slopes,
        _intercepts(one, other),
        _at(one, other, cut, spread),
        _both(one, other),
    )


def _line(rows: Sequence[Scored]) -> _Line:
    xs, ys = [row.score for row in rows], [row.outcome for row in rows]
    mx, my = mean(xs), mean(ys)
    return _Line(
        len(rows),
        mx,
        my,
        math.fsum((x - mx) ** 2 for x in xs),
        math.fsum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)),
        math.fsum((y - my) ** 2 for y in ys),
    )


def _difference(value: float, error: float, freedom: int) -> Difference:
    half = t_quantile(freedom) * error
    return Difference(value, value - half, value + half, t_two_sided(value / error, freedom))


def _intercepts(one: _Line, other: _Line) -> Difference:
    """At equal score, on lines of one common slope (analysis of covariance)."""
    xx, xy = one.xx + other.xx, one.xy + other.xy
    slope, freedom = xy / xx, one.n + other.n - 3
    spread = math.sqrt((one.yy + other.yy - slope * xy) / freedom)
    value = (one.y - other.y) - slope * (one.x - other.x)
    error = spread * math.sqrt(1 / one.n + 1 / other.n + (one.x - other.x) ** 2 / xx)
    return _difference(value, error, freedom)


def _at(one: _Line, other: _Line, cut: float, spread: float) -> Difference:
    """At the cut score, on lines of their own."""
    heights = [line.y + line.slope * (cut - line.x) for line in (one, other)]
    parts = (1 / line.n + (cut - line.x) ** 2 / line.xx for line in (one, other))
    freedom = one.n + other.n - 4
    return _difference(heights[0] - heights[1], spread * math.sqrt(math.fsum(parts)), freedom)


def _both(one: _Line, other: _Line) -> float:
    """Chance of lines so different if one line served both groups."""
    n = one.n + other.n
    weight = one.n * other.n / n
    dx, dy = one.x - other.x, one.y - other.y
    xx = one.xx + other.xx + weight * dx * dx
    xy = one.xy + other.xy + weight * dx * dy
    yy = one.yy + other.yy + weight * dy * dy
    apart = one.rest + other.rest
    together = yy - xy * xy / xx
    return f_tail(max(together - apart, 0.0) / 2 / (apart / (n - 4)), 2, n - 4)
