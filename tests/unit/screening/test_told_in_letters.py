"""Letters, tables and remarks: what a sentence, a column or a line below says of somebody."""

from datetime import date

import pytest

from chalicelib.screening import reading
from chalicelib.screening.criteria import Verdict
from chalicelib.screening.document import Line
from chalicelib.screening.facts import Qualifications
from chalicelib.screening.resume import read_facts
from chalicelib.screening.resume.headings import section_of
from tests.unit.screening.test_credentials import verdict_of

TODAY = date(2026, 11, 15)


def held(text: str) -> Qualifications:
    lines = tuple(Line(1, n, reading.clean(t)) for n, t in enumerate(text.split("\n"), 1))
    return read_facts(lines, today=TODAY).qualifications


def posts(text: str) -> list[tuple[str | None, str | None, int | None]]:
    return [
        (
            w.employer.value if w.employer else None,
            w.title.value if w.title else None,
            w.span.months if w.span else None,
        )
        for w in held(text).work
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "老板好，我叫陈明。\n2020年3月到2022年9月在成都江边火锅店当服务员，"
            "2022年10月到2025年5月在成都小鲜便利店做店员。",
            [("成都江边火锅店", "服务员", 30), ("成都小鲜便利店", "店员", 31)],
        ),
        (
            "您好！我叫陈明，2010年6月毕业于辽宁师范大学物理学专业。2010年8月到2018年7月"
            "在抚顺市第三高级中学教高中物理，任物理教师。",
            [("抚顺市第三高级中学", "物理教师", 95)],
        ),
        (
            "From March 2018 to May 2020 I was a sales assistant at Harbour Foods, and from "
            "June 2020 to August 2021 I worked as store supervisor at Dronfield Garden Centre.",
            [
                ("Harbour Foods", "sales assistant", 26),
                ("Dronfield Garden Centre", "store supervisor", 14),
            ],
        ),
    ],
)
def test_each_dated_clause_of_a_letter_is_a_post(
    text: str, expected: list[tuple[str, str, int]]
) -> None:
    assert posts(text) == expected


def test_the_names_of_columns_say_what_stands_in_them() -> None:
    text = (
        "Experience\nDates   Employer   Job title   Duties\n"
        "10/2023 to 11/2024   HelloFresh   Brand Manager   Briefed printers and a PR agency"
    )
    assert posts(text) == [("HelloFresh", "Brand Manager", 13)]


def test_what_has_a_duration_behind_it_is_the_house() -> None:
    text = "工作经历\n2025/5 – 2026/8\n全家便利店(1年3个月)\n店长 | 营运中心"
    assert posts(text) == [("全家便利店", "店长", 15)]


def test_a_certificate_alone_in_its_line_is_no_heading() -> None:
    assert section_of("护士执业资格证书") is None
    assert section_of("职业资格证书") == "certificates"


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("我有高级中学教师资格证。", "高级中学教师资格证", Verdict.MET),
        ("证书：健康证\n语言：俄语：专业八级，流利", "TEM-8", Verdict.NOT_MET),
    ],
)
def test_a_certificate_is_no_other_than_its_words_say(
    text: str, wanted: str, expected: Verdict
) -> None:
    assert verdict_of(text, "certificate", {"certificate": wanted}) is expected


def test_a_level_behind_a_comma_is_that_of_the_language_before_it() -> None:
    text = "语言：汉语：流利；俄语：专业八级，流利"
    params = {"language": "俄语", "level": "proficient"}
    assert verdict_of(text, "language", params) is Verdict.MET


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("备注\n可接受南宁、柳州的工作", ["南宁", "柳州"]),
        ("状态\n不排斥沈阳、青岛", ["沈阳", "青岛"]),
        ("备注\n希望留在保定或北京。", ["保定", "北京"]),
        ("Looking for\nDays only, Leeds or Bristol, start straight away", ["利兹", "布里斯托"]),
    ],
)
def test_places_that_somebody_would_take_are_wished(text: str, cities: list[str]) -> None:
    assert [city.value for city in held("陈明\n" + text).desired_cities] == cities


def test_leaving_a_post_is_a_notice_and_no_refusal_to_move() -> None:
    own = held("陈明\n备注\n我在本学期末（2027年1月）前不能离开现岗位。")
    assert own.relocation is None
    assert own.availability and own.availability.days == 47
    own = held("陈明\n备注\n需提前一个月离职。")
    assert own.availability and own.availability.days == 30
