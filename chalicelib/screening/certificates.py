"""Certificates by any way of writing, what a higher one covers, what a language test shows."""

import re
from functools import lru_cache

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Level

# A longer number is a year or the paper's own number.
_SCORE = r"(?:(?: ?(?:academic|general|overall|总分|成绩))*\D{0,6}(?<!\d)(\d{1,3}(?:\.\d)?)(?!\d))?"
# Least score or grade for each level, highest first, by the tests' own tables against the CEFR:
# B1 is familiar, B2 proficient, C1 expert (IELTS, ETS for TOEFL and TOEIC, CSE for CET and TEM).
_SCORED = (
    ("英语", re.compile(rf"(?:雅思|ielts){_SCORE}", re.IGNORECASE), (7.5, 6.0, 4.5)),
    ("英语", re.compile(rf"(?:托福|toefl){_SCORE}", re.IGNORECASE), (105, 80, 45)),
    ("英语", re.compile(rf"(?:托业|toeic){_SCORE}", re.IGNORECASE), (945, 785, 550)),
)
_GRADED = (
    ("TEM-8", "英语", Level.EXPERT),
    ("TEM-4", "英语", Level.PROFICIENT),
    ("CET-6", "英语", Level.PROFICIENT),
    ("CET-4", "英语", Level.FAMILIAR),
    ("日语N1", "日语", Level.EXPERT),
    ("日语N2", "日语", Level.PROFICIENT),
)
_MANDARIN = re.compile(r"(一级|二级甲|二甲|一甲|一乙|二级乙|二乙|三级)")
_MANDARIN_LEVELS = {
    "一级": Level.EXPERT,
    "一甲": Level.EXPERT,
    "一乙": Level.EXPERT,
    "二级甲": Level.PROFICIENT,
    "二甲": Level.PROFICIENT,
    "二级乙": Level.FAMILIAR,
    "二乙": Level.FAMILIAR,
    "三级": Level.BASIC,
}


@lru_cache(maxsize=4096)
def names_in(text: str) -> frozenset[str]:
    """Give the reviewed certificates that a text names, with the lower ones that they cover."""
    lowered = taxonomy.plain(text)
    # Chinese names are written with brackets or without: 驾驶证(C1), 驾驶证C1.
    close = re.sub(r"[\s()::]", "", lowered)
    own = {
        name
        for form, name in taxonomy.certificates().forms.items()
        if _stands(form, lowered) or (not form.isascii() and form in close)
    }
    return frozenset(own).union(*(taxonomy.certificate_meets(name) for name in own))


def holds(stated: str, wanted: str) -> bool:
    """Whether a stated certificate is the wanted one, by any way of writing, or covers it."""
    name = taxonomy.certificates().canonical(wanted)
    if name in taxonomy.certificates().entries:
        return name in names_in(stated)
    return _stands(taxonomy.plain(wanted), taxonomy.plain(stated))


def _stands(form: str, text: str) -> bool:
    if form not in text:
        return False
    return not form.isascii() or bool(
        re.search(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])", text)
    )


@lru_cache(maxsize=4096)
def shown_by_test(text: str) -> tuple[str, Level] | None:
    """Give the language and the level that a test's name and result show.

    Parameters
    ----------
    text : such as 大学英语六级 or IELTS 6.5.

    Returns
    -------
    (language, level), UNSTATED for a test without its score; None for what is no language test.

    Source: the tests' published tables against the CEFR, see above.
    """
    for language, pattern, least in _SCORED:
        if test := pattern.search(text):
            return language, _reached(test.group(1), least)
    for name, language, level in _GRADED:
        if name in names_in(text):
            return language, level
    mandarin = _MANDARIN.search(text) if "普通话" in text else None
    return ("普通话", _MANDARIN_LEVELS[mandarin.group(1)]) if mandarin else None


def _reached(score: str | None, least: tuple[float, ...]) -> Level:
    if score is None:
        return Level.UNSTATED
    return Level(1 + sum(float(score) >= bound for bound in least))
