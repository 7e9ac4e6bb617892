"""Pages of competency models and of the question bank: as they stand, empty, with problems."""

from dataclasses import replace
from typing import Any

from chalicelib.entrypoints.api_questions import question_given
from chalicelib.entrypoints.console.bank import card_of
from chalicelib.entrypoints.console.models import draft_data, model_data
from chalicelib.foundation.values import dump
from chalicelib.interviewing import drafting
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.bank import QUESTIONS
from chalicelib.interviewing.choosing import propose
from chalicelib.interviewing.differences import differences
from chalicelib.interviewing.library import starting_model
from chalicelib.interviewing.questions import Kind
from chalicelib.interviewing.ratings import STAR
from chalicelib.interviewing.service import Asked
from chalicelib.interviewing.unfinished import problems
from chalicelib.interviewing.usage import Figures, Tally
from tests.unit.console import samples as s

Page = tuple[str, dict[str, Any], dict[str, Any]]

FAMILIES = {
    "retail-sales": {"zh": "门店销售", "en": "Retail sales"},
    "software-python": {"zh": "Python 开发", "en": "Python development"},
    "marketing": {"zh": "市场营销", "en": "Marketing"},
}
MODEL = starting_model("retail-sales")
NEWER = replace(
    MODEL,
    version=2,
    dimensions=(
        replace(MODEL.dimensions[0], weight=25),
        replace(MODEL.dimensions[1], weight=30),
        *MODEL.dimensions[2:],
    ),
)
USED = Tally(40, 38, 36, 2, 36 * 310, 36 * 310**2 + 36 * 2500, 36, 36 * 310, 36 * 300,
             36 * 310**2 + 90_000, 36 * 300**2 + 90_000, 36 * 310 * 300 + 45_000)  # fmt: skip
CHOICES = {
    "dimensions": {key: item.name for key, item in DIMENSIONS.items()},
    "families": FAMILIES,
    "kinds": list(Kind),
    "parts": list(STAR),
}


def draft(dimensions: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A draft's row."""
    return {
        "id": "draft2345678", "job_family": "retail-sales", "name": {}, "origin": "edit",
        "source": {"job_family": "retail-sales", "version": 1}, "evidence": {}, "state": "open",
        "dimensions": dimensions, "note": {}, "started_by": "user-1", "started_at": s.AT,
        "changed_by": "user-2", "changed_at": s.AT, "adopted_version": None, "version": 3,
    } | more  # fmt: skip


def asked(*, kept: bool) -> dict[str, Any]:
    """The questions of a requisition, proposed or confirmed with one that has newer words."""
    picks = propose(MODEL, QUESTIONS, {"teamwork-3": Figures(30, 30, 0, 30, 3.1, 0.8, 0.4, 0.1,
                                                             0.6, 30)})  # fmt: skip
    chosen = [pick.question for pick in picks]
    chosen[0] = replace(picks[0].others[0], version=0)
    chosen[1] = replace(chosen[1], question_id="gone")
    told = tuple(chosen) if kept else ()
    return card_of(Asked("REQ", MODEL, told, "user-1" if kept else "", s.AT, 1, picks))


def model_pages() -> dict[str, Page]:
    """Name to (template, data, context)."""
    plain = drafting.tidy(dump(MODEL)["dimensions"])
    broken = drafting.step(drafting.step(plain, "add:"), "indicator:0")
    broken[0] |= {"weight": 29, "definition": {"zh": "", "en": ""}}
    around = {"family": FAMILIES["retail-sales"], "names": s.NAMES}
    at = {"here": "/model-drafts/draft2345678"}
    whole = draft(drafting.tidy(dump(NEWER)["dimensions"]))
    evidence = {"n": 120, "contrasts": [{"effect": 0.4, "low": 0.1, "high": 0.7}]}
    shown = [question_given(item, USED if n % 2 else None) for n, item in enumerate(QUESTIONS[:12])]
    shown[3].retired = True
    return {
        "models": ("models.html", {
            "families": [{"key": key, "name": name, "newest": n, "model": starting_model(key)}
                         for n, (key, name) in enumerate(FAMILIES.items())],
            "family_names": FAMILIES, "drafts": [draft([])], "names": s.NAMES},
            {"here": "/models"}),
        "model": ("model.html", model_data(NEWER, MODEL, QUESTIONS, "zh") | around
                  | {"versions": [NEWER, MODEL], "drafts": [draft([])]},
                  {"here": "/models/retail-sales"}),
        "model-first": ("model.html", model_data(MODEL, None, (), "en") | around
                        | {"versions": [MODEL], "drafts": []}, {"here": "/models/retail-sales"}),
        "draft": ("model_draft.html", draft_data(whole, (), differences(plain, whole["dimensions"]))
                  | around | {"over": 1}, at),
        "draft-broken": ("model_draft.html", draft_data(
            draft(broken, origin="evidence", evidence=evidence), problems(broken, QUESTIONS), ())
            | around | {"over": 0}, at),
        "draft-adopted": ("model_draft.html", draft_data(
            draft(plain, state="adopted", adopted_version=2), (), ()) | around | {"over": 2}, at),
        "questions": ("questions.html", {
            "questions": shown, "total": 90, "first": 40, "size": 40, "figures": True,
            "filters": {"kind": "behavioural"}, **CHOICES}, {"here": "/questions"}),
        "questions-none": ("questions.html", {
            "questions": [], "total": 0, "first": 0, "size": 40, "figures": False,
            "filters": {}, **CHOICES}, {"here": "/questions"}),
        "question-new": ("question_new.html", {"dimension": "teamwork", **CHOICES},
                         {"here": "/questions/new"}),
        **{f"question-{n}": ("question.html", {
            "question": item, "figures": True, "names": s.NAMES, **CHOICES,
            "wordings": [{"question": item, "by": "user-1", "at": s.AT, "reason": "更清楚"},
                         {"question": item, "by": "", "at": "", "reason": ""}]},
            {"here": f"/questions/{item.question_id}"}) for n, item in enumerate(shown[2:4])},
    }  # fmt: skip
