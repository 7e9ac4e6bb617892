"""Rows with known answers, and a look at a picture's texts."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from chalicelib.analytics import svg
from chalicelib.analytics.rows import (
    DecidedRow,
    DimensionRow,
    GroupRow,
    JourneyRow,
    OutcomeRow,
    ProfileRow,
    ScoreRow,
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


def scored(*scores: float, cut: float = 80) -> list[ScoreRow]:
    return [ScoreRow(f"a{place:04d}", score, cut) for place, score in enumerate(scores)]


def source_case() -> list[ScoreRow]:
    """The source case: 30 % score 60–70, 50 % 70–80, 20 % 80 and more."""
    return scored(
        *[60.0] * 15, *[69.99] * 15, *[70.0] * 25, *[79.99] * 25, *[80.0] * 10, *[100.0] * 10
    )


def two_dimensions(n: int) -> list[DimensionRow]:
    """Communication means 75, stress tolerance 65, both spread evenly by ±4."""
    rows = []
    for place in range(n):
        off = 4.0 if place % 2 else -4.0
        for key, middle in (("communication", 75.0), ("stress_tolerance", 65.0)):
            rows.append(DimensionRow(f"i{place:03d}", key, NAMES[key], middle + off))
    return rows


def decided(requisition: str, passed: int, n: int, title: str = "") -> list[DecidedRow]:
    name = {"zh": title or requisition, "en": title or requisition}
    return [
        DecidedRow(f"{requisition}-{place}", requisition, name, place < passed)
        for place in range(n)
    ]


def employees(n: int, *, slope: float = 0.03, noise: float = 1.6) -> list[OutcomeRow]:
    rows = []
    for place in range(n):
        score = 62 + wave(place, 37) * 36
        outcome = slope * (score - 80) + noise * 2 * (wave(place, 53) - 0.5)
        rows.append(
            OutcomeRow(f"p{place:05d}", f"E{1000 + place}", score, 80, outcome, place % 3 == 0)
        )
    return rows


def journeys(n: int) -> list[JourneyRow]:
    order = (Stage.APPLIED, Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWED, Stage.PASSED)
    return [JourneyRow(f"a{place}", order[place % 5], None) for place in range(n)]


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
