"""A form's rows of text become criteria, and what is wrong in them stays to be told."""

from typing import Any

import pytest

from chalicelib.screening.criteria_form import fields_of, rows_of, rules
from chalicelib.screening.rules import InvalidCriterion, validate_criteria

KNOWN: list[dict[str, Any]] = [
    {"criterion_id": "excel", "rule": "skill", "importance": "preferred", "weight": 10,
     "params": {"skill": "Excel"}, "label": {"zh": "会用表格", "en": "Works with sheets"}},
]  # fmt: skip


def row(rule: str, **more: Any) -> dict[str, Any]:
    plain = {"criterion_id": "", "rule": rule, "importance": "essential", "weight": "20"}
    return plain | {"keep": "1", "params": {}} | more


def test_every_rule_can_be_filled_in() -> None:
    filled = {
        "text": "Excel", "texts": "销售、店长, 导购", "years": "2.5", "days": "30",
        "level": "familiar", "degree": "master", "flag": "true", "internships": "counted",
    }  # fmt: skip
    given = [
        row(rule, params={field.name: filled[field.kind] for field in fields_of(rule)})
        for rule in rules()
    ]
    found = rows_of(given, [])
    assert len(validate_criteria(found)) == len(rules())
    params = {item["rule"]: item["params"] for item in found}
    assert params["role-years"]["role"] == ["销售", "店长", "导购"]
    assert (params["role-years"]["years"], params["availability"]["days"]) == (2.5, 30)


def test_an_unchanged_demand_keeps_its_own_name_and_a_changed_one_gets_a_fitting_one() -> None:
    same = row("skill", criterion_id="excel", params={"skill": "Excel", "level": ""})
    other = row("skill", criterion_id="excel", params={"skill": "Python", "level": "expert"})
    assert rows_of([same], KNOWN)[0]["label"] == KNOWN[0]["label"]
    assert rows_of([other], KNOWN)[0]["label"] == {"zh": "精通Python", "en": "Python (expert)"}


def test_a_row_that_is_not_kept_is_left_out_and_new_ones_get_ids_of_their_own() -> None:
    one, gone = row("skill", params={"skill": "SQL"}), row("degree")
    gone.pop("keep")
    found = rows_of([one, gone, dict(one)], KNOWN)
    assert [item["criterion_id"] for item in found] == ["skill-1", "skill-2"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (row("skill"), "params.skill"),
        (row("degree", params={"degree": "genius"}), "params.degree"),
        (row("experience-years", params={"years": "two"}), "params.years"),
        (row("experience-years", params={"years": "nan"}), "params.years"),
        (row("experience-years", params={"years": "1e999"}), "params.years"),
        (row("availability", params={"days": "1.5"}), "params.days"),
        (row("skill", params={"skill": "SQL"}, weight=""), "weight"),
        (row("skill", params={"skill": "SQL"}, importance="must"), "importance"),
        (row("astrology", params={"sign": "lion"}), "rule"),
    ],
)
def test_what_cannot_be_taken_is_told_by_row_and_field(given: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidCriterion) as problem:
        validate_criteria(rows_of([row("skill", params={"skill": "Go"}), given], []))
    assert (problem.value.detail["row"], problem.value.detail["field"]) == (2, field)
