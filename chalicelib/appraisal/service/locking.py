"""A cycle is locked for good: what it came to is kept person by person, and read from there."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from chalicelib.appraisal.cycle import (
    CycleState,
    CycleStillOpen,
    NotListed,
    check_lock,
    check_over,
)
from chalicelib.appraisal.outcome import Material, Outcome, of_material, reliabilities
from chalicelib.appraisal.reliability import Reliability
from chalicelib.appraisal.result import PaySheet, sheets
from chalicelib.appraisal.service.cycles import cycle, formula_of, people_of, told
from chalicelib.appraisal.service.material import forms_of, material_of, said_of
from chalicelib.appraisal.tables import AppraisalCycle, AppraisalResult
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import digest, dump, load

#: A transaction holds 100 items; some are the ledger's own, one is the cycle.
ROWS_PER_COMMIT = 90
#: DynamoDB takes 4 MB a transaction; a result is about 6 kB.
RESULTS_PER_COMMIT = 60


@ledger.retried
def lock(command: Command, cycle_id: str) -> AppraisalCycle:
    """Close a cycle for good, when everyone listed is rated, excused, or has left.

    Results are written beside what counts; the cycle points at them in the last transaction.
    Raises NotFound, CycleNotOver, CycleLocked, CycleIncomplete.
    """
    row = cycle(cycle_id)
    if ledger.applied(command):
        return row
    check_over(row.ends_on, clock.iso(command.at)[:10])
    forms = forms_of(row)
    material = material_of(row, forms)
    gone = {
        person
        for person, post in material.posts.items()
        if post.left_on and post.left_on <= row.ends_on
    }
    check_lock(CycleState(row.state), people_of(row), material.entries, gone)
    found = of_material(material)
    row.lock_id = command.new_id(f"lock-{row.version}", 12)
    _stage(command, row, found, sheets(material, formula_of(row), said_of(row, forms, locked=True)))
    row.state, row.locked_at = CycleState.LOCKED.value, clock.iso(command.at)
    row.locked_by = command.actor.actor_id
    row.outcomes_hash = digest([dump(each) for each in found])
    if ledger.commit(
        command,
        action="appraisal.locked",
        subject=cycle_id,
        changes=[row],
        announce=[told("appraisal.locked", row)],
        detail={"listed": len(row.listed), "outcomes_hash": row.outcomes_hash},
    ):
        count("AppraisalCycleLocked", cycle_id=cycle_id)
    return cycle(cycle_id)


def _stage(
    command: Command,
    row: AppraisalCycle,
    found: Sequence[Outcome],
    papers: dict[str, PaySheet],
) -> None:
    """Write one result a person that nothing points at yet."""
    for start in range(0, len(found), RESULTS_PER_COMMIT):
        items = [
            result_item(command, row, each, papers[each.person_id])
            for each in found[start : start + RESULTS_PER_COMMIT]
        ]
        ledger.commit(
            command.part(f"results-{row.lock_id}-{start}"),
            action="appraisal.results-staged",
            subject=row.item_id,
            changes=items,
            detail={"lock_id": row.lock_id, "people": len(items)},
        )


def result_item(
    command: Command, row: AppraisalCycle, found: Outcome, paper: PaySheet
) -> AppraisalResult:
    """One person's result as a row, to be committed by the caller."""
    key = result_key(row, found.revision)
    item = AppraisalResult(found.person_id, key, cycle_id=row.item_id, lock_id=row.lock_id)
    item.revision, item.outcome, item.sheet = found.revision, dump(found), dump(paper)
    item.made_by, item.made_at = command.actor.actor_id, clock.iso(command.at)
    return item


def result_key(row: AppraisalCycle, revision: int) -> str:
    """Where a person's result of this revision lies."""
    return f"result#{row.item_id}#{row.lock_id}#{revision:04d}"


def latest_revision(row: AppraisalCycle, person_id: str) -> int:
    """The number of the result that counts for a person."""
    return int(row.revisions.get(person_id, 1))


def outcomes(cycle_id: str, people: Collection[str] | None = None) -> tuple[Outcome, ...]:
    """What a locked cycle says about each person, or about some of them, appeals included.

    Raises NotFound, CycleStillOpen.
    """
    row = _locked(cycle_id)
    if row.lock_id is None:  # locked before results were kept
        every = of_material(material_of(row, forms_of(row)))
        return tuple(each for each in every if people is None or each.person_id in people)
    wanted = [who for who in people_of(row) if people is None or who in people]
    keys = [(who, result_key(row, latest_revision(row, who))) for who in wanted]
    rows = AppraisalResult.batch_get(keys, consistent_read=True) if keys else ()
    found = {each.person_id: each for each in rows}
    return tuple(load(Outcome, found[who].outcome) for who in wanted)


def reliability(cycle_id: str) -> tuple[Reliability, ...]:
    """How reliable a locked cycle's criterion is: alpha, inter-rater, split-half.

    Raises NotFound, CycleStillOpen.
    """
    row = _locked(cycle_id)
    return reliabilities(material_of(row, forms_of(row)))


def _locked(cycle_id: str) -> AppraisalCycle:
    row = cycle(cycle_id)
    if row.state != CycleState.LOCKED:
        raise CycleStillOpen(cycle_id=cycle_id)
    return row


def sheet_of(cycle_id: str, employee_number: str) -> PaySheet:
    """One person's pay appraisal: as it stands now, or as it was locked.

    Raises NotFound, NotListed.
    """
    row = cycle(cycle_id)
    person = listed_person(row, employee_number)
    if row.lock_id is not None:
        key = result_key(row, latest_revision(row, person))
        kept = AppraisalResult.get(person, key, consistent_read=True)
        return load(PaySheet, kept.sheet)
    locked = row.state == CycleState.LOCKED
    return paper(row, material_of(row, forms := forms_of(row)), forms, person, locked=locked)


def paper(
    row: AppraisalCycle,
    material: Material,
    forms: dict[str, list[dict[str, object]]],
    person: str,
    *,
    locked: bool,
) -> PaySheet:
    """One person's sheet, computed beside everyone else's."""
    return sheets(material, formula_of(row), said_of(row, forms, locked=locked))[person]


def results_of(row: AppraisalCycle, person_id: str) -> list[AppraisalResult]:
    """Every result of a person in a locked cycle, the first first."""
    if row.lock_id is None:
        return []
    keys = [
        (person_id, result_key(row, revision))
        for revision in range(1, latest_revision(row, person_id) + 1)
    ]
    found = AppraisalResult.batch_get(keys, consistent_read=True)
    return sorted(found, key=lambda each: int(each.revision))


def revised(found: Outcome, paper_of: PaySheet, revision: int) -> tuple[Outcome, PaySheet]:
    """Both under a later revision's number."""
    return replace(found, revision=revision), replace(paper_of, revision=revision)


def listed_person(row: AppraisalCycle, employee_number: str) -> str:
    """The person with this number in a cycle. Raises NotListed."""
    if employee_number not in row.listed:
        raise NotListed(person_id=employee_number)
    return str(row.listed[employee_number])
