"""Workbooks: read as they are meant, bounded, and never run."""

import io
import zipfile

import pytest

from chalicelib.appraisal import sheet, workbook
from chalicelib.appraisal.imports import read_kpis
from chalicelib.appraisal.workbook import NotAWorkbook

COLUMNS = ("employee_number", "kpi", "value", "unit")
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEADER = "".join(
    f'<c r="{letter}1" t="inlineStr"><is><t>{name}</t></is></c>'
    for letter, name in zip("ABCD", COLUMNS, strict=True)
)


def text(place: str, value: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def book(rows: str, *, shared: str = "", head: str = "", **parts: str) -> bytes:
    """A workbook whose first sheet holds these rows after the header."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        body = f'<row r="1">{HEADER}</row>{rows}'
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f'<?xml version="1.0"?>{head}<worksheet {SPACE}><sheetData>{body}</sheetData>'
            "</worksheet>",
        )
        if shared:
            archive.writestr("xl/sharedStrings.xml", f"<sst {SPACE}>{shared}</sst>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def good_row(row: int, number: str = "E1", value: str = "12.5") -> str:
    first = text(f"A{row}", number) + text(f"B{row}", "sales_growth")
    return f'<row r="{row}">{first}<c r="C{row}"><v>{value}</v></c>{text(f"D{row}", "%")}</row>'


def codes(content: bytes) -> list[tuple[int, str, str]]:
    return [(p.row, p.column, p.code) for p in read_kpis(content, {"E1", "E2"}).problems]


def test_a_workbook_is_read_like_a_csv_file():
    report = read_kpis(book(good_row(2) + good_row(3, "E2", "-3")), {"E1", "E2"})

    assert report.ok
    assert [(r.employee_number, r.value) for r in report.accepted] == [("E1", 12.5), ("E2", -3.0)]


def test_shared_texts_are_joined_from_their_runs_without_phonetic_hints():
    shared = "<si><r><t>sales_</t></r><r><t>growth</t></r><rPh><t>x</t></rPh></si>"
    row = '<row r="2">' + text("A2", "E1") + '<c r="B2" t="s"><v>0</v></c>'
    row += '<c r="C2"><v>1</v></c>' + text("D2", "%") + "</row>"

    assert read_kpis(book(row, shared=shared), {"E1"}).ok


def test_numbers_come_as_they_were_typed():
    assert (
        read_kpis(book(good_row(2, value="0.30000000000000004")), {"E1"}).accepted[0].value == 0.3
    )


def test_a_formula_is_neither_run_nor_its_stored_result_believed():
    row = good_row(2).replace('<c r="C2"><v>12.5</v>', '<c r="C2"><f>1+1</f><v>2</v>')

    assert codes(book(row)) == [(2, "value", "formula")]


def test_rows_keep_the_numbers_that_the_spreadsheet_shows():
    assert codes(book(good_row(2) + good_row(7, "E9"))) == [
        (7, "employee_number", "unknown-person")
    ]


def test_an_empty_cell_in_a_row_is_empty_and_not_the_next_one():
    row = '<row r="2">' + text("A2", "E1") + text("B2", "sales_growth") + text("D2", "%") + "</row>"

    assert codes(book(row)) == [(2, "value", "not-a-number")]


def test_cells_without_a_place_follow_one_another():
    row = good_row(2)
    for letter in "ABCD":
        row = row.replace(f' r="{letter}2"', "")

    assert read_kpis(book(row), {"E1"}).ok


def test_the_first_sheet_is_the_first_by_its_number():
    other = f"<worksheet {SPACE}><sheetData/></worksheet>"

    assert read_kpis(book(good_row(2), **{"xl/worksheets/sheet10.xml": other}), {"E1"}).ok


def test_a_month_may_be_a_date_of_the_spreadsheet():
    """46097 days after the spreadsheet's day 0 is 16 March 2026."""
    row = good_row(2).replace("</row>", '<c r="E2"><v>46097</v></c></row>')
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(row))) as old, zipfile.ZipFile(made, "w") as new:
        page = old.read("xl/worksheets/sheet1.xml").decode()
        new.writestr("xl/worksheets/sheet1.xml", page.replace(HEADER, HEADER + text("E1", "month")))

    assert read_kpis(made.getvalue(), {"E1"}).accepted[0].month == "2026-03"


