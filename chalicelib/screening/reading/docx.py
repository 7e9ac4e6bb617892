"""DOCX: a zip of XML, read with a budget for every byte that comes out of it."""

import io
import zipfile
import zlib
from xml.parsers import expat

from chalicelib.screening.reading.unreadable import (
    ResumeEncrypted,
    ResumeTooLarge,
    ResumeUnreadable,
    ResumeUnsupported,
)

MAX_MEMBERS = 2_000
MAX_PART_BYTES = 16 * 1024 * 1024
_CHUNK_BYTES = 64 * 1024


def docx_lines(content: bytes) -> list[str]:
    """List the paragraphs and table rows of a Word file, headers first and footers last.

    Raises
    ------
    ResumeUnsupported : a zip that is no Word file.
    ResumeTooLarge : it unpacks to more than its budget, whatever sizes it declares.
    ResumeEncrypted, ResumeUnreadable.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [line for part in _parts(archive) for line in _part_lines(archive, part)]
    except (zipfile.BadZipFile, expat.ExpatError, zlib.error, EOFError, KeyError) as problem:
        raise ResumeUnreadable(kind="docx") from problem
    except NotImplementedError as problem:  # zipfile's word for a compression it cannot undo
        raise ResumeUnsupported() from problem


def _parts(archive: zipfile.ZipFile) -> list[str]:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise ResumeTooLarge(limit_members=MAX_MEMBERS)
    names = [member.filename for member in members]
    if "word/document.xml" not in names:
        raise ResumeUnsupported()
    if any(member.flag_bits & 1 for member in members):
        raise ResumeEncrypted()
    headers = sorted(n for n in names if n.startswith("word/header") and n.endswith(".xml"))
    footers = sorted(n for n in names if n.startswith("word/footer") and n.endswith(".xml"))
    return [*headers, "word/document.xml", *footers]


def _part_lines(archive: zipfile.ZipFile, name: str) -> list[str]:
    if archive.getinfo(name).file_size > MAX_PART_BYTES:
        raise ResumeTooLarge(limit_bytes=MAX_PART_BYTES)
    reader = _Reader()
    seen_bytes = 0
    with archive.open(name) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            seen_bytes += len(chunk)
            if seen_bytes > MAX_PART_BYTES:
                raise ResumeTooLarge(limit_bytes=MAX_PART_BYTES)
            reader.feed(chunk)
    reader.feed(b"", last=True)
    return reader.lines


class _Reader:
    """Walks WordprocessingML events; keeps a stack because tables and text boxes nest."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._paragraphs: list[str] = []
        self._cells: list[list[str]] = []
        self._rows: list[list[list[str]]] = []
        self._in_text = False
        self._fallbacks = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = _refuse

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        self._parser.Parse(chunk, last)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if name == "mc:Fallback":  # the same text box again, for old readers
            self._fallbacks += 1
        elif name == "w:p":
            self._paragraphs.append("")
        elif name == "w:tr":
            self._rows.append([])
        elif name == "w:tc":
            self._cells.append([])
        elif name == "w:t":
            self._in_text = True
        elif name in ("w:tab", "w:br", "w:cr"):
            self._write("   " if name == "w:tab" else "\n")

    def _end(self, name: str) -> None:
        if name == "mc:Fallback":
            self._fallbacks -= 1
        elif name == "w:t":
            self._in_text = False
        elif name == "w:p" and self._paragraphs:
            self._emit(self._paragraphs.pop().split("\n"))
        elif name == "w:tc" and self._cells and self._rows:
            self._rows[-1].append(self._cells.pop())
        elif name == "w:tr" and self._rows:
            self._emit(_row_lines(self._rows.pop()))

    def _characters(self, data: str) -> None:
        if self._in_text:
            self._write(data)

    def _write(self, text: str) -> None:
        if self._paragraphs and not self._fallbacks:
            self._paragraphs[-1] += text

    def _emit(self, lines: list[str]) -> None:
        filled = [line for line in lines if line.strip()]
        (self._cells[-1] if self._cells else self.lines).extend(filled)


def _row_lines(cells: list[list[str]]) -> list[str]:
    """One line for a row of data; a row used for page layout keeps its cells apart."""
    if all(len(cell) <= 1 for cell in cells):
        return ["   ".join(cell[0] for cell in cells if cell)]
    return [line for cell in cells for line in cell]


def _refuse(*_declaration: object) -> None:
    raise ResumeUnreadable(kind="docx", why="document type declaration")
