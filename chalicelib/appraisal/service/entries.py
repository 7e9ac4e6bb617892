"""What is entered in an open cycle: the manager's ratings, and excuses for having none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.appraisal.cycle import CycleState, ReasonMissing, check_entry, check_rating
from chalicelib.appraisal.service.cycles import cycle, moment, open_row
from chalicelib.appraisal.service.locking import ROWS_PER_COMMIT
from chalicelib.appraisal.tables import Appraisal, AppraisalCycle
from chalicelib.foundation import ledger
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count


@dataclass(frozen=True)
class Given:
    """One rating, 1–5."""

    employee_number: str
    rating: int
    comment: str = ""


def rate(
    command: Command, cycle_id: str, person_id: str, rating: int, comment: str = ""
) -> Appraisal:
    """Rate one employee. Raises NotFound, CycleLocked, NotListed, RatingOutOfScale."""
    row = cycle(cycle_id)
    check_entry(CycleState(row.state), set(row.listed.values()), person_id)
    _enter(command, cycle_id, {person_id: (check_rating(rating), comment)})
    return Appraisal.get(person_id, f"appraisal#{cycle_id}", consistent_read=True)


def rate_many(command: Command, cycle_id: str, given: Sequence[Mapping[str, Any]]) -> int:
    """Rate employees by number; nothing is written when one rating cannot stand. How many.

    Each entry has the fields of `Given`. Raises NotFound, CycleLocked, NotListed, RatingOutOfScale.
    """
    row = cycle(cycle_id)
    wanted: dict[str, tuple[int, str]] = {}
    for each in (Given(**entry) for entry in given):
        check_entry(CycleState(row.state), row.listed, each.employee_number)
        wanted[row.listed[each.employee_number]] = (check_rating(each.rating), each.comment)
    people = sorted(wanted)
    for start in range(0, len(people), ROWS_PER_COMMIT):
        part = command if len(people) <= ROWS_PER_COMMIT else command.part(f"ratings-{start}")
        _enter(
            part, cycle_id, {who: wanted[who] for who in people[start : start + ROWS_PER_COMMIT]}
        )
    return len(people)


@ledger.retried
def excuse(command: Command, cycle_id: str, person_id: str, reason: str) -> Appraisal:
    """Say why an employee is not rated. Raises NotFound, CycleLocked, NotListed, ReasonMissing."""
    row = cycle(cycle_id)
    if not ledger.applied(command):
        check_entry(CycleState(row.state), set(row.listed.values()), person_id)
        if not reason.strip():
            raise ReasonMissing()
        item = _items(command, cycle_id, [person_id])[person_id]
        row.rated = int(row.rated) - (item.rating is not None)
        item.rating, item.comment, item.excuse = None, "", reason.strip()[:500]
        _commit(command, row, [item], "appraisal.excused")
    return Appraisal.get(person_id, f"appraisal#{cycle_id}", consistent_read=True)


@ledger.retried
def _enter(command: Command, cycle_id: str, wanted: Mapping[str, tuple[int, str]]) -> None:
    if ledger.applied(command):
        return
    row = open_row(cycle_id)
    seen_scores = may_see(command.actor, Fields.SCORE)
    items = _items(command, cycle_id, sorted(wanted))
    row.rated = int(row.rated) + sum(item.rating is None for item in items.values())
    for person, (rating, comment) in wanted.items():
        item = items[person]
        item.rating, item.comment, item.excuse = rating, comment[:2000], ""
        item.contaminated = seen_scores
    _commit(command, row, list(items.values()), "appraisal.rated")


def _items(command: Command, cycle_id: str, people: Sequence[str]) -> dict[str, Appraisal]:
    """The people's items in this cycle, new where there is none, marked with who enters now."""
    key = f"appraisal#{cycle_id}"
    found = Appraisal.batch_get([(person, key) for person in set(people)], consistent_read=True)
    items = {row.person_id: row for row in found}
    for person in people:
        item = items.setdefault(person, Appraisal(person, key, cycle_id=cycle_id))
        if item.entered_at:
            item.history = [*item.history, _stood(item)]
        now = moment(command)
        item.entered_by, item.entered_at = now["by"], now["at"]
    return items


def _stood(item: Appraisal) -> dict[str, Any]:
    """What stood there until now."""
    return {
        "rating": None if item.rating is None else int(item.rating),
        "comment": item.comment,
        "excuse": item.excuse,
        "by": item.entered_by,
        "at": item.entered_at,
    }


def _commit(command: Command, row: AppraisalCycle, items: list[Appraisal], action: str) -> None:
    # The cycle's version is part of the write: it may not be locked while a rating is entered.
    ledger.commit(
        command,
        action=action,
        subject=row.item_id,
        changes=[*items, row],
        detail={"people": len(items)},
    )
    count("AppraisalsEntered", len(items), cycle_id=row.item_id)
