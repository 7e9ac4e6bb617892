"""What sets top performers apart, what was to be expected of whom, and what a plan brings."""

from typing import Any

from chalicelib.calibration import planning
from chalicelib.calibration import service as calibration
from chalicelib.calibration.planning import Plan
from chalicelib.entrypoints import reach
from chalicelib.entrypoints.api_models import draft_given
from chalicelib.entrypoints.schemas import profiles as s
from chalicelib.entrypoints.schemas.models import ModelDraftGiven
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import messages
from chalicelib.foundation.access import Role
from chalicelib.foundation.errors import Forbidden

door = Door(__name__, "profile")


class RaterStaysBlind(Forbidden):
    """Who rates a person sees no prediction of them before the rating is locked."""

    code = "rater-stays-blind"


@door.operation(
    "POST",
    "/v1/performer-profiles/{job_family}",
    action="weights.propose",
    returns=s.PerformersGiven,
    status=202,
)
def request_profile(call: Call) -> s.PerformersGiven:
    """Ask what sets a job family's top performers apart; the answer is computed apart."""
    return profile_given(calibration.request_profile(call.command, call.path["job_family"]))


@door.operation(
    "GET", "/v1/performer-profiles/{job_family}", action="weights.read", returns=s.PerformersGiven
)
def get_profile(call: Call) -> s.PerformersGiven:
    """What was last found, trait by trait, with effects, intervals and n."""
    return profile_given(calibration.profile_card(call.path["job_family"]))


@door.operation(
    "POST",
    "/v1/performer-profiles/{job_family}/draft",
    action="competency.change",
    returns=ModelDraftGiven,
    status=201,
)
def draft_from_profile(call: Call) -> ModelDraftGiven:
    """Begin a draft of a competency model from the findings; only a named person adopts it."""
    return draft_given(calibration.draft_from_profile(call.command, call.path["job_family"]))


@door.operation(
    "GET", "/v1/predictions/{job_family}", action="weights.read", returns=s.PredictionsGiven
)
def get_predictions(call: Call) -> s.PredictionsGiven:
    """How interviews foretold the work: coverage, high potentials, retention, misses."""
    return predictions_given(calibration.prediction_card(call.path["job_family"]))


@door.operation(
    "GET", "/v1/employees/{person_id}/prediction", action="weights.read", returns=s.ExpectedGiven
)
def get_prediction(call: Call) -> s.ExpectedGiven:
    """A hired person's expected performance; who also rates them sees it after the lock."""
    return prediction_for(call, call.path["person_id"])


def prediction_for(call: Call, person_id: str) -> s.ExpectedGiven:
    """A person's interval for a caller who may reach and see it. Raises NotFound, Forbidden."""
    reach.require_person(call, person_id)
    check_blind(call, person_id)
    return expected_given(person_id)


def check_blind(call: Call, person_id: str) -> None:
    """Raise RaterStaysBlind for somebody who may rate, until a cycle with this person is locked."""
    if Role.APPRAISER in call.actor.roles and not calibration.appraised(person_id):
        raise RaterStaysBlind(person_id=person_id)


@door.operation(
    "GET", "/v1/what-if", action="analytics.read", query=s.PlanQuery, returns=s.PlanGiven
)
def get_plan(call: Call) -> s.PlanGiven:
    """Taylor and Russell: the share satisfactory by base rate, selection ratio and validity."""
    return plan_given(call.query)


def profile_given(row: Any) -> s.PerformersGiven:
    """A profile as the contract shows it."""
    found = row.profile or {"n": 0, "top_n": 0, "q": 0.0, "parts_q": 0.0, "compared": []}
    compared = [
        s.ComparedGiven(
            **each,
            name=row.names[each["key"]],
            sentence=calibration.sentence(each, row.names[each["key"]]),
        )
        for each in found["compared"]
    ]
    return s.PerformersGiven(
        job_family=row.item_id,
        state=row.state,
        reason=row.reason,
        summary=calibration.profile_summary(row),
        compared=compared,
        can_draft=bool(row.drafted) and row.state == "computed",
        requested_by=row.requested_by,
        requested_at=row.requested_at,
        computed_at=row.computed_at,
        model_version=int(row.model_version),
        data_hash=row.data_hash,
        version=int(row.version or 0),
        **{key: found[key] for key in ("n", "top_n", "q", "parts_q")},
    )


def predictions_given(row: Any) -> s.PredictionsGiven:
    """A job family's predictions as the contract shows them; ids of people, never names."""
    return s.PredictionsGiven(
        job_family=row.item_id,
        computed_at=row.computed_at,
        n=int(row.n),
        summary=calibration.prediction_summary(row),
        record=row.record,
        outlook=row.outlook,
    )


def expected_given(person_id: str) -> s.ExpectedGiven:
    """A hired person's interval, or the reason why there is none, in words."""
    family, reason, found = calibration.expected_of(person_id)
    names = ("low", "middle", "high", "low_rank", "high_rank")
    return s.ExpectedGiven(
        person_id=person_id,
        job_family=family,
        reason=reason,
        n=found.n if found else 0,
        sentence=calibration.expected_sentence(reason, found),
        **{name: getattr(found, name, None) for name in names},
    )


def plan_given(wish: s.PlanQuery) -> s.PlanGiven:
    """What a plan comes to, in figures and in a sentence."""
    plan = Plan(wish.base_rate, wish.selection_ratio, wish.validity)
    found = planning.expected(plan)
    needed = None
    if wish.wanted:
        needed = planning.needed_validity(wish.base_rate, wish.selection_ratio, wish.wanted)
    told = messages.both(
        "plan.expected",
        base=f"{wish.base_rate:.0%}",
        ratio=f"{wish.selection_ratio:.0%}",
        r=f"{wish.validity:.2f}",
        share=f"{found.satisfactory:.0%}",
    )
    if needed is not None:
        more = messages.both("plan.needed", wanted=f"{wish.wanted:.0%}", r=f"{needed:.2f}")
        beyond = needed > planning.BEST_KNOWN_VALIDITY
        hint = messages.both("plan.beyond" if beyond else "plan.within")
        told = {x: f"{told[x]}{more[x]}{hint[x]}" for x in told}
    return s.PlanGiven(
        base_rate=wish.base_rate,
        selection_ratio=wish.selection_ratio,
        validity=wish.validity,
        satisfactory=found.satisfactory,
        gain=found.gain,
        missed=found.missed,
        mean_gain=found.mean_gain,
        wanted=wish.wanted,
        needed_validity=needed,
        sentence=told,
    )
