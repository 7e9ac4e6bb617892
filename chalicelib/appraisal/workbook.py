"""An XLSX workbook's first sheet as rows of text: bounded, nothing evaluated, no entity expanded.

Source: ECMA-376 part 1 (SpreadsheetML). Only what values need is read; a cell with a formula keeps
its `=` so that the caller refuses it.
"""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

LARGEST_PART_BYTES = 40_000_000
MOST_ENTRIES = 500
#: How far a part may grow beyond its packed size; deflate of plain sheets reaches about 30.
MOST_GROWTH = 200
MOST_COLUMNS = 64
MOST_CELLS = 400_000
#: Characters that a cell may hold (ECMA-376's own limit); a longer text is cut there.
LONGEST_TEXT = 32_767
SIGNATURE = b"PK\x03\x04"
#: What a damaged archive ends in, by its way of packing; bzip2 answers with an OSError.
BROKEN = (
    zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError,
    zlib.error, lzma.LZMAError,
)  # fmt: skip
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_FIRST_SHEET = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")


class NotAWorkbook(ValueError):
    """Not a workbook that can be read; `code` says which way."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass
class _Sheet:
    """What the parser of a sheet has seen so far."""

    shared: list[str]
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    cells: int = 0
    row: int = 0
    column: int = -1
    kind: str = ""
    pieces: list[str] = field(default_factory=list)
    inside: bool = False
    formula: bool = False


def rows(content: bytes) -> list[list[str]]:
    """The first sheet's rows, each cut after its last cell; missing rows are empty lists.

    Raises
    ------
    NotAWorkbook
        not-a-workbook, workbook-too-large (as unpacked) or workbook-entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > MOST_ENTRIES:
                raise NotAWorkbook("workbook-too-large")
            names = set(archive.namelist())
            sheet = _first_sheet(names)
            shared = _shared(archive) if "xl/sharedStrings.xml" in names else []
            return _rows(_part(archive, sheet), shared)
    except NotAWorkbook:
        raise
    except BROKEN as error:
        raise NotAWorkbook("not-a-workbook") from error


def _first_sheet(names: set[str]) -> str:
    sheets = sorted(filter(_FIRST_SHEET.fullmatch, names), key=lambda name: (len(name), name))
    if not sheets:
        raise NotAWorkbook("not-a-workbook")
    return sheets[0]


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One part's bytes, never more than promised: the announced size is checked, then the real."""
    info = archive.getinfo(name)
    grown = info.file_size > MOST_GROWTH * max(info.compress_size, 1)
    if info.file_size > LARGEST_PART_BYTES or (grown and info.file_size > 1_000_000):
        raise NotAWorkbook("workbook-too-large")
    with archive.open(info) as part:
        content = part.read(LARGEST_PART_BYTES + 1)
    if len(content) > LARGEST_PART_BYTES:
        raise NotAWorkbook("workbook-too-large")
    return content


def _parse(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: start(name.rpartition(" ")[2], given)
    parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise NotAWorkbook("not-a-workbook") from error


def _refuse_doctype(*_: object) -> None:
    raise NotAWorkbook("workbook-entities")


def _shared(archive: zipfile.ZipFile) -> list[str]:
    """The table of shared texts; phonetic hints (rPh) are no part of a text."""
    found: list[str] = []
    pieces: list[str] = []
    state = {"phonetic": 0, "inside": 0}

    def start(name: str, _: dict[str, str]) -> None:
        if name == "si":
            pieces.clear()
        state["phonetic"] += name == "rPh"
        state["inside"] += name == "t"

    def end(name: str) -> None:
        state["phonetic"] -= name == "rPh"
        state["inside"] -= name == "t"
        if name == "si":
            found.append("".join(pieces)[:LONGEST_TEXT])

    def text(piece: str) -> None:
        if state["inside"] and not state["phonetic"]:
            pieces.append(piece)

    _parse(_part(archive, "xl/sharedStrings.xml"), start, end, text)
    return found


def _rows(content: bytes, shared: list[str]) -> list[list[str]]:
    sheet = _Sheet(shared)
    _parse(
        content,
        lambda name, given: _opened(sheet, name, given),
        lambda name: _closed(sheet, name),
        lambda piece: sheet.pieces.append(piece) if sheet.inside else None,
    )
    height = max(sheet.rows, default=0)
    return [
        [line.get(column, "") for column in range(max(line, default=-1) + 1)]
        for line in (sheet.rows.get(row, {}) for row in range(1, height + 1))
    ]


def _opened(sheet: _Sheet, name: str, given: dict[str, str]) -> None:
    if name == "row":
        sheet.row = int(given.get("r", sheet.row + 1))
        sheet.column = -1
    elif name == "c":
        place = _REFERENCE.fullmatch(given.get("r", ""))
        if place:
            sheet.row = int(place[2])
        sheet.column = _column(place[1]) if place else sheet.column + 1
        sheet.kind, sheet.formula = given.get("t", "n"), False
        sheet.pieces.clear()
    elif name == "f":
        sheet.formula = True
    elif name in {"v", "t"}:
        sheet.inside = True


def _closed(sheet: _Sheet, name: str) -> None:
    if name in {"v", "t"}:
        sheet.inside = False
    elif name == "c":
        sheet.cells += 1
        if sheet.cells > MOST_CELLS or sheet.column >= MOST_COLUMNS or sheet.row > MOST_CELLS:
            raise NotAWorkbook("workbook-too-large")
        shown = _shown(sheet)
        if shown:
            sheet.rows.setdefault(sheet.row, {})[sheet.column] = shown


def _shown(sheet: _Sheet) -> str:
    value = "".join(sheet.pieces)[:LONGEST_TEXT]
    if sheet.formula:
        return f"={value}"
    if sheet.kind == "s":
        place = int(value) if value.isdigit() else -1
        if not 0 <= place < len(sheet.shared):
            raise NotAWorkbook("not-a-workbook")
        return sheet.shared[place]
    return _plain(value) if sheet.kind == "n" and value else value


def _plain(text: str) -> str:
    """A stored number as it is meant: 0.1 and not the 0.10000000000000001 of some writers."""
    try:
        return f"{float(text):.15g}"
    except ValueError:
        return text


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
