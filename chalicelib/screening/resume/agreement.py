"""A résumé keeps to one layout: what most heads show of employer and title holds for the others."""

import re
from dataclasses import dataclass, replace
from itertools import product

from chalicelib.screening.facts import Fact
from chalicelib.screening.resume.cells import Cell, cells_of
from chalicelib.screening.resume.completing import is_place, may_be
from chalicelib.screening.resume.endings import SURE, employer_weight, title_weight
from chalicelib.screening.resume.entries import DATES, Entry, Item, Marked
from chalicelib.screening.resume.labels import behind_labels, kind_of_label
from chalicelib.screening.resume.prose import is_head
from chalicelib.screening.resume.sections import BULLET
from chalicelib.screening.resume.tagger import DEPARTMENT, EMPLOYER, SCHOOL, TITLE

_FARTHEST = 2
_IN_PLACE = re.compile(r"\s?[((]([^()()]+)[))]$")
_DURATION = re.compile(r"\s*[((](?:\d+\s*年)?(?:\d+\s*个月)?[))]")
_SEVERAL = 2
_GLUED = re.compile(r"\w{1,3}[-&'.]")
_LEGAL = re.compile(r"(?:Co|Ltd|Limited|Inc|LLC|Corp)\b")
_NAMES_ON = re.compile(r"(?:,? ?(?:[A-Z&][\w&.'-]*|of|and|for|the|\([A-Z][\w ]*\))[.,]?)*")
_LABELLED = re.compile(r"^\W*[^\W\d][\w ]{0,14}\s*[::]")
_ABSENT, _NEVER, _FLOOR = -1.0, -3.0, -1.5
_HELD_THERE = 0.6
_LEAST_SURE = 1.5
Slot = tuple[int, float]  # lines below the dates, number of the cell in its line


@dataclass(frozen=True)
class _Candidate:
    row: int
    cell: Cell
    text: str
    weights: dict[str, float]


def agree(found: tuple[Marked, ...], entries: list[Entry]) -> None:
    """Put employers and titles where the heads of a section mostly have them.

    Parameters
    ----------
    found : the section's passages, tagged.
    entries : dated entries; employer and title are set or moved in place where the place that
        fits most heads best holds something that fits better than what is there.
    """
    offered = [_candidates(found, entries, n) for n in range(len(entries))]
    chosen = _best(entries, offered)
    if chosen is None:
        return
    usual = {
        (kind, offer.row, offer.cell.start): number
        for number, slots in enumerate(offered)
        for kind, slot in chosen.items()
        if (offer := slots.get(slot))
    }
    for number, (entry, slots) in enumerate(zip(entries, offered, strict=True)):
        here = {kind: slots.get(slot) for kind, slot in chosen.items()}
        _leave(entry, number, usual)
        # Twice: a title may have to leave its place before the employer can take it.
        for kind in (TITLE, EMPLOYER, TITLE):
            other = here[TITLE if kind == EMPLOYER else EMPLOYER]
            own = here[kind]
            if own is not None and _belongs(found, entry, kind, own, other):
                entry.items[kind] = _item(found, kind, own)


def leave_places(found: tuple[Marked, ...], entries: list[Entry]) -> None:
    """立讯电子(昆山) may be called so; where every house has a place in brackets, it is in it."""
    items = [entry.items[EMPLOYER] for entry in entries if EMPLOYER in entry.items]
    ends = [_IN_PLACE.search(item.source.text) for item in items]
    several = len({item.row for item in items}) >= _SEVERAL and all(ends)
    if not several or not any(end and is_place(end.group(1)) for end in ends):
        return
    for entry in entries:
        item = entry.items.get(EMPLOYER)
        end = _IN_PLACE.search(item.source.text) if item else None
        if item and end:
            begin = item.source.start - found[item.row].passage.offset
            source = found[item.row].passage.quote(begin, begin + end.start())
            fact = Fact(source.text, source)
            entry.items[EMPLOYER] = replace(item, source=source, fact=fact)


def _leave(entry: Entry, number: int, usual: dict[tuple[str, int, int], int]) -> None:
    """Take from an entry what stands in the usual place of another one."""
    for kind in (EMPLOYER, TITLE):
        item = entry.items.get(kind)
        if item is not None and usual.get((kind, item.row, item.start), number) != number:
            del entry.items[kind]


def _candidates(
    found: tuple[Marked, ...], entries: list[Entry], number: int
) -> dict[Slot, _Candidate]:
    """The cells of an entry's own line and of the heads near it that no other dates are nearer."""
    row = entries[number].items[DATES].row
    dated = [entry.items[DATES].row for entry in entries]
    above = max((r for r in dated if r < row), default=-1)
    below = min((r for r in dated if r > row), default=len(found))
    slots: dict[Slot, _Candidate] = {}
    for at in range(max(above + 1, row - _FARTHEST), min(below, row + _FARTHEST + 1)):
        marked = found[at]
        text = marked.passage.text
        if any(behind_labels(text)) or kind_of_label(text):
            continue
        if at != row and (BULLET.match(text) or _LABELLED.match(text) or not is_head(text)):
            continue
        for cell in cells_of(text, _dates_of(entries, at, marked)):
            piece = text[cell.start : cell.end]
            slots[at - row, cell.number] = _Candidate(at, cell, piece, _weights(marked, cell))
    return slots


