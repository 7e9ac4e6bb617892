"""Days that are named: 12月1日, the end of the month, mid January, after the holiday."""

import re
from calendar import monthrange
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PART = (
    r"(?P<part{n}>early|start of|beginning of|mid(?:dle)?(?: of)?|late|end(?: of)?|"
    r"(?:first|second|third|last) week (?:of|in))?[\s-]*"
)
_DAY = re.compile(
    r"(?P<y1>20\d\d)\s*[年./-]\s*(?P<m1>1[0-2]|0?[1-9])(?!\d)\s*[月./-]?\s*"
    r"(?:(?P<d1>3[01]|[12]\d|0?[1-9])(?!\d)\s*[日号]?|(?P<third1>上旬|中旬|下旬|[初中底末]))?"
    r"|(?P<m2>(?<![\d.])(?:1[0-2]|0?[1-9])|十[一二]|[一二三四五六七八九十])\s*月份?\s*(?!内|以)"
    r"(?:(?P<d2>3[01]|[12]\d|0?[1-9])\s*[日号]|(?P<third2>上旬|中旬|下旬|[初中底末]))?"
    rf"|\b(?P<d3>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|"
    rf"th)?\s*(?:of )?(?P<m3>{_NAME})\b\.?,?\s*(?P<y3>20\d\d)?"
    rf"|\b{_PART.format(n=4)}(?P<m4>{_NAME})\b\.?\s*(?:(?P<d4>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|"
    rf"th)?\b(?!\d)"
    r",?\s*)?(?P<y4>20\d\d)?",
    re.IGNORECASE,
)
#: 12/1 and 01/12/2026; which of them is the month is seen from what lies ahead.
_FIGURES = re.compile(
    r"(?<![\d/.])(?P<a>[0-3]?\d)\s*/\s*(?P<b>[0-3]?\d)(?:\s*/\s*(?P<y>20\d\d))?(?![\d/%])"
)
_CHINESE = {word: n for n, word in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}
#: On which day a part of a month is over at the latest.
_PARTS = {"上旬": 10, "初": 10, "中旬": 15, "中": 15, "下旬": 31, "底": 31, "末": 31,
          "first": 7, "second": 14, "third": 21, "last": 31, "early": 10, "start": 10,
          "beginning": 10, "mid": 15, "middle": 15, "late": 31, "end": 31}  # fmt: skip
_THIS = re.compile(
    r"(?P<next>下个?月|next month)?(?P<month>本月|这个?月|当月|月|this month)?"
    r"(?P<part>初|上旬|中旬|下旬|[底末])|\b(?P<en>end|middle|start|beginning) of "
    r"(?P<which>the|this|next) month",
    re.IGNORECASE,
)
#: The first day of the Chinese year.
_NEW_YEARS = tuple(
    date.fromisoformat(day)
    for day in (
        "2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 "
        "2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28"
    ).split()
)
_AFTER_NEW_YEAR = re.compile(
    r"春节(?:假期)?后|过完(?:春节|年)|年后|chinese new year", re.IGNORECASE
)
_HOLIDAY_DAYS = 8


def day_in(text: str, today: date) -> date | None:
    """Give the first day that a text names, seen from today; None where it names none.

    A day without its year is the next one; a part of a month ends as late as it can; a month alone
    begins on its first day.
    """
    if figures := _FIGURES.search(text):
        return _in_figures(figures, today)
    if found := _DAY.search(text):
        return _named(found.groupdict(), today)
    if found := _THIS.search(text):
        return _of_month(found, today)
    if _AFTER_NEW_YEAR.search(text):
        return next(
            (day + timedelta(days=_HOLIDAY_DAYS) for day in _NEW_YEARS if day >= today), None
        )
    return None


def _in_figures(found: re.Match[str], today: date) -> date | None:
    first, second = int(found["a"]), int(found["b"])
    pairs = {(m, d) for m, d in ((first, second), (second, first)) if 1 <= m <= 12 and 1 <= d <= 31}
    if not found["y"]:
        # Without a year they stand as in Chinese, month first.
        pairs &= {(first, second)}
    years = [int(found["y"])] if found["y"] else [today.year, today.year + 1]
    days = sorted(_day(year, m, d) for year in years for m, d in pairs)
    return next((day for day in days if day >= today), days[-1] if days else None)


def _named(said: dict[str, str | None], today: date) -> date | None:
    written = next(said[f"m{n}"] for n in (1, 2, 3, 4) if said[f"m{n}"]) or ""
    month = _CHINESE.get(written) or (
        int(written) if written.isdigit() else 1 + _MONTHS.index(written[:3].lower())
    )
    year = next((said[f"y{n}"] for n in (1, 3, 4) if said[f"y{n}"]), None)
    day = next((said[f"d{n}"] for n in (1, 2, 3, 4) if said[f"d{n}"]), None)
    part = said["third1"] or said["third2"] or (said["part4"] or "").split(" ")[0].lower()
    number = int(day) if day else _PARTS.get(part, 1)
    if year:
        return _day(int(year), month, number)
    # A month that has just begun may still be meant; one long past is next year's.
    near = _day(today.year, month, number)
    over = near < today and (today.month != month or bool(day or part))
    return _day(today.year + over, month, number)


def _of_month(found: re.Match[str], today: date) -> date:
    part = found["part"] or found["en"].lower()
    ahead = bool(found["next"]) or (found["which"] or "").lower() == "next"
    month = today.month + ahead
    day = _day(today.year + (month > 12), (month - 1) % 12 + 1, _PARTS[part])
    if day < today and not ahead and part not in ("底", "末", "end"):
        return _day(today.year + (today.month == 12), today.month % 12 + 1, _PARTS[part])
    return day


def _day(year: int, month: int, number: int) -> date:
    return date(year, month, min(number, monthrange(year, month)[1]))
