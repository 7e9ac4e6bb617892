"""Traits of top performers beside those of the rest, all judged at once."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.calibration import contrast
from chalicelib.foundation.statistics import mean

LEAST_IN_A_GROUP = 10
#: A yes that fewer than five said, or fewer than five did not, tells two groups apart by luck only.
LEAST_OF_A_KIND = 5


class Verdict(StrEnum):
    """What a contrast says."""

    HIGHER = "higher-among-top"
    LOWER = "lower-among-top"
    NO_EVIDENCE = "no-evidence"
    TOO_FEW = "too-few"


class Source(StrEnum):
    """Where a trait was seen."""

    RATING = "rating"
    BEHAVIOUR = "behaviour"
    FACT = "fact"
    INDICATOR = "indicator"


@dataclass(frozen=True)
class Trait:
    """One thing that may set people apart; whoever it was not measured of is absent from `values`.

    `yes_no` traits hold 1.0 and 0.0, others numbers of any unit.
    """

    source: Source
    key: str
    values: Mapping[str, float]
    yes_no: bool = False


@dataclass(frozen=True)
class Compared:
    """One trait of the top beside the rest.

    `top`, `rest` are means, or shares 0–1 where `yes_no`; `effect` is Hedges' g, or the difference
    of shares, with its interval `low`–`high`: 95 % at once for all that are findings. `p` is raw,
    `adjusted_p` after Benjamini and Hochberg. Nothing is computed of too few.
    """

    source: Source
    key: str
    yes_no: bool
    top_n: int
    rest_n: int
    top: float | None
    rest: float | None
    verdict: Verdict
    effect: float | None = None
    low: float | None = None
    high: float | None = None
    odds_ratio: float | None = None
    p: float | None = None
    adjusted_p: float | None = None


Grouped = tuple[Trait, set[str], set[str]]
Tested = contrast.Difference | contrast.Shares


def judged(grouped: Sequence[Grouped], q: float) -> list[Compared]:
    """Every trait compared once, then all at once against the false-discovery rate `q`."""
    split = [
        (
            trait,
            [trait.values[person] for person in sorted(top & trait.values.keys())],
            [trait.values[person] for person in sorted(rest & trait.values.keys())],
        )
        for trait, top, rest in grouped
    ]
    tested = [(trait, _tested(trait, top, rest)) for trait, top, rest in split]
    known = [found for _, found in tested if found is not None]
    adjusted = contrast.adjusted([found.p for found in known])
    picked = sum(value <= q for value in adjusted)
    level = contrast.picked_level(picked, len(known), q)
    places = iter(adjusted)
    return [
        _of(trait, found, next(places), (q, level))
        if found is not None
        else _too_few(trait, top, rest)
        for (trait, found), (_, top, rest) in zip(tested, split, strict=True)
    ]


def _tested(trait: Trait, top: Sequence[float], rest: Sequence[float]) -> Tested | None:
    """The comparison, or None where too few are measured for any, or all are alike."""
    if min(len(top), len(rest)) < LEAST_IN_A_GROUP:
        return None
    if not trait.yes_no:
        found = contrast.difference(top, rest)
        return None if math.isinf(found.error) else found
    yes = (round(sum(top)), round(sum(rest)))
    said, all_in = sum(yes), len(top) + len(rest)
    if min(said, all_in - said) < LEAST_OF_A_KIND:
        return None
    return contrast.shares(yes, (len(top), len(rest)))


def _of(trait: Trait, found: Tested, adjusted_p: float, terms: tuple[float, float]) -> Compared:
    q, level = terms
    width = level if adjusted_p <= q else 0.95
    if isinstance(found, contrast.Shares):
        effect, odds = found.difference, round(found.odds_ratio, 4)
        top, rest = found.yes[0] / found.n[0], found.yes[1] / found.n[1]
        low, high = contrast.share_interval(found, width)
    else:
        effect, odds, (top, rest) = found.g, None, found.means
        low, high = contrast.g_interval(found, width)
    higher = Verdict.HIGHER if effect > 0 else Verdict.LOWER
    finding = adjusted_p <= q and (low > 0 or high < 0)
    return Compared(
        trait.source,
        trait.key,
        trait.yes_no,
        found.n[0],
        found.n[1],
        round(top, 4),
        round(rest, 4),
        higher if finding else Verdict.NO_EVIDENCE,
        round(effect, 4),
        round(low, 4),
        round(high, 4),
        odds,
        found.p,
        adjusted_p,
    )


def _too_few(trait: Trait, top: Sequence[float], rest: Sequence[float]) -> Compared:
    means = [round(mean(group), 4) if group else None for group in (top, rest)]
    size = (len(top), len(rest))
    kind = (trait.source, trait.key, trait.yes_no)
    return Compared(*kind, *size, means[0], means[1], Verdict.TOO_FEW)


def stands_out(each: Compared) -> bool:
    """Whether a comparison is a finding."""
    return each.verdict in (Verdict.HIGHER, Verdict.LOWER)
