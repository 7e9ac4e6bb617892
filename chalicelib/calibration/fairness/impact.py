"""Each group's rate beside the highest: ratio with n, interval, exact test, then a careful word."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from chalicelib.calibration.fairness.exact import Share, all_pairs, fisher, ratio_interval

FOUR_FIFTHS = 0.8
SIGNIFICANT = 0.05
#: Below LEAST_SHOWN people a group's own rate is not shown; below LEAST_JUDGED nothing is said of
#: it; below LEAST_SHARE of all who stated a group it may be left out, and is listed with that
#: reason (6 RCNY 5-301).
LEAST_SHOWN, LEAST_JUDGED, LEAST_SHARE = 10, 30, 0.02
UNKNOWN = "unknown"
#: Joins the values of an intersection ("female" and "asian"), and the attributes it is of.
AND = " & "


class Verdict(StrEnum):
    """What a ratio together with its n, interval and test lets us say."""

    REFERENCE = "reference"
    WITHIN = "within"
    BELOW_NOT_PROVEN = "below-not-proven"
    BELOW_PROVEN = "below-proven"
    TOO_FEW = "too-few"
    LEFT_OUT = "left-out"
    UNKNOWN = "unknown"
    NOBODY_PASSED = "nobody-passed"


@dataclass(frozen=True)
class Counted:
    """A group's people, and those of them who passed."""

    group: str
    share: Share


@dataclass(frozen=True)
class Impact:
    """A group beside the group with the highest rate.

    `ratio` with `low`–`high` (95 %), `p_value` and the same adjusted for all groups of the
    attribute are None where nothing is compared; `caution` marks fewer than 30 people.
    """

    group: str
    share: Share
    reference: str
    ratio: float | None
    low: float | None
    high: float | None
    p_value: float | None
    p_adjusted: float | None
    verdict: Verdict
    caution: bool


def counted(rows: Iterable[tuple[str, bool]]) -> tuple[Counted, ...]:
    """(group, passed) rows as counts by group, in the order of their names."""
    n: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for group, yes in rows:
        n[group] += 1
        passed[group] += yes
    return tuple(Counted(group, Share(passed[group], n[group])) for group in sorted(n))


def attributes_of(groups: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """Every stated attribute, then every pair of them, by name."""
    single = sorted({name for each in groups for name in each})
    return (*single, *(f"{a}{AND}{b}" for a, b in combinations(single, 2)))


def group_of(groups: Mapping[str, str], attribute: str) -> str:
    """The value a person stated for an attribute or an intersection; unknown if any part is."""
    values = [groups.get(name, "") for name in attribute.split(AND)]
    return AND.join(values) if all(values) else UNKNOWN


def impacts(groups: Sequence[Counted], *, least: int = LEAST_SHOWN) -> tuple[Impact, ...]:
    """Every group's rate over the highest rate.

    Parameters
    ----------
    groups : of one attribute, "unknown" included: it is counted, and compared with nobody.
    least : people that a group needs to be compared at all.

    Returns
    -------
    One `Impact` per group, in the order given. The reference is the highest rate among groups of
    at least `least` people and 2 % of all who stated one; of equal rates the larger group.
    "Proven" asks for a ratio below .8, 30 people on both sides and an adjusted p < .05.

    Source: 29 CFR 1607.4 D (four-fifths rule, and significance beside it); ratio, interval and
    test together after Morris & Lobsenz 2000, Pers. Psychol. 53:89.
    """
    known = sum(each.share.n for each in groups if each.group != UNKNOWN)
    judged = [e for e in groups if _standing(e, known, least) is None]
    best = max(judged, key=lambda e: (e.share.rate, e.share.n, e.group), default=None)
    lines = (_line(each, best, _standing(each, known, least)) for each in groups)
    return tuple(_settled(line, len(judged)) for line in lines)


def _standing(each: Counted, known: int, least: int) -> Verdict | None:
    if each.group == UNKNOWN:
        return Verdict.UNKNOWN
    if each.share.n < least:
        return Verdict.TOO_FEW
    return Verdict.LEFT_OUT if each.share.n < LEAST_SHARE * known else None


def _line(each: Counted, best: Counted | None, standing: Verdict | None) -> Impact:
    caution = each.share.n < LEAST_JUDGED
    empty = Impact(
        each.group, each.share, "", None, None, None, None, None, Verdict.NOBODY_PASSED, caution
    )
    if standing is not None or best is None:
        return replace(empty, verdict=standing or Verdict.TOO_FEW)
    if not best.share.part:
        return empty
    found = replace(empty, reference=best.group, ratio=each.share.rate / best.share.rate)
    if each is best:
        return replace(found, verdict=Verdict.REFERENCE)
    low, high = ratio_interval(each.share, best.share)
    caution = caution or best.share.n < LEAST_JUDGED
    tested = fisher(each.share, best.share)
    return replace(
        found, low=low, high=high, p_value=tested, caution=caution, verdict=Verdict.WITHIN
    )


def _settled(line: Impact, judged: int) -> Impact:
    if line.p_value is None or line.ratio is None:
        return line
    adjusted = all_pairs(line.p_value, judged)
    proven = adjusted < SIGNIFICANT and not line.caution
    below = Verdict.BELOW_PROVEN if proven else Verdict.BELOW_NOT_PROVEN
    verdict = below if line.ratio < FOUR_FIFTHS else line.verdict
    return replace(line, p_adjusted=adjusted, verdict=verdict)
