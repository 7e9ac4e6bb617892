"""Appeals: HR records what the employee objects to, a second named person decides.

A granted appeal makes a later revision of one person's result; what was locked stays as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pynamodb.exceptions import DoesNotExist

from chalicelib.appraisal.appeal import (
    AppealOpen,
    AppealState,
    AppealTooEarly,
    NothingCorrected,
    check_decision,
)
from chalicelib.appraisal.cycle import CycleState, Entry, ReasonMissing, check_rating
from chalicelib.appraisal.imports import Expected, take_kpis
from chalicelib.appraisal.kpis import KpisUnsound, Reading
from chalicelib.appraisal.outcome import Material, of_material
from chalicelib.appraisal.service.cycles import cycle, kpis_of
from chalicelib.appraisal.service.locking import (
    latest_revision,
    listed_person,
    paper,
    result_item,
    revised,
)
from chalicelib.appraisal.service.material import entry, forms_of, material_of
from chalicelib.appraisal.tables import Appeal, AppraisalCycle, AppraisalResult
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement


@dataclass(frozen=True)
class Correction:
    """What a granted appeal changes: the rating 1–5, and KPI values in their units."""

    rating: int | None = None
    kpis: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Ruling:
    """What is decided on an appeal: None declines it."""

    reason: str
    granted: Correction | None = None


@ledger.retried
def record_appeal(command: Command, cycle_id: str, employee_number: str, reason: str) -> Appeal:
    """Record an employee's appeal against a locked result.

    Raises NotFound, NotListed, ReasonMissing, AppealTooEarly, AppealOpen.
    """
    row = cycle(cycle_id)
    person, appeal_id = listed_person(row, employee_number), command.new_id("appeal", 12)
    if not ledger.applied(command):
        if row.lock_id is None:
            raise AppealTooEarly(cycle_id=cycle_id)
        if not reason.strip():
            raise ReasonMissing()
        if any(each.state == AppealState.OPEN for each in appeals_of(row, person)):
            raise AppealOpen(employee_number=employee_number)
        item = Appeal(person, f"appeal#{cycle_id}#{appeal_id}", cycle_id=cycle_id)
        item.appeal_id, item.reason = appeal_id, reason.strip()
        item.recorded_by, item.recorded_at = command.actor.actor_id, clock.iso(command.at)
        ledger.commit(
            command,
            action="appraisal.appealed",
            subject=cycle_id,
            changes=[item],
            announce=[Announcement("appraisal.appealed", cycle_id, {"appeal_id": appeal_id})],
            detail={"person_id": person, "appeal_id": appeal_id},
        )
        count("AppraisalAppealed", cycle_id=cycle_id)
    return appeal(cycle_id, person, appeal_id)


@ledger.retried
def decide_appeal(
    command: Command,
    cycle_id: str,
    employee_number: str,
    appeal_id: str,
    ruling: Ruling,
) -> Appeal:
    """Grant an appeal with what it corrects, or decline it, as a second named person.

    Raises NotFound, NotListed, ReasonMissing, AppealDecided, SecondPersonRequired,
    NothingCorrected, RatingOutOfScale, KpisUnsound.
    """
    row = cycle(cycle_id)
    item = appeal(cycle_id, listed_person(row, employee_number), appeal_id)
    if ledger.applied(command):
        return item
    _check(command, row, item, ruling.reason)
    changes: list[Appeal | AppraisalCycle | AppraisalResult] = [item]
    item.state = AppealState.DECLINED.value
    if ruling.granted is not None:
        changes += _grant(command, row, item, ruling.granted)
    item.decided_by, item.decided_at = command.actor.actor_id, clock.iso(command.at)
    item.decision_reason = ruling.reason.strip()
    ledger.commit(
        command,
        action=f"appraisal.appeal-{item.state}",
        subject=cycle_id,
        changes=changes,
        announce=[Announcement("appraisal.appeal-decided", cycle_id, {"appeal_id": appeal_id})],
        detail={"person_id": item.person_id, "appeal_id": appeal_id, "state": item.state},
    )
    count("AppealDecided", cycle_id=cycle_id, state=item.state)
    return appeal(cycle_id, item.person_id, appeal_id)


def _check(command: Command, row: AppraisalCycle, item: Appeal, reason: str) -> None:
    entered = entry(row, item.person_id)
    rater = frozenset({entered.entered_by}) if entered else frozenset()
    concerned = rater | {item.recorded_by}
    check_decision(AppealState(item.state), command.actor.actor_id, concerned)
    if not reason.strip():
        raise ReasonMissing()


def _grant(
    command: Command, row: AppraisalCycle, item: Appeal, granted: Correction
) -> list[AppraisalCycle | AppraisalResult]:
    if granted.rating is None and not granted.kpis:
        raise NothingCorrected()
    if granted.rating is not None:
        check_rating(granted.rating)
    _check_values(row, granted.kpis)
    revision = latest_revision(row, item.person_id) + 1
    item.state, item.revision = AppealState.GRANTED.value, revision
    item.rating, item.kpis = granted.rating, dict(granted.kpis)
    item.contaminated = may_see(command.actor, Fields.SCORE)
    forms = forms_of(row)
    material = _corrected(row, material_of(row, forms), item)
    outcome = next(each for each in of_material(material) if each.person_id == item.person_id)
    sheet = paper(row, material, forms, item.person_id, locked=row.state == CycleState.LOCKED)
    kept = result_item(command, row, *revised(outcome, sheet, revision))
    kept.appeal_id = item.appeal_id
    row.revisions = {**row.revisions, item.person_id: revision}
    return [row, kept]


def _check_values(row: AppraisalCycle, values: Mapping[str, float]) -> None:
    kpis = {kpi.key: kpi for kpi in kpis_of(row)}
    given = [
        {"employee_number": "-", "kpi": key, "value": value, "unit": kpis[key].unit}
        if key in kpis
        else {"employee_number": "-", "kpi": key, "value": value, "unit": ""}
        for key, value in values.items()
    ]
    problems = take_kpis(given, Expected(("-",), kpis)).problems
    if problems:
        raise KpisUnsound(problem=problems[0].code, kpi=list(values)[problems[0].row - 1])


def _corrected(row: AppraisalCycle, material: Material, item: Appeal) -> Material:
    """The cycle as it was locked, with all that this person's appeals put right."""
    person = item.person_id
    known = material.entries.get(person, Entry())
    values: dict[str, float] = {}
    earlier = [each for each in appeals_of(row, person) if each.revision is not None]
    for each in [*sorted(earlier, key=lambda one: int(one.revision)), item]:
        values |= {key: float(value) for key, value in each.kpis.items()}
        if each.rating is not None:
            known = replace(
                known, rating=int(each.rating), excuse="", contaminated=bool(each.contaminated)
            )
    rest = [r for r in material.readings if r.person_id != person or r.kpi not in values]
    own = [Reading(person, key, value) for key, value in sorted(values.items())]
    return replace(material, entries={**material.entries, person: known}, readings=[*rest, *own])


def appeal(cycle_id: str, person_id: str, appeal_id: str) -> Appeal:
    """One appeal. Raises NotFound."""
    try:
        return Appeal.get(person_id, f"appeal#{cycle_id}#{appeal_id}", consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("appeal-unknown", appeal_id=appeal_id) from error


def appeals_of(row: AppraisalCycle, person_id: str) -> list[Appeal]:
    """Every appeal of a person in a cycle, the first first."""
    begins = Appeal.item_id.startswith(f"appeal#{row.item_id}#")
    found = Appeal.query(person_id, begins, consistent_read=True)
    return sorted(found, key=lambda each: str(each.recorded_at))
