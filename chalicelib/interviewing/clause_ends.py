"""Where clauses end in speech that comes without marks: a small tagger over words alone."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from chalicelib.foundation import inference
from chalicelib.interviewing import neutral

MODEL = "clause_ends"
CLAUSE_ENDS_VERSION = "clause-ends-1"
END, ON = "E", "I"
#: Stretches shorter than this are left whole: so many Chinese characters or Latin words.
LEAST = 22
#: A clause cut here keeps at least so many tokens on each side.
LEAST_SIDE = 4
#: How likely an end must be: where ratings with and without marks come nearest to each other.
LIKELY = 0.3
_TOKEN = re.compile(rf"{neutral.MASK}+|[A-Za-z']+|\d+(?:[.,]\d+)*%?|[\u3400-\u9fff]")
_AROUND = (-3, -2, -1, 0, 1, 2, 3)


def tokens(text: str) -> list[re.Match[str]]:
    """Words of Latin script, numbers, and Chinese characters one by one, with their places.

    Names, genders and cities are one and the same token, however long.
    """
    return list(_TOKEN.finditer(neutral.mask(text)))


def features(words: Sequence[str]) -> list[list[str]]:
    """For each token, itself and its neighbours to three on each side, alone and in pairs."""
    shown = [_shown(word) for word in words]
    edge = ["^"] * 3
    padded = [*edge, *shown, *("$" for _ in edge)]
    found = []
    for place in range(len(shown)):
        near = {step: padded[place + 3 + step] for step in _AROUND}
        names = [f"{step}:{word}" for step, word in near.items()]
        names += [f"{s}-{s + 1}:{near[s]}_{near[s + 1]}" for s in _AROUND[:-1]]
        names += [f"{s}-{s + 2}:{near[s]}_{near[s + 1]}_{near[s + 2]}" for s in (-2, -1, 0, 1)]
        found.append(names)
    return found


def _shown(word: str) -> str:
    if word[0].isdigit():
        return "#"
    return word[0] if word[0] == neutral.MASK else word.lower()


@cache
def _tagger() -> tuple[Any, bytes]:
    """The tagger, and its bytes: it reads them where they lie."""
    import pycrfsuite

    tagger, content = pycrfsuite.Tagger(), inference.content(MODEL)
    tagger.open_inmemory(content)
    return tagger, content


def cuts(text: str) -> list[int]:
    """Where to cut a stretch of text that has no marks.

    Parameters
    ----------
    text : str
        One stretch between marks.

    Returns
    -------
    list of int
        Offsets in `text` at which a new clause begins, ascending; none for a short stretch.
    """
    found = tokens(text)
    if len(found) < LEAST:
        return []
    tagger, _ = _tagger()
    tagger.set(features([match.group() for match in found]))
    ends, last = [], -1
    for place in range(LEAST_SIDE - 1, len(found) - LEAST_SIDE):
        if place - last >= LEAST_SIDE and tagger.marginal(END, place) >= LIKELY:
            ends.append(found[place + 1].start())
            last = place
    return ends
