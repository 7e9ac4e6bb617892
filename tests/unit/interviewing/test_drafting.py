from dataclasses import replace
from typing import Any

import pytest

from chalicelib.foundation.messages import both
from chalicelib.foundation.values import dump
from chalicelib.interviewing import drafting
from chalicelib.interviewing.bank import QUESTIONS
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.differences import Change, differences
from chalicelib.interviewing.library import WEIGHTS, starting_model
from chalicelib.interviewing.unfinished import finished, problems


def plain(family: str = "retail-sales") -> list[dict[str, Any]]:
    return drafting.tidy(dump(starting_model(family))["dimensions"])


def reasons(dimensions: list[dict[str, Any]]) -> set[str]:
    found = problems(dimensions, QUESTIONS)
    assert all(both(f"model.problem.{item.reason}", **item.detail) for item in found)
    return {item.reason for item in found}


@pytest.mark.parametrize("family", sorted(WEIGHTS))
def test_a_draft_of_a_model_is_that_model_again(family: str) -> None:
    model = starting_model(family)
    assert problems(plain(family), QUESTIONS) == ()
    made: CompetencyModel = finished(family, plain(family), model.note)
    assert made == replace(model, version=0)
    assert differences(dump(model)["dimensions"], plain(family)) == ()


def form_of(dimension: dict[str, Any]) -> dict[str, Any]:
    """A dimension as the editor's form sends it."""
    return {
        "key": dimension["key"],
        "name": dimension["name"],
        "definition": dimension["definition"],
        "weight": str(dimension["weight"]),
        "anchors": {str(n): anchor for n, anchor in enumerate(dimension["anchors"])},
        "indicators": {
            str(n): {
                "key": item["key"],
                "name": item["name"],
                "wordings": {x: "、".join(item["wordings"][x]) for x in ("zh", "en")},
            }
            for n, item in enumerate(dimension["indicators"])
        },
        "terms": {x: drafting.term_lines(dimension, x) for x in ("zh", "en")},
    }


def test_what_the_editor_shows_comes_back_as_the_same_draft() -> None:
    sent = {str(n): form_of(item) for n, item in enumerate(plain())}
    assert drafting.tidy(sent) == plain()


def test_a_term_is_written_with_its_synonyms_on_one_line() -> None:
    read = drafting.tidy([{"terms": {"zh": "转化率 ＝ 成单率、转换率\n\n 留存", "en": "lead"}}])[0]
    assert read["key_terms"] == {"zh": ["转化率", "留存"], "en": ["lead"]}
    assert read["synonyms"] == {"zh": {"转化率": ["成单率", "转换率"]}, "en": {}}


@pytest.mark.parametrize(
    "rubbish",
    [
        None,
        "x",
        3,
        [1, "a"],
        {"x": {}},
        [{"anchors": "x", "terms": 3, "indicators": {"0": {"wordings": 1, "name": "x"}}}],
        [{"key_terms": "x", "synonyms": {"zh": 3}, "name": 7, "weight": "-3"}],
    ],
)
def test_what_is_no_draft_is_read_as_an_empty_one(rubbish: Any) -> None:
    assert all(len(item["anchors"]) == 5 for item in drafting.tidy(rubbish))


def test_a_key_is_made_from_the_english_name() -> None:
    read = drafting.tidy([{"name": {"zh": "服务补救", "en": "Service recovery!"}}])[0]
    assert read["key"] == "service_recovery"
    assert drafting.slug("5S 管理") == ""


def test_an_empty_draft_says_that_it_rates_nothing() -> None:
    assert reasons([]) == {"no-dimensions"}


def changed(**change: Any) -> list[dict[str, Any]]:
    first, *others = plain()
    return [first | change, *others]


