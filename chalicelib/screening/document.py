"""A résumé file as text that can be pointed at: numbered lines, and notices of what is not text."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Emphasis(IntEnum):
    """How a line stands out from the file's running text, where the format can tell."""

    PLAIN = 0
    STRONG = 1  # bold, underlined, or a little larger
    HEADING = 2  # marked as a heading, or clearly larger
    TITLE = 3  # the largest text of the file, or marked as its title


@dataclass(frozen=True)
class Line:
    """One line of the file as a person would point at it; both numbers count from 1."""

    page: int
    number: int
    text: str
    emphasis: Emphasis = Emphasis.PLAIN


class NoticeKind(StrEnum):
    """What a person should know about a file beside its text."""

    HIDDEN_TEXT = "hidden-text"  # in the file, but a reader cannot see it; never scored
    INSTRUCTION = "instruction-to-scorer"  # addresses the machine that reads; never scored
    SCANNED = "scanned-text"  # what a scanner guessed from a picture: characters may be wrong
    LOST_CHARACTERS = "lost-characters"  # a font without character map: digits or words may miss


@dataclass(frozen=True)
class Notice:
    """One such thing; text quotes at most 200 characters, line is 0 where it stands in no line."""

    kind: NoticeKind
    page: int
    line: int
    text: str


@dataclass(frozen=True)
class Document:
    """The visible lines in reading order, NFKC-normalised, blank ones left out; and notices."""

    lines: tuple[Line, ...]
    notices: tuple[Notice, ...] = ()
