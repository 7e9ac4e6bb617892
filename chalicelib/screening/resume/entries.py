"""Heads of entries: dates, employers, titles, schools gathered from lines into one entry each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from chalicelib.screening.facts import Fact, Source, Span
from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.sections import BULLET, Passage
from chalicelib.screening.resume.tagger import EMPLOYER, SCHOOL, TITLE, Tagged

DATES = "DATES"
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.、)](?!\d)")
_MOST_DATED_CHARACTERS = 140
_FARTHEST_ROWS = 5
_MOST_PROSE_BETWEEN = 2
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
    """Parts that belong together; rows first to last are its head, end is where the next begins."""

    items: dict[str, Item] = field(default_factory=dict)
    end: int = 0

    @property
    def first(self) -> int:
        """The row of its first part."""
        return min(item.row for item in self.items.values())

    @property
    def last(self) -> int:
        """The row of its last part."""
        return max(item.row for item in self.items.values())

    def fact(self, kind: str) -> Fact | None:
        """The value of one kind."""
        item = self.items.get(kind)
        return item.fact if item else None

    def span_source(self) -> Source | None:
        """Where the dates stand."""
        item = self.items.get(DATES)
        return item.source if item else None

    def span(self) -> Span | None:
        """The dates."""
        item = self.items.get(DATES)
        return item.span if item else None


def dated(row: int, marked: Marked, today: date, *, head: bool = False) -> Iterator[Item]:
    """List the spans of dates that may head an entry; a sentence that mentions years has none.

    head says that the line is known to be one, by its labels.
    """
    text = marked.passage.text
    heads = marked.of(EMPLOYER, TITLE, SCHOOL)
    if len(text) > _MOST_DATED_CHARACTERS and not (heads or head):
        return
    bullet = BULLET.match(text)
    for span, start, end in ranges(text, today):
        opens = start <= (bullet.end() if bullet else 0) + 1 or bool(_NUMBERED.match(text))
        if (bullet or _PROSE.search(text)) and not (head or opens or marked.tags):
            continue
        yield Item(DATES, row, start, marked.passage.quote(start, end), span=span)


def gather(rows: Sequence[Sequence[Item]], anchor: str) -> tuple[list[Entry], list[Item]]:
    """Group the parts of heads into entries, one around each part of the anchor's kind.

    Parameters
    ----------
    rows : the parts of each line of a section; empty for prose.
    anchor : the kind that every entry has, dates for posts.

    Returns
    -------
    (entries in order, parts that belong to none). Parts beside an anchor are its own. Those on
    other lines go to the anchor above or below, whichever fills more entries of this section:
    a résumé keeps to one layout.
    """
    items = [item for row in rows for item in row]
    entries = [Entry({anchor: item}) for item in items if item.kind == anchor]
    rest = _beside(entries, [item for item in items if item.kind != anchor], anchor)
    left: list[Item] = []
    for kind in dict.fromkeys(item.kind for item in rest):
        own = [item for item in rest if item.kind == kind]
        above, below = (_near(entries, own, anchor, rows, way) for way in (1, -1))
        # On a tie an employer opens what stands below it, all else follows what stands above.
        first = above[0] > below[0] or (above[0] == below[0] and kind == EMPLOYER)
        chosen = above if first else below
        for number, item in chosen[1].items():
            entries[number].items[kind] = item
        taken = set(map(id, chosen[1].values()))
        left += [item for item in own if id(item) not in taken]
    close(entries, len(rows))
    return entries, left


def _beside(entries: list[Entry], others: list[Item], anchor: str) -> list[Item]:
    """Give each entry the parts on its anchor's own line; returns those on other lines."""
    rest: list[Item] = []
    for item in others:
        same = [e for e in entries if e.items[anchor].row == item.row]
        free = [e for e in same if item.kind not in e.items]
        if not same:
            rest.append(item)
        elif free:
            nearest = min(free, key=lambda e: abs(e.items[anchor].start - item.start))
            nearest.items[item.kind] = item
    return rest


def _near(
    entries: list[Entry], own: list[Item], anchor: str, rows: Sequence[Sequence[Item]], way: int
) -> tuple[float, dict[int, Item]]:
    """Hand parts of one kind to the next anchor below (way 1) or above (way -1)."""
    score, given = 0.0, {}
    places = [(entry.items[anchor].row, number) for number, entry in enumerate(entries)]
    for item in own if way < 0 else reversed(own):
        ahead = [(abs(row - item.row), n) for row, n in places if (row - item.row) * way > 0]
        if not ahead:
            continue
        distance, number = min(ahead)
        if distance > _FARTHEST_ROWS or number in given or item.kind in entries[number].items:
            continue
        low, high = sorted((item.row, places[number][0]))
        prose = sum(not row for row in rows[low + 1 : high])
        if prose > _MOST_PROSE_BETWEEN:
            continue
        given[number] = item
        score += 1 - 0.05 * distance - 0.2 * prose
    return score, given


def close(entries: list[Entry], rows: int) -> None:
    """Say where each entry's lines end: at the first line of the next one."""
    ends = [*(entry.first for entry in entries[1:]), rows][: len(entries)]
    for entry, after in zip(entries, ends, strict=True):
        entry.end = max(after, entry.last + 1)
