"""One date as résumés write it: a month, a year, a season or quarter, in Chinese and English."""

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:\s*[./-]\s*(?:3[01]|[12]\d|0?[1-9])(?!\d)|\s*(?:3[01]|[12]\d|0?[1-9])\s*[日号](?!\d))?"
FULL_YEAR = r"(?:19|20)\d\d"
#: Parts of a year that are no month: their first month, and the words for them.
_TERMS = {
    1: r"q1|(?<!\d)1q|第?[一1]季度",
    4: r"q2|(?<!\d)2q|第?[二2]季度",
    7: r"q3|(?<!\d)3q|第?[三3]季度",
    10: r"q4|(?<!\d)4q|第?[四4]季度",
    3: r"spring|春",
    6: r"summer|夏",
    9: r"autumn|fall|秋",
    12: r"winter|冬",
}
_TERM = "|".join(_TERMS.values())
TERM_OF_YEAR = (
    rf"\b(?:{_TERM})\b\s*(?:of\s+|[-/,]\s*)?['’]?{FULL_YEAR}(?!\d)"
    rf"|(?<![\d.]){FULL_YEAR}\s*年?\s*[-/]?\s*(?:{_TERM})(?:季|天)?(?![A-Za-z\d])"
)
_CJK_YEAR = r"[〇零○一二三四五六七八九]{4}年"
MONTH = "|".join(
    (
        TERM_OF_YEAR,
        rf"(?<![\d./-])(?:3[01]|[12]\d|0?[1-9])[./-](?:3[01]|[12]\d|0?[1-9])[./-]{FULL_YEAR}(?!\d)",
        r"(?<!\d)1[0-2]\d\s*年\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月?",
        rf"\b(?:early|mid|late)[\s-]*{FULL_YEAR}(?!\d)|(?<!\d){FULL_YEAR}年[初中底末](?!级)",
        rf"(?<!\d)(?:19|20)\d\d\s*[年./-]\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月?份?{_DAY}",
        r"(?<!\d)(?:19|20)\d\d(?:1[0-2]|0[1-9])(?!\d)",
        r"(?:民[国國])\s*\d{2,3}\s*年(?:\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月)?",
        rf"{_CJK_YEAR}(?:十[一二]|[一二三四五六七八九十])月",
        r"(?<!\d)['’]?\d\d\s*年\s*(?:1[0-2]|0?[1-9])\s*月",
        rf"\b{NAME}\b\.?,?\s*(?:of\s+)?[-/]?\s?['’]?(?:(?:19|20)\d\d|(?<=['’])\d\d)(?!\d)",
        rf"\b(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s+{NAME}\b\.?,?\s*(?:19|20)\d\d(?!\d)",
        rf"\b{NAME}\b\.?\s+(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s+{FULL_YEAR}(?!\d)",
        rf"(?<!\d)(?:19|20)\d\d\s*[,./-]?\s*{NAME}\b\.?",
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
CHINESE_NUMBERS = {
    word: number
    for number, words in enumerate("零〇○ 一 二两 三 四 五 六 七 八 九 十".split())
    for word in words
}
_FIRST_ROC_YEAR = 1911


def month_number(text: str) -> tuple[int, bool] | None:
    """Turn a written month into its number.

    Returns
    -------
    (year * 12 + month - 1, whether a month was named), or None for text that is no date.
    A bare year counts from its January and says that it is not exact. A Taiwan year (民国105年)
    counts from 1911.
    """
    lowered = _digits(text.lower())
    named = re.search(NAME, lowered)
    numbers = [int(n) for n in re.findall(r"\d+", lowered)]
    if not numbers:
        return None
    term = next((m for m, words in _TERMS.items() if re.search(words, lowered)), None)
    if term and max(numbers) > _FIRST_ROC_YEAR:
        return max(numbers) * 12 + term - 1, False
    if len(numbers) == 1 and len(str(numbers[0])) == 6:
        numbers = [numbers[0] // 100, numbers[0] % 100]
    if "民国" in lowered or "民國" in lowered:
        numbers[0] += _FIRST_ROC_YEAR
    if named:
        return _year(max(numbers)) * 12 + MONTHS.index(named.group()[:3]), True
    if len(numbers) == 1:
        return _year(numbers[0]) * 12, False
    year_first = numbers[0] > 12 or "年" in lowered
    year, month = (numbers[0], numbers[1]) if year_first else (numbers[-1], numbers[0])
    if len(numbers) == 3 and numbers[2] > _FIRST_ROC_YEAR:  # 31/05/2021 and 05/31/2021
        year, month = numbers[2], numbers[1] if numbers[1] <= 12 else numbers[0]
    return (_year(year) * 12 + month - 1, True) if 1 <= month <= 12 else (_year(year) * 12, False)


def _year(number: int) -> int:
    if number < 100:
        return number + (2000 if number < 70 else 1900)
    if number < 130:  # 108年9月: counted as in Taiwan
        return number + _FIRST_ROC_YEAR
    return number


def _digits(text: str) -> str:
    """Chinese numerals of a year or month as digits."""
    if not re.search(r"[〇零○一二三四五六七八九十]", text):
        return text
    text = re.sub(r"十([一二])", lambda m: f"1{CHINESE_NUMBERS[m.group(1)]}", text)
    return re.sub(r"[〇零○一二三四五六七八九十]", lambda m: str(CHINESE_NUMBERS[m.group()]), text)


def is_term(text: str) -> bool:
    """Whether a date names a season or a quarter rather than a month."""
    return re.search(TERM_OF_YEAR, text, re.IGNORECASE) is not None
