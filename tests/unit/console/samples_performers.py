"""Profiles, predictions and plans as their pages are given them."""

from types import SimpleNamespace
from typing import Any

import numpy as np

from chalicelib.calibration import planning, potential, prediction, track_record
from chalicelib.calibration.comparing import Source, Trait
from chalicelib.calibration.planning import Plan
from chalicelib.calibration.potential import Case
from chalicelib.calibration.prediction import Expected
from chalicelib.calibration.profile_model import Worker, profile
from chalicelib.calibration.service import expected_sentence
from chalicelib.entrypoints.api_profiles import plan_given, predictions_given, profile_given
from chalicelib.entrypoints.console import intervals
from chalicelib.entrypoints.console.performers import RATIOS, VALIDITIES, _found
from chalicelib.entrypoints.schemas.profiles import PlanQuery
from chalicelib.foundation.messages import both
from chalicelib.foundation.values import dump
from tests.unit.console import samples as s

Page = tuple[str, dict[str, Any], dict[str, Any]]
FAMILY = {"zh": "门店销售", "en": "Store sales"}


def card(strength: float, n: int = 300, state: str = "computed") -> SimpleNamespace:
    """A stored profile in which one rating and one behaviour drive the work by `strength`."""
    generator = np.random.default_rng(7)
    names = [f"p{place:04d}" for place in range(n)]
    driver = generator.standard_normal(n)
    outcome = strength * driver + generator.standard_normal(n)
    workers = [Worker(name, float(y), {"sales_growth": float(y), "customer_satisfaction": float(y)})
               for name, y in zip(names, outcome, strict=True)]  # fmt: skip
    traits = [
        Trait(Source.RATING, "communication", dict(zip(names, driver.tolist(), strict=True))),
        Trait(Source.BEHAVIOUR, "communication.listen",
              {name: float(x > 0) for name, x in zip(names, driver, strict=True)}, yes_no=True),
        Trait(Source.FACT, "degree", {name: 3.0 for name in names}),
        Trait(Source.FACT, "skill:Excel", {name: float(x) for name, x in
                                           zip(names[:6], [1] * 6, strict=True)}, yes_no=True),
    ]  # fmt: skip
    found = profile(workers, traits)
    return SimpleNamespace(
        item_id="retail-sales", state=state, reason="", requested_by="user-1", requested_at=s.AT,
        computed_at=s.AT, model_version=1, data_hash="ab" * 32, profile=dump(found), version=3,
        names={each.key: {"zh": f"特征 {each.key}", "en": each.key} for each in found.compared},
        seen={}, drafted={"dimensions": []} if strength else None,
    )  # fmt: skip


def prediction_card(n: int) -> SimpleNamespace:
    """Stored predictions; below 100 people without a track record."""
    generator = np.random.default_rng(3)
    ratings = np.clip(generator.normal(3.4, 0.6, (n, 4)), 1, 5)
    outcome = ratings @ np.array([0.5, 0.2, 0.1, 0.1]) + generator.standard_normal(n)
    scores = (ratings.mean(axis=1) - 1) * 25
    cases = [Case(f"p{k:04d}", float(scores[k]), float(outcome[k]), {"sales_growth": -1.2},
                  {6: True, 12: None}) for k in range(n)]  # fmt: skip
    said = potential.definition(scores.tolist(), outcome.tolist())
    missed = potential.misses(cases, said)
    return SimpleNamespace(
        item_id="retail-sales", computed_at=s.AT, n=n, names={"sales_growth": FAMILY},
        record=dump(track_record.track_record(ratings, outcome))
        if n >= prediction.LEAST_OUTCOMES else None,
        outlook={
            "definition": dump(said), "all": dump(potential.window(0, cases, said)),
            "windows": [dump(potential.window(m, cases, said)) for m in (6, 12)],
            "misses": [dump(each) for each in missed[:5]], "missed": len(missed),
            "omitted": [
                {"indicator": "teamwork", "n": n, "partial_r": 0.31, "low": 0.2, "high": 0.41,
                 "p": 0.0001, "adjusted_p": 0.0003, "verdict": "related-to-the-unexplained"},
                {"indicator": "rare", "n": 9, "partial_r": None, "low": None, "high": None,
                 "p": None, "adjusted_p": None, "verdict": "too-few"}],
        },
    )  # fmt: skip


def plan_page(**wish: float) -> dict[str, Any]:
    asked = PlanQuery(**wish)
    return {
        "wish": asked.model_dump(), "asked": {key: "" for key in PlanQuery.model_fields},
        "plan": plan_given(asked).model_dump(), "flaw": "", "ratios": RATIOS,
        "table": [(r, [planning.expected(Plan(0.3, ratio, r)).satisfactory for ratio in RATIOS])
                  for r in VALIDITIES],
    }  # fmt: skip


def performer_pages() -> dict[str, Page]:
    """Name to (template, data, context)."""
    found, nothing = (profile_given(card(strength)).model_dump() for strength in (0.9, 0.0))
    asked = profile_given(card(0.9, state="requested")).model_dump()
    given, few = (predictions_given(prediction_card(n)).model_dump() for n in (300, 60))
    shown = _found(found)
    at = {"here": "/performers/retail-sales"}
    told = Expected(240, False, -1.1, 0.3, 1.7, 0.13, 0.95)
    interval = {"reason": "", "job_family": "retail-sales", **dump(told),
                "sentence": expected_sentence("", told)}  # fmt: skip
    around = {"family": FAMILY, "names": s.NAMES}
    beside = {"indicators": {"sales_growth": FAMILY}, "people": {"p0001": "李明 · E-1"},
              "family": FAMILY}  # fmt: skip
    return {
        "performers": ("performers.html", {
            "families": ["retail-sales", "marketing", "software-python"], "names": s.NAMES,
            "cards": {"retail-sales": found, "marketing": asked},
            "family_names": {"retail-sales": FAMILY}}, {"here": "/performers"}),
        "performers-none": ("performers.html", {
            "families": [], "cards": {}, "family_names": {}, "names": {}},
            {"here": "/performers"}),
        "performer": ("performer.html", around | {
            "profile": found, "forest": intervals.forest(shown, "zh"),
            "quotes": {"communication.listen": ["我先听她说完"]}}, at),
        "performer-nothing": ("performer.html", around | {
            "profile": nothing, "forest": "", "quotes": {}}, at),
        "predictions": ("predictions.html", beside | {
            "given": given, "plot": intervals.calibrated(given["record"]["bins"], "zh")},
            {"here": "/predictions/retail-sales"}),
        "predictions-few": ("predictions.html", beside | {"given": few, "plot": ""},
                            {"here": "/predictions/retail-sales"}),
        "expected": ("expected.html", {
            "given": interval, "name": "李明", "family": FAMILY,
            "strip": intervals.strip(interval, "zh")},
            {"here": "/employees/p0001/prediction"}),
        "expected-none": ("expected.html", {
            "given": interval | {"reason": "no-record", "low_rank": None, "sentence": both(
                "expected.no-record")}, "name": "李明", "family": FAMILY, "strip": ""},
            {"here": "/employees/p0001/prediction"}),
        "what-if": ("what_if.html", plan_page(wanted=0.45), {"here": "/what-if"}),
        "what-if-beyond": ("what_if.html", plan_page(selection_ratio=0.2, wanted=0.45),
                           {"here": "/what-if"}),
        "what-if-flaw": ("what_if.html", plan_page() | {
            "plan": None, "flaw": "console.plan.bad",
            "asked": {"base_rate": "<x>", "selection_ratio": "", "validity": "", "wanted": ""}},
            {"here": "/what-if"}),
    }  # fmt: skip