def bomb(size: int) -> bytes:
    """A sheet that unpacks to many times its size."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<a>" + b" " * size + b"</a>")
    return made.getvalue()


def lying(content: bytes, size: int) -> bytes:
    """The same archive with another unpacked size announced in its directory."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        true = archive.infolist()[0].file_size
    return content.replace(true.to_bytes(4, "little"), size.to_bytes(4, "little"))


ENTITIES = '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c "&b;&b;&b;">]>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 and nothing else", "not-a-workbook"),
        (bomb(60_000_000), "workbook-too-large"),
        (bomb(5_000_000), "workbook-too-large"),
        (lying(bomb(5_000_000), 900_000), "not-a-workbook"),
        (book(good_row(2), head=ENTITIES), "workbook-entities"),
        (book(good_row(2), shared=""), ""),
        (book('<row r="2"><c r="A2" t="s"><v>7</v></c></row>', shared="<si><t>x</t></si>"),
         "not-a-workbook"),
        (book('<row r="2"><c r="ZZZ2"><v>1</v></c></row>'), "workbook-too-large"),
        (book('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'), "workbook-too-large"),
        (book('<row r="x"><c><v>1</v></c></row>'), "not-a-workbook"),
        (book("<row"), "not-a-workbook"),
    ],
)  # fmt: skip
def test_a_hostile_or_broken_workbook_ends_in_one_problem(content, code):
    assert [each.code for each in sheet.read(content, COLUMNS).problems] == ([code] if code else [])


def test_more_entries_than_any_workbook_has_are_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for n in range(workbook.MOST_ENTRIES + 1):
            archive.writestr(f"xl/{n}.xml", "")

    with pytest.raises(NotAWorkbook) as caught:
        workbook.rows(made.getvalue())

    assert caught.value.code == "workbook-too-large"


def test_a_zip_without_a_sheet_is_no_workbook():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")

    with pytest.raises(NotAWorkbook):
        workbook.rows(made.getvalue())


def packed(way: int) -> bytes:
    """A sheet packed in one of the ways of ZIP, its packed bytes overwritten in the middle."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", way) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "".join(f"<a>{n}</a>" for n in range(9_000)))
    content = bytearray(made.getvalue())
    content[60:4_000] = bytes(0xFF ^ (n * 37 % 256) for n in range(3_940))
    return bytes(content)


@pytest.mark.parametrize("way", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damaged_packing_of_every_kind_is_no_workbook(way):
    with pytest.raises(NotAWorkbook) as caught:
        workbook.rows(packed(way))

    assert caught.value.code == "not-a-workbook"


def shared_of(pieces: int) -> list[list[str]]:
    runs = "".join(f"<r><t>{n * 7919 % 99991:05d}&#10;b</t></r>" for n in range(pieces))
    row = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>'
    return workbook.rows(book(row, shared=f"<si>{runs}</si><si><t>next</t></si>"))


def test_a_shared_text_of_many_pieces_is_joined_once_and_cut_at_a_cells_length():
    """Half a million pieces; joined one by one they would copy gigabytes."""
    assert shared_of(2)[1] == ["00000\nb07919\nb", "next"]
    long, after = shared_of(170_000)[1]
    assert (len(long), after) == (workbook.LONGEST_TEXT, "next")


def test_a_cell_of_many_runs_is_cut_at_a_cells_length():
    runs = "<r><t>a&#10;b</t></r>" * 20_000
    row = f'<row r="2"><c r="A2" t="inlineStr"><is>{runs}</is></c></row>'

    assert len(workbook.rows(book(row))[1][0]) == workbook.LONGEST_TEXT
