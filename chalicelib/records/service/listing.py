"""Applications in lists: those of a requisition, and the latest.

A list is cut after the reader's own rows were picked, so that a full page is a full page. `next`
is where the following page begins, empty at the end.
"""

from collections.abc import Callable, Iterator
from heapq import merge
from itertools import islice
from operator import attrgetter

from chalicelib.records.stages import Stage
from chalicelib.records.tables import SHARDS, Application, CandidateItem

Wanted = Callable[[Application], bool]

#: Rows that one page looks at; where few are wanted it ends early and `next` goes on from there.
MOST_LOOKED_AT = 5_000
#: Applications of one requisition that a board counts and a ranking compares.
MOST_ON_BOARD = 20_000


def everything(_: Application) -> bool:
    """Want every row."""
    return True


def board(
    requisition_id: str,
    stage: Stage | None = None,
    limit: int = 200,
    before: str = "",
    *,
    wanted: Wanted = everything,
) -> tuple[list[Application], str]:
    """A page of a requisition's applications by stage, best first within each, and `next`."""
    rows = _of_requisition(requisition_id, stage, before, limit)
    return _page(rows, "list_sort", limit, wanted)


def applications_of(requisition_id: str, most: int = MOST_ON_BOARD) -> Iterator[Application]:
    """A requisition's applications up to `most`, read as they are asked for, best first."""
    rows = _of_requisition(requisition_id)
    return islice((row for row in rows if isinstance(row, Application)), most)


def parts_of(requisition_id: str) -> Iterator[Iterator[Application]]:
    """A requisition's applications in parts of about one size; a person is in one by chance.

    Each part is best first, so a part that is not read to its end says nothing of the whole.
    """
    for part in _shards(requisition_id):
        yield (row for row in part if isinstance(row, Application))


def recent(
    limit: int = 50, before: str = "", *, wanted: Wanted = everything
) -> tuple[list[Application], str]:
    """A page of applications by last change, newest first, and `next`."""
    condition = CandidateItem.recent_sort < before if before else None
    shards = [
        CandidateItem.by_recent.query(
            f"applications#{n}", condition, scan_index_forward=False, page_size=limit
        )
        for n in range(SHARDS)
    ]
    rows = merge(*shards, key=attrgetter("recent_sort"), reverse=True)
    return _page(rows, "recent_sort", limit, wanted)


def _of_requisition(
    requisition_id: str, stage: Stage | None = None, before: str = "", page_size: int | None = None
) -> Iterator[CandidateItem]:
    shards = _shards(requisition_id, stage, before, page_size)
    rows = merge(*shards, key=attrgetter("list_sort"), reverse=True)
    return (row for row in rows if row.list_sort != before)


def _shards(
    requisition_id: str, stage: Stage | None = None, before: str = "", page_size: int | None = None
) -> list[Iterator[CandidateItem]]:
    low, high = (f"{stage.value}#", f"{stage.value}#~") if stage else (" ", "~")
    # Both ends of a range belong to it; whoever goes on leaves out the row that ended the page.
    condition = CandidateItem.list_sort.between(low, before or high)
    return [
        CandidateItem.by_requisition.query(
            f"requisition#{requisition_id}#{n}",
            condition,
            scan_index_forward=False,
            page_size=page_size,
        )
        for n in range(SHARDS)
    ]


def _page(
    rows: Iterator[CandidateItem], position: str, limit: int, wanted: Wanted
) -> tuple[list[Application], str]:
    found: list[Application] = []
    for number, row in enumerate(rows, start=1):
        if isinstance(row, Application) and wanted(row):
            found.append(row)
        if len(found) == limit or number == MOST_LOOKED_AT:
            ends = next(rows, None) is None
            return found, "" if ends else str(getattr(row, position))
    return found, ""
