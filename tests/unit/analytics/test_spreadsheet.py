"""A table opens in any spreadsheet, and none runs it."""

import csv
import io

import pytest

from chalicelib.analytics import spreadsheet
from chalicelib.analytics.registry import render
from tests.unit.analytics import cases


@pytest.mark.parametrize(
    "risky",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=x",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        " =1",
        "\u3000=1",
    ],
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(risky: str):
    assert f"'{risky}" == spreadsheet.cell(risky)


def test_numbers_and_plain_texts_stay_as_they_are():
    assert [spreadsheet.cell(value) for value in (-1.5, 3, "70–80", "a=b", "")] == [
        "-1.5",
        "3",
        "70–80",
        "a=b",
        "",
    ]


def test_a_chart_is_written_with_a_mark_and_read_back_whole():
    rows = cases.decided("=HYPERLINK(1)", 10, 40, '店长,"甲"\n乙')

    text = spreadsheet.of_chart(render("pass-rate", rows, "zh"))

    assert text.startswith("\ufeff需求编号,职位,通过,n,比率")
    assert "\ufeff".encode() == text.encode()[:3]
    back = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert back[1] == ["'=HYPERLINK(1)", '店长,"甲"\n乙', "10", "40", "25%", "14.2%", "40.2%"]


def test_headings_and_words_follow_the_language():
    text = spreadsheet.of_chart(render("score-distribution", cases.source_case(), "en"))

    assert text.split("\r\n")[:2] == ["\ufeffBand,Interviews,Share,Low,High", "<60,0,0%,0%,3.7%"]


def test_a_silent_chart_gives_no_figures_away():
    text = spreadsheet.of_chart(render("score-distribution", cases.scored(80.0), "en"))

    assert text == "\ufeffToo few: n = 1 (interviews); shown from 10 on.\r\n"
