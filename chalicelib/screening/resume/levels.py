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
    r"|不(?:太|是很|怎么|够)?熟(?![悉练])"
    r"|\b(?:no|none|nil)\b(?=\s*(?:$|[,;|).]))|无(?=\s*(?:$|[,;|)]))"
    r"|\bno(?=\s+[A-Z][\w+#.]*(?:\s|,|\.|$))"
)
_DENIED = rf"(?P<no>{_NEGATIVE}|无(?=[\w\s]{{0,12}}经验)|{'|'.join(map(re.escape, DENIALS))})"
_WORDS = sorted(LEVEL_WORDS, key=len, reverse=True)
_HELD = "(?P<level>" + "|".join(rf"\b{w}\b" if w.isascii() else re.escape(w) for w in _WORDS) + ")"
#: Words of degree that are words of their own only in some places: 简单Excel, Excel熟, some Excel.
_LOOSE = (
    r"(?P<basic>简单(?=\s?[A-Za-z使操应])|少量接触|自学中|学习中|在学|刚学|会一?点|只?看得?懂|"
    r"能看懂|基础(?=查询|操作|使用|$|[,、;。)])|"
    r"\ba (?:little|bit)(?: of)?|\bsome\b|\blimited\b|\bnovice\b|"
    r"(?<!machine )(?<!deep )\blearning\b|"
    r"\bread it but\b|\bpicking up\b|\bentry[- ]level\b)|"
    r"(?P<fair>(?:比较|较|还算)熟(?=$|[\s,、;。)]))|(?P<solid>熟(?=$|[\s,、;。)]))|"
    r"(?P<deep>精(?=$|[\s,、;。)]))"
)
_LOOSE_LEVELS = {
    "basic": Level.BASIC,
    "fair": Level.FAMILIAR,
    "solid": Level.PROFICIENT,
    "deep": Level.EXPERT,
}
_LEVEL = re.compile(f"{_DENIED}|{_HELD}|{_LOOSE}", re.IGNORECASE)
_LINK = re.compile(
    r"(?:[\s、,/&+:()和与及或的]|使用|运用|应用|编程|语言|框架|等|数据库|工具|开发|任何|实际|"
    r"技能|进行|掌握|软件|办公|操作|用|会|"
    r"\b(?:in using|in|with|of|and|or|knowledge|at|any|the|user|level|programming|use|working|"
    r"command|experience|MS|Microsoft)\b)*",
    re.IGNORECASE,
)
#: Names of a list that no list of words holds, between a word of degree and a skill behind them.
_ITEMS = re.compile(r"[、/和与及,\s]*(?:的?\s*[\w+#. ]{1,9}\s*[、/和与及]\s*)+")
#: What a name of a list may begin with: 五金 in 注塑、五金冲压.
_LEADING = re.compile(r"[^,]*[、和与及]\s*[\u4e00-\u9fff]{1,3}")
#: What may stand between a skill and its word of degree: brackets, general nouns, adverbs.
_AFTER = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:[:(\-–—]\s*)?(?:ERP|系统|软件|编程|语言|框架|工具|表格|平台|\bis\b|"
    r"\bI\b|\bcan\b|"
    r"使用|应用|程度|操作|用|写|做|玩|弄|画|学|得|起来|很|非常|挺|较|比较|还算|蛮|最|更|也|都|就|"
    r"已|已经|我|基本|只|"
    r"从来|平时|但|有|能|可以|会|改|过|目前|现在|说实话|完全|相对|的|\s)*[:\-–—]?\s*"
)
_ENDS = re.compile(
    r"(?:查询|课|了解|掌握|使用|运用|应用|程度|水平|一点|一些|一下|做|写|画|用|过|的|level|user|it|"
    r"\bdo not write it)*\s*"
    r"(?:[()\s,、;|/.。]|$)",
    re.IGNORECASE,
)
#: A skill right behind a word of degree has it: Python 熟练 Java is Java's where the list opens so.
#: What a stripped word of degree leaves behind a name: 用得很, 有基本.
_LEFT = re.compile(
    r"\s*(?:用|写|做|使用|操作|玩)?(?:得|起来)?(?:很|非常|挺|较|比较|还算|蛮|完全|也|都|有|基本|一定)+的?"
)
_ONLY_BEFORE = re.compile(
    rf"(?:比较|较为?|很|非常|对|也|只|会|能够?|可以?|用|使用|还|"
    rf"\s)*(?:{_LEVEL.pattern})?{_LINK.pattern}",
    re.IGNORECASE,
)
_TOUCHES = re.compile(r"\s*(?:使用|掌握|运用|应用|操作|编写|地|in|with)?\s*$")
_BRACKET = re.compile(r"\s*\([^()]*\)?")
_SHARES = re.compile(r"\s*(?:[、/]|和|与|及|以及|&|\band\b)\s*", re.IGNORECASE)
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