def _dates_of(entries: list[Entry], row: int, marked: Marked) -> tuple[tuple[int, int], ...]:
    items = [e.items[DATES] for e in entries if e.items[DATES].row == row]
    return tuple(_place(marked, item) for item in items)


def _place(marked: Marked, item: Item) -> tuple[int, int]:
    begin = item.source.start - marked.passage.offset
    return begin, begin + len(item.source.text)


def _weights(marked: Marked, cell: Cell) -> dict[str, float]:
    """How far a cell looks like an employer and like a title, by its words and its tags."""
    text = marked.passage.text[cell.start : cell.end]
    over = [t for t in marked.tags if cell.start - 1 <= t.start < cell.end]
    kinds = {t.kind for t in over}
    where, what = employer_weight(text), title_weight(text)
    tagged = bool(kinds & {EMPLOYER, SCHOOL})
    if not may_be(text, "") and (is_place(text) or not (max(where, what) >= SURE and kinds)):
        return {EMPLOYER: _NEVER, TITLE: _NEVER}
    # A house that the tagger does not know is easily tagged as a department; those that are
    # called so are none by their words.
    part = DEPARTMENT in kinds and not tagged
    # 全家便利店(1年3个月): what has a duration behind it is a house.
    where += bool(_DURATION.match(marked.passage.text, cell.end))
    part_way = 0.2 * part + 0.3 * (cell.number % 1 > 0)
    return {
        EMPLOYER: where - what + tagged - 0.5 * (TITLE in kinds) - part_way,
        TITLE: what - where + (TITLE in kinds) - 0.5 * tagged - 0.5 * part - part_way,
    }


def _best(entries: list[Entry], offered: list[dict[Slot, _Candidate]]) -> dict[str, Slot] | None:
    scores: dict[str, dict[Slot, float]] = {EMPLOYER: {}, TITLE: {}}
    slots = {slot for one in offered for slot in one}
    for kind, slot in product((EMPLOYER, TITLE), slots):
        total = 0.0
        for entry, one in zip(entries, offered, strict=True):
            candidate = one.get(slot)
            total += max(_FLOOR, candidate.weights[kind]) if candidate else _ABSENT
            total += _HELD_THERE * bool(candidate and _holds(entry, kind, candidate))
        scores[kind][slot] = total / len(entries) - 0.1 * abs(slot[0])
    pairs = [
        (scores[EMPLOYER][e] + scores[TITLE][t] + _nearness(e, t), e, t)
        for e, t in product(slots, slots)
        if e != t
    ]
    score, where, what = max(pairs, default=(0.0, (0, 0), (0, 0)))
    sure = score >= _LEAST_SURE and scores[TITLE][what] > 0 and scores[EMPLOYER][where] > -0.5
    return {EMPLOYER: where, TITLE: what} if sure else None


def _nearness(one: Slot, other: Slot) -> float:
    """Employer and title stand on one side of the dates rather than around them."""
    return -0.3 if one[0] * other[0] < 0 else 0.0


def _holds(entry: Entry, kind: str, candidate: _Candidate) -> bool:
    item = entry.items.get(kind)
    return item is not None and item.row == candidate.row and item.start == candidate.cell.start


def _belongs(
    found: tuple[Marked, ...],
    entry: Entry,
    kind: str,
    own: _Candidate,
    other: _Candidate | None,
) -> bool:
    """Whether the cell in the usual place is to take the place of what the entry has."""
    item = entry.items.get(kind)
    if own.weights[kind] <= (_NEVER if item is None else -1):
        return False
    if item is None:
        return not _taken(found, entry, kind, own)
    start, end = _place(found[item.row], item)
    if item.row == own.row and start < own.cell.end and own.cell.start < end:
        # One value that reaches over the other's cell: 'Barista (Monzo', 'JD.com: Manager'.
        if other and other.row == item.row and start < other.cell.end and other.cell.start < end:
            return True
        text = found[own.row].passage.text
        around = text[start : own.cell.start] + text[own.cell.end : end]
        if around and not re.search(r"\w", around):
            return True
        return _is_cut_short(found[own.row], (start, end), own.cell)
    now = _weights(found[item.row], Cell(0, start, end))[kind]
    return own.weights[kind] >= now


def _is_cut_short(marked: Marked, span: tuple[int, int], cell: Cell) -> bool:
    """Whether a value lacks words of its cell: Granite of Granite State Credit Union."""
    text = marked.passage.text
    before, after = text[cell.start : span[0]], text[span[1] : cell.end]
    whole = text[cell.start : cell.end]
    if before and not (_GLUED.fullmatch(before) or _LEGAL.match(text[slice(*span)])):
        return False
    return bool(before or after) and whole.isascii() and bool(_NAMES_ON.fullmatch(after))


def _taken(found: tuple[Marked, ...], entry: Entry, kind: str, own: _Candidate) -> bool:
    item = entry.items.get(TITLE if kind == EMPLOYER else EMPLOYER)
    if item is None or item.row != own.row:
        return False
    start, end = _place(found[item.row], item)
    return start < own.cell.end and own.cell.start < end


def _item(found: tuple[Marked, ...], kind: str, own: _Candidate) -> Item:
    source = found[own.row].passage.quote(own.cell.start, own.cell.end)
    return Item(kind, own.row, own.cell.start, source, fact=Fact(source.text, source))
