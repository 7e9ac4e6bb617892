"""Outcomes of locked cycles are paired with scores once, whatever order they come in."""

from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.analytics.service import outcomes, people
from chalicelib.records.stages import Stage

FAMILY = "retail-sales"


class Table:
    """Rows by partition and id."""

    def __init__(self, **blank: Any) -> None:
        self.rows: dict[tuple[str, str], Any] = {}
        self.blank = blank

    def __call__(self, partition: str, item_id: str, **given: Any) -> Any:
        row = SimpleNamespace(partition=partition, item_id=item_id, **{**self.blank, **given})
        row.save = lambda: self.rows.__setitem__((partition, item_id), row)
        return row

    def batch_get(self, keys: Any, consistent_read: bool = False) -> list[Any]:
        return [self.rows[key] for key in keys if key in self.rows]


class Application(SimpleNamespace):
    """An application that ended in a hire."""


class World:
    """Five employees, one of them from history; cycles that lock one after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kept: list[str] = []
        self.read = 0
        self.locked: dict[str, tuple[str, dict[str, float | None]]] = {}
        self.pairs = Table(application_id="", label="", composite=None, cut_score=None,
                           outcome=None, imported=False, place={})  # fmt: skip
        self.taken = Table(taken=0, whole=False)
        monkeypatch.setattr(outcomes, "OutcomePair", self.pairs)
        monkeypatch.setattr(outcomes, "CycleTaken", self.taken)
        monkeypatch.setattr(outcomes.keeping, "keep", self.kept.extend)
        for module in (outcomes, people):
            monkeypatch.setattr(module, "records", self)
        for name in ("appraisal", "calibration"):
            monkeypatch.setattr(outcomes, name, self)
        monkeypatch.setattr(people, "interviewing", self)

    Application = Application

    def families(self) -> list[Any]:
        return [SimpleNamespace(job_family=FAMILY)]

    def requisitions(self) -> list[Any]:
        return [SimpleNamespace(item_id="REQ-1", title={}, job_family=FAMILY, cut_score=75)]

    def cycles(self, family: str) -> list[Any]:
        return [
            SimpleNamespace(
                item_id=key,
                ends_on=ends,
                state="locked",
                listed={f"E-{person}": person for person in scores},
            )
            for key, (ends, scores) in self.locked.items()
        ]

    def outcomes(self, cycle_id: str, wanted: frozenset[str]) -> list[Any]:
        self.read += len(wanted)
        return [
            SimpleNamespace(person_id=person, employee_number=f"E-{person}", score=score)
            for person, score in self.locked[cycle_id][1].items()
            if person in wanted
        ]

    def past_interviews_of(self, family: str, wanted: list[str]) -> dict[str, Any]:
        old = {"old": SimpleNamespace(person_id="old", composite=71.0)}
        return {person: row for person, row in old.items() if person in wanted}

    def file_of(self, person: str) -> list[Any]:
        if person == "old":
            return []
        stages = (Stage.APPLIED, Stage.INTERVIEWED, Stage.PASSED, Stage.HIRED)
        return [
            Application(application_id=f"{person}-a", person_id=person, requisition_id="REQ-1",
                        job_family=FAMILY, history=[{"stage": s} for s in stages], composite=82.0,
                        region="east", source="direct", store_id="S1")
        ]  # fmt: skip

    def found(self) -> dict[str, float | None]:
        return {item: row.outcome for (_, item), row in self.pairs.rows.items()}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    return World(monkeypatch)


def test_every_outcome_is_taken_once_however_little_goes_at_a_time(world: World):
    world.locked["c1"] = ("2026-06-30", {"a": 1.0, "b": -1.0, "old": 0.5, "c": None})

    runs = [outcomes.take_outcomes(2) for _ in range(4)]

    assert (runs, world.read) == ([2, 2, 0, 0], 4)
    assert world.found() == {"a": 1.0, "b": -1.0, "old": 0.5, "c": None}
    assert sorted(world.kept) == ["a-a", "b-a", "c-a"]
    old = world.pairs.rows[(f"figures#pairs#{FAMILY}", "old")]
    assert (old.imported, old.composite, old.cut_score, old.place) == (True, 71.0, 75, {})


def test_the_latest_cycle_stands_even_where_an_earlier_one_is_locked_after_it(world: World):
    world.locked["late"] = ("2027-06-30", {"a": 0.2})
    outcomes.take_outcomes()
    world.locked["early"] = ("2026-06-30", {"a": 9.0, "b": 1.0})
    outcomes.take_outcomes()

    assert world.found() == {"a": 0.2, "b": 1.0}


def test_an_outcome_that_an_appeal_changed_is_taken_again(world: World):
    world.locked["c1"] = ("2026-06-30", {"a": -1.0})
    outcomes.take_outcomes()
    world.locked["c1"] = ("2026-06-30", {"a": 0.4})

    assert outcomes.take_outcomes() == 0
    outcomes.take_again("c1")
    assert outcomes.take_outcomes() == 1
    assert world.found() == {"a": 0.4}


def test_a_later_cycle_without_an_outcome_takes_no_earlier_one_away(world: World):
    world.locked["c1"] = ("2026-06-30", {"a": -1.0})
    outcomes.take_outcomes()
    world.locked["c2"] = ("2026-12-31", {"a": None})
    outcomes.take_outcomes()

    assert world.found() == {"a": -1.0}


def test_an_earlier_outcome_stands_where_the_later_cycle_was_taken_first_without_one(world: World):
    world.locked["c2"] = ("2026-12-31", {"a": None})
    outcomes.take_outcomes()
    world.locked["c1"] = ("2026-06-30", {"a": -1.0})
    outcomes.take_outcomes()

    assert world.found() == {"a": -1.0}


def test_an_appeal_may_leave_its_own_cycle_without_an_outcome(world: World):
    world.locked["c1"] = ("2026-06-30", {"a": -1.0})
    outcomes.take_outcomes()
    world.locked["c1"] = ("2026-06-30", {"a": None})
    outcomes.take_again("c1")
    outcomes.take_outcomes()

    assert world.found() == {"a": None}
