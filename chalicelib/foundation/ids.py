"""Identifiers: random or derived from a command, so that a retry makes the same ones."""

import base64
import hashlib
import secrets

PERSON_LENGTH = 16
PART_LENGTH = 8


def _text(raw: bytes, length: int) -> str:
    return base64.b32encode(raw).decode().lower().rstrip("=")[:length]


def random_id(length: int = 26) -> str:
    """An unguessable id of lower-case base-32 letters (5 bits each)."""
    return _text(secrets.token_bytes(length), length)


def derived_id(seed: str, length: int) -> str:
    """The id that `seed` always gives."""
    return _text(hashlib.sha256(seed.encode()).digest(), length)


def shard(text: str, shards: int) -> int:
    """Which of `shards` list partitions a key falls into, spread evenly and always the same."""
    return sum(text.encode()) % shards


def person_of(identifier: str) -> str:
    """The person in whose file a thing lies: the part before the first dash."""
    return identifier.split("-", 1)[0]
