"""The door: what it reads, and what it shows to whom."""

import random
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.analytics import service
from chalicelib.analytics.counting.cells import Cell
from chalicelib.analytics.findings import FUNNEL
from chalicelib.analytics.rows import Opinions
from chalicelib.analytics.service import ChartUnknown, Filters, people, reading, sampling
from chalicelib.foundation.access import Fields
from chalicelib.foundation.errors import Forbidden
from chalicelib.foundation.messages import MESSAGES
from chalicelib.interviewing.usage import Tally
from chalicelib.records.stages import Stage
from tests.unit.analytics import cases, weekly
from tests.unit.analytics.test_counting import steps

HIRED = (Stage.APPLIED, Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWED, Stage.PASSED, Stage.HIRED)
REJECTED = (*HIRED[:4], Stage.REJECTED)


class World:
    """Forty people interviewed for one requisition, twenty hired, six more from history."""

    def __init__(self) -> None:
        self.sheets: list[str] = []
        self.files_read = 0
        self.facts = [
            cases.fact(
                steps=steps(*(HIRED if place < 20 else REJECTED)),
                composite=60.0 + place,
                scores={"teamwork": 75.0, "learning": 65.0, "communication": None},
                outcome=place / 10 - 1 if place < 20 else None,
            )
            for place in range(40)
        ]

    def cells(self, reader: Any, sheet: str, filters: Filters | None = None) -> list[Cell]:
        self.sheets.append(sheet)
        return cases.cells(self.facts, sheet, filters or reader.filters)

    def requisitions(self) -> list[Any]:
        title = {"zh": "店员", "en": "Sales associate"}
        return [
            SimpleNamespace(item_id="REQ-1", title=title, job_family="retail-sales", cut_score=80)
        ]

    def stores(self) -> list[Any]:
        return [SimpleNamespace(item_id="S1", name={"zh": "一店", "en": "Store one"})]

    def users(self) -> list[Any]:
        return [SimpleNamespace(item_id="a", name="Li Na", email="")]

    def families(self) -> list[Any]:
        return [SimpleNamespace(job_family="retail-sales")]

    def versions(self, job_family: str) -> list[Any]:
        names = {"teamwork": "Teamwork", "learning": "Learning"}
        dimensions = [
            SimpleNamespace(key=key, name={"zh": key, "en": name}) for key, name in names.items()
        ]
        return [SimpleNamespace(dimensions=dimensions)]

    def questions(self) -> list[Any]:
        text = {"zh": "题目", "en": "Tell us"}
        return [SimpleNamespace(question_id="q1", version=2, text=text, job_families=("other",))]

    def figures(self) -> dict[tuple[str, int], Tally]:
        return {("q1", 2): weekly.tally(0)}

    def parts_of(self, requisition_id: str) -> list[list[Any]]:
        return [self._applications(requisition_id), []]

    def _applications(self, requisition_id: str) -> list[Any]:
        return [
            SimpleNamespace(
                application_id=f"p{place:02d}-a",
                person_id=f"p{place:02d}",
                requisition_id=requisition_id,
                job_family="retail-sales",
                history=[{"stage": stage} for stage in (HIRED if place < 20 else REJECTED)],
                composite=60.0 + place,
                region="east",
                store_id="S1",
                source="direct",
            )
            for place in range(40)
        ]

    def stated_groups(self, people: Iterable[str]) -> dict[str, dict[str, str]]:
        self.files_read += 1
        return {one: {"gender": "female" if one < "p20" else "male"} for one in people}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    fake = World()
    for module in (people, reading):
        for neighbour in ("records", "interviewing"):
            monkeypatch.setattr(module, neighbour, fake)
    monkeypatch.setattr(sampling, "records", fake)
    monkeypatch.setattr(reading.Reader, "cells", lambda *asked: fake.cells(*asked))
    pairs = [
        SimpleNamespace(
            item_id=f"p{place:02d}", application_id=f"p{place:02d}-a" if place < 20 else "",
            label=f"E-p{place:02d}", composite=60.0 + place, cut_score=80,
            outcome=None if place == 0 else place / 10 - 1, imported=place >= 20,
            place={"requisition_id": "REQ-1", "region": "east"} if place < 20 else {},
        )
        for place in range(26)
    ]  # fmt: skip
    query = lambda key, limit: [p for p in pairs if key == "figures#pairs#retail-sales"]  # noqa: E731
    monkeypatch.setattr(people, "OutcomePair", SimpleNamespace(query=query))
    return fake


def analyst(fields: Fields) -> bool:
    return True


def recruiter(fields: Fields) -> bool:
    return fields is not Fields.PERFORMANCE


