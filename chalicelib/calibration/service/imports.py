"""Past interviews from before this system, brought in whole."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from pynamodb.exceptions import DoesNotExist
from pynamodb.models import Model

from chalicelib.appraisal.sheet import Imported
from chalicelib.calibration import history
from chalicelib.calibration.history import History, PastRow
from chalicelib.calibration.tables import HistoryImport, PastInterview
from chalicelib.foundation import ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import digest
from chalicelib.interviewing import service as interviewing
from chalicelib.onboarding.hire import may_be_given
from chalicelib.records import service as records
from chalicelib.records.tables import SHARDS, shard

PARTITION = "history-import"
ITEM = "past-interview"
#: A transaction holds 100 items; some are the ledger's own.
ITEMS_PER_COMMIT = 90


@ledger.retried
def import_history(command: Command, content: bytes) -> Imported:
    """Import past interviews and the employees they led to, or report problems and write nothing.

    Rows count as soon as the import's own row stands, which the last transaction writes; a broken
    import is completed by sending the file again. Raises Conflict for a reused command.
    """
    import_id = command.new_id("history", 12)
    if ledger.applied(command):
        return _imported(import_id)
    regions = {row.item_id: row.region for row in records.stores()}
    found = history.read(content, history.Known(_dimensions, regions, _taken))
    if found.problems:
        return Imported(import_id, 0, 0, found.problems)
    for part in _parts(found.rows):
        _stage(command, import_id, replace(found, rows=part), regions)
    return _finish(command, import_id, found, content)


def past_interviews(job_family: str) -> list[PastInterview]:
    """Imported interviews of a job family that count, by person."""
    complete = {row.item_id for row in HistoryImport.query(PARTITION, consistent_read=True)}
    rows = [
        row
        for number in range(SHARDS)
        for row in PastInterview.by_requisition.query(f"past#{job_family}#{number}")
        if isinstance(row, PastInterview) and row.import_id in complete
    ]
    return sorted(rows, key=lambda row: row.person_id)


def past_interviews_of(job_family: str, people: Sequence[str]) -> dict[str, PastInterview]:
    """Imported interviews that count, of these people alone."""
    found = {who: row for who, row in _past(people).items() if row.job_family == job_family}
    complete = _complete(row.import_id for row in found.values())
    return {who: row for who, row in found.items() if row.import_id in complete}


def _dimensions(job_family: str, version: int) -> tuple[str, ...] | None:
    try:
        model = interviewing.model(job_family, version)
    except NotFound:
        return None
    return tuple(dimension.key for dimension in model.dimensions)


def _taken(numbers: Collection[str]) -> set[str]:
    """Which numbers are somebody's; one left behind by a broken import is free.

    An imported person's id follows from the number, so a file is asked about by the hundred; only
    a number that could be of somebody hired here is looked for by itself.
    """
    people = [records.imported_person_id(number) for number in sorted(numbers)]
    found = {row.person_id: row.employee_number for row in records.employees_of(people)}
    others = sorted(filter(may_be_given, {*numbers} - {*found.values()}))
    found |= {who: number for number in others if (who := _holder(number))}
    past = _past(sorted(found))
    complete = _complete(row.import_id for row in past.values())
    return {
        number
        for who, number in found.items()
        if who not in past or past[who].import_id in complete
    }


def _holder(number: str) -> str:
    try:
        return str(records.employee_by_number(number).person_id)
    except NotFound:
        return ""


def _complete(import_ids: Iterable[str]) -> set[str]:
    """Which of these imports were finished."""
    keys = [(PARTITION, import_id) for import_id in sorted({*import_ids})]
    rows = HistoryImport.batch_get(keys, consistent_read=True) if keys else ()
    return {row.item_id for row in rows}


def _past(people: Sequence[str]) -> dict[str, PastInterview]:
    keys = [(person, ITEM) for person in people]
    rows = PastInterview.batch_get(keys, consistent_read=True) if keys else ()
    return {row.person_id: row for row in rows}


def _person_id(row: PastRow) -> str:
    if row.hired:
        return records.imported_person_id(row.employee_number)
    return ids.derived_id(f"imported-applicant/{row.reference}", ids.PERSON_LENGTH)


def _parts(rows: Sequence[PastRow]) -> Iterator[tuple[PastRow, ...]]:
    """The rows of each transaction: by the file alone, so that every try makes the same parts."""
    part: list[PastRow] = []
    items = 0
    for row in rows:
        needed = 3 if row.hired else 1  # the interview; person and employee of who was hired
        if items + needed > ITEMS_PER_COMMIT:
            yield tuple(part)
            part, items = [], 0
        part.append(row)
        items += needed
    yield tuple(part)


def _items(
    command: Command, import_id: str, part: History, regions: dict[str, str]
) -> Iterator[Model]:
    """The items of a part; person and employee only where an earlier import left none."""
    known = _past([_person_id(row) for row in part.rows])
    for row in part.rows:
        person_id = _person_id(row)
        yield _interview(known.get(person_id), import_id, part, row)
        if row.hired and person_id not in known:
            yield from records.import_employee(command, _employee(row, part, regions))


def _employee(row: PastRow, found: History, regions: dict[str, str]) -> records.NewEmployee:
    return records.NewEmployee(
        records.imported_person_id(row.employee_number),
        row.employee_number,
        row.name,
        found.job_family,
        row.store,
        regions[row.store],
        row.hired_on,
        origin="imported",
    )


def _interview(
    known: PastInterview | None, import_id: str, found: History, row: PastRow
) -> PastInterview:
    person_id = _person_id(row)
    item = known or PastInterview(person_id, ITEM)
    item.import_id, item.reference = import_id, row.reference
    item.job_family, item.model_version = found.job_family, found.model_version
    item.ratings, item.composite, item.hired = row.ratings, row.composite, row.hired
    item.list_key = f"past#{found.job_family}#{shard(person_id)}"
    item.list_sort = person_id
    return item


def _stage(command: Command, import_id: str, part: History, regions: dict[str, str]) -> None:
    wish = command.part(f"history-{digest([row.reference for row in part.rows])}")
    if ledger.applied(wish):
        return
    items = list(_items(command, import_id, part, regions))
    ledger.commit(
        wish,
        action="history.staged",
        subject=import_id,
        changes=items,
        detail={"items": len(items)},
    )


def _finish(command: Command, import_id: str, found: History, content: bytes) -> Imported:
    row = HistoryImport(PARTITION, import_id, job_family=found.job_family)
    row.model_version, row.rows = found.model_version, len(found.rows)
    row.hired = sum(each.hired for each in found.rows)
    row.sha256 = hashlib.sha256(content).hexdigest()
    row.imported_by = command.actor.actor_id
    detail = {"rows": row.rows, "hired": row.hired, "sha256": row.sha256}
    if ledger.commit(
        command, action="history.imported", subject=import_id, changes=[row], detail=detail
    ):
        count("HistoryImported", row.rows, job_family=found.job_family)
    return _imported(import_id)


def _imported(import_id: str) -> Imported:
    try:
        row = HistoryImport.get(PARTITION, import_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound(import_id=import_id) from error
    return Imported(import_id, int(row.rows), int(row.hired))
