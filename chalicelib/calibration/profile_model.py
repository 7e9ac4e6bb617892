"""What sets top performers apart from the rest, trait by trait, or that nothing does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.calibration.comparing import (
    Compared,
    Grouped,
    Source,
    Trait,
    Verdict,
    judged,
    stands_out,
)
from chalicelib.calibration.evidence import Cohort
from chalicelib.foundation.statistics import mean

TOP_SHARE = 0.25
ERROR_RATE = 0.04
#: The parts of the criterion are compared in a family of their own, more strictly.
PARTS_ERROR_RATE = 0.01
LEAST_DESCRIBED, LEAST_DRAFTED = 40, 100


@dataclass(frozen=True)
class Contrast:
    """One dimension: mean ratings (1–5) of the top and the rest, effect size g and its interval."""

    dimension: str
    top_n: int
    rest_n: int
    top_mean: float | None
    rest_mean: float | None
    effect: float | None
    low: float | None
    high: float | None
    verdict: Verdict


@dataclass(frozen=True)
class Worker:
    """One appraised person: outcome and indicators in SD units, larger always better."""

    person_id: str
    outcome: float
    indicators: Mapping[str, float]


@dataclass(frozen=True)
class Profile:
    """What was compared, findings first, the largest effect first.

    `q` is the false-discovery rate over ratings, behaviours and facts; `parts_q` that over the
    indicators that the outcome itself is made of.
    """

    n: int
    top_n: int
    compared: tuple[Compared, ...]
    q: float = ERROR_RATE
    parts_q: float = PARTS_ERROR_RATE

    @property
    def findings(self) -> tuple[Compared, ...]:
        """Those that stand out; empty where nothing does."""
        return tuple(each for each in self.compared if stands_out(each))


def profile(workers: Sequence[Worker], traits: Sequence[Trait]) -> Profile:
    """Compare the best quarter of the appraised with the rest, trait by trait.

    Parameters
    ----------
    workers : everyone with an outcome, one row a person.
    traits : what may set them apart; protected attributes have no place here.

    Returns
    -------
    Profile; empty below 40 people. Among traits that differ by chance alone some finding comes up
    in at most about 4 % of profiles (and 1 % for indicators). Each indicator is compared between
    people whom the *other* indicators call top, so that none is found for being part of the whole.

    Source
    ------
    Benjamini & Hochberg 1995; Benjamini & Yekutieli 2005 (intervals of what was picked).
    """
    if len(workers) < LEAST_DESCRIBED:
        return Profile(len(workers), 0, ())
    top = top_of({worker.person_id: worker.outcome for worker in workers})
    rest = {worker.person_id for worker in workers} - top
    seen = judged([(trait, top, rest) for trait in traits], ERROR_RATE)
    parts = judged(_parts(workers), PARTS_ERROR_RATE)
    ranked = sorted([*seen, *parts], key=lambda each: (not stands_out(each), -_size(each)))
    return Profile(len(workers), len(top), tuple(ranked))


def top_of(outcomes: Mapping[str, float]) -> set[str]:
    """The best quarter by outcome; of equal outcomes at the border all count as top."""
    ranked = sorted(outcomes.values(), reverse=True)
    border = ranked[max(0, round(len(ranked) * TOP_SHARE) - 1)]
    return {person for person, outcome in outcomes.items() if outcome >= border}


def _parts(workers: Sequence[Worker]) -> list[Grouped]:
    """Each indicator with the top and the rest by the mean of the other indicators."""
    found = []
    for key in sorted({key for worker in workers for key in worker.indicators}):
        others = {
            worker.person_id: mean(left)
            for worker in workers
            if (left := [value for name, value in worker.indicators.items() if name != key])
        }
        if others:
            top = top_of(others)
            values = {w.person_id: w.indicators[key] for w in workers if key in w.indicators}
            found.append((Trait(Source.INDICATOR, key, values), top, others.keys() - top))
    return found


def _size(each: Compared) -> float:
    """How large an effect is, on one scale for numbers and shares (a share's SD is about .5)."""
    return abs(each.effect or 0.0) * (2.0 if each.yes_no else 1.0)


def contrasts(cohort: Cohort) -> tuple[Contrast, ...]:
    """Compare the interview ratings of the best quarter of the hired with those of the rest.

    Parameters
    ----------
    cohort : rows with outcomes (SD units).

    Returns
    -------
    One `Contrast` per dimension, in the cohort's order; findings under a false-discovery rate of
    4 % over the dimensions.
    """
    outcomes = {row.person_id: row.outcome for row in cohort.outcomes if row.outcome is not None}
    if not outcomes:
        return ()
    top = top_of(outcomes)
    grouped = [(trait, top, outcomes.keys() - top) for trait in ratings_of(cohort)]
    return tuple(
        Contrast(
            each.key, each.top_n, each.rest_n, each.top, each.rest,
            each.effect, each.low, each.high, each.verdict,
        )
        for each in judged(grouped, ERROR_RATE)
    )  # fmt: skip


def ratings_of(cohort: Cohort) -> tuple[Trait, ...]:
    """Each dimension's ratings (1–5) of those with an outcome, as a trait."""
    return tuple(
        Trait(
            Source.RATING,
            dimension,
            {row.person_id: row.ratings[place] for row in cohort.outcomes},
        )
        for place, dimension in enumerate(cohort.dimensions)
    )