def test_the_dashboard_holds_every_listed_chart_in_order(world: World):
    found = service.dashboard("en", Filters(), may_see=analyst)

    assert [(chart.key, chart.n) for chart in found.charts] == [
        ("score-distribution", 40),
        ("dimension-means", 40),
        ("score-drift", 40),
        ("pass-rate", 40),
        ("pass-rate-store", 40),
        ("pass-rate-region", 40),
        ("pass-rate-source", 40),
        ("funnel", 40),
        ("time-in-stage", 40),
        ("time-to-hire", 40),
        ("before-after", 0),
        ("recruiter-load", 80),
        ("source-performance", 20),
        ("question-statistics", 40),
        ("satisfaction", 0),
        ("prediction", 25),
        ("hit-rate", 25),
        ("selection-rates", 40),
    ]
    assert "weak-dimension" in [advice.key for advice in found.advice]


def test_an_area_reads_its_own_sheets_and_nobodys_file(world: World):
    found = service.dashboard("en", Filters(), may_see=analyst, area="scores")

    assert [chart.key for chart in found.charts][:2] == ["score-distribution", "dimension-means"]
    assert set(world.sheets) == {"scores"}
    assert world.files_read == 0


def test_every_area_is_offered_and_those_of_single_employees_only_to_who_may_see_them():
    assert service.areas(analyst) == (
        "scores", "rates", "flow", "change", "prediction", "fairness",
    )  # fmt: skip
    assert "prediction" not in service.areas(recruiter)


def test_an_outcome_without_a_figure_is_left_out_and_history_is_marked(world: World):
    chart = service.chart("prediction", "en", Filters(), may_see=analyst)

    rows = {row[0]: row for row in chart.shown()}
    assert "E-p00" not in rows
    assert sum(row[3] == "imported history" for row in rows.values()) == 6
    assert world.files_read == 0


@pytest.mark.parametrize(
    ("asked", "n"),
    [
        ({}, 25),
        ({"job_family": "retail-sales"}, 25),
        ({"job_family": "software-python"}, 0),
        ({"requisition_id": "REQ-1"}, 19),
        ({"region": "east"}, 19),
        ({"region": "west"}, 0),
    ],
)
def test_imported_history_is_left_out_where_a_place_is_asked_for(
    world: World, asked: dict[str, str], n: int
):
    assert service.chart("prediction", "en", Filters(**asked), may_see=analyst).n == n  # type: ignore[arg-type]


def test_who_may_not_see_performance_gets_no_chart_and_no_advice_from_it(world: World):
    found = service.dashboard("en", Filters(), may_see=recruiter)

    guarded = {"prediction", "hit-rate", "source-performance"}
    assert not guarded & {chart.key for chart in found.charts}
    assert not guarded & {advice.chart for advice in found.advice}
    for key in guarded:
        with pytest.raises(Forbidden):
            service.table_csv(key, "en", Filters(), may_see=recruiter)


def test_dimension_scores_have_the_names_of_the_model(world: World):
    chart = service.chart("dimension-means", "en", Filters(), may_see=recruiter)

    assert [row[:3] for row in chart.shown()] == [("Learning", 40, 65.0), ("Teamwork", 40, 75.0)]


def test_another_family_leaves_every_chart_silent(world: World):
    found = service.dashboard("zh", Filters(job_family="marketing"), may_see=analyst)

    assert all(chart.silent for chart in found.charts)
    assert found.advice == ()


def test_a_table_is_csv_in_the_language_asked_for(world: World):
    text = service.table_csv("pass-rate", "zh", Filters(), may_see=recruiter)

    assert text.startswith("\ufeff需求编号,职位")
    assert "REQ-1,店员,20,40,50%" in text


@pytest.mark.parametrize("key", ["no-such-chart", "radar", "profile"])
def test_a_chart_that_is_not_on_the_page_is_unknown(world: World, key: str):
    with pytest.raises(ChartUnknown):
        service.chart(key, "en", Filters(), may_see=analyst)
    assert {"error.chart-unknown", "next.chart-unknown"} <= MESSAGES.keys()


def test_a_profile_is_drawn_as_web_and_as_bars():
    scores = {"teamwork": 70.0, "learning": 60.0, "communication": None}

    web, bars = service.profile_charts(scores, {}, "en")

    assert (web.key, bars.key, web.n, bars.n) == ("radar", "profile", 2, 2)


def test_every_stage_of_the_funnel_has_its_name():
    assert {f"analytics.stage.{stage.value}" for stage in FUNNEL} <= MESSAGES.keys()


def test_opinions_are_silent_where_a_few_others_could_be_told_apart():
    from chalicelib.analytics.registry import render

    draw = random.Random(1)
    shown = {n: render("satisfaction", weekly.opinions(20, n), "en") for n in (0, 1, 9, 10, None)}

    assert {n: chart.silent for n, chart in shown.items()} == {
        0: False, 1: True, 9: True, 10: False, None: False,
    }  # fmt: skip
    assert render("satisfaction", Opinions(9, {"overall": {draw.randint(1, 5): 9}}, 0), "en").silent
