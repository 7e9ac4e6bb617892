"""Telephone numbers, in the groups and behind the labels that people write them with."""

import re
from collections.abc import Iterable, Iterator

from chalicelib.screening.facts import Fact
from chalicelib.screening.resume.patterns import (
    EMAIL,
    FEWEST_DIGITS,
    FOREIGN,
    GROUPED,
    MOBILE,
    MOST_DIGITS,
    NATIONAL,
    NOT_A_PHONE,
    PHONE_LABEL,
)
from chalicelib.screening.resume.sections import HEAD, Passage


def phones_in(found: Iterable[Passage]) -> Iterator[Fact]:
    """List the telephone numbers of some passages, without China's country code.

    Parameters
    ----------
    found : passages; in the head of a résumé a number needs no label.
    """
    for passage in found:
        taken: list[tuple[int, int]] = []
        for start, end in _places(passage):
            if not any(start < t[1] and t[0] < end for t in taken) and not NOT_A_PHONE.search(
                passage.text[:start]
            ):
                taken.append((start, end))
                source = passage.quote(start, end)
                yield Fact(re.sub(r"[^\d+]", "", source.text), source)


def _places(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.text
    yield from (match.span(1) for match in FOREIGN.finditer(text))
    yield from (match.span(1) for match in MOBILE.finditer(text))
    for label in PHONE_LABEL.finditer(text):
        yield from _numbers(text, label.end(), label.end() + 60)
    if passage.section in HEAD:
        alone = bool(EMAIL.search(text)) or not re.search(r"[^\W\d_]{3}", text)
        bare = EMAIL.sub(lambda m: "@" * len(m.group()), text)
        yield from (
            place
            for place in _numbers(bare, 0, len(text))
            if alone or _is_sure(bare[slice(*place)])
        )


def _is_sure(number: str) -> bool:
    return number.startswith(("0", "(")) or GROUPED.fullmatch(number) is not None


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in NATIONAL.finditer(text, start):
        if match.start() >= end:
            return
        digits = re.sub(r"\D", "", match.group())
        is_years = re.fullmatch(r"(?:19|20)\d\d\D+(?:19|20)\d\d", match.group().strip())
        if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS and not is_years:
            yield match.span(1)
