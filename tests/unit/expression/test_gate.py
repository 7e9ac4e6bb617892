"""The gate before a frame: what the law or the person bars is deleted and never opened."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.expression import service
from chalicelib.foundation.command import Command, system_command
from chalicelib.records.consent import Purpose, Ruling, ruling

SESSION = "abcdefghabcdefgh-session1"
KEY = f"frames/{SESSION}/communication-1/1/001.jpg"


@dataclass
class World:
    """Storage, ledger and record in memory."""

    country: str
    consents: tuple[Purpose, ...]
    switched_on: bool
    opened: int
    deleted: list[str]
    audited: list[str]

    def read(self, key: str) -> bytes:
        self.opened += 1
        return b"a picture"

    def delete(self, key: str) -> None:
        self.deleted.append(key)

    def commit(self, command: Command, *, action: str, **_: Any) -> bool:
        self.audited.append(action)
        return True

    def may_process(self, person_id: str, purpose: Purpose, requisition_id: str) -> Ruling:
        return ruling(
            purpose, candidate=self.country, job="CN", employer="CN", consents=self.consents
        )

    def requisition(self, requisition_id: str) -> SimpleNamespace:
        return SimpleNamespace(expression=self.switched_on)

    def file_of(self, person_id: str) -> list[SimpleNamespace]:
        return [SimpleNamespace(requisition_id="REQ-1")]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    made = World("CN", (), True, 0, [], [])
    monkeypatch.setattr(service, "storage", made)
    monkeypatch.setattr(service, "records", made)
    monkeypatch.setattr(service.ledger, "commit", made.commit)
    monkeypatch.setattr(service, "count", lambda *_, **__: None)
    return made


@pytest.mark.parametrize("country", ["DE", "FR", "NO"])
def test_a_frame_from_the_european_area_is_never_opened_even_with_consent(
    world: World, country: str
) -> None:
    world.country, world.consents = country, (Purpose.EXPRESSION,)
    outcome = service.read(system_command("frame"), KEY)
    assert outcome.handling is service.Handling.BARRED
    assert world.opened == 0
    assert world.deleted == [KEY]
    assert world.audited == ["frame.barred"]


def test_a_frame_without_its_own_consent_is_never_opened(world: World) -> None:
    world.consents = (Purpose.INTERVIEW,)
    assert service.read(system_command("frame"), KEY).handling is service.Handling.BARRED
    assert world.opened == 0


def test_a_frame_for_a_position_that_takes_none_is_never_opened(world: World) -> None:
    world.consents, world.switched_on = (Purpose.EXPRESSION,), False
    outcome = service.read(system_command("frame"), KEY)
    assert outcome.reason == "expression.switched-off"
    assert world.opened == 0


@pytest.mark.parametrize(
    "key",
    [
        "frames/../secret/1/001.jpg",
        "frames/short/communication-1/1/001.jpg",
        f"frames/{SESSION}/communication-1/1/001.png",
        f"frames/{SESSION}/communication-1/one/001.jpg",
        "resumes/a/b",
    ],
)
def test_a_key_that_belongs_to_no_answer_is_refused_unopened(world: World, key: str) -> None:
    with pytest.raises(service.FrameKeyInvalid):
        service.read(system_command("frame"), key)
    assert world.opened == 0
    assert world.deleted == []
