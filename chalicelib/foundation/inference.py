"""The registry of models: what each is, which version, and its ONNX session where it has one."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.foundation.settings import settings


@dataclass(frozen=True)
class ModelEntry:
    """One line of `models/registry.json`; `kind` is onnx, crf, linear, table or rule."""

    name: str
    kind: str
    version: str
    card: str
    code: str | None = None
    file: str | None = None
    sha256: str | None = None
    licence: str | None = None
    source: str | None = None


class ModelAltered(RuntimeError):
    """A model's file is not the one that the registry names."""


@cache
def registry() -> dict[str, ModelEntry]:
    """Every model by name."""
    listed = json.loads((Path(settings().models_dir) / "registry.json").read_text())
    return {item["name"]: ModelEntry(**item) for item in listed["models"]}


def find(name: str) -> ModelEntry | None:
    """The model of this name, or None: then what it would measure is "not measured"."""
    return registry().get(name)


def content(name: str) -> bytes:
    """The bytes of a model's file, checked against the registry.

    Raises
    ------
    KeyError
        No model of this name, or one without a file.
    ModelAltered
    """
    entry = registry()[name]
    if entry.file is None:
        raise KeyError(f"{name} is a {entry.kind}, there is nothing to open")
    found = (Path(settings().models_dir) / entry.file).read_bytes()
    if hashlib.sha256(found).hexdigest() != entry.sha256:
        raise ModelAltered(f"{name}: the file is not the one in the registry")
    return found


@cache
def session(name: str) -> Any:
    """The onnxruntime session of a model, on one core and quiet. Raises as `content` does."""
    import onnxruntime

    wish = onnxruntime.SessionOptions()
    wish.intra_op_num_threads = wish.inter_op_num_threads = 1
    wish.log_severity_level = 3
    found = content(name)
    return onnxruntime.InferenceSession(found, wish, providers=["CPUExecutionProvider"])
