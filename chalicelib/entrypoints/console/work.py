"""How employees do: appraisal cycles and what is imported into them."""

from chalice import Response

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.kpis import FAMILIES, KPIS
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.records import service as records

door = Door(__name__, "console-work")

FIELDS = ("name", "job_family", "starts_on", "ends_on", "state", "listed", "imports", "locked_at")
SHOWN = 200


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
    entered = appraisal.appraisals(row.item_id)
    measured: dict[str, list[tuple[str, float]]] = {}
    for reading in appraisal.readings(row.item_id):
        measured.setdefault(reading.person_id, []).append((reading.kpi, reading.value))
    known = {each.person_id: each for each in records.employees(row.job_family)}
    people = [
        {
            "number": number,
            "name": known[person].name if person in known else "",
            "store_id": known[person].store_id if person in known else "",
            "kpis": measured.get(person, []),
            "rating": entered[person].rating if person in entered else None,
            "excuse": entered[person].excuse if person in entered else "",
        }
        for number, person in sorted(row.listed.items())
    ]
    open_people = [each for each in people if each["rating"] is None and not each["excuse"]]
    return page(
        call,
        "cycle.html",
        here=f"/appraisal/{row.item_id}",
        cycle=rows.plain(row, *FIELDS),
        kpis=[KPIS[key] for key in FAMILIES.get(row.job_family, ())],
        all_kpis=KPIS,
        people=people[:SHOWN],
        total=len(people),
        missing=len(open_people),
        measured=len(measured),
        names=rows.names(),
    )
