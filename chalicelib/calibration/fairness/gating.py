"""The brake: what new weights would do to groups, person by person, against those in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chalicelib.calibration.fairness.alternative import (
    Alternative,
    Search,
    frontier,
    gaps,
    walk,
)
from chalicelib.calibration.fairness.effects import (
    AttributeEffect,
    GroupEffect,
    Marks,
    Ruling,
    effect_on,
    overall,
    worst_of,
)
from chalicelib.calibration.fairness.impact import attributes_of, counted, group_of, impacts
from chalicelib.calibration.fairness.people import Considered, Weights, composites


@dataclass(frozen=True)
class FairnessGate:
    """What a change of weights would do to groups at the operating cut score (0–100).

    `considered` people were measured enough under both weights, `left_out` were not. Where nobody
    states a group, or of one stated attribute too few, the ruling is "not measured": neither fair
    nor unfair.
    `alternatives` are weights within the step caps from the most valid to the most even;
    `nearest` the most valid of them that the brake lets pass and that is more even than the
    proposal, None where there is none, or none was looked for.
    """

    ruling: Ruling
    cut_score: float
    considered: int
    left_out: int
    attributes: tuple[AttributeEffect, ...]
    alternatives: tuple[Alternative, ...] = ()
    nearest: Alternative | None = None

    @property
    def worst(self) -> GroupEffect | None:
        """The measured group with the lowest new impact ratio."""
        return worst_of(self.attributes)


def gate(
    people: Sequence[Considered],
    old_weights: Weights,
    new_weights: Weights,
    cut_score: float,
    search: Search | None = None,
) -> FairnessGate:
    """Judge new weights by what they would do to groups; to be called before any activation.

    Parameters
    ----------
    people : every applicant rated, hired or not; each with the groups they stated.
    old_weights, new_weights : total 100.
    cut_score : composite at which a pass is recommended, 0–100.
    search : bounds of the weights and their validity; None looks for no alternative.

    Returns
    -------
    FairnessGate. A group fails when its new ratio is below .8 and that is proven (exact test,
    adjusted for all groups; 30 people on both sides), unless the new weights make an old, proven
    disadvantage no worse; or when its ratio is below .8 and the fall from the old weights is
    proven. It is not measured below 30 people on either side.

    Source: 29 CFR 1607.4 D; interval of the fall: ratio of matched shares, Nam & Blackwelder
    2002, Stat. Med. 21:689.
    """
    before, after = composites(people, old_weights), composites(people, new_weights)
    seen = [
        (each.groups, was, now)
        for each, was, now in zip(people, before, after, strict=True)
        if was is not None and now is not None
    ]
    marks = [Marks(groups, was, now, cut_score) for groups, was, now in seen]
    effects = tuple(effect_on(name, marks) for name in attributes_of(m.groups for m in marks))
    verdict = overall(effects)
    found = FairnessGate(verdict, cut_score, len(marks), len(people) - len(marks), effects)
    if search is None or not effects:
        return found
    return _searched(found, people, (old_weights, new_weights), search)


def _searched(
    found: FairnessGate,
    people: Sequence[Considered],
    weights: tuple[Weights, Weights],
    search: Search,
) -> FairnessGate:
    """The same judgement with the alternatives beside it."""
    old, new = weights
    names = [effect.attribute for effect in found.attributes]
    labels = {name: [group_of(each.groups, name) for each in people] for name in names}
    held = search.validity(new)
    tried = []
    for each in walk(search, gaps(people, tuple(search.limits)), new):
        validity = search.validity(each)
        passed = [
            None if score is None else score >= found.cut_score
            for score in composites(people, each)
        ]
        ratio, group = _worst(labels, passed)
        rated = [yes for yes in passed if yes is not None]
        rate = sum(rated) / max(len(rated), 1)
        tried.append(Alternative(each, validity, held - validity, ratio, group, rate))
    line = frontier(tried)
    more_even = [a for a in line if a.worst_ratio > tried[0].worst_ratio]
    for better in more_even:
        if gate(people, old, better.weights, found.cut_score).ruling is not Ruling.FAILED:
            return replace(found, alternatives=line, nearest=better)
    return replace(found, alternatives=line)


def _worst(labels: Mapping[str, Sequence[str]], passed: Sequence[bool | None]) -> tuple[float, str]:
    """The lowest impact ratio of any group of 30 and more, and whose it is."""
    found = [
        (line.ratio, f"{name}: {line.group}")
        for name, groups in labels.items()
        for line in impacts(
            counted((g, yes) for g, yes in zip(groups, passed, strict=True) if yes is not None)
        )
        if line.ratio is not None and not line.caution
    ]
    return min(found, default=(1.0, ""))
