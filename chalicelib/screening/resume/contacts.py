"""Who to call, and where they are."""

import re
from collections.abc import Iterator
from itertools import pairwise

from chalicelib.screening.facts import Contact, Fact
from chalicelib.screening.resume import sections
from chalicelib.screening.resume.lexicon_people import (
    CITIES,
    COMPOUND_SURNAMES,
    NOT_IN_ENGLISH_NAMES,
    NOT_IN_NAMES,
    SURNAMES,
)
from chalicelib.screening.resume.sections import Passage

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_MOBILE = re.compile(r"(?<![\d.])(?:\+?86[\s-]?)?(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?!\d)")
_FOREIGN = re.compile(
    r"(?:(?<=\s)|^|(?<=[:|,]))(\+(?!86)\d{1,3}[\s-]?(?:\(\d{1,4}\)[\s-]?)?\d[\d\s-]{5,12}\d)(?!\d)"
)
_LABELLED_NAME = re.compile(r"(?:姓\s*名|\bname)\s*[::]?\s*(.+)", re.IGNORECASE)
_RESUME_NAME = re.compile(
    r"^(?:(?:个人|求职)?简历\s*[-—:|]*\s*)?(.+?)(?:\s*的?\s*(?:个人|求职)?简历)?$"
)
_ENGLISH = re.compile(r"[A-Z][a-zA-Z'’-]+(?: [A-Z]\.)?(?: [A-Z][a-zA-Z'’-]+){1,2}")
_LIVES = re.compile(
    r"(?:现居(?:住?地|住?城市|住)?|居住(?:地|城市)|所在(?:地|城市)|现所在地|城市|(?:联系)?地址|住址|"
    r"location|based in|city|address)\s*[::]?\s*(.{0,24})",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"(?:期望(?:工作)?(?:城市|地点|地区)|意向(?:城市|地点)|(?:期望)?工作地点|求职地点|"
    r"preferred locations?|willing to relocate to|desired locations?)\s*[::]?\s*(.{0,40})",
    re.IGNORECASE,
)
_CITY = re.compile("|".join([*CITIES.values(), *CITIES]), re.IGNORECASE)
_NAME_DISTANCE_LINES = 8
KEPT = 5


def read_contact(found: tuple[Passage, ...]) -> Contact:
    """Find the name, telephone numbers and e-mail addresses.

    Parameters
    ----------
    found : the résumé's passages.

    Returns
    -------
    Contact; a part that is not stated stays empty, it is never guessed.
    """
    return Contact(_name(found), _phones(found), _unique(_emails(found)))


def read_cities(found: tuple[Passage, ...]) -> tuple[Fact | None, tuple[Fact, ...]]:
    """Find where the person lives and where they want to work.

    Returns
    -------
    (home city or None, wished-for cities), by their Chinese names.
    """
    wished = tuple(f for p in found for m in _WANTS.finditer(p.text) for f in _cities(p, m.span(1)))
    head = sections.of(found, sections.HEADER, "contact")
    labelled = [
        f
        for p in head
        for m in _LIVES.finditer(p.text)
        if not _WANTS.search(p.text)
        for f in _cities(p, m.span(1))
    ]
    bare = [f for p in head if not _WANTS.search(p.text) for f in _bare_cities(p)]
    home = next(iter([*labelled, *bare]), None)
    return home, _unique(iter(wished))


def _cities(passage: Passage, span: tuple[int, int]) -> list[Fact]:
    found = _CITY.finditer(passage.text, *span)
    return [Fact(CITIES.get(m.group().lower(), m.group()), passage.quote(*m.span())) for m in found]


def _bare_cities(passage: Passage) -> Iterator[Fact]:
    for start, token in _tokens(passage.text):
        plain = re.sub(r"市$|, ?China$", "", token)
        if _CITY.fullmatch(plain):
            yield Fact(CITIES.get(plain.lower(), plain), passage.quote(start, start + len(token)))


def _emails(found: tuple[Passage, ...]) -> Iterator[Fact]:
    for passage in found:
        for match in EMAIL.finditer(passage.text):
            yield Fact(match.group().lower(), passage.quote(*match.span()))


def _phones(found: tuple[Passage, ...]) -> tuple[Fact, ...]:
    return _unique(
        Fact(re.sub(r"[^\d+]", "", match.group(1)), passage.quote(*match.span(1)))
        for passage in found
        for pattern in (_MOBILE, _FOREIGN)
        for match in pattern.finditer(passage.text)
    )


def _unique(facts: Iterator[Fact]) -> tuple[Fact, ...]:
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.value, fact)
    return tuple(first.values())[:KEPT]


def _name(found: tuple[Passage, ...]) -> Fact | None:
    for passage in found:
        labelled = _LABELLED_NAME.search(passage.text)
        if labelled:
            fact = _labelled_name(passage, labelled)
            if fact:
                return fact
    head = sections.of(found, sections.HEADER, "contact")[:_NAME_DISTANCE_LINES]
    for pick in (_whole_line_name, _first_token_name):
        for passage in (*head, *_before_contacts(found)):
            fact = pick(passage)
            if fact:
                return fact
    return None


def _labelled_name(passage: Passage, labelled: re.Match[str]) -> Fact | None:
    """A name behind its label: all of the rest (欧阳 静), or the rest's first part."""
    rest = labelled.group(1).strip()
    for start, token in ((0, rest), *_tokens(labelled.group(1))):
        name = _as_name(token)
        if name:
            at = labelled.start(1) + start
            return Fact(name, passage.quote(at, at + len(token)))
    return None


def _before_contacts(found: tuple[Passage, ...]) -> list[Passage]:
    """Lines just above a telephone number or address: where a side column hides the name."""
    return [
        above
        for above, below in pairwise(found)
        if EMAIL.search(below.text) or _MOBILE.search(below.text)
    ]


def _whole_line_name(passage: Passage) -> Fact | None:
    match = _RESUME_NAME.match(passage.text)
    name = _as_name(match.group(1)) if match else None
    return Fact(name, passage.quote(*match.span(1))) if match and name else None


def _first_token_name(passage: Passage) -> Fact | None:
    for start, token in list(_tokens(passage.text))[:1]:
        name = _as_name(token)
        if name:
            return Fact(name, passage.quote(start, start + len(token)))
    return None


def _as_name(token: str) -> str | None:
    text = re.sub(r"\(.*?\)", "", token).strip()
    joined = text.replace(" ", "").replace("·", "")
    if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", joined):
        return joined if _is_chinese_name(joined) else None
    if not _ENGLISH.fullmatch(text):
        return None
    words = {word.lower().strip(".") for word in text.split()}
    return None if words & NOT_IN_ENGLISH_NAMES else text


def _is_chinese_name(text: str) -> bool:
    if any(word in text for word in NOT_IN_NAMES) or text in CITIES.values():
        return False
    if text[:2] in COMPOUND_SURNAMES:
        return len(text) in (3, 4)
    return text[0] in SURNAMES and len(text) <= 3


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """Cut a header line at its bars, dots and gaps; a single blank cuts only Chinese."""
    cut = (
        r"[^|/;、•\t ]+" if re.search(r"[\u4e00-\u9fff]", text) else r"[^|•;/]+?(?= {2,}|[|•;/]|$)"
    )
    for match in re.finditer(cut, text):
        piece = match.group()
        yield match.start() + len(piece) - len(piece.lstrip()), piece.strip()
