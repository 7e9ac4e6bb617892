"""Rows with known answers, and a look at a picture's texts."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from chalicelib.analytics import svg
from chalicelib.analytics.counting import cells as where
from chalicelib.analytics.counting import figures
from chalicelib.analytics.counting.cells import Cell
from chalicelib.analytics.counting.contribution import SCORES, contribution
from chalicelib.analytics.counting.facts import Fact, Place, Step
from chalicelib.analytics.counting.sums import Counts, added
from chalicelib.analytics.rows import (
    EDGES,
    Decided,
    Dimensions,
    Filters,
    GroupRow,
    Journeys,
    OutcomeRow,
    ProfileRow,
    Scores,
)
from chalicelib.records.stages import Stage

NAMES = {
    "customer_need_discovery": {"zh": "客户需求挖掘", "en": "Customer need discovery"},
    "stress_tolerance": {"zh": "抗压能力", "en": "Stress tolerance"},
    "communication": {"zh": "沟通能力", "en": "Communication"},
    "teamwork": {"zh": "团队协作", "en": "Teamwork"},
    "data_driven_decision": {"zh": "数据驱动决策", "en": "Data-driven decision"},
    "learning": {"zh": "学习能力", "en": "Learning"},
}
TAG = "{http://www.w3.org/2000/svg}"


def wave(place: int, step: int) -> float:
    """A figure 0–1 that jumps about, the same every time."""
    return (place * step) % 97 / 97


#: A Monday.
WEEK = "2026-03-02"
AT = f"{WEEK}T09:00:00.000000Z"


def fact(**given: object) -> Fact:
    """An interview of one requisition; `given` replaces parts of it."""
    steps = (Step(Stage.APPLIED, AT), Step(Stage.INTERVIEWED, AT))
    plain = {"place": Place("REQ-1", "retail-sales", "S1", "east", "direct"), "steps": steps}
    return Fact(**(plain | given))  # type: ignore[arg-type]


def counted(facts: Sequence[Fact]) -> dict[where.Key, Counts]:
    """Every cell that some applications are counted in."""
    total: dict[where.Key, Counts] = {}
    for each in facts:
        for key, counts in where.expanded(contribution(each)).items():
            total[key] = added(total.get(key, {}), counts)
    return total


def cells(facts: Sequence[Fact], sheet: str, filters: Filters | None = None) -> list[Cell]:
    """The cells of a sheet as a request reads them."""
    chosen = where.selection(filters or Filters())
    low, high = chosen.between(sheet)
    found = (
        where.cell(sort, counts)
        for (scope, sort), counts in counted(facts).items()
        if scope == chosen.scope and low <= sort <= high
    )
    return [each for each in found if chosen.holds(each)]


def scored(*scores: float, cut: float = 80, edges: tuple[float, ...] = EDGES) -> Scores:
    facts = [fact(composite=score, cut=cut) for score in scores]
    return figures.scores(cells(facts, SCORES), edges)


def source_case(edges: tuple[float, ...] = EDGES) -> Scores:
    """The source case: 30 % score 60–70, 50 % 70–80, 20 % 80 and more."""
    low, middle = [60.0] * 15 + [69.99] * 15, [70.0] * 25 + [79.99] * 25
    return scored(*low, *middle, *[80.0] * 10, *[100.0] * 10, edges=edges)


def dimensions(*interviews: dict[str, float | None]) -> Dimensions:
    facts = [fact(scores=scores) for scores in interviews]
    return figures.dimensions(cells(facts, SCORES), NAMES)


def two_scores(n: int) -> list[dict[str, float | None]]:
    """Communication means 75, stress tolerance 65, both spread evenly by ±4."""
    offs = [4.0 if place % 2 else -4.0 for place in range(n)]
    return [{"communication": 75 + off, "stress_tolerance": 65 + off} for off in offs]


def two_dimensions(n: int) -> Dimensions:
    return dimensions(*two_scores(n))


def decided(requisition: str, passed: int, n: int, title: str = "") -> list[Decided]:
    name = {"zh": title or requisition, "en": title or requisition}
    return [Decided(requisition, name, passed, n)]


def employees(n: int, *, slope: float = 0.03, noise: float = 1.6) -> list[OutcomeRow]:
    rows = []
    for place in range(n):
        score = 62 + wave(place, 37) * 36
        outcome = slope * (score - 80) + noise * 2 * (wave(place, 53) - 0.5)
        rows.append(
            OutcomeRow(f"p{place:05d}", f"E{1000 + place}", score, 80, outcome, place % 3 == 0)
        )
    return rows


def journeys(n: int) -> list[Journeys]:
    order = (Stage.APPLIED, Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWED, Stage.PASSED)
    return [Journeys(stage, len(range(place, n, 5)), 0) for place, stage in enumerate(order)]


def grouped(group: str, selected: int, n: int) -> list[GroupRow]:
    return [
        GroupRow(f"{group}{place}", group, place < selected, 50.0 + place) for place in range(n)
    ]


def profile(missing: Sequence[str] = ()) -> list[ProfileRow]:
    return [
        ProfileRow(key, name, None if key in missing else 52.5 + 7 * place, 70.0)
        for place, (key, name) in enumerate(NAMES.items())
    ]


def parsed(picture: str) -> ET.Element:
    """The picture as XML; it is our own, so nothing hostile is parsed."""
    return ET.fromstring(picture)


def texts(picture: str) -> list[tuple[str, svg.Box]]:
    """Every text of a picture with the room it takes."""
    found = []
    for item in parsed(picture).iter(f"{TAG}text"):
        content, anchor = item.text or "", item.get("text-anchor", "start")
        at = (float(item.get("x", "0")), float(item.get("y", "0")))
        size = float(item.get("font-size", "0"))
        found.append((content, svg.text_box(at, content, anchor=anchor, size=size)))
    return found
