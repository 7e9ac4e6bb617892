"""Dates as résumés write them, in Chinese and English."""

import re
from collections.abc import Iterator
from datetime import date

from chalicelib.screening.facts import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:\s*[./-]\s*(?:3[01]|[12]\d|0?[1-9])(?!\d)|\s*(?:3[01]|[12]\d|0?[1-9])\s*[日号](?!\d))?"
_CJK_YEAR = r"[〇零○一二三四五六七八九]{4}年"
_MONTH = "|".join(
    (
        rf"(?<!\d)(?:19|20)\d\d\s*[年./-]\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月?份?{_DAY}",
        r"(?<!\d)(?:19|20)\d\d(?:1[0-2]|0[1-9])(?!\d)",
        r"(?:民[国國])\s*\d{2,3}\s*年(?:\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月)?",
        rf"{_CJK_YEAR}(?:十[一二]|[一二三四五六七八九十])月",
        r"(?<!\d)['’]?\d\d\s*年\s*(?:1[0-2]|0?[1-9])\s*月",
        rf"\b{_NAME}\b\.?,?\s*['’]?(?:(?:19|20)\d\d|(?<=['’])\d\d)(?!\d)",
        rf"\b(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s+{_NAME}\b\.?,?\s*(?:19|20)\d\d(?!\d)",
        rf"(?<!\d)(?:19|20)\d\d\s*[,./-]?\s*{_NAME}\b\.?",
        r"(?<![\d./])(?:1[0-2]|0?[1-9])\s*[./-]\s*(?:19|20)\d\d(?!\d)",
        r"(?<![\d.])(?:19|20)\d\d(?!\d)\s*(?:年度?|届)?",
    )
)
#: What stands for today at the end of a span.
NOW = (
    r"至今|迄今|到今|现在|目前|今|在职|仍在职|"
    r"till (?:date|now|present)|to date|up to now|till date|present|now|current(?:ly)?|today|"
    r"ongoing"
)
_JOIN = r"\s*(?:[-–—―~〜～˗‐‑‒−－→]+|>|至|到|to\b|until\b|till\b|through\b|thru\b|\.{2,3}|…)\s*"
_RANGE = re.compile(
    rf"({_MONTH})(?:{_JOIN}({_MONTH}|{NOW})(?![A-Za-z])|\s*(?:至今|迄今|to date|till date)|"
    rf"\s*(?:[-–—~至到]+)(?=\s*$|\s*[|)\]】,;]|\s{{2,}}))",
    re.IGNORECASE,
)
# 2018年3月至9月 and Mar - Sep 2018: the year stands once.
_SHARED_YEAR = re.compile(
    r"((?<!\d)(?:19|20)\d\d)\s*([年./])\s*(1[0-2]|0?[1-9])\s*月?"
    r"\s*(?:[-–—~]|至|到)\s*(1[0-2]|0?[1-9])\s*月(?!\d)"
    rf"|\b({_NAME})\b\.?\s*(?:[-–—]|to)\s*({_NAME})\b\.?,?\s*((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(?:\bsince|\bfrom|自)\s*({_MONTH})(?:起|\s+onwards?)?(?![\d年./-]|{_JOIN}(?:{_MONTH}|"
    rf"{NOW}))",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d.])(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:年(?!\d)|years?|yrs?)", re.IGNORECASE)
_CHINESE_NUMBERS = {
    word: number
    for number, words in enumerate("零〇○ 一 二两 三 四 五 六 七 八 九 十".split())
    for word in words
}
_FIRST_ROC_YEAR = 1911
_WORD_NUMBERS = {
    word: n
    for n, word in enumerate("zero one two three four five six seven eight nine ten".split())
}
Found = tuple[Span, int, int]


def month_number(text: str) -> tuple[int, bool] | None:
    """Turn a written month into its number.

    Returns
    -------
    (year * 12 + month - 1, whether a month was named), or None for text that is no date.
    A bare year counts from its January and says that it is not exact. A Taiwan year (民国105年)
    counts from 1911.
    """
    lowered = _digits(text.lower())
    named = re.search(_NAME, lowered)
    numbers = [int(n) for n in re.findall(r"\d+", lowered)]
    if not numbers:
        return None
    if len(numbers) == 1 and len(str(numbers[0])) == 6:
        numbers = [numbers[0] // 100, numbers[0] % 100]
    if "民国" in lowered or "民國" in lowered:
        numbers[0] += _FIRST_ROC_YEAR
    if named:
        return _year(max(numbers)) * 12 + _MONTHS.index(named.group()[:3]), True
    if len(numbers) == 1:
        return _year(numbers[0]) * 12, False
    year, month = (numbers[0], numbers[1]) if numbers[0] > 12 else (numbers[-1], numbers[0])
    return (_year(year) * 12 + month - 1, True) if 1 <= month <= 12 else (_year(year) * 12, False)


def _year(number: int) -> int:
    if number < 100:
        return number + (2000 if number < 70 else 1900)
    return number


def _digits(text: str) -> str:
    """Chinese numerals of a year or month as digits."""
    if not re.search(r"[〇零○一二三四五六七八九十]", text):
        return text
    text = re.sub(r"十([一二])", lambda m: f"1{_CHINESE_NUMBERS[m.group(1)]}", text)
    return re.sub(r"[〇零○一二三四五六七八九十]", lambda m: str(_CHINESE_NUMBERS[m.group()]), text)


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
    if not re.search(r"\d\d|[〇零○一二三四五六七八九]{4}", text):
        return
    this_month = today.year * 12 + today.month - 1
    reached = 0
    for found in sorted(_all(text), key=lambda m: (m.start(), -m.end())):
        if found.start() < reached:
            continue
        span = _span(found, this_month)
        if span is not None:
            reached = found.end()
            yield span, found.start(), found.end()


def _all(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_RANGE, _SHARED_YEAR, _SINCE):
        yield from pattern.finditer(text)


def _span(found: re.Match[str], this_month: int) -> Span | None:
    first: tuple[int, bool] | None
    last: tuple[int, bool] | None
    if found.re is _SHARED_YEAR:
        first, last, is_open = *_shared(found), False
    else:
        last_text = found.group(2) if found.re is _RANGE else None
        is_open = last_text is None or month_number(last_text) is None
        first = month_number(found.group(1))
        last = (this_month, True) if is_open else month_number(last_text or "")
    if first is None or last is None or last[0] < first[0] or first[0] > this_month:
        return None
    return Span(first[0], last[0], first[1] and last[1], is_open)


def _shared(found: re.Match[str]) -> tuple[tuple[int, bool], tuple[int, bool]]:
    if found.group(1):
        year, first, last = int(found.group(1)), int(found.group(3)), int(found.group(4))
    else:
        year = int(found.group(7))
        first, last = (_MONTHS.index(found.group(n)[:3].lower()) + 1 for n in (5, 6))
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
        months = _CHINESE_NUMBERS[found.group(1)] * 12 + (6 if found.group(2) else 0)
        yield months, found.start(), found.end()
    for found in re.finditer(rf"\b({'|'.join(_WORD_NUMBERS)}) years?\b", text, re.IGNORECASE):
        yield _WORD_NUMBERS[found.group(1).lower()] * 12, found.start(), found.end()
