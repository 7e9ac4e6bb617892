"""The words of a PDF page with place and look, asked of PDFium word by word, not by letter."""

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from chalicelib.screening.reading import pdfium

MAX_CHARS_PER_PAGE = 60_000
# PDFium joins a word that a hyphen parts over two lines: the place of the mark ends the run.
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_BOLD_NAME = re.compile(
    rb"bold|black|heavy|semibold|demi|simhei|-hei|yahei-b|-w[6-9]\b", re.IGNORECASE
)
_HYPHEN = str.maketrans({"\x02": "-", "\ufffe": "-", "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•"})
_FILLED_AND_STROKED = 2
_BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class Look:
    """How one text object is drawn; sizes in points, colours 0–255."""

    handle: int
    size: float
    quarter: int  # turned by so many quarters of a circle
    bold: bool
    mode: int
    colour: tuple[int, int, int]
    alpha: int


@dataclass(frozen=True, slots=True)
class Run:
    """A word, or as much of it as one text object draws; the page's origin is at the lower left."""

    left: float
    right: float
    base: float
    blanks: int  # blank characters before it in the file
    text: str
    look: Look
    handles: tuple[int, ...]  # the text objects that draw it; a browser may use one a letter


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a page in the file's order, and how many of its characters have no meaning."""

    runs: list[Run]
    unmapped: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters from start to end of a page's text, and the text objects that draw them."""

    start: int
    end: int
    handles: tuple[int, ...]


class _Reader:
    """Asks for the properties of each text object once."""

    def __init__(self, textpage: int) -> None:
        self.page = textpage
        self._looks: dict[int, Look] = {}
        self._bold: dict[int, bool] = {}
        self._matrix, self._box = raw.FS_MATRIX(), raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rgba = [ctypes.c_uint() for _ in range(4)]
        self._x_at, self._y_at = ctypes.addressof(self._x), ctypes.addressof(self._y)
        self._box_at, self._matrix_at = ctypes.addressof(self._box), ctypes.addressof(self._matrix)
        self._rgba_at = [ctypes.addressof(value) for value in self._rgba]

    def run(self, piece: Piece, text: str, blanks: int) -> Run:
        look = self._look(piece.start)
        pdfium.char_origin(self.page, piece.start, self._x_at, self._y_at)
        left, base = self._x.value, self._y.value
        last = piece.end - 1
        # The mark of a hyphen has no place of its own.
        hyphen = text[-1:] == "-" and last > piece.start
        pdfium.loose_box(self.page, last - hyphen, self._box_at)
        box = self._box
        turned = (
            (left, box.right, base),
            (base, box.top, -left),
            (-left, -box.left, -base),
            (-base, -box.bottom, left),
        )[look.quarter]
        right = turned[1] + (look.size / 3 if hyphen else 0)
        return Run(turned[0], right, turned[2], blanks, text, look, piece.handles)

    def _look(self, index: int) -> Look:
        handle = pdfium.text_object(self.page, index) or 0
        found = self._looks.get(handle)
        if found is None:
            found = self._looks[handle] = self._asked(handle, index)
        return found

    def _asked(self, handle: int, index: int) -> Look:
        pdfium.char_matrix(self.page, index, self._matrix_at)
        m = self._matrix
        pdfium.fill_colour(self.page, index, *self._rgba_at)
        red, green, blue, alpha = (value.value for value in self._rgba)
        mode = pdfium.render_mode(handle) if handle else 0
        quarter = round(math.atan2(m.b, m.a) / (math.pi / 2)) % 4 if m.b else (0 if m.a >= 0 else 2)
        return Look(
            handle=handle,
            size=abs(pdfium.font_size(self.page, index)) * math.hypot(m.c, m.d),
            quarter=quarter,
            bold=mode == _FILLED_AND_STROKED or self._is_bold(handle, index),
            mode=mode,
            colour=(red, green, blue),
            alpha=alpha,
        )

    def _is_bold(self, handle: int, index: int) -> bool:
        font = pdfium.font_of(handle) if handle else 0
        if font not in self._bold:
            name = ctypes.create_string_buffer(128)
            pdfium.font_info(self.page, index, ctypes.addressof(name), 128, None)
            weight = pdfium.font_weight(self.page, index)
            self._bold[font] = weight >= _BOLD_WEIGHT or bool(_BOLD_NAME.search(name.value))
        return self._bold[font]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Cut a word where it goes on in another look."""
        first = pdfium.text_object(self.page, start) or 0
        if end - start < 2 or first == pdfium.text_object(self.page, end - 1):
            return [Piece(start, end, (first,))]
        found: list[Piece] = []
        handles, style = [first], self._style(first, start)
        for index in range(start + 1, end):
            current = pdfium.text_object(self.page, index) or 0
            if current == handles[-1]:
                continue
            other = self._style(current, index)
            if other != style:
                found.append(Piece(start, index, tuple(handles)))
                start, handles, style = index, [], other
            handles.append(current)
        return [*found, Piece(start, end, tuple(handles))]

    def _style(self, handle: int, index: int) -> tuple[int, ...]:
        if not handle:
            return ()
        pdfium.fill_colour(self.page, index, *self._rgba_at)
        colour = (value.value for value in self._rgba)
        return (pdfium.font_of(handle) or 0, pdfium.render_mode(handle), *colour)


def words_of(textpage: pypdfium2.PdfTextPage) -> Words:
    """List the words of a page in the order of its content stream."""
    page = pdfium.address(textpage.raw)
    count = min(textpage.count_chars(), MAX_CHARS_PER_PAGE)
    if count <= 0:
        return Words([], 0)
    text, unmapped = _text_by_index(page, count)
    reader = _Reader(page)
    runs: list[Run] = []
    last = 0
    for word in _WORD.finditer(text):
        blanks = word.start() - last
        last = word.end()
        for piece in reader.pieces(word.start(), word.end()):
            said = text[piece.start : piece.end].translate(_HYPHEN)
            runs.append(reader.run(piece, said, blanks))
            blanks = 0
    return Words(runs, unmapped)


def _text_by_index(page: int, count: int) -> tuple[str, int]:
    """The page's text, one character per index, so that a place in it is a place on the page."""
    buffer = (ctypes.c_ushort * (count + 1))()
    got = pdfium.all_text(page, 0, count, ctypes.addressof(buffer)) - 1
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    if got == count and len(text) == count:
        return text, 0
    points = [pdfium.unicode_of(page, index) for index in range(count)]
    shown = "".join(chr(p) if 0 < p < 0x110000 else "\0" for p in points)
    return shown, points.count(0)
