"""What appraisals come to: sheets, outcomes for calibration, appeals and their rulings."""

from dataclasses import asdict
from typing import Any

from chalicelib.appraisal import service as appraisal
from chalicelib.entrypoints.api_appraisal import CYCLE
from chalicelib.entrypoints.api_goals import goal_given
from chalicelib.entrypoints.schemas import appraisal_results as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import require_named

door = Door(__name__, "appraisal")


@door.operation(
    "GET",
    f"{CYCLE}/sheets/{{employee_number}}",
    action="appraisal.read",
    returns=s.SheetGiven,
)
def get_sheet(call: Call) -> s.SheetGiven:
    """One employee's pay appraisal: each part, its weight, and whether it was measured."""
    sheet = appraisal.sheet_of(call.path["cycle_id"], call.path["employee_number"])
    plain = asdict(sheet)
    return s.SheetGiven(
        employee_number=sheet.employee_number,
        revision=sheet.revision,
        excused=sheet.excused,
        rating=sheet.rating,
        total=sheet.total.points,
        measured_weight=sheet.total.measured_weight,
        terms=plain["total"]["terms"],
        kpis=plain["kpis"],
        goals=[goal_given(asdict(goal)) for goal in sheet.goals],
        voices=plain["voices"],
    )


@door.operation("GET", f"{CYCLE}/outcomes", action="weights.read", returns=s.Outcomes)
def get_outcomes(call: Call) -> s.Outcomes:
    """A locked cycle's outcomes as calibration takes them, with the criterion's reliability."""
    cycle_id = call.path["cycle_id"]
    return s.Outcomes.model_validate(
        {
            "outcomes": [asdict(each) for each in appraisal.outcomes(cycle_id)],
            "reliability": [asdict(each) for each in appraisal.reliability(cycle_id)],
        }
    )


@door.operation(
    "POST",
    f"{CYCLE}/appeals",
    action="appraisal.change",
    body=s.AppealTaken,
    returns=s.AppealGiven,
    status=201,
)
def record_appeal(call: Call) -> s.AppealGiven:
    """A named person of HR records an employee's appeal against a locked result."""
    require_named(call.actor, call.action)
    given = call.body
    row = appraisal.record_appeal(
        call.command, call.path["cycle_id"], given.employee_number, given.reason
    )
    return appeal_given(row, given.employee_number)


@door.operation(
    "POST",
    f"{CYCLE}/appeals/{{appeal_id}}/decision",
    action="appraisal.change",
    body=s.RulingTaken,
    returns=s.AppealGiven,
)
def decide_appeal(call: Call) -> s.AppealGiven:
    """A second named person decides; a granted appeal makes a new revision of the result."""
    require_named(call.actor, call.action)
    given = call.body
    values = {key: value for key, value in given.kpis.items() if value is not None}
    correction = appraisal.Correction(given.rating, values) if given.granted else None
    row = appraisal.decide_appeal(
        call.command,
        call.path["cycle_id"],
        given.employee_number,
        call.path["appeal_id"],
        appraisal.Ruling(given.reason, correction),
    )
    return appeal_given(row, given.employee_number)


def appeal_given(row: Any, employee_number: str) -> s.AppealGiven:
    """An appeal as the contract shows it."""
    names = set(s.AppealGiven.model_fields) - {"employee_number"}
    plain = {name: getattr(row, name) for name in names}
    return s.AppealGiven(employee_number=employee_number, **plain)
