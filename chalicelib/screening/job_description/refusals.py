"""Demands that no requisition may make: sex, age, family, household, origin, stars, looks.

They are never turned into criteria; each is returned with the reason why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SEX = (
    r"^\s*[男女](?:性|士|生)?\s*$|"
    r"(?:仅|只|限|限招|只招|要求|性别)[::]?\s*(?:限|为)?\s*[男女](?:性|生|士)?(?!女)|[男女](?:性|"
    r"生|士)(?:优先|为主)|"
    r"[男女](?:优先)|\b(?:fe)?males? (?:only|preferred|candidates?)|\b(?:wo)?men (?:only|"
    r"preferred)|"
    r"\b(?:gender|sex)\s*:\s*(?:fe)?male"
)
_AGE = (
    r"(?<!平均)(?:年龄|年纪)[^,，。;；]{0,8}\d{2}[^,，。;；]{0,8}|\d{2}\s*(?:周岁|岁)?\s*(?:[-~—–]|至|"
    r"到)\s*\d{2}\s*周?岁(?:之间|以下)?|"
    r"\d{2}\s*周?岁(?:以下|以内|之内|左右)|(?:不超过|小于|低于)\s*\d{2}\s*周?岁|[6789]0后|0[05]后|"
    r"[89][05]后|"
    r"\b(?:aged?|ages)\b[^,.;]{0,12}\d{2}(?:\s*(?:-|–|to|and)\s*\d{2})?(?:\s*years(?: old)?)?|"
    r"\b(?:under|below|younger than|not older than|no older than|maximum age(?: of)?:?|"
    r"max age:?)\s*"
    r"(?:the age of\s*)?\d{2}\b(?!\s*(?:%|min|hour|day|k\b|people|"
    r"employees))(?:\s*years(?: of age| old)?)?|"
    r"\b\d{2}\s*(?:-|–|to)\s*\d{2}\s*years? old|\bbetween \d{2} and \d{2} years (?:old|of age)|"
    r"\byoung(?: and energetic| candidates?| people)\b"
)
_FAMILY = (
    r"(?:仅限|限|须|需)?(?:未婚|已婚|离异|单身)(?:已育|未育)?(?:者?优先)?|已育(?:者?优先)?|"
    r"婚育(?:状况|情况)?|无生育计划|"
    r"(?:近期|两年内|三年内)[^,，。;；]{0,4}(?:不|无)[^,，。;；]{0,4}(?:生育|怀孕|要孩子)|"
    r"\bunmarried\b|\bmarried\b|"
    r"\bsingle (?:men|women|males?|females?|candidates?)\b|\bno (?:children|kids)\b|"
    r"\bnot pregnant\b|"
    r"\bmarital status\b"
)
_STARS = r"属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|生肖|属相|星座|血型|\bzodiac\b|\bstar sign\b|\bblood type\b"
_HOUSEHOLD = (
    r"(?:本地|本市|本省|当地|[\u4e00-\u9fff]{2,3}?)?(?:户口|户籍)(?:优先)?|(?:限|"
    r"仅限)?本地人(?:优先)?|籍贯[^,，。;；]{0,8}|"
    r"\blocals only\b"
)
_ORIGIN = (
    r"(?:限|仅限|不要|不招)[^,，。;；]{0,3}(?:族|省人|地人)|汉族|\b(?:christians?|muslims?|"
    r"hindus?) (?:only|preferred)\b|"
    r"\b(?:race|religion|ethnicity)\s*:"
)
_LOOKS = (
    r"身高[^,，。;；]{0,12}|体重[^,，。;；]{0,10}|五官端正|相貌[^,，。;；]{0,4}|"
    r"形象(?:气质)?(?:佳|好|良好)|颜值[^,，。;；]{0,4}|"
    r"\bgood[- ]looking\b|\battractive appearance\b|\bpleasant appearance\b"
)
_HEALTH = r"(?:无|不招)(?:残疾|乙肝)[^,，。;；]{0,6}|\bno disabilit(?:y|ies)\b|\bable-bodied\b"
GROUNDS = {
    ground: re.compile(pattern, re.IGNORECASE)
    for ground, pattern in (
        ("sex", _SEX),
        ("age", _AGE),
        ("family", _FAMILY),
        ("stars", _STARS),
        ("household", _HOUSEHOLD),
        ("origin", _ORIGIN),
        ("looks", _LOOKS),
        ("health", _HEALTH),
    )
}
_UNRESTRICTED = re.compile(r"(?:性别|年龄|男女|户籍|婚育)[^,，。;；]{0,3}不限|男女皆可|男女均可")


@dataclass(frozen=True)
class Barred:
    """Where such a demand stands in its clause, and on which ground it is barred."""

    ground: str
    start: int
    end: int


def barred(text: str) -> Iterator[Barred]:
    """Find barred demands of a clause; 性别不限 and 男女不限 bar nobody."""
    masked = _UNRESTRICTED.sub(lambda m: " " * len(m.group()), text)
    for ground, pattern in GROUNDS.items():
        for match in pattern.finditer(masked):
            yield Barred(ground, match.start(), match.end())
        masked = pattern.sub(lambda m: " " * len(m.group()), masked)
