"""Decisions on weights, each by a named person: approve twice, reject, activate, end, roll back."""

from dataclasses import replace
from typing import Any

from pynamodb.models import Model

from chalicelib.appraisal.cycle import ReasonMissing
from chalicelib.calibration import life
from chalicelib.calibration.gates import GateResult
from chalicelib.calibration.life import (
    WAITING,
    Consent,
    Plan,
    ProposalStale,
    ShadowNotOver,
    ShadowTaken,
    State,
)
from chalicelib.calibration.service import groups, running
from chalicelib.calibration.service.proposals import check_named, check_not_frozen, proposal
from chalicelib.calibration.tables import ShadowRun, WeightProposal
from chalicelib.foundation import clock, ledger, messages
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import load
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.competencies import CompetencyModel


@ledger.retried
def approve(command: Command, proposal_id: str, consent: Consent) -> WeightProposal:
    """A named person approves; the second approval, by another person, starts the shadow run.

    Raises NotFound, NamedPersonNeeded, ReasonMissing, ProposalNotReady, SecondPersonNeeded,
    ProposalsFrozen, ProposalStale, GateFailed, AcknowledgementNeeded, ShadowTaken.
    """
    row = proposal(proposal_id)
    if ledger.applied(command):
        return row
    check_named(command)
    _check_reason(consent.reason)
    before = [each["by"] for each in row.approvals]
    state = life.after_approval(row.state, before, command.actor.actor_id)
    check_not_frozen(row.job_family)
    model = _based_on(row)
    life.check_gates(_gates(row), consent.acknowledgement)
    row.approvals, row.state = [*row.approvals, _said(command, consent)], state.value
    changes: list[Model] = [row]
    if state is State.SHADOW:
        changes += _begin(command, row, model)
        _decided(row, command, consent.reason)
    action = "weights.approved" if state is State.SHADOW else "weights.approved-once"
    detail = {"approvals": len(row.approvals), "model_version": model.version}
    _commit(command, row, action, detail, changes=changes, tell=state is State.SHADOW)
    return proposal(proposal_id)


@ledger.retried
def reject(command: Command, proposal_id: str, reason: str) -> WeightProposal:
    """Any one named person turns a proposal down; the weights stay.

    Raises NotFound, NamedPersonNeeded, ReasonMissing, ProposalNotReady.
    """
    row = proposal(proposal_id)
    if ledger.applied(command):
        return row
    check_named(command)
    life.check_state(row.state, WAITING)
    _check_reason(reason)
    _decided(row, command, reason)
    row.state = State.REJECTED.value
    _commit(command, row, "weights.rejected", {"job_family": row.job_family}, tell=True)
    return proposal(proposal_id)


@ledger.retried
def activate(command: Command, proposal_id: str, consent: Consent) -> WeightProposal:
    """A named person brings the challenger into force as the next model version.

    The fairness gate is read again on the interviews of the run. A broken activation is completed
    by whoever asks again, as long as nothing else came into force. Raises NotFound,
    NamedPersonNeeded, ReasonMissing, ProposalNotReady, ShadowNotOver, ProposalsFrozen,
    ProposalStale, GateFailed, AcknowledgementNeeded, ModelOvertaken.
    """
    row = proposal(proposal_id)
    if ledger.applied(command):
        return row
    check_named(command)
    _check_reason(consent.reason)
    life.check_state(row.state, (State.SHADOW, State.ACTIVATING))
    run = running.run(proposal_id)
    if row.state == State.SHADOW:
        _check_run(row, run, consent)
        _decided(row, command, consent.reason)
        row.state = State.ACTIVATING.value
        _commit(command.part("decide"), row, "weights.activating", {"digest": run.digest})
        row = proposal(proposal_id)
    elif _overtaken(command, row):
        raise _stale(row)
    over = int(row.model_version or 0)
    adopted = interviewing.adopt(_adopting(command, row), running.challenger(run), over=over)
    row.state, row.adopted_version = State.ACTIVE.value, adopted.version
    told = {"job_family": row.job_family, "model_version": adopted.version}
    _commit(command, row, "weights.activated", told, changes=_closed(command, row, run), tell=True)
    return proposal(proposal_id)


@ledger.retried
def end(command: Command, proposal_id: str, reason: str) -> WeightProposal:
    """A named person ends a shadow run without activating it; the weights stay.

    Raises NotFound, NamedPersonNeeded, ReasonMissing, ProposalNotReady.
    """
    row = proposal(proposal_id)
    if ledger.applied(command):
        return row
    check_named(command)
    _check_reason(reason)
    broken = row.state == State.ACTIVATING and _overtaken(command, row)
    life.check_state(row.state, (State.SHADOW, State.ACTIVATING) if broken else (State.SHADOW,))
    run = running.run(proposal_id)
    _decided(row, command, reason)
    row.state = State.ENDED.value
    told = {"job_family": row.job_family}
    _commit(command, row, "weights.ended", told, changes=_closed(command, row, run), tell=True)
    return proposal(proposal_id)


