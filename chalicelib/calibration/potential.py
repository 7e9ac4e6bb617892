"""Whom the interview called high potential, and what became of them: shares, windows, misses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from chalicelib.foundation.statistics import fisher_interval, mean, pearson, wilson

TOP_SHARE = 0.20
BASE_RATE = 0.60
LEAST_DESCRIBED = 30
WINDOWS = (6, 12)


class Kind(StrEnum):
    """In which way score and work disagree."""

    HIGH_SCORE_LOW_WORK = "high-score-low-work"
    LOW_SCORE_HIGH_WORK = "low-score-high-work"


@dataclass(frozen=True)
class Case:
    """One hired person: composite 0–100, outcome in SD units (None: not measured), indicators.

    `retained` says for 6 and 12 months whether the person was still in post, None where that day is
    still to come.
    """

    person_id: str
    composite: float
    outcome: float | None
    indicators: Mapping[str, float] = field(default_factory=dict)
    retained: Mapping[int, bool | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Rate:
    """A share 0–1 of n with its Wilson interval (95 %); of nobody nothing is known."""

    yes: int
    n: int
    share: float | None
    low: float
    high: float


@dataclass(frozen=True)
class Definition:
    """What the words mean here, to be printed beside every figure.

    High potential: a composite of at least `cut`, the top fifth of everybody interviewed, whatever
    became of them. Satisfactory: an outcome of at least `needed`, which about 60 % of those
    appraised reach.
    """

    cut: float
    needed: float
    top_share: float = TOP_SHARE
    base_rate: float = BASE_RATE


@dataclass(frozen=True)
class Window:
    """Those appraised after so many months: `r` is composite and outcome among them."""

    months: int
    n: int
    r: float | None
    r_low: float
    r_high: float
    satisfactory_high: Rate
    satisfactory_all: Rate
    mean_high: float | None
    mean_rest: float | None
    retained_high: Rate
    retained_rest: Rate


@dataclass(frozen=True)
class Miss:
    """A person whose score and work disagree; `indicators` say where (SD units)."""

    person_id: str
    kind: Kind
    composite: float
    outcome: float
    indicators: tuple[tuple[str, float], ...]


def rate(flags: Sequence[bool]) -> Rate:
    """The share of yes with its interval."""
    yes, n = sum(flags), len(flags)
    return Rate(yes, n, round(yes / n, 4) if n else None, *_rounded(wilson(yes, n)))


def _rounded(ends: tuple[float, float]) -> tuple[float, float]:
    return round(ends[0], 4), round(ends[1], 4)


def definition(interviewed: Sequence[float], outcomes: Sequence[float]) -> Definition:
    """Where the top fifth of scores begins and what 60 % of those appraised reach.

    Parameters
    ----------
    interviewed : composites 0–100 of everybody interviewed, hired or not; at least one.
    outcomes : SD units of those appraised; at least one.
    """
    return Definition(_reached(interviewed, TOP_SHARE), _reached(outcomes, BASE_RATE))


def _reached(values: Sequence[float], share: float) -> float:
    """The value that at least a share of all reach."""
    ranked = sorted(values, reverse=True)
    return ranked[max(0, round(len(ranked) * share) - 1)]


def window(months: int, cases: Sequence[Case], said: Definition) -> Window:
    """How high potentials did beside the others after so many months.

    Parameters
    ----------
    months : 6 or 12.
    cases : those appraised in that window; those without an outcome count for retention alone.
    said : the definition in force.
    """
    known = [case for case in cases if case.outcome is not None]
    high = [case for case in known if case.composite >= said.cut]
    rest = [case for case in known if case.composite < said.cut]
    scores = [case.composite for case in known]
    outcomes = [case.outcome or 0.0 for case in known]
    r = pearson(scores, outcomes) if len(known) >= LEAST_DESCRIBED else float("nan")
    return Window(
        months,
        len(known),
        round(r, 4) if r == r else None,
        *_rounded(fisher_interval(r, len(known))),
        rate([_good(case, said) for case in high]),
        rate([_good(case, said) for case in known]),
        _mean(high),
        _mean(rest),
        retention(months, [case for case in cases if case.composite >= said.cut]),
        retention(months, [case for case in cases if case.composite < said.cut]),
    )


def _good(case: Case, said: Definition) -> bool:
    return case.outcome is not None and case.outcome >= said.needed


def _mean(cases: Sequence[Case]) -> float | None:
    return round(mean([case.outcome or 0.0 for case in cases]), 4) if cases else None


def retention(months: int, cases: Sequence[Case]) -> Rate:
    """The share still in post after so many months, of those whose day has come."""
    known = [case.retained.get(months) for case in cases]
    return rate([each for each in known if each is not None])


def misses(cases: Sequence[Case], said: Definition) -> tuple[Miss, ...]:
    """Everybody whose score and work disagree, the widest apart first.

    Parameters
    ----------
    cases : everyone hired with an outcome.
    said : high potential and satisfactory.

    Returns
    -------
    High potentials below satisfactory; and, mirrored, the lowest fifth of the hired by score among
    the best 40 % by outcome. Each with the indicators that go with the miss, the largest first.
    """
    known = [case for case in cases if case.outcome is not None]
    if not known:
        return ()
    lowest = -_reached([-case.composite for case in known], TOP_SHARE)
    best = _reached([case.outcome or 0.0 for case in known], 1 - BASE_RATE)
    found = []
    for case in known:
        outcome = case.outcome or 0.0
        if case.composite >= said.cut and outcome < said.needed:
            found.append(_miss(case, Kind.HIGH_SCORE_LOW_WORK, -1))
        elif case.composite <= lowest and case.composite < said.cut and outcome >= best:
            found.append(_miss(case, Kind.LOW_SCORE_HIGH_WORK, 1))
    return tuple(sorted(found, key=lambda each: (-abs(each.outcome), each.person_id)))


def _miss(case: Case, kind: Kind, side: int) -> Miss:
    telling = [(key, value) for key, value in case.indicators.items() if value * side > 0]
    telling.sort(key=lambda pair: -abs(pair[1]))
    return Miss(case.person_id, kind, case.composite, case.outcome or 0.0, tuple(telling[:3]))
