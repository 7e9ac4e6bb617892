"""How well frames are read, on labelled photos: expression, and faces by size and lighting."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from chalicelib.expression import frame
from chalicelib.expression.reading import Emotion, FrameReading, Group
from chalicelib.foundation.statistics import wilson
from models.expression_head import train

ORDER = list(Emotion)
GROUP_OF = np.array([0, 1, 3, 3, 3, 3, 2])
GROUPS = [Group.NEUTRAL, Group.HAPPY, Group.SURPRISE, Group.NEGATIVE]
MOST_PER_CLASS = 1000
RESAMPLES = 300
SHARES = (1.0, 0.6, 0.4, 0.25, 0.15)
LIGHTS = (0.15, 0.3, 1.0, 1.5, 2.0)
CANVAS = (720, 1280)
Truth = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Photo:
    """One labelled photo, whether the head was trained on it, and what was read."""

    path: Path
    label: Emotion
    trained: bool
    reading: FrameReading


@dataclass(frozen=True)
class Estimate:
    """A figure with its 95 % interval and the number it rests on."""

    value: float
    low: float
    high: float
    n: int

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}-{self.high:.3f}, n {self.n})"


def read_all(folder: Path, most: int) -> list[Photo]:
    """Read the labelled photos of a folder, at most `most`, spread over the list."""
    with (folder / "labels.csv").open() as lines:
        rows = [row for row in csv.DictReader(lines) if row["label"] in train.LABELS]
    rows = [row for row in rows if (folder / "images" / row["file"]).is_file()]
    rows = rows[:: max(1, -(-len(rows) // most))]
    known = set((train.HERE / "trained.txt").read_text().split())
    made = []
    for row in rows:
        path = folder / "images" / row["file"]
        reading = frame.read(path.read_bytes())
        label = train.LABELS[row["label"]]
        made.append(Photo(path, label, train.mark(path) in known, reading))
    return made


def expression(photos: Sequence[Photo]) -> dict[str, Estimate]:
    """Figures of photos whose expression was read, as drawn."""
    usable = [photo for photo in photos if photo.reading.usable]
    seven = np.array([_shares(photo, "expression7", ORDER) for photo in usable])
    four = np.array([_shares(photo, "group4", GROUPS) for photo in usable])
    known = np.array([ORDER.index(photo.label) for photo in usable])
    smiles = np.array([photo.reading.smile or 0.0 for photo in usable]) > 0.5
    return measured(known, seven.argmax(1), four.argmax(1), smiles)


def measured(
    known: np.ndarray, seven: np.ndarray, four: np.ndarray, smiles: np.ndarray
) -> dict[str, Estimate]:
    """Every figure with its interval: Wilson for accuracies, a bootstrap for F1."""
    groups = GROUP_OF[known]
    kept = _balanced(known)
    return {
        "accuracy": _rate(seven == known),
        "group4_accuracy": _rate(four == groups),
        "smile_precision": _rate((known == 1)[smiles]),
        "smile_recall": _rate(smiles[known == 1]),
        "false_smiles": _rate(smiles[known != 1]),
        "smile_f1": _resampled(_f1, smiles, known == 1),
        "neutral_f1": _resampled(_f1, four == 0, groups == 0),
        "macro_f1": _resampled(_macro, seven[kept], known[kept]),
    }


def cross_validated(folder: Path) -> dict[str, dict[str, float]]:
    """What heads make of trained photos whose people they did not see."""
    views = train.look(folder)
    return {
        "expression network alone": train.figures(views.network, views.classes),
        "head": train.figures(train.cross_validated(views), views.classes),
    }


def detection(photos: Sequence[Photo]) -> dict[str, Estimate]:
    """Share of photos in which a face was found, in all and by label."""
    found = {"all": _rate(np.array([bool(photo.reading.face_found) for photo in photos]))}
    by_label = defaultdict(list)
    for photo in photos:
        by_label[photo.label.value].append(bool(photo.reading.face_found))
    return found | {name: _rate(np.array(hits)) for name, hits in sorted(by_label.items())}


def by_size(photos: Sequence[Photo], count: int) -> dict[str, Estimate]:
    """Photos of faces pasted into a 720 x 1280 frame at a share of its width: faces found."""
    return {
        f"{share:g} of width": _found(photos, count, lambda image, s=share: _pasted(image, s))
        for share in SHARES
    }


def by_light(photos: Sequence[Photo], count: int) -> dict[str, Estimate]:
    """The same at 0.4 of the width, with every brightness times a factor: faces found."""
    return {
        f"brightness x {light:g}": _found(
            photos, count, lambda image, k=light: _pasted(image, 0.4, k)
        )
        for light in LIGHTS
    }


def unmeasured(photos: Sequence[Photo]) -> Counter[str]:
    """Why an expression was not read although a face was found."""
    return Counter(
        why
        for photo in photos
        for measure, why in photo.reading.unmeasured.items()
        if measure == "expression7"
    )


def _found(
    photos: Sequence[Photo], count: int, make: Callable[[Image.Image], Image.Image]
) -> Estimate:
    large = [photo for photo in photos if (photo.reading.width_pixels or 0) >= 250][:count]
    hits = []
    for photo in large:
        held = io.BytesIO()
        with Image.open(photo.path) as image:
            make(image.convert("RGB")).save(held, "JPEG", quality=85)
        hits.append(bool(frame.read(held.getvalue()).face_found))
    return _rate(np.array(hits))


def _pasted(image: Image.Image, share: float, light: float = 1.0) -> Image.Image:
    width = round(CANVAS[0] * share)
    small = image.resize((width, round(width * image.height / image.width)))
    made = Image.new("RGB", CANVAS, (112, 116, 120))
    made.paste(small, ((CANVAS[0] - width) // 2, (CANVAS[1] - small.height) // 2))
    return made.point(lambda value: min(255, int(value * light)))


def _shares(photo: Photo, measure: str, names: Sequence[str]) -> list[float]:
    shares = getattr(photo.reading, measure)
    return [shares[name] for name in names]


def _balanced(known: np.ndarray) -> np.ndarray:
    """At most a thousand of every class, the first of each."""
    kept = [np.flatnonzero(known == number)[:MOST_PER_CLASS] for number in range(len(ORDER))]
    return np.concatenate(kept)


def _rate(hits: np.ndarray) -> Estimate:
    n, count = len(hits), int(hits.sum())
    return Estimate(count / n if n else 0.0, *wilson(count, n), n)


def _resampled(score: Callable[..., float], told: np.ndarray, true: np.ndarray) -> Estimate:
    random = np.random.default_rng(20)
    n = len(told)
    drawn = (random.integers(0, n, n) for _ in range(RESAMPLES))
    found = [score(told[index], true[index]) for index in drawn]
    low, high = np.percentile(found, [2.5, 97.5])
    return Estimate(score(told, true), float(low), float(high), n)


def _f1(told: np.ndarray, true: np.ndarray) -> float:
    return float(2 * (told & true).sum() / max(1, told.sum() + true.sum()))


def _macro(told: np.ndarray, true: np.ndarray) -> float:
    return float(np.mean([_f1(told == number, true == number) for number in np.unique(true)]))
