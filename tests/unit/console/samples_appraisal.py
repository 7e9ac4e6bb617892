"""What the appraisal pages are given: a sheet, forms, KPIs; open and locked, full and empty."""

from dataclasses import asdict
from typing import Any

from chalicelib.appraisal.cycle import Entry
from chalicelib.appraisal.forms import ITEMS, FormKind
from chalicelib.appraisal.formula import Part, check_formula
from chalicelib.appraisal.goals import Goal
from chalicelib.appraisal.kpis import Reading, starting_kpis
from chalicelib.appraisal.outcome import Material
from chalicelib.appraisal.result import Said, sheets, voices_of
from tests.unit.console import samples as s
from tests.unit.console import samples_company as co

PARTS = [part.value for part in Part]
FAMILY = "retail-sales"
KPIS = starting_kpis(FAMILY)
RELIABILITY = [
    {"method": "alpha", "value": 0.71, "low": 0.62, "high": 0.78, "n": 180, "of": 5.0},
    {"method": "inter-rater", "value": None, "low": None, "high": None, "n": 4, "of": 2.0},
]
RETENTION = {
    "windows": [{"months": 6, "n": 40, "retained": 34, "rate": 0.85, "low": 0.71, "high": 0.93,
                 "too_early": 12},
                {"months": 12, "n": 0, "retained": 0, "rate": None, "low": 0.0, "high": 1.0,
                 "too_early": 52}],
    "leavers": {"resigned": 5, "dismissed": 1},
}  # fmt: skip
HERE = "/appraisal/2027-H1/people/E-1"


def sheet(*, locked: bool) -> dict[str, Any]:
    """The appraisal of one of three people, with parts of every kind of standing."""
    listed = {f"E-{n}": f"p{n}" for n in (1, 2, 3)}
    readings = [Reading(f"p{n}", "sales_growth", 4.0 * n) for n in (1, 2, 3)]
    goals = [
        Goal("g1", "客户", "复购率", "%", 20, 30, 60, 26, s.AT),
        Goal("g2", "团队", "培训新人", "人", 0, 3, 40),
    ]
    answers = dict.fromkeys(ITEMS[FormKind.PEER], 4)
    given = {FormKind.PEER: [answers] * 3, FormKind.REPORT: [answers]}
    voices = voices_of({FormKind.PEER: 4, FormKind.REPORT: 1}, given, locked=locked)
    formula = check_formula({"kpi": 40, "goals": 20, "manager": 20, "peers": 10, "reports": 10})
    found = sheets(
        Material(KPIS, listed, {"p1": Entry(4)}, readings),
        formula,
        Said({"p1": goals}, {"p1": voices}),
    )
    return asdict(found["p1"])


def person(state: str, **change: Any) -> dict[str, Any]:
    """The page of one employee."""
    locked = state == "locked"
    paper = sheet(locked=locked)
    appeal = {
        "appeal_id": "ap1", "reason": "系统数据有误", "state": "open", "recorded_by": "user-1",
        "recorded_at": s.AT, "rating": None, "kpis": {}, "decided_by": None, "decided_at": None,
        "decision_reason": "", "revision": None,
    }  # fmt: skip
    decided = appeal | {
        "appeal_id": "ap0", "state": "granted", "rating": 5, "kpis": {"sales_growth": 9.0},
        "decided_by": "user-1", "decided_at": s.AT, "decision_reason": "核实", "revision": 2,
    }  # fmt: skip
    result = {"revision": 1, "total": 71.5, "rating": 4, "by": "user-1", "at": s.AT}
    return {
        "cycle": co.cycle() | {"state": state},
        "employee": {"person_id": s.PERSON, "employee_number": "E-1", "name": "李明",
                     "store_id": "S-0001", "hired_at": "2026-09-01",
                     "left_on": "2027-06-01" if locked else "",
                     "leaving": "resigned" if locked else ""},
        "sheet": paper,
        "progress": {"g1": 0.6, "g2": None},
        "kpis": {kpi.key: asdict(kpi) for kpi in KPIS},
        "entry": {"rating": 4, "comment": "稳定", "excuse": "", "contaminated": True,
                  "entered_by": "user-1", "entered_at": s.AT,
                  "history": [{"rating": 3, "comment": "", "excuse": "", "by": "user-1",
                               "at": s.AT}]},
        "goal_history": [{"by": "user-1", "at": s.AT, "action": "appraisal.goals-set",
                          "goals": []}],
        "goal_rows": 3,
        "asked": [{"kind": "peer", "rater": "E-2", "given": "yes"},
                  {"kind": "self", "rater": "E-1", "given": ""}],
        "kinds": ["self", "peer", "report", "customer"],
        "results": [result | {"appeal_id": ""}] if locked else [],
        "appeals": [decided, appeal] if locked else [],
        "names": s.NAMES,
    } | change  # fmt: skip


