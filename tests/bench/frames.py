"""Frames: accuracy on labelled photos, faces found, milliseconds, memory: `make bench-frames`.

DATA names a folder with `images/` and `labels.csv` (file, label); without one, or without photos,
only what drawn faces can show is measured. Photos that the head was trained on are told apart: for
them heads are cross-validated by person. Last line: one JSON object.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from infra.bundle import ROOT
from infra.face import making
from tests.bench import frame_peers, frame_photos, frame_speed
from tests.bench.frame_photos import Estimate, Photo

SHARED = ROOT.parent / "shared" / "data" / "frames"
SIZES = {"ms_640": (640, 480), "ms_720p": (1280, 720)}
MOST_PHOTOS = int(os.environ.get("MOST") or 3000)
PASTED = int(os.environ.get("PASTED") or 100)
LEAST_NEW = 50


def main() -> int:
    """Print the tables, then the figures."""
    if making.missing():
        print("The networks are not made here: run `make models`.", file=sys.stderr)
        return 1
    folder = Path(os.environ.get("DATA") or SHARED)
    figures = _photos(folder) if (folder / "labels.csv").is_file() else _nothing(folder)
    figures |= _speed()
    print("Hostile pictures:")
    sys.stdout.flush()
    hostile = subprocess.run([sys.executable, "-m", "tests.bench.hostile_frames"], check=False)
    print(f"\n{json.dumps({'bench': 'frames', 'figures': figures})}")
    return hostile.returncode


def _nothing(folder: Path) -> dict[str, float | None]:
    print(f"No labelled photos in {folder.name}: expression and detection were not measured.\n")
    return dict.fromkeys(("macro_f1", "group4_accuracy", "smile_f1", "neutral_f1", "detected"))


def _photos(folder: Path) -> dict[str, float | None]:
    photos = frame_photos.read_all(folder, MOST_PHOTOS)
    new = [photo for photo in photos if not photo.trained]
    print(f"{len(photos)} labelled photos, {len(new)} of them new to the head\n")
    found = frame_photos.detection(photos)
    _table("Faces found, by label", found)
    _table("Faces found, by size", frame_photos.by_size(photos, PASTED))
    _table("Faces found, by lighting", frame_photos.by_light(photos, PASTED))
    reasons = dict(frame_photos.unmeasured(photos))
    print(f"Expression not read although a face was found: {reasons or 'never'}\n")
    told = _told(new) if len(new) >= LEAST_NEW else _validated(folder)
    print(
        "Fairness: not measured. No photos with honest labels of skin tone, age, glasses, beard\n"
        "or head cover could be had; these are mostly light-skinned adult men in press photos.\n"
    )
    return {**told, "detected": round(found["all"].value, 3)}


def _told(new: list[Photo]) -> dict[str, float | None]:
    figures = frame_photos.expression(new)
    _table(
        "Expression, photos new to the head, as drawn (macro F1: at most 1,000 a class)", figures
    )
    return {name: round(figures[name].value, 3) for name in _NAMES}


def _validated(folder: Path) -> dict[str, float | None]:
    made = frame_photos.cross_validated(folder)
    print("Expression, cross-validated by person, weighted to the natural mix (macro F1: as drawn)")
    for name, figures in made.items():
        print(f"  {name:<28}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    print()
    return {name: made["head"][name] for name in _NAMES}


def _speed() -> dict[str, float]:
    figures = {}
    with tempfile.TemporaryDirectory() as home:
        for key, size in SIZES.items():
            content = frame_speed.picture_of(size)
            path = Path(home, f"{key}.jpg")
            path.write_bytes(content)
            figures[key] = round(_stages(size, content), 2)
        runs = [frame_speed.child(str(Path(home, "ms_720p.jpg"))) for _ in range(3)]
        frame_peers.compare(Path(home))
    figures["cold_ms"] = round(statistics.median(cold for cold, _ in runs), 1)
    figures["rss_mb"] = round(max(peak for _, peak in runs), 1)
    print(
        f"From nothing to the first reading {figures['cold_ms']} ms; peak {figures['rss_mb']} MB\n"
    )
    return figures


def _stages(size: tuple[int, int], content: bytes) -> float:
    taken = frame_speed.stages(content)
    peak = frame_speed.gflops(taken["MatMul 512"])
    print(f"{size[0]} x {size[1]}, {len(content) // 1024} kB: CPU ms a frame, one core")
    print(f"  (MatMul in turn with it: {peak:.0f} GFLOP/s)")
    for name, milliseconds in taken.items():
        ratio = milliseconds / taken["bare JPEG decode"]
        print(f"  {name:<20}{milliseconds:8.2f}   {ratio:6.1f} x bare decode")
    print(f"  whole frame = {taken['whole frame'] / taken['MatMul 512']:.1f} MatMuls")
    for name, milliseconds in frame_speed.harder(size).items():
        print(f"  whole frame, {name:<14}{milliseconds:8.2f}")
    print()
    return taken["whole frame"]


def _table(title: str, rows: dict[str, Estimate]) -> None:
    print(title)
    for name, estimate in rows.items():
        print(f"  {name:<22}{estimate}")
    print()


_NAMES = ("macro_f1", "group4_accuracy", "smile_f1", "neutral_f1")

if __name__ == "__main__":
    sys.exit(main())
