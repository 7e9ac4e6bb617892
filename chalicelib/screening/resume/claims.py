"""What a résumé says of itself in words: years of experience, what pay."""

import re
from collections.abc import Iterable, Iterator

from chalicelib.screening.facts import Salary, Stated
from chalicelib.screening.resume.dates import stated_months
from chalicelib.screening.resume.sections import Passage
from chalicelib.screening.resume.skills import SkillFinder

#: A duration is a claim beside the word experience, or straight before what it was spent on.
_CLAIMS = re.compile(
    r"经验|从业|experience|工作年限|"
    r"\byears? (?:of|with|in|using|on) (?-i:[A-Z])|\d年\s?(?-i:[A-Z])",
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
        if _CLAIMS.search(clause.group())
    )
    return tuple(claim for claim in claims if claim)


def _claim(passage: Passage, clause: re.Match[str], finder: SkillFinder) -> Stated | None:
    """A clause makes one claim: its first duration, about the first skill that it names."""
    duration = next(stated_months(clause.group()), None)
    if duration is None:
        return None
    project = "project" if re.search(r"项目|project", clause.group(), re.IGNORECASE) else ""
    own = clause.group()
    name = finder.first(own[duration[2] :]) or finder.first(own) or project
    return Stated(name, duration[0], passage.quote(clause.start() + duration[1], clause.end()))


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
