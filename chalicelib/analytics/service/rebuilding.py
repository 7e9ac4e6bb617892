"""All cells computed from the record anew, beside those in use until they are whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from chalicelib.analytics.counting import cells
from chalicelib.analytics.counting.cells import Key
from chalicelib.analytics.counting.contribution import SCHEME, Contribution, contribution
from chalicelib.analytics.counting.sums import packed
from chalicelib.analytics.service import keeping, telling
from chalicelib.analytics.tables import POINTER, Counted, FigureCell, Generation
from chalicelib.foundation import clock
from chalicelib.foundation.observability import count
from chalicelib.records import service as records

#: Applications read from one page of the list of all.
PAGE = 500


def rebuild() -> int:
    """Count every application anew and put that count in use; how many were counted.

    What changes meanwhile is counted into both: the old count by its events, the new one after it
    came into use, since the list is by the time of the last change.
    """
    begun = clock.iso(clock.now())
    number = int(keeping.generation().rsplit(".", 1)[-1]) + 1
    now = f"{SCHEME}.{number}"
    sums: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    n = _counted(now, sums)
    _kept(now, sums)
    row = next(iter(Generation.batch_get([(POINTER, f"scheme-{SCHEME}")])), None)
    row = row or Generation(POINTER, f"scheme-{SCHEME}")
    row.number = number
    row.save()
    keeping.keep(_since(begun))
    count("FiguresRebuilt", n)
    return n


def contributions() -> Iterator[tuple[str, Contribution]]:
    """What each application contributes now."""
    cuts: dict[str, float] = {}
    for row in _applications():
        fact = telling.fact(row, partial(telling.cut, cuts))
        yield row.application_id, contribution(fact)


def add(sums: Mapping[Key, dict[str, int]], what: Contribution) -> None:
    """Add a contribution to cells in memory."""
    for key, counts in cells.expanded(what).items():
        cell = sums[key]
        for name, number in counts.items():
            cell[name] += number


def _counted(now: str, sums: Mapping[Key, dict[str, int]]) -> int:
    n = 0
    with Counted.batch_write() as batch:
        for application_id, what in contributions():
            add(sums, what)
            key = keeping.counted_key(now, application_id)
            batch.save(Counted(key, "counted", contribution=what.plain(), version=1))
            n += 1
    return n


def _kept(now: str, sums: Mapping[Key, Mapping[str, int]]) -> None:
    with FigureCell.batch_write() as batch:
        for (scope, sort), counts in sums.items():
            kept = {name: number for name, number in counts.items() if number}
            body = packed(kept)
            batch.save(FigureCell(keeping.partition(now, scope), sort, body=body, version=1))


def _applications() -> Iterator[records.Application]:
    before = ""
    while True:
        rows, before = records.recent(PAGE, before)
        yield from rows
        if not before:
            return


def _since(moment: str) -> Iterable[str]:
    for row in _applications():
        if str(row.recent_sort) < moment:
            return
        yield row.application_id
