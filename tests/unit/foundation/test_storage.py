"""What the store is asked to do."""

from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.foundation import storage

FRAME = "frames/p-s/q/1/000.jpg"


class Versioned:
    """A bucket that keeps versions, in two pages of a listing."""

    def __init__(self) -> None:
        self.deleted: list[tuple[str, str]] = []

    def get_paginator(self, verb: str) -> Any:
        assert verb == "list_object_versions"
        newest = {"Key": FRAME, "VersionId": "v2"}
        neighbour = {"Key": f"{FRAME}x", "VersionId": "v9"}
        first = {"DeleteMarkers": [{"Key": FRAME, "VersionId": "m3"}], "Versions": [newest]}
        second = {"Versions": [{"Key": FRAME, "VersionId": "v1"}, neighbour]}
        return SimpleNamespace(paginate=lambda **_: [first, second])

    def delete_object(self, Bucket: str, Key: str, VersionId: str) -> None:
        self.deleted.append((Key, VersionId))


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Versioned:
    fake = Versioned()
    monkeypatch.setattr(storage, "client", lambda service: fake)
    return fake


def test_what_is_deleted_leaves_no_version_behind_and_no_neighbour_harmed(bucket: Versioned):
    storage.delete(FRAME)
    assert {(FRAME, "v1"), (FRAME, "v2"), (FRAME, "m3")} == set(bucket.deleted)
