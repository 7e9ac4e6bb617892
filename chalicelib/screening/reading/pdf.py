"""PDF: text by pypdfium2, column by column where a page has two."""

import re

import pypdfium2

from chalicelib.screening.reading.unreadable import (
    ResumeEncrypted,
    ResumeTooLarge,
    ResumeUnreadable,
    ResumeWithoutText,
)
from chalicelib.screening.resume.sections import section_of

MAX_PAGES = 40
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
# A comma before the break and no full stop at it: the sentence goes on below.
_RUNS_ON = re.compile(r"[、，,].*[^。；;.!！?？:：]$")
_MIN_BOXES_PER_COLUMN = 4
_MIN_GUTTER_POINTS = 8.0

Box = tuple[float, float, float, float]  # left, bottom, right, top in points


def pdf_pages(content: bytes) -> list[list[str]]:
    """List each page's lines in reading order.

    Raises
    ------
    ResumeEncrypted : it asks for a password.
    ResumeUnreadable : damaged, or its end is missing (facts would be lost without notice).
    ResumeWithoutText : the pages hold pictures only, or a font that maps to no characters.
    """
    if b"%%EOF" not in content[-2048:] and b"startxref" not in content[-2048:]:
        raise ResumeUnreadable(kind="pdf", why="cut short")
    document = _opened(content)
    try:
        if len(document) > MAX_PAGES:
            raise ResumeTooLarge(limit_pages=MAX_PAGES)
        pages = [_page_lines(document[index]) for index in range(len(document))]
    except pypdfium2.PdfiumError as problem:
        raise ResumeUnreadable(kind="pdf") from problem
    finally:
        document.close()
    _require_characters("".join(line for page in pages for line in page))
    return pages


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(content)
        document.init_forms()
        return document
    except pypdfium2.PdfiumError as problem:
        if getattr(problem, "err_code", None) == _PASSWORD_ERROR:
            raise ResumeEncrypted() from problem
        raise ResumeUnreadable(kind="pdf") from problem


def _require_characters(text: str) -> None:
    shown = [c for c in text if not c.isspace()]
    unmapped = sum(c in "\ufffd\ufffe\uffff" or "\ue000" <= c <= "\uf8ff" for c in shown)
    if len(shown) < 20 or unmapped * 5 > len(shown):
        raise ResumeWithoutText()


def _page_lines(page: pypdfium2.PdfPage) -> list[str]:
    text = page.get_textpage()
    boxes: list[Box] = [text.get_rect(i) for i in range(text.count_rects())]
    columns = _columns(boxes)
    if columns is None:
        return _unwrapped(str(text.get_text_bounded()).splitlines())
    gutter, head_bottom = columns
    parts = (
        text.get_text_bounded(bottom=head_bottom),
        text.get_text_bounded(right=gutter, top=head_bottom),
        text.get_text_bounded(left=gutter, top=head_bottom),
    )
    return [line for part in parts for line in _unwrapped(str(part).splitlines())]


def _unwrapped(lines: list[str]) -> list[str]:
    """Join a list or sentence that the page's width broke, or a word in it would be lost."""
    full = max((_width(line) for line in lines), default=0)
    joined: list[str] = []
    broken = False
    for line in (line.strip() for line in lines):
        if broken and line and section_of(line) is None:
            joined[-1] += _glue(joined[-1], line) + line
        else:
            joined.append(line)
        broken = _width(line) * 10 >= full * 8 and bool(_RUNS_ON.search(joined[-1]))
    return joined


def _width(line: str) -> int:
    return sum(2 if "\u2e80" <= c <= "\uffef" else 1 for c in line.strip())


def _glue(before: str, after: str) -> str:
    spaced = before[-1:].isascii() and after[:1].isascii()
    return " " if spaced and (before.isascii() or before.endswith(",")) else ""


def _columns(boxes: list[Box]) -> tuple[float, float] | None:
    """Find the x of a gutter, and the y under a full-width head, on a page of two columns.

    Rows whose two sides share a base line are a table, not columns: they stay joined.
    """
    top = max((box[3] for box in boxes), default=0.0)
    for gutter in _gaps(boxes):
        crossing = [box for box in boxes if box[0] < gutter < box[2]]
        head_bottom = min((box[1] for box in crossing), default=top + 1)
        below = [box for box in boxes if box[3] <= head_bottom + 1 and box not in crossing]
        left = [box for box in below if box[2] <= gutter]
        right = [box for box in below if box[0] >= gutter]
        if min(len(left), len(right)) < _MIN_BOXES_PER_COLUMN or len(crossing) > 2:
            continue
        shared = sum(any(abs(a[1] - b[1]) < 2 for b in right) for a in left)
        if shared * 2 < min(len(left), len(right)):
            return gutter, head_bottom
    return None


def _gaps(boxes: list[Box]) -> list[float]:
    """List the middles of the gaps left of where text starts, widest first."""
    found: list[tuple[float, float]] = []
    for start in sorted({round(box[0]) for box in boxes}):
        ends = [box[2] for box in boxes if box[2] <= start]
        width = start - max(ends, default=start)
        if width >= _MIN_GUTTER_POINTS:
            found.append((width, start - width / 2))
    return [middle for _, middle in sorted(found, reverse=True)]
