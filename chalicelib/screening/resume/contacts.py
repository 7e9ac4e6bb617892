"""How to reach the person."""

import re
from collections.abc import Iterable, Iterator

from chalicelib.screening.facts import Contact, Fact
from chalicelib.screening.resume import sections
from chalicelib.screening.resume.entries import Marked
from chalicelib.screening.resume.names import OTHERS, read_name
from chalicelib.screening.resume.patterns import (
    EMAIL,
    FEWEST_DIGITS,
    FOREIGN,
    MOBILE,
    MOST_DIGITS,
    NATIONAL,
    NOT_A_PHONE,
    PHONE_LABEL,
)
from chalicelib.screening.resume.sections import Passage

KEPT = 5


def read_contact(found: tuple[Marked, ...]) -> Contact:
    """Find the name, telephone numbers and e-mail addresses.

    Parameters
    ----------
    found : the résumé's passages, tagged.

    Returns
    -------
    Contact; a part that is not stated stays empty, it is never guessed. Numbers of referees are
    not the person's own.
    """
    own = [
        m.passage
        for m in found
        if m.passage.section != "references" and not OTHERS.search(m.passage.text)
    ]
    head = [p for p in own if p.section in sections.HEAD]
    phones = _unique(_phones(head)) or _unique(_phones(own))
    return Contact(read_name(found), phones, _unique(_emails(head)) or _unique(_emails(own)))


def _emails(found: Iterable[Passage]) -> Iterator[Fact]:
    for passage in found:
        for match in EMAIL.finditer(passage.text):
            yield Fact(match.group().lower(), passage.quote(*match.span()))


def _phones(found: Iterable[Passage]) -> Iterator[Fact]:
    for passage in found:
        taken: list[tuple[int, int]] = []
        for start, end in _phone_places(passage):
            if not any(start < t[1] and t[0] < end for t in taken) and not NOT_A_PHONE.search(
                passage.text[:start]
            ):
                taken.append((start, end))
                source = passage.quote(start, end)
                yield Fact(re.sub(r"[^\d+]", "", source.text), source)


def _phone_places(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.text
    yield from (match.span(1) for match in FOREIGN.finditer(text))
    yield from (match.span(1) for match in MOBILE.finditer(text))
    for label in PHONE_LABEL.finditer(text):
        yield from _numbers(text, label.end(), label.end() + 60)
    if passage.section in sections.HEAD:
        alone = bool(EMAIL.search(text)) or not re.search(r"[^\W\d_]{3}", text)
        bare = EMAIL.sub(lambda m: "@" * len(m.group()), text)
        yield from (
            place
            for place in _numbers(bare, 0, len(text))
            if alone or bare[place[0] : place[1]].startswith(("0", "("))
        )


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in NATIONAL.finditer(text, start):
        if match.start() >= end:
            return
        digits = re.sub(r"\D", "", match.group())
        is_years = re.fullmatch(r"(?:19|20)\d\d\D+(?:19|20)\d\d", match.group().strip())
        if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS and not is_years:
            yield match.span(1)


def _unique(facts: Iterator[Fact]) -> tuple[Fact, ...]:
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.value, fact)
    return tuple(first.values())[:KEPT]
