"""Whom a cycle lists: in post in the period, and of its region or store where it names one."""

from importlib import import_module
from types import SimpleNamespace

import pytest

from chalicelib.appraisal.cycle import CycleEmpty, CycleTooLarge

# The door has a function of the same name.
cycles = import_module("chalicelib.appraisal.service.cycles")

PEOPLE = [
    ("E1", "east", "S1", "2026-01-05", ""),
    ("E2", "east", "S2", "2026-01-05", ""),
    ("E3", "west", "S3", "2026-01-05", ""),
    ("E4", "east", "S1", "2026-09-01", ""),
    ("E5", "east", "S1", "2025-01-05", "2025-12-31"),
]


@pytest.fixture(autouse=True)
def family(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        SimpleNamespace(
            employee_number=number, person_id=f"of-{number}", region=region, store_id=store,
            hired_at=hired, left_on=left or None,
        )
        for number, region, store, hired, left in PEOPLE
    ]  # fmt: skip
    monkeypatch.setattr(cycles.records, "employees", lambda job_family: rows)


def listed(region: str = "", store_id: str = "") -> list[str]:
    wanted = SimpleNamespace(
        job_family="retail-sales", starts_on="2026-01-01", ends_on="2026-06-30",
        region=region, store_id=store_id,
    )  # fmt: skip
    return sorted(cycles._at_work(wanted))


def test_a_family_is_listed_whole_or_by_region_or_store() -> None:
    assert listed() == ["E1", "E2", "E3"]
    assert listed(region="east") == ["E1", "E2"]
    assert listed(store_id="S1") == ["E1"]


def test_a_place_where_nobody_works_has_no_cycle() -> None:
    with pytest.raises(CycleEmpty):
        listed(region="north")


def test_a_family_too_large_for_one_cycle_goes_by_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cycles, "MOST_LISTED", 2)
    with pytest.raises(CycleTooLarge):
        listed()

    assert listed(region="east") == ["E1", "E2"]
