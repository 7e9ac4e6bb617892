"""When somebody can start, as strangers say it; what is no start stays unread."""

from datetime import date

import pytest

from chalicelib.screening import reading
from chalicelib.screening.document import Line
from chalicelib.screening.resume import read_facts

TODAY = date(2026, 11, 15)


def days_of(text: str) -> int | None:
    lines = ["陈明", "13800138000", *text.splitlines()]
    read = tuple(Line(1, n, reading.clean(line)) for n, line in enumerate(lines, 1))
    own = read_facts(read, today=TODAY).qualifications.availability
    return own.days if own else None


@pytest.mark.parametrize(
    "text",
    [
        "可随时上岗",
        "离职/随时到岗",
        "即日起可上班",
        "当天就能上班",
        "现在就能上班",
        "叫我就能来",
        "离职3个月，随叫随到",
        "可上班日：隨時",
        "Notice: none",
        "No notice period",
        "Start date: ASAP",
        "I could begin work straight away",
        "currently unemployed and available right away",
    ],
)
def test_some_can_start_at_once(text: str) -> None:
    assert days_of(text) == 0


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("随时可面试，一周内到岗", 7),
        ("两三天就能到岗", 3),
        ("在职-月内到岗", 30),
        ("工作交接需半个月", 15),
        ("一个半月到岗", 45),
        ("辞职要提前30天", 30),
        ("目前在職，需提前一個月告知", 30),
        ("可到岗时间 3个工作日", 3),
        ("下周一可以上班", 7),
        ("下个月可以到岗", 30),
        ("I need to give a fortnight's notice", 14),
        ("Notice period: 4 weeks", 28),
        ("I have to give eight weeks' notice", 56),
        ("3 months' notice (negotiable)", 90),
        ("Ready to start next Monday", 7),
        ("Available for interview any time; one month's notice", 30),
        ("在职，离职周期一个月", 30),
        ("通知一声第二天就能上班", 1),
        ("CIPD qualified. I'd need to give six weeks' notice. I'd look at Mallow.", 42),
        ("Ready for work any day from Monday.", 7),
        ("13. If successful, when can you start?  14 days after offer", 14),
    ],
)
def test_a_notice_is_so_many_days(text: str, days: int) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("预计12月1日到岗", 16),
        ("預計12/1可報到", 16),
        ("入职时间：12月中旬", 30),
        ("月底离职，下月初到岗", 25),
        ("本月底可到岗", 15),
        ("可于2027年1月入职", 47),
        ("已提离职，12月5号最后工作日", 20),
        ("年后到岗", 91),
        ("Available from December 1", 16),
        ("Available mid-December", 30),
        ("available 01/12/2026", 16),
        ("Free to start at the end of this month", 15),
        ("serving notice until 30 November", 15),
        ("Earliest start: 4 January 2027", 50),
    ],
)
def test_a_day_is_counted_from_today(text: str, days: int) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "在职-考虑机会",
        "到岗时间面议",
        "每周可到岗4天，实习6个月以上",
        "可实习三个月以上",
        "随时待命，能加班",
        "上班三个月，因搬家离职",
        "試用期三個月，可配合",
        "Available weekends and evenings",
        "Available for immediate interview",
        "Notice Period: negotiable",
        "helped start two stores in three months",
    ],
)
def test_what_names_no_start_is_none(text: str) -> None:
    assert days_of(text) is None


def test_a_sentence_may_run_over_two_lines() -> None:
    text = "I look after three hundred colleagues across depots and I am on one\nmonth's notice."
    assert days_of(text) == 30


def test_a_label_may_stand_above_its_value() -> None:
    assert days_of("到岗时间\n两周内") == 14


def test_the_start_of_new_colleagues_is_not_ones_own() -> None:
    text = "工作经历\n2020.01-2023.05   安信公司   人事专员\n- 新员工入职一周内完成培训"
    assert days_of(text) is None
