"""A handed-over number counts only while it is declared and told from the takes that count."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.foundation.command import system_command
from chalicelib.foundation.values import canonical, dump
from chalicelib.interviewing import scorecard
from chalicelib.interviewing.scorecard import Supplement
from chalicelib.interviewing.service import composing, supplementing
from tests.unit.interviewing.test_scorecard import MODEL, rating

GIVEN = Supplement("communication", 100.0, 20, "formula", takes={"q": 1}, frames=12)
ON = {"expression": True, "visual_weight": 20}


def row(kept: Supplement | None = GIVEN, state: str = "open") -> Any:
    plain = dump(kept) if kept else None
    return SimpleNamespace(
        supplement=plain, requisition_id="REQ-1", person_id="person", state=state
    )


def said(rated_take: int = 1) -> list[Any]:
    return [SimpleNamespace(question_id="q", rated_take=rated_take)]


def counting(
    monkeypatch: pytest.MonkeyPatch, job: dict[str, Any], rated_take: int = 1
) -> Supplement | None:
    records = SimpleNamespace(requisition=lambda _: SimpleNamespace(**job))
    monkeypatch.setattr(composing, "records", records)
    return composing.supplement_of(row(), said(rated_take))


@pytest.mark.parametrize("off", [{"expression": False}, {"visual_weight": 0}])
def test_switched_off_later_is_byte_for_byte_never_on(
    monkeypatch: pytest.MonkeyPatch, off: dict[str, Any]
) -> None:
    found = counting(monkeypatch, ON | off)
    ratings = {item.key: [rating(item.key, 3.0)] for item in MODEL.dimensions}
    later, never = (scorecard.compose(MODEL, ratings, each) for each in (found, None))
    assert canonical(dump(later)) == canonical(dump(never))
    on = counting(monkeypatch, ON)
    assert scorecard.compose(MODEL, ratings, on) != never


@pytest.mark.parametrize("rated_take", [0, 2])
def test_a_number_told_from_a_take_that_does_not_count_does_not_count(
    monkeypatch: pytest.MonkeyPatch, rated_take: int
) -> None:
    assert counting(monkeypatch, ON, rated_take) is None
    assert counting(monkeypatch, ON, 1) == GIVEN


def kept(
    monkeypatch: pytest.MonkeyPatch, before: Any, given: Supplement | None
) -> Supplement | None:
    monkeypatch.setattr(supplementing.sessions, "session", lambda _: before)
    monkeypatch.setattr(supplementing.ledger, "commit", lambda *_, **__: True)
    supplementing.supplement(system_command("test"), "session", given)
    return before.supplement


def test_fewer_frames_never_replace_more_of_the_same_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fewer, more = (replace(GIVEN, frames=n, score=50.0) for n in (11, 13))
    assert kept(monkeypatch, row(), fewer) == dump(GIVEN)
    assert kept(monkeypatch, row(), more) == dump(more)
    again = replace(fewer, takes={"q": 2})
    assert kept(monkeypatch, row(), again) == dump(again)


@pytest.mark.parametrize("state", ["open", "completed", "missed"])
def test_what_is_taken_back_goes_in_any_state_and_nothing_comes_once_it_is_over(
    monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    assert kept(monkeypatch, row(state=state), None) is None
    found = kept(monkeypatch, row(None, state), GIVEN)
    assert found == (dump(GIVEN) if state == "open" else None)
