"""Applications of many requisitions within a limit: whole, or by chance; never the best first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from chalicelib.records import service as records


@dataclass(frozen=True)
class Sample:
    """Applications that were looked at and wanted; `cut` says that others were not looked at."""

    rows: tuple[records.Application, ...]
    cut: bool


def applications(
    requisition_ids: Iterable[str], most: int, wanted: Callable[[records.Application], bool]
) -> Sample:
    """Look at no more than `most` applications, requisition after requisition.

    Lists are by stage, so a list cut short would lose the hired first. A requisition that does
    not fit is therefore taken in its parts, which hold people by chance, and a part that does not
    fit is left out.
    """
    found: list[records.Application] = []
    left = most
    for requisition_id in requisition_ids:
        for part in records.parts_of(requisition_id):
            rows = list(islice(part, left + 1))
            if len(rows) > left:
                return Sample(tuple(found), True)
            left -= len(rows)
            found += filter(wanted, rows)
    return Sample(tuple(found), False)
