"""The person's name."""

import re
from collections.abc import Iterator

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
from chalicelib.screening.resume.sections import HEAD, Passage
from chalicelib.screening.resume.tagger import NAME, Tagged

_LABELLED = re.compile(
    r"(?:姓\s*名|名\s*字|\bfull name|(?<![a-z] )\bname)\s*[::]?\s*(.+)", re.IGNORECASE
)
_RESUME_NAME = re.compile(
    r"^(?:(?:个人|求职)?简历\s*[-—:|]*\s*)?(.+?)(?:\s*的?\s*(?:个人|求职)?简历)?$"
)
_ENGLISH = re.compile(r"[A-Z][a-zA-Z'’-]+(?: [A-Z]\.)?(?: [A-Z][a-zA-Z'’-]+){1,2}")
_NEAR_LINES = 10
_MOST_WORDS = 6


def read_name(found: tuple[Marked, ...]) -> Fact | None:
    """Find the name: behind its label, then as the tagger sees it, then by the shape of names.

    Parameters
    ----------
    found : the résumé's passages, tagged.
    """
    for marked in found:
        label = _LABELLED.search(marked.passage.text)
        fact = _behind_label(marked, label) if label else None
        if fact:
            return fact
    head = [m for m in found if m.passage.section in HEAD]
    near = [*head[:_NEAR_LINES], *_before_contacts(found)]
    return _tagged(near) or _by_shape(near)


def _behind_label(marked: Marked, label: re.Match[str]) -> Fact | None:
    """A name behind its label: tagged, or all of the rest (欧阳 静), or the rest's first part."""
    start = label.start(1)
    for tag in marked.of(NAME):
        if tag.start - start <= 1 and tag.start >= start:
            return _clean(marked, tag)
    rest = label.group(1).strip()
    for offset, token in ((0, rest), *_parts(label.group(1))):
        if as_name(token):
            quoted = marked.passage.quote(start + offset, start + offset + len(token))
            return Fact(_plain(quoted.text), quoted)
    return None


def _tagged(near: list[Marked]) -> Fact | None:
    """The tagged name that stands out most; of several the first."""
    best: tuple[int, Marked, Tagged] | None = None
    for marked in near:
        for tag in marked.of(NAME)[:1]:
            weight = int(marked.passage.line.emphasis >= Emphasis.HEADING)
            if best is None or weight > best[0]:
                best = weight, marked, tag
    return _clean(best[1], best[2]) if best else None


def _clean(marked: Marked, tag: Tagged) -> Fact:
    source = marked.passage.quote(tag.start, tag.end)
    return Fact(_plain(source.text), source)


def _plain(text: str) -> str:
    """Chinese letter-spacing goes; the blanks of other names stay single."""
    if re.fullmatch(r"[\u3400-\u9fff·\s]+", text):
        return re.sub(r"\s+", "", text)
    return re.sub(r"\s+", " ", text)


def _before_contacts(found: tuple[Marked, ...]) -> Iterator[Marked]:
    """Lines just above a telephone number or address: where a side column hides the name."""
    for above, below in zip(found, found[1:], strict=False):
        if EMAIL.search(below.passage.text) or MOBILE.search(below.passage.text):
            yield above


def _by_shape(near: list[Marked]) -> Fact | None:
    for pick in (_whole_line, _first_part):
        for marked in near:
            fact = pick(marked.passage)
            if fact:
                return fact
    return None


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
    return not {word.lower().strip(".") for word in text.split()} & NOT_IN_ENGLISH_NAMES


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
