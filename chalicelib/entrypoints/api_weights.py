"""The life of a change of weights: asked for, approved by two, run in shadow, activated, undone."""

from dataclasses import fields
from typing import Any

from chalicelib.calibration import service as calibration
from chalicelib.calibration.shadow import Comparison
from chalicelib.entrypoints import reach
from chalicelib.entrypoints.api_models import model_given
from chalicelib.entrypoints.schemas import weights as s
from chalicelib.entrypoints.schemas.models import ModelGiven
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import ACTIONS
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.values import dump

door = Door(__name__, "weights")


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
    wish = call.body
    plan = calibration.Plan(wish.shadow_interviews, wish.shadow_days)
    return proposal_given(call, calibration.request_proposal(call.command, wish.job_family, plan))


@door.operation("GET", "/v1/weight-proposals", action="weights.read", returns=s.Proposals)
def list_proposals(call: Call) -> s.Proposals:
    """All weight proposals, newest first, without the people whom they would turn."""
    frozen = {row.item_id for row in calibration.cards() if calibration.is_frozen(row)}
    rows = calibration.proposals()
    return s.Proposals(proposals=[_given(row, row.job_family in frozen) for row in rows])


@door.operation(
    "GET",
    "/v1/weight-proposals/{proposal_id}",
    action="weights.read",
    returns=s.ProposalGiven,
)
def get_proposal(call: Call) -> s.ProposalGiven:
    """One weight proposal with its evidence, its gates and its effect on groups."""
    return proposal_given(call, calibration.proposal(call.path["proposal_id"]))


@door.operation(
    "POST",
    "/v1/weight-proposals/{proposal_id}/approval",
    action="weights.decide",
    body=s.ConsentTaken,
    returns=s.ProposalGiven,
)
def approve_proposal(call: Call) -> s.ProposalGiven:
    """A named person approves; the second approval, by another person, starts the shadow run."""
    consent = calibration.Consent(call.body.reason, call.body.acknowledgement)
    return proposal_given(
        call, calibration.approve(call.command, call.path["proposal_id"], consent)
    )


@door.operation(
    "POST",
    "/v1/weight-proposals/{proposal_id}/rejection",
    action="weights.decide",
    body=s.DecisionTaken,
    returns=s.ProposalGiven,
)
def reject_proposal(call: Call) -> s.ProposalGiven:
    """Any one named person rejects: the weights stay."""
    return proposal_given(
        call, calibration.reject(call.command, call.path["proposal_id"], call.body.reason)
    )


@door.operation(
    "POST",
    "/v1/weight-proposals/{proposal_id}/leak-check",
    action="weights.decide",
    body=s.LeakCheckTaken,
    returns=s.ProposalGiven,
)
def rule_out_leak(call: Call) -> s.ProposalGiven:
    """A named person says how a leak was ruled out, so that proposals move again."""
    return proposal_given(
        call, calibration.rule_out_leak(call.command, call.path["proposal_id"], call.body.check)
    )


@door.operation(
    "GET",
    "/v1/weight-proposals/{proposal_id}/shadow",
    action="weights.read",
    returns=s.ShadowGiven,
)
def get_shadow(call: Call) -> s.ShadowGiven:
    """Champion and challenger on the interviews of the shadow run: differences, flips, groups."""
    return shadow_given(call, call.path["proposal_id"])


@door.operation(
    "POST",
    "/v1/weight-proposals/{proposal_id}/activation",
    action="weights.decide",
    body=s.ConsentTaken,
    returns=s.ProposalGiven,
)
def activate_proposal(call: Call) -> s.ProposalGiven:
    """A named person brings the challenger into force, once its shadow run is over."""
    consent = calibration.Consent(call.body.reason, call.body.acknowledgement)
    return proposal_given(
        call, calibration.activate(call.command, call.path["proposal_id"], consent)
    )


