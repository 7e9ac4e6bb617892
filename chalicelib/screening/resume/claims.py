"""What a résumé says of itself in words: years of experience, when to start, what pay, where."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from chalicelib.screening.facts import Availability, Relocation, Salary, Stated
from chalicelib.screening.resume.dates import stated_months
from chalicelib.screening.resume.sections import Passage
from chalicelib.screening.resume.skills import SkillFinder

_START = re.compile(
    r"到岗(?!周期|率)|上岗(?!证|培训)|上班|入职|报到|到职|录取后|开工|availab|\bnotice\b|"
    r"start(?:ing)? date|(?:can|"
    r"could|able to) (?:start|join)|"
    r"\bjoin\b|immediate start|\bfree from\b|\bstart\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"随时|即[时可日刻]|即(?:上|到|入)|立即|立刻|马上|\bimmediate(?:ly)?\b|\bat once\b|"
    r"\bright away\b|"
    r"\bavailable now\b|\basap\b",
    re.IGNORECASE,
)
_WAIT = re.compile(
    r"(?P<n>(?<![\d.])\d{1,3}|[一二两三四五六半]|下|\b(?:one|two|three|four|six|"
    r"a))\s*(?:calendar |full |-)?"
    r"(?P<unit>天|日内|周|个?星期|礼拜|个?月(?!薪|\d)|days?|weeks?|months?|fortnight)",
    re.IGNORECASE,
)
_COUNTS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "半": 0.5, "下": 1,
           "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "six": 6}  # fmt: skip
_UNIT_DAYS = {
    "天": 1,
    "日": 1,
    "d": 1,
    "周": 7,
    "星": 7,
    "礼": 7,
    "w": 7,
    "月": 30,
    "m": 30,
    "f": 14,
}
_FROM_DAY = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)? (?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
    r"dec)[a-z]*\.?,? (?P<y>20\d\d)"
    r"|(?P<y2>20\d\d)\s*[年./-]\s*(?P<m2>1[0-2]|0?[1-9])\s*[月./-]\s*(?P<d2>3[01]|[12]\d|0?[1-9])",
    re.IGNORECASE,
)
_SALARY = re.compile(
    r"(?:期望|意向|要求|目标|希望)?(?:薪资|薪酬|月薪|年薪|工资|待遇|薪水)(?:要求|期望)?|"
    r"(?:expected|desired|salary|compensation)(?: salary| pay| compensation| expectations?)*",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?P<money>[¥￥$€£]|rmb|cny|usd|hkd|sgd|eur|gbp|nt\$)?\s*"
    r"(?P<low>\d[\d,]*(?:\.\d+)?)\s*(?P<unit1>k|千|万)?\s*"
    r"(?:(?:[-–—~]|至|到|to)\s*[¥￥$€£]?\s*(?P<high>\d[\d,]*(?:\.\d+)?)\s*)?"
    r"(?P<unit>k|千|万)?\s*(?P<after>元|rmb|cny|usd|hkd|sgd|eur|gbp)?\s*"
    r"(?P<per>/?\s*(?:年|per annum|per year|a year|pa\b|annual|p\.a))?",
    re.IGNORECASE,
)
_CURRENCY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY", "元": "CNY",
             "rmb": "CNY", "nt$": "TWD"}  # fmt: skip
_WILLING = re.compile(
    r"服从(?:公司)?(?:调剂|分配|安排|调配|外派)|(?:可|能|愿意?|愿|可以|接受)(?:接受|去|到|赴|"
    r"派)*(?:长期|短期)?"
    r"(?:出差|外派|异地|外地(?:工作|常驻)?|调动|驻外|外驻|派驻)|接受派驻|全国(?:范围)?(?:均可|可|"
    r"调配)|地点不限|"
    r"(?:willing|open|able|happy|prepared|ready) to (?:relocat\w+|travel|move|work anywhere)|"
    r"relocation: ?yes",
    re.IGNORECASE,
)
_UNWILLING = re.compile(
    r"不(?:接受|考虑|愿意?|能)(?:长期|短期)?(?:出差|外派|异地|外地|调动|驻外|搬迁)|"
    r"(?:not (?:willing|open|able)|unwilling|unable) to (?:relocat\w+|travel|move)|"
    r"relocation: ?no",
    re.IGNORECASE,
)
_MONTHS_A_YEAR = 12
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def find_stated(found: Iterable[Passage], finder: SkillFinder) -> tuple[Stated, ...]:
    """Find claims such as 3年Python开发经验 or '2 years of project experience'.

    Returns
    -------
    Claims with their months, rounded down; a duration without the word experience is none.
    """
    claims = (
        _claim(passage, clause, finder)
        for passage in found
        for clause in re.finditer(r"[^,。;;!?]+", passage.text)
        if re.search(r"经验|从业|experience|工作年限", clause.group(), re.IGNORECASE)
    )
    return tuple(claim for claim in claims if claim)


def _claim(passage: Passage, clause: re.Match[str], finder: SkillFinder) -> Stated | None:
    """A clause makes one claim: its first duration, about the first skill that it names."""
    duration = next(stated_months(clause.group()), None)
    if duration is None:
        return None
    project = "project" if re.search(r"项目|project", clause.group(), re.IGNORECASE) else ""
    name = finder.first(clause.group()) or project
    return Stated(name, duration[0], passage.quote(clause.start() + duration[1], clause.end()))


def find_availability(found: Iterable[Passage], today: date) -> Availability | None:
    """Find when the person can start, in days from today; None where nothing is said."""
    for passage in found:
        for clause in re.finditer(r"[^。;]+", passage.text):
            if _START.search(clause.group()):
                days = _days(clause.group(), today)
                if days is not None:
                    return Availability(days, passage.quote(*clause.span()))
    return None


def _days(text: str, today: date) -> int | None:
    if _AT_ONCE.search(text):
        return 0
    day = _FROM_DAY.search(text)
    if day:
        month = day["m2"] or 1 + _MONTHS.index(day["name"][:3].lower())
        start = date(int(day["y"] or day["y2"]), int(month), min(28, int(day["d"] or day["d2"])))
        return max(0, (start - today).days)
    near = _START.search(text)
    waits = list(_WAIT.finditer(text))
    if not near or not waits:
        return None
    wait = min(waits, key=lambda m: min(abs(m.start() - near.end()), abs(near.start() - m.end())))
    written = wait["n"].lower()
    count = float(written) if written.isdigit() else _COUNTS[written]
    unit = wait["unit"].lower().lstrip("个")
    return round(count * _UNIT_DAYS[unit[0]])


def find_relocation(found: Iterable[Passage]) -> Relocation | None:
    """Find whether the person says they would move or travel; None where nothing is said."""
    for passage in found:
        for willing, pattern in ((False, _UNWILLING), (True, _WILLING)):
            match = pattern.search(passage.text)
            if match:
                return Relocation(willing, passage.quote(*match.span()))
    return None


def find_salary(found: Iterable[Passage]) -> Salary | None:
    """Find the pay that the person wishes for, a month; 面议 and sums without a number are none."""
    return next(_salaries(found), None)


def _salaries(found: Iterable[Passage]) -> Iterator[Salary]:
    for passage in found:
        label = _SALARY.search(passage.text)
        if label is None:
            continue
        amount = _SUM.search(passage.text, label.end(), label.end() + 40)
        if amount is None:
            continue
        unit = {"k": 1_000, "千": 1_000, "万": 10_000}.get(
            (amount["unit"] or amount["unit1"] or "").lower(), 1
        )
        yearly = bool(amount["per"]) or "年薪" in label.group()
        low, high = (
            round(float(text.replace(",", "")) * unit / (_MONTHS_A_YEAR if yearly else 1))
            for text in (amount["low"], amount["high"] or amount["low"])
        )
        if high < 500:
            continue
        sign = (amount["money"] or amount["after"] or "").lower()
        currency = _CURRENCY.get(sign, sign.upper() or "CNY")
        source = passage.quote(label.start(), amount.end())
        yield Salary(min(low, high), max(low, high), currency, source)
