"""KPI and rating files: every problem by row, and not one row of a faulty file."""

import pytest

from chalicelib.appraisal import sheet
from chalicelib.appraisal.imports import read_kpis

KNOWN = frozenset({"E1", "E2", "E3"})
HEADER = "employee_number,kpi,value,unit\n"


def codes(text: str) -> list[tuple[int, str, str]]:
    report = read_kpis((HEADER + text).encode(), KNOWN)
    return [(each.row, each.column, each.code) for each in report.problems]


def test_a_good_file_is_accepted_whole():
    report = read_kpis((HEADER + "E1,sales_growth,-3.5,%\nE2,sales_growth,8,%\n").encode(), KNOWN)

    assert report.ok
    assert [(r.employee_number, r.value) for r in report.accepted] == [("E1", -3.5), ("E2", 8.0)]


def test_one_faulty_row_keeps_the_whole_file_out():
    report = read_kpis((HEADER + "E1,sales_growth,3,%\nE9,sales_growth,3,%\n").encode(), KNOWN)

    assert report.accepted == ()
    assert [each.row for each in report.problems] == [3]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("E1,bug_rate,2,%", (2, "unit", "wrong-unit")),
        ("E1,bug_rate,2,", (2, "unit", "wrong-unit")),
        ("E1,bug_rate,many,per-KLOC", (2, "value", "not-a-number")),
        ("E1,bug_rate,,per-KLOC", (2, "value", "not-a-number")),
        ("E1,bug_rate,nan,per-KLOC", (2, "value", "not-a-number")),
        ('E1,bug_rate,"1,200",per-KLOC', (2, "value", "not-a-number")),
        ("E1,bug_rate,１２,per-KLOC", (2, "value", "not-a-number")),
        ("E1,bug_rate,900,per-KLOC", (2, "value", "implausible")),
        ("E1,customer_satisfaction,101,points", (2, "value", "implausible")),
        ("E1,charm,3,points", (2, "kpi", "unknown-kpi")),
        ("E7,bug_rate,2,per-KLOC", (2, "employee_number", "unknown-person")),
        ("E1,bug_rate,2", (2, "", "wrong-cell-count")),
        ("=1+1,bug_rate,2,per-KLOC", (2, "employee_number", "formula")),
        ('E1,"=HYPERLINK(""http://x"")",2,per-KLOC', (2, "kpi", "formula")),
        ("E1,bug_rate,=2+3,per-KLOC", (2, "value", "formula")),
        ("E1,bug_rate,2,@SUM(A1)", (2, "unit", "formula")),
        ("E1,bug_rate,-cmd,per-KLOC", (2, "value", "formula")),
    ],
)
def test_a_bad_row_is_named_with_its_column(row, expected):
    assert [expected] == codes(row + "\n")


def test_a_repeated_row_points_at_the_first():
    report = read_kpis((HEADER + "E1,sales_growth,3,%\n" * 2).encode(), KNOWN)

    assert not report.ok
    text = HEADER + "E1,sales_growth,3,%\nE1,sales_growth,4,%\n"
    (found,) = read_kpis(text.encode(), KNOWN).problems
    assert (found.row, found.code) == (3, "duplicate-row")
    assert "2" in found.message["en"]
    assert "2" in found.message["zh"]


def test_several_problems_of_one_row_are_all_told():
    assert [code for _, _, code in codes("E9,bug_rate,x,days\n")] == [
        "unknown-person",
        "not-a-number",
        "wrong-unit",
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "wrong-columns"),
        (b"employee_number,kpi,value\nE1,bug_rate,2\n", "wrong-columns"),
        (b"employee_number,kpi,value,unit,note\nE1,bug_rate,2,per-KLOC,x\n", "wrong-columns"),
        (b"employee_number,kpi,value,value\nE1,bug_rate,2,2\n", "wrong-columns"),
        (HEADER.encode(), "row-count"),
        (b"\xff\xfe\x00\x81", "unknown-encoding"),
        (HEADER.encode() + b"E1,bug\0_rate,2,per-KLOC\n", "not-csv"),
        (HEADER.encode() + b'"E1,bug_rate,2,per-KLOC\n', "not-csv"),
        (b"PK\x03\x04\0\0", "not-a-workbook"),
        (b"x" * (sheet.LARGEST_BYTES + 1), "file-too-large"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_in_one_problem(content, code):
    assert [(1, code)] == [(each.row, each.code) for each in read_kpis(content, KNOWN).problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_files_of_chinese_and_western_spreadsheets_are_both_read(encoding):
    text = HEADER + "店长一号,sales_growth,3,%\n"

    report = read_kpis(text.encode(encoding), {"店长一号"})

    assert [row.employee_number for row in report.accepted] == ["店长一号"]


def test_columns_may_stand_in_any_order():
    text = "unit,value,kpi,employee_number\r\n%,3,sales_growth,E1\r\n"

    assert read_kpis(text.encode(), KNOWN).ok


def test_long_cell_contents_are_cut_in_the_report():
    (found,) = read_kpis((HEADER + f"E1,{'x' * 5000},3,%\n").encode(), KNOWN).problems

    assert len(found.message["en"]) < 100
