"""A history import that breaks off is whole after the next try, whatever stood by then."""

from types import SimpleNamespace

import pytest

from chalicelib.calibration.service import imports
from chalicelib.calibration.tables import PastInterview
from chalicelib.foundation.access import SYSTEM
from chalicelib.foundation.clock import now
from chalicelib.foundation.command import Command
from chalicelib.foundation.ledger import StaleRecord
from chalicelib.interviewing.library import starting_model
from infra.history import past_cohort

STORES = ("S0001", "S0002")


class Kept:
    """A record in memory that breaks once, before the part it is told."""

    def __init__(self, breaks_at: int, error: Exception) -> None:
        self.done: set[str] = set()
        self.people: dict[str, PastInterview] = {}
        self.employees: list[str] = []
        self.left, self.error = breaks_at, error

    def commit(self, command: Command, *, changes, **_: object) -> bool:
        if command.id in self.done:
            return False
        self.left -= 1
        if self.left == 0:
            raise self.error
        assert len(changes) <= 98
        self.done.add(command.id)
        self.people |= {r.person_id: r for r in changes if isinstance(r, PastInterview)}
        self.employees += [r.person_id for r in changes if hasattr(r, "employee_number")]
        return True


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch):
    """One file, and how to import it into a record that breaks."""
    file = past_cohort(list(STORES), now().date().replace(year=2025, month=1, day=6))
    stores = [SimpleNamespace(item_id=name, region="east") for name in STORES]
    monkeypatch.setattr(imports.records, "stores", lambda: stores)
    monkeypatch.setattr(
        imports.interviewing, "model", lambda family, version: starting_model(family)
    )
    monkeypatch.setattr(imports, "_taken", lambda numbers: set())
    monkeypatch.setattr(imports, "_imported", lambda import_id: import_id)

    def kept(breaks_at: int, error: Exception) -> Kept:
        record = Kept(breaks_at, error)
        known = lambda people: {p: record.people[p] for p in people if p in record.people}  # noqa: E731
        monkeypatch.setattr(imports, "_past", known)
        monkeypatch.setattr(imports.ledger, "commit", record.commit)
        monkeypatch.setattr(imports.ledger, "applied", lambda command: command.id in record.done)
        return record

    return file.history_csv, kept


def command() -> Command:
    return Command("import-1", SYSTEM, now(), "c")


@pytest.mark.parametrize("breaks_at", [2, 3, 5])
def test_a_broken_import_sent_again_under_the_same_key_keeps_every_row_once(made, breaks_at):
    content, kept = made
    record = kept(breaks_at, RuntimeError("the power fails"))
    with pytest.raises(RuntimeError):
        imports.import_history(command(), content)
    assert 0 < len(record.people) < 400
    imports.import_history(command(), content)
    assert 400 == len(record.people)
    assert len(set(record.employees)) == len(record.employees)
    assert sum(row.hired for row in record.people.values()) == len(record.employees)


def test_a_record_that_moved_in_between_loses_no_row(made):
    content, kept = made
    record = kept(3, StaleRecord())
    imports.import_history(command(), content)
    assert 400 == len(record.people)
