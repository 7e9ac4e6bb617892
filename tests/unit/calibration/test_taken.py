"""Whether employee numbers of a file are somebody's is asked by the hundred, not row by row."""

from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.calibration.service import imports
from chalicelib.foundation.errors import NotFound


class World:
    """Imported A1 (finished) and A2 (broken off); E1234ABCD was hired here."""

    def __init__(self) -> None:
        self.alone: list[str] = []
        self.reads = 0

    def imported_person_id(self, number: str) -> str:
        return f"of-{number}"

    def employees_of(self, people: list[str]) -> list[Any]:
        self.reads += 1
        known = {"of-A1": "A1", "of-A2": "A2"}
        return [
            SimpleNamespace(person_id=who, employee_number=known[who])
            for who in people
            if who in known
        ]

    def employee_by_number(self, number: str) -> Any:
        self.alone.append(number)
        if number != "E1234ABCD":
            raise NotFound("employee-unknown", employee_number=number)
        return SimpleNamespace(person_id="p")

    def past(self, keys: list[tuple[str, str]], **_: Any) -> list[Any]:
        self.reads += 1
        found = {"of-A1": "whole", "of-A2": "broken"}
        return [
            SimpleNamespace(person_id=who, import_id=found[who], job_family="retail-sales")
            for who, _ in keys
            if who in found
        ]

    def finished(self, keys: list[tuple[str, str]], **_: Any) -> list[Any]:
        self.reads += 1
        return [SimpleNamespace(item_id=name) for _, name in keys if name == "whole"]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    fake = World()
    monkeypatch.setattr(imports, "records", fake)
    monkeypatch.setattr(imports.PastInterview, "batch_get", fake.past)
    monkeypatch.setattr(imports.HistoryImport, "batch_get", fake.finished)
    return fake


def test_numbers_of_a_finished_import_and_of_people_hired_here_are_taken(world: World) -> None:
    many = {f"B{n:05d}" for n in range(5_000)}

    assert imports._taken({"A1", "A2", "E1234ABCD", "E0000ZZZZ"} | many) == {"A1", "E1234ABCD"}
    assert (world.reads, world.alone) == (3, ["E0000ZZZZ", "E1234ABCD"])


def test_past_interviews_of_some_people_are_those_of_finished_imports(world: World) -> None:
    assert set(imports.past_interviews_of("retail-sales", ["of-A1", "of-A2", "x"])) == {"of-A1"}
    assert imports.past_interviews_of("marketing", ["of-A1"]) == {}
