"""`make package`: what goes to AWS, checked. Needs Python 3.12 or later.

Python 3.11 will not do: for its runtime Chalice looks for wheels that current numpy and onnxruntime
no longer have, leaves them out, and calls that a success. Result: build/package/dist with sam.json,
deployment.zip and one zip per layer; `aws cloudformation package` and `deploy` take it from there.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from infra import asl_lint, assets, layering
from infra.bundle import ROOT, PackagingFailed, run_chalice, stage
from infra.face import making

LIMIT_MIB = 250
#: Functions held to less, so that a cold start stays short.
LOWER_LIMITS_MIB = {"ReadFrames": 200}
BUILD = ROOT / "build" / "package"
_CFN_LINT = "import sys; from cfnlint.runner import main; sys.exit(main())"


def find_python() -> str:
    """A Python 3.12+ from PYTHON312, this process, or the PATH. Raises PackagingFailed."""
    names = [f"python3.{minor}" for minor in (12, 13, 14)]
    candidates = [os.environ.get("PYTHON312", ""), sys.executable, *names, "python3", "python"]
    for candidate in filter(None, candidates):
        path = shutil.which(candidate)
        if path and _version(path) >= (3, 12):
            return path
    raise PackagingFailed(
        "Packaging for AWS needs Python 3.12 or later; install it, or name it: "
        "PYTHON312=/path/to/python3.12 make package"
    )


def _version(python: str) -> tuple[int, int]:
    code = "import sys; print(*sys.version_info[:2])"
    said = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    numbers = said.stdout.split()
    return (int(numbers[0]), int(numbers[1])) if len(numbers) == 2 else (0, 0)


def build_environment(python: str, requirements: str) -> str:
    """The interpreter of a virtual environment that can run Chalice on our app, made once."""
    chalice = _pin("chalice")
    mark = hashlib.sha256(f"{_version(python)}{requirements}{chalice}".encode()).hexdigest()[:16]
    home = BUILD / "venvs" / mark
    inside = str(home / "bin" / "python")
    if not (home / "complete").exists():
        shutil.rmtree(home.parent, ignore_errors=True)
        layering.run([python, "-m", "venv", str(home)])
        listed = home / "requirements.txt"
        listed.write_text(f"{requirements}\n{chalice}\n")
        layering.run([inside, "-m", "pip", "install", "-q", "-r", str(listed)])
        (home / "complete").touch()
    return inside


def sizes_mib(dist: Path) -> dict[str, dict[str, float]]:
    """Unzipped MiB of every function: its own code and each of its layers."""
    template = json.loads((dist / "sam.json").read_text())["Resources"]
    return {
        logical: _parts(resource["Properties"], template, dist)
        for logical, resource in template.items()
        if resource["Type"] == "AWS::Serverless::Function"
    }


def _parts(function: dict[str, Any], template: dict[str, Any], dist: Path) -> dict[str, float]:
    parts = {"code": _unzipped_mib(dist / function["CodeUri"])}
    for layer in function.get("Layers", []):
        content = template[layer["Ref"]]["Properties"]["ContentUri"]
        parts[layer["Ref"]] = _unzipped_mib(dist / content)
    return parts


def check_sizes(sizes: dict[str, dict[str, float]]) -> list[str]:
    """A sentence for every function that Lambda would refuse."""
    totals = {name: sum(parts.values()) for name, parts in sizes.items()}
    return [
        f"{name} is {total:.1f} MiB unzipped with its layers; the limit is {limit}"
        for name, total in totals.items()
        if total > (limit := LOWER_LIMITS_MIB.get(name, LIMIT_MIB))
    ]


def check_template(dist: Path) -> list[str]:
    """Findings of cfn-lint on the merged template and of our own linter on the workflow."""
    template = dist / "sam.json"
    done = subprocess.run(
        [sys.executable, "-c", _CFN_LINT, "--format", "parseable", str(template)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = [f"cfn-lint: {line.partition(':')[2]}" for line in done.stdout.splitlines() if line]
    if done.returncode and not found:
        found.append(f"cfn-lint did not run: {done.stderr.strip()[-500:]}")
    machine = json.loads((ROOT / "infra" / "hire.asl.json").read_text())
    return found + [f"hire.asl.json: {finding}" for finding in asl_lint.lint(machine)]


def package(dist: Path) -> dict[str, dict[str, float]]:
    """Build and check everything; returns the sizes. Raises PackagingFailed with every finding."""
    if wanted := [*assets.missing(), *making.missing()]:
        names = ", ".join(item.name for item in wanted)
        raise PackagingFailed(f"{names} not there; run `make setup` and `make models` first.")
    python = find_python()
    requirements = (ROOT / "requirements.txt").read_text()
    inside = build_environment(python, requirements)
    shutil.rmtree(dist, ignore_errors=True)
    stage(BUILD / "source", requirements)
    run_chalice(BUILD / "source", dist, inside)
    layers = BUILD / "layers"
    shutil.rmtree(layers, ignore_errors=True)
    layers.mkdir(parents=True)
    for name in ("inference", "frames", "estimation"):
        layering.build_layer(name, inside, layers)
    layering.build_models_layers(layers)
    for archive in layers.glob("*.zip"):
        shutil.move(archive, dist / archive.name)
    sizes = sizes_mib(dist)
    if findings := check_sizes(sizes) + check_template(dist):
        raise PackagingFailed("\n".join(findings))
    return sizes


def table(sizes: dict[str, dict[str, float]]) -> str:
    """The sizes for a person."""
    lines = [f"{'function':<16}{'code':>8}{'layers':>9}{'total':>8}  MiB unzipped, of {LIMIT_MIB}"]
    for name, parts in sorted(sizes.items()):
        layers = sum(parts.values()) - parts["code"]
        which = ", ".join(part for part in parts if part != "code")
        lines.append(
            f"{name:<16}{parts['code']:>8.1f}{layers:>9.1f}{sum(parts.values()):>8.1f}  {which}"
        )
    return "\n".join(lines)


def _unzipped_mib(archive: Path) -> float:
    with zipfile.ZipFile(archive) as file:
        return sum(entry.file_size for entry in file.infolist()) / 2**20


def _pin(name: str) -> str:
    text = (ROOT / "requirements-dev.txt").read_text()
    found = re.search(rf"^{name}==\S+", text, re.MULTILINE)
    if not found:
        raise PackagingFailed(f"requirements-dev.txt does not pin {name}.")
    return found[0]


def main() -> int:
    """Package, print the sizes, or say what is wrong."""
    try:
        sizes = package(BUILD / "dist")
    except PackagingFailed as error:
        print(error, file=sys.stderr)
        return 1
    print(table(sizes))
    print(f"cfn-lint and ASL lint: nothing found. Package: {BUILD / 'dist'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
