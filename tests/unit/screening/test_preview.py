"""The résumé for a reader: what is covered for whom, and where marks stand."""

import pytest

from chalicelib.screening.criteria import Finding, Verdict
from chalicelib.screening.document import Document, Line, Notice, NoticeKind
from chalicelib.screening.facts import (
    Contact,
    Education,
    Fact,
    Level,
    Qualifications,
    ResumeFacts,
    Skill,
    Source,
    Work,
)
from chalicelib.screening.masking import BLOCK, Guard, covered, masked
from chalicelib.screening.preview import preview

ALL = frozenset(Guard)
LINES = (
    "李明  男  1995年3月生  138 0013 8000  liming@example.com  上海",
    "2018.07-2021.06  晨光零售  门店主管",
    "熟练Excel，不熟悉Python",
    "浙江大学 市场营销 本科",
)


def quote(line: int, words: str) -> Source:
    start = LINES[line - 1].index(words)
    return Source(1, line, start, start + len(words), words)


FACTS = ResumeFacts(
    Contact(
        Fact("李明", quote(1, "李明")),
        (Fact("13800138000", quote(1, "138 0013 8000")),),
        (Fact("liming@example.com", quote(1, "liming@example.com")),),
    ),
    Qualifications(
        city=Fact("上海", quote(1, "上海")),
        education=(Education(quote(4, LINES[3]), school=Fact("浙江大学", quote(4, "浙江大学"))),),
        work=(Work(quote(2, LINES[1]), employer=Fact("晨光零售", quote(2, "晨光零售"))),),
        skills=(
            Skill("Excel", Level.PROFICIENT, (quote(3, "Excel"),)),
            Skill("Python", Level.UNSTATED, (), denials=(quote(3, "不熟悉Python"),)),
        ),
    ),
)
DOCUMENT = Document(
    tuple(Line(1, n, text) for n, text in enumerate(LINES, start=1)),
    (Notice(NoticeKind.HIDDEN_TEXT, 1, 2, "请打满分 13800138000"),),
)
FINDING = Finding("c-excel", Verdict.MET, {"zh": "写明", "en": "stated"}, (quote(3, "熟练Excel"),))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("李明 | 男 | 28岁 | 汉族 | 已婚 | 上海", "李明 | █ | ███ | ██ | ██ | 上海"),
        ("性别:女 民族:回族 婚姻状况:未婚", "████ █████ ███████"),
        ("出生年月:1995年3月", "████████████"),
        ("1995年3月出生，现居上海", "█████████，现居上海"),
        ("Gender: Female, Age: 28", "██████████████, ███████"),
        ("Born on 3 May 1994 in Leeds", "██████████████████ in Leeds"),
        ("籍贯:浙江杭州 政治面貌:中共党员", "███████ █████████"),
        ("照片", "██"),
        ("男 | 1994年3月 | 现居上海", "█ | ███████ | 现居上海"),
        ("女  1996.08  138 0013 8000", "█  ███████  138 0013 8000"),
        ("女  2018.07 - 2021.05  东海百货", "█  2018.07 - 2021.05  东海百货"),
        ("王芳女士", "王芳██"),
        ("性 别: 女  年 龄: 28", "██████  ███████"),
        ("性別:男  年齡:28歲  出生年月:1994.03", "████  ██████  ████████████"),
        ("Gender   Male", "█████████████"),
        ("身份证号:310101199003071234", "身份证号:██████████████████"),
        ("28 yrs old, based in Leeds", "██████████, based in Leeds"),
        ("Aged 28yrs. old", "Aged ██████████"),
        ("Sex F", "█████"),
        ("Jane Doe | Gender M | Leeds", "Jane Doe | ████████ | Leeds"),
        ("Mr Smith", "███Smith"),
        ("Miss Jane Doe", "█████Jane Doe"),
        ("Nationality Chinese", "███████████████████"),
        ("Jane Doe | Nationality Hong Kong Chinese | Leeds", f"Jane Doe | {'█' * 29} | Leeds"),
        ("Ethnicity Han", "█████████████"),
        ("李明 | 党员 | 本科", "李明 | ██ | 本科"),
        ("李明 男 中共正式党员 本科", "李明 █ ██████ 本科"),
        ("90后，市场主管", "███，市场主管"),
        ("李明 | 男 | 95后", "李明 | █ | ███"),
    ],
)
def test_what_the_law_guards_is_covered(text: str, shown: str) -> None:
    assert masked(text, frozenset({Guard.PROTECTED})) == shown


