"""Criteria proposed from a job description: right rows, exact quotations, nothing barred."""

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.foundation.messages import MESSAGES
from chalicelib.screening.job_description import propose
from chalicelib.screening.job_description.refusals import GROUNDS
from chalicelib.screening.job_description.text import normal
from chalicelib.screening.rules import validate_criteria
from tests.unit.screening.descriptions import Description, read, rows_of

FILES = ("job_descriptions.txt", "job_descriptions_unseen.txt", "job_descriptions_third.txt")
WRITTEN = [written for file in FILES for written in read(file)]
ids = [d.name for d in WRITTEN]


def row(text: str) -> dict[str, Any]:
    rows = propose(text).rows
    assert len(rows) == 1, rows
    return rows[0].criterion


def test_there_are_enough_descriptions_in_each_language() -> None:
    assert sum(name.startswith("zh") for name in ids) >= 15
    assert sum(name.startswith("en") for name in ids) >= 10


def test_rows_are_those_that_a_careful_reader_sees() -> None:
    pairs = [(rows_of(propose(d.text)), d.rows) for d in WRITTEN]
    right = sum(len(found & wanted) for found, wanted in pairs)
    assert right / sum(len(found) for found, _ in pairs) >= 0.97
    assert right / sum(len(wanted) for _, wanted in pairs) >= 0.97


@pytest.mark.parametrize("written", WRITTEN, ids=ids)
def test_barred_demands_are_refused_with_a_reason_and_never_proposed(written: Description) -> None:
    proposed = propose(written.text)
    assert {found.ground for found in proposed.refused} == written.refused
    assert all(set(found.why) == {"zh", "en"} for found in proposed.refused)
    spans = [(found.quote.line, found.quote.start, found.quote.end) for found in proposed.refused]
    for proposal in proposed.rows:
        for line, start, end in spans:
            q = proposal.quote
            inside = q.line == line and start <= q.start and q.end <= end
            assert not inside


@pytest.mark.parametrize("written", WRITTEN, ids=ids)
def test_what_no_rule_can_decide_is_listed_for_hr(written: Description) -> None:
    listed = [quote.text for quote in propose(written.text).unparsed]
    assert [w for w in written.unparsed if not any(w in text for text in listed)] == []


@pytest.mark.parametrize("written", WRITTEN, ids=ids)
def test_every_row_is_a_criterion_and_quotes_the_description(written: Description) -> None:
    proposed = propose(written.text)
    assert len(validate_criteria([r.criterion for r in proposed.rows])) == len(proposed.rows)
    lines = [normal(line) for line in written.text.splitlines()]
    quotes = [r.quote for r in (*proposed.rows, *proposed.refused)]
    for q in (*quotes, *proposed.unparsed):
        assert q.text == lines[q.line - 1][q.start : q.end] != ""


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("要求：3年以上工作经验", 3),
        ("要求：3年及以上工作经验", 3),
        ("要求：2-5年工作经验", 2),
        ("要求：2至5年工作经验", 2),
        ("要求：至少两年工作经验", 2),
        ("要求：五年以上工作经验", 5),
        ("要求：半年以上工作经验", 0.5),
        ("Requirements: 5+ years of experience", 5),
        ("Requirements: at least two years of experience", 2),
        ("Requirements: 3-5 years of experience", 3),
        ("Requirements: minimum 4 years' experience", 4),
    ],
)
def test_years_are_read_as_the_least_asked_for(text: str, years: float) -> None:
    assert row(text)["params"] == {"years": years}


@pytest.mark.parametrize(
    ("text", "importance"),
    [
        ("任职要求：熟悉Redis", "essential"),
        ("任职要求：熟悉Redis者优先", "preferred"),
        ("任职要求：熟悉Redis为加分项", "preferred"),
        ("加分项：熟悉Redis", "preferred"),
        ("加分项：必须熟悉Redis", "essential"),
        ("Requirements: Redis is a plus", "preferred"),
        ("Nice to have: Redis", "preferred"),
        ("Requirements: must know Redis", "essential"),
        ("Requirements: ideally Redis", "preferred"),
    ],
)
def test_wording_tells_essential_from_preferred(text: str, importance: str) -> None:
    assert row(text)["importance"] == importance


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("要求：立即到岗", 0),
        ("要求：一周内到岗", 7),
        ("要求：15天内到岗", 15),
        ("要求：两个月内入职", 60),
        ("Requirements: available immediately", 0),
        ("Requirements: start within two weeks", 14),
    ],
)
def test_a_start_is_read_in_days(text: str, days: int) -> None:
    assert row(text)["params"] == {"days": days}


