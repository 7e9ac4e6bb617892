"""Pages become files: PDF in one or two columns, Word with or without tables, HTML, plain text."""

import html
import io
import zipfile
from collections.abc import Callable
from functools import cache

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from infra.resume_samples.layouts import Block, Page

_FONT = "STSong-Light"
_GAP = "   "
_WORD_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EPOCH = (2026, 1, 1, 0, 0, 0)
Item = tuple[int, str]  # font size in points, text


@cache
def _register_font() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))


def _wrapped(text: str, size: int, width: float) -> list[str]:
    lines, line = [], ""
    for piece in text.split(" ") if text.isascii() else list(text):
        joined = f"{line} {piece}".strip() if text.isascii() else line + piece
        if line and pdfmetrics.stringWidth(joined, _FONT, size) > width:
            lines.append(line)
            joined = piece
        line = joined
    return [*lines, line]


def _column(canvas: Canvas, items: list[Item], x: float, width: float) -> None:
    y = A4[1] - 60
    for size, text in items:
        for line in _wrapped(text, size, width):
            canvas.setFont(_FONT, size)
            canvas.drawString(x, y, line)
            y -= size * 1.6


def _items(blocks: list[Block], separator: str) -> list[Item]:
    return [
        item
        for block in blocks
        for item in ((13, block.heading), *((10, separator.join(row)) for row in block.rows))
    ]


def _separator(page: Page) -> str:
    return " | " if page.name.isascii() else _GAP


def _canvas(buffer: io.BytesIO) -> Canvas:
    _register_font()
    canvas = Canvas(buffer, A4, invariant=1)
    canvas.setTitle("resume")
    return canvas


def pdf(page: Page) -> bytes:
    """One column, top to bottom."""
    buffer = io.BytesIO()
    canvas = _canvas(buffer)
    head = [(18, page.name), *((10, line) for line in page.contact)]
    _column(canvas, head + _items(page.blocks, _separator(page)), 50, A4[0] - 100)
    canvas.save()
    return buffer.getvalue()


def pdf_columns(page: Page) -> bytes:
    """A narrow left column with contact and skills, written after the wide right one."""
    buffer = io.BytesIO()
    canvas = _canvas(buffer)
    left = [b for b in page.blocks if b.section in ("skills", "languages", "summary")]
    right = [b for b in page.blocks if b not in left]
    contact = [part for line in page.contact for part in line.replace(_GAP, " | ").split(" | ")]
    head = [(18, page.name), *((10, line) for line in contact)]
    _column(canvas, _items(right, _separator(page)), 250, A4[0] - 290)
    _column(canvas, head + _items(left, _separator(page)), 40, 190)
    canvas.save()
    return buffer.getvalue()


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'


def _table(rows: list[list[str]]) -> str:
    cells = ["".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(page: Page, *, table: bool = False) -> bytes:
    """A Word file of three parts; with table, schools and posts stand in table rows."""
    body = [_paragraph(text) for text in (page.name, *page.contact)]
    for block in page.blocks:
        body.append(_paragraph(block.heading))
        if table and block.section in ("education", "work"):
            body.append(_table(block.rows))
        else:
            body.extend(_paragraph(_separator(page).join(row)) for row in block.rows)
    return word_file("".join(body))


def word_file(body: str, prologue: str = "") -> bytes:
    """Wrap paragraphs into a Word file; a prologue goes before the document element."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_DOCX}.main+xml"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    document = f'<w:document xmlns:w="{_WORD_NS}"><w:body>{body}</w:body></w:document>'
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    return zipped(
        {
            "[Content_Types].xml": start + types,
            "_rels/.rels": start + relations,
            "word/document.xml": start + prologue + document,
        }
    )


def zipped(members: dict[str, str]) -> bytes:
    """Write a zip whose bytes depend on its members alone."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def web(page: Page) -> bytes:
    """A web page with the script and style that a reader must not take for text."""

    def tag(name: str, text: str) -> str:
        return f"<{name}>{html.escape(text)}</{name}>"

    lists = [
        tag("h2", b.heading)
        + "<ul>"
        + "".join(tag("li", _separator(page).join(r)) for r in b.rows)
        + "</ul>"
        for b in page.blocks
    ]
    body = tag("h1", page.name) + "".join(tag("p", c) for c in page.contact) + "".join(lists)
    head = (
        '<meta charset="utf-8"><style>p{color:#333}</style><script>var skills="Kubernetes"</script>'
    )
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def text(page: Page, encoding: str = "utf-8") -> bytes:
    """Plain lines."""
    lines = [page.name, *page.contact]
    for block in page.blocks:
        lines += ["", block.heading, *(_separator(page).join(row) for row in block.rows)]
    return "\n".join(lines).encode(encoding)


# label, extension, media type, writer
WRITERS: tuple[tuple[str, str, str, Callable[[Page], bytes]], ...] = (
    ("pdf", "pdf", "application/pdf", pdf),
    ("docx", "docx", _DOCX, docx),
    ("html", "html", "text/html", web),
    ("txt", "txt", "text/plain", text),
    ("pdf-columns", "pdf", "application/pdf", pdf_columns),
    ("docx-table", "docx", _DOCX, lambda page: docx(page, table=True)),
    ("txt-gb18030", "txt", "text/plain", lambda page: text(page, "gb18030")),
)
