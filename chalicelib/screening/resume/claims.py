"""What a résumé says of itself in words: years of experience, when to start, what pay, where."""

import re
from collections.abc import Iterable, Iterator

from chalicelib.screening.facts import Availability, Relocation, Salary, Stated
from chalicelib.screening.resume.dates import stated_months
from chalicelib.screening.resume.sections import Passage
from chalicelib.screening.resume.skills import SkillFinder

_SOON = (
    (
        0,
        r"随时(?:到岗|上岗|入职|可)?|即[时可](?:到岗|上岗|入职)?|立即(?:到岗|上岗|入职)?|马上(?:到岗|上岗|入职)|"
        r"\bimmediate(?:ly)?\b|\bat once\b|\bavailable now\b",
    ),
    (7, r"一周(?:内|之内|左右)?|1周内?|7天内|\b(?:one|1|a) week'?s?\b"),
    (14, r"[两二2]周(?:内|之内)?|半个?月内?|\b(?:two|2) weeks'?\b|\bfortnight"),
    (21, r"[三3]周内?|\b(?:three|3) weeks'?\b"),
    (
        30,
        r"一个月(?:内|之内|左右)?|1个月内?|30天|\b(?:one|1|a) month'?s?\b|\b30 days\b|\b4 weeks'?\b",
    ),
    (60, r"[两二2]个月内?|\b(?:two|2) months'?\b|\b60 days\b"),
    (90, r"[三3]个月内?|\b(?:three|3) months'?\b|\b90 days\b"),
)
_START = re.compile(
    r"到岗|上岗|入职|报到|可入职|availab|notice|start date|can start|join|到职", re.IGNORECASE
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
    r"服从(?:公司)?(?:调剂|分配|安排|调配)|(?:可|能|愿意?|愿|可以|接受)(?:接受)?(?:长期|短期)?"
    r"(?:出差|外派|异地|外地(?:工作)?|调动|驻外|外驻)|全国(?:范围)?(?:均可|可|调配)|地点不限|"
    r"(?:willing|open|able|happy) to (?:relocat\w+|travel|move)|relocation: ?yes",
    re.IGNORECASE,
)
_UNWILLING = re.compile(
    r"不(?:接受|考虑|愿意?|能)(?:长期|短期)?(?:出差|外派|异地|外地|调动|驻外|搬迁)|"
    r"(?:not (?:willing|open|able)|unwilling|unable) to (?:relocat\w+|travel|move)|"
    r"relocation: ?no",
    re.IGNORECASE,
)
_MONTHS_A_YEAR = 12


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


def find_availability(found: Iterable[Passage]) -> Availability | None:
    """Find when the person can start; None where nothing is said."""
    for passage in found:
        for clause in re.finditer(r"[^。;;,|]+", passage.text):
            if not _START.search(clause.group()):
                continue
            for days, pattern in _SOON:
                if re.search(pattern, clause.group(), re.IGNORECASE):
                    return Availability(days, passage.quote(*clause.span()))
    return None


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
