"""The rule's arithmetic: what was told -> whole hundredths of a rating point that add up exactly.

A rating starts at 1.00. Each thing told adds a fixed amount and then no more (a second helping of
the same words adds nothing). Limits say how far an answer may rise that lacks an essential.
"""

from dataclasses import dataclass

from chalicelib.interviewing.labels import Reading
from chalicelib.interviewing.ratings import (
    HIGHEST_HUNDREDTHS,
    LOWEST_HUNDREDTHS,
    Contribution,
    Flag,
    Part,
)

SITUATION = 15
TASK = 15
ACTIONS = (0, 40, 65, 80, 95, 105, 110)
SPECIFICS = (0, 0, 5, 10, 15, 20, 30, 40, 50)
RESULT = 40
MEASURED = 45
BEHAVIOURS = (0, 10, 35, 65, 95, 110, 120)
TERM = 3
TERMS_MOST = 4
LESSON = 15
AGAINST = -60
AGAINST_MOST = 2
NEGATED = -15
NEGATED_MOST = 3

NO_OWN_ACTION = 180
OFF_DIMENSION = 180
MOSTLY_SUPPOSED = 180
MOSTLY_EMPTY = 200
UNSPECIFIC = 200
FEW_ACTIONS = 290
NO_RESULT = 330
UNMEASURED = 420


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
    story = [item for item in readings if item.flag is None and item.part is not Part.OTHER]
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
        clauses=len([flag for flag in flags if flag is not Flag.REPEATED]),
    )


def contributions(found: Tally) -> tuple[Contribution, ...]:
    """What moved the rating; 100 plus their sum is the rating in hundredths, a multiple of ten.

    Parameters
    ----------
    found : Tally
        What the answer told.

    Returns
    -------
    tuple of Contribution
        Hundredths of a rating point, none zero; limits and rounding are lines of their own.
    """
    lines = [
        Contribution("situation", SITUATION * found.situated),
        Contribution("task", TASK * found.task),
        Contribution("own_actions", _step(ACTIONS, found.actions)),
        Contribution("behaviours", _step(BEHAVIOURS, len(found.behaviours))),
        Contribution("specifics", _step(SPECIFICS, found.specific)),
        Contribution("key_terms", TERM * min(len(found.terms), TERMS_MOST)),
        Contribution("result", RESULT * (found.results > 0)),
        Contribution("measured_result", MEASURED * (found.measured > 0)),
        Contribution("lesson", LESSON * found.lesson),
        Contribution("against", AGAINST * min(found.against, AGAINST_MOST)),
        Contribution("negated", NEGATED * min(found.negated, NEGATED_MOST)),
    ]
    total = LOWEST_HUNDREDTHS + sum(line.hundredths for line in lines)
    name, most = _limit(found)
    kept = max(LOWEST_HUNDREDTHS, min(total, most))
    lines.append(Contribution(name if kept < total else "limit_scale", kept - total))
    rounded = (kept + 5) // 10 * 10
    lines.append(Contribution("rounding", rounded - kept))
    return tuple(line for line in lines if line.hundredths)


def structure(found: Tally) -> int:
    """How much of a STAR story was told, 0-100 (25 a part)."""
    return 25 * sum((found.situated, found.task, found.actions > 0, found.results > 0))


def evidence(found: Tally) -> int:
    """How much own doing and outcome was told, 0-100."""
    earned = _step(ACTIONS, found.actions) + RESULT * (found.results > 0)
    earned += MEASURED * (found.measured > 0)
    return round(100 * earned / (ACTIONS[-1] + RESULT + MEASURED))


def relevance(found: Tally) -> int:
    """How much of it shows the asked dimension, 0-100."""
    earned = _step(BEHAVIOURS, len(found.behaviours)) + TERM * min(len(found.terms), TERMS_MOST)
    return round(100 * earned / (BEHAVIOURS[-1] + TERM * TERMS_MOST))


def confidence(found: Tally) -> float:
    """How sure the rule is, 0-1: more clauses, and fewer set aside, make it surer."""
    aside = found.supposed + found.hollow + found.collective + found.negated
    heard = min(found.clauses, 12) / 12
    return round(0.3 + 0.5 * heard * (1 - 0.5 * aside / max(found.clauses, 1)), 2)


def _step(table: tuple[int, ...], count: int) -> int:
    return table[min(count, len(table) - 1)]


def _limit(found: Tally) -> tuple[str, int]:
    """The lowest limit that applies, by name."""
    limits = [
        ("limit_scale", HIGHEST_HUNDREDTHS, True),
        ("limit_unmeasured", UNMEASURED, not found.measured),
        ("limit_no_result", NO_RESULT, not found.results),
        ("limit_few_actions", FEW_ACTIONS, found.actions < 2),
        ("limit_mostly_empty", MOSTLY_EMPTY, found.hollow * 2 >= found.clauses),
        ("limit_unspecific", UNSPECIFIC, found.specific < max(2, found.clauses // 7)),
        ("limit_off_dimension", OFF_DIMENSION, found.off_dimension),
        ("limit_mostly_supposed", MOSTLY_SUPPOSED, found.supposed * 2 > found.clauses),
        ("limit_no_own_action", NO_OWN_ACTION, found.actions == 0),
    ]
    name, most, _ = min((item for item in limits if item[2]), key=lambda item: item[1])
    return name, most
