"""Appraisal cycles by HR: opened, measured, goals agreed, forms handed out, locked, appealed."""

from dataclasses import asdict
from typing import Any

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.goals import Goal
from chalicelib.appraisal.kpis import Kpi
from chalicelib.entrypoints import rating_links
from chalicelib.entrypoints.schemas import appraisal as s
from chalicelib.entrypoints.schemas.work import ImportGiven
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import require_named
from chalicelib.foundation.values import load
from chalicelib.records import service as records

door = Door(__name__, "appraisal")

CYCLE = "/v1/appraisal-cycles/{cycle_id}"


@door.operation(
    "POST",
    "/v1/appraisal-cycles",
    action="appraisal.change",
    body=s.CycleTaken,
    returns=s.CycleGiven,
    status=201,
)
def open_cycle(call: Call) -> s.CycleGiven:
    """Open an appraisal cycle for a job family."""
    given = call.body
    row = appraisal.open_cycle(
        call.command,
        cycle_id=given.cycle_id,
        name=given.name.model_dump(),
        job_family=given.job_family,
        period=(given.period_start.isoformat(), given.period_end.isoformat()),
        formula={part.value: weight for part, weight in given.formula.items()},
    )
    return cycle_given(row)


@door.operation("GET", "/v1/appraisal-cycles", action="appraisal.read", returns=s.Cycles)
def list_cycles(call: Call) -> s.Cycles:
    """All appraisal cycles."""
    return s.Cycles(cycles=[cycle_given(row) for row in appraisal.cycles()])


@door.operation("GET", CYCLE, action="appraisal.read", returns=s.CycleGiven)
def get_cycle(call: Call) -> s.CycleGiven:
    """One appraisal cycle."""
    return cycle_given(appraisal.cycle(call.path["cycle_id"]))


@door.operation(
    "POST",
    f"{CYCLE}/formula",
    action="appraisal.change",
    body=s.FormulaTaken,
    returns=s.CycleGiven,
)
def set_formula(call: Call) -> s.CycleGiven:
    """Declare the parts of an open cycle's appraisal; their weights sum to 100."""
    weights = {part.value: weight for part, weight in call.body.formula.items()}
    return cycle_given(appraisal.set_formula(call.command, call.path["cycle_id"], weights))


@door.operation(
    "POST", f"{CYCLE}/kpis", action="appraisal.change", body=s.KpiFileTaken, returns=ImportGiven
)
def import_kpis(call: Call) -> ImportGiven:
    """Import KPI readings (CSV or XLSX: employee_number,kpi,value,unit and perhaps month)."""
    return import_given(appraisal.import_kpis(call.command, call.path["cycle_id"], call.body.file))


@door.operation(
    "POST",
    f"{CYCLE}/kpi-readings",
    action="appraisal.change",
    body=s.KpiReadingsTaken,
    returns=ImportGiven,
)
def take_kpi_readings(call: Call) -> ImportGiven:
    """Take KPI readings from another system: all of them, or none with reasons."""
    rows = [each.model_dump() for each in call.body.readings]
    return import_given(appraisal.take_kpis(call.command, call.path["cycle_id"], rows))


@door.operation(
    "POST",
    f"{CYCLE}/excuses",
    action="appraisal.change",
    body=s.ExcuseTaken,
    returns=s.CycleGiven,
)
def excuse_employee(call: Call) -> s.CycleGiven:
    """Say why an employee of the cycle is not rated, for example that they are on leave."""
    cycle_id = call.path["cycle_id"]
    person_id = records.employee_by_number(call.body.employee_number).person_id
    appraisal.excuse(call.command, cycle_id, person_id, call.body.reason)
    return cycle_given(appraisal.cycle(cycle_id))