FIRST = plain()[0]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"weight": 29}, "weights-total"),
        ({"weight": 0}, "weight-missing"),
        ({"name": {"zh": "需求", "en": ""}}, "name-missing"),
        ({"definition": {"zh": "", "en": "x"}}, "definition-missing"),
        ({"anchors": [*FIRST["anchors"][:4], {"zh": "", "en": ""}]}, "anchor-missing"),
        ({"anchors": [*FIRST["anchors"][:4], FIRST["anchors"][0]]}, "anchors-alike"),
        ({"definition": {"zh": "长" * 401, "en": "x"}}, "text-long"),
        ({"indicators": []}, "no-indicators"),
        ({"indicators": FIRST["indicators"] * 3}, "too-many-indicators"),
        ({"indicators": FIRST["indicators"][:1] * 2}, "indicator-twice"),
        (
            {"indicators": [FIRST["indicators"][0] | {"wordings": {"zh": [], "en": ["x"]}}]},
            "indicator-incomplete",
        ),
        (
            {
                "indicators": [
                    FIRST["indicators"][0] | {"wordings": {"zh": ["问" * 61], "en": ["x"]}}
                ]
            },
            "wording-long",
        ),
        ({"key_terms": {"zh": [], "en": ["need"]}}, "no-terms"),
        ({"key_terms": {"zh": [str(n) for n in range(61)], "en": ["x"]}}, "too-many-terms"),
        ({"synonyms": {"zh": {"需求": ["预算"]}, "en": {}}}, "term-twice"),
        ({"key": "punctuality"}, "no-question"),
        ({"key": "teamwork"}, "dimension-twice"),
    ],
)
def test_each_thing_that_is_wrong_is_told(change: dict[str, Any], reason: str) -> None:
    assert reason in reasons(changed(**change))


def test_more_than_twelve_dimensions_are_too_many() -> None:
    assert "too-many-dimensions" in reasons(plain() * 3)


def test_the_editor_adds_and_takes_away_one_step_at_a_time() -> None:
    added = drafting.step(plain(), "add:problem_solving")
    assert added[-1]["key"] == "problem_solving"
    assert added[-1]["weight"] == 0
    assert drafting.step(added, "remove:5") == plain()
    assert len(drafting.step(plain(), "add:")) == 6
    assert drafting.step(plain(), "remove:99") == plain()
    assert drafting.step(plain(), "anything") == plain()
    more = drafting.step(plain(), "indicator:0")
    assert len(more[0]["indicators"]) == len(plain()[0]["indicators"]) + 1


@pytest.mark.parametrize(
    ("given", "balanced"),
    [
        ([30, 30], [50, 50]),
        ([1, 1, 1], [34, 33, 33]),
        ([0, 0], [50, 50]),
        ([900, 1], [99, 1]),
        ([30, 25, 20, 15, 10, 0], [29, 25, 20, 15, 10, 1]),
        ([], []),
    ],
)
def test_weights_are_brought_to_a_hundred(given: list[int], balanced: list[int]) -> None:
    found = drafting.balanced(given)
    assert found == balanced
    assert sum(found) in (0, 100)


def test_what_changed_is_told_field_by_field() -> None:
    old, new = plain(), plain()
    new[0]["weight"], new[1]["weight"] = 25, 30
    new[0]["anchors"][4] = {"zh": "新的五级", "en": "A new five"}
    new[0]["key_terms"] = {"zh": ["需求"], "en": new[0]["key_terms"]["en"]}
    new[0]["indicators"] = new[0]["indicators"][1:]
    del new[4]
    new.append(drafting.step([], "add:problem_solving")[0])
    told = [(d.dimension, d.change, d.field, d.detail) for d in differences(old, new)]
    assert told[:5] == [
        ("customer_need_discovery", Change.CHANGED, "weight", ""),
        ("customer_need_discovery", Change.CHANGED, "anchor", "5"),
        ("customer_need_discovery", Change.REMOVED, "indicator", "probe"),
        ("customer_need_discovery", Change.REMOVED, "terms", "zh"),
        ("stress_tolerance", Change.CHANGED, "weight", ""),
    ]
    assert ("learning", Change.REMOVED, "dimension", "") in told
    assert ("problem_solving", Change.ADDED, "dimension", "") in told
    weight = differences(old, new)[0]
    assert (weight.before["zh"], weight.after["zh"]) == ("30%", "25%")
