"""A number that cannot be handed over keeps no other session's frames, and is told again."""

from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.entrypoints import framing, rating_jobs
from chalicelib.expression import service as expression
from chalicelib.expression.policy import Clip
from chalicelib.expression.service import Arrived, FrameOutcome, Handling
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.scorecard import Supplement

GIVEN = Supplement("communication", 100.0, 20, "formula", takes={"q": 1}, frames=12)


def key(session: int, number: int) -> str:
    return Clip(f"abcdefghabcdefgh-s{session}", "communication-1", 1, 1_800_000_000).key(number)


@pytest.mark.parametrize("handling", [Handling.READ, Handling.KNOWN])
def test_one_session_that_fails_sends_its_last_frame_back_alone(
    monkeypatch: pytest.MonkeyPatch, handling: Handling
) -> None:
    told = []

    def hand_over(session_id: str) -> None:
        if session_id.endswith("s1"):
            raise OSError("no queue")
        told.append(session_id)

    monkeypatch.setattr(framing, "_hand_over", hand_over)
    pile = [Arrived(key(1, 1)), Arrived(key(1, 2)), Arrived(key(2, 1)), Arrived(key(3, 1))]
    fine, barred = FrameOutcome(handling, ""), FrameOutcome(Handling.BARRED, "")
    ended = framing._handed_over(pile, [fine, fine, fine, barred])
    assert ended[0] == fine and isinstance(ended[1], OSError)
    assert ended[2:] == [fine, barred]
    assert told == ["abcdefghabcdefgh-s2"]


@pytest.mark.parametrize("allowed", [True, False])
def test_consent_is_asked_again_before_a_number_is_kept(
    monkeypatch: pytest.MonkeyPatch, allowed: bool
) -> None:
    kept: list[Any] = []
    row = SimpleNamespace(person_id="person")
    monkeypatch.setattr(interviewing, "session", lambda _: row)
    monkeypatch.setattr(expression, "of_session", lambda *_: SimpleNamespace(allowed=allowed))
    monkeypatch.setattr(interviewing, "supplement", lambda *given: kept.append(given[-1]))
    wish = {"session_id": "s", "command_id": "c", "given": dump(GIVEN)}
    assert rating_jobs.done({"supplement": wish})
    assert kept == [GIVEN if allowed else None]
