"""The person's name."""

import re
from collections.abc import Iterator
from itertools import pairwise

from chalicelib.screening.document import Emphasis
from chalicelib.screening.facts import Fact
from chalicelib.screening.resume.entries import Marked
from chalicelib.screening.resume.lexicon_people import (
    CITIES,
    COMPOUND_SURNAMES,
    NOT_IN_ENGLISH_NAMES,
    NOT_IN_NAMES,
    SURNAMES,
)
from chalicelib.screening.resume.patterns import EMAIL, MOBILE
from chalicelib.screening.resume.script import simplified
from chalicelib.screening.resume.sections import HEAD, Passage
from chalicelib.screening.resume.tagger import NAME, Tagged

_LABELLED = re.compile(
    r"(?:姓\s*名|名\s*字|(?:个人|基本)信息(?=\s*:)|(?:申请|应聘|求职)(?:人|者)(?=\s*:)|"
    r"\bfull name|(?<![a-z] )\bname)\s*[::]?\s*(.+)",
    re.IGNORECASE,
)
_RESUME_NAME = re.compile(
    r"^(?:(?:个人|求职)?(?:简历|履历)表?\s*[-—:|]*\s*)?(.+?)"
    r"(?:\s*的?\s*(?:个人|求职)?(?:简历|履历)表?|\s*[-–—|:]+\s*(?:resume|cv|curriculum vitae))?$",
    re.IGNORECASE,
)
_LETTER = r"[^\W\d_\u3400-\u9fff]"
_ENGLISH = re.compile(
    rf"{_LETTER}(?:{_LETTER}|['’-])*(?:['’-]{_LETTER}+)*(?: {_LETTER}[\w'’.-]*){{1,3}}"
)
_COMPOUND = "|".join(COMPOUND_SURNAMES)
_CHINESE_NAME = re.compile(
    r"(?<![\u3400-\u9fff])(?:"
    rf"(?:{_COMPOUND})\s[\u3400-\u9fff]{{1,2}}"
    r"|[\u3400-\u9fff]{1,8}(?:[·•][\u3400-\u9fff]{1,8})+"
    r"|[\u3400-\u9fff]{2,4}"
    r"|[\u3400-\u9fff](?:\s+[\u3400-\u9fff]){1,3}"
    r")(?![\u3400-\u9fff])"
)
_LATIN_NAME = re.compile(r"[^\W\d_\u3400-\u9fff][^\d(|/@:\u3400-\u9fff]*[^\W\d_\u3400-\u9fff]\.?")
#: The number or name of someone else: a referee, a superior, whom to call in an emergency.
OTHERS = re.compile(
    r"证明人|推荐人|父亲|母亲|配偶|家属|妻子|丈夫|亲属|家庭成员|咨询人|背调|紧急联系|直属|上级|"
    r"汇报对象|referee|reference|supervisor|"
    r"reports? to|emergency",
    re.IGNORECASE,
)
NEVER_IN_NAMES = (
    "简历",
    "履历",
    "求职",
    "个人",
    "候选",
    "编号",
    "信息",
    "应聘",
    "电话",
    "联系",
    "公司",
)
NEVER_IN_ENGLISH_NAMES = frozenset(
    "resume résumé curriculum vitae candidate page profile cv confidential applicant".split()
)
#: What follows a name of several words: a place, degrees, 'Resume'.
_ADDED = re.compile(
    r"(?<=[\w.])(?:,\s(?!(?:Jr|Sr|I{2,3})\b).*|\s+[-–—|]+\s.*|\s+(?:CV|Resume|Résumé))$"
)
_NEAR_LINES = 10
_ALONE_CHARACTERS = 6


def read_name(found: tuple[Marked, ...]) -> Fact | None:
    """Find the name: behind its label, then as the tagger sees it, then by the shape of names.

    Parameters
    ----------
    found : the résumé's passages, tagged.
    """
    for marked in found:
        label = _LABELLED.search(marked.passage.text)
        fact = _behind_label(marked, label) if label and _is_own(marked) else None
        if fact:
            return fact
    head = [m for m in found if m.passage.section in HEAD]
    return _tagged(found) or _by_shape([*head[:_NEAR_LINES], *_before_contacts(found)])


def _is_own(marked: Marked) -> bool:
    return marked.passage.section != "references" and not OTHERS.search(marked.passage.text)


def _behind_label(marked: Marked, label: re.Match[str]) -> Fact | None:
    """A name behind its label: tagged, or all of the rest (欧阳 静), or the rest's first part."""
    start = label.start(1)
    for tag in marked.of(NAME):
        if tag.start - start <= 1 and tag.start >= start:
            return _of_tag(marked, tag)
    rest = label.group(1).strip()
    for offset, token in ((0, rest), *_parts(label.group(1))):
        if as_name(token) or _may_be_chinese(token):
            quoted = marked.passage.quote(start + offset, start + offset + len(token))
            return Fact(_plain(quoted.text), quoted)
    return None


