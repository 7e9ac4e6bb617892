"""What the part model sees of a clause: its words, the wordings of cues, its neighbours, its place.

Kept apart from the model so that training and serving read clauses by the same lines.
"""

import itertools
import re
import zlib
from collections.abc import Sequence
from functools import lru_cache

from chalicelib.interviewing import cues, discounts, neutral
from chalicelib.interviewing.clauses import Clause

#: Words are hashed into so many columns; a collision costs little beside the sentence vector.
BUCKETS = 1 << 15
_TOKEN = re.compile(r"[a-z']+|\d+|[\u3400-\u9fff]")
_CUES = {
    name: getattr(module, name)
    for module, names in (
        (cues, "OWN COLLECTIVE EPISODE PLACE TASK DID RESULT NUMBER LESSON"),
        (discounts, "HYPOTHETICAL GENERAL EMPTY NEGATED REFUSED TO_SCORER TEMPLATE"),
    )
    for name in names.split()
}
_FIRST_CLAUSES = 2
_FIFTHS = 5


def hashed(clauses: Sequence[Clause]) -> list[list[int]]:
    """The columns that each clause lights, in 0 … BUCKETS - 1, sorted, none twice.

    Its own words and cues, its place in the telling, its neighbours' cues, and of the next ones
    their words too.
    """
    texts = [clause.bare for clause in clauses]
    found = []
    for place, clause in enumerate(clauses):
        goes_on = place > 0 and clauses[place - 1].sentence == clause.sentence
        lit = set(_own_columns(texts[place]))
        lit.update(_place_columns(place, len(clauses), goes_on))
        for step in (-2, -1, 1, 2):
            if 0 <= place + step < len(clauses):
                lit.update(_lent_columns(texts[place + step], step))
        found.append(sorted(lit))
    return found


@lru_cache(maxsize=1024)
def _place_columns(place: int, count: int, goes_on: bool) -> frozenset[int]:
    names = [
        f"place:{_FIFTHS * place // count}",
        f"first:{min(place, _FIRST_CLAUSES)}",
        f"last:{place == count - 1}",
    ]
    return frozenset(map(_column, [*names, f"goes-on:{goes_on}"] if place else names))


@lru_cache(maxsize=8192)
def _own_columns(text: str) -> frozenset[int]:
    return frozenset(map(_column, _own(text)))


@lru_cache(maxsize=8192)
def _lent_columns(text: str, step: int) -> frozenset[int]:
    lent = ("cue:", "1:", "begins:") if abs(step) == 1 else ("cue:",)
    return frozenset(_column(f"{step}|{name}") for name in _own(text) if name.startswith(lent))


def _column(name: str) -> int:
    return zlib.crc32(name.encode()) % BUCKETS


def words(text: str) -> list[str]:
    """Words of Latin script, numbers, and Chinese characters one by one."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=8192)
def _own(bare: str) -> tuple[str, ...]:
    text = neutral.level(bare)
    tokens = ["#" if token.isdigit() else token for token in words(text)]
    names = [f"1:{token}" for token in tokens]
    names += [f"2:{a}_{b}" for a, b in itertools.pairwise(tokens)]
    names += [f"3:{'_'.join(tokens[n : n + 3])}" for n in range(len(tokens) - 2)]
    if tokens:
        names += [f"begins:{tokens[0]}", f"ends:{tokens[-1]}", f"begins:{'_'.join(tokens[:2])}"]
    names += [f"cue:{name}" for name, pattern in _CUES.items() if pattern.search(text)]
    names.append(f"length:{min(6, len(tokens) // 4)}")
    return tuple(names)
