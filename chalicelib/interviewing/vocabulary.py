"""The words a recogniser should expect: a competency model's key terms as its vocabulary."""

import re

from chalicelib.interviewing.competencies import CompetencyModel

LANGUAGE_CODES = {"zh": "zh-CN", "en": "en-US"}
#: What Amazon Transcribe takes: phrases of at most 256 characters, 50 kB in all.
MOST_CHARACTERS = 256
MOST_PHRASES = 1000
_NAME = re.compile(r"[^0-9a-zA-Z._-]+")
_HAN = re.compile(r"^[㐀-鿿]{2,}$")
_LATIN = re.compile(r"^[A-Za-z][A-Za-z'.-]*$")


def name(model: CompetencyModel, language: str) -> str:
    """The vocabulary's name; a version of a model never changes, so neither does what it names."""
    family = _NAME.sub("-", model.job_family)[:100]
    return f"hireloop-{family}-v{model.version}-{language}"


def phrases(model: CompetencyModel, language: str) -> tuple[str, ...]:
    """The key terms and their synonyms as the recogniser takes them, each once, in order.

    Parameters
    ----------
    model : CompetencyModel
        The model by which the answer will be rated.
    language : str
        `zh` or `en`.

    Returns
    -------
    tuple of str
        English phrases with hyphens for blanks. Terms that the language's character set does not
        hold (digits, a Latin word among Chinese ones) are left out; empty where none is left.
    """
    wordings = [
        wording
        for dimension in model.dimensions
        for terms in dimension.term_sets(language)
        for wording in terms
    ]
    taken = [_phrase(wording.strip(), language) for wording in wordings]
    return tuple(dict.fromkeys(filter(None, taken)))[:MOST_PHRASES]


def _phrase(wording: str, language: str) -> str:
    plain = re.sub(r"\s+", "-" if language == "en" else "", wording)
    fits = (_LATIN if language == "en" else _HAN).match(plain)
    return plain if fits and len(plain) <= MOST_CHARACTERS else ""