def gates_of_run(row: WeightProposal, run: ShadowRun) -> tuple[GateResult, ...]:
    """The proposal's gates with fairness read again on the interviews of its shadow run."""
    seen = running.interviews(run)
    before = interviewing.model(row.job_family, int(row.model_version or 0))
    old = {item.key: float(item.weight) for item in before.dimensions}
    cut_score = float(row.result["effect"]["cut_score"])
    found = groups.verdict(groups.effect(seen, (old, running.weights(run)), cut_score))
    return (*(gate for gate in _gates(row) if gate.key != found.key), found)


def _check_run(row: WeightProposal, run: ShadowRun, consent: Consent) -> None:
    seen = len(running.interviews(run))
    if not running.over(run, seen):
        raise ShadowNotOver(seen=seen, interviews=int(run.interviews), days=int(run.days))
    check_not_frozen(row.job_family)
    _based_on(row)
    both = (*_gates(row), *gates_of_run(row, run))
    life.check_gates(both, consent.acknowledgement)


def _gates(row: WeightProposal) -> tuple[GateResult, ...]:
    return tuple(load(GateResult, each) for each in row.gates)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing()


def _based_on(row: WeightProposal) -> CompetencyModel:
    """The model in force, when it is the one that the proposal is based on."""
    model = interviewing.current_model(row.job_family)
    if model.version != int(row.model_version or 0):
        raise _stale(row)
    return model


def _begin(command: Command, row: WeightProposal, model: CompetencyModel) -> list[Model]:
    """The challenger's rows: a whole model of its own, and the one place of the job family."""
    card = running.card_of(row.job_family)
    if card is None or card.shadow:
        raise ShadowTaken(proposal_id=card.shadow if card else "")
    card.shadow = row.item_id
    new = {change["dimension"]: int(change["new"]) for change in row.result["changes"]}
    dimensions = tuple(replace(item, weight=new[item.key]) for item in model.dimensions)
    note = messages.both("proposal.adopted", version=model.version, n=row.result["evidence"]["n"])
    made = replace(model, dimensions=dimensions, note=note)
    return [running.new(command, row, made, load(Plan, row.plan)), card]


def _closed(command: Command, row: WeightProposal, run: ShadowRun) -> list[Model]:
    """All rows that change when a run is over, the proposal's among them."""
    run.ended_at = clock.iso(command.at)
    card = running.card_of(row.job_family)
    rows: list[Model] = [row, run]
    if card is not None and card.shadow == row.item_id:
        card.shadow = ""
        rows.append(card)
    return rows


def _overtaken(command: Command, row: WeightProposal) -> bool:
    """Whether another version came into force, and not by this very proposal."""
    current = interviewing.current_model(row.job_family).version
    return current != int(row.model_version or 0) and not ledger.applied(_adopting(command, row))


def _stale(row: WeightProposal) -> ProposalStale:
    current = interviewing.current_model(row.job_family).version
    return ProposalStale(based_on=row.model_version, current=current)


def _decided(row: WeightProposal, command: Command, reason: str) -> None:
    row.decided_by, row.decided_at = command.actor.actor_id, clock.iso(command.at)
    row.decision_reason = reason.strip()[:1000]


def _said(command: Command, consent: Consent) -> dict[str, str]:
    return {
        "by": command.actor.actor_id,
        "at": clock.iso(command.at),
        "reason": consent.reason.strip()[:1000],
        "acknowledgement": consent.acknowledgement.strip()[:1000],
    }


def _adopting(command: Command, row: WeightProposal) -> Command:
    # The command's id is the proposal's, so that whoever completes a broken activation adopts once.
    return replace(command, id=f"weights/{row.item_id}/adopt", payload_hash="")


def _commit(  # noqa: PLR0913 - the parts of one transaction, by keyword
    command: Command,
    row: WeightProposal,
    action: str,
    detail: dict[str, Any],
    *,
    changes: list[Model] | None = None,
    tell: bool = False,
) -> None:
    told = [Announcement(action, row.item_id, {"proposal_id": row.item_id, **detail})]
    if ledger.commit(
        command,
        action=action,
        subject=row.item_id,
        changes=changes or [row],
        announce=told if tell else (),
        detail=detail,
    ):
        words = action.replace("-", ".").split(".")
        count("".join(part.title() for part in words), job_family=row.job_family)
