"""Every page of the console with sample data: template, what it is given, where it stands."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from chalicelib.analytics import service as analytics
from chalicelib.analytics.advice import Advice, Tone
from chalicelib.analytics.areas import AREAS
from chalicelib.analytics.reports import Report
from chalicelib.appraisal.kpis import FAMILIES, KPIS
from chalicelib.calibration.visible_worth import Worth
from chalicelib.entrypoints.console.figures import ASKED
from chalicelib.entrypoints.console.recruiting import Waiting
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.records.stages import BOARD, Stage
from tests.unit.console import samples as s
from tests.unit.console import samples_company as co
from tests.unit.console.samples_appraisal import PARTS, RELIABILITY, RETENTION, appraisal_pages
from tests.unit.console.samples_calibration import calibration_pages
from tests.unit.console.samples_criteria import criteria_pages
from tests.unit.console.samples_fairness import fairness_pages
from tests.unit.console.samples_models import FAMILIES as FAMILY_NAMES
from tests.unit.console.samples_models import asked, model_pages
from tests.unit.console.samples_performers import performer_pages
from tests.unit.console.samples_weights import simulator_pages, weight_pages

Page = tuple[str, dict[str, Any], dict[str, Any]]


def pages() -> dict[str, Page]:
    """Name to (template, data, context)."""
    cards = co.cards()
    stages = {c.stage: sum(d.stage == c.stage for d in cards) for c in cards}
    groups = [
        Waiting("attention", cards[:1]),
        Waiting("decide", [c for c in cards if c.composite]),
        Waiting("invite", [c for c in cards if c.stage == "screened"] * 4),
    ]
    person = {"number": "E-1", "name": "李明", "store_id": "S-0001", "rating": 4, "excuse": "",
              "comment": "", "left_on": "",
              "kpis": [("sales_growth", 12.0)]}  # fmt: skip
    audit = {"entries": co.trail(), "more": "", "names": s.NAMES, "broken": None}
    proof = {
        "application_id": s.APPLICATION, "inputs": [
            {"kind": "screening", "sha256": "ab" * 32, "versions": {"rules": "rules-1"}}],
        "recommendation": {"outcome": "pass", "composite": 83.0, "cut_score": 80,
                           "reasons": [{"zh": "达到录用线。", "en": "Reaches the cut score."}]},
        "disposition": {"outcome": "pass", "override": False, "decided_by": "user-1",
                        "decided_at": s.AT, "reason": "OK"},
    }  # fmt: skip
    return {
        "today": ("today.html", {"groups": groups, "stages": stages, "board": BOARD,
                                 "proposals": [co.proposal()], "cycles": [co.cycle()],
                                 "alarms": [{"family": "retail-sales", "drift": 2, "leak": "x"}]},
                  {"here": "/", "done": "dispose"}),
        "today-clear": ("today.html", {"groups": [], "stages": {}, "board": BOARD,
                                       "proposals": [], "cycles": [], "alarms": []},
                        {"here": "/"}),
        "candidates": ("candidates.html", _listed(cards), {"here": "/candidates"}),
        "candidates-empty": ("candidates.html", _listed([]), {"here": "/candidates"}),
        "candidate": ("candidate.html", s.candidate(), {"here": f"/candidates/{s.PERSON}"}),
        "candidate-screened": ("candidate.html", s.candidate("screened", interviewed=False),
                               {"here": f"/candidates/{s.PERSON}"}),
        "candidate-onboarding": ("candidate.html", s.candidate("onboarding"),
                                 {"here": f"/candidates/{s.PERSON}"}),
        "proof": ("proof.html", {"person_id": s.PERSON, "name": "", "proof": proof,
                                 "signature": "5e" * 32, "holds": True, "names": s.NAMES}, {}),
        "requisitions": ("requisitions.html",
                         {"requisitions": [co.requisition() | {"stages": stages}] * 3,
                          "board": BOARD}, {"here": "/requisitions"}),
        "requisition": ("requisition.html", _requisition(cards, co.ranked()),
                        {"here": f"/requisitions/{s.REQUISITION}"}),
        "requisition-empty": ("requisition.html", _requisition([], []),
                              {"here": f"/requisitions/{s.REQUISITION}"}),
        **fairness_pages(),
        **criteria_pages(),
        **model_pages(),
        **s.rescoring_pages(),
        **calibration_pages(),
        **appraisal_pages(),
        **performer_pages(),
        "requisition-new": ("requisition_new.html", {
            "families": FAMILY_NAMES, "regions": ["east"],
            "stores": [{"id": "S-0001", "name": {"zh": "西湖店", "en": "West Lake"},
                        "region": "east"}]}, {"here": "/requisitions/new"}),
        "appraisal": ("appraisal.html", {"cycles": [co.cycle()], "families": sorted(FAMILIES),
                                         "parts": PARTS},
                      {"here": "/appraisal"}),
        "cycle": ("cycle.html",
                  {"cycle": co.cycle(), "people": [person, person | {"rating": None, "kpis": []}],
                   "kpis": [KPIS[k] for k in FAMILIES["retail-sales"]],
                   "only": "", "number": 1, "first": 1, "more": True, "names": s.NAMES,
                   "total": 2, "missing": 1, "measured": 1, "early": False, "parts": PARTS,
                   "formula": {"kpi": 60, "manager": 40},
                   "progress": {"with_goals": 1, "asked": 4, "given": 3},
                   "reliability": RELIABILITY, "retention": RETENTION},
                  {"here": "/appraisal/2027-H1"}),
        "report-problems": ("report.html", {
            "problems": [{"row": 3, "column": "value", "code": "x",
                          "message": {"zh": "不是数字", "en": "Not a number"}}],
            "refused": [], "taken": 0, "people": {}}, {"here": "/appraisal/2027-H1"}),
        "report-refused": ("report.html", {
            "problems": [], "taken": 4, "refused": [
                {"application_id": s.APPLICATION, "code": "x",
                 "message": {"zh": "已经邀请过", "en": "Invited before"}},
                {"application_id": "gone", "code": "not-found", "message": {}}],
            "people": {s.APPLICATION: {"person_id": s.PERSON, "display_name": "李明"}}},
            {"here": f"/requisitions/{s.REQUISITION}"}),
        "analytics-empty": ("analytics.html", {"charts": (), "advice": (), **_figures("scores")},
                            {"here": "/analytics"}),
        "figures-report": ("figures_report.html", {"report": Report(
            "zh", "2026-03-02", "2026-03-08", "east", tuple(_charts()))},
            {"here": "/analytics/report"}),
        "analytics-change": ("analytics.html", {"charts": (), "advice": (), **_figures("change")},
                             {"here": "/analytics"}),
        "analytics": ("analytics.html", {"charts": _charts(), **_figures("scores"), "advice": [
            Advice("x", Tone.CAUTION, {"zh": "重写问题", "en": "Rewrite"},
                   {"zh": "依据 40 人", "en": "40 people"}, "radar")]}, {"here": "/analytics"}),
        **weight_pages(),
        **simulator_pages(),
        "audit": ("audit.html", audit | {"subject": "", "day": "2027-03-01",
                                         "earlier": "2027-02-28", "later": "2027-03-02"},
                  {"here": "/audit"}),
        "audit-subject": ("audit.html", audit | {"subject": s.PERSON, "day": "", "earlier": "",
                                                 "later": ""}, {"here": "/audit"}),
        "settings": ("settings.html", co.company(), {"here": "/settings"}),
        "sign-in": ("sign_in.html", {"token": "", "mailbox": ""}, {"here": "/sign-in"}),
        "sign-in-sent": ("sign_in.html", {"token": "", "mailbox": "/mailbox"},
                         {"here": "/sign-in", "done": "request_sign_in"}),
        "sign-in-confirm": ("sign_in.html", {"token": "abc.def", "mailbox": ""},
                            {"here": "/sign-in"}),
    }  # fmt: skip


def _plan() -> SimpleNamespace:
    """A report that is mailed every week."""
    return SimpleNamespace(item_id="r1", every="week", recipients=["hr@example.com"],
                           filters={"region": "east"})  # fmt: skip


def _figures(area: str) -> dict[str, object]:
    """What the page of charts offers to choose from."""
    name = {"zh": "上海一店", "en": "Shanghai 1"}
    return {"areas": {key: {"area": key} for key in AREAS}, "area": area,
            "asked": dict.fromkeys(ASKED, ""), "chosen": {}, "remarks": ("谢谢",),
            "plans": [_plan()],
            "families": FAMILY_NAMES, "regions": ["east"], "stores": {"S1": name},
            "requisitions": {s.REQUISITION: name}}  # fmt: skip


def _charts() -> list[Any]:
    names = {key: item.name for key, item in DIMENSIONS.items()}
    scores = dict.fromkeys(list(names)[:5], 70.0)
    return [
        *analytics.profile_charts(scores, names, "zh"),
        replace(
            analytics.profile_charts(scores, names, "zh")[0], key="silent", silent=True, rows=()
        ),
    ]


def _listed(cards: list[Any]) -> dict[str, Any]:
    return {"cards": cards, "filters": {"stage": "screened"}, "before": "", "more": "x",
            "requisitions": {s.REQUISITION: s.TITLE}, "stages": list(Stage),
            "searched": 1000}  # fmt: skip


def _requisition(cards: list[Any], ranked: list[Any]) -> dict[str, Any]:
    return {
        "requisition": co.requisition(),
        "frames": {
            "possible": bool(ranked),
            "country": "DE",
            "on": True,
            "weight": 10,
            "most": 20,
            "formula": "100 x",
            "worth": Worth(12, 30) if ranked else None,
        },
        "columns": [(x, [c for c in cards if c.stage == x]) for x in BOARD],
        "ended": [c for c in cards if c.stage == "rejected"],
        "ranked": ranked,
        "column": 8,
        "batches": [{"batch_id": "b1", "files": 500, "started_at": s.AT}] if ranked else [],
        "rescreening": {"stale": 2 if ranked else 0},
        "stale": {ranked[0][0].application_id: ["criteria"]} if ranked else {},
        "asked": asked(kept=bool(ranked)),
        "names": s.NAMES,
    }
