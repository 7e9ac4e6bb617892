"""When a result is stale, and which of a merged person's applications counts."""

from types import SimpleNamespace
from typing import Any

from chalicelib.screening import basis
from chalicelib.screening.service import one_each, progress


def row(name: str, holder: str, at: str, stage: str = "screened", rests: str = "") -> Any:
    """An application as far as these functions look at it."""
    return SimpleNamespace(
        application_id=name, holder=holder, requisition_id="R", screened_at=at, stage=stage,
        basis=rests or basis.current(1), refused_basis=None,
    )  # fmt: skip


def test_a_result_of_today_is_not_stale() -> None:
    assert basis.changed(basis.current(3), 3) == ()


def test_what_was_never_screened_is_not_stale() -> None:
    assert basis.changed(None, 3) == ()


def test_each_part_that_changed_is_named() -> None:
    assert basis.changed(basis.current(1), 2) == ("criteria",)
    assert basis.changed("1/old-reader/old-rules/old-scorer", 1) == ("reader", "rules", "scorer")


def test_a_refused_file_rests_on_the_reader_alone() -> None:
    assert basis.changed(basis.of_refusal(), 7) == ()
    assert basis.changed("-/old-reader/-/-", 7) == ("reader",)


def test_a_file_refused_on_todays_basis_is_not_awaited_until_the_next_change() -> None:
    assert basis.awaited(basis.current(1), None, 2)
    assert not basis.awaited(basis.current(1), basis.current(2), 2)
    assert basis.awaited(basis.current(1), basis.current(2), 3)
    assert not basis.awaited(None, None, 2)


def test_of_merged_files_the_latest_screening_counts() -> None:
    rows = [row("a", "p", "2027-01-01"), row("b", "p", "2027-02-01"), row("c", "q", "2026-01-01")]
    assert [kept.application_id for kept in one_each(rows)] == ["b", "c"]


def test_what_a_person_decided_is_counted_apart() -> None:
    rows = [
        row("a", "a", "", rests=basis.current(1)),
        row("b", "b", "", stage="rejected", rests=basis.current(1)),
        row("c", "c", "", rests=basis.current(2)),
    ]
    found = progress(rows, 2)
    assert (found.screened, found.stale, found.decided_stale) == (3, 1, 1)
