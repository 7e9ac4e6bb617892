"""Heads of entries: dates, employers, titles, schools … gathered line by line into one entry each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from chalicelib.screening.facts import Fact, Source, Span
from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.sections import BULLET, Passage
from chalicelib.screening.resume.tagger import Tagged

DATES = "DATES"
_MOST_DATED_CHARACTERS = 140
_PROSE = re.compile(r"[。;!]\s*$|[a-z]{2,}\.$")


@dataclass(frozen=True)
class Marked:
    """A passage with what the tagger saw in it."""

    passage: Passage
    tags: tuple[Tagged, ...] = ()

    def fact(self, tagged: Tagged) -> Fact:
        """The tagged characters as a fact, as written."""
        source = self.passage.quote(tagged.start, tagged.end)
        return Fact(source.text, source)

    def of(self, *kinds: str) -> list[Tagged]:
        """The tags of some kinds."""
        return [tag for tag in self.tags if tag.kind in kinds]


@dataclass(frozen=True)
class Item:
    """One part of an entry's head; value is a Fact, a Span with its source, or a degree."""

    kind: str
    row: int
    start: int
    source: Source
    fact: Fact | None = None
    span: Span | None = None
    rank: int = 0


@dataclass
class Entry:
    """Parts that belong together; rows says where its first head line and its end are."""

    items: dict[str, Item] = field(default_factory=dict)
    first: int = 0
    last: int = 0
    end: int = 0

    def add(self, item: Item) -> None:
        """Take a part in."""
        if not self.items:
            self.first = item.row
        self.items.setdefault(item.kind, item)
        self.last = max(self.last, item.row)

    def fact(self, kind: str) -> Fact | None:
        """The value of one kind."""
        item = self.items.get(kind)
        return item.fact if item else None

    def span(self) -> Span | None:
        """The dates."""
        item = self.items.get(DATES)
        return item.span if item else None


def dated(row: int, marked: Marked, today: date) -> Iterator[Item]:
    """List the spans of dates that may head an entry; a sentence that mentions years has none."""
    text = marked.passage.text
    if len(text) > _MOST_DATED_CHARACTERS:
        return
    bullet = BULLET.match(text)
    for span, start, end in ranges(text, today):
        opens = start <= (bullet.end() if bullet else 0) + 1
        if _PROSE.search(text) and not opens and not marked.tags:
            continue
        if bullet and not opens and not marked.tags:
            continue
        yield Item(DATES, row, start, marked.passage.quote(start, end), span=span)


def gather(items: Iterable[Item], rows: int, prose: Sequence[bool]) -> list[Entry]:
    """Group the parts of heads into entries.

    Parameters
    ----------
    items : parts in reading order.
    rows : how many lines the section has.
    prose : for each line, whether it is text between heads.

    Returns
    -------
    Entries in order. A part opens a new entry when its kind is there already, when it is of the
    kind that opens the section's entries, or when prose stands between it and a dated head.
    """
    listed = list(items)
    opener = _opener(listed)
    entries: list[Entry] = []
    for item in listed:
        now = entries[-1] if entries else None
        if now is None or _opens(item, now, opener, prose):
            now = Entry()
            entries.append(now)
        now.add(item)
    ends = [*(entry.first for entry in entries[1:]), rows][: len(entries)]
    for entry, after in zip(entries, ends, strict=True):
        entry.end = max(after, entry.first + 1)
    return entries


def _opener(items: list[Item]) -> str:
    """The kind that the first entry begins with, once a kind has come a second time."""
    seen: set[str] = set()
    for item in items:
        if item.kind in seen:
            break
        seen.add(item.kind)
    return items[0].kind if len(seen) > 1 else ""


def _opens(item: Item, now: Entry, opener: str, prose: Sequence[bool]) -> bool:
    same = now.items.get(item.kind)
    if same is not None:
        return item.row != same.row or item.kind in (DATES, opener)
    if item.row == now.last:
        return False
    if item.kind == opener and DATES in now.items and len(now.items) > 1:
        return True
    between = any(prose[row] for row in range(now.last + 1, item.row))
    return between and DATES in now.items and len(now.items) > 1
