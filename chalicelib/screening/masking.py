"""Words of a résumé that not everyone may read: how to reach a person, and what the law guards."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from chalicelib.screening.resume.script import simplified

BLOCK = "█"


class Guard(StrEnum):
    """Why words are covered: the class of fields (access.Fields) that they belong to."""

    CONTACT = "contact"
    PROTECTED = "protected"


@dataclass(frozen=True)
class Covered:
    """Characters start to end (end excluded) of a line, and why they are covered."""

    start: int
    end: int
    guard: Guard


_TO = r"\s*[::]?\s*"
_CALL = (
    r"电\s*话|手\s*机(?:号码?)?|座机|固话|(?:联系|联络)方式|"
    r"\b(?:tele)?phone|\b(?:tel|mobile|cell|mob)\b"
)
_VALUE = r"[^|,，、;；/\s]{1,16}"
# A word that stands alone in a row of particulars: 李明 | 男 | 汉族 | 已婚.
_ALONE = r"(?<![^\s|,，、;；/·(（])"
_END = r"(?![^\s|,，、;；/·)）])"
_PEOPLES = (
    "汉 满 回 藏 壮 苗 彝 侗 瑶 白 傣 黎 佤 畲 水 土 羌 怒 京 蒙古 维吾尔 土家 朝鲜 布依 "
    "哈尼 哈萨克 傈僳 高山 拉祜 东乡 纳西 景颇 柯尔克孜 达斡尔 仫佬 布朗 撒拉 毛南 仡佬 锡伯 阿昌 "
    "普米 塔吉克 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
).replace(" ", "|")
_DATE = r"(?:19|20)\d\d\s*(?:[年./-]\s*\d{1,2}\s*(?:[月./-]\s*(?:\d{1,2}\s*日?)?)?|年)?"
# What stands behind such a word where it tells of no one in particular.
_NO_NAMES = "Excel|Office|Word|Project|Access|Teams|Windows|Dior|World|Universe"
_NO_NATIONS = "laws?|acts?|checks?|stud(?:y|ies)|polic(?:y|ies)|and|or|of|in"
_DEEDS = "活动|发展|教育|培训|学习|工作|大会|干部|先锋|服务|人数|\\d"
_CROWDS = "用户|消费|客户|客群|群体|人群|员工|团队|市场|粉丝|玩家|学生|女性|男性"
_PATTERNS: dict[Guard, tuple[str, ...]] = {
    Guard.CONTACT: (
        r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
        r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)",
        r"(?:\(\+\d{1,3}\)|\+\d)[\d ().-]{7,18}\d",
        # Behind its label any row of digits is a number; without one, a number with its trunk 0.
        rf"(?:{_CALL})[\s::.号]{{0,4}}\(?\d[\d ().-]{{5,18}}\d",
        r"(?<![\d.])0\d{1,4}[ -]\d{3,4}[ -]\d{3,4}(?!\d)",
        r"(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)",
        r"(?<!\d)(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)",
        rf"(?:微信号?|wechat|QQ号?|whatsapp|skype){_TO}[\w.+@-]{{4,40}}",
        r"(?<![a-z\d])(?:[wv]x|v信|薇信)号?\s*[::]\s*[a-z\d][\w.+@-]{1,40}",
        r"(?:(?:通讯|家庭|联系|现居|居住)?(?:地址|住址)|(?:home )?address)\s*[::]\s*[^|;；]{1,80}",
    ),
    Guard.PROTECTED: (
        rf"年\s*龄{_TO}\d{{1,2}}\s*(?:周?岁)?|(?<!\d)\d{{2}}\s*周?岁",
        r"\bage\s*:?\s*\d{2}\b|\b\d{2}[ -]?(?:years?|yrs?\.?)[ -]old\b",
        rf"(?:出\s*生(?:\s*年\s*月(?:\s*日)?|\s*日\s*期|时间|年份|于)?|生年月日|生日){_TO}{_DATE}|{_DATE}\s*(?:出生|生(?!产|物|态|鲜|活|意|成))",
        r"\b(?:date of birth|birth ?(?:date|day)|d\.?o\.?b\.?|born(?: in| on)?)\s*:?\s*"
        r"[\w ./-]{0,12}(?:19|20)\d\d(?:[./-]\d{1,2}){0,2}",
        r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dx](?!\d)",
        rf"性\s*别{_TO}[男女]性?|{_ALONE}[男女]性?{_END}|(?<=[\u4e00-\u9fff])(?:先生|女士){_END}",
        r"\b(?:gender|sex)\s*:\s*\w+|\b(?:gender|sex)\s+(?:fe)?male\b",
        rf"\b(?:gender|sex)\s+[mf]{_END}(?!\s*&)",
        rf"{_ALONE}(?<!\w )(?:fe)?male(?! \w){_END}",
        r"\b(?:mr|mrs|ms|miss)\.\s",
        # Without its dot a title stands before a name: Ms Smith, not MS Excel or Ms Office.
        rf"(?-i:\b(?:Mr|Mrs|Ms)\s(?=[A-Z][a-z])|^Miss\s(?=[A-Z]))(?!(?:{_NO_NAMES})\b)",
        rf"婚\s*姻(?:状况|状态|情况)?{_TO}{_VALUE}|{_ALONE}(?:已婚|未婚|离异|丧偶)(?:已育|未育)?{_END}"
        rf"|{_ALONE}(?:已育|未育){_END}",
        rf"\bmarital status\s*:?\s*\w+|{_ALONE}(?<!\w )(?:un)?married(?! \w){_END}",
        rf"民\s*族\s*[::]\s*{_VALUE}|{_ALONE}(?:{_PEOPLES})族{_END}",
        r"\b(?:ethnicity|race|religion|nationality)\s*:\s*[\w ]{1,24}",
        rf"{_ALONE}(?:ethnicity|nationality)\s+(?!(?:{_NO_NATIONS})\b)"
        r"(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?=\s*$|\s*[|,;/·]|\s{2})",
        rf"(?:宗教信仰|政治面貌){_TO}{_VALUE}|{_ALONE}共青团员{_END}",
        # In a list of people, 群众、党员、干部, or before a deed, it is nobody's own.
        rf"{_ALONE}(?<!、)(?:中国共产党|中共)?(?:正式|预备)?党员{_END}(?!\s*(?:、|{_DEEDS}))",
        rf"{_ALONE}(?:[5-9][05]|0[05])\s?后[男女]?{_END}(?!\s*(?:{_CROWDS}))",
        rf"(?:籍\s*贯|户口|户籍)(?:所在地|地址|性质)?{_TO}{_VALUE}",
        rf"(?:身高|体重|血型|视力|健康状况|身体状况){_TO}{_VALUE}",
        r"\b(?:height|weight|blood type)\s*:\s*[\w .']{1,12}",
        r"^\W*(?:照片|证件照|photo)\W*$|(?:照片|photo)\s*[::]\s*\S+",
    ),
}
_LONE_DATE = re.compile(
    rf"{_ALONE}(?<![-–—~至到]\s)(?<![-–—~至到])(?:19[3-9]|20[01])\d(?!\d)"
    rf"(?:\s*[年./-]\s*\d{{1,2}}(?:\s*月)?)?年?{_END}(?!\s*[-–—~至到])"
)
_FINDERS = {
    guard: re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
    for guard, patterns in _PATTERNS.items()
}


def covered(
    text: str, hide: frozenset[Guard], known: Iterable[Covered] = ()
) -> tuple[Covered, ...]:
    """Find the words of a line that a reader may not see.

    Parameters
    ----------
    text : one line, NFKC-normalised.
    hide : the classes that this reader may not see.
    known : spans that were read as such already; those of the classes are covered as well.

    Returns
    -------
    Spans in their order, none within another; a contact that also tells something protected
    is covered once for each.
    """
    plain = simplified(text)  # each character stays in its place
    found = [
        Covered(match.start(), match.end(), guard)
        for guard in sorted(hide)
        for match in _FINDERS[guard].finditer(plain)
        if match.end() > match.start()
    ]
    if any(item.guard is Guard.PROTECTED for item in found):
        found += _lone_births(text, found)
    found += [item for item in known if item.guard in hide]
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))


def _lone_births(text: str, found: list[Covered]) -> list[Covered]:
    """A date alone in a row of such particulars, 男 | 1994年3月 | 已婚, is a birth."""
    return [
        Covered(match.start(), match.end(), Guard.PROTECTED)
        for match in _LONE_DATE.finditer(text)
        if all(match.end() <= item.start or item.end <= match.start() for item in found)
    ]


def cover(text: str, spans: Iterable[Covered]) -> str:
    """Put blocks where the spans are; the line keeps its length, so that other spans still hold."""
    shown = list(text)
    for span in spans:
        shown[span.start : span.end] = BLOCK * len(shown[span.start : span.end])
    return "".join(shown)


def masked(text: str, hide: frozenset[Guard]) -> str:
    """Cover what a reader may not see of a line, keeping its length."""
    return cover(text, covered(text, hide))


#: Where plain values hold a résumé's own words: quotations, and reasons in both languages.
_QUOTING = frozenset(("text", "zh", "en"))


def quotes_covered(plain: Any) -> Any:
    """Cover in kept facts, findings and changes what a quotation tells beside its point.

    A sentence quoted for a language may go on with an age or a number to call; who reads a
    verdict need not read those, and the lines themselves are kept for who may.
    """
    if isinstance(plain, dict):
        return {
            key: masked(value, frozenset(Guard))
            if key in _QUOTING and isinstance(value, str)
            else quotes_covered(value)
            for key, value in plain.items()
        }
    return [quotes_covered(item) for item in plain] if isinstance(plain, list) else plain
