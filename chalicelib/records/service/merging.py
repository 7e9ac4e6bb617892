"""Two files of one human, shown as one: by a named person, with a reason, and to be taken back.

Nothing is moved or deleted: ids carry the person, so every application, upload and result stays
where it is and only a mark says whose it is shown to be.
"""

from typing import Any

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict
from chalicelib.foundation.observability import count
from chalicelib.records.service.people import person
from chalicelib.records.tables import Application, CandidateItem, Person

#: Applications of one person that one transaction can mark beside the two persons.
MOST_APPLICATIONS = 90


class CannotMerge(Conflict):
    """The two files cannot be shown as one as they stand; `code` says why."""

    code = "merge-refused"


@ledger.retried
def merge(command: Command, person_id: str, into: str, reason: str) -> Person:
    """Show one person's file under another's. Raises NotFound, CannotMerge."""
    if ledger.applied(command):
        return person(person_id)
    if person_id == into:
        raise CannotMerge("merge-with-oneself")
    row, target = person(person_id), person(into)
    if row.merged_into or target.merged_into or row.merged:
        raise CannotMerge(person_id=person_id, into=into)
    row.merged_into = into
    target.merged = sorted({*target.merged, person_id})
    _commit(command, "person.merged", "person.joined", (row, target), reason)
    count("PersonMerged")
    return person(person_id)


@ledger.retried
def unmerge(command: Command, person_id: str, reason: str) -> Person:
    """Take a merge back: both files stand by themselves again. Raises NotFound, CannotMerge."""
    row = person(person_id)
    if ledger.applied(command):
        return row
    if not row.merged_into:
        raise CannotMerge("merge-not-there", person_id=person_id)
    target = person(row.merged_into)
    row.merged_into = None
    target.merged = [name for name in target.merged if name != person_id]
    _commit(command, "person.unmerged", "person.left", (row, target), reason)
    count("PersonUnmerged")
    return person(person_id)


def _commit(
    command: Command, own: str, other: str, pair: tuple[Person, Person], reason: str
) -> None:
    row, target = pair
    note: dict[str, Any] = {"action": own, "other": target.person_id, "reason": reason}
    note |= {"by": command.actor.actor_id, "at": clock.iso(command.at)}
    row.merge_notes = [*row.merge_notes, note]
    applications = _applications(row.person_id)
    for application in applications:
        application.merged_into = row.merged_into
    detail = {"person_id": row.person_id, "with": target.person_id}
    ledger.commit_all(
        command,
        [
            ledger.Part(own, row.person_id, (row, *applications), detail=detail),
            ledger.Part(other, target.person_id, (target,), detail=detail),
        ],
    )


def _applications(person_id: str) -> list[Application]:
    rows = CandidateItem.query(
        person_id, CandidateItem.item_id.startswith("application#"), consistent_read=True
    )
    found = [row for row in rows if isinstance(row, Application)]
    if len(found) > MOST_APPLICATIONS:
        raise CannotMerge(person_id=person_id, applications=len(found))
    return found
