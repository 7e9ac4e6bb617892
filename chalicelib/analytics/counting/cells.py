"""Where counts are kept: one partition answers any filter, however many applications there are.

A contribution goes to five partitions: everything, its job family, its region, its store, its
requisition. Each keeps, beside sheet, week and source, those of the other places that a filter may
name on top; so every combination of filters is one partition and a look at its sort keys.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from chalicelib.analytics.counting.contribution import PASSES, Contribution, week_of
from chalicelib.analytics.counting.facts import Place
from chalicelib.analytics.counting.sums import Counts, added, negative
from chalicelib.analytics.rows import Filters

Key = tuple[str, str]
#: partition -> which other places its sort keys tell.
KEPT: dict[str, tuple[str, ...]] = {
    "requisition_id": ("job_family", "region", "store_id"),
    "store_id": ("job_family", "region"),
    "region": ("job_family",),
    "job_family": (),
    "": (),
}
#: By which places pass rates are listed side by side.
SIDE_BY_SIDE = ("requisition_id", "store_id", "region")


@dataclass(frozen=True)
class Cell:
    """Counts of one sheet, week and source in a partition, and the places its key tells."""

    sheet: str
    week: str
    source: str
    places: Mapping[str, str]
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Selection:
    """The partition that answers filters, and what is still to be asked of its cells."""

    scope: str
    asked: Mapping[str, str]
    first: str
    last: str

    def between(self, sheet: str) -> Key:
        """Lowest and highest sort key of a sheet within the period, both included."""
        return f"{sheet}#{self.first}", f"{sheet}#{self.last or '~'}#~"

    def holds(self, cell: Cell) -> bool:
        """Whether a cell counts."""
        found = {**cell.places, "source": cell.source}
        return all(found.get(name, "") == wanted for name, wanted in self.asked.items())


def selection(filters: Filters) -> Selection:
    """Where to read for some filters; a period counts in whole weeks, Monday to Sunday."""
    narrow = next(name for name in KEPT if not name or getattr(filters, name))
    scope = f"{narrow}={quote(getattr(filters, narrow), safe='')}" if narrow else "all"
    names = (*KEPT[narrow], "source")
    asked = {name: getattr(filters, name) for name in names if getattr(filters, name)}
    weeks = [week_of(day) if day else "" for day in (filters.since, filters.until)]
    return Selection(scope, asked, *weeks)


def expanded(what: Contribution) -> dict[Key, Counts]:
    """Every cell that a contribution counts in, by partition and sort key."""
    cells: dict[Key, Counts] = {}
    for sheet_week, counts in what.sheets.items():
        sheet = sheet_week.split("#", 1)[0]
        kept = _listed(what.place, counts) if sheet == PASSES else dict(counts)
        for scope, tail in _scopes(what.place):
            cells[(scope, f"{sheet_week}#{tail}")] = kept
    return cells


def step_towards(before: Contribution | None, after: Contribution, most: int) -> Contribution:
    """`after`, or as far towards it as can be gone by touching at most `most` cells.

    Parameters
    ----------
    before, after : what is counted now, and what should be.
    most : cells that one transaction may touch, at least one sheet's (as many as `KEPT` names).
    """
    room = most // len(KEPT)
    if before is None or not before.sheets or before.place == after.place:
        sheets = dict(before.sheets) if before is not None else {}
        names = sorted({*sheets, *after.sheets})
        for name in [n for n in names if sheets.get(n) != after.sheets.get(n)][:room]:
            sheets[name] = after.sheets.get(name, {})
        return Contribution(
            after.place, {name: counts for name, counts in sheets.items() if counts}
        )
    if len(difference(before, after)) <= most:
        return after
    # It belongs elsewhere now: what was counted is taken away first.
    return Contribution(before.place, dict(sorted(before.sheets.items())[room:]))


def difference(before: Contribution | None, after: Contribution) -> dict[Key, Counts]:
    """What must be added to which cells so that they hold `after` in place of `before`."""
    old = expanded(before) if before is not None else {}
    new = expanded(after)
    found = {key: added(negative(old.get(key, {})), new.get(key, {})) for key in (*old, *new)}
    return {key: counts for key, counts in found.items() if counts}


def cell(sort: str, counts: Mapping[str, int]) -> Cell:
    """The cell behind a sort key."""
    sheet, week, source, *places = (unquote(part) for part in sort.split("#"))
    names = ("job_family", "region", "store_id")
    return Cell(
        sheet, week, source, {k: v for k, v in zip(names, places, strict=True) if v}, counts
    )


def _scopes(place: Place) -> Iterator[Key]:
    for name, kept in KEPT.items():
        value = getattr(place, name) if name else "all"
        if not value:
            continue
        told = [
            getattr(place, key) if key in kept else ""
            for key in ("job_family", "region", "store_id")
        ]
        tail = "#".join(quote(part, safe="") for part in (place.source, *told))
        yield (f"{name}={quote(value, safe='')}" if name else "all"), tail


def _listed(place: Place, counts: Mapping[str, int]) -> Counts:
    """A decision under the name of every place by which pass rates are listed."""
    listed = {
        f"{name}|{getattr(place, name)}|{what}": number
        for name in SIDE_BY_SIDE
        if getattr(place, name)
        for what, number in counts.items()
    }
    return {**counts, **listed}
