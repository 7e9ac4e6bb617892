"""Which part of the résumé a line belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from chalicelib.screening.document import Emphasis, Line
from chalicelib.screening.facts import Source
from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.headings import section_of
from chalicelib.screening.resume.script import simplified

HEADER = "header"
#: Parts whose dated lines are posts, and parts before the first heading.
POSTS = ("work", "internship")
HEAD = (HEADER, "contact", "objective")
_INLINE = re.compile(
    r"^\W*([^\d\W][\w ./&、\u4e00-\u9fff]{0,22}?)\s*(?:[::]|[】\]]\s*[::]?)\s*(?=\S)"
)
BULLET = re.compile(
    r"^\s*(?:[-*•·▪●■◆>»○◇□✓✔★☆→➢‣–—]\s?|\d{1,2}[.、)](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s*"
)
#: Words of schools and degrees.
SCHOOLING = re.compile(
    r"大学|学院|学校|中学|高中|中专|技校|职高|本科|大专|硕士|博士|学士|"
    r"\b(?:university|college|institute|school|bachelor|master|diploma|ph\.?d|degree|b\.?sc|"
    r"m\.?sc|mba)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"[英日韩法德俄粤][语文]|普通话|国语|english|mandarin|french|spanish|german", re.I
)
#: Where somebody worked and as what, said in a sentence: a school may be the house.
_TELLS_A_POST = re.compile(
    r"[在于][^,。;]{2,30}?(?:教(?![育师学练科研])[^,。;]{1,8})?,?(?:担任|任职?|做|当|从事)(?=[\u4e00-\u9fff])|"
    r"\bI (?:was|am|have been|worked|work|served)\b[^.;]{2,60}? (?:at|for|with) [A-Z]"
)
#: Letters are read sentence by sentence, and clause by clause where each begins with its dates.
_SPEAKS = re.compile(r"我|本人|您好|\bI\b|当[^,。;]{1,8}[,。;]|做[^,。;]{1,8}[,。;]")
_SENTENCE_END = re.compile(r"(?<=[。!;])(?=.)|(?<=[a-z)]{2}[.;])\s+(?=[A-Z])")
_NEXT_CLAUSE = re.compile(
    r"(?<=[,，])\s*(?:(?:and|then)\s+)?(?:from\s+)?(?:后来|之后|然后)?$", re.I
)
_FEWEST_SPOKEN = 40
_LISTS = frozenset(("skills", "certificates", "languages", "summary"))
#: Labels of the person's skills; others, such as 技术栈, may stand inside a post or project.
_OWN_SKILLS = frozenset(
    "技能|专业技能|个人技能|技能特长|职业技能|skills|key skills|技能专长|个人专长".split("|")
)
_MOST_DATED_CHARACTERS = 120
_ANY_DAY = date(2100, 1, 1)


@dataclass(frozen=True)
class Passage:
    """A line, or the part of one behind its label, and the section it stands in.

    text is what is matched: the characters from offset on, traditional ones as simplified.
    """

    section: str
    line: Line
    offset: int = 0
    text: str = field(default="", compare=False)

    def quote(self, start: int, end: int) -> Source:
        """Quote characters of this passage as written, without the blanks around them."""
        piece = self.line.text[self.offset + start : self.offset + end]
        begin = self.offset + start + len(piece) - len(piece.lstrip())
        stripped = piece.strip()
        return Source(self.line.page, self.line.number, begin, begin + len(stripped), stripped)

    def whole(self) -> Source:
        """Quote all of it."""
        return self.quote(0, len(self.text))


def passage(section: str, line: Line, offset: int = 0) -> Passage:
    """Make the passage of a line from offset on."""
    return Passage(section, line, offset, simplified(line.text[offset:]))


def passages(lines: tuple[Line, ...]) -> tuple[Passage, ...]:
    """Give every line its section; heading lines themselves are left out.

    Parameters
    ----------
    lines : a résumé's lines in reading order.

    Returns
    -------
    Passages in the same order; what stands before the first heading is the header. Where no
    heading rules, a dated line opens the part that it speaks of: schooling or work.
    """
    return tuple(_Sorter().passages(lines))


class _Sorter:
    """Walks down the lines; `ruled` says that the section stands until the next heading."""

    def __init__(self) -> None:
        self._section = HEADER
        self._ruled = False

    def passages(self, lines: tuple[Line, ...]) -> Iterator[Passage]:
        for number, line in enumerate(lines):
            # Marks of bold print in plain text cut as gaps do.
            text = simplified(line.text).replace("**", "  ")
            heading = section_of(text, line.emphasis)
            if heading and not (number == 0 and line.emphasis is Emphasis.TITLE):
                self._section, self._ruled = heading, heading not in HEAD
            else:
                below = lines[number + 1 : number + 2]
                for start, end in [(0, len(text))] if self._ruled else _pieces(text):
                    placed = self._placed(line, text[start:end], below if end == len(text) else ())
                    yield replace(placed, offset=placed.offset + start)

    def _placed(self, line: Line, text: str, below: tuple[Line, ...]) -> Passage:
        inline = _INLINE.match(text)
        opened = section_of(inline.group(1)) if inline else None
        if inline and opened and self._may_open(opened, inline.group(1), text[inline.end() :]):
            if not self._ruled or opened in ("skills", "certificates", "languages", "summary"):
                self._section, self._ruled = opened, False
            # The label of a wish or a contact is part of what is said; that of a list is not.
            cut = inline.end() if opened in _LISTS else 0
            return Passage(opened, line, cut, text[cut:])
        if not self._ruled:
            self._section = self._spoken_of(text, below) or self._section
        return Passage(self._section, line, 0, text)

    def _may_open(self, opened: str, label: str, rest: str) -> bool:
        """学历:本科 and 工作经验:5年 are facts where they stand, not the start of a new part."""
        if opened in ("contact", "education", "work", "project", "internship"):
            return False
        if self._section == "skills" and opened in ("other", "objective", "languages", "summary"):
            return opened == "languages" and bool(_SPOKEN.search(rest))
        inside = self._section in (*POSTS, "project", "education") and self._ruled
        if inside and opened == "skills":
            return label.strip().lower() in _OWN_SKILLS
        return not (inside and opened in ("summary", "other", "objective"))

    @staticmethod
    def _spoken_of(text: str, below: tuple[Line, ...]) -> str | None:
        if len(text) > _MOST_DATED_CHARACTERS or next(ranges(text, _ANY_DAY), None) is None:
            return None
        if _TELLS_A_POST.search(text):
            return "work"
        near = text + " " + " ".join(simplified(line.text) for line in below if len(line.text) < 40)
        return "education" if SCHOOLING.search(near) else "work"


def _pieces(text: str) -> list[tuple[int, int]]:
    """The sentences and dated clauses of a line that tells of posts; else all of it."""
    if len(text) < _FEWEST_SPOKEN or not (_SPEAKS.search(text) and _TELLS_A_POST.search(text)):
        return [(0, len(text))]
    cuts = {m.end() for m in _SENTENCE_END.finditer(text)}
    for _, start, _ in ranges(text, _ANY_DAY):
        opens = _NEXT_CLAUSE.search(text[:start])
        cuts |= {opens.start()} if opens and start else set()
    edges = sorted({0, *cuts, len(text)})
    return list(pairwise(edges))


def of(found: tuple[Passage, ...], *sections: str) -> tuple[Passage, ...]:
    """Pick the passages of some sections."""
    return tuple(p for p in found if p.section in sections)
