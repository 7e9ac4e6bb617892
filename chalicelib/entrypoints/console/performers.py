"""Pages of what top performers have in common, of predictions, and of what a plan would bring."""

from contextlib import suppress
from typing import Any

from chalice import Response
from pydantic import ValidationError

from chalicelib.calibration import service as calibration
from chalicelib.calibration.planning import Plan, PlanImpossible, expected
from chalicelib.entrypoints.api_profiles import (
    plan_given,
    prediction_for,
    predictions_given,
    profile_given,
)
from chalicelib.entrypoints.console import intervals, rows
from chalicelib.entrypoints.console.models import family_names
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.schemas.profiles import PlanQuery
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.errors import NotFound
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records

door = Door(__name__, "performers")

VALIDITIES = (0.0, 0.19, 0.3, 0.42, 0.5, 0.6)
RATIOS = (0.1, 0.2, 0.3, 0.5, 0.7)


@door.page("/performers", action="weights.read")
def performers(call: Call) -> Response:
    """Every job family with its profile, or the button that asks for one."""
    families = [f.job_family for f in interviewing.families() if f.newest]
    cards = {}
    for family in families:
        with suppress(NotFound):
            cards[family] = profile_given(calibration.profile_card(family)).model_dump()
    return page(
        call,
        "performers.html",
        here="/performers",
        families=families,
        cards=cards,
        family_names=family_names(),
        names=rows.names(),
    )


@door.page("/performers/{job_family}", action="weights.read")
def performer_profile(call: Call) -> Response:
    """One profile: findings with effect, interval and n; then all else that was compared."""
    family = call.path["job_family"]
    row = calibration.profile_card(family)
    given = profile_given(row).model_dump()
    return page(
        call,
        "performer.html",
        here=f"/performers/{family}",
        profile=given,
        quotes=calibration.quotes(row) if row.seen else {},
        forest=intervals.forest(_found(given), call.language),
        family=family_names().get(family, {}),
        names=rows.names(),
    )


def _found(given: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        each
        for each in given["compared"]
        if each["verdict"].endswith("among-top") and each["source"] != "indicator"
    ]


@door.page("/predictions/{job_family}", action="weights.read")
def predictions(call: Call) -> Response:
    """How interviews foretold the work, and who did not do as foretold."""
    family = call.path["job_family"]
    row = calibration.prediction_card(family)
    given = predictions_given(row).model_dump()
    misses = given["outlook"].get("misses", [])
    plot = intervals.calibrated(given["record"]["bins"], call.language) if given["record"] else ""
    return page(
        call,
        "predictions.html",
        here=f"/predictions/{family}",
        given=given,
        plot=plot,
        indicators=row.names,
        people=_people(family, misses),
        family=family_names().get(family, {}),
    )


def _people(family: str, misses: list[dict[str, Any]]) -> dict[str, str]:
    """Names of the employees who are listed; one who was erased has none."""
    wanted = {miss["person_id"] for miss in misses}
    if not wanted:
        return {}
    return {
        row.person_id: f"{row.name} · {row.employee_number}"
        for row in records.employees(family)
        if row.person_id in wanted
    }


@door.page("/employees/{person_id}/prediction", action="weights.read")
def person_prediction(call: Call) -> Response:
    """What the interview let expect of somebody who was hired, or why nothing is said."""
    person_id = call.path["person_id"]
    given = prediction_for(call, person_id).model_dump()
    employee = records.employee(person_id)
    return page(
        call,
        "expected.html",
        here=f"/employees/{person_id}/prediction",
        given=given,
        name=employee.name or employee.employee_number,
        family=family_names().get(given["job_family"], {}),
        strip=intervals.strip(given, call.language) if given["low_rank"] is not None else "",
    )


@door.page("/what-if", action="analytics.read")
def what_if(call: Call) -> Response:
    """Taylor and Russell's question as a form; it works without any script."""
    asked = {key: call.query.get(key, "") for key in PlanQuery.model_fields}
    plan, flaw = None, ""
    try:
        wish = PlanQuery(**{key: text for key, text in asked.items() if text.strip()})
        plan = plan_given(wish).model_dump()
    except ValidationError:
        wish, flaw = PlanQuery(), "console.plan.bad"
    except PlanImpossible:
        flaw = "error.plan-impossible"
    return page(
        call,
        "what_if.html",
        here="/what-if",
        status=422 if flaw else 200,
        wish=wish.model_dump(),
        asked=asked,
        plan=plan,
        flaw=flaw,
        ratios=RATIOS,
        table=[
            (r, [expected(Plan(wish.base_rate, ratio, r)).satisfactory for ratio in RATIOS])
            for r in VALIDITIES
        ],
    )
