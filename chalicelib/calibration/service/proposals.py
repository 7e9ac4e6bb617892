"""Weight proposals: asked for, and decided by a named person."""

from dataclasses import replace
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.appraisal.cycle import ReasonMissing
from chalicelib.calibration.tables import WeightProposal
from chalicelib.foundation import clock, ledger, messages
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Forbidden, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.competencies import CompetencyModel

PARTITION = "weight-proposal"
REQUESTED, PROPOSED, APPROVING = "requested", "proposed", "approving"
APPROVED, REJECTED = "approved", "rejected"


class NamedPersonNeeded(Forbidden):
    """Weights are changed by a person with a name, never by a system or a key."""

    code = "named-person-needed"


class ProposalNotReady(Conflict):
    """The proposal is not waiting for a decision."""

    code = "proposal-not-ready"


class ProposalStale(Conflict):
    """Another model version came into force since the proposal was computed."""

    code = "proposal-stale"


def request_proposal(command: Command, job_family: str, leak_check: str = "") -> WeightProposal:
    """Ask for a proposal; it is computed apart and answered later.

    `leak_check` says how a leak was ruled out, when an alarm froze an earlier one.
    Raises JobFamilyUnknown, NamedPersonNeeded for a leak check by a system.
    """
    proposal_id = command.new_id("proposal", 12)
    if ledger.applied(command):
        return proposal(proposal_id)
    if leak_check:
        _check_named(command)
    model = interviewing.current_model(job_family)
    row = WeightProposal(PARTITION, proposal_id, job_family=job_family)
    row.parent_key, row.model_version = f"{PARTITION}#{job_family}", model.version
    row.requested_by, row.requested_at = command.actor.actor_id, clock.iso(command.at)
    row.leak_check = leak_check.strip()[:1000]
    told = {"proposal_id": proposal_id, "job_family": job_family}
    if ledger.commit(
        command,
        action="weights.requested",
        subject=proposal_id,
        changes=[row],
        announce=[Announcement("recalibration.requested", proposal_id, told)],
        detail=told | {"leak_check": bool(row.leak_check)},
    ):
        count("RecalibrationRequested", job_family=job_family)
    return proposal(proposal_id)


def proposal(proposal_id: str) -> WeightProposal:
    """One proposal. Raises NotFound."""
    try:
        return WeightProposal.get(PARTITION, proposal_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("proposal-unknown", proposal_id=proposal_id) from error


def proposals(job_family: str = "") -> list[WeightProposal]:
    """All proposals, or those of one job family, the latest first."""
    rows = WeightProposal.query(PARTITION, consistent_read=True)
    found = [row for row in rows if job_family in ("", row.job_family)]
    return sorted(found, key=lambda row: (row.requested_at, row.item_id), reverse=True)


@ledger.retried
def approve(command: Command, proposal_id: str, reason: str) -> WeightProposal:
    """Adopt the proposed weights as a new model version; who approved and why is kept.

    Raises NotFound, NamedPersonNeeded, ReasonMissing, ProposalNotReady, ProposalStale.
    """
    row = proposal(proposal_id)
    if ledger.applied(command):
        return row
    _check_named(command)
    if row.state != APPROVING:
        model = _current(row, reason)
        _decide(row, command, reason)
        row.state = APPROVING
        part = command.part("decide")
        _commit(part, row, "weights.approving", {"model_version": model.version})
        row = proposal(proposal_id)
    elif _overtaken(command, row):
        raise _stale(row)
    adopted = _adopt(command, row)
    row.state, row.adopted_version = APPROVED, adopted.version
    told = {"job_family": row.job_family, "model_version": adopted.version}
    _commit(command, row, "weights.approved", told, tell=True)
    return proposal(proposal_id)


@ledger.retried
def reject(command: Command, proposal_id: str, reason: str) -> WeightProposal:
    """Turn a proposal down; the weights stay.

    One whose approval broke off may be turned down once other weights came into force.
    Raises NotFound, NamedPersonNeeded, ReasonMissing, ProposalNotReady.
    """
    row = proposal(proposal_id)
    if ledger.applied(command):
        return row
    _check_named(command)
    if row.state != APPROVING or not _overtaken(command, row):
        _check_waiting(row)
    _check_reason(reason)
    _decide(row, command, reason)
    row.state = REJECTED
    _commit(command, row, "weights.rejected", {"job_family": row.job_family}, tell=True)
    return proposal(proposal_id)


def _check_named(command: Command) -> None:
    if not command.actor.named:
        raise NamedPersonNeeded()


def _check_waiting(row: WeightProposal) -> None:
    if row.state != PROPOSED:
        raise ProposalNotReady(state=row.state)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing()


def _current(row: WeightProposal, reason: str) -> CompetencyModel:
    """The model in force, when it is the one that the proposal is based on."""
    _check_waiting(row)
    _check_reason(reason)
    model = interviewing.current_model(row.job_family)
    if model.version != int(row.model_version or 0):
        raise _stale(row)
    return model


def _overtaken(command: Command, row: WeightProposal) -> bool:
    """Whether another version came into force, and not by this very proposal."""
    current = interviewing.current_model(row.job_family).version
    return current != int(row.model_version or 0) and not ledger.applied(_adopting(command, row))


def _stale(row: WeightProposal) -> ProposalStale:
    current = interviewing.current_model(row.job_family).version
    return ProposalStale(based_on=row.model_version, current=current)


def _decide(row: WeightProposal, command: Command, reason: str) -> None:
    row.decided_by, row.decided_at = command.actor.actor_id, clock.iso(command.at)
    row.decision_reason = reason.strip()[:1000]


def _adopting(command: Command, row: WeightProposal) -> Command:
    # The command's id is the proposal's, so that whoever completes a broken approval adopts once.
    return replace(command, id=f"weights/{row.item_id}/adopt", payload_hash="")


def _adopt(command: Command, row: WeightProposal) -> CompetencyModel:
    model = interviewing.model(row.job_family, int(row.model_version or 0))
    new = {change["dimension"]: int(change["new"]) for change in row.result["changes"]}
    dimensions = tuple(replace(item, weight=new[item.key]) for item in model.dimensions)
    note = messages.both("proposal.adopted", version=model.version, n=row.result["evidence"]["n"])
    return interviewing.adopt(
        _adopting(command, row), replace(model, dimensions=dimensions, note=note)
    )


def _commit(
    command: Command, row: WeightProposal, action: str, detail: dict[str, Any], tell: bool = False
) -> None:
    told = [Announcement(action, row.item_id, {"proposal_id": row.item_id, **detail})]
    if ledger.commit(
        command,
        action=action,
        subject=row.item_id,
        changes=[row],
        announce=told if tell else (),
        detail=detail,
    ):
        count("".join(part.title() for part in action.split(".")), job_family=row.job_family)
