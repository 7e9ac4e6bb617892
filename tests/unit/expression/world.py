"""Storage, ledger, record and tables of frames in memory, with every opening counted."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from chalicelib.expression.header import Header, check
from chalicelib.expression.picture import decode as picture_of
from chalicelib.expression.reading import FrameReading, FrameReason, FrameState
from chalicelib.expression.service import asking, counting, reading
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.records import service as real_records
from chalicelib.records.consent import Purpose, Ruling, ruling
from chalicelib.records.stages import Stage
from infra.answers import tiny_jpeg

PERSON = "abcdefghabcdefgh"
SESSION, APPLICATION = f"{PERSON}-session1", f"{PERSON}-req1"
PICTURE = tiny_jpeg(96, 64)


@dataclass
class World:
    """What law, company and person say, and everything that was opened, deleted, written."""

    candidate: str = "CN"
    job: str = "CN"
    employer: str = "CN"
    consents: tuple[Purpose, ...] = ()
    switched_on: bool = True
    stage: Stage = Stage.INTERVIEWING
    pictures: dict[str, bytes] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)
    decoded: int = 0
    deleted: list[str] = field(default_factory=list)
    audited: list[str] = field(default_factory=list)
    rows: dict[str, Any] = field(default_factory=dict)
    people: int = 0
    Application = real_records.Application

    def read(self, key: str) -> bytes:
        self.fetched.append(key)
        if key not in self.pictures:
            raise NotFound(key=key)
        return self.pictures[key]

    def delete(self, key: str) -> None:
        self.deleted.append(key)
        self.pictures.pop(key, None)

    def commit(self, command: Command, *, action: str, changes: Any = (), **_: Any) -> bool:
        self.audited.append(action)
        self.rows |= {row.item_id: row for row in changes}
        return True

    def may_process(self, person_id: str, purpose: Purpose, requisition_id: str) -> Ruling:
        return ruling(
            purpose,
            candidate=self.candidate,
            job=self.job,
            employer=self.employer,
            consents=self.consents,
        )

    def requisition(self, requisition_id: str) -> SimpleNamespace:
        return SimpleNamespace(expression=self.switched_on)

    def file_of(self, person_id: str) -> list[Any]:
        application = self.Application(person_id, f"application#{APPLICATION}")
        application.application_id, application.requisition_id = APPLICATION, "REQ-1"
        application.stage = self.stage.value
        session = SimpleNamespace(session_id=SESSION, application_id=APPLICATION)
        return [session, application]

    def counted(self, person_id: str) -> list[Any]:
        self.people += 1
        return []


def enter(monkeypatch: pytest.MonkeyPatch, world: World) -> World:
    """Let the service work in this world; whatever decodes a picture is counted."""
    real = Image.open

    def decode(*given: Any, **known: Any) -> Any:
        world.decoded += 1
        return real(*given, **known)

    def read(picture: bytes) -> FrameReading:
        """The reader's first two steps, header and decoder: what it finds is not the matter."""
        header = check(picture)
        assert isinstance(header, Header)
        picture_or_reason = picture_of(picture, header)
        assert not isinstance(picture_or_reason, FrameReason)
        return FrameReading(FrameState.READ, FrameReason.NO_FACE, "test", *picture_or_reason.size)

    monkeypatch.setattr(reading, "storage", world)
    monkeypatch.setattr(asking, "records", world)
    monkeypatch.setattr(reading.ledger, "commit", world.commit)
    monkeypatch.setattr(Image, "open", decode)
    monkeypatch.setattr(reading.frame, "read", read)
    monkeypatch.setattr(reading, "count", lambda *_, **__: None)
    monkeypatch.setattr(reading, "_known", lambda group: set(world.rows))
    monkeypatch.setattr(counting, "counted", world.counted)
    return world