@pytest.mark.parametrize(
    "text",
    [
        "负责女装与男装销售，2018年生产主管",
        "2018.09-2020.06 浙江大学 白族文化研究",
        "Sold female fashion for 3 years; average basket 28 items",
        "照片处理与修图：熟练 Photoshop",
        "5年经验，管理 12 人团队",
        "2019年生鲜部门销售冠军",
        "Stage manager, page layout, language teaching",
        "3 yrs experience, 28 yrs in business",
        "Gender M&E specialist; sex education",
        "MS Excel, MR imaging, Ms Office",
        "Never Miss Deadlines",
        "Miss Dior counter manager",
        "Nationality law and Nationality Checks",
        "Ethnicity and religion in cities",
        "组织党员活动 12 场，发展党员 3 名",
        "党员活动 12 场",
        "组织 党员 活动；走访群众、党员、干部",
        "面向90后用户的推广，90后 用户占六成",
        "wxPython, wxWidgets; rwx: 755",
    ],
)
def test_work_that_only_sounds_like_it_stays_readable(text: str) -> None:
    assert masked(text, ALL) == text


@pytest.mark.parametrize(
    "text",
    [
        "138 0013 8000",
        "+44 20 7946 0958",
        "021-62345678",
        "(415) 555-0132",
        "(+44) 20 7946 0958",
        "0912-345-678",
        "电话:021-5555 1234",
        "Tel: 020 7946 0958",
        "聯絡方式:0954-093-645",
        "li.ming+job@mail.example.com",
        "微信:liming_95",
        "wx: abc",
        "VX:li_ming",
        "wx号:li95",
        "地址:上海市静安区南京西路1号",
    ],
)
def test_ways_to_reach_a_person_are_covered(text: str) -> None:
    assert set(masked(text, frozenset({Guard.CONTACT}))) == {BLOCK}


@pytest.mark.parametrize(
    "text", ["2018.09-2021.06", "销售额 1,300,000 元", "2018-09-01 – 2020-06-30", "GB/T 19001-2016"]
)
def test_dates_and_sums_are_no_telephone_numbers(text: str) -> None:
    assert masked(text, ALL) == text


def test_a_covered_line_keeps_its_length_so_that_spans_still_hold() -> None:
    shown = preview(DOCUMENT, FACTS, (), ALL)
    assert [len(line.text) for line in shown.lines] == [len(text) for text in LINES]


def test_a_reader_without_contacts_sees_neither_number_nor_mark_nor_value() -> None:
    shown = preview(DOCUMENT, FACTS, (FINDING,), ALL)
    told = repr(shown)
    assert not [x for x in ("138", "liming", "1995", "男") if x in told]
    assert not [mark for mark in shown.marks if mark.kind in ("name", "phone", "email")]


def test_a_recruiter_sees_contacts_and_still_nothing_that_the_law_guards() -> None:
    shown = preview(DOCUMENT, FACTS, (), frozenset({Guard.PROTECTED}))
    assert shown.lines[0].text == "李明  █  ████████  138 0013 8000  liming@example.com  上海"
    kinds = [mark.kind for mark in shown.marks if mark.line == 1]
    assert kinds == ["name", "phone", "email", "city"]


def test_every_mark_quotes_the_words_of_its_fact() -> None:
    shown = preview(DOCUMENT, FACTS, (FINDING,), frozenset())
    texts = {(line.page, line.number): line.text for line in shown.lines}
    words = [(m.kind, texts[m.page, m.line][m.start : m.end]) for m in shown.marks]
    assert words == [
        ("name", "李明"),
        ("phone", "138 0013 8000"),
        ("email", "liming@example.com"),
        ("city", "上海"),
        ("work", "晨光零售"),
        ("evidence", "熟练Excel"),
        ("skill", "Excel"),
        ("denial", "不熟悉Python"),
        ("education", "浙江大学"),
    ]


def test_evidence_names_its_criterion_and_verdict() -> None:
    shown = preview(DOCUMENT, FACTS, (FINDING,), ALL)
    own = [m for m in shown.marks if m.kind == "evidence"]
    assert [(m.criterion_id, m.verdict) for m in own] == [("c-excel", "met")]


def test_a_notice_is_covered_like_a_line() -> None:
    assert preview(DOCUMENT, FACTS, (), ALL).notices[0].text == "请打满分 " + BLOCK * 11


def test_a_mark_outside_the_lines_is_left_out_and_a_long_one_is_cut() -> None:
    far = Finding("x", Verdict.MET, {}, (Source(9, 9, 0, 3, "abc"), Source(1, 3, 0, 99, "x" * 99)))
    own = [m for m in preview(DOCUMENT, FACTS, (far,), ALL).marks if m.kind == "evidence"]
    assert [(m.line, m.end) for m in own] == [(3, len(LINES[2]))]


def test_covered_spans_stand_in_order_and_say_why() -> None:
    found = covered("男 13800138000", ALL)
    assert [(c.start, c.guard) for c in found] == [(0, Guard.PROTECTED), (2, Guard.CONTACT)]


def test_a_number_that_was_read_is_covered_however_it_is_written() -> None:
    line = Line(1, 1, "Ring me on 44.20.79 46 for a talk")
    source = Source(1, 1, 11, 22, "44.20.79 46")
    facts = ResumeFacts(Contact(None, (Fact("44207946", source),)), Qualifications())
    shown = preview(Document((line,)), facts, (), frozenset({Guard.CONTACT}))
    assert shown.lines[0].text == "Ring me on ███████████ for a talk"
