"""What a cycle rests on, read in a few batches: entries, readings, goals, forms, posts."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from chalicelib.appraisal.cycle import Entry
from chalicelib.appraisal.forms import PARTS, FormKind, Voice, rating_of
from chalicelib.appraisal.goals import Goal
from chalicelib.appraisal.kpis import Reading
from chalicelib.appraisal.outcome import Material, Post
from chalicelib.appraisal.result import Said, voices_of
from chalicelib.appraisal.service.cycles import cycle, kpis_of, people_of
from chalicelib.appraisal.tables import (
    Appraisal,
    AppraisalCycle,
    GoalSheet,
    KpiReading,
    RatingForms,
)
from chalicelib.foundation.values import load
from chalicelib.records import service as records

T = TypeVar("T", Appraisal, GoalSheet, KpiReading, RatingForms)

Form = dict[str, Any]


def _by_person(table: type[T], people: Iterable[str], item_id: str) -> dict[str, T]:
    keys = [(person, item_id) for person in people]
    return {row.person_id: row for row in table.batch_get(keys, consistent_read=True)}


def appraisals(cycle_id: str) -> dict[str, Appraisal]:
    """What was entered in a cycle, by person. Raises NotFound."""
    return _by_person(Appraisal, people_of(cycle(cycle_id)), f"appraisal#{cycle_id}")


def entry(row: AppraisalCycle, person_id: str) -> Appraisal | None:
    """What was entered on one person in a cycle, None before anything was."""
    return _by_person(Appraisal, [person_id], f"appraisal#{row.item_id}").get(person_id)


def readings(cycle_id: str) -> list[Reading]:
    """The KPI values that count in a cycle. Raises NotFound."""
    return readings_of(cycle(cycle_id))


def readings_of(row: AppraisalCycle) -> list[Reading]:
    """The KPI values that count in a cycle, by employee number and KPI."""
    if row.active_import is None:
        return []
    people = people_of(row)
    found = _by_person(KpiReading, people, f"kpi#{row.item_id}#{row.active_import}")
    return [
        Reading(person, kpi, float(value), (found[person].months or {}).get(kpi, {}))
        for person in people
        if person in found
        for kpi, value in sorted(found[person].values.items())
    ]


def forms_of(row: AppraisalCycle, people: Sequence[str] | None = None) -> dict[str, list[Form]]:
    """Every form of a cycle by person; who gave which answer must not leave the service."""
    whose = people_of(row) if people is None else people
    found = _by_person(RatingForms, whose, f"forms#{row.item_id}")
    return {person: list(each.forms) for person, each in found.items()}


def goals_of(row: AppraisalCycle, people: Sequence[str] | None = None) -> dict[str, list[Goal]]:
    """Every employee's goals in a cycle by person."""
    whose = people_of(row) if people is None else people
    found = _by_person(GoalSheet, whose, f"goals#{row.item_id}")
    return {person: [load(Goal, goal) for goal in each.goals] for person, each in found.items()}


def material_of(row: AppraisalCycle, forms: dict[str, list[Form]]) -> Material:
    """The cycle in values, research ratings of blind raters in the entries."""
    return Material(
        kpis=kpis_of(row),
        listed=row.listed,
        entries=_entries(row, forms),
        readings=readings_of(row),
        posts=posts_of(row),
        ends_on=row.ends_on,
    )


def said_of(row: AppraisalCycle, forms: dict[str, list[Form]], *, locked: bool) -> Said:
    """Goals, and what raters of each kind said as far as it may be given out."""
    spoken = {person: voices(each, locked=locked) for person, each in forms.items()}
    empty = voices_of({}, {}, locked=locked)
    return Said(goals_of(row), {person: spoken.get(person, empty) for person in people_of(row)})


def voices(forms: Sequence[Form], *, locked: bool) -> tuple[Voice, ...]:
    """What raters of every kind said in these forms."""
    own = {kind: [form for form in forms if form["kind"] == kind] for kind in PARTS}
    asked = {kind: len(each) for kind, each in own.items()}
    given = {kind: [f["answers"] for f in each if f["answers"]] for kind, each in own.items()}
    return voices_of(asked, given, locked=locked)


def posts_of(row: AppraisalCycle) -> dict[str, Post]:
    """Where and since when everyone of a cycle's job family works, by person."""
    return {
        each.person_id: Post(
            each.store_id, each.hired_at[:10], each.left_on or "", each.leaving or ""
        )
        for each in records.employees(row.job_family)
    }


def _entries(row: AppraisalCycle, forms: dict[str, list[Form]]) -> dict[str, Entry]:
    entered = _by_person(Appraisal, people_of(row), f"appraisal#{row.item_id}")
    found = {}
    for person in people_of(row):
        own, research = entered.get(person), _research(forms.get(person, []))
        if own is not None:
            rating = int(own.rating) if own.rating is not None else None
            found[person] = Entry(rating, own.excuse, own.contaminated, research)
        elif research:
            found[person] = Entry(research=research)
    return found


def _research(forms: Sequence[Form]) -> tuple[float, ...]:
    """The blind raters' research ratings, in an order that names nobody."""
    return tuple(
        sorted(
            rating_of(form["answers"])
            for form in forms
            if form["kind"] == FormKind.RESEARCH and form["answers"] and not form["contaminated"]
        )
    )
