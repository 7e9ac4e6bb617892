"""What is read of answers and résumés, and what never is."""

import json

import pytest

from chalicelib.calibration.comparing import Source
from chalicelib.calibration.traits import Said, of_answers, of_facts, shown
from chalicelib.foundation.values import dump
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.scoring import rate
from tests.unit.interviewing import told

NEED = DIMENSIONS["customer_need_discovery"]
WORDINGS = {
    f"{NEED.key}.{one.key}": [words for x in ("zh", "en") for words in one.wordings[x]]
    for one in NEED.indicators
}


def said(answer: str) -> Said:
    return Said(NEED.key, dump(rate(answer, NEED, "zh")))


def test_behaviours_are_ticked_of_those_who_told_them_and_denials_are_a_no():
    people = {f"did{n}": [said(told.STRONG_ZH)] for n in range(6)}
    people |= {f"denied{n}": [said(told.NEGATED_ZH)] for n in range(6)}

    found = [each for each in of_answers(people, WORDINGS) if "." in each.key and each.yes_no]

    assert found
    for trait in found:
        assert trait.source is Source.BEHAVIOUR
        assert {who for who, yes in trait.values.items() if yes} == {f"did{n}" for n in range(6)}
        assert len(trait.values) == 12


def test_what_was_supposed_or_done_by_others_ticks_nothing():
    people = {f"p{n}": [said(told.HYPOTHETICAL_ZH)] for n in range(6)}

    assert [each for each in of_answers(people, WORDINGS) if each.yes_no] == []


def test_who_was_not_asked_about_a_dimension_is_no_no():
    people = {f"did{n}": [said(told.STRONG_ZH)] for n in range(6)}
    people["other"] = [Said("teamwork", people["did0"][0].rating)]

    need = [each for each in of_answers(people, WORDINGS) if each.key.startswith(NEED.key)]

    assert need
    assert all("other" not in each.values for each in need)


def test_parts_are_the_share_of_answers_that_tell_them():
    found = {each.key: each for each in of_answers({"p": [said(told.STRONG_ZH)]}, WORDINGS)}

    assert found["star.R"].values == {"p": 1.0}
    assert not found["star.R"].yes_no


def test_stuffed_key_terms_are_no_trait():
    people = {f"p{n}": [said(told.STUFFED_ZH)] for n in range(6)}

    assert [each for each in of_answers(people, WORDINGS) if "#" in each.key] == []


def resume(skill="Excel", years=3):
    line = {"page": 1, "line": 1, "start": 0, "end": 1, "text": "x"}
    return {
        "city": {"value": "杭州", "source": line},
        "education": [{"school": {"value": "浙江大学", "source": line}, "degree": 3,
                       "major": {"value": "会计", "source": line}, "completed": True}],
        "work": [
            {"employer": {"value": "某公司", "source": line}, "internship": False,
             "span": {"start": 24000, "end": 24000 + 12 * years}},
            {"internship": True, "span": {"start": 23000, "end": 23006}},
        ],
        "skills": [{"name": skill, "level": 2, "mentions": [line], "denials": []},
                   {"name": "Python", "level": 0, "mentions": [], "denials": [line]}],
        "certificates": [{"value": "CET-6", "source": line}],
        "languages": [{"name": "English", "level": 2, "source": line}],
        "salary": {"low": 9000, "high": 9000, "currency": "CNY", "source": line},
    }  # fmt: skip


def test_facts_are_years_degree_certificates_and_skills():
    found = {each.key: each for each in of_facts({f"p{n}": resume() for n in range(6)})}

    assert set(found) == {
        "years_of_work", "longest_post", "degree", "certificates",
        "skill:Excel", "certificate:CET-6",
    }  # fmt: skip
    assert found["years_of_work"].values["p0"] == 3.0
    assert found["degree"].values["p0"] == 3.0


def test_school_employer_city_pay_and_language_are_never_read():
    plain = json.dumps([dump(each) for each in of_facts({f"p{n}": resume() for n in range(6)})],
                       ensure_ascii=False)  # fmt: skip

    for guarded in ("浙江大学", "某公司", "杭州", "会计", "9000", "English"):
        assert guarded not in plain


def test_a_skill_that_four_people_have_might_tell_who_they_are():
    people = {f"p{n}": resume("Excel" if n < 4 else "Word") for n in range(9)}

    assert "skill:Excel" not in {each.key for each in of_facts(people)}


def test_a_denied_skill_is_not_held():
    assert "skill:Python" not in {e.key for e in of_facts({f"p{n}": resume() for n in range(9)})}


@pytest.mark.parametrize(
    ("clause", "ticked"),
    [
        ("我三天后打电话回访", True),
        ("没有回访", False),
        ("我从不跟进", False),
        ("我不仅回访，还写成卡片", True),
        ("I followed up after 3 days", True),
        ("I never followed up", False),
        ("I didn't follow up", False),
    ],
)
def test_a_denial_right_before_a_behaviour_shows_nothing(clause, ticked):
    rating = {"behaviours": ["follow"], "quotes": [{"quote": clause, "credited": True}]}

    assert bool(shown(Said(NEED.key, rating), WORDINGS)) is ticked
