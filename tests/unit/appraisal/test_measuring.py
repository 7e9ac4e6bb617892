"""A cycle lists its last imports; what an older one came to is read from the audit trail."""

from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.appraisal.imports import ImportReport, KpiRow
from chalicelib.appraisal.service import measuring
from chalicelib.foundation.access import SYSTEM
from chalicelib.foundation.clock import now
from chalicelib.foundation.command import Command


@pytest.fixture
def row(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A cycle of two people, and a ledger in memory."""
    cycle = SimpleNamespace(item_id="C", imports=[], active_import=None, listed={"E1": "p1"})
    trail: list[Any] = []

    def commit(command: Command, *, action: str, detail: Any, **_: Any) -> bool:
        trail.append((SimpleNamespace(action=action, detail=detail), "hash"))
        return True

    monkeypatch.setattr(measuring.ledger, "commit", commit)
    monkeypatch.setattr(measuring.ledger, "trail", lambda subject: trail)
    monkeypatch.setattr(measuring, "cycle", lambda _: cycle)
    return cycle


def take(row: Any, number: int) -> str:
    report = ImportReport((KpiRow("E1", "sales_growth", float(number)),), (), 1)
    command = Command(f"import-{number}", SYSTEM, now(), "c")
    return measuring._take(command, row, report, f"sha-{number}").import_id


def test_a_cycle_lists_its_last_imports_and_the_trail_holds_them_all(row: Any) -> None:
    taken = [take(row, number) for number in range(1, 31)]

    assert [each["import_id"] for each in row.imports] == taken[-measuring.IMPORTS_KEPT :]
    assert row.active_import == taken[-1]
    for import_id in (taken[0], taken[-1]):
        found = measuring._imported(row, import_id)
        assert (found.import_id, found.accepted) == (import_id, 1)
