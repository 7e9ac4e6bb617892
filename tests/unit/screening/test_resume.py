"""Lines to facts: everything stated is found, nothing is invented, every quotation is real."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chalicelib.foundation.values import dump
from chalicelib.screening import reading
from chalicelib.screening.document import Line
from chalicelib.screening.facts import Degree, Level, ResumeFacts, Sought, Span, months_covered
from chalicelib.screening.resume import read_facts
from infra.resumes import generate

TODAY = date(2026, 9, 15)
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "resumes"
SHARED_FILES = sorted((SHARED / "files").glob("*")) if SHARED.is_dir() else []
SAMPLES = generate(2027, 147)


def lines_of(text: str) -> tuple[Line, ...]:
    return tuple(Line(1, n, reading.clean(t)) for n, t in enumerate(text.strip().splitlines(), 1))


def facts_of(text: str, look_for: tuple[str, ...] = ()) -> ResumeFacts:
    return read_facts(lines_of(text), today=TODAY, sought=Sought(skills=look_for))


def sources(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if set(value) == {"page", "line", "start", "end", "text"}:
            yield value
        else:
            for part in value.values():
                yield from sources(part)
    elif isinstance(value, list):
        for part in value:
            yield from sources(part)


def stated(facts: ResumeFacts) -> dict[str, Any]:
    own, held = facts.contact, facts.qualifications
    return {
        "name": own.name.value if own.name else None,
        "phones": [p.value for p in own.phones],
        "emails": [e.value for e in own.emails],
        "city": held.city.value if held.city else None,
        "education": [
            (
                e.school and e.school.value,
                e.major and e.major.value,
                e.degree and e.degree.name.lower(),
            )
            for e in held.education
        ],
        "work": [
            (w.employer and w.employer.value, w.title and w.title.value, w.span and w.span.months)
            for w in held.work
        ],
        "total_months": months_covered(tuple(w.span for w in held.work if w.span)),
        "denied": sorted(s.name for s in held.skills if s.denials),
    }


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.file_name)
def test_every_truth_of_a_generated_file_is_found_and_nothing_is_invented(sample: Any) -> None:
    truth = sample.truth
    facts = read_facts(reading.read(sample.content).lines, today=TODAY)
    expected = {
        "name": truth["name"],
        "phones": [truth["phone"]] if truth["phone"] else [],
        "emails": [truth["email"]],
        "city": truth["city"],
        "education": [(truth["school"], truth["major"], truth["degree"])],
        "work": [(w["employer"], w["title"], w["months"]) for w in truth["work"]],
        "total_months": truth["total_months"],
        "denied": truth["denied"],
    }
    assert expected == stated(facts)
    named = {s.name for s in facts.qualifications.skills if s.mentions}
    assert set(truth["skills"]) <= named <= set(truth["skills_in_text"])


@pytest.mark.parametrize("sample", SAMPLES[:63], ids=lambda s: s.file_name)
def test_every_quotation_stands_in_the_file_where_it_says(sample: Any) -> None:
    lines = reading.read(sample.content).lines
    texts = {(line.page, line.number): line.text for line in lines}
    quotes = list(sources(dump(read_facts(lines, today=TODAY))))
    assert quotes
    assert [
        q for q in quotes if q["text"] != texts[q["page"], q["line"]][q["start"] : q["end"]]
    ] == []


@pytest.mark.parametrize("path", SHARED_FILES, ids=lambda p: p.name)
def test_a_file_of_the_shared_collection_is_read_as_its_truth_says(path: Path) -> None:
    truth = json.loads((SHARED / "truth.json").read_text("utf-8"))[path.name]
    found = stated(read_facts(reading.read(path.read_bytes()).lines, today=TODAY))
    degrees = {"大专": "associate", "本科": "bachelor", "硕士": "master", "博士": "doctorate"}
    assert truth["name"] == found["name"]
    assert [truth["phone"]] == found["phones"]
    assert [truth["email"]] == found["emails"]
    assert [degrees[e["degree"]] for e in truth["education"]] == [e[2] for e in found["education"]]
    assert [w["months"] for w in truth["work"]] == [w[2] for w in found["work"]]


def test_a_resume_without_a_name_states_no_name() -> None:
    assert facts_of("高级经理\n电话：13800138000\n工作经历\n").contact.name is None


def test_a_heading_is_not_taken_for_a_name() -> None:
    facts = facts_of("个人简历\n求职意向：导购\n姓名：欧阳 静\n电话：13800138000")
    assert (facts.contact.name and facts.contact.name.value) == "欧阳静"


def test_dates_are_not_taken_for_telephone_numbers() -> None:
    facts = facts_of("王伟\n工作经历\n2016.07-2018.09   邻里超市   店员\n身份证 110101199003071234")
    assert facts.contact.phones == ()


def test_a_foreign_number_is_kept_with_its_country_code() -> None:
    facts = facts_of("Wei Li\nPhone: +44 20 7946 0018\nEducation")
    assert [p.value for p in facts.contact.phones] == ["+442079460018"]


def test_overlapping_posts_count_once() -> None:
    assert months_covered((Span(0, 24), Span(12, 30))) == 30


def test_to_date_means_the_day_of_reading() -> None:
    facts = facts_of("工作经历\n2024.09 - 至今   邻里超市   店员")
    assert months_covered(tuple(w.span for w in facts.qualifications.work if w.span)) == 24


def test_a_span_in_bare_years_says_that_it_is_not_exact() -> None:
    [post] = facts_of("Work Experience\n2018 - 2020 | Linli Stores | Cashier").qualifications.work
    assert post.span == Span(2018 * 12, 2020 * 12, exact=False)


def test_a_dated_project_keeps_its_name_and_months() -> None:
    [project] = facts_of(
        "项目经历\n订单中心重构   2021.01 - 2022.03\n使用Python开发。"
    ).qualifications.projects
    assert (project.name, project.span.months if project.span else None) == ("订单中心重构", 14)


def test_a_degree_still_going_on_is_not_completed() -> None:
    [school] = facts_of(
        "教育背景\n2024.09 - 至今   东湖大学   软件工程   本科"
    ).qualifications.education
    assert (school.degree, school.completed) == (Degree.BACHELOR, False)


def test_a_degree_in_the_header_is_found() -> None:
    [school] = facts_of("王伟\n学历：大专\n工作经历").qualifications.education
    assert school.degree == Degree.ASSOCIATE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("熟练掌握Python、Django，熟悉MySQL。", {"Python": 3, "Django": 3, "MySQL": 2}),
        ("Python（精通）、Docker（了解）", {"Python": 4, "Docker": 1}),
        ("Python: 熟练", {"Python": 3}),
        (
            "Proficient in Python and Django; familiar with Redis.",
            {"Python": 3, "Django": 3, "Redis": 2},
        ),
        ("Python, Django", {"Python": 0, "Django": 0}),
        ("使用Excel分析", {"Excel": 0}),
        ("JavaScript、C++", {"JavaScript": 0, "C++": 0}),
        ("邮箱：python@example.com", {}),
    ],
)
def test_a_skill_has_the_level_that_its_words_give(text: str, expected: dict[str, int]) -> None:
    skills = facts_of(f"专业技能\n{text}").qualifications.skills
    assert expected == {s.name: int(s.level) for s in skills}


@pytest.mark.parametrize(
    "text",
    [
        "不熟悉Python", "不太熟悉 Python", "未接触过Python", "没有使用过Python", "Python：不熟悉",
        "无Python经验", "希望学习Python", "not familiar with Python", "No experience with Python",
        "I have never used Python", "unfamiliar with Python", "不精通Python",
    ],
)  # fmt: skip
def test_a_denied_skill_is_no_mention(text: str) -> None:
    [skill] = facts_of(f"专业技能\n{text}").qualifications.skills
    assert skill.mentions == ()
    assert "python" in skill.denials[0].text.lower()


def test_a_denial_reaches_along_a_list_and_stops_at_the_comma() -> None:
    skills = facts_of("专业技能\n不熟悉Python、Django，熟悉Java").qualifications.skills
    held = {s.name: (bool(s.mentions), bool(s.denials)) for s in skills}
    assert held == {"Python": (False, True), "Django": (False, True), "Java": (True, False)}


def test_the_wanted_post_is_not_a_skill() -> None:
    assert facts_of("求职意向\nPython开发工程师").qualifications.skills == ()


def test_a_skill_that_the_lexicon_lacks_is_found_when_it_is_asked_for() -> None:
    [skill] = facts_of("自我评价\n熟练 Zephyr Desk", ("Zephyr Desk",)).qualifications.skills
    assert (skill.name, skill.level) == ("Zephyr Desk", Level.PROFICIENT)


def test_a_certificate_still_prepared_for_is_none() -> None:
    assert facts_of("证书\n备考PMP").qualifications.certificates == ()


def test_age_and_marriage_are_read_nowhere_and_gender_only_into_the_guarded_part() -> None:
    facts = facts_of("王伟\n性别：女   年龄：35   已婚已育\n电话：13800138000\n专业技能\nPython")
    open_to_all = dump(facts) | {"protected": None}
    kept = json.dumps(open_to_all, ensure_ascii=False)
    assert not [word for word in ("女", "35", "已婚") if word in kept]
    assert facts.protected.gender
    assert facts.protected.gender.value == "female"


def test_a_birth_year_is_read_only_where_it_is_stated() -> None:
    assert facts_of("王伟\n毕业于2015年\n电话：13800138000").protected.birth_year is None
    stated_year = facts_of("王伟\n出生年月：1993年4月\n电话：13800138000").protected.birth_year
    assert stated_year
    assert stated_year.value == "1993"
