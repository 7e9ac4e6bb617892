"""What the loop proposes, and who did what."""

from typing import Any

from chalicelib.calibration import service as calibration
from chalicelib.entrypoints.schemas import insight as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import audit, clock, ledger

door = Door(__name__, "insight")


@door.operation(
    "POST",
    "/v1/weight-proposals",
    action="weights.propose",
    body=s.ProposalWish,
    returns=s.ProposalGiven,
    status=202,
)
def propose_weights(call: Call) -> s.ProposalGiven:
    """Ask whether outcomes support other weights; the answer is computed apart."""
    return proposal_given(
        calibration.request_proposal(call.command, call.body.job_family, call.body.leak_check)
    )


@door.operation("GET", "/v1/weight-proposals", action="weights.read", returns=s.Proposals)
def list_proposals(call: Call) -> s.Proposals:
    """All weight proposals, newest first."""
    return s.Proposals(proposals=[proposal_given(row) for row in calibration.proposals()])


@door.operation(
    "GET",
    "/v1/weight-proposals/{proposal_id}",
    action="weights.read",
    returns=s.ProposalGiven,
)
def get_proposal(call: Call) -> s.ProposalGiven:
    """One weight proposal with its evidence."""
    return proposal_given(calibration.proposal(call.path["proposal_id"]))


@door.operation(
    "POST",
    "/v1/weight-proposals/{proposal_id}/approval",
    action="weights.decide",
    body=s.DecisionTaken,
    returns=s.ProposalGiven,
)
def approve_proposal(call: Call) -> s.ProposalGiven:
    """A named person approves: a new version of the competency model is adopted."""
    return proposal_given(
        calibration.approve(call.command, call.path["proposal_id"], call.body.reason)
    )


@door.operation(
    "POST",
    "/v1/weight-proposals/{proposal_id}/rejection",
    action="weights.decide",
    body=s.DecisionTaken,
    returns=s.ProposalGiven,
)
def reject_proposal(call: Call) -> s.ProposalGiven:
    """A named person rejects: the weights stay."""
    return proposal_given(
        calibration.reject(call.command, call.path["proposal_id"], call.body.reason)
    )


def proposal_given(row: Any) -> s.ProposalGiven:
    """A weight proposal as the contract shows it."""
    return s.ProposalGiven(
        **{
            name: getattr(row, name)
            for name in s.ProposalGiven.model_fields
            if name not in {"proposal_id", "version", "model_version"}
        },
        proposal_id=row.item_id,
        model_version=int(row.model_version),
        version=int(row.version or 0),
    )


@door.operation("GET", "/v1/audit", action="audit.read", query=s.AuditQuery, returns=s.AuditDay)
def audit_day(call: Call) -> s.AuditDay:
    """Who did what on a day, newest first."""
    day = call.query.day or clock.iso(clock.now())[:10]
    found = ledger.day(day, before=call.query.before, limit=call.query.limit)
    more = ""
    if len(found) == call.query.limit:
        last = found[-1][0]
        more = f"{last.at}#{last.subject}#{last.sequence:012d}"
    return s.AuditDay(day=day, entries=[_entry(pair) for pair in found], next=more)


@door.operation("GET", "/v1/audit/{subject}", action="audit.read", returns=s.AuditTrail)
def audit_trail(call: Call) -> s.AuditTrail:
    """Everything that happened to one subject, and whether the chain of entries holds."""
    pairs = ledger.trail(call.path["subject"])
    broken = audit.first_break(pairs)
    return s.AuditTrail(
        subject=call.path["subject"],
        holds=broken is None,
        first_break=broken,
        entries=[_entry(pair) for pair in pairs],
    )


def _entry(pair: tuple[audit.Entry, str]) -> s.AuditEntryGiven:
    entry, stored = pair
    return s.AuditEntryGiven(
        subject=entry.subject,
        sequence=entry.sequence,
        action=entry.action,
        actor_id=entry.actor_id,
        at=entry.at,
        correlation_id=entry.correlation_id,
        detail=entry.detail,
        hash=stored,
    )
