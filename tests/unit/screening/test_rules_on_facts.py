"""Each rule on facts alone: where it is met, where not, and where a person must decide."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.screening.criteria import InvalidCriterion, Verdict
from chalicelib.screening.facts import (
    Availability,
    Degree,
    Language,
    Level,
    Qualifications,
    Relocation,
    Span,
    Stated,
    Work,
)
from chalicelib.screening.rules import RULES, validate_criteria
from tests.unit.screening.held import at, fact, finding, month, post, project, row, school, skill

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN


def held(**parts: Any) -> Qualifications:
    return Qualifications(**parts)


def knows(*names: str, level: Level = Level.UNSTATED) -> Qualifications:
    return held(skills=tuple(skill(name, level) for name in names))


def test_every_kind_of_demand_has_its_rule() -> None:
    assert set(RULES) == {
        "skill",
        "degree",
        "experience-years",
        "role-years",
        "skill-years",
        "project-years",
        "certificate",
        "language",
        "location",
        "availability",
    }


@pytest.mark.parametrize(
    ("own", "wanted", "expected"),
    [
        ("Flask", "Django", NOT_MET),
        ("Django", "Python", MET),
        ("Django REST Framework", "Python", MET),
        ("Python", "Django", NOT_MET),
        ("Java", "JavaScript", NOT_MET),
        ("JavaScript", "Java", NOT_MET),
        ("C", "C++", NOT_MET),
        ("C++", "C#", NOT_MET),
        ("透视表", "Excel", MET),
        ("VBA", "excel", MET),
        ("Spring Boot", "Java", MET),
        ("PostgreSQL", "SQL", MET),
        ("Kubernetes", "k8s", MET),
        ("叉车", "forklift", MET),
    ],
)
def test_a_skill_is_shown_by_itself_and_by_what_needs_it(
    own: str, wanted: str, expected: Verdict
) -> None:
    assert finding(knows(own), "skill", skill=wanted).verdict == expected


def test_a_resume_that_lists_no_skills_leaves_a_skill_unknown() -> None:
    passing = replace(skill("团队管理"), listed=False)
    assert finding(held(skills=(passing,)), "skill", skill="Excel").verdict == UNKNOWN
    assert finding(held(sections=("skills",)), "skill", skill="Excel").verdict == NOT_MET


def test_one_of_the_alternatives_is_enough() -> None:
    asked = {"skill": "MySQL", "alternatives": ["PostgreSQL", "Oracle"]}
    assert finding(knows("PostgreSQL"), "skill", **asked).verdict == MET
    none = finding(knows("Redis"), "skill", **asked)
    assert (none.verdict, "MySQL or PostgreSQL" in none.reason["en"]) == (NOT_MET, True)


def test_a_denial_is_not_met_and_beside_a_mention_unknown() -> None:
    denied = held(skills=(skill("Python", denied="不熟悉Python", mentioned=False),))
    both = held(skills=(skill("Python", denied="不熟悉Python"),))
    assert finding(denied, "skill", skill="Python").verdict == NOT_MET
    assert finding(denied, "skill", skill="Python").evidence[0].text == "不熟悉Python"
    assert finding(both, "skill", skill="Python").verdict == UNKNOWN


def test_a_skill_that_is_denied_shows_nothing_else() -> None:
    own = held(skills=(skill("Django", denied="不会Django"), skill("Redis")))
    assert finding(own, "skill", skill="Python").verdict == NOT_MET


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (Level.EXPERT, MET),
        (Level.PROFICIENT, MET),
        (Level.FAMILIAR, NOT_MET),
        (Level.BASIC, NOT_MET),
        (Level.UNSTATED, UNKNOWN),
    ],
)
def test_levels_rise_from_basic_to_expert(level: Level, expected: Verdict) -> None:
    found = finding(knows("Python", level=level), "skill", skill="Python", level="proficient")
    assert found.verdict == expected


def test_two_years_of_dated_use_show_proficiency_but_bare_years_do_not() -> None:
    own = replace(knows("Python"), work=(post("2020.01-2022.01", skills=("Python",)),))
    loose = replace(own, work=(post("2020.01-2022.01", skills=("Python",), exact=False),))
    asked = {"skill": "Python", "level": "proficient"}
    assert finding(own, "skill", **asked).verdict == MET
    assert finding(loose, "skill", **asked).verdict == UNKNOWN
    assert finding(own, "skill", skill="Python", level="expert").verdict == UNKNOWN


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("2020.01-2022.01", MET),
        ("2020.01-2021.12", NOT_MET),
        ("2020.01-2021.11", NOT_MET),
        ("2020.02-2022.01", NOT_MET),
    ],
)
def test_exactly_twenty_four_months_are_two_years(dates: str, expected: Verdict) -> None:
    own = replace(knows("Python"), work=(post(dates, "工程师", skills=("Python",)),))
    assert finding(own, "experience-years", years=2).verdict == expected
    assert finding(own, "skill-years", skill="Python", years=2).verdict == expected
    assert finding(own, "role-years", role=["工程师"], years=2).verdict == expected


def test_one_point_nine_years_in_words_fail_two() -> None:
    own = replace(knows("Python"), stated=(Stated("Python", 22, at("1.9年Python经验")),))
    assert finding(own, "skill-years", skill="Python", years=2).verdict == NOT_MET


def test_overlapping_posts_count_once() -> None:
    own = held(work=(post("2020.01-2021.06"), post("2020.06-2021.12")))
    assert finding(own, "experience-years", years=2).verdict == NOT_MET
    apart = held(work=(post("2020.01-2021.01"), post("2021.01-2022.01")))
    assert finding(apart, "experience-years", years=2).verdict == MET


@pytest.mark.parametrize(
    ("dates", "expected"),
    [("2020.01-2022.01", UNKNOWN), ("2020.01-2023.01", MET), ("2020.01-2021.01", NOT_MET)],
)
def test_bare_years_leave_eleven_months_open(dates: str, expected: Verdict) -> None:
    own = held(work=(post(dates, exact=False),))
    assert finding(own, "experience-years", years=2).verdict == expected


def test_a_post_held_until_today_ends_today_however_its_beginning_is_written() -> None:
    today = month("2026.11")
    own = held(work=(Work(at("2019 - Present"), span=Span(month("2019.01"), today, False, True)),))
    assert finding(own, "experience-years", years=8).verdict == NOT_MET
    assert finding(own, "experience-years", years=7).verdict == UNKNOWN
    assert finding(own, "experience-years", years=6).verdict == MET


def test_an_undated_post_leaves_short_years_to_a_person() -> None:
    own = held(work=(post("2020.01-2021.01"), post(None, "导购")))
    assert finding(own, "experience-years", years=2).verdict == UNKNOWN


def test_a_post_without_a_title_leaves_the_kind_to_a_person() -> None:
    own = held(work=(post("2020.01-2021.01", "导购"), post("2018.01-2020.01")))
    assert finding(own, "role-years", role=["导购"], years=2).verdict == UNKNOWN
    assert (
        finding(
            held(work=(post("2018.01-2020.01", "会计"),)), "role-years", role=["导购"], years=1
        ).verdict
        == NOT_MET
    )


def test_latin_role_words_begin_where_a_word_begins() -> None:
    own = held(work=(post("2018.01-2020.01", "Wholesaler"),))
    assert finding(own, "role-years", role=["sale"], years=1).verdict == NOT_MET


INTERN = held(
    work=(post("2020.01-2021.07", "工程师"), post("2019.01-2019.07", "工程师", internship=True))
)


@pytest.mark.parametrize(
    ("setting", "expected"), [("counted", MET), ("not-counted", NOT_MET), (None, UNKNOWN)]
)
@pytest.mark.parametrize("rule", ["experience-years", "role-years", "skill-years"])
def test_an_internship_counts_as_hr_sets_it(
    setting: str | None, expected: Verdict, rule: str
) -> None:
    named = tuple(replace(p, skills=(fact("Python"),)) for p in INTERN.work)
    own = replace(INTERN, work=named, skills=(skill("Python"),))
    params: dict[str, Any] = {"years": 2, **({"internships": setting} if setting else {})}
    params |= {"role-years": {"role": ["工程师"]}, "skill-years": {"skill": "Python"}}.get(rule, {})
    assert finding(own, rule, **params).verdict == expected


def test_only_internships_that_do_not_count_are_no_years() -> None:
    own = held(work=(post("2018.01-2021.01", internship=True),))
    assert finding(own, "experience-years", years=2).verdict == UNKNOWN
    assert finding(own, "experience-years", years=2, internships="not-counted").verdict == NOT_MET
    assert finding(own, "experience-years", years=2, internships="counted").verdict == MET


def test_projects_count_overlaps_once_and_undated_ones_leave_them_open() -> None:
    dated = held(projects=(project("2020.01-2021.07"), project("2020.06-2021.12")))
    assert finding(dated, "project-years", years=2).verdict == NOT_MET
    assert finding(held(projects=(project(None),)), "project-years", years=2).verdict == UNKNOWN
    named = replace(knows("Python"), projects=(project("2020.01-2022.01", "Django"),))
    assert finding(named, "project-years", years=2, skill="Python").verdict == MET


@pytest.mark.parametrize(
    ("schools", "expected"),
    [
        ((school(Degree.BACHELOR),), MET),
        ((school(Degree.MASTER),), MET),
        ((school(Degree.ASSOCIATE),), NOT_MET),
        ((school(Degree.BACHELOR, completed=False),), UNKNOWN),
        ((school(Degree.BACHELOR, completed=False), school(Degree.ASSOCIATE)), UNKNOWN),
        ((school(Degree.MASTER, completed=False), school(Degree.BACHELOR)), MET),
        ((), UNKNOWN),
    ],
)
def test_a_degree_counts_when_it_is_completed(schools: Any, expected: Verdict) -> None:
    assert finding(held(education=schools), "degree", degree="bachelor").verdict == expected


@pytest.mark.parametrize(
    ("stated", "wanted", "expected"),
    [
        ("CET-6", "CET-6", MET),
        ("大学英语六级", "CET-6", MET),
        ("英语六级（520分）", "CET-4", MET),
        ("CET-4", "CET-6", NOT_MET),
        ("PMP项目管理专业人士", "pmp", MET),
        ("中级会计师", "初级会计职称", MET),
        ("financial modelling", "CIA", NOT_MET),
        ("C1驾照", "驾驶证", MET),
        ("forklift licence", "叉车证", MET),
        ("公司内部讲师", "公司内部讲师", MET),
    ],
)
def test_a_certificate_is_known_by_each_way_of_writing(
    stated: str, wanted: str, expected: Verdict
) -> None:
    own = held(certificates=(fact(stated),), sections=("certificates",))
    assert finding(own, "certificate", certificate=wanted).verdict == expected


def test_a_resume_without_a_list_of_certificates_leaves_them_unknown() -> None:
    assert finding(held(), "certificate", certificate="PMP").verdict == UNKNOWN


@pytest.mark.parametrize(
    ("test", "level", "expected"),
    [
        ("CET-6", "proficient", MET),
        ("CET-4", "proficient", NOT_MET),
        ("CET-4", "familiar", MET),
        ("雅思 6.5", "proficient", MET),
        ("IELTS 5.5", "proficient", NOT_MET),
        ("托福 95", "proficient", MET),
        ("专八", "expert", MET),
    ],
)
def test_a_language_test_shows_a_level(test: str, level: str, expected: Verdict) -> None:
    own = held(certificates=(fact(test),))
    assert finding(own, "language", language="English", level=level).verdict == expected


@pytest.mark.parametrize("test", ["IELTS", "托福", "TOEFL 2019", "托业（2021年）"])
def test_a_language_test_without_its_score_shows_the_language_and_no_level(test: str) -> None:
    own = held(certificates=(fact(test),))
    assert finding(own, "language", language="英语").verdict == MET
    assert finding(own, "language", language="英语", level="proficient").verdict == UNKNOWN
    assert finding(own, "certificate", certificate="PMP").verdict == UNKNOWN


def test_the_higher_of_word_and_test_counts() -> None:
    own = held(
        languages=(Language("英语", Level.BASIC, at("英语一般")),), certificates=(fact("CET-6"),)
    )
    assert finding(own, "language", language="英语", level="proficient").verdict == MET


def test_languages_listed_without_the_one_asked_for_do_not_meet_it() -> None:
    own = held(languages=(Language("日语", Level.EXPERT, at("日语")),), sections=("languages",))
    assert finding(own, "language", language="英语").verdict == NOT_MET
    assert finding(held(), "language", language="英语").verdict == UNKNOWN


def test_two_languages_in_one_line_are_a_list_and_one_alone_is_none() -> None:
    both = (
        Language("普通话", Level.UNSTATED, at("语言")),
        Language("日语", Level.BASIC, at("语言")),
    )
    assert finding(held(languages=both), "language", language="英语").verdict == NOT_MET
    assert finding(held(languages=both[:1]), "language", language="英语").verdict == UNKNOWN


@pytest.mark.parametrize(
    ("own", "params", "expected"),
    [
        (held(city=fact("上海")), {}, MET),
        (held(city=fact("Shanghai")), {}, MET),
        (held(city=fact("成都")), {}, UNKNOWN),
        (held(city=fact("成都"), desired_cities=(fact("北京"),)), {}, NOT_MET),
        (held(city=fact("成都"), desired_cities=(fact("上海"),)), {}, MET),
        (held(city=fact("成都"), relocation=Relocation(True, at("可异地"))), {}, UNKNOWN),
        (
            held(city=fact("成都"), relocation=Relocation(True, at("可异地"))),
            {"relocation": True},
            MET,
        ),
        (
            held(city=fact("成都"), relocation=Relocation(False, at("不外派"))),
            {"relocation": True},
            NOT_MET,
        ),
        (held(), {"relocation": True}, UNKNOWN),
    ],
)
def test_a_place_is_met_by_home_wish_or_readiness_to_move(
    own: Qualifications, params: dict[str, Any], expected: Verdict
) -> None:
    assert finding(own, "location", cities=["上海"], **params).verdict == expected


def test_a_province_asked_for_is_met_by_its_cities() -> None:
    assert finding(held(city=fact("苏州")), "location", cities=["江苏省"]).verdict == MET


@pytest.mark.parametrize(("days", "expected"), [(0, MET), (7, MET), (8, NOT_MET), (None, UNKNOWN)])
def test_a_start_is_compared_in_days(days: int | None, expected: Verdict) -> None:
    own = held(availability=Availability(days, at("到岗")) if days is not None else None)
    assert finding(own, "availability", days=7).verdict == expected


@pytest.mark.parametrize(
    ("rule", "params", "field"),
    [
        ("availability", {"days": -1}, "params.days"),
        ("availability", {"days": True}, "params.days"),
        ("location", {"cities": ["上海"], "relocation": "yes"}, "params.relocation"),
        ("experience-years", {"years": 2, "internships": "maybe"}, "params.internships"),
        ("skill", {"skill": "Python", "alternatives": "Java"}, "params.alternatives"),
        ("skill", {"skill": "Python", "level": "unstated"}, "params.level"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_named(
    rule: str, params: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidCriterion) as problem:
        validate_criteria([row(rule, **params)])
    assert problem.value.detail["field"] == field


@pytest.mark.parametrize("name", ["skill", "degree", "certificate", "language", "location"])
def test_nothing_is_met_without_a_quotation(name: str) -> None:
    asked = {
        "skill": {"skill": "Python"},
        "degree": {"degree": "bachelor"},
        "certificate": {"certificate": "CET-4"},
        "language": {"language": "英语"},
        "location": {"cities": ["上海"]},
    }[name]
    own = held(
        city=fact("上海"),
        skills=(skill("Django"),),
        education=(school(Degree.BACHELOR),),
        certificates=(fact("CET-6"),),
    )
    found = finding(own, name, **asked)
    assert (found.verdict, bool(found.evidence)) == (MET, True)
    assert set(found.reason) == {"zh", "en"}


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Sr. HR Advisor", "hr adviser"),
        ("Asst. Store Mgr", "assistant store manager"),
        ("Front-end Developer", "frontend developer"),
        ("数据 分析师", "数据分析师"),
    ],
)
def test_a_title_is_compared_in_full_words_and_one_spelling(title: str, word: str) -> None:
    own = held(work=(post("2020.01-2024.01", title),))
    assert finding(own, "role-years", role=[word], years=3).verdict == MET
