"""PDF: words by PDFium, order and visibility our own."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2

from chalicelib.screening.document import Emphasis
from chalicelib.screening.reading.columns import blocks_of
from chalicelib.screening.reading.draft import Draft, Sheet
from chalicelib.screening.reading.runs import Run, words_of
from chalicelib.screening.reading.unreadable import (
    ResumeEncrypted,
    ResumeTooLarge,
    ResumeUnreadable,
    ResumeWithoutText,
)
from chalicelib.screening.reading.visible import seen
from chalicelib.screening.reading.wrapping import lines_of

MAX_PAGES = 40
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_TITLE_SHARE, _HEADING_SHARE, _STRONG_SHARE = 1.5, 1.15, 1.05
_MANY_LOST = 4
_QUOTE = 200


@dataclass(frozen=True, slots=True)
class _Styled:
    text: str
    size: float
    bold: bool


def pdf_sheets(content: bytes) -> list[Sheet]:
    """List each page's lines in reading order.

    Raises
    ------
    ResumeEncrypted : it asks for a password.
    ResumeUnreadable : damaged, or its end is missing (facts would be lost without notice).
    ResumeTooLarge : more than 40 pages.
    ResumeWithoutText : the pages hold pictures only, or a font that maps to no characters.
    """
    if b"%%EOF" not in content[-2048:] and b"startxref" not in content[-2048:]:
        raise ResumeUnreadable(kind="pdf", why="cut short")
    document = _opened(content)
    layered = b"/OCG" in content
    try:
        if len(document) > MAX_PAGES:
            raise ResumeTooLarge(limit_pages=MAX_PAGES)
        pages = [_page(document[index], layered=layered) for index in range(len(document))]
    except pypdfium2.PdfiumError as problem:
        raise ResumeUnreadable(kind="pdf") from problem
    finally:
        document.close()
    _require_characters("".join(line.text for lines, _ in pages for line in lines))
    emphasis = _emphases([line for lines, _ in pages for line in lines])
    for lines, sheet in pages:
        sheet.lines = [Draft(x.text, emphasis(x)) for x in lines]
    return [sheet for _, sheet in pages]


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(content)
        if b"/AcroForm" in content:
            document.init_forms()
        return document
    except pypdfium2.PdfiumError as problem:
        if getattr(problem, "err_code", None) == _PASSWORD_ERROR:
            raise ResumeEncrypted() from problem
        raise ResumeUnreadable(kind="pdf") from problem


def _page(page: pypdfium2.PdfPage, *, layered: bool) -> tuple[list[_Styled], Sheet]:
    textpage = page.get_textpage()
    words = words_of(textpage)
    parts = seen(page, words.runs, layered=layered)
    sheet = Sheet(hidden=_said(parts.hidden))
    text = "".join(run.text for run in words.runs)
    if words.unmapped >= _MANY_LOST and not any(c.isdigit() for c in text):
        sheet.lost.append(f"{words.unmapped} characters")
    if parts.scanned:
        sheet.scanned = True
    lines: list[_Styled] = []
    turned = Counter(run.look.quarter for run in parts.visible)
    for quarter, _ in turned.most_common():
        for block in blocks_of([run for run in parts.visible if run.look.quarter == quarter]):
            for said, row in lines_of(block):
                size = max(piece.size for piece in row)
                lines.append(_Styled(said, size, all(piece.bold for piece in row)))
    return lines, sheet


def _said(hidden: list[Run]) -> list[str]:
    """Hidden words put together, object after object, as quotations."""
    quotes: list[str] = []
    for run in hidden:
        if quotes and len(quotes[-1]) + len(run.text) < _QUOTE:
            quotes[-1] += (" " if run.blanks else "") + run.text
        else:
            quotes.append(run.text)
    return quotes


def _require_characters(text: str) -> None:
    shown = [c for c in text if not c.isspace()]
    unmapped = sum(c in "\ufffd\ufffe\uffff" or "\ue000" <= c <= "\uf8ff" for c in shown)
    if len(shown) < 20 or unmapped * 5 > len(shown):
        raise ResumeWithoutText()


def _emphases(lines: list[_Styled]) -> Callable[[_Styled], Emphasis]:
    """A line's emphasis from its size beside the file's running text, and its weight."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    largest = max(sizes, default=body)

    def emphasis(line: _Styled) -> Emphasis:
        share = line.size / (body or 1.0)
        if share >= _TITLE_SHARE and line.size >= largest * 0.95:
            return Emphasis.TITLE
        if share >= _HEADING_SHARE:
            return Emphasis.HEADING
        return Emphasis.STRONG if line.bold or share >= _STRONG_SHARE else Emphasis.PLAIN

    return emphasis
