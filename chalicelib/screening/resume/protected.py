"""Birth year and gender, only where the résumé states them, kept apart from all that counts."""

import re
from collections.abc import Iterable

from chalicelib.screening.facts import Fact, Protected
from chalicelib.screening.resume.sections import Passage

_BIRTH = re.compile(
    r"(?:出生(?:年月|日期|年份)?|生日|生年月日|date of birth|d\.?o\.?b\.?|born(?: on|"
    r" in)?)\s*[::]?\s*"
    r"(?:\d{1,2}[ ./-])?(?:\d{1,2}[ ./-]|[A-Za-z]{3,9}\.? )?(?P<year>(?:19[4-9]|20[01])\d)"
    r"|(?P<bare>(?<!\d)(?:19[4-9]|"
    r"20[01])\d)\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?\s*(?:出生|生(?![\u4e00-\u9fff]))",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"(?:性\s*别|gender|sex)\s*[::]?\s*(?P<said>男|女|female|male|f\b|m\b)"
    r"|(?:^|[|/,、•·\s])(?P<alone>男|女)(?:性|士)?(?=$|[|/,、•·\s])",
    re.IGNORECASE,
)
_WORDS = {"男": "male", "女": "female", "m": "male", "f": "female"}


def read_protected(found: Iterable[Passage]) -> Protected:
    """Read what is stated among personal details; nothing is inferred from a name or a photo."""
    birth = gender = None
    for passage in found:
        born = _BIRTH.search(passage.text)
        if born and birth is None:
            birth = Fact(born["year"] or born["bare"], passage.quote(*born.span()))
        sex = _GENDER.search(passage.text)
        if sex and gender is None:
            word = (sex["said"] or sex["alone"]).lower()
            gender = Fact(_WORDS.get(word, word), passage.quote(*sex.span()))
    return Protected(birth, gender)
