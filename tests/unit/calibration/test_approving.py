"""An approval that broke off is completed only while the weights it is based on are in force."""

from importlib import import_module
from types import SimpleNamespace

import pytest

from chalicelib.calibration.service.proposals import ProposalNotReady, ProposalStale
from chalicelib.foundation.access import Actor, Role
from chalicelib.foundation.clock import now
from chalicelib.foundation.command import Command

# The door has a function of the same name.
proposals = import_module("chalicelib.calibration.service.proposals")
WHO = Actor("user-1", frozenset({Role.ANALYST}), named=True)
WISH = Command("approve-2", WHO, now(), "c")
ADOPTED = "weights/p1/adopt"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch):
    """A proposal on version 1 whose approval broke off; versions and commands as a test says."""
    row = SimpleNamespace(
        item_id="p1", state="approving", job_family="retail-sales", model_version=1
    )
    row.decided_by = row.decided_at = row.decision_reason = row.adopted_version = None
    seen = SimpleNamespace(row=row, current=1, done=set(), adopted=0)

    def adopt(command: Command, given: object) -> SimpleNamespace:
        seen.adopted += 1
        return SimpleNamespace(version=2)

    monkeypatch.setattr(proposals, "proposal", lambda name: row)
    monkeypatch.setattr(proposals, "_adopt", adopt)
    monkeypatch.setattr(proposals, "_commit", lambda *given, **named: None)
    monkeypatch.setattr(proposals.ledger, "applied", lambda command: command.id in seen.done)
    current = lambda family: SimpleNamespace(version=seen.current)  # noqa: E731
    monkeypatch.setattr(proposals.interviewing, "current_model", current)
    return seen


def test_a_broken_approval_is_completed_while_its_weights_are_in_force(broken):
    assert "approved" == proposals.approve(WISH, "p1", "agreed").state


def test_a_broken_approval_is_refused_once_other_weights_came_into_force(broken):
    broken.current = 2
    with pytest.raises(ProposalStale):
        proposals.approve(WISH, "p1", "agreed")
    assert ("approving", 0) == (broken.row.state, broken.adopted)


def test_a_broken_approval_that_had_adopted_its_weights_is_completed(broken):
    broken.current = 2
    broken.done.add(ADOPTED)
    assert "approved" == proposals.approve(WISH, "p1", "agreed").state


def test_a_broken_approval_that_was_overtaken_may_be_turned_down(broken):
    with pytest.raises(ProposalNotReady):
        proposals.reject(WISH, "p1", "overtaken")
    broken.current = 2
    assert "rejected" == proposals.reject(WISH, "p1", "overtaken").state
