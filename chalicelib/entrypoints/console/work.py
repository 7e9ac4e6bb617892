"""How employees do: appraisal cycles and what is imported into them."""

from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from chalice import Response

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.cycle import CycleState
from chalicelib.appraisal.forms import FormKind
from chalicelib.appraisal.formula import Part
from chalicelib.appraisal.kpis import FAMILIES
from chalicelib.entrypoints.api_work import retention_given
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.render import may, page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import clock
from chalicelib.records import service as records

door = Door(__name__, "console-work")

FIELDS = (
    "name", "job_family", "starts_on", "ends_on", "state", "listed", "imports",
    "locked_at", "locked_by", "revisions", "rated",
)  # fmt: skip
SHOWN = 50


@door.page("/appraisal", action="appraisal.read")
def appraisals(call: Call) -> Response:
    """All appraisal cycles, the latest first, and the form that opens one."""
    found = sorted(appraisal.cycles(), key=lambda row: row.ends_on, reverse=True)
    return page(
        call,
        "appraisal.html",
        here="/appraisal",
        cycles=[rows.plain(row, *FIELDS) for row in found],
        families=sorted(FAMILIES),
        parts=[part.value for part in Part],
    )


@door.page("/appraisal/{cycle_id}", action="appraisal.read")
def cycle(call: Call) -> Response:
    """One cycle: who is listed, what is measured and rated, and what still is to be done."""
    row = appraisal.cycle(call.path["cycle_id"])
    people = _people(row)
    unrated = [each for each in people if not each["settled"]]
    only = "missing" if call.query.get("only") == "missing" else ""
    chosen = unrated if only else people
    number = _number(call.query.get("page", ""), len(chosen))
    begin = SHOWN * (number - 1)
    return page(
        call,
        "cycle.html",
        here=f"/appraisal/{row.item_id}?{urlencode({'only': only, 'page': number})}",
        cycle=rows.plain(row, *FIELDS),
        kpis=appraisal.kpis_of(row),
        formula={part.value: weight for part, weight in appraisal.formula_of(row).items()},
        parts=[part.value for part in Part],
        early=row.ends_on >= clock.iso(clock.now())[:10],
        progress=_progress(row),
        reliability=_reliability(call, row),
        retention=retention_given(row.job_family).model_dump(),
        people=chosen[begin : begin + SHOWN],
        only=only,
        number=number,
        first=begin + 1,
        more=len(chosen) > begin + SHOWN,
        total=len(people),
        missing=len(unrated),
        measured=sum(bool(each["kpis"]) for each in people),
        names=rows.names(),
    )


def _reliability(call: Call, row: Any) -> list[dict[str, Any]]:
    """How reliable a locked cycle's criterion is, for those who may read outcomes."""
    if row.state != CycleState.LOCKED or not may(call.actor, "weights.read"):
        return []
    return [asdict(each) for each in appraisal.reliability(row.item_id)]


def _progress(row: Any) -> dict[str, int]:
    """How many have goals, and how many of the forms that were handed out came back."""
    handed = [form for forms in appraisal.forms_of(row).values() for form in forms]
    asked = [form for form in handed if form["kind"] != FormKind.RESEARCH]
    return {
        "with_goals": sum(bool(goals) for goals in appraisal.goals_of(row).values()),
        "asked": len(asked),
        "given": sum(bool(form["answers"]) for form in asked),
    }


def _people(row: Any) -> list[dict[str, Any]]:
    """Everyone listed in a cycle, by number, with what was measured and entered."""
    entered = appraisal.appraisals(row.item_id)
    measured: dict[str, list[tuple[str, float]]] = {}
    for reading in appraisal.readings(row.item_id):
        measured.setdefault(reading.person_id, []).append((reading.kpi, reading.value))
    known = {each.person_id: each for each in records.employees(row.job_family)}
    found = []
    for number, person in sorted(row.listed.items()):
        employee, entry = known.get(person), entered.get(person)
        left_on = (employee.left_on or "") if employee else ""
        rating, excuse = (entry.rating, entry.excuse) if entry else (None, "")
        gone = bool(left_on) and left_on <= row.ends_on
        found.append(
            {
                "number": number,
                "name": employee.name if employee else "",
                "store_id": employee.store_id if employee else "",
                "left_on": left_on,
                "kpis": measured.get(person, []),
                "rating": rating,
                "excuse": excuse,
                "comment": entry.comment if entry else "",
                "settled": rating is not None or bool(excuse) or gone,
            }
        )
    return found


def _number(text: str, entries: int) -> int:
    """A page's number from a query, within what there is."""
    asked = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return max(1, min(asked, -(-entries // SHOWN)))
