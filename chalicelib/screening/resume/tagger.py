"""The trained tagger: names, employers, titles, schools, majors, skills and projects in a line.

A linear-chain CRF (models/resume_facts); where its file is missing the rules stand alone.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from chalicelib.foundation import inference
from chalicelib.screening.resume.features import features_of, places
from chalicelib.screening.resume.prose import is_head
from chalicelib.screening.resume.sections import BULLET, POSTS, SCHOOLING, Passage
from chalicelib.screening.resume.tokens import Token

MODEL = "resume_facts"
NAME, EMPLOYER, TITLE, SCHOOL, MAJOR = "NAME", "EMPLOYER", "TITLE", "SCHOOL", "MAJOR"
SKILL, PROJECT, CERTIFICATE, DEPARTMENT = "SKILL", "PROJECT", "CERT", "DEPARTMENT"
TAGS = (NAME, EMPLOYER, TITLE, SCHOOL, MAJOR, SKILL, PROJECT, CERTIFICATE, DEPARTMENT)
#: Parts of a résumé whose lines never hold what is tagged.
_SILENT = frozenset(("references",))
#: Parts of heads and of prose below them; a school may stand there under the wrong heading.
_TOLD = frozenset((*POSTS, "project", "activities"))
_MOST_CHARACTERS = 160
_GAP = re.compile(
    r"\s{2,}|\s*[|•]\s*|\s[·–—-]\s|"
    r"(?<=[\u3400-\u9fff)])\s(?=[\u3400-\u9fff]{2})(?![\u3400-\u9fff] )"
)
_DATED = re.compile(r"(?:19|20)\d\d.{0,8}[-–—~至到]|至今|\bpresent\b", re.IGNORECASE)
_PROSE = re.compile(r"[。!;,,].{6,}[。!;]|[a-z]{2,}\.\s+[A-Z]")


@dataclass(frozen=True)
class Tagged:
    """Characters start to end of a passage's text that are a value of this kind."""

    kind: str
    start: int
    end: int


def tag(found: tuple[Passage, ...]) -> list[list[Tagged]]:
    """Tag each passage.

    Parameters
    ----------
    found : a résumé's passages in reading order.

    Returns
    -------
    One list a passage, in order of place; empty for prose, which holds no heads of entries.
    """
    labels = _labels()
    if labels is None:
        return [[] for _ in found]
    result: list[list[Tagged]] = []
    for passage, place in zip(found, places(found), strict=True):
        if not worth_tagging(passage):
            result.append([])
            continue
        cut, shown = features_of(passage, place)
        result.append(_cut_at_gaps(spans(cut, labels(shown)), passage.text) if cut else [])
    return result


def worth_tagging(passage: Passage) -> bool:
    """Whether a line may be the head of an entry or a list, rather than prose."""
    text = passage.text
    if passage.section in _SILENT or len(text) > _MOST_CHARACTERS:
        return False
    if passage.section in ("skills", "certificates", "languages"):
        return True
    if _DATED.search(text):
        return True
    if passage.section in _TOLD and not is_head(text):
        return bool(SCHOOLING.search(text))
    return not (BULLET.match(text) and len(text) > 40) and not _PROSE.search(text)


def spans(cut: list[Token], labels: list[str]) -> list[Tagged]:
    """Join the tokens of one value: B opens it, I goes on with it."""
    found: list[Tagged] = []
    for token, label in zip(cut, labels, strict=True):
        mark, _, kind = label.partition("-")
        if mark == "I" and found and found[-1].kind == kind:
            found[-1] = Tagged(kind, found[-1].start, token.end)
        else:
            found.append(Tagged(kind, token.start, token.end))
    return [one for one in found if one.kind]


def _cut_at_gaps(found: list[Tagged], text: str) -> list[Tagged]:
    """Part what a wide gap, or a blank among Chinese, sets apart: two values that look like one."""
    result: list[Tagged] = []
    for one in found:
        start = one.start
        if one.kind in (EMPLOYER, TITLE, SCHOOL, MAJOR):
            for gap in _GAP.finditer(text, one.start, one.end):
                result.append(Tagged(one.kind, start, gap.start()))
                start = gap.end()
        result.append(Tagged(one.kind, start, one.end))
    return [one for one in result if one.end > one.start]


def texts(found: tuple[Passage, ...], tagged: list[list[Tagged]]) -> dict[str, list[str]]:
    """The tagged values by kind, for a look at what the tagger sees."""
    seen: dict[str, list[str]] = defaultdict(list)
    for passage, marks in zip(found, tagged, strict=True):
        for mark in marks:
            seen[mark.kind].append(passage.text[mark.start : mark.end])
    return dict(seen)


@cache
def _labels() -> Callable[[list[list[str]]], list[str]] | None:
    entry = inference.find(MODEL)
    if entry is None or entry.file is None:
        return None
    import pycrfsuite

    tagger: Any = pycrfsuite.Tagger()
    # The tagger reads from these bytes for as long as it lives, without holding them itself.
    weights = inference.content(MODEL)
    tagger.open_inmemory(weights)

    def labels(shown: list[list[str]], _held: bytes = weights) -> list[str]:
        given: list[str] = tagger.tag(shown)
        return given

    return labels
