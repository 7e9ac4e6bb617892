"""Which part of the résumé a line belongs to."""

import re
from dataclasses import dataclass

from chalicelib.screening.document import Line
from chalicelib.screening.facts import Source
from chalicelib.screening.resume.lexicon import HEADINGS

HEADER = "header"
_SECTION_OF = {word: section for section, words in HEADINGS.items() for word in words}
_EDGES = re.compile(r"^[\W_]*(?:[一二三四五六七八九十]+、|\d{1,2}[.、]\s*)?[\W_]*|[\W_]+$")
_INLINE = re.compile(r"^\W*([\w \u4e00-\u9fff&]{2,24}?)\s*[::]\s*(?=\S)")
BULLET = re.compile(r"^\s*(?:[-*•·▪●■◆>»]|\d{1,2}[.、)])\s*")


@dataclass(frozen=True)
class Passage:
    """The part of a line from offset on, and the section it stands in; first opens its section."""

    section: str
    line: Line
    offset: int = 0

    @property
    def text(self) -> str:
        """The passage's characters."""
        return self.line.text[self.offset :]

    def quote(self, start: int, end: int) -> Source:
        """Quote characters of this passage, without the blanks around them."""
        piece = self.text[start:end]
        begin = self.offset + start + len(piece) - len(piece.lstrip())
        stripped = piece.strip()
        return Source(self.line.page, self.line.number, begin, begin + len(stripped), stripped)

    def whole(self) -> Source:
        """Quote all of it."""
        return self.quote(0, len(self.text))


def passages(lines: tuple[Line, ...]) -> tuple[Passage, ...]:
    """Give every line its section; heading lines themselves are left out.

    Parameters
    ----------
    lines : a résumé's lines in reading order.

    Returns
    -------
    Passages in the same order; what stands before the first heading is the header.
    """
    found: list[Passage] = []
    section = HEADER
    for line in lines:
        heading = section_of(line.text)
        if heading:
            section = heading
            continue
        inline = _INLINE.match(line.text)
        opened = section_of(inline.group(1)) if inline else None
        if inline and opened and opened != "contact":
            # 学历:本科 in a header is a fact there, not the start of a new part.
            if not (section in (HEADER, "contact") and opened in ("education", "languages")):
                section = opened
            found.append(Passage(section, line, inline.end()))
        else:
            found.append(Passage(section, line))
    return tuple(found)


def section_of(text: str) -> str | None:
    """Name the section that a heading opens, or None for a line that is no heading."""
    if len(text) > 40:
        return None
    core = _EDGES.sub("", text).replace("\u3000", "").strip().lower()
    squeezed = core.replace(" ", "")
    section = _SECTION_OF.get(core) or _SECTION_OF.get(squeezed)
    if section is None and squeezed:  # 教育背景 Education
        halves = re.fullmatch(r"([\u4e00-\u9fff]{2,6})[\s/|·-]*([a-z &]+)", core)
        section = _SECTION_OF.get(halves.group(1)) if halves else None
    return section


def of(found: tuple[Passage, ...], *sections: str) -> tuple[Passage, ...]:
    """Pick the passages of some sections."""
    return tuple(p for p in found if p.section in sections)
