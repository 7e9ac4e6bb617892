"""Whose word stands when screening and others ask for a person's look."""

from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.screening.service import LOOK, attention, contenders, showing

ASKED = "attention.asked-for-human"


@pytest.mark.parametrize("wanted", [None, LOOK, "error.resume-encrypted"])
def test_a_candidates_wish_for_a_person_outlives_the_screening(wanted: str | None):
    assert attention(ASKED, wanted) == ASKED


@pytest.mark.parametrize("before", [None, LOOK, "error.resume-encrypted"])
def test_screening_clears_and_replaces_its_own_reasons(before: str | None):
    assert attention(before, None) is None
    assert attention(before, LOOK) == LOOK


def row(application_id: str, fit: float | None, stage: str = "screened") -> Any:
    return SimpleNamespace(
        application_id=application_id,
        fit=fit,
        stage=stage,
        holder=f"person-of-{application_id}",
        requisition_id="REQ",
        screened_at="2026-11-24",
    )


def test_the_better_fit_is_ranked_first_and_the_unread_are_left_out(monkeypatch):
    rows = [row("a", 60), row("b", None), row("c", 90), row("d", None, "applied")]
    assert ["c", "a", "b"] == [r.application_id for r in contenders(rows)]
    monkeypatch.setattr(showing, "MOST_RANKED", 1)
    assert ["c"] == [r.application_id for r in contenders(rows)]
