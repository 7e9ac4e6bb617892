"""Change requests on weights: asked for, listed, frozen by a leak alarm until it is ruled out."""

from pynamodb.exceptions import DoesNotExist

from chalicelib.appraisal.cycle import ReasonMissing
from chalicelib.calibration.life import NamedPersonNeeded, Plan, ProposalNotReady, ProposalsFrozen
from chalicelib.calibration.service import running
from chalicelib.calibration.tables import CalibrationCard, WeightProposal
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing

PARTITION = "weight-proposal"


def request_proposal(command: Command, job_family: str, plan: Plan | None = None) -> WeightProposal:
    """Ask for a proposal; it is computed apart and answered later.

    `plan` is the length of the shadow run that an approval starts; approvers see it before.
    Raises JobFamilyUnknown, ProposalsFrozen.
    """
    proposal_id = command.new_id("proposal", 12)
    if ledger.applied(command):
        return proposal(proposal_id)
    model = interviewing.current_model(job_family)
    check_not_frozen(job_family)
    row = WeightProposal(PARTITION, proposal_id, job_family=job_family)
    row.parent_key, row.model_version = f"{PARTITION}#{job_family}", model.version
    row.requested_by, row.requested_at = command.actor.actor_id, clock.iso(command.at)
    row.plan = dump(plan or Plan())
    told = {"proposal_id": proposal_id, "job_family": job_family}
    if ledger.commit(
        command,
        action="weights.requested",
        subject=proposal_id,
        changes=[row],
        announce=[Announcement("recalibration.requested", proposal_id, told)],
        detail=told | {"plan": row.plan},
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


def cards() -> list[CalibrationCard]:
    """What the last computation found, by job family."""
    return list(CalibrationCard.query(running.CARDS, consistent_read=True))


def frozen(job_family: str) -> bool:
    """Whether a leak alarm stands that nobody has ruled out."""
    card = running.card_of(job_family)
    return card is not None and is_frozen(card)


def is_frozen(card: CalibrationCard) -> bool:
    """Whether a card's leak alarm is not ruled out."""
    return bool(card.leak) and not card.leak.get("acknowledged_by")


def check_not_frozen(job_family: str) -> None:
    """Raise ProposalsFrozen while a leak alarm stands."""
    if frozen(job_family):
        raise ProposalsFrozen(job_family=job_family)


@ledger.retried
def rule_out_leak(command: Command, proposal_id: str, check: str) -> WeightProposal:
    """A named person says how a leak was ruled out; proposals move again on the same outcomes.

    New outcomes raise the alarm anew. Raises NotFound, NamedPersonNeeded, ReasonMissing,
    ProposalNotReady where no alarm stands.
    """
    row = proposal(proposal_id)
    card = running.card_of(row.job_family)
    if ledger.applied(command):
        return row
    check_named(command)
    if not check.strip():
        raise ReasonMissing()
    if card is None or not is_frozen(card) or card.leak["proposal_id"] != proposal_id:
        raise ProposalNotReady(state=row.state)
    said = {"acknowledged_by": command.actor.actor_id, "acknowledged_at": clock.iso(command.at)}
    card.leak = card.leak | said | {"check": check.strip()[:1000]}
    if ledger.commit(
        command,
        action="weights.leak-ruled-out",
        subject=proposal_id,
        changes=[card, row],
        detail={"job_family": row.job_family, "dimensions": card.leak["dimensions"]},
    ):
        count("LeakRuledOut", job_family=row.job_family)
    return proposal(proposal_id)


def check_named(command: Command) -> None:
    """Raise NamedPersonNeeded for a key, a partner or the system itself."""
    if not command.actor.named:
        raise NamedPersonNeeded()
