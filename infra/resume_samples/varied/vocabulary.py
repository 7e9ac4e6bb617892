"""Word lists in two halves that share nothing but what a line's leading = declares common.

A file in words/ has one item a line, its columns (zh, en) split by a tab, and [group] lines.
"""

from functools import cache
from pathlib import Path
from random import Random
from zlib import crc32

FOLDER = Path(__file__).parent / "words"
HALVES = ("train", "test")
Item = tuple[str, ...]


@cache
def read(name: str) -> dict[str, tuple[Item, ...]]:
    """Read a word list as written: group → items, the = of common items kept."""
    groups: dict[str, list[Item]] = {}
    group = ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and "{" not in line:
            group = line[1:-1]
        elif line:
            groups.setdefault(group, []).append(tuple(line.split("\t")))
    return {key: tuple(items) for key, items in groups.items()}


@cache
def halved(name: str) -> dict[str, dict[str, tuple[Item, ...]]]:
    """Deal each group's items to the halves by turns, in the order of their checksums.

    Items that share a column (two names of one sound, two Chinese words for one English one) go
    to the same half.
    """
    seen: dict[str, str] = {}
    dealt: dict[str, dict[str, list[Item]]] = {half: {} for half in HALVES}
    for group, items in read(name).items():
        own = sorted((i for i in items if i[0][0] != "="), key=lambda i: crc32(i[0].encode()))
        shares = {half: [] for half in HALVES}
        for item in own:
            known = next((seen[column] for column in item if column in seen), None)
            half = known or min(HALVES, key=lambda h: len(shares[h]))
            seen.update(dict.fromkeys(item, half))
            shares[half].append(item)
        common = [(i[0][1:], *i[1:]) for i in items if i[0][0] == "="]
        for half in HALVES:
            dealt[half][group] = common + shares[half]
    return {half: {g: tuple(i) for g, i in groups.items()} for half, groups in dealt.items()}


class Words:
    """One half of every word list."""

    def __init__(self, half: str) -> None:
        if half not in HALVES:
            raise ValueError(f"vocabulary is one of {HALVES}, not {half!r}")
        self._half = half

    def all(self, name: str, group: str | None = None) -> tuple[Item, ...]:
        """Items of a group, or of the whole file."""
        groups = halved(name)[self._half]
        if group is not None:
            return groups.get(group, ())
        return tuple(item for items in groups.values() for item in items)

    def pick(self, random: Random, name: str, group: str | None = None) -> Item:
        """One item."""
        return random.choice(self.all(name, group))

    def word(self, random: Random, name: str, group: str | None = None) -> str:
        """One item's first column."""
        return self.pick(random, name, group)[0]
