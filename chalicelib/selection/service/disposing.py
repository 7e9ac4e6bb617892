"""A named person decides; the decision leaves a signed evidence file and starts the hire."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation import clock, crypto, ids, ledger, orchestration, storage
from chalicelib.foundation.access import require_named
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Invalid, NotFound
from chalicelib.foundation.observability import count, logger
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import load
from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from chalicelib.selection import policy
from chalicelib.selection import proof as proofs
from chalicelib.selection.policy import Case, Outcome, Recommendation
from chalicelib.selection.proof import Decided, Decision, Input
from chalicelib.selection.service.proposing import find_disposition, proposed
from chalicelib.selection.tables import DispositionItem, RecommendationItem

LEAST_OVERRIDE_REASON = 10
STAGE_OF = {"pass": Stage.PASSED, "reject": Stage.REJECTED}
TOLD = {"pass": "application.disposed", "reject": "application.rejected"}


class AlreadyDisposed(Conflict):
    """A named person has decided on this application before."""

    code = "already-disposed"


class OverrideReasonTooShort(Invalid):
    """A decision against the proposal was hardly explained."""

    code = "override-reason-too-short"


@dataclass(frozen=True)
class KeptProof:
    """A decision's evidence file as it lies in the store, and whether it holds today."""

    application_id: str
    body: dict[str, Any]
    signature: str
    holds: bool


@ledger.retried
def dispose(command: Command, application_id: str, outcome: str, reason: str) -> DispositionItem:
    """Record a named person's decision, keep its evidence file, start the hire after a pass.

    Raises NamedPersonRequired, Forbidden, AlreadyDisposed, OverrideReasonTooShort, Invalid,
    IllegalMove, NotFound.
    """
    require_named(command.actor, "candidate.dispose")
    application = records.application(application_id)
    before = find_disposition(application_id)
    if before is not None:
        if not ledger.applied(command):
            raise AlreadyDisposed(outcome=before.outcome, decided_by=before.decided_by)
        _start_hire(before)
        return before
    made = proposed(application_id)
    override = _check_reason(made, outcome, reason)
    records.move(application, STAGE_OF[outcome], command)
    application.attention = None
    by, at = command.actor.actor_id, clock.iso(command.at)
    said = Decided(outcome, reason.strip(), by, at, override)
    decision = _decision(application_id, application.requisition_id, made, said)
    row = _disposition(decision, _keep(decision))
    if ledger.commit(
        command,
        action=f"disposition.{outcome}",
        subject=application.person_id,
        changes=[row, application],
        announce=[Announcement(TOLD[outcome], application_id)],
        detail={"application_id": application_id, "outcome": outcome, "override": override,
                "proof_sha256": row.proof_sha256},
    ):  # fmt: skip
        count("CandidateDisposed", outcome=outcome, override=int(override))
    _start_hire(row)
    return disposition(application_id)


def disposition(application_id: str) -> DispositionItem:
    """The decision on an application. Raises NotFound while there is none."""
    row = find_disposition(application_id)
    if row is None:
        raise NotFound("disposition-unknown", application_id=application_id)
    return row


def proof(application_id: str) -> KeptProof:
    """The evidence file of the decision, checked again now. Raises NotFound."""
    row = disposition(application_id)
    raw = storage.read_evidence(row.proof_key)
    file: dict[str, Any] = json.loads(raw)
    intact = hashlib.sha256(raw).hexdigest() == row.proof_sha256
    holds = intact and proofs.holds(file, _sign)
    return KeptProof(application_id, file["decision"], str(file["signature"]), holds)


def _check_reason(made: RecommendationItem | None, outcome: str, reason: str) -> bool:
    if not reason.strip():
        raise Invalid("reason-missing")
    against = policy.is_override(Outcome(made.outcome) if made else None, outcome)
    if against and len(reason.strip()) < LEAST_OVERRIDE_REASON:
        raise OverrideReasonTooShort(least=LEAST_OVERRIDE_REASON)
    return against


def _decision(
    application_id: str, requisition_id: str, made: RecommendationItem | None, said: Decided
) -> Decision:
    if made is None:
        return Decision(application_id, requisition_id, (), None, None, said)
    proposal = {name: getattr(made, name) for name in ("outcome", "reasons", "composite")}
    return Decision(
        application_id,
        requisition_id,
        tuple(load(Input, item) for item in made.inputs),
        load(Case, made.case),
        load(Recommendation, proposal | {"cut_score": made.cut_score}),
        said,
        made.policy_version,
    )


def _disposition(decision: Decision, kept: tuple[str, str]) -> DispositionItem:
    said, made = decision.disposition, decision.recommendation
    person_id = ids.person_of(decision.application_id)
    row = DispositionItem(person_id, f"disposition#{decision.application_id}")
    row.application_id, row.outcome, row.reason = decision.application_id, said.outcome, said.reason
    row.decided_by, row.decided_at, row.override = said.decided_by, said.decided_at, said.override
    row.recommendation = made.outcome.value if made else None
    row.proof_key, row.proof_sha256 = kept
    return row


def _keep(decision: Decision) -> tuple[str, str]:
    """Put the file away under its own hash; one whose commit fails is never referred to."""
    content = proofs.signed(decision, _sign)
    mark = hashlib.sha256(content).hexdigest()
    key = f"decisions/{decision.application_id}/{mark}.json"
    storage.keep_evidence(key, content)
    return key, mark


def _sign(text: str) -> str:
    return crypto.fingerprint("decision-proof", text)


def _start_hire(row: DispositionItem) -> None:
    """Start the workflow; what stops us here is made good by the reconcile job."""
    if row.outcome != "pass":
        return
    name = row.application_id
    try:
        orchestration.start_hire(name, {"application_id": name, "resume_at": "notice"})
    except Exception:
        logger.exception("hire left to reconcile", extra={"application_id": name})
