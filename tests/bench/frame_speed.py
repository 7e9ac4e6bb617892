"""What reading a frame costs: by stage on one core, memory, cold start."""

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
from PIL import Image

from chalicelib.expression import (
    classes,
    finding,
    frame,
    geometry,
    header,
    mesh,
    picture,
    quality,
)
from tests.unit.expression import drawn

ROUNDS = 25
_SIDE = 512
_FLOATS = np.ones((_SIDE, _SIDE), np.float32)
_CHILD = """
import time
from pathlib import Path
from chalicelib.expression import frame
content = open({path!r}, "rb").read()
first = frame.read(content)
cold = time.process_time()
for _ in range(30):
    frame.read(content)
status = Path("/proc/self/status").read_text().splitlines()
peak = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
print(__import__("json").dumps([cold * 1000, peak, first.face_found]))
"""


def picture_of(size: tuple[int, int], noise: float = 0.12) -> bytes:
    """A drawn face at 0.4 of the height, with sensor noise: about as many bytes as a photo."""
    share = 0.4 * min(size) / size[0]
    grain = Image.effect_noise(size, 30).convert("RGB")
    return drawn.encoded(Image.blend(drawn.frame(share, size), grain, noise), quality=85)


def stages(content: bytes) -> dict[str, float]:
    """Median CPU milliseconds of each stage, taken in turn so that all see the same machine."""
    head = header.check(content)
    image = picture.decode(content, head)  # type: ignore[arg-type]
    assert isinstance(image, Image.Image)
    faces = finding.find(image)
    found = mesh.trace(image, faces[0])
    moved = mesh.movements(found)
    steps: dict[str, Callable[[], object]] = {
        "MatMul 512": lambda: _FLOATS @ _FLOATS,
        "bare JPEG decode": lambda: Image.open(io.BytesIO(content)).load(),
        "decode": lambda: picture.decode(content, head),  # type: ignore[arg-type]
        "find, short range": lambda: finding.find(image),
        "find, full range": lambda: finding.find(image, finding.LOOKS[1]),
        "478 points": lambda: mesh.trace(image, faces[0]),
        "movements": lambda: mesh.movements(found),
        "pose and eyes": lambda: (
            geometry.head(found.points, *image.size),
            geometry.eyes(found.points),
        ),
        "quality": lambda: quality.judge(found.crop, 100),
        "expression": lambda: classes.classify(image, found, moved),
        "whole frame": lambda: frame.read(content),
    }
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(ROUNDS):
        for name, step in steps.items():
            start = time.process_time()
            step()
            taken[name].append((time.process_time() - start) * 1000)
    return {name: float(np.median(times)) for name, times in taken.items()}


def harder(size: tuple[int, int]) -> dict[str, float]:
    """Median CPU milliseconds of frames that need more looks than the first."""
    empty = Image.effect_noise(size, 30).convert("RGB")
    pictures = {
        "nobody": drawn.encoded(empty, quality=85),
        "0.15 of width": drawn.encoded(drawn.frame(0.15, size), quality=85),
    }
    return {name: _whole(content) for name, content in pictures.items()}


def _whole(content: bytes) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        frame.read(content)
        taken.append((time.process_time() - start) * 1000)
    return float(np.median(taken))


def gflops(milliseconds: float) -> float:
    """Billions of operations a second of the paired MatMul."""
    return float(2 * _SIDE**3 / milliseconds / 1e6)


def child(path: str) -> tuple[float, float]:
    """CPU milliseconds of a new process up to its first reading, and the most MB it ever held."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD.format(path=path)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )
    cold, peak, found = json.loads(done.stdout)
    assert found
    return cold, peak