def is_degree_alone(before: str, after: str) -> bool:
    """Whether what surrounds a name in an item only says how well it is held: 金蝶用得很熟练."""
    gap = _AFTER.match(after)
    rest = after[gap.end() :] if gap else after
    word = _LEVEL.match(rest)
    behind = (
        not after.strip()
        or bool(_LEFT.fullmatch(after))
        or (word is not None and bool(_ENDS.fullmatch(rest, word.end())))
    )
    return behind and _ONLY_BEFORE.fullmatch(before) is not None


def mentions_in(passage: Passage, text: str, start: int, places: list[Place]) -> Iterator[Mention]:
    """Give each skill of a clause the word of degree that reaches it.

    Parameters
    ----------
    passage : where the clause stands.
    text : the passage's text up to the clause's end.
    start : where the clause begins.
    places : its skills by name and place, from left to right.
    """
    found = list(_LEVEL.finditer(text, start))
    places = [p for p in places if not any(w.start() <= p[1] and p[2] <= w.end() for w in found)]
    # A noun behind a name is part of it: 鼎新 ERP.
    places = [p for n, p in enumerate(places) if not n or not _is_noun(p, places[n - 1], text)]
    words = [w for w in found if not any(s < w.end() and w.start() < e for _, s, e in places)]
    if not places:
        return
    leads = bool(words) and words[0].start() < places[0][1]
    word: re.Match[str] | None = None  # the word of degree that reaches the next skill
    reach = start
    own: list[re.Match[str] | None] = []
    for number, (_, begin, end) in enumerate(places):
        before = [w for w in words if reach <= w.start() and w.end() <= begin]
        if before:
            word, reach = before[-1], before[-1].end()
        if word and not _carries(word, text[reach:begin]):
            word = None
        inside = _BRACKET.match(text, end)
        behind = inside.end() if inside else end
        upto = next((p[1] for p in places[number + 1 :] if p[1] >= behind), len(text))
        after = _following(words, text, (end, upto), leads=leads)
        own.append(after or word)
        reach = after.end() if after else end
        if after:
            word = None
            _share(own, places, text)
    for (name, begin, end), said in zip(places, own, strict=True):
        yield _mention(passage, name, (begin, end), said)


def _is_noun(place: Place, before: Place, text: str) -> bool:
    return text[place[1] : place[2]] in ("ERP", "CRM") and not text[before[2] : place[1]].strip()


def _share(own: list[re.Match[str] | None], places: list[Place], text: str) -> None:
    """A word behind a list is said of all of it: Excel、PPT熟练; one in brackets of the last."""
    word = own[-1]
    last = len(own) - 1
    if word is None or not re.fullmatch(r"[^():-]*", text[places[last][2] : word.start()]):
        return
    while last and own[last - 1] is None:
        if not _SHARES.fullmatch(text, places[last - 1][2], places[last][1]):
            return
        own[last - 1] = word
        last -= 1


def _carries(word: re.Match[str], gap: str) -> bool:
    """A level reaches along a list; a denial stops at the first comma."""
    if word["no"] and "," in gap:
        return False
    return _LINK.fullmatch(gap) is not None or (
        (_ITEMS.fullmatch(gap) or _LEADING.fullmatch(gap)) is not None and not _LEVEL.search(gap)
    )


def _following(
    words: list[re.Match[str]], text: str, span: tuple[int, int], *, leads: bool
) -> re.Match[str] | None:
    """Find a word of degree that stands behind its skill: Python(熟练), Python - advanced.

    Where a clause opens with its words of degree, one that touches the next skill is that one's.
    """
    end, upto = span
    inside = _BRACKET.match(text, end)
    for word in words:
        if word.start() < end or word.start() > upto:
            continue
        if inside and word.end() <= inside.end():
            return word
        gap = text[end : word.start()]
        bare = re.sub(r",\s*$", "", gap)
        touching = word.end() <= upto < len(text) and _TOUCHES.fullmatch(text, word.end(), upto)
        close = upto - word.end() == 0 or leads or "," in gap
        if touching and close and not re.search(r"[:(\-–—]", gap):
            return None
        if _AFTER.fullmatch(bare) and _ENDS.match(text, word.end()):
            return word
        return None
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
    level = _level(word)
    return Mention(name, own, level, quote, denied=False, listed=listed)


def _level(word: re.Match[str]) -> Level:
    if word["level"]:
        return LEVEL_WORDS[word["level"].lower()]
    return next(level for kind, level in _LOOSE_LEVELS.items() if word[kind])
