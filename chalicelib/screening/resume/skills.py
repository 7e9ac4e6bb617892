"""Skills with the words that say how well they are held, or that they are not held."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from chalicelib.screening.facts import Level, Skill, Source, Stated
from chalicelib.screening.resume.dates import stated_months
from chalicelib.screening.resume.lexicon import DENIALS, LEVEL_WORDS, SKILLS
from chalicelib.screening.resume.sections import Passage

_MASKED = re.compile(
    r"[\w.+-]+@[\w.-]+|https?://\S+|(?:www\.|github\.com)\S*|[\u4e00-\u9fff()]{2,}(?:公司|集团)"
)
_CLAUSE = re.compile(r"[^。;;!?\n]+?(?:[。;;!?\n]|\.(?=\s|$)|$)")
_CAPITAL_ONLY = frozenset(("go", "word", "excel", "react", "spark", "ps"))
_NEGATIVE = (
    r"(?:不|没|未|\bnot\s|n't\s)(?:太|是很|怎么|够|大|甚|very\s|yet\s)?"
    r"(?:熟悉|熟练|了解|精通|掌握|懂|会)(?:使用)?"
)
_DENIED = rf"(?P<no>{_NEGATIVE}|无(?=[\w\s]{{0,12}}经验)|{'|'.join(map(re.escape, DENIALS))})"
_HELD = f"(?P<level>{'|'.join(sorted(LEVEL_WORDS, key=len, reverse=True))})"
_LEVEL = re.compile(f"{_DENIED}|{_HELD}", re.IGNORECASE)
_LINK = re.compile(
    r"(?:[\s、,/&+:()和与及或的]|使用|运用|应用|编程|语言|框架|等|数据库|工具|开发|任何|实际|技能|进行|掌握|软件|办公|"
    r"\b(?:in using|in|with|of|and|or|knowledge|at|any|the|user|level|programming|use|working|"
    r"command|experience)\b)*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s]*(?:[:(\-–—]\s*)?(?:使用|应用|程度)?")
_ENDS = re.compile(
    r"(?:掌握|使用|运用|应用|程度|水平|level|user)*\s*(?:[),、;|/.。]|$)", re.IGNORECASE
)
# Repeating a word gains nothing, so its further quotations are not kept either.
KEPT_QUOTES = 6


@dataclass(frozen=True)
class _Mention:
    name: str
    source: Source
    level: Level
    level_source: Source | None
    denied: bool


@lru_cache(maxsize=64)
def _pattern(extra: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {form: name for name, forms in SKILLS.items() for form in (name.lower(), *forms)}
    for name in extra:
        names.setdefault(name.lower(), name)
    forms = sorted(names, key=lambda form: (-len(form), form))
    body = "|".join(
        rf"(?<![A-Za-z0-9+#.@/]){re.escape(f)}(?![A-Za-z0-9+#])" if f.isascii() else re.escape(f)
        for f in forms
    )
    return re.compile(body, re.IGNORECASE), names


def canonical(name: str) -> str:
    """Give the lexicon's name for a skill, or the name itself when the lexicon lacks it."""
    return _pattern(())[1].get(name.lower(), name)


def find_skills(found: Iterable[Passage], extra: tuple[str, ...] = ()) -> tuple[Skill, ...]:
    """Find each skill that some passages name.

    Parameters
    ----------
    found : passages of the résumé.
    extra : names to look for that the lexicon may lack.

    Returns
    -------
    Skills by first mention. Ten mentions of a skill are one skill; the highest stated level
    stands, with its quotation; denials stand beside mentions.
    """
    grouped: dict[str, list[_Mention]] = defaultdict(list)
    for passage in found:
        for mention in _mentions(passage, extra):
            grouped[mention.name].append(mention)
    return tuple(_skill(name, mentions) for name, mentions in grouped.items())


def _skill(name: str, mentions: list[_Mention]) -> Skill:
    held = [m for m in mentions if not m.denied]
    best = max(held, key=lambda m: m.level, default=None)
    return Skill(
        name=name,
        level=best.level if best else Level.UNSTATED,
        mentions=tuple(m.source for m in held[:KEPT_QUOTES]),
        level_source=best.level_source if best else None,
        denials=tuple(m.source for m in mentions if m.denied)[:KEPT_QUOTES],
    )


def _mentions(passage: Passage, extra: tuple[str, ...]) -> Iterator[_Mention]:
    text = _MASKED.sub(lambda m: " " * len(m.group()), passage.text)
    for clause in _CLAUSE.finditer(text):
        yield from _in_clause(passage, text[: clause.end()], clause.start(), extra)


def _in_clause(
    passage: Passage, text: str, start: int, extra: tuple[str, ...]
) -> Iterator[_Mention]:
    pattern, names = _pattern(extra)
    words = list(_LEVEL.finditer(text, start))
    word: re.Match[str] | None = None  # the word of degree that reaches the next skill
    reach = start
    for match in pattern.finditer(text, start):
        if match.group().lower() in _CAPITAL_ONLY and not match.group()[0].isupper():
            continue
        before = [w for w in words if reach <= w.start() and w.end() <= match.start()]
        if before:
            word, reach = before[-1], before[-1].end()
        if word and not _carries(word, text[reach : match.start()]):
            word = None
        after = _following(words, text, match.end())
        yield _mention(passage, names[match.group().lower()], match.span(), after or word)
        reach = after.end() if after else match.end()


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
) -> _Mention:
    quote = _quote_of(passage, span, word.span()) if word else None
    if word is None or quote is None:
        return _Mention(name, passage.quote(*span), Level.UNSTATED, None, denied=False)
    if word["no"]:
        return _Mention(name, quote, Level.UNSTATED, None, denied=True)
    return _Mention(
        name, passage.quote(*span), LEVEL_WORDS[word["level"].lower()], quote, denied=False
    )


def find_stated(found: Iterable[Passage], extra: tuple[str, ...] = ()) -> tuple[Stated, ...]:
    """Find claims such as 3年Python开发经验 or '2 years of project experience'.

    Returns
    -------
    Claims with their months, rounded down; a duration without the word experience is none.
    """
    claims = (
        _claim(passage, clause, extra)
        for passage in found
        for clause in re.finditer(r"[^,。;;!?]+", passage.text)
        if re.search(r"经验|从业|experience", clause.group(), re.IGNORECASE)
    )
    return tuple(claim for claim in claims if claim)


def _claim(passage: Passage, clause: re.Match[str], extra: tuple[str, ...]) -> Stated | None:
    """A clause makes one claim: its first duration, about the first skill that it names."""
    duration = next(stated_months(clause.group()), None)
    if duration is None:
        return None
    pattern, names = _pattern(extra)
    about = pattern.search(clause.group())
    project = "project" if re.search(r"项目|project", clause.group(), re.IGNORECASE) else ""
    name = names[about.group().lower()] if about else project
    return Stated(name, duration[0], passage.quote(clause.start() + duration[1], clause.end()))
