"""One person's appraisal: the sheet with its formula, goals, forms, history, appeals."""

from dataclasses import asdict
from typing import Any

from chalice import Response

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.forms import ITEMS, FormKind
from chalicelib.entrypoints import rating_links
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.http import problem
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Target, within
from chalicelib.foundation.errors import HireloopError
from chalicelib.records import service as records

door = Door(__name__, "console-appraising")

#: Empty rows that the form for new goals offers.
GOAL_ROWS = 3
SHOWN = 40


@door.page("/appraisal/{cycle_id}/people/{employee_number}", action="appraisal.read")
def person(call: Call) -> Response:
    """One employee's sheet in a cycle: parts, weights, what was measured, and how it came about."""
    row = appraisal.cycle(call.path["cycle_id"])
    number = call.path["employee_number"]
    sheet = appraisal.sheet_of(row.item_id, number)
    employee = records.employee(sheet.person_id)
    goals = appraisal.goal_sheet(row, sheet.person_id)
    entry = appraisal.entry(row, sheet.person_id)
    return page(
        call,
        "appraisal_person.html",
        here=f"/appraisal/{row.item_id}/people/{number}",
        cycle=rows.plain(row, "name", "job_family", "starts_on", "ends_on", "state"),
        employee=_employee(employee),
        sheet=asdict(sheet),
        progress={goal.goal_id: goal.progress for goal in sheet.goals},
        kpis={kpi.key: asdict(kpi) for kpi in appraisal.kpis_of(row)},
        entry=_entry(entry),
        goal_history=list(goals.history),
        goal_rows=max(GOAL_ROWS, len(sheet.goals)),
        asked=appraisal.handed_out(row, sheet.person_id),
        kinds=[kind.value for kind in FormKind if kind is not FormKind.RESEARCH],
        results=[_result(each) for each in appraisal.results_of(row, sheet.person_id)],
        appeals=[_appeal(each) for each in appraisal.appeals_of(row, sheet.person_id)],
        names=rows.names(),
    )


def _employee(row: records.Employee) -> dict[str, Any]:
    names = ("person_id", "employee_number", "name", "store_id", "hired_at", "left_on", "leaving")
    return {name: getattr(row, name) or "" for name in names}


def _entry(entry: Any) -> dict[str, Any]:
    """What the manager entered, and everything that stood there before."""
    if entry is None:
        return {"rating": None, "comment": "", "excuse": "", "history": []}
    names = ("rating", "comment", "excuse", "contaminated", "entered_by", "entered_at", "history")
    return {name: getattr(entry, name) for name in names}


def _result(row: Any) -> dict[str, Any]:
    total = row.sheet["total"]["points"]
    return {
        "revision": int(row.revision),
        "total": total,
        "rating": row.sheet["rating"],
        "by": row.made_by,
        "at": row.made_at,
        "appeal_id": row.appeal_id,
    }


def _appeal(row: Any) -> dict[str, Any]:
    names = (
        "appeal_id reason state recorded_by recorded_at rating kpis decided_by decided_at "
        "decision_reason revision"
    )
    return {name: getattr(row, name) for name in names.split()}


@door.page("/ratings", action="appraisal.rate")
def ratings(call: Call) -> Response:
    """Whom the caller rates in open cycles: their own stores' people, and nobody's interview."""
    found = [_mine(call, row) for row in appraisal.cycles() if row.state == "open"]
    return page(
        call,
        "ratings.html",
        here="/ratings",
        cycles=[each for each in found if each["people"]],
        shown=SHOWN,
    )


def _mine(call: Call, row: Any) -> dict[str, Any]:
    entered = appraisal.appraisals(row.item_id)
    known = {each.person_id: each for each in records.employees(row.job_family)}
    people = [
        {
            "number": number,
            "name": known[who].name if who in known else "",
            "store_id": known[who].store_id if who in known else "",
            "left_on": (known[who].left_on or "") if who in known else "",
            "rating": entered[who].rating if who in entered else None,
            "excuse": entered[who].excuse if who in entered else "",
        }
        for number, who in sorted(row.listed.items())
        if _within(call, known.get(who))
    ]
    missing = [p for p in people if p["rating"] is None and not p["excuse"] and not p["left_on"]]
    shown = [*missing, *(p for p in people if p not in missing)]
    plain = rows.plain(row, "name", "job_family", "starts_on", "ends_on")
    return plain | {"people": shown, "missing": len(missing)}


def _within(call: Call, row: records.Employee | None) -> bool:
    place = Target(store_id=row.store_id, region=row.region) if row else Target()
    return within(call.actor.scope, place)


@door.page("/ratings/{cycle_id}/{employee_number}", action="appraisal.rate")
def rating(call: Call) -> Response:
    """The manager's form on one employee, and apart from it the short one for research."""
    row = appraisal.cycle(call.path["cycle_id"])
    number = call.path["employee_number"]
    person_id = appraisal.listed_person(row, number)
    employee = records.employee(person_id)
    call.may(Target(store_id=employee.store_id, region=employee.region))
    entry = appraisal.entry(row, person_id)
    return page(
        call,
        "rating.html",
        here=f"/ratings/{row.item_id}/{number}",
        cycle=rows.plain(row, "name", "job_family", "starts_on", "ends_on", "state"),
        employee=_employee(employee),
        entry=_entry(entry),
        items=ITEMS[FormKind.RESEARCH],
        answers=appraisal.research_of(row, person_id, call.actor.actor_id),
    )


@door.page("/rating/{token}", action="public")
def by_link(call: Call) -> Response:
    """The form behind a rater's link: the self rating, or one of a colleague."""
    token = call.path["token"]
    here = f"/rating/{token}"
    try:
        found = rating_links.place(token)
        form = appraisal.form(found.cycle_id, found.person_id, found.form_id)
    except HireloopError as error:
        document = problem(error, call.command.correlation_id, call.language)
        return page(call, "interview_closed.html", here=here, status=error.status, problem=document)
    given = call.query.get("done") == "give_rating_form"
    return page(call, "rating_form.html", here=here, token=token, form=asdict(form), given=given)


@door.page("/kpis/{job_family}", action="appraisal.read")
def kpis(call: Call) -> Response:
    """A job family's KPIs: unit, direction, plausible range, weight; and the versions before."""
    versions = appraisal.kpi_versions(call.path["job_family"])
    return page(
        call,
        "kpis.html",
        here=f"/kpis/{call.path['job_family']}",
        job_family=call.path["job_family"],
        versions=[asdict(each) for each in reversed(versions)],
        names=rows.names(),
    )
