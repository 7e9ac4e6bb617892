"""Posts: where, as what, from when to when."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chalicelib.screening.facts import Fact, Work
from chalicelib.screening.resume.agreement import agree, leave_places
from chalicelib.screening.resume.columns import rows_of_tables, set_by_columns
from chalicelib.screening.resume.completing import (
    EMPLOYER_WORD,
    TITLE_END,
    complete,
    is_place,
    set_right,
    whole_employer,
    whole_title,
)
from chalicelib.screening.resume.entries import DATES, Entry, Item, Marked, close, dated, gather
from chalicelib.screening.resume.labels import behind_labels, kind_of_label
from chalicelib.screening.resume.prose import is_head
from chalicelib.screening.resume.rows import HEADER_ROW, tokens
from chalicelib.screening.resume.skills import SkillFinder
from chalicelib.screening.resume.tagger import DEPARTMENT, EMPLOYER, SCHOOL, TITLE, Tagged

#: 所属行业:会计 beside dates is neither a house nor a title.
_LABELLED = re.compile(r"[^\W\d][\w ]{1,11}[::]")
_LABELS_ALONE = frozenset(
    "在职时间 任职时间 工作时间 起止时间 时间 日期 Duration Period Dates".split()
)
_INTERN = re.compile(r"实习|见习|\bintern(?:ship)?\b|\btrainee\b", re.IGNORECASE)


def read_work(found: tuple[Marked, ...], today: date, finder: SkillFinder) -> tuple[Work, ...]:
    """Read the posts of the work and internship sections.

    Parameters
    ----------
    found : tagged passages of those sections, in reading order.
    today : what 至今 and 'present' mean.
    finder : finds the skills that a post's own lines name.
    """
    tables = rows_of_tables(found)
    pairs = zip((None, *found), found, strict=False)
    rows = [
        list(_items(n, marked, today, above, in_table=n in tables))
        for n, (above, marked) in enumerate(pairs)
    ]
    _fill_from_rules(found, rows)
    entries, left = gather(rows, DATES)
    complete(found, entries, left)
    set_right(entries)
    agree(found, entries)
    leave_places(found, entries)
    set_by_columns(found, entries)
    close(entries, len(rows))
    entries = [e for e in entries if e.items.keys() & {EMPLOYER, TITLE} and not _is_course(e)]
    posts = _without_totals(entries or list(_undated(found, left)))
    return tuple(_work(found, entry, finder) for entry in posts)


def _is_course(entry: Entry) -> bool:
    title = entry.fact(TITLE)
    return bool(
        title and re.search(r"(?:培[训訓]|[内內][训訓]|课程|training)$", title.value, re.IGNORECASE)
    )


def _undated(found: tuple[Marked, ...], left: list[Item]) -> Iterator[Entry]:
    """Employers and titles that stand together, in lines that are no sentences, without dates."""
    heads = [item for item in left if is_head(found[item.row].passage.text)]
    titles = {item.row: item for item in heads if item.kind == TITLE}
    for item in heads:
        if item.kind == EMPLOYER:
            near = next((titles.pop(r) for r in (item.row, item.row + 1) if r in titles), None)
            if near is not None:
                yield Entry({EMPLOYER: item, TITLE: near}, near.row + 1)


def _items(
    row: int, marked: Marked, today: date, above: Marked | None, *, in_table: bool
) -> Iterator[Item]:
    """Dates, employers and titles of a line, in their order."""
    if HEADER_ROW.match(marked.passage.text):
        return
    if kind_of_label(marked.passage.text):
        return
    labelled = list(behind_labels(marked.passage.text))
    announced = kind_of_label(above.passage.text) if above else None
    if announced:
        labelled = [Tagged(announced, 0, len(marked.passage.text))]
    parts = list(dated(row, marked, today, head=bool(labelled) or in_table))
    if not parts and not labelled and not is_head(marked.passage.text):
        return
    # A school among posts is where somebody works.
    schools = [replace(tag, kind=EMPLOYER) for tag in marked.of(SCHOOL)]
    for tag in (*labelled, *marked.of(EMPLOYER, TITLE), *schools):
        if (
            is_place(marked.passage.text[tag.start : tag.end])
            or tag.kind not in (EMPLOYER, TITLE)
            or (tag not in labelled and _said(tag, labelled))
        ):
            continue
        whole = whole_employer if tag.kind == EMPLOYER else whole_title
        fact = marked.fact(whole(marked, tag))
        parts.append(Item(tag.kind, row, tag.start, fact.source, fact=fact))
    yield from sorted(parts, key=lambda item: item.start)


def _said(tag: Tagged, labelled: list[Tagged]) -> bool:
    return any(
        one.kind == tag.kind or (one.start < tag.end and tag.start < one.end) for one in labelled
    )


def _fill_from_rules(found: tuple[Marked, ...], rows: list[list[Item]]) -> None:
    """Where the tagger saw neither part of a dated line, look at its cells and its neighbours."""
    for n, row in enumerate(rows):
        kinds = {item.kind for item in row}
        if DATES in kinds and not kinds & {EMPLOYER, TITLE}:
            taken = [_span_of(found[n], item) for item in row if item.kind == DATES]
            row.extend(_by_rule(n, found[n], taken))
            row.sort(key=lambda item: item.start)
            around = [near for near in (n - 1, n + 1) if 0 <= near < len(rows)]
            if len(row) == 1 and not any(rows[near] for near in around):
                for near in around:
                    rows[near].extend(_head_by_rule(near, found[near]))


def _span_of(marked: Marked, item: Item) -> tuple[int, int]:
    begin = item.source.start - marked.passage.offset
    return begin, begin + len(item.source.text)


def _head_by_rule(row: int, marked: Marked) -> Iterator[Item]:
    if is_head(marked.passage.text):
        yield from _by_rule(row, marked, [], strict=True)


def _by_rule(
    row: int, marked: Marked, taken: list[tuple[int, int]], *, strict: bool = False
) -> Iterator[Item]:
    named: dict[str, Item] = {}
    rest: list[Item] = []
    departments = [(tag.start, tag.end) for tag in marked.of(DEPARTMENT)]
    for start, end in tokens(marked.passage.text, [*taken, *departments]):
        source = marked.passage.quote(start, end)
        if not source.text or _LABELLED.match(source.text) or source.text in _LABELS_ALONE:
            continue
        fact = Fact(source.text, source)
        kind = TITLE if TITLE_END.search(source.text) else ""
        kind = kind or (EMPLOYER if EMPLOYER_WORD.search(source.text) else "")
        if kind and kind not in named:
            named[kind] = Item(kind, row, start, source, fact=fact)
        else:
            rest.append(Item(EMPLOYER, row, start, source, fact=fact))
    if EMPLOYER not in named and TITLE in named and rest and not strict:
        named[EMPLOYER] = rest[0]
    yield from sorted(named.values(), key=lambda item: item.start)


def _without_totals(posts: list[Entry]) -> list[Entry]:
    """Hand an employer to the posts below that name none: several posts in one house."""
    kept: list[Entry] = []
    house: Item | None = None
    for n, post in enumerate(posts):
        employer = post.items.get(EMPLOYER)
        if employer is not None:
            house = employer
            below = posts[n + 1] if n + 1 < len(posts) else None
            if TITLE not in post.items and below is not None and _is_part(post, below):
                continue
        elif house is not None and TITLE in post.items:
            post.items[EMPLOYER] = house
        kept.append(post)
    return kept


def _is_part(whole: Entry, below: Entry) -> bool:
    span, own = whole.span(), below.span()
    if EMPLOYER in below.items or TITLE not in below.items or own is None:
        return False
    return span is None or (span.start <= own.start and own.end <= span.end)


def _work(found: tuple[Marked, ...], entry: Entry, finder: SkillFinder) -> Work:
    body = tuple(m.passage for m in found[entry.first : entry.end])
    heads = found[entry.first : entry.last + 1]
    source = (entry.items.get(DATES) or next(iter(entry.items.values()))).row
    title = entry.fact(TITLE)
    return Work(
        source=found[source].passage.whole(),
        employer=entry.fact(EMPLOYER),
        title=replace(title, value=re.sub(r"\s+", " ", title.value)) if title else None,
        span=entry.span(),
        span_source=entry.span_source(),
        internship=heads[0].passage.section == "internship"
        or any(_INTERN.search(m.passage.text) for m in heads),
        skills=finder.named(body),
    )
