"""The door: what it reads from the others' doors, and what it shows to whom."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.analytics import service
from chalicelib.analytics.findings import FUNNEL
from chalicelib.analytics.service import ChartUnknown, Filters
from chalicelib.foundation.access import Fields
from chalicelib.foundation.errors import Forbidden
from chalicelib.foundation.messages import MESSAGES

HIRED = ("applied", "screened", "invited", "interviewed", "passed", "hired")
REJECTED = ("applied", "screened", "invited", "interviewed", "rejected")


class World:
    """Forty people interviewed for one requisition, twenty hired, six more from history."""

    def __init__(self) -> None:
        self.cards_read = 0

    def requisitions(self) -> list[Any]:
        title = {"zh": "店员", "en": "Sales associate"}
        return [
            SimpleNamespace(item_id="REQ-1", title=title, job_family="retail-sales", cut_score=80)
        ]

    def applications_of(self, requisition_id: str, most: int) -> list[Any]:
        assert requisition_id == "REQ-1"
        assert most >= 10_000
        return [self._application(place) for place in range(40)]

    def _application(self, place: int) -> Any:
        stages = HIRED if place < 20 else REJECTED
        return SimpleNamespace(
            application_id=f"p{place:02d}-a",
            person_id=f"p{place:02d}",
            requisition_id="REQ-1",
            job_family="retail-sales",
            history=[{"stage": stage} for stage in stages],
            composite=60.0 + place,
            region="east",
            source="direct",
        )

    def scorecard_of(self, application_id: str) -> Any:
        self.cards_read += 1
        parts = [
            {"dimension": "teamwork", "score": 75.0},
            {"dimension": "learning", "score": 65.0},
            {"dimension": "communication", "score": None},
        ]
        return SimpleNamespace(application_id=application_id, result={"dimensions": parts})

    def stated_groups(self, people: Iterable[str]) -> dict[str, dict[str, str]]:
        return {one: {"gender": "female" if one < "p20" else "male"} for one in people}

    def past_interviews(self, job_family: str) -> list[Any]:
        return [SimpleNamespace(person_id=f"old{i}", composite=70 + i) for i in range(6)]

    def cycles(self, job_family: str) -> list[Any]:
        return [
            SimpleNamespace(item_id="open", state="open", ends_on="2027-12-31"),
            SimpleNamespace(item_id="late", state="locked", ends_on="2027-06-30"),
            SimpleNamespace(item_id="early", state="locked", ends_on="2026-12-31"),
        ]

    def outcomes(self, cycle_id: str) -> list[Any]:
        assert cycle_id != "open"
        people = [f"p{i:02d}" for i in range(20)] + [f"old{i}" for i in range(6)]
        return [
            SimpleNamespace(
                person_id=person,
                employee_number=f"E-{person}",
                score=None if person == "p00" and cycle_id == "late" else place / 10 - 1,
            )
            for place, person in enumerate(people)
        ]

    def versions(self, job_family: str) -> list[Any]:
        names = {"teamwork": "Teamwork", "learning": "Learning"}
        dimensions = [
            SimpleNamespace(key=key, name={"zh": key, "en": name}) for key, name in names.items()
        ]
        return [SimpleNamespace(dimensions=dimensions)]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    fake = World()
    for neighbour in ("records", "calibration", "appraisal", "interviewing"):
        monkeypatch.setattr(service, neighbour, fake)
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
        ("pass-rate", 40),
        ("funnel", 40),
        ("prediction", 25),
        ("hit-rate", 25),
        ("selection-rates", 40),
    ]
    assert "weak-dimension" in [advice.key for advice in found.advice]


def test_the_latest_locked_outcome_counts_and_history_is_marked(world: World):
    chart = service.chart("prediction", "en", Filters(), may_see=analyst)

    rows = {row[0]: row for row in chart.shown()}
    assert "E-p00" not in rows
    assert sum(row[3] == "imported history" for row in rows.values()) == 6
    assert world.cards_read == 0


def test_who_may_not_see_performance_gets_no_chart_and_no_advice_from_it(world: World):
    found = service.dashboard("en", Filters(), may_see=recruiter)

    assert not {"prediction", "hit-rate"} & {chart.key for chart in found.charts}
    assert not {"prediction"} & {advice.chart for advice in found.advice}
    with pytest.raises(Forbidden):
        service.table_csv("prediction", "en", Filters(), may_see=recruiter)


def test_dimension_scores_come_from_the_card_of_that_very_application(world: World):
    chart = service.chart("dimension-means", "en", Filters(), may_see=recruiter)

    assert [row[:3] for row in chart.shown()] == [("Learning", 40, 65.0), ("Teamwork", 40, 75.0)]


def test_another_family_leaves_every_chart_silent(world: World):
    world.past_interviews = lambda job_family: []  # type: ignore[method-assign]

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
