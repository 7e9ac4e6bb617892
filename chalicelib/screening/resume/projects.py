"""Projects: what, from when to when, with which skills."""

import re
from collections.abc import Iterator
from datetime import date

from chalicelib.screening.facts import Fact, Project
from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.entries import Entry, Item, Marked, dated, gather
from chalicelib.screening.resume.rows import HEADER_ROW, tokens
from chalicelib.screening.resume.sections import BULLET
from chalicelib.screening.resume.skills import SkillFinder
from chalicelib.screening.resume.tagger import PROJECT

_MOST_NAME_CHARACTERS = 40


def read_projects(
    found: tuple[Marked, ...], today: date, finder: SkillFinder
) -> tuple[Project, ...]:
    """Read the projects of the project section, dated or not.

    Parameters
    ----------
    found, today, finder : as for `history.read_work`.
    """
    rows = [list(_items(n, marked, today)) for n, marked in enumerate(found)]
    if found and not any(rows):
        rows = [list(_opening(n, found)) for n in range(len(found))]
    entries, _ = gather(rows, PROJECT)
    return tuple(_project(found, entry, finder) for entry in entries)


def _items(row: int, marked: Marked, today: date) -> Iterator[Item]:
    if HEADER_ROW.match(marked.passage.text):
        return
    parts = list(dated(row, marked, today))
    named = marked.of(PROJECT)[:1]
    for tag in named:
        fact = marked.fact(tag)
        parts.append(Item(PROJECT, row, tag.start, fact.source, fact=fact))
    if parts and not named:
        parts.extend(_first_cell(row, marked, today))
    yield from sorted(parts, key=lambda item: item.start)


def _first_cell(row: int, marked: Marked, today: date) -> Iterator[Item]:
    text = marked.passage.text
    taken = [(start, end) for _, start, end in ranges(text, today)]
    for start, end in tokens(text, taken)[:1]:
        source = marked.passage.quote(start, end)
        yield Item(PROJECT, row, start, source, fact=Fact(source.text, source))


def _opening(row: int, found: tuple[Marked, ...]) -> Iterator[Item]:
    """Where neither dates nor names are seen, a short line below longer ones opens a project."""
    text = found[row].passage.text
    if not _is_short(text) or (row and _is_short(found[row - 1].passage.text)):
        return
    source = found[row].passage.whole()
    yield Item(PROJECT, row, 0, source, fact=Fact(source.text, source))


def _is_short(text: str) -> bool:
    plain = not BULLET.match(text) and not re.search(r"[。;;!,]", text)
    return len(text) <= _MOST_NAME_CHARACTERS and plain and not HEADER_ROW.match(text)


def _project(found: tuple[Marked, ...], entry: Entry, finder: SkillFinder) -> Project:
    body = tuple(m.passage for m in found[entry.first : entry.end])
    named = entry.items[PROJECT]
    return Project(
        source=named.source,
        name=named.source.text,
        span=entry.span(),
        span_source=entry.span_source(),
        skills=finder.named(body),
    )