def _tagged(found: tuple[Marked, ...]) -> Fact | None:
    """The tagged name that stands out most: large, alone on its line, near the top."""
    best: tuple[float, Fact] | None = None
    for number, marked in enumerate(found):
        if not _is_own(marked):
            continue
        for tag in marked.of(NAME) or _titled(marked):
            fact = _of_tag(marked, tag)
            weight = _weight(marked, number, fact) if fact else 0.0
            if fact and (best is None or weight > best[0]):
                best = weight, fact
    return best[1] if best else None


def _titled(marked: Marked) -> list[Tagged]:
    """The whole of a line set as the document's title, where it has the shape of a name."""
    text = marked.passage.text.strip()
    named = as_name(text) or re.fullmatch(r"[\u3400-\u9fff]{2,4}", text)
    if marked.passage.line.emphasis is Emphasis.TITLE and named:
        return [Tagged(NAME, 0, len(marked.passage.text))]
    return []


def _weight(marked: Marked, number: int, fact: Fact) -> float:
    alone = len(marked.passage.text) - len(fact.source.text) <= _ALONE_CHARACTERS
    chinese = "\u3400" <= fact.value[0] <= "\u9fff"
    head = marked.passage.section in HEAD
    large = marked.passage.line.emphasis >= Emphasis.HEADING
    return 3 * large + 2 * alone + 2 * head + 0.5 * chinese + max(0.0, 3 - 0.3 * number)


def _of_tag(marked: Marked, tag: Tagged) -> Fact | None:
    """A tagged name without what clings to it; None for what cannot be a name."""
    text = marked.passage.text[tag.start : tag.end]
    match = _CHINESE_NAME.search(text) or _LATIN_NAME.match(text)
    if match is None:
        return None
    whole = _ADDED.sub("", match.group())
    whole = whole if " " in whole else match.group().removesuffix("的")
    end = match.start() + len(whole)
    source = marked.passage.quote(tag.start + match.start(), tag.start + end)
    value = _plain(source.text)
    words = set(re.findall(r"[a-z]+", value.lower()))
    if any(word in simplified(value) for word in NEVER_IN_NAMES) or words & NEVER_IN_ENGLISH_NAMES:
        return None
    return Fact(value, source)


def _plain(text: str) -> str:
    """Chinese letter-spacing goes; the blanks of other names stay single."""
    if re.fullmatch(r"[\u3400-\u9fff·\s]+", text):
        return re.sub(r"\s+", "", text)
    return re.sub(r"\s+", " ", text)


def _before_contacts(found: tuple[Marked, ...]) -> Iterator[Marked]:
    """Lines just above a telephone number or address: where a side column hides the name."""
    for above, below in pairwise(found):
        if EMAIL.search(below.passage.text) or MOBILE.search(below.passage.text):
            yield above


def _by_shape(near: list[Marked]) -> Fact | None:
    for pick in (_whole_line, _first_part):
        for marked in near:
            fact = pick(marked.passage)
            if fact:
                return fact
    # A rare surname is in no list, but hardly anything else stands alone at the top.
    for marked in near[:3]:
        if _may_be_chinese(marked.passage.text.strip()):
            source = marked.passage.whole()
            return Fact(_plain(source.text), source)
    return None


def _may_be_chinese(text: str) -> bool:
    plain = re.sub(r"\s+", "", text)
    return bool(re.fullmatch(r"[\u3400-\u9fff]{2,4}", plain)) and not (
        any(word in plain for word in NOT_IN_NAMES) or plain in CITIES.values()
    )


def _whole_line(passage: Passage) -> Fact | None:
    match = _RESUME_NAME.match(passage.text)
    if match is None or not as_name(match.group(1)):
        return None
    source = passage.quote(*match.span(1))
    return Fact(_plain(source.text), source)


def _first_part(passage: Passage) -> Fact | None:
    for start, token in list(_parts(passage.text))[:1]:
        if as_name(token):
            source = passage.quote(start, start + len(token))
            return Fact(_plain(source.text), source)
    return None


def as_name(token: str) -> bool:
    """Whether a text has the shape of a person's name and none of the words that names lack."""
    text = re.sub(r"\(.*?\)", "", token).strip()
    joined = text.replace(" ", "").replace("·", "")
    if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", joined):
        return _is_chinese(joined)
    if not _ENGLISH.fullmatch(text):
        return False
    words = text.split()
    cased = words[0][0].isupper() and not words[-1].islower()
    return cased and not {word.lower().strip(".") for word in words} & NOT_IN_ENGLISH_NAMES


def _is_chinese(text: str) -> bool:
    if any(word in text for word in NOT_IN_NAMES) or text in CITIES.values():
        return False
    if text[:2] in COMPOUND_SURNAMES:
        return len(text) in (3, 4)
    return text[0] in SURNAMES and len(text) <= 3


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Cut a header line at its bars, dots and gaps; a single blank cuts only Chinese."""
    cut = (
        r"[^|/;、•\t ]+" if re.search(r"[\u4e00-\u9fff]", text) else r"[^|•;/]+?(?= {2,}|[|•;/]|$)"
    )
    for match in re.finditer(cut, text):
        piece = match.group()
        yield match.start() + len(piece) - len(piece.lstrip()), piece.strip()
