"""What travels beside the code: wheels that a function needs, trimmed and tried; trained models."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from infra.bundle import ROOT, PackagingFailed, clean_environment

#: What a Lambda of Python 3.12+ can load: its glibc is 2.34.
_PLATFORMS = [f"manylinux_2_{n}_x86_64" for n in (34, 28, 27, 24)] + ["manylinux2014_x86_64"]
_TRIMMED = {"tests", "test", "__pycache__", "include"}
_TRIMMED_ENDINGS = (".pyc", ".pyi", ".pyx", ".pxd", ".a", ".h")
#: Folders of `models/` that only the reader of frames opens; they travel in a layer of their own.
FACE_MODELS = frozenset({"face_reading", "expression_head"})
_EPOCH = (2020, 1, 1, 0, 0, 0)


def build_layer(name: str, python: str, target: Path) -> None:
    """One layer of Linux wheels, trimmed of what never runs, zipped the same way every time."""
    folder = target / name
    minor = _minor(python)
    arguments = ["--target", str(folder / "python"), "--only-binary=:all:", "-q", "--no-compile"]
    arguments += ["--implementation", "cp", "--python-version", f"3.{minor}"]
    arguments += [part for platform in _PLATFORMS for part in ("--platform", platform)]
    listed = ROOT / "infra" / "layers" / f"{name}.txt"
    run([python, "-m", "pip", "install", *arguments, "-r", str(listed)])
    kept = [path for path in sorted(folder.rglob("*")) if path.is_file() and _runs(path, folder)]
    if left_out := _left_out(listed):
        kept = [path for path in kept if not _matches(path, folder / "python", left_out)]
    write_zip(target / f"{name}-layer.zip", folder, kept)
    if left_out:
        _try(target / f"{name}-layer.zip", python)


def _matches(path: Path, root: Path, patterns: list[str]) -> bool:
    inside = path.relative_to(root).as_posix()
    return any(fnmatch(inside, pattern) for pattern in patterns)


def _left_out(listed: Path) -> list[str]:
    """Patterns of files that a layer does without, beside its list of packages."""
    found = listed.with_name(f"{listed.stem}-left-out.txt")
    lines = found.read_text().splitlines() if found.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


_TRIAL = """
import io, sys
sys.path.insert(0, sys.argv[1])
import numpy, onnxruntime
from PIL import Image, ImageOps
for kind in ("JPEG", "WEBP"):
    kept = io.BytesIO()
    Image.new("RGB", (64, 48), (9, 99, 199)).save(kept, kind)
    picture = ImageOps.exif_transpose(Image.open(io.BytesIO(kept.getvalue()))).convert("RGB")
    assert numpy.asarray(picture).shape == (48, 64, 3)
assert onnxruntime.__file__.startswith(sys.argv[1]), onnxruntime.__file__
assert onnxruntime.get_available_providers()
onnxruntime.SessionOptions()
"""


def _try(archive: Path, python: str) -> None:
    """Run what is left of a layer, where this machine is of the kind that Lambda is."""
    if sys.platform != "linux" or os.uname().machine != "x86_64":
        return
    trial = archive.with_suffix("") / "trial"
    with zipfile.ZipFile(archive) as file:
        file.extractall(trial)
    run([python, "-I", "-c", _TRIAL, str(trial / "python")])
    shutil.rmtree(trial.parent)


def build_models_layers(target: Path) -> None:
    """The trained models and their cards, without what trains them; those of faces apart.

    Raises PackagingFailed when a model of the registry is not there.
    """
    models = ROOT / "models"
    listed = json.loads((models / "registry.json").read_text())["models"]
    names = [item["file"] for item in listed if item.get("file")]
    if missing := [name for name in names if not (models / name).exists()]:
        raise PackagingFailed(f"make setup has not built {', '.join(missing)}; run it first.")
    found = [p for p in sorted(models.rglob("*")) if p.suffix not in (".py", ".pyc")]
    files = [path for path in found if path.is_file()]
    faces = [path for path in files if path.relative_to(models).parts[0] in FACE_MODELS]
    others = [path for path in files if path not in faces]
    shared = [ROOT / "LICENSE"]  # of the weights of others, too: their notices point to it
    write_zip(target / "models-layer.zip", ROOT, [*shared, *others])
    write_zip(target / "face-models-layer.zip", ROOT, [*shared, models / "registry.json", *faces])


def write_zip(archive: Path, root: Path, paths: Iterable[Path]) -> None:
    """Zip files under `root`; same files, same bytes."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for path in paths:
            entry = zipfile.ZipInfo(str(path.relative_to(root)), _EPOCH)
            entry.external_attr = 0o644 << 16
            file.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def _minor(python: str) -> int:
    code = "import sys; print(sys.version_info[1])"
    said = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return int(said.stdout)


def _runs(path: Path, folder: Path) -> bool:
    inside = path.relative_to(folder)
    return not _TRIMMED & set(inside.parts) and not path.name.endswith(_TRIMMED_ENDINGS)


def run(command: list[str]) -> None:
    """Run a command or raise PackagingFailed with what it said."""
    done = subprocess.run(
        command, env=clean_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise PackagingFailed(f"{' '.join(command[:4])} … failed:\n{done.stderr.strip()[-3000:]}")
