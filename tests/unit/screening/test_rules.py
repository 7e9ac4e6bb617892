"""Findings: boundaries, what is unknown, and what must never matter."""

from datetime import date
from typing import Any

import pytest

from chalicelib.screening import reading
from chalicelib.screening.criteria import Finding, Verdict
from chalicelib.screening.document import Line
from chalicelib.screening.resume import read_facts
from chalicelib.screening.rules import decide, sought_by, validate_criteria
from chalicelib.screening.scoring import Group, fit_of
from infra.criteria import CRITERIA
from infra.resumes import generate

TODAY = date(2026, 9, 15)
WANTED = {slug: validate_criteria(rows) for slug, rows in CRITERIA.items()}
MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
LABEL = {"zh": "条件", "en": "criterion"}


def row(rule: str, **params: Any) -> dict[str, Any]:
    return {
        "criterion_id": "c",
        "rule": rule,
        "importance": "essential",
        "params": params,
        "label": LABEL,
        "weight": 10,
    }


def finding(text: str, rule: str, **params: Any) -> Finding:
    lines = tuple(Line(1, n, reading.clean(t)) for n, t in enumerate(text.splitlines(), 1))
    wanted = validate_criteria([row(rule, **params)])
    facts = read_facts(lines, today=TODAY, sought=sought_by(wanted))
    return decide(wanted, facts.qualifications)[0]


def verdict(text: str, rule: str, **params: Any) -> Verdict:
    return finding(text, rule, **params).verdict


def findings(content: bytes, slug: str) -> tuple[Finding, ...]:
    wanted = WANTED[slug]
    facts = read_facts(reading.read(content).lines, today=TODAY, sought=sought_by(wanted))
    return decide(wanted, facts.qualifications)


def python_post(span: str) -> str:
    head = f"工作经历\n{span}   云启软件有限公司   开发工程师"
    return f"{head}\n使用Python开发接口。\n专业技能\n熟练Python"


@pytest.mark.parametrize(
    ("span", "expected"),
    [("2020.01 - 2022.01", MET), ("2020.01 - 2021.12", NOT_MET), ("2020.01 - 2021.11", NOT_MET)],
)
def test_one_point_nine_years_fails_a_two_year_criterion(span: str, expected: Verdict) -> None:
    assert expected == verdict(python_post(span), "skill-years", skill="Python", years=2)
    assert expected == verdict(python_post(span), "experience-years", years=2)


def test_one_point_nine_years_in_words_fails_a_two_year_criterion() -> None:
    text = "个人优势\n1.9年Python开发经验\n专业技能\nPython"
    assert verdict(text, "skill-years", skill="Python", years=2) == NOT_MET
    assert verdict(text.replace("1.9", "2"), "skill-years", skill="Python", years=2) == MET


def test_a_claim_that_the_dates_do_not_bear_out_is_left_to_a_person() -> None:
    text = "个人优势\n5年Python开发经验\n" + python_post("2020.01 - 2021.01")
    assert verdict(text, "skill-years", skill="Python", years=2) == UNKNOWN


def test_bare_years_near_the_boundary_are_unknown() -> None:
    assert verdict(python_post("2020 - 2022"), "experience-years", years=2) == UNKNOWN
    assert verdict(python_post("2018 - 2022"), "experience-years", years=2) == MET


def test_internships_alone_leave_the_years_to_a_person() -> None:
    text = "工作经历\n2020.01 - 2023.01   邻里超市   销售实习生"
    assert verdict(text, "experience-years", years=2) == UNKNOWN


def test_flask_is_not_django() -> None:
    assert verdict("专业技能\n精通Flask", "skill", skill="Django") == NOT_MET


def test_django_shows_python_but_python_does_not_show_django() -> None:
    assert verdict("专业技能\n熟练Django", "skill", skill="Python", level="proficient") == MET
    assert verdict("专业技能\n熟练Python", "skill", skill="Django") == NOT_MET


def test_java_is_not_javascript() -> None:
    assert verdict("专业技能\nJavaScript", "skill", skill="Java") == NOT_MET


def test_not_familiar_with_python_is_not_a_match() -> None:
    found = finding("专业技能\n不熟悉Python", "skill", skill="Python")
    assert (found.verdict, found.evidence[0].text) == (NOT_MET, "不熟悉Python")


def test_a_contradiction_is_left_to_a_person() -> None:
    assert (
        verdict("专业技能\n熟练Python\n自我评价\n不熟悉Python", "skill", skill="Python") == UNKNOWN
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("精通Python", MET), ("熟练Python", MET), ("熟悉Python", NOT_MET), ("Python", UNKNOWN)],
)
def test_a_level_is_met_by_itself_or_a_higher_one(text: str, expected: Verdict) -> None:
    assert expected == verdict(f"专业技能\n{text}", "skill", skill="Python", level="proficient")


def test_two_years_of_use_show_proficiency_where_no_level_is_written() -> None:
    text = python_post("2020.01 - 2022.01").replace("熟练Python", "Python")
    assert verdict(text, "skill", skill="Python", level="proficient") == MET


