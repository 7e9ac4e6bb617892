"""PDF pages: one column, a side column, rows as a table, dates flush right; drawn in any order."""

import io
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from infra.resume_samples.varied.marks import Page, Row, text_of

_SIZES = (
    {"title": 18.0, "heading": 13.0},
    {"title": 22.0, "heading": 12.0},
    {"title": 16.0, "heading": 11.0},
    {"title": 14.0, "heading": 10.0},  # headings of the text's own size
    {"title": 10.0, "heading": 10.0},
)
_LATIN = ("Helvetica", "Helvetica", "Times-Roman")
_TOP, _BOTTOM = A4[1] - 56, 48
Draw = tuple[int, float, float, float, str]  # page, x, y, size, text


@cache
def _register(font: str) -> str:
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    return font


@cache
def _latin(char: str) -> bool:
    """Whether the page's Latin font draws the character."""
    return char.isascii() or (char.isalpha() and ord(char) < 256)


@cache
def _width(char: str, font: str) -> float:
    return pdfmetrics.stringWidth(char, font, 1) if _latin(char) else 1.0


@dataclass
class Column:
    """A strip of the page that is filled downwards, over page ends."""

    font: str
    sizes: dict[str, float]
    left: float
    width: float
    y: float = _TOP
    page: int = 0
    draws: list[Draw] = field(default_factory=list)

    def wide(self, text: str, size: float) -> float:
        """Width in points."""
        return sum(_width(c, self.font) for c in text) * size

    def wrapped(self, text: str, size: float) -> list[str]:
        """Lines that fit; Latin words stay whole where they can."""
        lines, line, wide = [], "", 0.0
        for token in _tokens(text):
            own = self.wide(token, size)
            if line and wide + own > self.width:
                lines.append(line.rstrip())
                line, wide = "", 0.0
                token = token.lstrip()
                own = self.wide(token, size)
            line, wide = line + token, wide + own
        return [*lines, line]

    def step(self, size: float) -> None:
        """Go down one line."""
        self.y -= size * 1.55
        if self.y < _BOTTOM:
            self.y, self.page = _TOP, self.page + 1

    def write(self, row: Row, gap: str, manner: str = "") -> None:
        """Write one row, its cells apart where the manner is table or flush and they fit."""
        size = self.sizes.get(row.kind, 10.0)
        if row.kind in self.sizes and self.draws:
            self.step(size - 6)
        cells = [text_of(c) for c in row.cells]
        places = self._places(cells, size, manner) if manner and len(cells) > 1 else None
        if places:
            for x, cell in zip(places, cells, strict=True):
                self.draws.append((self.page, x, self.y, size, cell))
            self.step(size)
            return
        for line in self.wrapped(gap.replace("\t", "    ").join(cells), size):
            self.draws.append((self.page, self.left, self.y, size, line))
            self.step(size)

    def _places(self, cells: list[str], size: float, manner: str) -> list[float] | None:
        widths = [self.wide(c, size) for c in cells]
        if manner == "flush":
            if sum(widths) + 14 * len(cells) > self.width:
                return None
            places = [self.left]
            for wide in widths[:-2]:
                places.append(places[-1] + wide + 14)
            return [*places, self.left + self.width - widths[-1]]
        share = self.width / len(cells)
        if max(widths) > share - 6:
            return None
        return [self.left + share * n for n in range(len(cells))]


def _tokens(text: str) -> list[str]:
    """Single wide characters, and Latin words with the blank before them."""
    tokens: list[str] = []
    for char in text:
        joins = tokens and _latin(char) and char != " " and _latin(tokens[-1][-1])
        if joins and len(tokens[-1]) < 40:
            tokens[-1] += char
        else:
            tokens.append(char)
    return tokens


def _columns(page: Page, font: str, structure: str, random: Random) -> list[Column]:
    """Fill the columns; full lets the head run across both."""
    sizes = random.choice(_SIZES)
    full = random.random() < 0.3
    if structure not in ("left", "right"):
        one = Column(font, sizes, 50, A4[0] - 100)
        manner = structure if structure in ("table", "flush") else ""
        for row in page.rows():
            one.write(row, page.gap, manner)
        return [one]
    narrow = Column(font, sizes, 36 if structure == "left" else 400, 160)
    wide = Column(font, sizes, 215 if structure == "left" else 36, 345)
    across = Column(font, sizes, 36, A4[0] - 72)
    top = across if full else wide if structure == "right" else narrow
    for row in page.head:
        top.write(row, page.gap)
    if full:
        narrow.y = wide.y = across.y - 8
    for block in page.blocks:
        column = narrow if block.section in page.aside else wide
        for row in block.rows():
            column.write(row, page.gap)
    return [across, narrow, wide] if structure == "left" else [across, wide, narrow]


def _draw(canvas: Canvas, draw: Draw, fonts: tuple[str, str], apart: bool) -> None:
    """Draw a line in runs of one font, or every character on its own."""
    _, x, y, size, text = draw
    if apart:
        for char in text:
            canvas.setFont(fonts[0] if _latin(char) else fonts[1], size)
            canvas.drawString(x, y, char)
            x += _width(char, fonts[0]) * size
        return
    for latin, run in groupby(text, _latin):
        part = "".join(run)
        font = fonts[0] if latin else fonts[1]
        canvas.setFont(font, size)
        canvas.drawString(x, y, part)
        x += sum(_width(c, fonts[0]) for c in part) * size


def paper(page: Page, random: Random, structure: str) -> bytes:
    """Write a PDF file."""
    font = _register("MSung-Light" if page.language == "tw" else "STSong-Light")
    latin = random.choice(_LATIN)
    columns = _columns(page, latin, structure, random)
    draws = [d for column in columns for d in column.draws]
    order = random.choice(("given", "given", "swapped", "rows"))
    if order == "swapped":
        draws = [d for column in reversed(columns) for d in column.draws]
    elif order == "rows":
        draws.sort(key=lambda d: (d[0], -d[2], d[1]))
    apart = random.random() < 0.06
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4, invariant=1)
    for number in range(max((d[0] for d in draws), default=0) + 1):
        for draw in draws:
            if draw[0] == number:
                _draw(canvas, draw, (latin, font), apart)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
