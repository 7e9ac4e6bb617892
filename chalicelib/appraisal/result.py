"""A person's pay appraisal, part by part: what was measured, what it weighs, what it comes to."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chalicelib.appraisal.criterion import columns
from chalicelib.appraisal.cycle import Entry
from chalicelib.appraisal.forms import PARTS, FormKind, Voice, points_of, voice
from chalicelib.appraisal.formula import Part, Total, total
from chalicelib.appraisal.goals import Goal
from chalicelib.appraisal.goals import points as goal_points
from chalicelib.appraisal.outcome import Material


@dataclass(frozen=True)
class KpiLine:
    """One KPI of one person: `value` in its unit, `z` in SD units, `points` 0–100; None if none.

    `points` is the share of colleagues, in percent, whom a normal spread would place below.
    """

    key: str
    weight: int
    value: float | None
    z: float | None
    points: float | None


@dataclass(frozen=True)
class PaySheet:
    """The appraisal of one person in one cycle; `rating` is the manager's, 1–5."""

    person_id: str
    employee_number: str
    kpis: tuple[KpiLine, ...]
    goals: tuple[Goal, ...]
    rating: int | None
    excused: str
    voices: tuple[Voice, ...]
    total: Total
    revision: int = 1


@dataclass(frozen=True)
class Said:
    """What was said of people beside KPIs and the manager's rating, by person id."""

    goals: Mapping[str, Sequence[Goal]] = field(default_factory=dict)
    voices: Mapping[str, Sequence[Voice]] = field(default_factory=dict)


def sheets(material: Material, formula: Mapping[Part, int], said: Said) -> dict[str, PaySheet]:
    """The pay appraisal of everyone listed, by person.

    Parameters
    ----------
    material : the cycle; a rating counts here whoever gave it, for it is about pay.
    formula : declared parts → weights that sum to 100.
    said : goals and what raters of each kind said.

    Returns
    -------
    Person → PaySheet; the excused have parts and no total.
    """
    scaled = columns(material.kpis, material.readings, material.stores)
    raw = {(reading.person_id, reading.kpi): reading.value for reading in material.readings}
    found = {}
    for number, person in sorted(material.listed.items()):
        lines = tuple(
            _line(
                kpi.key,
                kpi.weight,
                raw.get((person, kpi.key)),
                scaled.get(kpi.key, {}).get(person),
            )
            for kpi in material.kpis
        )
        found[person] = _sheet(material, formula, said, (number, person, lines))
    return found


def _line(key: str, weight: int, value: float | None, z: float | None) -> KpiLine:
    return KpiLine(key, weight, value, z, None if z is None else 100 * below(z))


def below(z: float) -> float:
    """Share 0–1 of a normal distribution below z."""
    return 0.5 * (1 + math.erf(z / math.sqrt(2)))


def _sheet(
    material: Material,
    formula: Mapping[Part, int],
    said: Said,
    whose: tuple[str, str, tuple[KpiLine, ...]],
) -> PaySheet:
    number, person, lines = whose
    entry = material.entries.get(person, Entry())
    goals = tuple(said.goals.get(person, ()))
    voices = tuple(said.voices.get(person, ()))
    points: dict[Part, float | None] = {
        Part.KPI: kpi_points(lines),
        Part.GOALS: goal_points(goals),
        Part.MANAGER: None if entry.rating is None else points_of(entry.rating),
    }
    points |= {PARTS[each.kind]: each.points for each in voices}
    notes = {PARTS[each.kind]: each.note for each in voices if each.note}
    counted = total({} if entry.excuse else formula, points, notes)
    return PaySheet(person, number, lines, goals, entry.rating, entry.excuse, voices, counted)


def kpi_points(lines: Sequence[KpiLine]) -> float | None:
    """Measured KPIs by their weights, 0–100; None when none of any weight was measured."""
    measured = [(each.weight, each.points) for each in lines if each.points is not None]
    weight = sum(each for each, _ in measured)
    return sum(w * p for w, p in measured) / weight if weight else None


def voices_of(
    asked: Mapping[FormKind, int],
    given: Mapping[FormKind, Sequence[Mapping[str, int]]],
    *,
    locked: bool,
) -> tuple[Voice, ...]:
    """What raters of every kind said of one person, as far as it may be given out."""
    return tuple(
        voice(kind, asked.get(kind, 0), given.get(kind, ()), locked=locked) for kind in PARTS
    )
