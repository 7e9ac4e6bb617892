"""How employees do: appraisal cycles and what is imported into them."""

from typing import Any
from urllib.parse import urlencode

from chalice import Response

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.kpis import FAMILIES, KPIS
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.records import service as records

door = Door(__name__, "console-work")

FIELDS = ("name", "job_family", "starts_on", "ends_on", "state", "listed", "imports", "locked_at")
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
    )


@door.page("/appraisal/{cycle_id}", action="appraisal.read")
def cycle(call: Call) -> Response:
    """One cycle: who is listed, what is measured and rated, and what still is to be done."""
    row = appraisal.cycle(call.path["cycle_id"])
    people = _people(row)
    unrated = [each for each in people if each["rating"] is None and not each["excuse"]]
    only = "missing" if call.query.get("only") == "missing" else ""
    chosen = unrated if only else people
    number = _number(call.query.get("page", ""), len(chosen))
    begin = SHOWN * (number - 1)
    return page(
        call,
        "cycle.html",
        here=f"/appraisal/{row.item_id}?{urlencode({'only': only, 'page': number})}",
        cycle=rows.plain(row, *FIELDS),
        kpis=[KPIS[key] for key in FAMILIES.get(row.job_family, ())],
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


def _people(row: Any) -> list[dict[str, Any]]:
    """Everyone listed in a cycle, by number, with what was measured and entered."""
    entered = appraisal.appraisals(row.item_id)
    measured: dict[str, list[tuple[str, float]]] = {}
    for reading in appraisal.readings(row.item_id):
        measured.setdefault(reading.person_id, []).append((reading.kpi, reading.value))
    known = {each.person_id: each for each in records.employees(row.job_family)}
    return [
        {
            "number": number,
            "name": known[person].name if person in known else "",
            "store_id": known[person].store_id if person in known else "",
            "kpis": measured.get(person, []),
            "rating": entered[person].rating if person in entered else None,
            "excuse": entered[person].excuse if person in entered else "",
            "comment": entered[person].comment if person in entered else "",
        }
        for number, person in sorted(row.listed.items())
    ]


def _number(text: str, entries: int) -> int:
    """A page's number from a query, within what there is."""
    asked = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return max(1, min(asked, -(-entries // SHOWN)))
