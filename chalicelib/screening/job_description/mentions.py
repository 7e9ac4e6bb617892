"""Reviewed words that a clause names: skills, certificates, languages, kinds of post, levels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Level
from chalicelib.screening.resume.lookup import Lookup


class Sort(Enum):
    """What kind of thing a mention names, in the order that settles a tie."""

    CERTIFICATE = "certificate"
    LANGUAGE = "language"
    ROLE = "role"
    SKILL = "skill"


@dataclass(frozen=True)
class Mention:
    """A reviewed name and where it stands in its clause."""

    sort: Sort
    name: str
    start: int
    end: int


_MAJOR = re.compile(
    r"[\w、,/及和或与 ]*(?:等)?(?:相关)?专业(?!技能|知识|能力|素养|四级|八级|证)|"
    r"\b(?:degree|diploma|bachelor\S*|master\S*|bsc|msc|ba|ma)(?: degree)? (?:in|of) [\w ,/&]+",
    re.I,
)
_HELD_BY = re.compile(
    r"经验|经历|技能|技术|能力|软件|工具|操作|使用|experience|skills?\b|knowledge|software", re.I
)
_LIST = re.compile(r"[、/]")


@lru_cache(maxsize=1)
def _words() -> tuple[Lookup, dict[str, tuple[tuple[Sort, str], ...]]]:
    known: dict[str, tuple[tuple[Sort, str], ...]] = {}
    sorts = (
        (Sort.CERTIFICATE, taxonomy.certificates()),
        (Sort.LANGUAGE, taxonomy.languages()),
        (Sort.ROLE, taxonomy.roles()),
        (Sort.SKILL, taxonomy.skills()),
    )
    for sort, words in sorts:
        for form, name in words.forms.items():
            known[form] = (*known.get(form, ()), (sort, name))
    return Lookup(known), known


@lru_cache(maxsize=1)
def _levels() -> Lookup:
    return Lookup(taxonomy.levels().forms)


def mentions(text: str) -> tuple[Mention, ...]:
    """List what a clause names; one word may name a skill and a kind of post.

    A subject of study is neither: 会计相关专业 asks for no accounting skill.
    """
    masked = _MAJOR.sub(lambda m: " " * len(m.group()), text) if _studies(text) else text
    lookup, known = _words()
    found = [
        Mention(sort, name, start, end)
        for form, start, end in lookup.find(masked.lower())
        for sort, name in known[form]
        if sort is not Sort.SKILL or _counts(form, masked, start, end)
    ]
    return tuple(m for m in found if not _names_a_certificate(masked, m, found))


_PAPER = re.compile(r".{0,4}(?:证书?(?!明|券)|职称|资格|认证|certificat|licen[cs]e)", re.I)


def _names_a_certificate(text: str, mention: Mention, found: list[Mention]) -> bool:
    """CATTI二级笔译证书 asks for a certificate, not for the skill named in it."""
    if mention.sort is not Sort.SKILL or not _PAPER.match(text[mention.end :]):
        beside = [m for m in found if m.sort is Sort.CERTIFICATE and m.start >= mention.end]
        return mention.sort is Sort.SKILL and any(
            _EITHER.fullmatch(text[mention.end : m.start].strip()) for m in beside
        )
    return any(m.sort is Sort.CERTIFICATE for m in found)


def _studies(text: str) -> bool:
    return "专业" in text or bool(re.search(r"degree|diploma|bachelor|master|bsc|msc", text, re.I))


def _counts(form: str, text: str, start: int, end: int) -> bool:
    """Everyday words count capitalised or behind a word of level; names of trades only so."""
    if form not in taxonomy.guarded() and form not in taxonomy.listed_only():
        return True
    if form in taxonomy.guarded() and text[start].isupper():
        return True
    near = text[max(0, start - 12) : start]
    behind = _HELD_BY.search(text[end : end + 12])
    in_list = _LIST.search(text[max(0, start - 2) : start] + text[end : end + 2])
    return bool(behind or in_list or any(_levels().find(near.lower())))


def level_words(text: str) -> tuple[tuple[Level, int, int], ...]:
    """List words of level with where they stand."""
    forms = taxonomy.levels().forms
    return tuple(
        (Level[forms[form].upper()], start, end)
        for form, start, end in _levels().find(text.lower())
    )


_AFTER = re.compile(
    r"[\s(]*(?:具?有|均|都|语|口语|软件|操作|使用|技能|程度|水平|读写|听说读写)*[\s:-]*$"
)


def level_at(text: str, group: tuple[Mention, ...]) -> Level:
    """Give the level asked for at a list: the word just behind it, else the last one before."""
    words, mention, last = level_words(text), group[0], group[-1].end
    behind = [w for w in words if w[1] >= last and _AFTER.match(text[last : w[1]])]
    before = [w for w in words if w[2] <= mention.start and _reaches(text[w[2] : mention.start])]
    if before and mention.start - before[-1][2] <= 1:
        return before[-1][0]
    chosen = behind[:1] or before[-1:]
    return chosen[0][0] if chosen else Level.UNSTATED


def _reaches(gap: str) -> bool:
    """A level in brackets belongs to what stands before them, and reaches into none."""
    return not gap.startswith(")") and gap.count("(") == gap.count(")")


_EITHER = re.compile(r"或者?|\bor\b|/|任[意一]|之一", re.I)
_ANY_OF = re.compile(
    r"(?:至少|任[意一]|其中)?[一1]?[种门项个]?(?:以上)?(?:之一)|至少[一1][种门项个]|"
    r"任[意一][一]?[种门项个]|\b(?:one|any) of\b|\beither\b|\bat least one\b",
    re.I,
)


def groups(text: str, found: tuple[Mention, ...]) -> Iterator[tuple[Mention, ...]]:
    """Group the members of an or-list; whatever stands in an and-list stands alone.

    熟悉MySQL、Oracle或PostgreSQL is one group of three, Python、Django is two of one.
    """
    for run in runs(text, found):
        yield from _resolved(text, run)


def runs(text: str, found: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], ...]:
    """Cut mentions into lists: what only commas, and, or part."""
    cut: list[list[Mention]] = []
    for mention in found:
        if cut and _neighbours(text, cut[-1][-1], mention):
            cut[-1].append(mention)
        else:
            cut.append([mention])
    return tuple(map(tuple, cut))


_BETWEEN = re.compile(
    r"\s*(?:[,，、/&]|和|与|及|以及|或者?|and/or|and|or|等|(?:中?的?(?:至少|"
    r"任意)[一1][种门项个]?)|语言|框架|数据库|编程|\s)*\s*",
    re.I,
)


def _neighbours(text: str, one: Mention, other: Mention) -> bool:
    gap = text[one.end : other.start]
    return bool(gap) and _BETWEEN.fullmatch(gap) is not None


def _resolved(text: str, run: tuple[Mention, ...]) -> Iterator[tuple[Mention, ...]]:
    gaps = [text[a.end : b.start] for a, b in pairwise(run)]
    around = text[max(0, run[0].start - 16) : run[-1].end + 20]
    if gaps and (any(_EITHER.search(gap) for gap in gaps) or _ANY_OF.search(around)):
        yield run
    else:
        yield from ((mention,) for mention in run)
