"""What a company has: requisition, ranking, weight proposal, audit trail, settings, cycle."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from chalicelib.entrypoints.console.rows import Card
from chalicelib.foundation.access import FIELDS, Role
from chalicelib.foundation.audit import GENESIS, Entry
from chalicelib.interviewing import library
from chalicelib.records.stages import BOARD, Stage
from tests.unit.console.samples import (
    APPLICATION,
    AT,
    CRITERIA,
    PERSON,
    REQUISITION,
    TITLE,
    card,
    screening,
)


def requisition() -> dict[str, Any]:
    """A requisition's row."""
    return {
        "id": REQUISITION, "title": TITLE, "job_family": "retail-sales", "region": "east",
        "openings": 12, "cut_score": 80, "open": True, "criteria": CRITERIA,
        "store_ids": ["S-0001", "S-0002"], "onsite": {}, "expression": True,
        "follow_ups": True, "country": "CN",
    }  # fmt: skip


def ranked() -> list[tuple[Card, Any]]:
    """Screened candidates in their order."""
    found = screening()
    kept = SimpleNamespace(**{k: found[k] for k in ("fit", "fit_points", "findings", "criteria")})
    return [(card(n, "screened" if n != 2 else "invited"), kept) for n in range(7)]


def evidence() -> dict[str, Any]:
    """Evidence of a weight proposal."""
    keys = list(library.WEIGHTS["retail-sales"])
    return {
        "job_family": "retail-sales", "model_version": 1, "n": 312, "applicants": 980,
        "left_out": {"no-outcome": 12, "excused": 3}, "data_hash": "9f" * 32,
        "reliability": {"value": 0.72, "source": "indicators"},
        "validities": [
            {"dimension": key, "n": 312, "raw": 0.21 - n * 0.04, "raw_low": 0.1,
             "raw_high": 0.3, "corrected": 0.34 - n * 0.06, "low": 0.24 - n * 0.07,
             "high": 0.45 - n * 0.05, "alarm": False}
            for n, key in enumerate(keys)
        ],
        "multiple": {"n": 312, "cross_validated": 0.33, "adjusted": 0.39, "expected": 0.36},
        "baselines": [
            {"weights": "current", "validity": 0.41, "low": 0.31, "high": 0.5},
            {"weights": "equal", "validity": 0.43, "low": 0.33, "high": 0.52},
        ],
        "retention": {"hired": 400, "stayed": 340, "share": 0.85, "low": 0.81, "high": 0.88,
                      "dimensions": [{"dimension": keys[0], "r": 0.1, "low": 0.0, "high": 0.2}]},
    }  # fmt: skip


def proposal(state: str = "proposed") -> dict[str, Any]:
    """A weight proposal's row."""
    new = dict(zip(library.WEIGHTS["retail-sales"], (38, 27, 18, 10, 7), strict=True))
    changes = [
        {"dimension": key, "old": float(old), "new": new[key]}
        for key, old in library.WEIGHTS["retail-sales"].items()
    ]
    effect = {"cut_score": 80, "considered": 980, "flipped": 41, "pass_rate_old": 0.312,
              "pass_rate_new": 0.306}  # fmt: skip
    result = {"evidence": evidence(), "changes": changes, "gain_probability": 0.981,
              "gain_probability_least": 0.97, "validity_old": 0.41, "gain": 0.037,
              "effect": effect, "gain_low": 0.011, "gain_high": 0.061,
              "sensitivity": [{"shortfall": 0.5, "leavers": 60, "gain": 0.021}]}  # fmt: skip
    decided = state == "approved"
    return {
        "id": "prop23456789", "job_family": "retail-sales", "state": state,
        "requested_by": "user-1", "requested_at": AT, "model_version": 1,
        "result": {} if state == "requested" else result, "computed_at": AT,
        "decided_by": "user-1" if decided else None, "decided_at": AT if decided else None,
        "decision_reason": "证据充分" if decided else None,
        "adopted_version": 2 if decided else None,
    }  # fmt: skip


def trail() -> list[tuple[Entry, str]]:
    """A short chain of audit entries."""
    found: list[tuple[Entry, str]] = []
    previous = GENESIS
    for n, action in enumerate(("application.opened", "resume.screened", "interview.invited"), 1):
        detail = {"application_id": APPLICATION, "version": n}
        entry = Entry(PERSON, n, action, "system", AT, "corr", f"cmd-{n}", detail, previous)
        previous = entry.hash()
        found.append((entry, previous))
    return found


def company() -> dict[str, Any]:
    """What the settings page is given."""
    user = {"id": "u", "email": "lin@example.com", "name": "Lin", "roles": ["administrator"],
            "stores": [], "regions": [], "active": True}  # fmt: skip
    return {
        "organisation": {"name": {"zh": "晨光零售", "en": "Dawn Retail"}, "country": "CN",
                         "timezone": "Asia/Shanghai"},
        "stores": {f"S-{n:04d}": {"zh": f"第 {n} 店", "en": f"Store {n}"} for n in range(1, 9)},
        "regions": ["east", "north"], "users": [user], "partners": [],
        "events": ["hire.completed", "offer.made"],
        "roles": [Role.RECRUITER, Role.APPRAISER, Role.ADMINISTRATOR], "fields": FIELDS,
        "people": {"n": 80123, "alarm": 80000, "filing": 100000, "state": "prepare"},
        "second": {"on": True, "model": "a.model", "monthly_tokens": 1000000, "spent_tokens": 5},
    }  # fmt: skip


def cycle() -> dict[str, Any]:
    """An appraisal cycle's row."""
    return {
        "id": "2027-H1", "name": {"zh": "2027 上半年", "en": "First half of 2027"},
        "job_family": "retail-sales", "starts_on": "2027-01-01", "ends_on": "2027-06-30",
        "state": "open", "listed": {"E-1": PERSON}, "imports": [], "locked_at": None,
        "locked_by": None, "revisions": {}, "rated": 1,
    }  # fmt: skip


def cards() -> list[Card]:
    """Candidates at many stages."""
    stages = [s.value for s in (*BOARD, Stage.REJECTED)]
    rows = [card(n, stages[n % len(stages)]) for n in range(22)]
    rows[0] = replace(rows[0], attention="error.resume-encrypted", fit=None)
    rows[4] = replace(rows[4], composite=83.2, recommendation="pass")
    rows[5] = replace(rows[5], composite=64.0, recommendation="fail")
    rows[17] = replace(rows[17], composite=71.5, recommendation="person_needed")
    return rows
