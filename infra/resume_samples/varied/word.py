"""Word files of several structures: paragraphs, styles, tables, columns, boxes, page headers."""

import html
import re
from collections.abc import Iterable
from random import Random
from zlib import crc32

from infra.resume_samples.files import zipped
from infra.resume_samples.varied.marks import Block, Page, Row, text_of

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SIZES = {"title": 36, "heading": 28}


def paragraph(text: str, kind: str = "text", *, styled: bool = False, bold: bool = False) -> str:
    """One paragraph; styled uses the file's styles, else runs are made large by hand."""
    properties, run = "", ""
    if styled and kind in ("title", "heading", "bullet"):
        style = {"title": "Title", "heading": "Heading1", "bullet": "ListParagraph"}[kind]
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    elif kind in _SIZES:
        run = f'<w:rPr><w:b/><w:sz w:val="{_SIZES[kind]}"/></w:rPr>'
    elif bold:
        run = "<w:rPr><w:b/></w:rPr>"
    return f"<w:p>{properties}{_runs(text, run)}</w:p>"


def _runs(text: str, properties: str) -> str:
    """The text in one run, or broken in the middle of words as Word's proofing leaves it.

    Mail addresses become links. Where to break is decided by the text's checksum.
    """
    chance = crc32(text.encode())
    if "@" in text and chance % 2 and "\t" not in text:
        return "".join(
            f'<w:hyperlink r:id="rId9">{_run(part, properties)}</w:hyperlink>'
            if "@" in part
            else _run(part, properties)
            for part in re.split(r"([\w.]+@[\w.]+)", text)
            if part
        )
    if chance % 3 or len(text) < 4:
        return _run(text, properties)
    cut = 1 + chance // 3 % (len(text) - 2)
    proof = '<w:proofErr w:type="spellStart"/>'
    return _run(text[:cut], properties) + proof + _run(text[cut:], properties)


def _run(text: str, properties: str) -> str:
    parts = html.escape(text).split("\t")
    body = "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in parts)
    return f"<w:r>{properties}{body}</w:r>"


def _row(row: Row, gap: str, styled: bool) -> str:
    text = gap.join(text_of(c) for c in row.cells)
    return paragraph(text, row.kind, styled=styled, bold=len(row.cells) > 1)


def _rows(rows: Iterable[Row], gap: str, styled: bool = False) -> str:
    return "".join(_row(row, gap, styled) for row in rows)


def _table(rows: Iterable[Row]) -> str:
    out = "<w:tbl><w:tblPr/>"
    for row in rows:
        span = "<w:tcPr><w:gridSpan w:val='4'/></w:tcPr>" if len(row.cells) == 1 else ""
        cells = "".join(f"<w:tc>{span}{paragraph(text_of(c))}</w:tc>" for c in row.cells)
        out += f"<w:tr>{cells}</w:tr>"
    return out + "</w:tbl>"


def _box(rows: Iterable[Row], gap: str) -> str:
    """A text box as Word writes it: a drawing, and the same again for old readers."""
    inner = f"<w:txbxContent>{_rows(rows, gap)}</w:txbxContent>"
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _section(block: Block, gap: str, *, table: bool) -> str:
    labels = [r for r in block.heading if r.kind == "text"]
    entries = labels + [r for e in block.entries for r in e.rows]
    wide = table and any(len(r.cells) > 1 for r in entries)
    heading = [r for r in block.heading if r.kind != "text"]
    return _rows(heading, gap) + (_table(entries) if wide else _rows(entries, gap))


def _layout(page: Page) -> str:
    """One table of two cells that holds the whole page."""
    aside = "".join(
        _section(b, page.gap, table=False) for b in page.blocks if b.section in page.aside
    )
    main = "".join(
        _section(b, page.gap, table=False) for b in page.blocks if b.section not in page.aside
    )
    left = _rows(page.head, page.gap) + aside
    return f"<w:tbl><w:tr><w:tc>{left}</w:tc><w:tc>{main}<w:p/></w:tc></w:tr></w:tbl>"


def _styles() -> str:
    kinds = ("Title", "Heading1", "ListParagraph")
    return (
        f'<w:styles xmlns:w="{_W}">'
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="{k}"><w:name w:val="{k}"/></w:style>'
            for k in kinds
        )
        + "</w:styles>"
    )


def word(page: Page, random: Random, structure: str) -> bytes:
    """Write a Word file."""
    gap, header = page.gap, ""
    if structure == "layout":
        body = _layout(page)
    elif structure == "header":
        header = _rows(page.head, gap)
        body = "".join(_section(b, gap, table=False) for b in page.blocks)
    elif structure == "boxes":
        body = _box(page.head, gap) + "".join(
            _box(b.rows(), gap) if random.random() < 0.4 else _section(b, gap, table=False)
            for b in page.blocks
        )
    elif structure == "table":
        top = _table(page.head) if random.random() < 0.4 else _rows(page.head, gap)
        body = top + "".join(_section(b, gap, table=True) for b in page.blocks)
    else:
        body = _rows(page.rows(), gap, styled=structure == "styles")
    return _package(body, header)


def _package(body: str, header: str) -> bytes:
    parts = {"word/styles.xml": ("styles", _styles())}
    section = ""
    if header:
        parts["word/header1.xml"] = ("header", f"<w:hdr {_SPACES}>{header}</w:hdr>")
        section = (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
            '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_MAIN}.{kind}+xml"/>'
        for name, (kind, _) in parts.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_R}/{kind}" Target="{name[5:]}"/>'
        for n, (name, (kind, _)) in enumerate(parts.items(), 1)
    )
    if "rId9" in body + header:
        relations += (
            f'<Relationship Id="rId9" Type="{_R}/hyperlink" Target="mailto:me@example.com" '
            'TargetMode="External"/>'
        )
    return zipped(
        {
            "[Content_Types].xml": f'{_START}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Override PartName="/word/document.xml" '
            f'ContentType="{_MAIN}.document.main+xml"/>{overrides}</Types>',
            "_rels/.rels": f'{_START}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
            f'Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'{_START}<Relationships xmlns="{_PACKAGE}/'
            f'relationships">{relations}</Relationships>',
            "word/document.xml": f"{_START}<w:document {_SPACES}><w:body>{body}{section}</w:body>"
            "</w:document>",
            **{name: _START + xml for name, (_, xml) in parts.items()},
        }
    )
