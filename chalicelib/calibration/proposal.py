"""The whole judgement on a cohort: a weight proposal with its evidence, or why there is none."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from chalicelib.calibration import alarms, leavers, validity
from chalicelib.calibration.alarms import Alarm, Sign
from chalicelib.calibration.baselines import Baseline, baselines
from chalicelib.calibration.effect import Effect, WeightChange, effect_of
from chalicelib.calibration.evidence import Cohort
from chalicelib.calibration.leavers import Retention, Sensitivity
from chalicelib.calibration.multiple import Multiple, multiple
from chalicelib.calibration.profile_model import Contrast, contrasts
from chalicelib.calibration.reasons import Why, reasons
from chalicelib.calibration.validity import Reliability, Validity
from chalicelib.foundation import messages

if TYPE_CHECKING:
    from chalicelib.calibration.confidence import Aim

Text2 = dict[str, str]

LEAST_DESCRIBED, LEAST_PROPOSED, LEAST_NORMAL = 30, 100, 250


class Gate(StrEnum):
    """What a number of outcomes allows."""

    NOTHING = "nothing"
    DESCRIPTION = "description"
    FULL_GATE = "full-gate"
    NORMAL = "normal"


class Reason(StrEnum):
    """Why nothing is proposed."""

    TOO_FEW_OUTCOMES = "too-few-outcomes"
    DESCRIPTION_ONLY = "description-only"
    NO_VARIATION = "no-variation"
    LEAK_ALARM = "leak-alarm"
    ALREADY_BEST = "already-best"
    NOT_CONVINCING = "not-convincing"


@dataclass(frozen=True)
class Evidence:
    """What was found, whatever follows from it.

    `multiple` is R among the hired in its honest forms, `baselines` what the weights in force and
    equal weights predict among all applicants, `alarms` the signs of a leak.
    """

    job_family: str
    model_version: int
    gate: Gate
    n: int
    applicants: int
    left_out: dict[str, int]
    data_hash: str
    rated_under: tuple[int, ...]
    reliability: Reliability | None = None
    validities: tuple[Validity, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    multiple: Multiple | None = None
    baselines: tuple[Baseline, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    retention: Retention | None = None


@dataclass(frozen=True)
class Proposal:
    """A change of weights that the evidence carries, for a named person to decide.

    `gain_probability` 0–1; `validity_old` the corrected validity of the composite in force,
    `gain` what was gained on people whom the new weights had not seen (correlation units), with its
    95 % interval; `reasons` why each weight moves; `sensitivity` the gain had leavers worked worse.
    """

    evidence: Evidence
    changes: tuple[WeightChange, ...]
    gain_probability: float
    gain_probability_least: float
    validity_old: float
    gain: float
    effect: Effect
    gain_low: float = 0.0
    gain_high: float = 0.0
    reasons: tuple[Why, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()


@dataclass(frozen=True)
class NoProposal:
    """No change, and why, in both languages."""

    evidence: Evidence
    reason: Reason
    message: Text2
    gain_probability: float | None = None


@dataclass(frozen=True)
class Terms:
    """What is given: weights in force, least weights, cut score, whether a leak is ruled out."""

    weights: dict[str, float]
    cut_score: float
    floors: dict[str, float] = field(default_factory=dict)
    leak_ruled_out: bool = False


def gate(outcomes: int) -> Gate:
    """What so many outcomes allow: <30 nothing, <100 description, <250 the full gate.

    Source
    ------
    HR decision after Schönbrodt & Perugini 2013 (correlations settle near n = 250).
    """
    if outcomes < LEAST_DESCRIBED:
        return Gate.NOTHING
    if outcomes < LEAST_PROPOSED:
        return Gate.DESCRIPTION
    return Gate.FULL_GATE if outcomes < LEAST_NORMAL else Gate.NORMAL


def judge(cohort: Cohort, terms: Terms) -> Proposal | NoProposal:
    """Judge a cohort: describe it, and propose new weights if the evidence carries them.

    Parameters
    ----------
    cohort : joined interviews and outcomes.
    terms : weights in force (total 100), floors, cut score.

    Returns
    -------
    Proposal, or NoProposal with its reason. The same cohort and terms give the same answer.
    """
    allowed = gate(len(cohort.outcomes))
    found = _evidence(cohort, allowed)
    if allowed is Gate.NOTHING:
        return _none(found, Reason.TOO_FEW_OUTCOMES, n=found.n, least=LEAST_DESCRIBED)
    try:
        trust = validity.reliability(cohort)
        found = _described(_evidence(cohort, allowed, trust), cohort, terms, trust)
    except ValueError:
        return _none(found, Reason.NO_VARIATION)
    if allowed is Gate.DESCRIPTION:
        return _none(found, Reason.DESCRIPTION_ONLY, n=found.n, least=LEAST_PROPOSED)
    if found.alarms and not terms.leak_ruled_out:
        return _frozen(found, found.alarms[0])
    return _weighed(cohort, terms, found, trust)


def _frozen(found: Evidence, alarm: Alarm) -> NoProposal:
    key = "" if alarm.sign is Sign.TOO_HIGH else f".{alarm.sign.value}"
    value = f"{alarm.value:.0f}" if alarm.sign is Sign.SEEN_BY_RATER else f"{alarm.value:.2f}"
    fields = {"dimension": alarm.dimension, "r": value, "limit": f"{alarm.limit:.2f}"}
    said = messages.both(f"proposal.leak-alarm{key}", **fields)
    return NoProposal(found, Reason.LEAK_ALARM, said)


def _described(found: Evidence, cohort: Cohort, terms: Terms, trust: Reliability) -> Evidence:
    """The evidence with what takes a fit to say. Raises ValueError when something does not vary."""
    import numpy as np

    data = validity.sample_of(cohort)
    current = [terms.weights[key] for key in cohort.dimensions]
    return replace(
        found,
        multiple=multiple(data, np.array(current) * data.spread, cohort.seed()),
        baselines=baselines(cohort, current, trust),
        alarms=alarms.alarms(cohort, found.validities, trust),
        retention=leavers.retention(cohort),
    )


def _evidence(cohort: Cohort, allowed: Gate, trust: Reliability | None = None) -> Evidence:
    return Evidence(
        cohort.job_family,
        cohort.model_version,
        allowed,
        len(cohort.outcomes),
        len(cohort.rows),
        cohort.left_out,
        cohort.data_hash(),
        tuple(sorted({row.model_version for row in cohort.rows})),
        trust,
        validity.validities(cohort, trust) if trust else (),
        contrasts(cohort) if trust else (),
    )


def _none(
    found: Evidence, reason: Reason, sure: float | None = None, **fields: object
) -> NoProposal:
    return NoProposal(found, reason, messages.both(f"proposal.{reason.value}", **fields), sure)


def _weighed(
    cohort: Cohort, terms: Terms, found: Evidence, trust: Reliability
) -> Proposal | NoProposal:
    import numpy as np

    from chalicelib.calibration import confidence, estimate, weights

    data = validity.sample_of(cohort)
    aim = _aim(cohort, terms, found.gate)
    held = np.array(aim.current) * data.spread
    slopes = estimate.shrunk_slopes(data, held, cohort.seed())
    step = confidence.weigh(data, aim, cohort.seed(), slopes)
    if all(abs(a - b) < 1 for a, b in zip(step.weights, aim.current, strict=True)):
        return _none(found, Reason.ALREADY_BEST)
    if not step.sure:
        return _none(
            found,
            Reason.NOT_CONVINCING,
            round(step.chance, 4),
            chance=f"{step.chance:.2f}",
            needed=confidence.CONFIDENCE,
        )
    moments = estimate.moments(data)
    unit = float(np.sqrt(validity.true_variance(moments, trust.value)))
    pairs = zip(cohort.dimensions, aim.current, step.weights, strict=True)
    changes = tuple(WeightChange(key, was, now) for key, was, now in pairs)
    share = weights.wished(slopes, data.spread, aim.current)
    return Proposal(
        found,
        changes,
        round(step.chance, 4),
        round(step.least, 4),
        round(float(weights.composite_validity(held, moments)) / unit, 4),
        round(step.size / unit, 4),
        effect_of(cohort, terms.cut_score, changes),
        round(step.low / unit, 4),
        round(step.high / unit, 4),
        reasons(changes, moments, share, (aim.limits, aim.floors)),
        leavers.sensitivity(cohort, np.array(aim.current), np.array(step.weights)),
    )


def _aim(cohort: Cohort, terms: Terms, allowed: Gate) -> "Aim":
    from chalicelib.calibration import confidence, weights

    attempts = confidence.FULL_GATE if allowed is Gate.FULL_GATE else confidence.NORMAL
    current = tuple(terms.weights[key] for key in cohort.dimensions)
    floors = tuple(weights.floors_of(cohort.dimensions, terms.floors))
    return confidence.Aim(current, floors, attempts)
