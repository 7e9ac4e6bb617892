"""Dates as résumés write them, in Chinese and English."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from chalicelib.screening.facts import Span
from chalicelib.screening.resume.moments import (
    CHINESE_NUMBERS,
    FULL_YEAR,
    MONTH,
    MONTHS,
    NAME,
    NOW,
    TERM_OF_YEAR,
    is_term,
    month_number,
)

_JOIN = (
    r"\s*起?\s*(?:[-–—―~〜～˗‐‑‒−－→]+|>|至|到|to\b|until\b|till\b|through\b|thru\b|\.{2,3}|…)\s*"
)
_RANGE = re.compile(
    rf"({MONTH})(?:{_JOIN}({MONTH}|{NOW})(?![A-Za-z])|\s*(?:至今|迄今|to date|till date)|"
    rf"\s*(?:[-–—~至到]+)(?=\s*$|\s*[|)\]】,;]|\s{{2,}}))",
    re.IGNORECASE,
)
# Years of two digits count only beside a second date: Mar-21 - Apr-23, 03/21 – 04/23, '19 – '21.
_SHORT = (
    rf"\b{NAME}\b[-–/.\s]{{0,2}}['’]?\d\d(?![\d/])|(?<![\d/.])(?:1[0-2]|0?[1-9])/\d\d(?![\d/])|"
    r"(?<![\d./])[012]\d\.(?:1[0-2]|0[1-9])(?![\d.])|(?<![\w])['’]\d\d(?!\d)|(?<![\d/.])1[0-2]\d[./](?:1[0-2]|0[1-9])(?!\d)"
)
_SHORT_RANGE = re.compile(rf"({_SHORT}){_JOIN}({_SHORT}|{MONTH}|{NOW})(?![A-Za-z])", re.IGNORECASE)
#: 2019-21: the second year cannot be a month.
_SHORT_YEARS = re.compile(
    rf"(?<![\d./-])({FULL_YEAR})\s*[-–—~/]\s*(1[3-9]|[2-9]\d)(?![\d./%-]|\s*[人个万元岁])"
)
#: 03/01/2020 – 05/31/2021: where one date has the month first, so has the other.
_DAY_SECOND = re.compile(r"\d{1,2}([./-])(?:1[3-9]|[23]\d)\1\d{4}")
_DAY_FIRST = re.compile(r"^(\d{1,2})([./-])(\d{1,2})(?=[./-]\d{4})")
_TERM_ALONE = re.compile(rf"({TERM_OF_YEAR})", re.IGNORECASE)
# 2018年3月至9月 and Mar - Sep 2018: the year stands once.
_SHARED_YEAR = re.compile(
    r"((?<!\d)(?:19|20)\d\d)\s*([年./])\s*(1[0-2]|0?[1-9])\s*月?"
    r"\s*(?:[-–—~]|至|到)\s*(1[0-2]|0?[1-9])\s*月(?!\d)"
    rf"|\b({NAME})\b\.?\s*(?:[-–—]|to)\s*({NAME})\b\.?,?\s*((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(?:\bsince|\bfrom|自)\s*({MONTH})(?:起|\s+onwards?)?(?![\d年./-]|{_JOIN}(?:{MONTH}|"
    rf"{NOW}))",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d.])(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:年(?!\d)|years?|yrs?)", re.IGNORECASE)
_WORD_NUMBERS = {
    word: n
    for n, word in enumerate("zero one two three four five six seven eight nine ten".split())
}
#: A season or quarter lasts until two months after its first.
_MOST_OF_TERM = 2
_MAY_HOLD = re.compile(r"\d\d|[〇零○一二三四五六七八九]{4}")
Found = tuple[Span, int, int]


def ranges(text: str, today: date) -> Iterator[Found]:
    """Find spans of dates in a line.

    Parameters
    ----------
    text : one line.
    today : what 至今 and 'present' mean.

    Yields
    ------
    (span, start, end): the span in months and where it stands in the line. A span that ends
    before it starts, or starts after today, is left out.
    """
    if _MAY_HOLD.search(text):
        yield from _ranges(text, today.year * 12 + today.month - 1)


@lru_cache(maxsize=8192)
def _ranges(text: str, this_month: int) -> tuple[Found, ...]:
    """The spans of a line; the same lines are asked about while they are sorted and tagged."""
    spans: list[Found] = []
    reached = 0
    for found in sorted(_all(text), key=lambda m: (m.start(), -m.end())):
        if found.start() < reached:
            continue
        span = _span(found, this_month)
        if span is not None:
            reached = found.end()
            spans.append((span, found.start(), found.end()))
    return tuple(spans)


def _all(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_RANGE, _SHARED_YEAR, _SINCE, _SHORT_RANGE, _SHORT_YEARS):
        yield from pattern.finditer(text)
    yield from (match for match in _TERM_ALONE.finditer(text) if _is_cell(text, *match.span()))


def _is_cell(text: str, start: int, end: int) -> bool:
    """Whether nothing but signs or gaps stands beside these characters."""
    before, after = text[:start], text[end:]
    return bool(re.search(r"(?:^|[|(,·•\-–—[]\s?|\s{2}|\t)$", before)) and bool(
        re.match(r"\s*(?:$|[|),·•\-–—\]])|\s{2}|\t", after)
    )


def _span(found: re.Match[str], this_month: int) -> Span | None:
    first: tuple[int, bool] | None
    last: tuple[int, bool] | None
    is_open = False
    if found.re is _SHARED_YEAR:
        first, last = _shared(found)
    else:
        first_text, last_text = found.group(1), _last_text(found)
        if last_text and _DAY_SECOND.match(last_text):
            first_text = _DAY_FIRST.sub(r"\3\2\1", first_text)
        first = month_number(first_text)
        last = month_number(last_text or "")
        is_open = last is None
        if last is None:
            last = this_month, True
        elif last_text and is_term(last_text):
            last = last[0] + _MOST_OF_TERM, False
    if first is None or last is None or last[0] < first[0] or first[0] > this_month:
        return None
    return Span(first[0], last[0], first[1] and last[1], is_open)


def _last_text(found: re.Match[str]) -> str | None:
    """The words of the second date; a season by itself is both."""
    if found.re is _TERM_ALONE:
        return found.group()
    return None if found.re is _SINCE else found.group(2)


def _shared(found: re.Match[str]) -> tuple[tuple[int, bool], tuple[int, bool]]:
    if found.group(1):
        year, first, last = int(found.group(1)), int(found.group(3)), int(found.group(4))
    else:
        year = int(found.group(7))
        first, last = (MONTHS.index(found.group(n)[:3].lower()) + 1 for n in (5, 6))
    return (year * 12 + first - 1, True), (year * 12 + last - 1, True)


def stated_months(text: str) -> Iterator[tuple[int, int, int]]:
    """Find durations in words, such as 3年, 1.9 years or three years.

    Yields
    ------
    (months rounded down, start, end).
    """
    for found in _YEARS.finditer(text):
        yield int(float(found.group(1)) * 12 + 1e-9), found.start(), found.end()
    for found in re.finditer(r"([一二两三四五六七八九十])年(半)?", text):
        months = CHINESE_NUMBERS[found.group(1)] * 12 + (6 if found.group(2) else 0)
        yield months, found.start(), found.end()
    for found in re.finditer(rf"\b({'|'.join(_WORD_NUMBERS)}) years?\b", text, re.IGNORECASE):
        yield _WORD_NUMBERS[found.group(1).lower()] * 12, found.start(), found.end()
