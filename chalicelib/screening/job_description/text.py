"""A pasted job description as clauses: which part each stands in, and how strongly it asks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from chalicelib.screening.criteria import Importance


class Part(Enum):
    """The part of a description that a line belongs to."""

    OPENING = "opening"  # before any heading: title, place, labelled facts
    REQUIREMENTS = "requirements"
    PREFERRED = "preferred"
    ELSEWHERE = "elsewhere"  # duties, the company, what is offered


@dataclass(frozen=True)
class Clause:
    """One demand's words: where they stand, and what they are worth.

    line counts from 1; start and end (excluded) count characters of that line; sentence is the
    whole sentence that it is cut from.
    """

    line: int
    start: int
    text: str
    part: Part
    importance: Importance
    sentence: str = ""

    @property
    def end(self) -> int:
        """Where it ends in its line."""
        return self.start + len(self.text)


_HEADINGS = (
    (
        Part.PREFERRED,
        r"加分项?|优先(?:条件|考虑|项)|以下(?:条件)?优先|nice[- ]to[- ]haves?|bonus(?: points)?|"
        r"preferred(?: qualifications| skills| experience)?|desirable(?: skills)?|pluses|"
        r"good to have",
    ),
    (
        Part.REQUIREMENTS,
        r"(?:任职|岗位|职位|招聘|应聘|基本|录用|能力|技能|人员)?(?:要求|资格|条件)|任职(?:资格|"
        r"条件)|"
        r"必备(?:条件|技能)?|我们希望你|你需要具备|(?:job |minimum |basic |key |essential )?"
        r"(?:requirements?|qualifications|criteria)|must[- ]haves?|essential(?: skills)?|"
        r"what (?:you(?:'ll| will)? (?:need|bring)|we(?:'re| are) looking for)(?: to have)?|"
        r"who you are|"
        r"about you|skills(?: and experience)?|your (?:profile|skills|background)|you have",
    ),
    (
        Part.ELSEWHERE,
        r"(?:岗位|工作|主要|职位)?(?:职责|内容|描述)|岗位说明|你将负责|福利(?:待遇)?|"
        r"薪[资酬](?:福利|待遇)?|"
        r"公司(?:简介|介绍|福利)|关于我们|我们提供|团队介绍|(?:job |key |main |your )?"
        r"(?:responsibilities|duties|description)|about (?:us|the (?:role|company|team|job))|"
        r"the role|"
        r"what you(?:'ll| will) do|what we offer|we offer|benefits|perks|compensation|our company|"
        r"your role|day to day",
    ),
)
_HEADING = [
    (
        part,
        re.compile(
            rf"[\W\d_一二三四五六七八九十]{{0,40}}(?:{words})(?:\W{{0,8}}(?:{words}))?\s{{0,8}}"
            r"(?P<rest>[::】\]].*)?[\s】\])]{0,8}",
            re.IGNORECASE,
        ),
    )
    for part, words in _HEADINGS
]
_PREFERRED = re.compile(
    r"优先|加分|更佳|为佳|尤佳|最好(?:有|能|会|具)|nice to have|\bpreferr?(?:ed|able)\b|"
    r"\bpreferably\b|"
    r"\ba plus\b|\bis plus\b|\bbonus\b|\bdesirable\b|\bideally\b|\badvantage(?:ous)?\b|"
    r"\ban asset\b|"
    r"\bwould be (?:great|good|nice)\b|\bbeneficial\b",
    re.I,
)
_REQUIRED = re.compile(
    r"必须|必备|务必|须具备|\bmust\b|\brequired\b|\bessential\b|\bmandatory\b", re.I
)
_BULLET = re.compile(
    r"^\s*(?:[-–—*•·●○■◆▪➢✓√]+|\(?(?:\d{1,2}|[一二三四五六七八九十])[.、)).:](?!\d))\s*"
)
#: A sentence that never ends is read in pieces, cut between words where there are any.
_SENTENCE = re.compile(
    r"[^。;；!！?？]{1,400}?(?:[。;；!！?？]|\.(?=\s|$)|$)|"
    r"[^。;；!！?？]{200,400}(?=[\s,，、])|[^。;；!！?？]{1,400}"
)
_COMMA = re.compile(r"[^,，]+")
#: What only carries a list on: no demand of its own.
_CARRIES_ON = re.compile(
    r"^\s*(?:and|or|以及|及|和|或|或者|&)?\s*(?:[\w+#./ -]{1,40}|"
    r"[\u4e00-\u9fff]{2,6})\s*(?:等.{0,6})?[.。]?\s*$",
    re.I,
)
_OWN_DEMAND = re.compile(
    r"\d|[熟精了掌具会能有须需需要可愿]|经验|学历|以上|优先|到岗|上岗|入职|擅长|能力|精神|证|"
    r"\b(?:experience|degree|years?|preferred|plus|"
    r"ability|able|strong|good|excellent|fluent|proficien\w+|familiar\w*|knowledge|must|required|"
    r"desirable|bonus|advantage|certificat\w+|licen[cs]e|skills?|willing|basic|advanced|based|"
    r"start|"
    r"communicat\w+|bachelor\w*|master\w*|comfortable|understanding|ideally|preferably)\b",
    re.I,
)


def normal(line: str) -> str:
    """Write a line with half-width characters, each in its place."""
    letters = ((unicodedata.normalize("NFKC", c), c) for c in line)
    return "".join(new if len(new) == 1 else old for new, old in letters)


def clauses(text: str) -> Iterator[Clause]:
    """Cut a description into clauses, in order, each with its part and its importance."""
    part = Part.OPENING
    for number, raw in enumerate(text.splitlines(), start=1):
        line = normal(raw)
        heading = _heading(line)
        bullet = _BULLET.match(line)
        start = bullet.end() if bullet else 0
        if heading:
            part, start = heading
        for sentence in _SENTENCE.finditer(line, start):
            inner = None if heading else _heading(sentence.group())
            begin = 0
            if inner:
                part, begin = inner
            yield from _of_sentence(
                number, sentence.start() + begin, sentence.group()[begin:], part
            )


def _heading(text: str) -> tuple[Part, int] | None:
    """Tell the part that a heading opens, and where text goes on behind its colon."""
    for part, pattern in _HEADING:
        if match := pattern.fullmatch(text.strip()):
            rest = match.group("rest")
            offset = len(text) - len(text.lstrip())
            return part, offset + match.start("rest") + 1 if rest else len(text)
    return None


def _of_sentence(number: int, start: int, sentence: str, part: Part) -> Iterator[Clause]:
    for begin, end in _joined(sentence, [m.span() for m in _COMMA.finditer(sentence)]):
        found = sentence[begin:end]
        blank = len(found) - len(found.lstrip())
        text = found.strip().rstrip("。;；!！?？.")
        if text:
            importance = importance_of(text, part)
            yield Clause(number, start + begin + blank, text, part, importance, sentence)


def _joined(sentence: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put back together what a comma parts only as members of one list."""
    spans: list[tuple[int, int]] = []
    for begin, end in pieces:
        piece = sentence[begin:end]
        carries_on = _CARRIES_ON.match(piece) and not _OWN_DEMAND.search(piece)
        if spans and carries_on:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
    return spans


def importance_of(text: str, part: Part) -> Importance:
    """Tell essential from preferred by a clause's own words, else by its part."""
    if _PREFERRED.search(text):
        return Importance.PREFERRED
    if part is Part.PREFERRED and not _REQUIRED.search(text):
        return Importance.PREFERRED
    return Importance.ESSENTIAL


def without(clause: Clause, start: int, end: int) -> Clause:
    """Blank out characters of a clause, so that nothing reads them again."""
    return replace(clause, text=clause.text[:start] + " " * (end - start) + clause.text[end:])
