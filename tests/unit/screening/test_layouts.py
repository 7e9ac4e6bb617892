"""Heads in layouts that strangers use: what most heads of a résumé show holds for the others."""

from datetime import date

import pytest

from chalicelib.screening import reading
from chalicelib.screening.criteria import Verdict
from chalicelib.screening.document import Line
from chalicelib.screening.facts import Degree, ResumeFacts
from chalicelib.screening.resume import read_facts
from chalicelib.screening.resume.dates import ranges
from tests.unit.screening.held import finding

TODAY = date(2026, 11, 15)


def facts_of(text: str) -> ResumeFacts:
    lines = tuple(Line(1, n, reading.clean(t)) for n, t in enumerate(text.strip().split("\n"), 1))
    return read_facts(lines, today=TODAY)


def posts(text: str) -> list[tuple[str | None, str | None]]:
    return [
        (w.employer.value if w.employer else None, w.title.value if w.title else None)
        for w in facts_of(text).qualifications.work
    ]


def moments(text: str) -> list[tuple[str, str]]:
    return [
        (f"{s.start // 12}-{s.start % 12 + 1}", f"{s.end // 12}-{s.end % 12 + 1}")
        for s, _, _ in ranges(text, TODAY)
    ]


@pytest.mark.parametrize(
    "head",
    [
        "{what}, {where} | {when}",
        "{where} — Leeds | {when}\n{what}",
        "{what}\n{where}, Austin, TX\n{when}",
        "{where}, {what} ({when})",
        "{what} ({where}), {when}",
        "{where}: {what}, {when}",
        "{when}\n{where}\n{what}",
        "{what} @ {where} ({when})",
        "{when}: {what}, {where}, {place}",
        "{what}\n{where} · {place} · {when}",
    ],
)
def test_a_house_that_no_list_holds_is_read_in_any_layout(head: str) -> None:
    text = "Work Experience\n" + "\n- Cut waiting time by 18%.\n".join(
        head.format(where=where, what=what, when=when, place=place)
        for where, what, when, place in (
            ("Monzo", "Data Analyst", "Mar 2023 – Present", "Leeds"),
            ("7-Eleven", "Night Auditor", "Jan 2021 – Feb 2023", "London"),
            ("Ocado Technology", "Store Manager", "May 2018 – Dec 2020", "Singapore"),
        )
    )
    assert posts(text) == [
        ("Monzo", "Data Analyst"),
        ("7-Eleven", "Night Auditor"),
        ("Ocado Technology", "Store Manager"),
    ]


@pytest.mark.parametrize(
    "head",
    ["{when}  {where}  {what}", "{what} / {where} / {when}", "{where} {when} {what}"],
)
def test_titles_that_end_in_no_common_word_are_read_by_their_place(head: str) -> None:
    text = "工作经历\n" + "\n负责日常工作。\n".join(
        head.format(where=where, what=what, when=when)
        for where, what, when in (
            ("名创优品", "储备干部", "2023.03-至今"),
            ("字节跳动", "物流调度", "2021.01-2023.02"),
        )
    )
    assert posts(text) == [("名创优品", "储备干部"), ("字节跳动", "物流调度")]


def test_a_number_before_a_head_is_no_part_of_the_house() -> None:
    text = "工作经历\n1、西贝莜面村  导购  2019.01-2020.07\n2、好未来  短视频编导  2017.04-2018.08"
    assert posts(text) == [("西贝莜面村", "导购"), ("好未来", "短视频编导")]


def test_a_place_in_brackets_is_the_houses_own_only_where_not_every_house_has_one() -> None:
    one = "工作经历\n2011.08-2013.10   立讯电子(昆山)   质检员"
    each = one + "\n2009.08-2011.07   美团(上海)   客服主管"
    assert posts(one) == [("立讯电子(昆山)", "质检员")]
    assert posts(each) == [("立讯电子", "质检员"), ("美团", "客服主管")]


def test_values_behind_labels_are_left_where_they_stand() -> None:
    text = (
        "工作经历\n公司名称:鼎盛商贸有限公司   职位名称:审计专员\n"
        "在职时间:2023年11月-2024年06月   所属行业:会计/审计\n"
        "职位名称:出纳   公司名称:南通数聚实业股份有限公司\n"
        "在职时间:2020年07月-2023年02月   所属行业:会计/审计"
    )
    assert posts(text) == [("鼎盛商贸有限公司", "审计专员"), ("南通数聚实业股份有限公司", "出纳")]


def test_a_title_keeps_how_far_it_reaches() -> None:
    text = "Experience\nDeloitte\nAccount Director, EMEA, Mar 2019 – May 2021"
    assert posts(text) == [("Deloitte", "Account Director, EMEA")]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Mar-21 – Apr-23", "2021-3", "2023-4"),
        ("03/21-04/23", "2021-3", "2023-4"),
        ("'19 – '21", "2019-1", "2021-1"),
        ("2019–21", "2019-1", "2021-1"),
        ("Q1 2020 – Q3 2021", "2020-1", "2021-9"),
        ("2020年第一季度至2021年第三季度", "2020-1", "2021-9"),
        ("Summer 2019", "2019-6", "2019-8"),
        ("01/03/2020 - 31/05/2021", "2020-3", "2021-5"),
        ("03/01/2020 – 05/31/2021", "2020-3", "2021-5"),
        ("January 7, 2019 – February 3, 2020", "2019-1", "2020-2"),
        ("108年9月-110年6月", "2019-9", "2021-6"),
        ("108/09 ~ 110/06", "2019-9", "2021-6"),
        ("18.09-20.06", "2018-9", "2020-6"),
        ("12年4月~15年7月", "2012-4", "2015-7"),
    ],
)
def test_dates_are_read_in_short_forms_and_by_parts_of_the_year(
    text: str, start: str, end: str
) -> None:
    assert moments(text) == [(start, end)]


