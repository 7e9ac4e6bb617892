"""Findings become a fit from 0 to 100 whose parts sum exactly, and an order to read in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeVar

from chalicelib.screening.criteria import Criterion, Finding, Importance, Verdict

SCORER_VERSION = "screening-fit-2"
FULL_HUNDREDTHS = 100 * 100
T = TypeVar("T")


class Group(IntEnum):
    """Where a person should look first."""

    ALL_ESSENTIAL_MET = 1
    A_PERSON_SHOULD_LOOK = 2
    ESSENTIAL_NOT_MET = 3


@dataclass(frozen=True)
class Contribution:
    """What one criterion gave of what it could give, in hundredths of a fit point."""

    criterion_id: str
    hundredths: int
    possible_hundredths: int


@dataclass(frozen=True)
class Fit:
    """How far the known findings meet the requisition; unknown ones are outside the sum.

    fit_hundredths is 0 to 10000, None where nothing is known. known_percent says how much of
    the criteria's weight the résumé settles.
    """

    fit_hundredths: int | None
    known_percent: int
    essential_failures: tuple[str, ...]
    essential_unknown: tuple[str, ...]
    unknown: int
    contributions: tuple[Contribution, ...]

    @property
    def group(self) -> Group:
        """Whether all essentials are met, one is unknown, or one is not met."""
        if self.essential_failures:
            return Group.ESSENTIAL_NOT_MET
        if self.essential_unknown or self.fit_hundredths is None:
            return Group.A_PERSON_SHOULD_LOOK
        return Group.ALL_ESSENTIAL_MET

    @property
    def person_should_look(self) -> bool:
        """An essential criterion is unknown and none has failed."""
        return self.group is Group.A_PERSON_SHOULD_LOOK


def fit_of(wanted: tuple[Criterion, ...], findings: tuple[Finding, ...]) -> Fit:
    """Weigh findings.

    Parameters
    ----------
    wanted : criteria with weights.
    findings : one per criterion, same order.

    Returns
    -------
    Fit; the contributions' hundredths sum exactly to fit_hundredths. A criterion that the
    résumé leaves unknown neither adds nor takes away: it lowers known_percent only.
    """
    pairs = list(zip(wanted, findings, strict=True))
    known = [(c, f) for c, f in pairs if f.verdict is not Verdict.UNKNOWN]
    shares = dict(
        zip((c.criterion_id for c, _ in known), _split([c.weight for c, _ in known]), strict=True)
    )
    given = tuple(
        Contribution(
            c.criterion_id,
            shares[c.criterion_id] if f.verdict is Verdict.MET else 0,
            shares[c.criterion_id],
        )
        for c, f in known
    )
    total = sum(c.weight for c in wanted)
    return Fit(
        fit_hundredths=sum(c.hundredths for c in given) if known else None,
        known_percent=100 * sum(c.weight for c, _ in known) // total if total else 0,
        essential_failures=_essential(pairs, Verdict.NOT_MET),
        essential_unknown=_essential(pairs, Verdict.UNKNOWN),
        unknown=len(pairs) - len(known),
        contributions=given,
    )


def _essential(pairs: list[tuple[Criterion, Finding]], verdict: Verdict) -> tuple[str, ...]:
    return tuple(
        c.criterion_id
        for c, f in pairs
        if c.importance is Importance.ESSENTIAL and f.verdict is verdict
    )


def _split(weights: list[int]) -> list[int]:
    """Divide 100 points over weights by largest remainder; earlier rows win a tie."""
    total = sum(weights)
    if not total:
        return []
    parts = [FULL_HUNDREDTHS * weight // total for weight in weights]
    remainders = [FULL_HUNDREDTHS * weight % total for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-remainders[i], i))
    for index in order[: FULL_HUNDREDTHS - sum(parts)]:
        parts[index] += 1
    return parts


def ranked(items: Iterable[T], fit: Callable[[T], Fit], name: Callable[[T], str]) -> list[T]:
    """Order screened applications for a person to read; nobody is left out.

    Parameters
    ----------
    items : whatever carries a fit.
    fit : gives the fit of one.
    name : gives an id, which settles ties the same way every time.
    """

    def place(item: T) -> tuple[int, int, int, str]:
        own = fit(item)
        return own.group, -(own.fit_hundredths or 0), -own.known_percent, name(item)

    return sorted(items, key=place)


def shown(
    criteria: list[dict[str, Any]], findings: list[dict[str, Any]], fit: dict[str, Any]
) -> dict[str, Any]:
    """Join what was kept of a screening into what a person reads.

    Parameters
    ----------
    criteria, findings, fit : as kept, plain values; criteria and findings in the same order.

    Returns
    -------
    fit (0-100, None where nothing is known), essential_failures and unknown (criterion ids),
    findings with their criterion's label and importance, contributions in points.
    """
    points = fit["fit_hundredths"]
    return {
        "fit": None if points is None else points / 100,
        "essential_failures": list(fit["essential_failures"]),
        "unknown": [f["criterion_id"] for f in findings if f["verdict"] == Verdict.UNKNOWN],
        "findings": [
            f | {"label": c["label"], "importance": c["importance"], "weight": c["weight"]}
            for c, f in zip(criteria, findings, strict=True)
        ],
        "contributions": [
            {
                "criterion_id": c["criterion_id"],
                "points": c["hundredths"] / 100,
                "possible_points": c["possible_hundredths"] / 100,
            }
            for c in fit["contributions"]
        ],
    }
