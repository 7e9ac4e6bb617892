"""A report as files: what opens, what stands in it, and that nothing runs."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from datetime import date

import pypdfium2
import pytest

from chalicelib.analytics.registry import render
from chalicelib.analytics.reports import Report, document, workbook
from chalicelib.analytics.reports.book import _column, _names
from chalicelib.analytics.reports.content import last_period
from chalicelib.analytics.reports.pages import width, wrapped
from tests.unit.analytics import cases, weekly
from tests.unit.analytics.test_pictures import PICTURES

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
FORMULA = '=HYPERLINK("https://evil.example","x")'


def report(language: str = "zh") -> Report:
    keys = ("scores of the source case", "dimensions", "stays", "before and after", "prediction",
            "weeks", "opinions", "questions", "nothing at all")  # fmt: skip
    charts = [render(*PICTURES[key], language) for key in keys]
    charts.append(render("pass-rate", cases.decided("REQ-1", 4, 20, FORMULA), language))
    return Report(language, "2026-03-02", "2026-03-08", "", tuple(charts))


def sheets(raw: bytes) -> dict[str, list[list[str]]]:
    """The texts of every sheet, as a spreadsheet reads them."""
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        assert book.testzip() is None
        names = [s.get("name", "") for s in ET.fromstring(book.read("xl/workbook.xml")).iter(
            f"{{{NS['m']}}}sheet")]  # fmt: skip
        found = {}
        for number, name in enumerate(names, start=1):
            root = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            found[name] = [
                ["".join(cell.itertext()) for cell in row.findall("m:c", NS)]
                for row in root.iter(f"{{{NS['m']}}}row")
            ]
            assert root.find(".//m:f", NS) is None
        return found


def test_a_workbook_holds_every_chart_with_its_table():
    found = sheets(workbook(report("en")))

    assert found["Overview"][0] == ["Hiring report"]
    table = found["Distribution of interview score"]
    assert table[3][:3] == ["Band", "Interviews", "Share"]
    assert [row[1:3] for row in table[4:8]] == [
        ["0", "0%"], ["30", "30%"], ["50", "50%"], ["20", "20%"],
    ]  # fmt: skip
    assert not any("Prediction" in name for name in list(found)[6:])


def test_a_text_that_looks_like_a_formula_stays_a_text():
    raw = workbook(report())

    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        whole = "".join(book.read(name).decode() for name in book.namelist())
    assert "HYPERLINK" in whole
    assert "<f>" not in whole
    assert 't="inlineStr"' in whole


def test_numbers_are_numbers_and_the_same_report_is_the_same_file():
    raw = workbook(report())

    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        second = book.read("xl/worksheets/sheet2.xml").decode()
    assert re.search(r'<c r="B6"><v>30</v></c>', second)
    assert raw == workbook(report())


def test_sheets_have_names_that_a_workbook_takes():
    names = _names(["a/b:c", "a/b:c", "x" * 40, "x" * 40, "'", ""])

    assert len(set(names)) == len(names) == 6
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert [_column(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_document_opens_and_says_what_the_charts_say(language: str):
    made = report(language)

    pdf = pypdfium2.PdfDocument(document(made))

    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    plain = re.sub(r"\s", "", text)
    assert len(pdf) >= 3
    for chart in made.charts:
        assert re.sub(r"\s", "", chart.title[language]) in plain
        assert re.sub(r"\s", "", chart.summary[language])[:30] in plain
    assert "30%" in plain


def test_a_page_of_the_document_is_not_blank():
    page = pypdfium2.PdfDocument(document(report("en")))[0]
    picture = page.render(scale=0.5).to_numpy()

    assert 0.005 < (picture < 128).mean() < 0.5


def test_letters_that_no_font_has_do_not_break_the_document():
    rows = cases.decided("REQ-1", 4, 20, "\U0001f600 \x00\ud800 ok")
    made = Report("en", "", "", "", (render("pass-rate", rows, "en"),))

    assert len(pypdfium2.PdfDocument(document(made))) == 1


def test_lines_are_broken_within_their_room():
    for text in ("招聘数据报告" * 20, "word " * 60, "x" * 300, "混合 mixed text 与中文" * 9):
        lines = wrapped(text, 200, 10)
        assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
        assert all(width(line, 10) <= 205 + 40 * 8 for line in lines)
    assert wrapped("", 100, 10) == []


@pytest.mark.parametrize(
    ("today", "every", "first", "last"),
    [
        ("2026-11-24", "week", "2026-11-16", "2026-11-22"),
        ("2026-11-23", "week", "2026-11-16", "2026-11-22"),
        ("2026-11-22", "week", "2026-11-09", "2026-11-15"),
        ("2026-03-01", "month", "2026-02-01", "2026-02-28"),
        ("2026-01-31", "month", "2025-12-01", "2025-12-31"),
    ],
)
def test_the_last_whole_period_is_reported(today: str, every: str, first: str, last: str):
    found = last_period(date.fromisoformat(today), every)

    assert [day.isoformat() for day in found] == [first, last]


def test_charts_without_figures_are_named_and_give_no_sheet():
    silent = render("prediction", cases.employees(3), "en")
    made = Report("en", "", "", "", (silent, render("recruiter-load", weekly.hands(3), "en")))

    assert list(sheets(workbook(made))) == ["Overview", "Recruiters' load"]
