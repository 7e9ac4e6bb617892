"""What a change of weights does to one attribute's groups: the same people before and after."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from chalicelib.calibration.fairness.exact import Share
from chalicelib.calibration.fairness.impact import (
    AND,
    FOUR_FIFTHS,
    SIGNIFICANT,
    UNKNOWN,
    Impact,
    Verdict,
    counted,
    group_of,
    impacts,
)
from chalicelib.calibration.fairness.people import scoring_rates


class Ruling(StrEnum):
    """What the brake says of a group, an attribute, a proposal."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_MEASURED = "not-measured"


class Why(StrEnum):
    """The reason behind a ruling."""

    WITHIN = "within"
    REFERENCE = "reference"
    BELOW_NOT_PROVEN = "below-not-proven"
    STILL_BELOW = "still-below"
    BELOW_PROVEN = "below-proven"
    FELL = "fell"
    TOO_FEW = "too-few"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Change:
    """New impact ratio over old, the same people twice, with its interval (95 % over all groups).

    Below 1 the group fares worse than before beside the reference.
    """

    factor: float
    low: float
    high: float


@dataclass(frozen=True)
class GroupEffect:
    """One group under the old and the new weights.

    `n` people, of whom `old.share.part` and `new.share.part` reach the cut score; `scoring_old`
    and `scoring_new` count those above the median of all.
    """

    group: str
    n: int
    old: Impact
    new: Impact
    scoring_old: Share
    scoring_new: Share
    change: Change | None
    ruling: Ruling
    why: Why


@dataclass(frozen=True)
class AttributeEffect:
    """One attribute or intersection ("sex & race"): who stated one, who none, every group."""

    attribute: str
    known: int
    unknown: int
    groups: tuple[GroupEffect, ...]
    ruling: Ruling

    @property
    def paired(self) -> bool:
        """Whether it is an intersection of two attributes."""
        return AND in self.attribute


@dataclass(frozen=True)
class Marks:
    """One person's stated groups and composites (0–100) under both weights, and the cut score."""

    groups: Mapping[str, str]
    was: float
    now: float
    cut: float

    @property
    def both(self) -> tuple[bool, bool]:
        """Whether the person passes under the old and under the new weights."""
        return self.was >= self.cut, self.now >= self.cut


def effect_on(name: str, marks: Sequence[Marks]) -> AttributeEffect:
    """What happens to every group of an attribute or an intersection."""
    groups = [group_of(each.groups, name) for each in marks]
    pairs = [each.both for each in marks]
    old = impacts(counted((g, was) for g, (was, _) in zip(groups, pairs, strict=True)))
    new = impacts(counted((g, now) for g, (_, now) in zip(groups, pairs, strict=True)))
    flips = Counter(zip(groups, pairs, strict=True))
    scored_old = scoring_rates([each.was for each in marks], groups)
    scored_new = scoring_rates([each.now for each in marks], groups)
    compared = sum(line.p_value is not None for line in new)
    lines = []
    for was, now in zip(old, new, strict=True):
        change = _change(flips, now, compared)
        ruling, why = _judged(was, now, change)
        scoring = (scored_old[now.group], scored_new[now.group])
        lines.append(GroupEffect(now.group, now.share.n, was, now, *scoring, change, ruling, why))
    unknown = sum(group == UNKNOWN for group in groups)
    ruling = together([x.ruling for x in lines if x.why not in (Why.REFERENCE, Why.UNKNOWN)])
    return AttributeEffect(name, len(groups) - unknown, unknown, tuple(lines), ruling)


def _change(
    flips: Mapping[tuple[str, tuple[bool, bool]], int], now: Impact, compared: int
) -> Change | None:
    """The ratio's change beside the new reference, both groups before and after."""
    if now.ratio is None or now.verdict is Verdict.REFERENCE:
        return None
    logs = [_log_change(flips, group) for group in (now.group, now.reference)]
    if logs[0] is None or logs[1] is None:
        return None
    middle = logs[0][0] - logs[1][0]
    z = NormalDist().inv_cdf(1 - SIGNIFICANT / (2 * max(compared, 1)))
    half = z * math.sqrt(logs[0][1] + logs[1][1])
    return Change(math.exp(middle), math.exp(middle - half), math.exp(middle + half))


def _log_change(
    flips: Mapping[tuple[str, tuple[bool, bool]], int], group: str
) -> tuple[float, float] | None:
    """Logarithm of new over old rate of the same people, and its variance."""
    kept, lost, won = (
        flips.get((group, p), 0) for p in ((True, True), (True, False), (False, True))
    )
    was, now = kept + lost, kept + won
    if not was or not now:
        return None
    return math.log(now / was), (lost + won) / (was * now)


def _judged(old: Impact, new: Impact, change: Change | None) -> tuple[Ruling, Why]:
    if new.verdict is Verdict.UNKNOWN:
        return Ruling.NOT_MEASURED, Why.UNKNOWN
    if new.ratio is None or new.caution:
        return Ruling.NOT_MEASURED, Why.TOO_FEW
    if new.verdict is Verdict.REFERENCE:
        return Ruling.PASSED, Why.REFERENCE
    if new.ratio >= FOUR_FIFTHS:
        return Ruling.PASSED, Why.WITHIN
    if new.verdict is Verdict.BELOW_PROVEN:
        kept = old.verdict is Verdict.BELOW_PROVEN and new.ratio >= (old.ratio or 0.0)
        return (Ruling.PASSED, Why.STILL_BELOW) if kept else (Ruling.FAILED, Why.BELOW_PROVEN)
    if change is not None and change.high < 1:
        return Ruling.FAILED, Why.FELL
    return Ruling.PASSED, Why.BELOW_NOT_PROVEN


def together(rulings: Sequence[Ruling]) -> Ruling:
    """One failed fails all; with nothing measured nothing is said."""
    if Ruling.FAILED in rulings:
        return Ruling.FAILED
    return Ruling.PASSED if Ruling.PASSED in rulings else Ruling.NOT_MEASURED


def overall(attributes: Sequence[AttributeEffect]) -> Ruling:
    """The ruling on a change: one attribute failed fails all, one not measured leaves it open.

    An intersection can fail it too, but need not be measured: most are too small ever to be.
    """
    rulings = [each.ruling for each in attributes]
    if Ruling.FAILED in rulings:
        return Ruling.FAILED
    if any(x.ruling is Ruling.NOT_MEASURED for x in attributes if not x.paired):
        return Ruling.NOT_MEASURED
    return together(rulings)


def worst_of(attributes: Sequence[AttributeEffect]) -> GroupEffect | None:
    """Of all measured groups the one with the lowest new impact ratio."""
    lines = [
        line
        for each in attributes
        for line in each.groups
        if line.ruling is not Ruling.NOT_MEASURED and line.new.ratio is not None
    ]
    return min(lines, key=lambda line: line.new.ratio or 0.0, default=None)
