"""Certificates and spoken languages."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Fact, Language, Level
from chalicelib.screening.resume.entries import Marked
from chalicelib.screening.resume.lexicon import LEVEL_WORDS
from chalicelib.screening.resume.lookup import Lookup, stands_alone
from chalicelib.screening.resume.sections import POSTS, Passage
from chalicelib.screening.resume.tagger import CERTIFICATE

_NATIVE = re.compile(r"母语|native|mother tongue", re.IGNORECASE)
_CANCELLED = re.compile(
    r"未(?:通过|取得|获得|考)|没有(?:通过|取得)?|备考|准备考|正在考|已过\d|已通过\d|"
    r"\d+\s*/\s*\d+|部分通过|"
    r"not (?:yet )?(?:passed|obtained|certified)|preparing|in progress|studying for",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"cet-?6|六级|6级|专八|tem-?8|雅思\s*[789]|ielts[ :]*[789]|托福\s*1\d\d|toefl[ :]*1\d\d|"
    r"二级甲等|一级|\bc[12]\b|n1|流利|fluent|流畅|bilingual|full professional|professional working"
)
_MIDDLE = re.compile(
    r"cet-?4|四级|4级|专四|tem-?4|二级乙等|\bb[12]\b|n2|雅思\s*6|ielts[ :]*6|conversational"
)
_TESTS = re.compile(
    r"cet-?[46]|ielts|toefl|雅思|托福|tem-?[48]|专[四八]|[四六]级|bec\b", re.IGNORECASE
)
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
    rf"{_CANCELLED.pattern}|到岗|离职|入职|先进|优秀|奖|第[一二三]名|^\W*(?:无|暂无|none|n/a)\W*$",
    re.IGNORECASE,
)
_SHORTEST = 2
_LONGEST = 60


@lru_cache(maxsize=1)
def _certificates() -> tuple[Lookup, Mapping[str, str]]:
    forms = taxonomy.certificates().forms
    return Lookup(forms), forms


@lru_cache(maxsize=1)
def _languages() -> tuple[Lookup, Mapping[str, str]]:
    forms = taxonomy.languages().forms
    return Lookup(forms), forms


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
        known = [] if marked.passage.section in POSTS else _known(marked.passage)
        for fact in (*known, *_called_so(marked.passage, sought)):
            if not _covered(fact, first):
                first.setdefault(fact.value, fact)
    return tuple(first.values())


def _known(passage: Passage) -> Iterator[Fact]:
    lookup, names = _certificates()
    for clause in re.finditer(r"[^,。;;]+", passage.text):
        if _CANCELLED.search(clause.group()):
            continue
        for word, start, end in lookup.find(clause.group().lower()):
            at = clause.start()
            yield Fact(names[word], passage.quote(at + start, at + end))


def _called_so(passage: Passage, sought: tuple[str, ...]) -> Iterator[Fact]:
    """What calls itself a certificate (保安员证, 叉车操作证), or is the very one that is sought."""
    lowered = passage.text.lower()
    places = [m.span() for m in _CERTIFICATE_WORD.finditer(passage.text)]
    places += [
        (at, at + len(name))
        for name in sought
        if (at := lowered.find(name.lower())) >= 0 and stands_alone(lowered, at, at + len(name))
    ]
    for start, end in places:
        if not _CANCELLED.search(passage.text[max(0, start - 24) : end + 8]):
            source = passage.quote(start, end)
            yield Fact(source.text, source)


def _listed(marked: Marked) -> Iterator[Fact]:
    tags = marked.of(CERTIFICATE)
    if tags:
        for tag in tags:
            if not _cancelled(marked, tag.start):
                fact = marked.fact(tag)
                yield Fact(taxonomy.certificates().canonical(fact.value), fact.source)
        return
    for match in re.finditer(r"[^,、;;|]+", marked.passage.text):
        source = marked.passage.quote(*match.span())
        name = _DATE.sub("", re.sub(r"^[\W_]*(?:\d{1,2}[.、)]\s*)?", "", source.text))
        name = re.sub(r"[\W_]+$", "", name)
        if _SHORTEST <= len(name) <= _LONGEST and not _NO_CERTIFICATE.search(name):
            yield Fact(taxonomy.certificates().canonical(name), source)


def _cancelled(marked: Marked, at: int) -> bool:
    return bool(_CANCELLED.search(marked.passage.text[max(0, at - 8) : at + 40]))


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


def read_languages(found: tuple[Passage, ...]) -> tuple[Language, ...]:
    """Find spoken languages with the highest level that is claimed for each."""
    best: dict[str, Language] = {}
    for passage in found:
        for clause in re.finditer(r"[^,。、;;|/]+", passage.text):
            for language in _in_clause(passage, clause):
                known = best.get(language.name)
                if known is None or language.level > known.level:
                    best[language.name] = language
    return tuple(best.values())


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
    levels = [level for word, level in LEVEL_WORDS.items() if word in text]
    return max(levels, default=Level.UNSTATED)