def test_a_season_or_quarter_does_not_claim_to_name_a_month() -> None:
    assert [span.exact for span, _, _ in ranges("Q1 2020 – Q3 2021", TODAY)] == [False]


@pytest.mark.parametrize("text", ["24/7", "grew from 12/30 to 24/40", "3.5-4.2", "2019-25人"])
def test_figures_are_no_dates(text: str) -> None:
    assert moments(text) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("电话/微信:13812345678", ["13812345678"]),
        ("0086-138 1234 5678", ["13812345678"]),
        ("手机:138.1234.5678", ["13812345678"]),
        ("手机:1381 234 5678", ["13812345678"]),
        ("Tel: 0044 7911 123456", ["00447911123456"]),
        ("1 (408) 373-0037 | me@x.com", ["14083730037"]),
        ("Brooklyn, NY 11201 | 718.555.0199", ["7185550199"]),
        ("邮箱:19916899386@hotmail.com", []),
        ("微信:13812345678", []),
    ],
)
def test_telephone_numbers_are_read_in_the_groups_they_are_written_in(
    line: str, expected: list[str]
) -> None:
    found = facts_of(f"陈思远\n{line}\n工作经历\n2018.03-2020.05 江南机械有限公司 质检员")
    assert [p.value for p in found.contact.phones] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mei-Ling\nChua\n+65 8368 1257", "Mei-Ling Chua"),
        ("Emily Zhang, Toronto, ON\nT: 415-555-0132", "Emily Zhang"),
        ("Fatima al-Sayed — Resume\nf@x.com", "Fatima al-Sayed"),
        ("劉柏廷的履歷\nTel:0912-345-678", "劉柏廷"),
        ("Emily Zhang\nBarista\ne@x.com", "Emily Zhang"),
    ],
)
def test_a_name_is_whole_and_nothing_but_the_name(text: str, expected: str) -> None:
    document = reading.read(f"{text}\n\nExperience\n".encode(), "resume.txt")
    name = read_facts(document.lines, today=TODAY).contact.name
    assert name is not None
    assert name.value == expected


def test_a_document_called_curriculum_vitae_is_no_part_about_work() -> None:
    found = facts_of("個人履歷\n陳冠宇\n0944 939 092 / guan@x.tw\n學歷\n東海大學 學士")
    assert [p.value for p in found.contact.phones] == ["0944939092"]


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("A-Levels\nWestfield Academy\nSep 2017 – Jun 2020", "Westfield Academy"),
        ("A-Levels, Westfield Academy 2007", "Westfield Academy"),
        ("BSc Economics\nBirkbeck, University of London\n2017", "Birkbeck, University of London"),
        (
            "University of California, San Diego | BSc Physics | 2008 - 2012",
            "University of California, San Diego",
        ),
        (
            "2013.09-2016.07   武汉市第一职业教育中心   老年保健与管理   中技",
            "武汉市第一职业教育中心",
        ),
    ],
)
def test_a_school_is_read_whole_and_is_no_employer(text: str, school: str) -> None:
    held = facts_of(f"Education\n{text}").qualifications
    assert [e.school.value for e in held.education if e.school] == [school]
    assert held.work == ()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("王强\n学历:初中", Verdict.NOT_MET),
        ("教育经历\n2001.09-2004.06 固始县第二初级中学", Verdict.NOT_MET),
        ("Education\nKitui Junior Secondary School, 2001 - 2004", Verdict.NOT_MET),
        ("教育经历\n2001.09-2004.06 固始县高级中学 高中", Verdict.MET),
    ],
)
def test_junior_secondary_school_is_below_a_demand_for_senior_secondary(
    text: str, verdict: Verdict
) -> None:
    held = facts_of(text).qualifications
    assert finding(held, "degree", degree="secondary").verdict is verdict


def test_junior_secondary_school_is_the_lowest_degree() -> None:
    assert min(Degree) is Degree.JUNIOR


def test_how_long_a_post_lasted_behind_its_house_does_not_make_it_a_sentence() -> None:
    text = """工作经验
2020.01 - 2025.06
北京原野户外用品有限公司（5年5个月）
市场专员 | 市场部
- 撰写品牌新闻稿
2017.07 - 2019.11
上海市实验小学(2年4个月)
品牌专员 | 市场部
- 对接抖音达人90位"""
    assert posts(text) == [
        ("北京原野户外用品有限公司", "市场专员"),
        ("上海市实验小学", "品牌专员"),
    ]


def test_a_letter_tells_posts_in_sentences_that_begin_with_their_dates() -> None:
    text = """您好,我叫龙岚,现在住在宁波,想应聘贵公司的数学教师。
2021年9月到2023年12月在学大教育做小学语文教师,承担班主任工作,学生33人。
最近这份工作是2023年12月到2025年9月在宁波金色摇篮幼儿园做数学教师,负责集体备课。"""
    assert posts(text) == [("学大教育", "小学语文教师"), ("宁波金色摇篮幼儿园", "数学教师")]
