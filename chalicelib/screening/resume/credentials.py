"""Certificates."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Fact
from chalicelib.screening.resume.entries import Marked
from chalicelib.screening.resume.lookup import Lookup, stands_alone
from chalicelib.screening.resume.sections import POSTS, Passage
from chalicelib.screening.resume.standing import is_claimed, is_denial, is_held
from chalicelib.screening.resume.tagger import CERTIFICATE

#: When a certificate was won, beside its name.
_DATE = re.compile(
    r"^[\s(]*(?:19|20)\d\d(?:[年./-]\d{1,2})?月?[\s):-]*|[\s(:,-]*(?:(?:19|"
    r"20)\d\d(?:[年./-]\d{1,2})?月?|"
    r"\d{1,2}/(?:19|20)\d\d|\(?(?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d)\s*\)?$"
)
_CERTIFICATE_WORD = re.compile(
    r"(?:[A-Z]\d?)?(?!身份|毕业|学位|居住|暂住|签|保|凭|认|论|验|公|学生|工作|党员|结婚|退伍|"
    r"房产|行驶|可|求|实|印|见|佐)"
    r"(?:[\u4e00-\u9fff]{2,8}?)(?:资格证书|资格证|操作证|上岗证|等级证书|从业证|执业证|"
    r"(?<!身份)(?<!毕业)(?<!学位)(?<!居住)(?<!学生)"
    r"(?<!凭)(?<!保)(?<!认)(?<!论)(?<!验)(?<!公)(?<!签)证)(?=$|[\s(,、;。:/|])"
)
_NO_CERTIFICATE = re.compile(
    r"到岗|离职|入职|先进|优秀|奖|第[一二三]名|^\W*(?:无|暂无|none|n/a)\W*$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:没有?|无|未持?有?|持有?|有|考取|取得|获得|具备|拥有|考了|已)*")
#: A class or a bracket behind a name belongs to it: 驾驶证C1, 驾驶证(B2).
_CLASS = re.compile(r"\s?[A-Z]?\d?\b(?=\s*(?:$|[,、;|]))|\([^()]{1,16}\)")
_HELD_BEFORE = re.compile(
    r"持|有|取得|获得?|考取|考了|拿[到了]|hold|have|passed|certified", re.IGNORECASE
)
_SAYS_NONE = re.compile(
    r"(?:无|没有|没)(?:任何|特别|相关|其他)?(?:的)?(?:资格|职业|技能)?证书?(?=$|[,。;\s])|"
    r"证书?\s*[::]\s*(?:无|没有)|"
    r"\bno certificat\w+|\bcert\w*\s*[::]\s*(?:none|nil|n/a)\b",
    re.IGNORECASE,
)
#: 俄语专业八级 is no test of English.
_OTHER_LANGUAGE = re.compile(r"(?<!英)[俄日德法韩牙伯]语\s*[::(]?\s*$")
_SHORTEST = 2
_LONGEST = 60


@lru_cache(maxsize=1)
def _certificates() -> tuple[Lookup, Mapping[str, str]]:
    forms = taxonomy.certificates().forms
    return Lookup(forms), forms


def says_none(passage: Passage) -> bool:
    """Whether a line says that there are no certificates: 无证书, Certificates: none."""
    return bool(_SAYS_NONE.search(passage.text))


def read_certificates(found: tuple[Marked, ...], sought: tuple[str, ...] = ()) -> tuple[Fact, ...]:
    """Find certificates: the items of a list of them as written; elsewhere those that are known.

    Parameters
    ----------
    found : tagged passages.
    sought : certificates that the requisition names, found wherever they are written out.
    """
    first: dict[str, Fact] = {}
    for marked in found:
        if marked.passage.section == "certificates":
            for fact in _listed(marked):
                first.setdefault(fact.value, fact)
    for marked in found:
        for fact in (*_known(marked.passage), *_called_so(marked.passage)):
            if not _covered(fact, first):
                first.setdefault(fact.value, fact)
        # 高级中学教师资格证 is more than the 教师资格证 that is known.
        for fact in _sought_in(marked.passage, sought):
            first.setdefault(fact.value, fact)
    return tuple(first.values())


def _known(passage: Passage) -> Iterator[Fact]:
    lookup, names = _certificates()
    for word, start, end in lookup.find(passage.text.lower()):
        if is_held(passage.text, start, end) and _is_own(passage, word, start, end):
            behind = _CLASS.match(passage.text, end) if "驾" in word else None
            source = passage.quote(start, behind.end() if behind else end)
            yield Fact(source.text if behind else names[word], source)


def _is_own(passage: Passage, word: str, start: int, end: int) -> bool:
    """Whether a known word is a certificate here: not a post's name, not somebody else's paper."""
    text = passage.text
    if word.startswith("专") and _OTHER_LANGUAGE.search(text[max(0, start - 12) : start]):
        return False
    if word in taxonomy.certificates().listed_only:
        named = re.match(
            r"\s*(?:资格|等级|职业)?证|\s*\(?[一二三四五初中高]级|\s+cert", text[end:], re.I
        )
        if not named and not _HELD_BEFORE.search(text[max(0, start - 8) : start]):
            return False
    return passage.section not in (*POSTS, "project") or is_claimed(text, start, end)


def _called_so(passage: Passage) -> Iterator[Fact]:
    """What calls itself a certificate: 保安员证, 叉车操作证."""
    places = [
        (m.start() + len(_LEAD.match(m.group()).group()), m.end())  # type: ignore[union-attr]
        for m in _CERTIFICATE_WORD.finditer(passage.text)
    ]
    yield from _claimed(passage, places)


def _sought_in(passage: Passage, sought: tuple[str, ...]) -> Iterator[Fact]:
    """The very ones that are sought."""
    lowered = passage.text.lower()
    places = [place for name in sought for place in _written(lowered, name.lower())]
    yield from _claimed(passage, places)


def _claimed(passage: Passage, places: list[tuple[int, int]]) -> Iterator[Fact]:
    for start, end in places:
        posts = passage.section in (*POSTS, "project")
        if is_held(passage.text, start, end) and (
            not posts or is_claimed(passage.text, start, end)
        ):
            source = passage.quote(start, end)
            yield Fact(source.text, source)


def _written(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands by itself, in the plural too: food handler in food handlers cert."""
    for match in re.finditer(re.escape(taxonomy.plain(name)) + r"(?:'?s\b)?", text):
        if stands_alone(text, *match.span()):
            yield match.span()