@door.operation(
    "POST", f"{CYCLE}/goals", action="appraisal.change", body=s.GoalsTaken, returns=s.GoalsGiven
)
def set_goals(call: Call) -> s.GoalsGiven:
    """Agree an employee's goals by key result area; the weights sum to 100."""
    number = call.body.employee_number
    goals = [Goal(**each.model_dump()) for each in call.body.goals]
    row = appraisal.set_goals(call.command, call.path["cycle_id"], number, goals)
    return s.GoalsGiven(employee_number=number, goals=[goal_given(g) for g in row.goals])


@door.operation(
    "POST",
    f"{CYCLE}/goal-progress",
    action="appraisal.change",
    body=s.GoalMeasuredTaken,
    returns=s.GoalsGiven,
)
def measure_goal(call: Call) -> s.GoalsGiven:
    """Record how far a goal is, in its unit."""
    number = call.body.employee_number
    row = appraisal.measure_goal(
        call.command,
        call.path["cycle_id"],
        number,
        goal_id=call.body.goal_id,
        actual=call.body.actual,
    )
    return s.GoalsGiven(employee_number=number, goals=[goal_given(g) for g in row.goals])


@door.operation(
    "POST",
    f"{CYCLE}/forms",
    action="appraisal.change",
    body=s.FormTaken,
    returns=s.FormHandedOut,
    status=201,
    fresh=True,
    face=rating_links.face,
)
def hand_out_form(call: Call) -> s.FormHandedOut:
    """Ask an employee to rate themselves or a colleague; the answer holds the rater's link."""
    given = call.body
    form = appraisal.hand_out(
        call.command,
        call.path["cycle_id"],
        given.employee_number,
        kind=given.kind,
        rater=given.rater,
    )
    return s.FormHandedOut(form_id=form.form_id, kind=form.kind.value, link=rating_links.link(form))


@door.operation("POST", f"{CYCLE}/lock", action="appraisal.change", returns=s.CycleGiven)
def lock_cycle(call: Call) -> s.CycleGiven:
    """A named person locks a cycle: from now on its ratings are outcomes and change no more."""
    require_named(call.actor, call.action)
    return cycle_given(appraisal.lock(call.command, call.path["cycle_id"]))


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


@door.operation("GET", "/v1/kpi-sets/{job_family}", action="appraisal.read", returns=s.KpiSets)
def list_kpi_sets(call: Call) -> s.KpiSets:
    """Every version of a job family's KPIs; the last one counts."""
    found = appraisal.kpi_versions(call.path["job_family"])
    return s.KpiSets.model_validate({"versions": [asdict(each) for each in found]})


@door.operation(
    "POST",
    "/v1/kpi-sets/{job_family}",
    action="appraisal.change",
    body=s.KpiSetTaken,
    returns=s.KpiSetGiven,
    status=201,
)
def define_kpis(call: Call) -> s.KpiSetGiven:
    """Give a job family KPIs of its own as a new version; cycles under way keep theirs."""
    kpis = [load(Kpi, each.model_dump()) for each in call.body.kpis]
    made = appraisal.define_kpis(call.command, call.path["job_family"], kpis, call.body.reason)
    return s.KpiSetGiven.model_validate(asdict(made))


def cycle_given(row: Any) -> s.CycleGiven:
    """An appraisal cycle as the contract shows it."""
    return s.CycleGiven.model_validate(appraisal.cycle_view(row))


def goal_given(plain: dict[str, Any]) -> s.GoalGiven:
    """A goal with its progress."""
    return s.GoalGiven(**plain, progress=load(Goal, plain).progress)


def appeal_given(row: Any, employee_number: str) -> s.AppealGiven:
    """An appeal as the contract shows it."""
    names = set(s.AppealGiven.model_fields) - {"employee_number"}
    plain = {name: getattr(row, name) for name in names}
    return s.AppealGiven(employee_number=employee_number, **plain)


def import_given(report: Any) -> ImportGiven:
    """What became of an import."""
    return ImportGiven(
        accepted=report.accepted,
        problems=[
            {"row": p.row, "column": p.column, "code": p.code, "message": p.message}
            for p in report.problems
        ],
        repeated=report.repeated,
    )
