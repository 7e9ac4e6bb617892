"""Cells kept up to date: each application's contribution is in them once, whatever happens.

An event says only that an application may have changed. What it contributes now is computed from
the record, and the difference from what was counted of it before is added, in one transaction with
the note of what is counted. So events may come twice, late, or out of order; a lost one is made
good by the next, by the sweep, or by a rebuild. Derived sums leave no entry in the audit chain:
what they derive from has left its own.
"""

from collections.abc import Iterable, Iterator, Sequence

from pynamodb.connection import Connection
from pynamodb.exceptions import TransactWriteError
from pynamodb.transactions import TransactWrite

from chalicelib.analytics.counting import cells
from chalicelib.analytics.counting.cells import Key
from chalicelib.analytics.counting.contribution import SCHEME, Contribution, contribution
from chalicelib.analytics.counting.sums import Counts, added, packed, unpacked
from chalicelib.analytics.service import telling
from chalicelib.analytics.tables import POINTER, Counted, FigureCell, Generation
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.ledger import StaleRecord
from chalicelib.foundation.observability import count
from chalicelib.foundation.settings import settings
from chalicelib.records import service as records

#: Rows of one transaction; DynamoDB takes 100.
MOST_ROWS = 95
#: Applications, last changed ones first, that the sweep looks at.
SWEPT = 100


def generation() -> str:
    """Which count is in use, such as `1.3`: scheme and number."""
    key = (POINTER, f"scheme-{SCHEME}")
    row = next(iter(Generation.batch_get([key], consistent_read=True)), None)
    return f"{SCHEME}.{int(row.number) if row is not None else 1}"


def keep(application_ids: Iterable[str]) -> int:
    """Bring the cells up to date with some applications; how many contributions had changed."""
    now = generation()
    changed = 0
    for pile in _piles(sorted(set(application_ids))):
        changed += _fold_whole(now, pile)
    if changed:
        count("FiguresKept", changed)
    return changed


def sweep() -> int:
    """Count those of the applications last changed whose event was lost; how many had moved."""
    rows, _ = records.recent(SWEPT)
    now = generation()
    late = _late(now, rows)
    changed = keep(late)
    for row in _counted(now, late).values():
        row.updated_at = clock.now()  # looked at, though nothing that counts had changed
        row.save()
    return changed


def _late(now: str, rows: Sequence[records.Application]) -> list[str]:
    """Applications that changed after they were last counted, or never were."""
    ids = [str(row.application_id) for row in rows]
    known = {key: row.updated_at for key, row in _counted(now, ids).items()}
    return [
        key
        for key, row in zip(ids, rows, strict=True)
        if (at := known.get(key)) is None or (row.updated_at or at) > at
    ]


def _piles(ids: Sequence[str], size: int = 6) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _fold_whole(now: str, application_ids: Sequence[str]) -> int:
    """Fold until nothing is left to do; a long history goes in several transactions."""
    changed = set()
    while moved := _fold(now, application_ids):
        changed |= moved
    return len(changed)


@ledger.retried
def _fold(now: str, application_ids: Sequence[str]) -> set[str]:
    """One transaction's worth; the applications whose contribution moved, none when all stand."""
    # What is counted is read before the record: what changes in between fails the transaction.
    known = _counted(now, application_ids)
    wanted = {key: contribution(fact) for key, fact in telling.facts(application_ids).items()}
    differences: dict[Key, Counts] = {}
    rows: list[Counted] = []
    for key, after in wanted.items():
        before = _standing(known.get(key))
        aim = cells.step_towards(before, after, MOST_ROWS - 1)
        more = cells.difference(before, aim)
        if not more:
            continue
        together = {name: added(differences.get(name, {}), part) for name, part in more.items()}
        if rows and len({*differences, *together}) + len(rows) + 1 > MOST_ROWS:
            break
        differences |= together
        row = known.get(key) or Counted(counted_key(now, key), "counted")
        row.contribution = aim.plain()
        rows.append(row)
    _write(now, differences, rows)
    return {str(row.partition).rsplit("#", 1)[-1] for row in rows}


def _standing(row: Counted | None) -> Contribution | None:
    """What is counted now; each scheme of counting has generations of its own."""
    return None if row is None else Contribution.of(row.contribution)


def _counted(now: str, ids: Iterable[str]) -> dict[str, Counted]:
    keys = [(counted_key(now, key), "counted") for key in ids]
    rows = Counted.batch_get(keys, consistent_read=True) if keys else []
    return {str(row.partition).rsplit("#", 1)[-1]: row for row in rows}


def counted_key(now: str, application_id: str) -> str:
    """The partition of what is counted of an application."""
    return f"figures#{now}#counted#{application_id}"


def partition(now: str, scope: str) -> str:
    """The partition of a scope's cells."""
    return f"figures#{now}#{scope}"


def _write(now: str, differences: dict[Key, Counts], counted: Sequence[Counted]) -> None:
    if not counted:
        return
    keys = [
        (partition(now, scope), sort) for scope, sort in differences if differences[scope, sort]
    ]
    kept = {(row.partition, row.item_id): row for row in _cells(keys)}
    moment = clock.now()
    try:
        with TransactWrite(connection=_connection()) as write:
            for (scope, sort), more in differences.items():
                key = (partition(now, scope), sort)
                if not more:
                    continue
                row = kept.get(key) or FigureCell(*key, body=packed({}))
                row.body = packed(added(unpacked(row.body), more))
                row.updated_at = moment
                write.save(row)
            for noted in counted:
                noted.updated_at = moment
                write.save(noted)
    except TransactWriteError as error:
        raise StaleRecord() from error


def _cells(keys: Sequence[tuple[str, str]]) -> Iterator[FigureCell]:
    return iter(FigureCell.batch_get(list(keys), consistent_read=True)) if keys else iter(())


def _connection() -> Connection:
    return Connection(
        region=settings().region,
        retry_configuration={"mode": "standard", "total_max_attempts": 5},
    )
