"""Where a disadvantage arises: the whole selection, then each of its components.

Source: 29 CFR 1607.4 C (bottom line first; with adverse impact in the whole every component is
evaluated), 1607.4 D (four-fifths rule with significance); difference of means in SDs: Hedges &
Olkin 1985, Statistical Methods for Meta-Analysis, §5.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chalicelib.calibration.fairness.impact import (
    LEAST_JUDGED,
    UNKNOWN,
    Impact,
    Verdict,
    counted,
    group_of,
    impacts,
)
from chalicelib.foundation.statistics import Z95, deviation, mean

WHOLE = "whole"
SCREENING, INTERVIEW, DECISION = "screening", "interview", "decision"


@dataclass(frozen=True)
class Passage:
    """One application's way: what each component said (None: not reached, or not measured).

    `steps` maps a component to whether it was passed; `scores` a dimension to its score 0–100.
    """

    groups: Mapping[str, str]
    steps: Mapping[str, bool | None]
    scores: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Gap:
    """A group's mean score less the reference's, in pooled SDs, with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Component:
    """One component for one attribute: every group's impact and, of a dimension, its gap."""

    key: str
    dimension: bool
    groups: tuple[Impact, ...]
    gaps: Mapping[str, Gap]

    @property
    def flagged(self) -> tuple[Impact, ...]:
        """Groups below four fifths, proven or not."""
        below = (Verdict.BELOW_PROVEN, Verdict.BELOW_NOT_PROVEN)
        return tuple(each for each in self.groups if each.verdict in below)


@dataclass(frozen=True)
class DrillDown:
    """One attribute: the whole selection, and its components where a group of the whole fails.

    `failed` says that some group's ratio in the whole lies below four fifths, proven or not;
    `unknown` counts applications whose person stated no group.
    """

    attribute: str
    unknown: int
    whole: Component
    failed: bool
    components: tuple[Component, ...]


def drill_down(passages: Sequence[Passage], attribute: str, cut_score: float) -> DrillDown:
    """The whole selection by group and, where it fails, each component.

    Parameters
    ----------
    passages : one an application; `steps` holds "whole" and any of the other components.
    attribute : a stated attribute or an intersection of two.
    cut_score : a dimension counts as passed from this score (0–100), as the composite does.

    Returns
    -------
    DrillDown; components in the order of the way, then the dimensions by key.
    """
    groups = [group_of(each.groups, attribute) for each in passages]
    whole = _step(WHOLE, passages, groups)
    failed = bool(whole.flagged)
    found: list[Component] = []
    if failed:
        found += [_step(key, passages, groups) for key in (SCREENING, INTERVIEW, DECISION)]
        keys = sorted({key for each in passages for key in each.scores})
        found += [_dimension(key, passages, groups, cut_score) for key in keys]
    unknown = sum(group == UNKNOWN for group in groups)
    return DrillDown(attribute, unknown, whole, failed, tuple(found))


def _step(key: str, passages: Sequence[Passage], groups: Sequence[str]) -> Component:
    rows = [
        (group, passed)
        for group, each in zip(groups, passages, strict=True)
        if (passed := each.steps.get(key)) is not None
    ]
    return Component(key, False, impacts(counted(rows)), {})


def _dimension(
    key: str, passages: Sequence[Passage], groups: Sequence[str], cut_score: float
) -> Component:
    scores: dict[str, list[float]] = {}
    for group, each in zip(groups, passages, strict=True):
        score = each.scores.get(key)
        if score is not None:
            scores.setdefault(group, []).append(score)
    rows = [(group, score >= cut_score) for group, found in scores.items() for score in found]
    lines = impacts(counted(rows))
    reference = max(
        (group for group in sorted(scores) if group != UNKNOWN),
        key=lambda group: mean(scores[group]) if len(scores[group]) >= LEAST_JUDGED else -1.0,
        default="",
    )
    gaps = {
        group: gap
        for group, found in scores.items()
        if group not in (UNKNOWN, reference) and (gap := gap_of(found, scores[reference]))
    }
    return Component(key, True, lines, gaps)


def gap_of(scores: Sequence[float], reference: Sequence[float]) -> Gap | None:
    """Hedges' g of a group beside the reference.

    Parameters
    ----------
    scores, reference : 0–100; 30 each, or nothing is said.

    Returns
    -------
    Gap, or None below 30 people on either side or where nobody differs.
    """
    n, m = len(scores), len(reference)
    if min(n, m) < LEAST_JUDGED:
        return None
    within = (n - 1) * deviation(scores) ** 2 + (m - 1) * deviation(reference) ** 2
    if within <= 0:
        return None
    small = 1 - 3 / (4 * (n + m - 2) - 1)
    value = small * (mean(scores) - mean(reference)) / math.sqrt(within / (n + m - 2))
    half = Z95 * math.sqrt((n + m) / (n * m) + value * value / (2 * (n + m)))
    return Gap(value, value - half, value + half)