@door.operation(
    "POST",
    "/v1/weight-proposals/{proposal_id}/end",
    action="weights.decide",
    body=s.DecisionTaken,
    returns=s.ProposalGiven,
)
def end_shadow(call: Call) -> s.ProposalGiven:
    """A named person ends a shadow run; the weights in force stay."""
    return proposal_given(
        call, calibration.end(call.command, call.path["proposal_id"], call.body.reason)
    )


@door.operation(
    "POST",
    "/v1/competency-models/{job_family}/rollback",
    action="weights.decide",
    body=s.RollbackWish,
    returns=ModelGiven,
    status=201,
)
def roll_back_weights(call: Call) -> ModelGiven:
    """A named person brings an earlier version's weights back as a new version."""
    wish = call.body
    return model_given(
        calibration.roll_back(call.command, call.path["job_family"], wish.to_version, wish.reason)
    )


@door.operation("GET", "/v1/drift", action="weights.read", returns=s.DriftReports)
def list_drift(call: Call) -> s.DriftReports:
    """The last look at the drift of every job family."""
    return s.DriftReports(reports=[drift_given(row) for row in calibration.drift_reports()])


@door.operation("GET", "/v1/drift/{job_family}", action="weights.read", returns=s.DriftGiven)
def get_drift(call: Call) -> s.DriftGiven:
    """The last look at one job family: every check with its limit, n and interval."""
    row = calibration.drift_report(call.path["job_family"])
    if row is None:
        raise NotFound("drift-unknown", job_family=call.path["job_family"])
    return drift_given(row)


def proposal_given(call: Call, row: Any) -> s.ProposalGiven:
    """A weight proposal as the contract shows it; candidates are named to who may open them."""
    given = _given(row, calibration.frozen(row.job_family))
    given.flips = flips_given(call, row.flips)
    return given


def _given(row: Any, frozen: bool) -> s.ProposalGiven:
    own = {"proposal_id", "version", "model_version", "frozen", "flips"}
    return s.ProposalGiven(
        **{name: getattr(row, name) for name in s.ProposalGiven.model_fields if name not in own},
        proposal_id=row.item_id,
        model_version=int(row.model_version),
        version=int(row.version or 0),
        frozen=frozen,
        flips=[],
    )


def shadow_given(call: Call, proposal_id: str) -> s.ShadowGiven:
    """A shadow run as the contract shows it; candidates are named to who may open them."""
    run = calibration.run(proposal_id)
    rows = calibration.interviews(run)
    found = calibration.compared(rows)
    plain = {each.name: getattr(found, each.name) for each in fields(Comparison)}
    gates = calibration.gates_of_run(calibration.proposal(proposal_id), run)
    return s.ShadowGiven(
        **plain
        | {
            "flips": flips_given(call, [dump(each) for each in found.flips]),
            "gates": [dump(each) for each in gates],
        },
        proposal_id=proposal_id,
        job_family=run.job_family,
        digest=run.digest,
        started_at=run.started_at,
        ended_at=run.ended_at,
        planned_interviews=int(run.interviews),
        planned_days=int(run.days),
        over=calibration.over(run, len(rows)),
    )


def flips_given(call: Call, flips: list[dict[str, Any]]) -> list[s.FlipGiven]:
    """Turned recommendations; only who may open a candidate is told who it is."""
    known: set[str] = set()
    if call.actor.roles & ACTIONS["candidate.read"]:
        known = reach.persons_within(call, [each["person_id"] for each in flips])
    hidden = {"person_id": "", "session_id": ""}
    return [s.FlipGiven(**each | ({} if each["person_id"] in known else hidden)) for each in flips]


def drift_given(row: Any) -> s.DriftGiven:
    """A drift report as the contract shows it."""
    return s.DriftGiven(
        job_family=row.item_id,
        model_version=int(row.model_version),
        looked_at=row.looked_at,
        alarms=row.alarms,
        report=row.report,
    )
