"""Decisions and what follows: disposition, background check, offer, onboarding."""

from typing import Any

from chalicelib.entrypoints.api_candidates import reachable, target_of
from chalicelib.entrypoints.api_interviews import own
from chalicelib.entrypoints.schemas import hiring as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Role
from chalicelib.onboarding import service as onboarding
from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from chalicelib.selection import service as selection

door = Door(__name__, "hiring")


@door.operation(
    "POST",
    "/v1/applications/{application_id}/disposition",
    action="candidate.dispose",
    body=s.DispositionTaken,
    returns=s.DispositionGiven,
    status=201,
)
def dispose(call: Call) -> s.DispositionGiven:
    """A named person passes or rejects a candidate; a pass starts the hire."""
    application_id = call.path["application_id"]
    call.may(target_of(records.application(application_id)))
    row = selection.dispose(
        call.command, application_id, outcome=call.body.outcome, reason=call.body.reason
    )
    return s.DispositionGiven(
        application_id=application_id,
        outcome=row.outcome,
        reason=row.reason,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        recommendation=row.recommendation,
        override=row.override,
        stage=Stage(records.application(application_id).stage),
        proof_key=row.proof_key,
    )


@door.operation(
    "GET",
    "/v1/applications/{application_id}/proof",
    action="candidate.dispose",
    returns=s.ProofGiven,
)
def get_proof(call: Call) -> s.ProofGiven:
    """The signed evidence file of a decision, checked again now."""
    application_id = call.path["application_id"]
    call.may(target_of(records.application(application_id)))
    proof = selection.proof(application_id)
    return s.ProofGiven(
        application_id=application_id,
        proof=proof.body,
        signature=proof.signature,
        holds=proof.holds,
    )


@door.operation(
    "POST",
    "/v1/applications/{application_id}/review",
    action="candidate.dispose",
    body=s.ReviewTaken,
    returns=s.OnboardingGiven,
)
def decide_review(call: Call) -> s.OnboardingGiven:
    """A named person decides whether the hire goes on after a check that says “consider”."""
    application_id = call.path["application_id"]
    call.may(target_of(records.application(application_id)))
    onboarding.decide_review(
        call.command, application_id, go_on=call.body.go_on, reason=call.body.reason
    )
    return _onboarding(application_id)


@door.operation(
    "POST",
    "/v1/applications/{application_id}/resumption",
    action="offer.make",
    returns=s.OnboardingGiven,
)
def resume_hire(call: Call) -> s.OnboardingGiven:
    """Let a hire that was handed to the recruiter go on from where it stands."""
    application_id = call.path["application_id"]
    call.may(target_of(records.application(application_id)))
    onboarding.carry_on(call.command, application_id)
    return _onboarding(application_id)


@door.operation(
    "POST",
    "/v1/applications/{application_id}/offer",
    action="offer.make",
    body=s.OfferTaken,
    returns=s.OfferGiven,
    status=201,
)
def make_offer(call: Call) -> s.OfferGiven:
    """Make an offer to somebody in the pre-hire pool."""
    application_id = call.path["application_id"]
    call.may(target_of(records.application(application_id)))
    row = onboarding.make_offer(
        call.command,
        application_id,
        start_date=call.body.start_date.isoformat(),
        note=call.body.note,
    )
    return _offer(application_id, row)


@door.operation(
    "POST",
    "/v1/applications/{application_id}/offer-answer",
    action="own.change",
    body=s.OfferAnswerTaken,
    returns=s.OfferGiven,
)
def answer_offer(call: Call) -> s.OfferGiven:
    """The candidate accepts or declines the offer."""
    application_id = call.path["application_id"]
    own(call, application_id)
    row = onboarding.answer_offer(call.command, application_id, accepted=call.body.accepted)
    return _offer(application_id, row)


def _offer(application_id: str, row: Any) -> s.OfferGiven:
    return s.OfferGiven(
        application_id=application_id,
        state=row.state,
        start_date=row.start_date,
        note=row.note,
        stage=Stage(records.application(application_id).stage),
    )


@door.operation(
    "GET",
    "/v1/applications/{application_id}/onboarding",
    action="self.read",
    returns=s.OnboardingGiven,
)
def get_onboarding(call: Call) -> s.OnboardingGiven:
    """The onboarding checklist: who must do what by when."""
    application_id = call.path["application_id"]
    reachable(call, application_id)
    return _onboarding(application_id)


def _onboarding(application_id: str) -> s.OnboardingGiven:
    return s.OnboardingGiven(
        application_id=application_id,
        stage=Stage(records.application(application_id).stage),
        steps=[s.StepGiven.model_validate(step) for step in onboarding.steps(application_id)],
    )


@door.operation(
    "POST",
    "/v1/applications/{application_id}/onboarding/{step_key}/completion",
    action="self.read",
    returns=s.OnboardingGiven,
)
def complete_step(call: Call) -> s.OnboardingGiven:
    """Close an onboarding step that belongs to the caller: the candidate's own, or HR's."""
    application_id = call.path["application_id"]
    reachable(call, application_id)
    owner = "candidate" if Role.CANDIDATE in call.actor.roles else "hr"
    onboarding.close_step(call.command, application_id, call.path["step_key"], owner=owner)
    return _onboarding(application_id)