def _listed(marked: Marked) -> Iterator[Fact]:
    text, tags = marked.passage.text, marked.of(CERTIFICATE)
    if tags:
        for tag in tags:
            fact = marked.fact(tag)
            bracketed = text[: tag.start].rstrip().endswith("(")
            if not is_held(text, tag.start, tag.end) or is_denial(fact.value) or bracketed:
                continue
            behind = _CLASS.match(text, tag.end)
            fact = marked.fact(replace(tag, end=behind.end())) if behind else fact
            yield Fact(_name_of(fact.value), fact.source)
        return
    for match in re.finditer(r"(?:\([^()]*\)?|[^,、;|(])+", text):
        source = marked.passage.quote(*match.span())
        name = _DATE.sub("", re.sub(r"^[\W_]*(?:\d{1,2}[.、)]\s*)?", "", source.text))
        name = re.sub(r"[^\w)]+$", "", name)
        if not _SHORTEST <= len(name) <= _LONGEST or _NO_CERTIFICATE.search(name):
            continue
        if is_denial(name):
            continue
        at = match.start() + max(0, match.group().find(name))
        if is_held(text, at, at + 1):
            yield Fact(_name_of(name), source)


def _name_of(written: str) -> str:
    """The reviewed name; a class alone, C1, is that of a driving licence in a list of papers."""
    if re.fullmatch(r"[ABC][123](?:\s*\([^()]*\))?", written):
        written = f"{written[:2]}驾驶证"
    return taxonomy.certificates().canonical(written)


def _covered(fact: Fact, known: dict[str, Fact]) -> bool:
    """Whether a certificate of the reviewed words was read from the same characters."""
    own = fact.source
    return any(
        own.page == k.source.page
        and own.line == k.source.line
        and own.start < k.source.end
        and k.source.start < own.end
        for k in known.values()
    )
