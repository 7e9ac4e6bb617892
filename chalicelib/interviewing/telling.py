"""An answer read once: its clauses, whose doing each is, its STAR part, its vector."""

from dataclasses import dataclass, replace

import numpy as np

from chalicelib.interviewing import clauses, labels, neutral, parts
from chalicelib.interviewing.competencies import Dimension
from chalicelib.interviewing.labels import Reading
from chalicelib.interviewing.part_features import words
from chalicelib.interviewing.ratings import Flag, Part
from chalicelib.interviewing.weights import Array, RaterWeights

#: Said before, or said to the scorer: heard, flagged, and of no weight at all.
SET_ASIDE = frozenset({Flag.REPEATED, Flag.TO_SCORER})
_LEAST_PERIOD = 12


@dataclass(frozen=True)
class Telling:
    """`readings` are all clauses in order; the arrays hold one row a clause that was not set aside.

    `kept` are their places in `readings`, `own` (n, 512) their vectors, `likely` (n, 5) the
    chances of each part, `lengths` (n,) their words (Chinese: characters).
    """

    readings: tuple[Reading, ...]
    kept: tuple[int, ...]
    own: Array
    likely: Array
    lengths: Array


def listen(answer: str, dimension: Dimension, language: str, model: RaterWeights) -> Telling:
    """Read an answer for one dimension; what is told twice is read once."""
    heard = labels.read(clauses.split(answer[: once(answer)]), dimension, language)
    kept = tuple(place for place, item in enumerate(heard) if item.flag not in SET_ASIDE)
    told = [heard[place].clause for place in kept]
    own = parts.vectors(told)
    likely = parts.chances(told, own, model) if told else np.zeros((0, 5), np.float32)
    named = dict(zip(kept, parts.best(likely, model), strict=True))
    readings = tuple(
        replace(item, part=named.get(place, Part.OTHER)) for place, item in enumerate(heard)
    )
    lengths = np.array([len(words(neutral.level(clause.bare))) for clause in told], np.float32)
    return Telling(readings, kept, own, likely, lengths)


def once(answer: str) -> int:
    """Where the first telling ends, in an answer that is one text told again and again."""
    letters = [(char.lower(), place) for place, char in enumerate(answer) if char.isalnum()]
    said = [char for char, _ in letters]
    period = _period(said)
    if period == len(said) or period < _LEAST_PERIOD:
        return len(answer)
    end = letters[period - 1][1] + 1
    after = letters[period][1]
    while end < after and not answer[end].isspace():
        end += 1
    return end


def _period(said: list[str]) -> int:
    """The shortest block that the whole is made of (Knuth, Morris and Pratt's borders)."""
    border, borders = 0, [0] * len(said)
    for place in range(1, len(said)):
        while border and said[place] != said[border]:
            border = borders[border - 1]
        border += said[place] == said[border]
        borders[place] = border
    period = len(said) - border
    return period if said and len(said) % period == 0 else len(said)
