"""Skills with the words that say how well they are held, or that they are not held."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Fact, Level, Skill
from chalicelib.screening.resume.items import list_items, parted
from chalicelib.screening.resume.levels import Mention, Place, is_degree_alone, mentions_in
from chalicelib.screening.resume.lookup import Lookup
from chalicelib.screening.resume.sections import Passage
from chalicelib.screening.resume.tagger import SKILL, Tagged

_MASKED = re.compile(
    r"[\w.+-]+@[\w.-]+|https?://\S+|(?:www\.|github\.com)\S*|[\u4e00-\u9fff()]{2,}(?:公司|集团)"
)
_CLAUSE = re.compile(r"[^。;;!?\n]+?(?:[。;;!?\n]|\.(?=\s|$)|$)")
_LESSONS = re.compile(r"课程|主修|专业|\b(?:courses?|modules?|coursework|major)\b", re.IGNORECASE)
_LABEL_ONLY = re.compile(r"(?:邮箱|电话|手机|微信|地址|姓名|e-?mail|phone)")
# Repeating a word gains nothing, so its further quotations are not kept either.
KEPT_QUOTES = 6
#: What may surround a known name without making it another: Excel分析, Python编程, 用 Word.
_GENERIC = re.compile(
    r"(?:用|使用|会|运用)?\s*\0\s*.?(?:分析|操作|使用|制作|处理|开发|编程|软件|工具|系统|语言|"
    r"框架|应用|平台|技术|数据库|"
    r"等|办公|脚本|数据处理|表格)?(?: (?:programming|development|software|scripting))?",
    re.IGNORECASE,
)
_MOST_NAME_CHARACTERS, _FEWEST_HEAD = 30, 3


def canonical(name: str) -> str:
    """Give the reviewed name for a skill, or the name itself where it has none."""
    return taxonomy.canonical(name)


@lru_cache(maxsize=64)
def _lookup(extra: tuple[str, ...]) -> tuple[Lookup, dict[str, str]]:
    names = dict(taxonomy.forms())
    for name in extra:
        names.setdefault(name.lower(), name)
    return Lookup(names), names


class SkillFinder:
    """Finds the skills of one résumé's passages, each passage once.

    Parameters
    ----------
    extra : names to look for that the reviewed words may lack.
    tagged : what the tagger saw, by passage; its skills are named as they are written.
    """

    def __init__(
        self, extra: tuple[str, ...] = (), tagged: dict[Passage, Sequence[Tagged]] | None = None
    ) -> None:
        self._extra = extra
        self._tagged = tagged or {}
        self._seen: dict[Passage, tuple[Mention, ...]] = {}

    def skills(self, found: Iterable[Passage]) -> tuple[Skill, ...]:
        """Give each skill that some passages name, by first mention.

        Ten mentions of a skill are one skill; the highest stated level stands, with its
        quotation; denials stand beside mentions.
        """
        grouped: dict[str, list[Mention]] = defaultdict(list)
        for passage in found:
            for mention in self._mentions(passage):
                grouped[mention.name].append(mention)
        return tuple(_skill(name, mentions) for name, mentions in grouped.items())

    def named(self, found: Iterable[Passage]) -> tuple[Fact, ...]:
        """Give the skills that some passages name as held, each with its first quotation."""
        return tuple(Fact(s.name, s.mentions[0]) for s in self.skills(found) if s.mentions)

    def first(self, text: str) -> str:
        """Name the first skill in a text, empty for none."""
        lookup, names = _lookup(self._extra)
        return next((names[word] for word, _, _ in lookup.find(text.lower())), "")

    def is_list(self, passage: Passage) -> bool:
        """Whether a line outside the list of skills is one: three, or one with its level."""
        if _LESSONS.search(passage.text):
            return False
        own = self._mentions(passage)
        return any(m.denied or m.level_source for m in own) or len({m.name for m in own}) > 2

    def _mentions(self, passage: Passage) -> tuple[Mention, ...]:
        if passage not in self._seen:
            self._seen[passage] = tuple(self._read(passage))
        return self._seen[passage]

    def _read(self, passage: Passage) -> Iterator[Mention]:
        text = _MASKED.sub(lambda m: " " * len(m.group()), passage.text)
        places = list(self._places(passage, text))
        if not places:
            return
        for clause in _CLAUSE.finditer(text):
            inside = [p for p in places if clause.start() <= p[1] < clause.end()]
            if inside:
                yield from mentions_in(passage, text[: clause.end()], clause.start(), inside)

    def _places(self, passage: Passage, text: str) -> Iterator[Place]:
        lookup, names = _lookup(self._extra)
        listed = passage.section == "skills"
        tags = [t for t in self._tagged.get(passage, ()) if t.kind == SKILL]
        known = [
            (names[word], start, end)
            for word, start, end in lookup.find(text.lower())
            if _counts(word, text[start:end], listed or _covered(start, end, tags))
        ]
        if listed:
            spans = [
                (start, end)
                for t in tags
                for part in re.finditer(r"[^。;]+", text[t.start : t.end])
                for start, end in parted(text, t.start + part.start(), t.start + part.end())
                if not _LABEL_ONLY.fullmatch(text[start:end].strip())
            ]
            spans += [one for one in list_items(text) if not _touches(one, spans)]
            known = [p for p in known if not _is_part(p, spans, text) or _is_head(p, spans, text)]
            known += [
                (canonical(text[start:end].strip()), start, end)
                for start, end in spans
                if _is_own((start, end), known) and not _holds_only(known, start, end, text)
            ]
        yield from sorted(known, key=lambda place: place[1])


def _counts(word: str, written: str, listed: bool) -> bool:
    if word in taxonomy.listed_only():
        return listed
    return listed or word not in taxonomy.guarded() or written[0].isupper()


def _covered(start: int, end: int, tags: Sequence[Tagged]) -> bool:
    return any(t.start <= start and end <= t.end for t in tags)


def _touches(one: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)


def _is_part(place: Place, spans: Sequence[tuple[int, int]], text: str) -> bool:
    """A known word inside a longer name that says something else: 数据库 in 数据库设计."""
    _, start, end = place
    return any(
        s <= start
        and end <= e
        and (end - start) != (e - s)
        and not _is_generic(text, (start, end), (s, e))
        for s, e in spans
    )


def _is_generic(text: str, own: tuple[int, int], item: tuple[int, int]) -> bool:
    """Whether an item adds to the known name in it no more than a general word or a degree."""
    before, after = text[item[0] : own[0]], text[own[1] : item[1]]
    if is_degree_alone(before, after):
        return True
    general = _GENERIC.fullmatch(before + "\0" + after) is not None
    return general and text[own[0] : own[1]].isascii()


def _is_head(place: Place, spans: Sequence[tuple[int, int]], text: str) -> bool:
    """A known name at the end of a brand's is what the brand is: iCHEF POS is a POS."""
    _, start, end = place
    return (
        text[start:end].isascii()
        and end - start >= _FEWEST_HEAD
        and any(s < start and end == e and text[start - 1] == " " for s, e in spans)
    )


