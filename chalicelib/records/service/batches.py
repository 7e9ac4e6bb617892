"""Piles of résumé files: what was announced together, and how each file stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ids
from chalicelib.foundation.errors import NotFound
from chalicelib.records.tables import Application, CandidateItem, Person, ResumeBatch, Upload


@dataclass(frozen=True)
class OpenFile:
    """An announced file with what it belongs to, as they stand now."""

    upload: Upload
    application: Application
    person: Person


def batch(requisition_id: str, batch_id: str) -> ResumeBatch:
    """One pile of a requisition. Raises NotFound."""
    try:
        return ResumeBatch.get(f"resume-batch#{requisition_id}", batch_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("batch-unknown", batch_id=batch_id) from error


def batches(requisition_id: str) -> list[ResumeBatch]:
    """The piles of a requisition, the latest first."""
    rows = ResumeBatch.query(f"resume-batch#{requisition_id}")
    return sorted(rows, key=lambda row: row.started_at, reverse=True)


def files_of(batch_id: str) -> list[Upload]:
    """The files of a pile in the order in which they were announced, by one query."""
    rows = CandidateItem.by_requisition.query(f"batch#{batch_id}")
    return [row for row in rows if isinstance(row, Upload)]


def open_files(keys: Iterable[str]) -> dict[str, OpenFile]:
    """The announced files behind some objects' keys, by key, by one read; unknown ones left out."""
    wanted = {key: _items_behind(key) for key in keys}
    pairs = dict.fromkeys(pair for items in wanted.values() for pair in items)
    rows = CandidateItem.batch_get(list(pairs), consistent_read=True) if pairs else ()
    found = {(row.person_id, row.item_id): row for row in rows}
    opened = {}
    for key, items in wanted.items():
        match [found.get(item) for item in items]:
            case [Upload() as file, Application() as application, Person() as person]:
                opened[key] = OpenFile(file, application, person)
    return opened


def applicants(application_ids: Iterable[str]) -> dict[str, tuple[Application, Person]]:
    """Applications with their persons, by application, by one read; unknown ones left out."""
    names = dict.fromkeys(application_ids)
    keys = {name: (ids.person_of(name), f"application#{name}") for name in names}
    pairs = dict.fromkeys([*keys.values(), *((person, "person") for person, _ in keys.values())])
    rows = CandidateItem.batch_get(list(pairs), consistent_read=True) if pairs else ()
    found = {(row.person_id, row.item_id): row for row in rows}
    known = {}
    for name, key in keys.items():
        match found.get(key), found.get((key[0], "person")):
            case Application() as application, Person() as person:
                known[name] = (application, person)
    return known


def _items_behind(key: str) -> list[tuple[str, str]]:
    """The items of a key `resumes/<application>/<upload>`; none for any other."""
    match key.split("/"):
        case ["resumes", application_id, upload_id] if application_id and upload_id:
            person_id = ids.person_of(upload_id)
            names = (f"upload#{upload_id}", f"application#{application_id}", "person")
            return [(person_id, name) for name in names]
    return []
