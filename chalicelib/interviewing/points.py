"""What an answer told -> whole hundredths of a rating point that add up exactly.

The rating begins at what an average answer gets. Each group of things told moves it up or down, by
trained weights on numbers that saturate; an answer that tells nothing of its own is held at 2.
"""

from dataclasses import dataclass

import numpy as np

from chalicelib.interviewing.labels import Reading
from chalicelib.interviewing.ratings import (
    HIGHEST_HUNDREDTHS,
    LOWEST_HUNDREDTHS,
    Contribution,
    Flag,
)
from chalicelib.interviewing.told_groups import GROUPS
from chalicelib.interviewing.weights import Array, RaterWeights

HOLLOW_MOST = 200
#: Above the first chance an answer is hollow; above the second if a plain rule says so too.
HOLLOW_SURE, HOLLOW_LIKELY = 0.6, 0.35
_ACTIONS, _BEHAVIOURS = 6, 5


@dataclass(frozen=True)
class Tally:
    """What an answer told, counted once each."""

    situated: bool
    task: bool
    actions: int
    results: int
    measured: int
    lesson: bool
    behaviours: frozenset[str]
    terms: frozenset[str]
    against: int
    negated: int
    supposed: int
    hollow: int
    specific: int
    collective: int
    clauses: int

    @property
    def off_dimension(self) -> bool:
        """Hardly anything that was told shows the asked dimension."""
        return len(self.behaviours) + min(len(self.terms), 1) < 2


def tally(readings: tuple[Reading, ...]) -> Tally:
    """Count what the readings tell; key terms only where something was done or came of it."""
    telling = [item for item in readings if item.own_action or item.result]
    story = [item for item in readings if item.flag is None]
    flags = [item.flag for item in readings]
    return Tally(
        situated=any(item.situated for item in readings),
        task=any(item.task for item in readings),
        actions=sum(item.own_action for item in readings),
        results=sum(item.result for item in readings),
        measured=sum(item.measured for item in readings),
        lesson=any(item.lesson for item in readings),
        behaviours=frozenset(key for item in story for key in item.behaviours),
        terms=frozenset(term for item in telling for term in item.terms),
        against=flags.count(Flag.AGAINST),
        negated=flags.count(Flag.NEGATED),
        supposed=flags.count(Flag.HYPOTHETICAL),
        hollow=flags.count(Flag.EMPTY) + flags.count(Flag.GENERAL),
        specific=sum(item.specific for item in readings),
        collective=flags.count(Flag.SECOND_HAND),
        clauses=len([flag for flag in flags if flag not in (Flag.REPEATED, Flag.TO_SCORER)]),
    )


def contributions(
    found: Tally, told: dict[str, float], wording: Array, language: str, model: RaterWeights
) -> tuple[Contribution, ...]:
    """What moved the rating; 100 plus their sum is the rating in hundredths, a multiple of ten.

    Parameters
    ----------
    found : Tally
        What the answer told, counted.
    told : dict of str to float
        The named features, as from `told_features.features`.
    wording : (512,) float32
        The mean vector of what was told.
    language : str
        `zh` or `en`.
    model : RaterWeights

    Returns
    -------
    tuple of Contribution
        Hundredths of a rating point, none zero; limits and rounding are lines of their own.
    """
    values = np.array([told[name] for name in model.names], np.float32)
    moved = 100 * (values - model.told_mean) * model.told
    sums = dict.fromkeys(GROUPS.values(), 0.0)
    for name, value in zip(model.names, moved, strict=True):
        sums[GROUPS[name]] += float(value)
    wording_moved = 100 * float((wording - model.wording_mean) @ model.wording)
    lines = [
        Contribution("average_answer", round(100 * model.average) - LOWEST_HUNDREDTHS),
        *(Contribution(group, round(value)) for group, value in sums.items()),
        Contribution("wording", round(wording_moved)),
        Contribution("language", round(100 * model.english[0]) * (language == "en")),
    ]
    total = LOWEST_HUNDREDTHS + sum(line.hundredths for line in lines)
    hollow = _hollow(found, values, wording, language, model)
    most = HOLLOW_MOST if hollow else HIGHEST_HUNDREDTHS
    kept = max(LOWEST_HUNDREDTHS, min(total, most))
    lines.append(Contribution(hollow if hollow and kept < total else "limit_scale", kept - total))
    lines.append(Contribution("rounding", (kept + 5) // 10 * 10 - kept))
    return tuple(line for line in lines if line.hundredths)


def _hollow(
    found: Tally, values: Array, wording: Array, language: str, model: RaterWeights
) -> str | None:
    """Why an answer counts as hollow, or None: both the trained head and a plain rule are heard."""
    logit = float(values @ model.hollow_told + wording @ model.hollow_wording + model.hollow_bias)
    logit += model.english[1] * (language == "en")
    chance = 1 / (1 + float(np.exp(-logit)))
    rule = _plain_limit(found)
    if chance <= HOLLOW_LIKELY or (chance <= HOLLOW_SURE and rule is None):
        return None
    return rule or "limit_mostly_empty"


def _plain_limit(found: Tally) -> str | None:
    """The essential that an answer lacks, by plain counting."""
    lacking = [
        ("limit_no_own_action", found.actions == 0),
        ("limit_mostly_supposed", found.supposed * 2 > found.clauses),
        ("limit_off_dimension", found.off_dimension),
        ("limit_mostly_empty", found.hollow * 2 >= found.clauses),
        ("limit_unspecific", found.specific < max(2, found.clauses // 7)),
    ]
    return next((name for name, lacks in lacking if lacks), None)


def structure(found: Tally) -> int:
    """How much of a STAR story was told, 0-100 (25 a part)."""
    return 25 * sum((found.situated, found.task, found.actions > 0, found.results > 0))


def evidence(found: Tally) -> int:
    """How much own doing and outcome was told, 0-100."""
    acts = min(found.actions, _ACTIONS) / _ACTIONS
    return round(50 * acts + 25 * (found.results > 0) + 25 * (found.measured > 0))


def relevance(found: Tally) -> int:
    """How much of it shows the asked dimension, 0-100."""
    shown = min(len(found.behaviours), _BEHAVIOURS) / _BEHAVIOURS
    return round(90 * shown + 10 * bool(found.terms))


def confidence(found: Tally) -> float:
    """How sure the rater is, 0-1: more clauses, and fewer set aside, make it surer."""
    aside = found.supposed + found.hollow + found.collective + found.negated
    heard = min(found.clauses, 12) / 12
    return round(0.3 + 0.5 * heard * (1 - 0.5 * aside / max(found.clauses, 1)), 2)
