"""DOCX: WordprocessingML events become lines; tables and text boxes nest, so a stack is kept."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from chalicelib.screening.document import Emphasis
from chalicelib.screening.reading.draft import Draft, Sheet
from chalicelib.screening.reading.package import Package
from chalicelib.screening.reading.tables import Cell, Row, table_lines
from chalicelib.screening.reading.unreadable import ResumeTooLarge, ResumeUnreadable
from chalicelib.screening.reading.word_styles import RUN_PROPERTIES, Looks, Styles

MAX_DEPTH = 500
_STYLES = "word/styles.xml"
# Parts of a document that a reader does not see as its text.
_UNREAD = frozenset(
    ("mc:Fallback", "w:moveFrom", "w:del", "w:rPrChange", "w:pPrChange", "w:object")
)
_MARKS = {"w:tab": "   ", "w:ptab": "   ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


def docx_sheet(content: bytes) -> Sheet:
    """One page of lines: headers, then the document, then footers and notes.

    Raises
    ------
    ResumeUnsupported : a zip that is no Word file.
    ResumeTooLarge : it unpacks to more than its budget, or nests too deeply.
    ResumeEncrypted, ResumeUnreadable.
    """
    package = Package(content)
    raw = b"".join(package.chunks(_STYLES)) if _STYLES in package.names else b""
    styles = Styles(raw.decode("utf-8", errors="replace"))
    sheet = Sheet()
    seen: set[str] = set()
    for name in package.text_parts():
        reader = _Reader(styles, sheet)
        try:
            for chunk in package.chunks(name):
                reader.feed(chunk)
            reader.feed(b"", last=True)
        except expat.ExpatError as problem:
            raise ResumeUnreadable(kind="docx") from problem
        # The first page, even and odd pages each have their header: mostly the same one again.
        repeated = name != "word/document.xml"
        sheet.lines += [x for x in reader.lines if not (repeated and x.text in seen)]
        seen |= {line.text for line in reader.lines}
    return sheet


@dataclass(slots=True)
class _Paragraph:
    looks: Looks = field(default_factory=Looks)
    run: Looks | None = None
    shade: str = ""
    run_shade: str = ""
    text: str = ""
    sizes: list[tuple[int, Looks]] = field(default_factory=list)
    hidden: str = ""


@dataclass(slots=True)
class _Table:
    rows: list[Row] = field(default_factory=list)
    cell: Cell | None = None
    shade: str = ""


class _Reader:
    def __init__(self, styles: Styles, sheet: Sheet) -> None:
        self.lines: list[Draft] = []
        self._styles = styles
        self._sheet = sheet
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[_Table] = []
        # A text box stands outside the table cell in which it is anchored.
        self._boxes: list[list[_Table]] = []
        self._in_text = False
        self._unread = 0
        self._depth = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = _refuse

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        self._parser.Parse(chunk, last)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ResumeTooLarge(limit_depth=MAX_DEPTH)
        if name in _UNREAD:
            self._unread += 1
        elif name in _MARKS:
            self._write(_MARKS[name])
        elif name in _STARTS:
            _STARTS[name](self)
        elif self._paragraphs:
            self._property(name, attributes)
        elif name == "w:shd" and self._tables:
            self._tables[-1].shade = attributes.get("w:fill", "")

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name in _UNREAD:
            self._unread -= 1
        elif name in _ENDS:
            _ENDS[name](self)

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        paragraph = self._paragraphs[-1]
        value = attributes.get("w:val")
        if name == "w:pStyle" and value:
            paragraph.looks = self._styles.look(value)
        elif name == "w:outlineLvl" and value and value < "9":
            paragraph.looks = replace(paragraph.looks, emphasis=Emphasis.HEADING)
        elif name == "w:r":
            paragraph.run = Looks()
        elif name == "w:shd":
            fill = attributes.get("w:fill", "")
            if paragraph.run is None:
                paragraph.shade = fill
            else:
                paragraph.run_shade = fill
        elif paragraph.run is not None and name in RUN_PROPERTIES:
            paragraph.run = RUN_PROPERTIES[name](paragraph.run, value, self._styles)

    def _characters(self, data: str) -> None:
        if self._in_text:
            self._write(data)

    def _write(self, text: str) -> None:
        if not self._paragraphs or self._unread:
            return
        paragraph = self._paragraphs[-1]
        looks = (paragraph.run or Looks()).over(paragraph.looks)
        if not looks.visible_on(self._ground(paragraph)):
            paragraph.hidden += text
            return
        paragraph.text += text
        if size := len(text.strip()):
            paragraph.sizes.append((size, looks))

    def _ground(self, paragraph: _Paragraph) -> str:
        """The shade behind a run, six digits; empty for white. A text box's own fill is unknown."""
        cell = self._tables[-1].shade if self._tables else ""
        shades = (paragraph.run_shade, paragraph.shade, cell)
        shade = next((s for s in shades if s and s != "auto"), "")
        return "808080" if self._boxes and not shade else shade

    def _finish(self, paragraph: _Paragraph) -> None:
        if said := " ".join(paragraph.hidden.split()):
            self._sheet.hidden.append(said)
        emphasis = self._emphasis(paragraph)
        for text in paragraph.text.split("\n"):
            if text.strip():
                self._emit(Draft(text, emphasis))

    def _emphasis(self, paragraph: _Paragraph) -> Emphasis:
        whole = sum(size for size, _ in paragraph.sizes)
        if not whole:
            return Emphasis.PLAIN
        bold = sum(size for size, looks in paragraph.sizes if looks.bold)
        points = min(looks.half_points or self._styles.half_points for _, looks in paragraph.sizes)
        by_size = Emphasis.PLAIN
        if points >= self._styles.half_points * 1.6:
            by_size = Emphasis.TITLE
        elif points >= self._styles.half_points * 1.2:
            by_size = Emphasis.HEADING
        by_weight = Emphasis.STRONG if bold * 10 >= whole * 9 else Emphasis.PLAIN
        return max(by_size, by_weight, paragraph.looks.emphasis)

    def _emit(self, line: Draft) -> None:
        cell = self._tables[-1].cell if self._tables else None
        (self.lines if cell is None else cell).append(line)

    def _open_text(self) -> None:
        self._in_text = True

    def _close_text(self) -> None:
        self._in_text = False

    def _open_paragraph(self) -> None:
        self._paragraphs.append(_Paragraph())

    def _close_paragraph(self) -> None:
        if self._paragraphs:
            self._finish(self._paragraphs.pop())

    def _close_run(self) -> None:
        if self._paragraphs:
            self._paragraphs[-1].run = None
            self._paragraphs[-1].run_shade = ""

    def _open_table(self) -> None:
        self._tables.append(_Table())

    def _close_table(self) -> None:
        if self._tables:
            for line in table_lines(self._tables.pop().rows):
                self._emit(line)

    def _open_row(self) -> None:
        if self._tables:
            self._tables[-1].rows.append([])

    def _open_cell(self) -> None:
        if self._tables and self._tables[-1].rows:
            cell: Cell = []
            self._tables[-1].cell, self._tables[-1].shade = cell, ""
            self._tables[-1].rows[-1].append(cell)

    def _close_cell(self) -> None:
        if self._tables:
            self._tables[-1].cell = None

    def _open_box(self) -> None:
        self._boxes.append(self._tables)
        self._tables = []

    def _close_box(self) -> None:
        if self._boxes:
            self._tables = self._boxes.pop()


_STARTS: dict[str, Callable[[_Reader], None]] = {
    "w:t": _Reader._open_text,
    "w:p": _Reader._open_paragraph,
    "w:tbl": _Reader._open_table,
    "w:tr": _Reader._open_row,
    "w:tc": _Reader._open_cell,
    "w:txbxContent": _Reader._open_box,
}
_ENDS: dict[str, Callable[[_Reader], None]] = {
    "w:t": _Reader._close_text,
    "w:r": _Reader._close_run,
    "w:p": _Reader._close_paragraph,
    "w:tbl": _Reader._close_table,
    "w:tc": _Reader._close_cell,
    "w:txbxContent": _Reader._close_box,
}


def _refuse(*_declaration: object) -> None:
    raise ResumeUnreadable(kind="docx", why="document type declaration")