def _holds_only(known: list[Place], start: int, end: int, text: str) -> bool:
    """Whether a name is a known skill with no more than a general word around it."""
    return any(
        start <= s and e <= end and _is_generic(text, (s, e), (start, end)) for _, s, e in known
    )


def _is_own(span: tuple[int, int], known: list[Place]) -> bool:
    """A name counts unless a known skill is exactly there, or it is as long as a clause."""
    same = any(start <= span[0] and span[1] <= end for _, start, end in known)
    return not same and 1 < span[1] - span[0] <= _MOST_NAME_CHARACTERS


def _skill(name: str, mentions: list[Mention]) -> Skill:
    held = [m for m in mentions if not m.denied]
    best = max(held, key=lambda m: m.level, default=None)
    return Skill(
        name=name,
        level=best.level if best else Level.UNSTATED,
        mentions=tuple(m.source for m in held[:KEPT_QUOTES]),
        level_source=best.level_source if best else None,
        denials=tuple(m.source for m in mentions if m.denied)[:KEPT_QUOTES],
        listed=any(m.listed for m in held),
    )


def find_skills(found: Iterable[Passage], extra: tuple[str, ...] = ()) -> tuple[Skill, ...]:
    """Find the skills of some passages by the reviewed words alone."""
    return SkillFinder(extra).skills(found)
