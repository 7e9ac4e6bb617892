"""From the working tree to what CloudFormation takes: sam.json, deployment.zip, layer zips."""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).absolute().parent.parent
STAGE = "hireloop"
LAYERS = ("inference", "frames", "estimation", "models", "face-models")
#: What decides the outcome of packaging, besides the interpreter.
_SOURCES = ("app.py", "chalicelib", ".chalice", "infra/template.json", "infra/hire.asl.json")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".DS_Store", "deployments", "deployed")
_EMPTY_ZIP = b"PK\x05\x06" + bytes(18)


class PackagingFailed(Exception):
    """The sources do not make a package; the text says why."""


def clean_environment(**more: str) -> dict[str, str]:
    """This process's environment less all that could point a child at a real AWS account."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "PYTHONPATH"))}
    return kept | {"AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"} | more


def short_hash(text: str) -> str:
    """Sixteen hex digits that stand for `text`."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def source_hash(root: Path = ROOT) -> str:
    """Sixteen hex digits that change when the package would."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for path in _source_files(root):
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _source_files(root: Path) -> Iterator[Path]:
    for name in _SOURCES:
        start = root / name
        found = [start] if start.is_file() else sorted(start.rglob("*"))
        for path in found:
            if path.is_file() and path.suffix != ".pyc" and "deployed" not in path.parts:
                yield path


def merge_template(root: Path = ROOT) -> dict[str, Any]:
    """The template that Chalice merges into its own, with the hire workflow inside."""
    template: dict[str, Any] = json.loads((root / "infra/template.json").read_text())
    machine = json.loads((root / "infra/hire.asl.json").read_text())
    template["Resources"]["HireMachine"]["Properties"]["Definition"] = machine
    return template


def stage(target: Path, requirements: str, root: Path = ROOT) -> None:
    """Lay the sources out as a Chalice project that depends on `requirements`."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copy(root / "app.py", target / "app.py")
    for folder in ("chalicelib", ".chalice"):
        shutil.copytree(root / folder, target / folder, ignore=_LEFT_OUT)
    (target / "requirements.txt").write_text(requirements)
    (target / "merge.json").write_text(json.dumps(merge_template(root)))


def run_chalice(project: Path, out: Path, python: str = sys.executable) -> str:
    """Run `chalice package` on a staged project; returns what it said.

    Raises
    ------
    PackagingFailed
        Chalice failed, or left out a dependency (which it calls a success).
    """
    arguments = ["package", "--stage", STAGE, "--merge-template", "merge.json", str(out.absolute())]
    code = "import sys; from chalice.cli import main; sys.exit(main())"
    done = subprocess.run(
        [python, "-c", code, *arguments],
        cwd=project,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    if done.returncode != 0:
        raise PackagingFailed(f"chalice package failed:\n{said.strip()[-3000:]}")
    if "Could not install dependencies" in said:
        raise PackagingFailed(f"chalice left out dependencies:\n{said.strip()[-3000:]}")
    return said


def local_bundle(cache: Path, root: Path = ROOT) -> Path:
    """The package for the embedded AWS, made once per state of the sources.

    Functions there run with this interpreter's packages, so the zip holds our code only and the
    layers are empty; `models/` is read in place (parameter ModelsDir).
    """
    made = cache / source_hash(root)
    if made.exists():
        return made
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="making-") as folder:
        source, out = Path(folder, "source"), Path(folder, "out")
        stage(source, "", root)
        run_chalice(source, out)
        for layer in LAYERS:
            (out / f"{layer}-layer.zip").write_bytes(_EMPTY_ZIP)
        _add_bytecode(source, out / "deployment.zip")
        with contextlib.suppress(OSError):  # another process made the same one first
            out.rename(made)
    _forget_old(cache)
    return made


def _forget_old(cache: Path, kept: int = 5) -> None:
    packages = [path for path in cache.iterdir() if not path.name.startswith("making-")]
    for path in sorted(packages, key=lambda p: p.stat().st_mtime, reverse=True)[kept:]:
        shutil.rmtree(path, ignore_errors=True)


def _add_bytecode(project: Path, archive: Path) -> None:
    # A worker unpacks the zip for itself, so without this each start would compile every module.
    compiling = ["-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]
    subprocess.run([sys.executable, *compiling, "."], cwd=project, check=False)
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(project.rglob("*.pyc")):
            file.write(path, path.relative_to(project))
