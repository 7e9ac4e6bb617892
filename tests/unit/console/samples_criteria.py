"""The form of a requisition's criteria: as it stands, with proposals, with a row that is wrong."""

from typing import Any

from chalicelib.entrypoints.console.criteria import empty, shown
from chalicelib.foundation.values import dump
from chalicelib.screening import criteria_form
from chalicelib.screening.job_description import propose
from tests.unit.console import samples as s
from tests.unit.console.samples_company import requisition

JOB = """任职要求
1. 本科及以上学历；2. 两年以上门店销售经验
3. 熟练使用 Excel，会 Python 优先
4. 限女性，35 岁以下
5. 有亲和力，能吃苦"""


def criteria_pages() -> dict[str, tuple[str, dict[str, Any], dict[str, Any]]]:
    """The criteria form: as it stands, empty, with proposals, and with a row that is wrong."""
    found = dump(propose(JOB))
    fresh = [row["criterion"] | {"criterion_id": "", "quote": row["quote"]["text"]}
             for row in found["rows"]]  # fmt: skip
    proposal = found | {"requisition_id": s.REQUISITION, "fresh": len(fresh)}
    bad = {"row": 1, "field": "params.years", "why": "missing or not allowed"}
    at = {"here": f"/requisitions/{s.REQUISITION}/criteria"}
    plain = {"requisition": requisition(), "proposal": None, "text": "", "wrong": None,
             "version": 3, "rows": shown(s.CRITERIA),
             "blank": [empty(rule, f"new-{rule}") for rule in criteria_form.rules()]}  # fmt: skip
    return {
        "criteria": ("criteria.html", plain, at),
        "criteria-empty": ("criteria.html", plain | {"rows": []}, at),
        "criteria-proposed": (
            "criteria.html",
            plain | {"rows": shown([*s.CRITERIA, *fresh]), "proposal": proposal, "text": JOB},
            at,
        ),
        "criteria-wrong": (
            "criteria.html", plain | {"rows": shown(s.CRITERIA, bad), "wrong": bad}, at
        ),
    }  # fmt: skip
