"""A workbook (Office Open XML) written by hand: texts and numbers alone, so that nothing runs.

Every text is an inline string, which no spreadsheet takes for a formula.
Source: ECMA-376, Part 1, §18 (SpreadsheetML).
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from chalicelib.analytics.registry import both
from chalicelib.analytics.reports.content import Report

Row = Sequence[str | int | float]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
#: A moment of their own for all files, so that the same report is the same bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)
#: Letters that a sheet's name may not hold, and how long it may be.
FORBIDDEN, LONGEST = re.compile(r"[\[\]:*?/\\]"), 31
BOLD = 1


def workbook(report: Report) -> bytes:
    """The report as an .xlsx file: an overview, and one sheet per chart that has figures."""
    language = report.language
    overview: list[Row] = [(report.title,), (report.about,), ()]
    overview += [(c.title[language], c.n, c.summary[language]) for c in report.charts]
    sheets = [(both("report.overview")[language], overview)]
    for chart in report.spoken:
        head: list[Row] = [(chart.title[language],), (chart.summary[language],)]
        columns: Row = [column[language] for column in chart.columns]
        note: list[Row] = [(), (chart.note[language],)]
        sheets.append((chart.title[language], [*head, (), columns, *chart.shown(), *note]))
    return _zipped(sheets)


def _zipped(sheets: Sequence[tuple[str, Sequence[Row]]]) -> bytes:
    names = _names(name for name, _ in sheets)
    files = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(names),
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)),
             ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _styles(),
        **{f"xl/worksheets/sheet{n}.xml": _sheet(rows) for n, (_, rows) in enumerate(sheets, 1)},
    }  # fmt: skip
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(zipfile.ZipInfo(name, MOMENT), text, zipfile.ZIP_DEFLATED)
    return raw.getvalue()


def _names(wanted: Iterable[str]) -> list[str]:
    """Names that a workbook takes: none twice, none too long."""
    found: list[str] = []
    for number, name in enumerate(wanted, start=1):
        short = FORBIDDEN.sub(" ", name)[:LONGEST].strip("' ") or str(number)
        found.append(short if short not in found else f"{number} {short}"[:LONGEST])
    return found


def _sheet(rows: Sequence[Row]) -> str:
    cells = "".join(_row(number, row, bold=number in (1, 4)) for number, row in enumerate(rows, 1))
    wide = '<cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="12" width="16" customWidth="1"/></cols>'  # noqa: E501
    return f'{HEAD}<worksheet xmlns="{MAIN}">{wide}<sheetData>{cells}</sheetData></worksheet>'


def _row(number: int, row: Row, *, bold: bool) -> str:
    style = f' s="{BOLD}"' if bold else ""
    cells = "".join(
        _cell(f"{_column(place)}{number}", value, style) for place, value in enumerate(row)
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(at: str, value: str | int | float, style: str) -> str:
    if isinstance(value, int | float):
        return f'<c r="{at}"{style}><v>{value!r}</v></c>'
    text = escape("".join(c for c in value if c in "\t\n" or " " <= c < "\ufffe"))
    return f'<c r="{at}" t="inlineStr"{style}><is><t xml:space="preserve">{text}</t></is></c>'


def _column(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _types(sheets: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{kind}.{what}+xml"/>'
        for name, what in (
            ("workbook.xml", "sheet.main"),
            ("styles.xml", "styles"),
            *((f"worksheets/sheet{n}.xml", "worksheet") for n in range(1, sheets + 1)),
        )
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{parts}</Types>"
    )


def _relations(to: Sequence[tuple[str, str]]) -> str:
    parts = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(to, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{parts}</Relationships>'


def _book(names: Sequence[str]) -> str:
    parts = "".join(
        f'<sheet name="{escape(name, {chr(34): "&quot;"})}" sheetId="{n}" r:id="r{n}"/>'
        for n, name in enumerate(names, start=1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{parts}</sheets></workbook>'


def _styles() -> str:
    font = '<font><sz val="11"/><name val="Calibri"/></font>'
    bold = '<font><b/><sz val="11"/><name val="Calibri"/></font>'
    none = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'  # noqa: E501
    plain = '<xf numFmtId="0" fontId="{}" fillId="0" borderId="0" xfId="0"/>'
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="2">{font}{bold}</fonts>'
        f'<fills count="2">{none}</fills><borders count="1"><border/></borders>'
        f'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="2">{plain.format(0)}{plain.format(1)}</cellXfs>'
        "</styleSheet>"
    )