def appraisal_pages() -> dict[str, Any]:
    """Name to (template, data, context)."""
    bare = {"goals": [], "voices": [], "excused": "育儿假", "rating": None}
    empty = person(
        "open",
        sheet=sheet(locked=False) | bare,
        entry={"rating": None, "comment": "", "excuse": "", "history": []},
        goal_history=[],
        asked=[],
    )
    form = {"form_id": "f", "kind": "peer", "cycle_id": "2027-H1",
            "cycle_name": co.cycle()["name"], "period": ("2027-01-01", "2027-06-30"),
            "person_id": s.PERSON, "person_name": "李明", "items": ITEMS[FormKind.PEER],
            "answers": {"sharing": 4}, "open": True}  # fmt: skip
    one = person("open")
    rating = {key: one[key] for key in ("cycle", "employee", "entry")}
    rating |= {"items": ITEMS[FormKind.RESEARCH], "answers": {"duties": 4}}
    mine = {"number": "E-1", "name": "李明", "store_id": "S-0001", "left_on": "", "rating": None,
            "excuse": ""}  # fmt: skip
    cycles = [co.cycle() | {"missing": 1, "people": [mine, mine | {"left_on": "2027-02-01"},
                                                     mine | {"rating": 4}]}]  # fmt: skip
    version = {"job_family": FAMILY, "kpis": [asdict(kpi) for kpi in KPIS], "reason": "",
               "made_by": "", "made_at": ""}  # fmt: skip
    newer = version | {"number": 1, "made_by": "user-1", "made_at": s.AT, "reason": "新口径"}
    link = {"form_id": "f", "kind": "self", "link": "/rating/abc"}
    return {
        "appraisal-person": ("appraisal_person.html", one, {"here": HERE}),
        "appraisal-person-locked": ("appraisal_person.html", person("locked"), {"here": HERE}),
        "appraisal-person-empty": ("appraisal_person.html", empty, {"here": HERE}),
        "ratings": ("ratings.html", {"cycles": cycles, "shown": 2}, {"here": "/ratings"}),
        "ratings-empty": ("ratings.html", {"cycles": [], "shown": 2}, {"here": "/ratings"}),
        "rating": ("rating.html", rating, {"here": "/ratings/2027-H1/E-1"}),
        "rating-locked": ("rating.html", rating | {"cycle": co.cycle() | {"state": "locked"}},
                          {"here": "/ratings/2027-H1/E-1"}),
        "rating-form": ("rating_form.html", {"token": "t", "form": form, "given": True},
                        {"here": "/rating/t"}),
        "rating-form-closed": ("rating_form.html",
                               {"token": "t", "form": form | {"open": False, "kind": "self"},
                                "given": False}, {"here": "/rating/t"}),
        "rating-link": ("rating_link.html", {"made": link, "number": "E-1",
                                             "cycle_id": "2027-H1"}, {"here": HERE}),
        "kpis": ("kpis.html", {"job_family": FAMILY, "names": s.NAMES,
                               "versions": [newer, version | {"number": 0}]},
                 {"here": f"/kpis/{FAMILY}"}),
    }  # fmt: skip
