"""Words of degree around skills: how well one is held, or that it is not held."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.screening.facts import Level, Source
from chalicelib.screening.resume.lexicon import DENIALS, LEVEL_WORDS
from chalicelib.screening.resume.sections import Passage

_NEGATIVE = (
    r"(?:不|没|未|\bnot\s|n't\s)(?:太|是很|怎么|够|大|甚|very\s|yet\s)?"
    r"(?:熟悉|熟练|了解|精通|掌握|懂|会)(?:使用)?"
    r"|\b(?:no|none)\b(?=\s*(?:$|[,;|)]))|无(?=\s*(?:$|[,;|)]))"
    r"|\bno(?=\s+[A-Z][\w+#.]*(?:\s|,|\.|$))"
)
_DENIED = rf"(?P<no>{_NEGATIVE}|无(?=[\w\s]{{0,12}}经验)|{'|'.join(map(re.escape, DENIALS))})"
_HELD = f"(?P<level>{'|'.join(sorted(map(re.escape, LEVEL_WORDS), key=len, reverse=True))})"
_LEVEL = re.compile(f"{_DENIED}|{_HELD}", re.IGNORECASE)
_LINK = re.compile(
    r"(?:[\s、,/&+:()和与及或的]|使用|运用|应用|编程|语言|框架|等|数据库|工具|开发|任何|实际|"
    r"技能|进行|掌握|软件|办公|"
    r"\b(?:in using|in|with|of|and|or|knowledge|at|any|the|user|level|programming|use|working|"
    r"command|experience)\b)*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s]*(?:[:(\-–—]\s*)?(?:使用|应用|程度)?")
_ENDS = re.compile(
    r"(?:掌握|使用|运用|应用|程度|水平|一点|一些|一下|level|user)*\s*(?:[()\s,、;|/.。]|$)",
    re.IGNORECASE,
)
Place = tuple[str, int, int]  # a skill's name, and where it stands


@dataclass(frozen=True)
class Mention:
    """One place where a skill is named."""

    name: str
    source: Source
    level: Level
    level_source: Source | None
    denied: bool
    listed: bool


def mentions_in(passage: Passage, text: str, start: int, places: list[Place]) -> Iterator[Mention]:
    """Give each skill of a clause the word of degree that reaches it.

    Parameters
    ----------
    passage : where the clause stands.
    text : the passage's text up to the clause's end.
    start : where the clause begins.
    places : its skills by name and place, from left to right.
    """
    words = list(_LEVEL.finditer(text, start))
    word: re.Match[str] | None = None  # the word of degree that reaches the next skill
    reach = start
    for name, begin, end in places:
        before = [w for w in words if reach <= w.start() and w.end() <= begin]
        if before:
            word, reach = before[-1], before[-1].end()
        if word and not _carries(word, text[reach:begin]):
            word = None
        after = _following(words, text, end)
        yield _mention(passage, name, (begin, end), after or word)
        reach = after.end() if after else end


def _carries(word: re.Match[str], gap: str) -> bool:
    """A level reaches along a list; a denial stops at the first comma."""
    return _LINK.fullmatch(gap) is not None and not (word["no"] and "," in gap)


def _following(words: list[re.Match[str]], text: str, end: int) -> re.Match[str] | None:
    """Find a word of degree that stands behind its skill: Python(熟练), Python - advanced."""
    gap = _AFTER.match(text, end)
    at = gap.end() if gap else end
    for word in words:
        if end <= word.start() <= at and _ENDS.match(text, word.end()):
            return word
    return None


def _quote_of(passage: Passage, skill: tuple[int, int], word: tuple[int, int]) -> Source:
    start, end = min(skill[0], word[0]), max(skill[1], word[1])
    closes = "(" in passage.text[start:end] and passage.text[end : end + 1] == ")"
    return passage.quote(start, end + closes)


def _mention(
    passage: Passage, name: str, span: tuple[int, int], word: re.Match[str] | None
) -> Mention:
    quote = _quote_of(passage, span, word.span()) if word else None
    listed = passage.section == "skills"
    own = passage.quote(*span)
    if word is None or quote is None:
        return Mention(name, own, Level.UNSTATED, None, denied=False, listed=listed)
    if word["no"]:
        return Mention(name, quote, Level.UNSTATED, None, denied=True, listed=listed)
    level = LEVEL_WORDS[word["level"].lower()]
    return Mention(name, own, level, quote, denied=False, listed=listed)
