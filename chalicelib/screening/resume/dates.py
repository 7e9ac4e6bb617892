"""Dates as résumés write them, in Chinese and English."""

import re
from collections.abc import Iterator
from datetime import date

from chalicelib.screening.facts import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_MONTH = "|".join(
    (
        r"(?<!\d)(?:19|20)\d\d\s*[年./-]\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月?",
        r"(?<!\d)\d\d年\s*(?:1[0-2]|0?[1-9])\s*月",
        rf"\b{_NAME}\.?,?\s*(?:19|20)\d\d(?!\d)",
        r"(?<!\d)(?:1[0-2]|0?[1-9])\s*[./]\s*(?:19|20)\d\d(?!\d)",
        r"(?<![\d.])(?:19|20)\d\d(?!\d)\s*年?",
    )
)
_NOW = r"至今|现在|目前|今|present|now|current|today"
_JOIN = r"\s*(?:-{1,2}|[–—―~〜]+|至|到|to|until)\s*"
_RANGE = re.compile(rf"({_MONTH})(?:{_JOIN}({_MONTH}|{_NOW})|\s*(至今))", re.IGNORECASE)
_YEARS = re.compile(r"(?<![\d.])(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:年(?!\d)|years?|yrs?)", re.IGNORECASE)
_CHINESE_NUMBERS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}


def month_number(text: str) -> tuple[int, bool] | None:
    """Turn a written month into its number.

    Returns
    -------
    (year * 12 + month - 1, whether a month was named), or None for text that is no date.
    A bare year counts from its January and says that it is not exact.
    """
    lowered = text.lower()
    named = re.search(_NAME, lowered)
    numbers = [int(n) for n in re.findall(r"\d+", lowered)]
    if not numbers:
        return None
    if named:
        return numbers[-1] * 12 + _MONTHS.index(named.group()[:3]), True
    if len(numbers) == 1:
        return numbers[0] * 12, False
    year, month = numbers if numbers[0] > 12 else (numbers[1], numbers[0])
    if year < 100:
        year += 2000 if year < 70 else 1900
    return year * 12 + month - 1, True


def ranges(text: str, today: date) -> Iterator[tuple[Span, int, int]]:
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
    this_month = today.year * 12 + today.month - 1
    for found in _RANGE.finditer(text):
        first = month_number(found.group(1))
        last_text = found.group(2) or found.group(3)
        last = month_number(last_text) or (this_month, True)
        if first is None or last[0] < first[0] or first[0] > this_month:
            continue
        exact = first[1] and last[1]
        yield Span(first[0], last[0], exact), found.start(), found.end()


def stated_months(text: str) -> Iterator[tuple[int, int, int]]:
    """Find durations in words, such as 3年 or 1.9 years.

    Yields
    ------
    (months rounded down, start, end).
    """
    for found in _YEARS.finditer(text):
        yield int(float(found.group(1)) * 12 + 1e-9), found.start(), found.end()
    for found in re.finditer(r"([一二两三四五六七八])年", text):
        yield _CHINESE_NUMBERS[found.group(1)] * 12, found.start(), found.end()
