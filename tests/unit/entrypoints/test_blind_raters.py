"""Who rates a person sees no prediction of them before the rating is locked."""

from types import SimpleNamespace

import pytest

from chalicelib.calibration import service as calibration
from chalicelib.entrypoints.api_profiles import RaterStaysBlind, check_blind
from chalicelib.foundation.access import ACTIONS, Actor, Role


def call(*roles):
    return SimpleNamespace(actor=Actor("user-1", frozenset(roles)))


@pytest.mark.parametrize("locked", [False, True])
def test_an_analyst_who_rates_as_well_waits_for_the_lock(monkeypatch, locked):
    monkeypatch.setattr(calibration, "appraised", lambda person_id: locked)
    both = call(Role.ANALYST, Role.APPRAISER)

    if locked:
        check_blind(both, "p")
    else:
        with pytest.raises(RaterStaysBlind):
            check_blind(both, "p")


def test_an_analyst_alone_does_not_wait(monkeypatch):
    monkeypatch.setattr(calibration, "appraised", lambda person_id: False)

    check_blind(call(Role.ANALYST), "p")


def test_neither_appraiser_nor_whoever_decides_on_applications_reaches_a_prediction():
    for role in (Role.APPRAISER, Role.RECRUITER, Role.HIRING_MANAGER, Role.CANDIDATE):
        assert role not in ACTIONS["weights.read"]


def test_nothing_that_selects_or_ranks_knows_of_predictions():
    from pathlib import Path

    root = Path(__file__).parents[3] / "chalicelib"
    folders = ("selection", "screening", "interviewing", "onboarding", "records")
    texts = [p.read_text() for name in folders for p in (root / name).rglob("*.py")]

    assert not [text for text in texts if "calibration.prediction" in text]