def test_a_duty_is_no_demand() -> None:
    assert propose("岗位职责：\n使用Kafka和Java开发服务\n任职要求：\n熟悉Redis").rows[0].criterion[
        "params"
    ] == {"skill": "Redis", "level": "familiar"}


def test_a_subject_of_study_is_no_skill() -> None:
    assert propose("要求：会计、统计学相关专业").rows == ()


def test_no_experience_needed_asks_for_nothing() -> None:
    assert propose("要求：经验不限\n无需经验\nNo experience required").rows == ()


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("限男性", "sex"),
        ("女士优先", "sex"),
        ("仅限女生", "sex"),
        ("35岁以下", "age"),
        ("年龄：22-35", "age"),
        ("18至30周岁", "age"),
        ("95后优先", "age"),
        ("未婚", "family"),
        ("已婚已育优先", "family"),
        ("两年内无生育计划", "family"),
        ("不要属羊的", "stars"),
        ("本地户口优先", "household"),
        ("仅限本地人", "household"),
        ("身高165以上", "looks"),
        ("五官端正", "looks"),
        ("male only", "sex"),
        ("women preferred", "sex"),
        ("under 30", "age"),
        ("aged 20 to 35", "age"),
        ("no older than 40", "age"),
        ("unmarried", "family"),
    ],
)
def test_each_barred_demand_is_refused_on_its_ground(text: str, ground: str) -> None:
    proposed = propose(f"任职要求 Requirements:\n{text}")
    assert [found.ground for found in proposed.refused] == [ground]
    assert (proposed.rows, proposed.unparsed) == ((), ())


@pytest.mark.parametrize(
    "text",
    ["男女不限", "年龄不限", "性别不限", "户籍不限", "under 30 minutes of travel", "10年以上公司"],
)
def test_what_bars_nobody_is_not_refused(text: str) -> None:
    assert propose(f"任职要求：\n{text}").refused == ()


def test_every_ground_has_its_reason() -> None:
    assert {f"criteria.refused-{ground}" for ground in GROUNDS} <= MESSAGES.keys()


def test_a_demand_said_twice_is_proposed_once_at_its_strictest() -> None:
    asked = row("要求：\n了解Redis\n熟练Redis\nRedis优先")
    assert (asked["importance"], asked["params"]["level"]) == ("essential", "proficient")


PIECES = st.sampled_from(
    [
        "熟悉",
        "Python",
        "或",
        "、",
        "，",
        "3年",
        "以上",
        "经验",
        "优先",
        "本科",
        "\n",
        "要求：",
        "C++",
        "or",
        " ",
        "限男性",
        "English",
        "(",
        ")",
        "base上海",
        "一周内到岗",
        "①",
        "１",
        "years",
        "+",
        ".",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_rows_that_a_requisition_takes(text: str) -> None:
    proposed = propose(text)
    validate_criteria([r.criterion for r in proposed.rows])
    assert proposed == propose(text)


@pytest.mark.parametrize(
    "line",
    [
        "熟悉Python" + " " * 19_000 + "x Java经验",
        "要求" + " " * 19_000 + "x",
        "Python、" * 2_800,
        "熟悉Python" * 2_400,
    ],
    ids=["blanks", "heading", "list", "levels"],
)
def test_a_line_that_never_ends_is_read_in_the_time_of_a_request(line: str) -> None:
    started = time.process_time()
    propose("任职要求\n" + line)
    assert time.process_time() - started < 3


def test_what_stands_late_in_a_long_sentence_is_proposed_and_quoted_where_it_stands() -> None:
    text = "任职要求\n" + "我们的团队 " * 100 + "，熟练使用Python"
    row = propose(text).rows[0]
    assert row.criterion["params"] == {"skill": "Python", "level": "proficient"}
    assert text.splitlines()[1][row.quote.start : row.quote.end] == row.quote.text
