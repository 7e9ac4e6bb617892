"""Wording without who and where: names, gender words and cities are levelled before reading.

Only what the rating model reads is levelled; quotes are always the answer's own words. He and she,
titles (王阿姨), kin, cities and names where a name is likely (`people_named`) become alike. A name
that stands nowhere likely stays and may move a rating a little.
"""

import re
from functools import lru_cache

from chalicelib.interviewing import people_named as named

PERSON, PLACE = "某人", "某地"
#: In English a person and a place are levelled to one word: a capital alone tells them not apart.
PERSON_EN = "person"

_KIN_ZH = re.compile(
    r"大爷|大妈|大叔|大婶|阿姨|叔叔|伯伯|奶奶|爷爷|大姐|大哥|先生|女士|小姐|太太|小伙子?|小姑娘|姑娘|"
    r"男的|女的|男孩|女孩|男生|女生|妈妈|爸爸|母亲|父亲|老公|老婆|丈夫|妻子"
)
_HE_ZH = re.compile(r"[她它]")
_GENDER_EN = (
    (re.compile(r"\b(?:he|she)\b", re.IGNORECASE), "they"),
    (re.compile(r"\b(?:his|hers?|him)\b", re.IGNORECASE), "their"),
    (re.compile(r"\b(?:himself|herself)\b", re.IGNORECASE), "themselves"),
    (re.compile(r"\b(?:mr|mrs|ms|miss|sir|madam)\b\.?(?:\s+[A-Z][a-z]+)?"), PERSON_EN),
    (re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\b\.?\s+[A-Z][a-z]+"), PERSON_EN),
    (
        re.compile(
            r"\b(?:man|woman|guy|lady|gentleman|chap|bloke|boy|girl|lad|lass|mum|mom|dad|mother|"
            r"father|husband|wife|son|daughter|brother|sister|uncle|aunt)\b",
            re.IGNORECASE,
        ),
        PERSON_EN,
    ),
)
_NAMES_EN = (
    named.CITY_EN, named.INSIDE_EN, named.FIRST_EN, named.GIVEN_EN,
)  # fmt: skip
_AGAIN_EN = re.compile(rf"\b{PERSON_EN}(?:\s+{PERSON_EN})+\b")

#: Stands for each letter of what is masked.
MASK = "某"
_MASKED = (
    named.CITY_ZH, named.OWN_NAME_ZH, named.CALLED_ZH, named.NAMED_ZH, _KIN_ZH, named.OWN_NAME_EN,
    *(pattern for pattern, _ in _GENDER_EN), *_NAMES_EN,
)  # fmt: skip


@lru_cache(maxsize=8192)
def level(text: str) -> str:
    """The text with persons, genders and cities made alike.

    Parameters
    ----------
    text : str
        A clause as it was said or typed.

    Returns
    -------
    str
        Lower case; not for quoting, its offsets are not the answer's.
    """
    text = named.CITY_ZH.sub(PLACE, text)
    text = named.OWN_NAME_ZH.sub(rf"\g<lead>{PERSON}", text)
    text = named.CALLED_ZH.sub(PERSON, text)
    text = named.NAMED_ZH.sub(rf"\g<lead>{PERSON}", text)
    text = _KIN_ZH.sub(PERSON, text)
    text = _HE_ZH.sub("他", text)
    if not text.isascii() and not re.search(r"[A-Za-z]{3}", text):
        return text.lower()
    text = named.OWN_NAME_EN.sub(rf"\g<lead>{PERSON_EN}", text)
    for pattern, word in _GENDER_EN:
        text = pattern.sub(word, text)
    for pattern in _NAMES_EN:
        text = pattern.sub(PERSON_EN, text)
    return _AGAIN_EN.sub(PERSON_EN, text.lower())


def mask(text: str) -> str:
    """The text, as long as it was, with every letter of persons, genders and cities made alike."""
    for pattern in _MASKED:
        text = pattern.sub(_masked, text)
    return _HE_ZH.sub("他", text)


def _masked(match: re.Match[str]) -> str:
    lead = match.groupdict().get("lead") or ""
    return lead + MASK * (len(match.group()) - len(lead))
