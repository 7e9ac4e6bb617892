"""What a question's own model looks at: meaning, wording, and the general rating's parts."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from chalicelib.interviewing.ratings import AnswerRating, RatingState

Array = np.ndarray[Any, np.dtype[np.float64]]
GRAMS = (1, 2, 3)
#: Wordings in at least so many rated answers are learned; a rarer one says nothing.
LEAST_ANSWERS = 2
#: Wordings that are learned at most, those in most answers first: a fitted model is one row.
MOST_WORDINGS = 3000


@dataclass(frozen=True)
class Text:
    """A text with its vector (512, unit length) by `encoding.embed`."""

    words: str
    vector: Array


@dataclass(frozen=True)
class Asked:
    """What an answer is held against: the question, and reference answers where there are some."""

    question: Text | None = None
    references: tuple[Text, ...] = ()


def plain(text: str) -> str:
    """A text without blanks, in one width and one case."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).lower())


@lru_cache(maxsize=1024)
def grams(text: str, lengths: tuple[int, ...] = GRAMS) -> Counter[str]:
    """How often each run of so many characters stands in a text."""
    bare = plain(text)
    return Counter(bare[i : i + n] for n in lengths for i in range(len(bare) - n + 1))


def dense(said: Text, asked: Asked, general: AnswerRating | None) -> list[float]:
    """A handful of figures about an answer; which ones depends on what there is.

    Always length and variety; with the question how much of its wording is repeated and how near
    the meaning is; with references the same against the best of them; with the general rating
    that rating (0-1) and its sub-scores (0-1).
    """
    bare = plain(said.words)
    found = [math.log1p(len(bare)), len(set(bare)) / 30]
    if asked.question is not None:
        found += [_overlap(bare, plain(asked.question.words), 2)[1], _near(said, asked.question)]
    if asked.references:
        found += [max(column) for column in zip(*_against(said, asked), strict=True)]
    if general is not None and general.state is RatingState.RATED:
        subs = (general.structure, general.evidence, general.relevance)
        found += [((general.rating or 1.0) - 1) / 4, *((value or 0) / 100 for value in subs)]
    return found


def _against(said: Text, asked: Asked) -> list[list[float]]:
    bare = plain(said.words)
    rows = []
    for reference in asked.references:
        known = plain(reference.words)
        two, three = _overlap(bare, known, 2), _overlap(bare, known, 3)
        one = _overlap(bare, known, 1)
        rows.append([two[0], two[1], one[0], three[0], _near(said, reference)])
    return rows


def _overlap(said: str, known: str, length: int) -> tuple[float, float]:
    """The share of the known wording that was said, and of what was said that is known."""
    first, second = _runs(said, length), _runs(known, length)
    both = len(first & second)
    return both / max(len(second), 1), both / max(len(first), 1)


@lru_cache(maxsize=4096)
def _runs(text: str, length: int) -> frozenset[str]:
    return frozenset(grams(text, (length,)))


def _near(first: Text, second: Text) -> float:
    return float(np.dot(first.vector, second.vector))


def vocabulary(counted: Sequence[Counter[str]]) -> dict[str, float]:
    """The wordings that are learned with their rarity (inverse frequency), in fixed order."""
    seen = Counter(gram for counts in counted for gram in counts)
    often = [(-k, g) for g, k in seen.items() if k >= LEAST_ANSWERS]
    known = {g: -k for k, g in sorted(often)[:MOST_WORDINGS]}
    n = len(counted)
    return {g: round(math.log(1 + n / k), 6) for g, k in sorted(known.items())}


def wording(counts: Counter[str], known: dict[str, float]) -> Array:
    """An answer over a vocabulary: damped counts times rarity, unit length."""
    row = np.array(
        [(1 + math.log(counts[g])) * w if g in counts else 0.0 for g, w in known.items()]
    )
    length = float(np.sqrt(row @ row))
    return row / length if length else row
