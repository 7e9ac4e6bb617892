"""The computation behind a proposal; it runs in the recalibrate function only."""

from typing import Any

from chalicelib.appraisal import service as appraisal
from chalicelib.calibration import gates, lawful, slope
from chalicelib.calibration.effect import composite_of
from chalicelib.calibration.evidence import Cohort
from chalicelib.calibration.fairness import FairnessGate
from chalicelib.calibration.life import State
from chalicelib.calibration.proposal import NoProposal, Proposal, Reason, Terms, judge
from chalicelib.calibration.service import groups, reading, running
from chalicelib.calibration.service.proposals import proposal
from chalicelib.calibration.shadow import Pair, compare
from chalicelib.calibration.slope import Pairs, Slope
from chalicelib.calibration.tables import CalibrationCard, DriftSlope, WeightProposal
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing


@ledger.retried
def compute(command: Command, proposal_id: str) -> WeightProposal:
    """Judge the job family's evidence and keep proposal or reason; harmless when it comes twice.

    Raises NotFound.
    """
    row = proposal(proposal_id)
    if row.state != State.REQUESTED:
        return row
    model, cycles = (
        interviewing.current_model(row.job_family),
        reading.locked_cycles(row.job_family),
    )
    card = running.card_of(row.job_family)
    terms = Terms(
        {item.key: float(item.weight) for item in model.dimensions},
        reading.cut_score(row.job_family),
        leak_ruled_out=card is not None and _ruled_out(card, cycles),
    )
    evidence = reading.cohort(row.job_family)
    found = judge(evidence, terms)
    effect = _effect(evidence, terms, found)
    row.state = State.PROPOSED if isinstance(found, Proposal) else State.NO_PROPOSAL
    row.result, row.model_version = dump(found), model.version
    row.fairness = dump(effect) if effect else {}
    row.flips = _flips(evidence, found)
    checked = gates.gates(
        found,
        groups.verdict(effect) if effect else None,
        leak_ruled_out=terms.leak_ruled_out,
    )
    row.gates = [dump(each) for each in checked]
    row.cycle_ids, row.computed_at = cycles, clock.iso(command.at)
    told = {"proposal_id": proposal_id, "job_family": row.job_family, "state": row.state}
    if ledger.commit(
        command,
        action=f"weights.{row.state}",
        subject=proposal_id,
        changes=[row, _card(command, row, card, found)],
        announce=[Announcement("recalibration.computed", proposal_id, told)],
        detail=told | {"data_hash": found.evidence.data_hash, "n": found.evidence.n},
    ):
        count("Recalibrated", job_family=row.job_family, state=row.state)
    return proposal(proposal_id)


def card(job_family: str) -> dict[str, Any]:
    """What the last computation found on a job family; empty before the first."""
    row = running.card_of(job_family)
    if row is None:
        return {}
    return {
        "proposal_id": row.proposal_id,
        "computed_at": row.computed_at,
        "reason": row.reason,
        **row.evidence,
    }


@ledger.retried
def measure_slope(command: Command, cycle_id: str) -> Slope:
    """Hold a newly locked cycle's outcomes against what earlier ones promised. Raises NotFound."""
    family = appraisal.cycle(cycle_id).job_family
    found = slope.calibration_slope(*_pairs(family))
    row = DriftSlope("drift-slope", family)
    rows = list(DriftSlope.batch_get([("drift-slope", family)], consistent_read=True))
    row = rows[0] if rows else row
    row.slope, row.measured_at = dump(found), clock.iso(command.at)
    ledger.commit(
        command,
        action="drift.slope-measured",
        subject=f"drift-{family}",
        changes=[row],
        detail={"cycle_id": cycle_id, "level": found.level.value, "n": found.n},
    )
    return found


def _pairs(family: str) -> tuple[Pairs, Pairs]:
    """(composite under the weights in force, outcome) of earlier cycles and of the newest."""
    model = interviewing.current_model(family)
    weights = {item.key: float(item.weight) for item in model.dimensions}
    everybody = reading.cohort(family)
    scores = {
        row.person_id: composite_of(
            dict(zip(everybody.dimensions, row.ratings, strict=True)), weights
        )
        for row in everybody.rows
        if row.hired
    }
    cycles = [
        [
            (scores[each.person_id], each.score)
            for each in appraisal.outcomes(cycle_id)
            if each.person_id in scores and each.score is not None
        ]
        for cycle_id in reading.locked_cycles(family)
    ]
    newest = cycles.pop() if cycles else []
    return [pair for pairs in cycles for pair in pairs], newest


def _flips(everybody: Cohort, found: Proposal | NoProposal) -> list[dict[str, Any]]:
    """Past interviews whose recommendation the new weights would have turned, the first of them."""
    if not isinstance(found, Proposal):
        return []
    old = {change.dimension: float(change.old) for change in found.changes}
    new = {change.dimension: float(change.new) for change in found.changes}
    pairs = []
    for row in everybody.rows:
        ratings = dict(zip(everybody.dimensions, row.ratings, strict=True))
        both = composite_of(ratings, old), composite_of(ratings, new)
        pairs.append(Pair(row.person_id, "", *both, found.effect.cut_score))
    return [dump(pair) for pair in compare(pairs).flips]


def _effect(everybody: Cohort, terms: Terms, found: Proposal | NoProposal) -> FairnessGate | None:
    if not isinstance(found, Proposal) or found.evidence.reliability is None:
        return None
    new = {change.dimension: float(change.new) for change in found.changes}
    return groups.effect(
        reading.rated_since(everybody.job_family),
        (terms.weights, new),
        terms.cut_score,
        lawful.room(everybody, terms, found.evidence.reliability),
    )


def _ruled_out(card: CalibrationCard, cycles: list[str]) -> bool:
    """Whether a person has ruled a leak out on the outcomes that count now."""
    return bool(card.leak.get("acknowledged_by")) and card.leak.get("cycle_ids") == cycles


def _card(
    command: Command,
    row: WeightProposal,
    before: CalibrationCard | None,
    found: Proposal | NoProposal,
) -> CalibrationCard:
    item = before or CalibrationCard(running.CARDS, row.job_family)
    item.proposal_id, item.computed_at = row.item_id, clock.iso(command.at)
    item.evidence = dump(found.evidence)
    item.reason = found.reason.value if isinstance(found, NoProposal) else ""
    if isinstance(found, NoProposal) and found.reason is Reason.LEAK_ALARM:
        item.leak = {
            "proposal_id": row.item_id,
            "raised_at": item.computed_at,
            "cycle_ids": row.cycle_ids,
            "dimensions": [each.dimension for each in found.evidence.alarms],
        }
    return item
