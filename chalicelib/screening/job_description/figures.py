"""Figures that a clause asks for: years of experience, days until a start."""

import re
from dataclasses import dataclass

_NUMBERS = {
    "半": 0.5,
    "一": 1,
    "两": 2,
    **{word: number for number, word in enumerate("二三四五六七八九十", start=2)},
    **{word: number for number, word in enumerate("one two three four five six".split(), start=1)},
    "seven": 7,
    "eight": 8,
    "ten": 10,
}
_N = r"\d{1,2}(?:\.\d)?|[一两二三四五六七八九十半]|one|two|three|four|five|six|seven|eight|ten"
_YEARS = re.compile(
    rf"(?P<n>{_N})\s*(?:\+|以上)?\s*(?:年以上)?\s*(?:[-~—–]|至|到|"
    rf"to)?\s*(?:{_N})?\s*\+?\s*\(?\d?\)?\s*(?:年|years?\b|yrs?\b)",
    re.I,
)
_MONTHS = re.compile(rf"(?P<n>{_N})\s*\+?\s*(?:个月|months?)(?=.{{0,24}}(?:经验|experience))", re.I)
_WORKED = re.compile(
    r"经验|经历|从业|工作|以上|experience|background|working|worked|at least|minimum|track record|"
    r"in a similar",
    re.I,
)
_AT_ONCE = re.compile(
    r"(?:立即|立刻|马上|随时|即刻)(?:到岗|上岗|入职)|available immediately|"
    r"immediate(?:ly)? (?:start|availab\w+|joiner)|start immediately",
    re.I,
)
_WITHIN = re.compile(
    rf"(?P<n>{_N})\s*个?\s*(?P<unit>天|日|周|星期|月|days?|weeks?|months?)(?:之?内|"
    rf"以内)?.{{0,4}}(?:到岗|入职|上岗)|"
    rf"(?:start|available|join)\b.{{0,20}}\b(?:within|in)\s+(?P<n2>{_N})\s+(?P<unit2>days?|weeks?|"
    rf"months?)",
    re.I,
)
_UNIT_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "月": 30, "day": 1, "week": 7, "month": 30}


@dataclass(frozen=True)
class Asked:
    """The least number asked for, and where it stands."""

    number: float
    start: int
    end: int


def years_in(text: str) -> Asked | None:
    """Read the least years of experience: 2 of 2-5年, 3 of 3+ years; 驾龄 is no experience."""
    match = _YEARS.search(text) or _MONTHS.search(text)
    if match is None or "龄" in text[match.end() :]:
        return None
    if "+" not in match.group() and not _WORKED.search(text):
        return None
    years = _number(match.group("n"))
    if match.re is _MONTHS:
        years = round(years / 12, 2)
    return Asked(years, *match.span()) if 0 < years <= 40 else None


def days_in(text: str) -> Asked | None:
    """Read within how many days someone should start; 0 is at once."""
    if at_once := _AT_ONCE.search(text):
        return Asked(0, *at_once.span())
    within = _WITHIN.search(text)
    if within is None:
        return None
    unit = (within.group("unit") or within.group("unit2")).lower().rstrip("s")
    days = _number(within.group("n") or within.group("n2")) * _UNIT_DAYS[unit]
    return Asked(min(days, 365), *within.span())


def _number(written: str) -> float:
    return _NUMBERS.get(written.lower()) or float(written)
