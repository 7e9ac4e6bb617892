"""Spoken languages with the highest level that is claimed for each."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Language, Level
from chalicelib.screening.resume.lexicon import LEVEL_WORDS
from chalicelib.screening.resume.lookup import Lookup
from chalicelib.screening.resume.sections import BULLET, POSTS, Passage

_NATIVE = re.compile(r"母语|native|mother tongue|first language|\bc[12]\b|bilingual", re.IGNORECASE)
_HIGH = re.compile(
    r"cet-?6|六级|6级|专八|专业八级|"
    r"tem-?8|雅思\s*[789]|ielts[ :]*[789]|托福\s*1\d\d|toefl[ :]*1\d\d|"
    r"二级甲等|一级|n1|\bb2\b|工作语言|"
    r"business level|business fluent|working proficiency|无障碍|流利|fluent|流畅|full professional|"
    r"professional working"
)
_MIDDLE = re.compile(
    r"cet-?4|四级|4级|专四|专业四级|tem-?4|二级乙等|\bb1\b|n2|雅思\s*6|ielts[ :]*6|conversational"
)
_TESTS = re.compile(
    r"cet-?[46]|ielts|toefl|雅思|托福|tem-?[48]|专[四八]|[四六]级|bec\b", re.IGNORECASE
)
_LOW = re.compile(
    r"school level|school-level|a bit of|a little|\bsome\b|简单(?:交流|沟通|会话)|\ba[12]\b"
)
_CLAUSE = re.compile(r"(?:[^,。、;;|/.]|\.(?!\s|$))+")
_ONLY_LEVEL = re.compile(
    r"\s*(?:(?:口语|书面|听说读写|能够?|可|较?为?)*(?:流利|流畅|熟练|精通|良好|一般|母语|无障碍|专业[四八]级|"
    r"专[四八])(?:沟通|交流)?|fluent|native|basic|advanced|intermediate)\s*",
    re.IGNORECASE,
)
_MOST_CHARACTERS, _MOST_LINE = 32, 90


@lru_cache(maxsize=1)
def _languages() -> tuple[Lookup, Mapping[str, str]]:
    forms = taxonomy.languages().forms
    return Lookup(forms), forms


def read_languages(found: tuple[Passage, ...]) -> tuple[Language, ...]:
    """Find spoken languages with the highest level that is claimed for each."""
    best: dict[str, Language] = {}
    for passage in found:
        if passage.section in (*POSTS, "project") and not _is_list(passage):
            continue
        for language in _in_line(passage):
            known = best.get(language.name)
            if known is None or language.level > known.level:
                best[language.name] = language
    return tuple(best.values())


def _is_list(passage: Passage) -> bool:
    """Whether a line among posts lists languages: two of them, or one with its level alone."""
    if len(passage.text) > _MOST_LINE or BULLET.match(passage.text):
        return False
    clauses = list(_CLAUSE.finditer(passage.text))
    named = [one for clause in clauses for one in _in_clause(passage, clause)]
    short = max((len(one.source.text) for one in named), default=0) <= _MOST_CHARACTERS
    levels = [one for one in named if one.level is not Level.UNSTATED]
    return short and (len(named) > 1 or bool(levels))


def _in_line(passage: Passage) -> Iterator[Language]:
    """What stands behind a label is said of its language to the end: 俄语:专业八级,流利."""
    label = ""
    for clause in _CLAUSE.finditer(passage.text):
        if passage.text[max(0, clause.start() - 1)] not in ",、":
            label = ""
        named = list(_in_clause(passage, clause))
        if label and not named and _ONLY_LEVEL.fullmatch(clause.group()):
            level = _level(clause.group().lower())
            named = [Language(label, level, passage.quote(*clause.span()))]
        elif named:
            label = named[-1].name if re.search(r"[::]\s*\S", clause.group()) else ""
        yield from named


def _in_clause(passage: Passage, clause: re.Match[str]) -> Iterator[Language]:
    lowered = clause.group().lower()
    lookup, names = _languages()
    named = list(dict.fromkeys(names[word] for word, _, _ in lookup.find(lowered)))
    if "英语" not in named and _TESTS.search(lowered):
        named.append("英语")
    for name in named:
        yield Language(name, _level(lowered), passage.quote(*clause.span()))


def _level(text: str) -> Level:
    if _NATIVE.search(text):
        return Level.EXPERT
    if _HIGH.search(text):
        return Level.PROFICIENT
    if _MIDDLE.search(text):
        return Level.FAMILIAR
    if _LOW.search(text):
        return Level.BASIC
    levels = [level for word, level in LEVEL_WORDS.items() if word in text]
    return max(levels, default=Level.UNSTATED)
