"""An activation that broke off is completed only while the weights it is based on are in force."""

from importlib import import_module
from types import SimpleNamespace

import pytest

from chalicelib.calibration.life import Consent, ProposalNotReady, ProposalStale
from chalicelib.foundation.access import Actor, Role
from chalicelib.foundation.clock import now
from chalicelib.foundation.command import Command

deciding = import_module("chalicelib.calibration.service.deciding")
WHO = Actor("user-1", frozenset({Role.ANALYST}), named=True)
WISH = Command("activate-2", WHO, now(), "c")
ADOPTED = "weights/p1/adopt"
AGREED = Consent("agreed")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch):
    """A proposal on version 1 whose activation broke off; versions and commands as a test says."""
    row = SimpleNamespace(
        item_id="p1", state="activating", job_family="retail-sales", model_version=1
    )
    row.decided_by = row.decided_at = row.decision_reason = row.adopted_version = None
    seen = SimpleNamespace(row=row, current=1, done=set(), adopted=0)

    def adopt(command: Command, model: object, over: int) -> SimpleNamespace:
        seen.adopted += 1
        assert over == row.model_version
        return SimpleNamespace(version=2)

    monkeypatch.setattr(deciding, "proposal", lambda name: row)
    monkeypatch.setattr(deciding, "_commit", lambda *given, **named: None)
    monkeypatch.setattr(deciding, "_closed", lambda *given: [])
    monkeypatch.setattr(deciding.running, "run", lambda name: None)
    monkeypatch.setattr(deciding.running, "challenger", lambda run: None)
    monkeypatch.setattr(deciding.ledger, "applied", lambda command: command.id in seen.done)
    current = lambda family: SimpleNamespace(version=seen.current)  # noqa: E731
    monkeypatch.setattr(deciding.interviewing, "current_model", current)
    monkeypatch.setattr(deciding.interviewing, "adopt", adopt)
    return seen


def test_a_broken_activation_is_completed_while_its_weights_are_in_force(broken):
    assert "active" == deciding.activate(WISH, "p1", AGREED).state


def test_a_broken_activation_is_refused_once_other_weights_came_into_force(broken):
    broken.current = 2
    with pytest.raises(ProposalStale):
        deciding.activate(WISH, "p1", AGREED)
    assert ("activating", 0) == (broken.row.state, broken.adopted)


def test_a_broken_activation_that_had_adopted_its_weights_is_completed(broken):
    broken.current = 2
    broken.done.add(ADOPTED)
    assert "active" == deciding.activate(WISH, "p1", AGREED).state


def test_a_broken_activation_that_was_overtaken_may_be_ended(broken):
    with pytest.raises(ProposalNotReady):
        deciding.end(WISH, "p1", "overtaken")
    broken.current = 2
    assert "ended" == deciding.end(WISH, "p1", "overtaken").state
