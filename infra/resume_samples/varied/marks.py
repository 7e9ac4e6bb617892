"""Text that knows what each stretch of it is, and the page made of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of text with what it is: NAME, EMPLOYER …, or '' for everything else."""

    text: str
    tag: str = ""


MarkedLine = tuple[Piece, ...]


@dataclass(frozen=True)
class Row:
    """One line of cells; kind is title, heading, text, bullet or rule."""

    cells: tuple[MarkedLine, ...]
    kind: str = "text"

    def pieces(self, gap: str = "\t") -> MarkedLine:
        """Every piece in reading order, with the gap between cells."""
        line: list[Piece] = []
        for cell in self.cells:
            if line:
                line.append(Piece(gap))
            line.extend(cell)
        return tuple(line)


@dataclass(frozen=True)
class Period:
    """What is printed of a beginning and an end, and the whole months between, where stated."""

    start: str | None
    end: str | None
    months: int | None
    shown: str


@dataclass(frozen=True)
class Entry:
    """The rows of one post, school or project, or of a section without entries."""

    rows: tuple[Row, ...]
    period: Period | None = None
    completed: bool = True
    level: int = 0
    employer: str | None = None  # of a post under the employer that an earlier entry names


@dataclass(frozen=True)
class Block:
    """A section: its heading's rows and its entries."""

    section: str
    heading: tuple[Row, ...]
    entries: tuple[Entry, ...]

    def rows(self) -> Iterable[Row]:
        """Heading and entries, top to bottom."""
        yield from self.heading
        for entry in self.entries:
            yield from entry.rows


@dataclass(frozen=True)
class Page:
    """A whole document: the person's head, then sections. gap stands between cells of one line.

    aside names the sections of the narrow column, where the format has one.
    """

    language: str
    head: tuple[Row, ...]
    blocks: tuple[Block, ...]
    gap: str = "   "
    aside: frozenset[str] = frozenset()

    def rows(self) -> Iterable[Row]:
        """Head and blocks, top to bottom."""
        yield from self.head
        for block in self.blocks:
            yield from block.rows()


@dataclass(frozen=True)
class Written:
    """One file, what it truly says, and its lines with every stretch marked."""

    file_name: str
    content: bytes
    truth: dict[str, object]
    marked: tuple[MarkedLine, ...]


def text_of(cell: MarkedLine) -> str:
    """The cell's characters."""
    return "".join(piece.text for piece in cell)


def plain(text: str, kind: str = "text") -> Row:
    """A row of one unmarked cell."""
    return Row(((Piece(text),),), kind)
