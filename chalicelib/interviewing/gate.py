"""Is there enough to rate? An answer that fails the gate is not scored, never scored low."""

import re

from chalicelib.interviewing.ratings import Unscored

LEAST_ZH_CHARACTERS = 12
LEAST_EN_WORDS = 8
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_EN_COMMON = frozenset(
    "the a an i i'm i'd my me we our you it its it's is was were be been had have has do did to of "
    "in on at for with and or but so that this they them he she his her him not no as from by what "
    "when who how then there about if just one because up out went said asked would could".split()
)
_OTHER_SCRIPT = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af]")


def language_of(answer: str) -> str:
    """`zh`, `en` or `other`, from the script and the commonest words."""
    han = len(_HAN.findall(answer))
    words = [word.lower().replace("’", "'") for word in _LATIN_WORD.findall(answer)]
    other = len(_OTHER_SCRIPT.findall(answer))
    if other > han + len(words):
        return "other"
    if han >= len(words):
        return "zh" if han else "other"
    common = sum(word in _EN_COMMON for word in words)
    return "en" if common * 5 >= len(words) else "other"


def check(answer: str, expected: str) -> Unscored | None:
    """Why the answer cannot be rated, or None when it can.

    Parameters
    ----------
    answer : str
        The words of the answer.
    expected : str
        The language of the interview, `zh` or `en`.

    Returns
    -------
    Unscored or None
        The reason, None when there is enough to rate.
    """
    if not answer.strip():
        return Unscored.EMPTY
    han = len(_HAN.findall(answer))
    words = _LATIN_WORD.findall(answer)
    if not han and not words and not _OTHER_SCRIPT.search(answer):
        return Unscored.UNINTELLIGIBLE
    if han < LEAST_ZH_CHARACTERS and len(words) < LEAST_EN_WORDS:
        return Unscored.WRONG_LANGUAGE if _OTHER_SCRIPT.search(answer) else Unscored.TOO_SHORT
    if _garbled(answer, words):
        return Unscored.UNINTELLIGIBLE
    return None if language_of(answer) == expected else Unscored.WRONG_LANGUAGE


def _garbled(answer: str, words: list[str]) -> bool:
    letters = [char for char in answer.lower() if char.isalpha()]
    if len(set(letters)) * 12 < len(letters) and len(set(letters)) < 8:
        return True
    readable = sum(char.isalnum() or char.isspace() for char in answer)
    if readable * 2 < len(answer):
        return True
    vowelless = sum(len(word) > 4 and not re.search(r"[aeiouyAEIOUY]", word) for word in words)
    return vowelless * 3 > max(len(words), 1) and not _HAN.search(answer)
