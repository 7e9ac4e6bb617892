"""What must never matter: name, sex, age, picture, school's name, repetition, idle lines."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.foundation.values import canonical, dump, load
from chalicelib.screening.changes import what_would_change
from chalicelib.screening.criteria import Criterion, Finding, Suggestion, Verdict
from chalicelib.screening.document import Line
from chalicelib.screening.facts import Education, Fact, Qualifications, Source
from chalicelib.screening.reading import clean
from chalicelib.screening.resume import read_facts
from chalicelib.screening.rules import decide, sought_by, validate_criteria
from chalicelib.screening.scoring import Fit, fit_of
from infra.criteria import CRITERIA
from tests.unit.screening.held import at, fact, finding, skill
from tests.unit.screening.test_changes import HELD, WANTED

TODAY = date(2026, 9, 15)
SLUGS = list(CRITERIA)
DEVELOPER = """王建伟
性别：男   出生年月：1990年3月   现居：上海
电话：13800138000   邮箱：jianwei.w@example.com
教育背景
2008.09 - 2012.06   清华大学   软件工程   本科
工作经历
2016.03 - 2019.05   云启软件有限公司   Python开发工程师
使用Python和Django开发订单接口。
2019.06 - 2020.01   蓝图科技有限公司   后端工程师
使用Flask搭建服务。
项目经历
会员平台   2017.01 - 2018.01
使用Python、MySQL重构会员系统。
专业技能
熟练Python、Django，熟悉MySQL、Redis，不熟悉Kafka
语言能力
英语六级，普通话标准"""
SELLER = """李晓梅
女   28岁   现居：成都
电话：13900139000
求职意向：门店销售
教育背景
2012.09 - 2015.06   云浦学院   市场营销   大专
工作经历
2018.07 - 2020.08   邻里超市   收银员
负责收银和商品陈列。
2020.09 - 至今   悦己服饰   导购员
负责会员维护，完成月度盘点。
专业技能
客户服务、收银、库存管理、Excel
证书
健康证"""
MARKETER = """Emily Carter
Gender: Female   Date of birth: 1992-04-05   London
emily.carter@example.com
Education
2010.09 - 2013.06   Oxford University   Marketing   Bachelor's degree
Work Experience
2017.01 - 2020.03   Bluebird Ltd   Marketing Specialist
Ran social media marketing and copywriting for three brands.
Skills
Proficient in Google Analytics, data analysis, copywriting
Languages
English (native)"""
RESUMES = (DEVELOPER, SELLER, MARKETER)
SWAPS = [
    ("王建伟", "李淑芬"),
    ("王建伟", "阿依努"),
    ("性别：男", "性别：女"),
    ("1990年3月", "1969年8月"),
    ("清华大学", "云浦学院"),
    ("清华大学", "东湖大学"),
    ("13800138000", "18612345678"),
    ("jianwei.w@", "a.stranger@"),
    ("李晓梅", "王铁柱"),
    ("女   28岁", "男   54岁"),
    ("云浦学院", "北京大学"),
    ("Emily Carter", "Wei Zhang Jr"),
    ("Gender: Female", "Gender: Male  "),
    ("1992-04-05", "1961-04-05"),
    ("Oxford University", "Luton University "),
]


def lines_of(text: str) -> tuple[Line, ...]:
    return tuple(Line(1, n, clean(t)) for n, t in enumerate(text.splitlines(), 1))


def judged(
    text: str, slug: str
) -> tuple[tuple[Criterion, ...], Qualifications, tuple[Finding, ...]]:
    wanted = validate_criteria(CRITERIA[slug])
    held = read_facts(lines_of(text), today=TODAY, sought=sought_by(wanted)).qualifications
    return wanted, held, decide(wanted, held)


def outcome(text: str, slug: str) -> tuple[list[Verdict], Fit]:
    wanted, _, findings = judged(text, slug)
    return [f.verdict for f in findings], fit_of(wanted, findings)


def as_bytes(text: str, slug: str) -> bytes:
    wanted, held, findings = judged(text, slug)
    told = what_would_change(wanted, held, findings)
    return canonical([dump(x) for x in (*findings, fit_of(wanted, findings), *told)])


@pytest.mark.parametrize(("before", "after"), SWAPS)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_swap_of_name_sex_age_contact_or_school_changes_no_byte(
    before: str, after: str, slug: str
) -> None:
    text = next(text for text in RESUMES if before in text)
    assert as_bytes(text, slug) == as_bytes(text.replace(before, after), slug)


def test_a_picture_changes_nothing() -> None:
    for text, slug in zip(RESUMES, SLUGS, strict=True):
        first, rest = text.split("\n", 1)
        assert outcome(text, slug) == outcome(f"{first}\n[照片]\n{rest}", slug)


def test_a_rule_is_given_no_field_that_the_law_guards() -> None:
    seen = {field.name for field in fields(Qualifications)}
    assert not {"name", "gender", "birth_year", "age", "photo", "protected", "contact"} & seen


@given(WANTED, HELD, st.sampled_from(["清华大学", "云浦学院", "Harvard", ""]))
@settings(max_examples=100, deadline=None)
def test_the_name_of_a_school_or_employer_decides_nothing(
    wanted: tuple[Criterion, ...], held: Qualifications, name: str
) -> None:
    def named(own: Education) -> Education:
        return replace(own, school=Fact(name, own.source))

    other = replace(
        held,
        education=tuple(map(named, held.education)),
        work=tuple(replace(post, employer=Fact(name, post.source)) for post in held.work),
    )
    assert decide(wanted, held) == decide(wanted, other)


@given(WANTED, HELD, st.integers(2, 10))
@settings(max_examples=100, deadline=None)
def test_facts_said_many_times_count_once(
    wanted: tuple[Criterion, ...], held: Qualifications, times: int
) -> None:
    many = replace(
        held,
        education=held.education * times,
        work=held.work * times,
        projects=held.projects * times,
        certificates=held.certificates * times,
        languages=held.languages * times,
        skills=tuple(replace(s, mentions=s.mentions * times) for s in held.skills),
    )
    one, more = decide(wanted, held), decide(wanted, many)
    assert [f.verdict for f in one] == [f.verdict for f in more]
    assert fit_of(wanted, one) == fit_of(wanted, more)


@given(st.sampled_from(list(zip(RESUMES, SLUGS, strict=True))), st.data())
@settings(max_examples=60, deadline=None)
def test_a_line_repeated_ten_times_changes_nothing(
    pair: tuple[str, str], data: st.DataObject
) -> None:
    text, slug = pair
    lines = text.splitlines()
    n = data.draw(st.integers(0, len(lines) - 1))
    stuffed = "\n".join([*lines[:n], *[lines[n]] * 10, *lines[n + 1 :]])
    assert outcome(text, slug) == outcome(stuffed, slug)


@pytest.mark.parametrize(
    "line",
    ["爱好：跑步、读书", "喜欢旅行", "Hobbies: hiking and chess", "本人承诺以上内容属实", "———"],
)
@pytest.mark.parametrize("slug", SLUGS)
def test_an_idle_line_changes_nothing(line: str, slug: str) -> None:
    for text in RESUMES:
        assert outcome(text, slug) == outcome(f"{text}\n{line}", slug)


def test_a_near_skill_is_suggested_and_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Qualifications(skills=(skill("课件制作"),))
    with_table = finding(held, "skill", skill="备课")
    assert with_table.suggestion == Suggestion("课件制作", 0.7, at("课件制作"))
    monkeypatch.setattr("chalicelib.screening.neighbours._table", dict)
    from chalicelib.screening.neighbours import neighbours_of

    neighbours_of.cache_clear()
    without = finding(held, "skill", skill="备课")
    neighbours_of.cache_clear()
    assert without == replace(with_table, suggestion=None)
    assert with_table.verdict is Verdict.NOT_MET


def test_a_denied_skill_is_never_suggested() -> None:
    held = Qualifications(skills=(skill("课件制作", denied="不会课件制作", mentioned=False),))
    assert finding(held, "skill", skill="备课").suggestion is None


def test_findings_of_before_suggestions_are_still_read() -> None:
    kept = dump(Finding("c", Verdict.MET, {"zh": "是", "en": "yes"}, (Source(1, 1, 0, 1, "x"),)))
    del kept["suggestion"]
    assert load(Finding, kept).suggestion is None


def test_an_essential_failure_is_not_averaged_away() -> None:
    held = Qualifications(city=fact("上海"), skills=(skill("Python"),))
    rows = [
        row | {"criterion_id": str(n), "importance": "preferred", "weight": 100}
        for n, row in enumerate([{"rule": "skill", "params": {"skill": "Python"}}] * 5)
    ]
    rows.append(
        {"rule": "skill", "params": {"skill": "Django"}, "criterion_id": "must", "weight": 1}
        | {"importance": "essential"}
    )
    wanted = validate_criteria([r | {"label": {"zh": "条件", "en": "criterion"}} for r in rows])
    fit = fit_of(wanted, decide(wanted, held))
    assert (fit.fit_hundredths or 0) > 9_900
    assert (fit.group.name, fit.essential_failures) == ("ESSENTIAL_NOT_MET", ("must",))
