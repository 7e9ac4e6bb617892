"""Frozen dataclasses to JSON-able values and back."""

import hashlib
import json
from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


_adapters: dict[Any, TypeAdapter[Any]] = {}


def _adapter(cls: Any) -> TypeAdapter[Any]:
    if cls not in _adapters:
        _adapters[cls] = TypeAdapter(cls)
    return _adapters[cls]


def dump(value: Any) -> Any:
    """A JSON-able copy of a dataclass (enums as values, datetimes as ISO text)."""
    return _adapter(type(value)).dump_python(value, mode="json")


def load(cls: Callable[..., T], plain: Any) -> T:
    """The dataclass `cls` from what `dump` made."""
    loaded: T = _adapter(cls).validate_python(plain)
    return loaded


def canonical(plain: Any) -> bytes:
    """One byte string per value: sorted keys, no spaces, UTF-8."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(plain: Any) -> str:
    """SHA-256 of the canonical bytes, in hex."""
    return hashlib.sha256(canonical(plain)).hexdigest()
