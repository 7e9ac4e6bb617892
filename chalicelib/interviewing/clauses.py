"""Answer text to clauses with exact offsets, punctuated or spoken without punctuation."""

import re
from dataclasses import dataclass
from itertools import pairwise

from chalicelib.interviewing import clause_ends

_SENTENCE_END = re.compile(r"[。！？!?；;\n]+|\.(?=\s|$)")
_CLAUSE_END = re.compile(
    r"[，：…]+|[,:](?!\d)|\s[-–—]+\s|(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])"
)
_ZH_TURN = re.compile(
    r"然后|后来|于是|结果|最后|最终|接着|所以|但是|不过|因为|同时|之后|现在|当时|并且|我就|"
    r"另外|再就是"
)
_EN_TURN = re.compile(
    r"\b(?:and then|so i|then i|but|and i|and we|because|after that|in the end|finally|"
    r"as a result|so we|then we|and they|and he|and she|eventually|which|until|i mean)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"[嗯呃啊哦诶嘛呢吧]|就是说|然后呢|\b(?:um+|uh+|erm*|you know|kind of|sort of|basically|"
    r"like,)\b",
    re.IGNORECASE,
)
_STUTTER = re.compile(r"([\u3400-\u9fffA-Za-z ]{1,16}?)\1{2,}")
_WORDLIKE = re.compile(r"[\w\u3400-\u9fff]")


@dataclass(frozen=True)
class Clause:
    """One statement; `answer[start:end]` is its text, `sentence` counts from 0."""

    start: int
    end: int
    text: str
    sentence: int

    @property
    def bare(self) -> str:
        """The words without fillers; what is said three times over at once is said once."""
        return _STUTTER.sub(r"\1", _FILLER.sub("", self.text)).replace("’", "'")

    @property
    def plain(self) -> str:
        """The words without fillers, lower case, for matching only."""
        return self.bare.lower()


def split(answer: str) -> tuple[Clause, ...]:
    """The clauses of an answer, in order.

    Punctuation comes first; pauses written as spaces between Chinese words and connectives
    ("then I", "后来") part speech that has none, and so do ends learned from typed answers.

    Parameters
    ----------
    answer : str
        The words as typed or transcribed.

    Returns
    -------
    tuple of Clause
        Trimmed, none empty; offsets count characters of `answer`.
    """
    found: list[Clause] = []
    for number, (start, end) in enumerate(_between(answer, _SENTENCE_END, 0, len(answer))):
        for left, right in _between(answer, _CLAUSE_END, start, end):
            for first, last in _turns(answer, left, right):
                for begin, stop in _unmarked(answer, first, last):
                    _add(found, answer, (begin, stop), number)
    return tuple(found)


def _between(answer: str, mark: re.Pattern[str], start: int, end: int) -> list[tuple[int, int]]:
    spans, begin = [], start
    for match in mark.finditer(answer, start, end):
        spans.append((begin, match.start()))
        begin = match.end()
    spans.append((begin, end))
    return spans


def _turns(answer: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start]
    for pattern, least in ((_ZH_TURN, 4), (_EN_TURN, 12)):
        cuts += [
            match.start()
            for match in pattern.finditer(answer, start, end)
            if match.start() - start >= least
        ]
    return list(pairwise([*sorted(set(cuts)), end]))


def _unmarked(answer: str, start: int, end: int) -> list[tuple[int, int]]:
    """Long stretches without a mark are cut where a mark would have stood."""
    stretch = answer[start:end]
    inner = () if _STUTTER.search(stretch) else (start + at for at in clause_ends.cuts(stretch))
    return list(pairwise([start, *inner, end]))


def _add(found: list[Clause], answer: str, span: tuple[int, int], sentence: int) -> None:
    text = answer[span[0] : span[1]]
    trimmed = text.strip()
    if not _WORDLIKE.search(trimmed):
        return
    start = span[0] + text.index(trimmed)
    found.append(Clause(start, start + len(trimmed), trimmed, sentence))