def test_a_resume_that_names_no_skills_leaves_them_unknown() -> None:
    assert verdict("教育背景\n东湖大学   本科", "skill", skill="Python") == UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015.09 - 2019.06   东湖大学   软件工程   硕士", MET),
        ("2015.09 - 2019.06   东湖大学   软件工程   本科", MET),
        ("2015.09 - 2018.06   云浦学院   软件工程   大专", NOT_MET),
        ("2025.09 - 至今   东湖大学   软件工程   本科", UNKNOWN),
        ("2015.09 - 2019.06   东湖大学", UNKNOWN),
    ],
)
def test_a_degree_counts_when_it_is_completed(text: str, expected: Verdict) -> None:
    assert expected == verdict(f"教育背景\n{text}", "degree", degree="bachelor")


def test_role_years_count_posts_of_that_kind_only() -> None:
    shop, agency = (
        "2020.01 - 2021.01   邻里超市   导购员",
        "2018.01 - 2020.01   蓝鲸广告公司   文案专员",
    )
    text = f"工作经历\n{shop}\n{agency}"
    assert verdict(text, "role-years", role=["导购"], years=1) == MET
    assert verdict(text, "role-years", role=["导购"], years=2) == NOT_MET


def test_undated_projects_leave_the_years_unknown() -> None:
    assert verdict("项目经历\n订单平台\n负责开发，按期交付。", "project-years", years=2) == UNKNOWN


def test_dated_projects_count_overlaps_once() -> None:
    first, second = "订单平台   2020.01 - 2021.07", "会员平台   2020.06 - 2021.12"
    text = f"项目经历\n{first}\n负责开发。\n{second}\n负责开发。"
    assert verdict(text, "project-years", years=2) == NOT_MET


@pytest.mark.parametrize(
    ("text", "expected"),
    [("证书\nPMP", MET), ("证书\nCET-4", NOT_MET), ("专业技能\nPython", UNKNOWN)],
)
def test_a_certificate_is_met_not_met_or_unknown(text: str, expected: Verdict) -> None:
    assert expected == verdict(text, "certificate", certificate="PMP")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("语言能力\n英语（流利）", MET),
        ("语言能力\n英语（一般）", NOT_MET),
        ("语言能力\n日语（流利）", NOT_MET),
        ("语言能力\n英语", UNKNOWN),
        ("专业技能\nPython", UNKNOWN),
    ],
)
def test_a_language_is_compared_by_level(text: str, expected: Verdict) -> None:
    assert expected == verdict(text, "language", language="英语", level="familiar")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王伟\n现居：上海", MET),
        ("王伟\n现居：成都\n期望城市：上海", MET),
        ("王伟\n现居：成都\n期望城市：北京", NOT_MET),
        ("王伟\n现居：成都", UNKNOWN),
        ("王伟", UNKNOWN),
    ],
)
def test_living_elsewhere_without_a_wish_is_unknown(text: str, expected: Verdict) -> None:
    assert expected == verdict(text, "location", cities=["上海"])


def test_swapping_name_and_gender_changes_no_finding() -> None:
    text = "王伟\n性别：男   现居：上海\n电话：13800138000\n" + python_post("2020.01 - 2023.01")
    other = (
        text.replace("王伟", "李静")
        .replace("性别：男", "性别：女")
        .replace("13800138000", "13900139000")
    )
    slug = "python-developer"
    assert findings(text.encode(), slug) == findings(other.encode(), slug)


def test_repeating_keywords_gains_nothing() -> None:
    text = python_post("2020.01 - 2021.06") + "、MySQL"
    stuffed = text + "\n" + "Python " * 200 + "\n" + "MySQL、" * 200
    wanted = WANTED["python-developer"]
    plain, more = (findings(t.encode(), "python-developer") for t in (text, stuffed))
    assert fit_of(wanted, plain).fit_hundredths == fit_of(wanted, more).fit_hundredths
    assert [f.verdict for f in plain] == [f.verdict for f in more]


@pytest.mark.parametrize("sample", generate(31, 45), ids=lambda s: s.file_name)
def test_evidence_of_every_finding_is_a_quotation(sample: Any) -> None:
    texts = {(x.page, x.number): x.text for x in reading.read(sample.content).lines}
    found = findings(sample.content, sample.requisition_slug)
    assert [
        e for f in found for e in f.evidence if e.text != texts[e.page, e.line][e.start : e.end]
    ] == []
    assert [f.criterion_id for f in found if f.verdict is MET and not f.evidence] == []
    assert {("zh", "en")} == {tuple(f.reason) for f in found}


@pytest.mark.parametrize("kind", ["strong", "short", "lacking", "denied"])
def test_the_python_job_separates_the_strong_from_those_who_lack_an_essential(kind: str) -> None:
    samples = [s for s in generate(8, 54, ["python-developer"]) if s.truth["kind"] == kind]
    groups = {
        fit_of(WANTED[s.requisition_slug], findings(s.content, s.requisition_slug)).group
        for s in samples
    }
    expected = Group.ALL_ESSENTIAL_MET if kind == "strong" else Group.ESSENTIAL_NOT_MET
    assert {expected} == groups


def test_years_stand_before_what_they_were_spent_on() -> None:
    text = "Summary: basic knowledge of Tally and 6 years of experience in GST filing."
    assert verdict(text, "skill-years", skill="GST", years=5) == MET
    assert verdict(text, "skill-years", skill="Tally", years=5) == UNKNOWN
    assert verdict("Summary: 10 years of Python.", "skill-years", skill="Python", years=8) == MET
