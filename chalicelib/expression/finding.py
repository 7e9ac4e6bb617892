"""Finds the faces of a picture: a short-range network first, a full-range one for small faces."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from chalicelib.foundation import inference

if TYPE_CHECKING:
    from PIL.Image import Image

    Floats = np.ndarray[Any, np.dtype[np.float32]]

SHORT, FULL = "face_detector", "face_detector_full"
#: A face counts from here; a small one is worth confirming by its points a little earlier.
SURE_SCORE, LEAST_SCORE = 0.5, {SHORT: 0.5, FULL: 0.4}
SAME_FACE = 0.3


@dataclass(frozen=True)
class Face:
    """A found face: score 0-1, centre and size of its box, both eyes; all in pixels."""

    score: float
    centre: tuple[float, float]
    size: tuple[float, float]
    right_eye: tuple[float, float]
    left_eye: tuple[float, float]


@dataclass(frozen=True)
class _Network:
    """The side of its input, and where its guesses start: one row of x, y in 0-1 for each."""

    side: int
    least_score: float
    anchors: "Floats"


@dataclass(frozen=True)
class Look:
    """One way to look for faces: which network sees which square of the picture, and how turned.

    The square holds the whole picture with `zoom` times its longer side; with a `place` it is as
    wide as the shorter side, 0 at the beginning of the longer one, 1 at its end. `turns` are
    quarter turns.
    """

    network: str
    zoom: float = 1.0
    place: float | None = None
    turns: int = 0


#: In order, until a face is confirmed: the usual one; small faces; smaller ones, part by part; a
#: face that fills the picture; a phone held sideways or upside down whose file does not say so.
LOOKS = (
    Look(SHORT),
    Look(FULL),
    *(Look(FULL, place=place) for place in (0.5, 0.0, 1.0)),
    Look(SHORT, zoom=1.4),
    *(Look(SHORT, turns=turns) for turns in (1, 2, 3)),
)


def find(image: "Image", look: Look = LOOKS[0]) -> list[Face]:
    """The faces of a picture, the largest and surest first.

    Parameters
    ----------
    image : RGB picture.

    Source
    ------
    Anchors, decoding and weighted suppression as in MediaPipe's face detection (Apache-2.0).
    """
    network = _network(look.network)
    square, scale, offset = _square(image, network.side, look)
    turned = np.ascontiguousarray(np.rot90(square, look.turns))
    given = {"input": turned[None]}
    boxes, scores = inference.session(look.network).run(None, given)
    found = _decode(boxes[0], scores[0, :, 0], network)
    faces = [_placed(row, network.side, look.turns, scale, offset) for row in found]
    return sorted(faces, key=lambda face: -face.score * face.size[0])


@cache
def _network(name: str) -> _Network:
    """Cell centres, each as often as the network guesses there."""
    side, grids = (128, ((16, 2), (8, 6))) if name == SHORT else (192, ((48, 1),))
    rows = []
    for cells, guesses in grids:
        line = (np.arange(cells, dtype=np.float32) + np.float32(0.5)) / cells
        down, across = np.meshgrid(line, line, indexing="ij")
        grid = np.stack([across.ravel(), down.ravel()], axis=1)
        rows.append(np.repeat(grid, guesses, axis=0))
    return _Network(side, LEAST_SCORE[name], np.concatenate(rows))


def _square(
    image: "Image", side: int, look: Look
) -> tuple["np.ndarray[Any, np.dtype[np.uint8]]", float, tuple[float, float]]:
    """The square that a network sees, black beyond the picture; pixels per square pixel, offset.

    A small face would be lost between the samples: for the full range the picture is first made
    smaller by whole means. The short-range network is given what it was taught on, plain samples.
    """
    from PIL.Image import Resampling, Transform

    length = look.zoom * max(image.size) if look.place is None else min(image.size)
    place = 0.5 if look.place is None else look.place
    scale = length / side
    left, top = ((length - size) * place / scale for size in image.size)
    shrink = max(1, int(scale)) if look.network == FULL else 1
    inner = image.reduce(shrink) if shrink > 1 else image
    step = scale / shrink
    shift = 0.5 - step / 2
    affine = (step, 0, shift - left * step, 0, step, shift - top * step)
    square = inner.transform((side, side), Transform.AFFINE, affine, Resampling.BILINEAR)
    return np.asarray(square), scale, (left, top)


def _decode(boxes: "Floats", logits: "Floats", network: _Network) -> "Floats":
    """Rows of score, centre, size and six points, in pixels of the square; overlaps are merged."""
    least = network.least_score
    likely = logits > np.log(least / (1 - least))
    rows = boxes[likely].reshape(-1, 8, 2)
    anchors = network.anchors[likely, None] * network.side
    places = np.concatenate([rows[:, :1] + anchors, rows[:, 1:2], rows[:, 2:] + anchors], axis=1)
    scores = 1 / (1 + np.exp(-np.clip(logits[likely], -100, 100)))
    return _merged(np.concatenate([scores[:, None], places.reshape(-1, 16)], axis=1))


def _merged(rows: "Floats") -> "Floats":
    """Guesses at the same face averaged by their scores."""
    rows = rows[np.argsort(-rows[:, 0], kind="stable")]
    kept = []
    while len(rows):
        same = _overlap(rows[0], rows) > SAME_FACE
        same[0] = True
        weights = rows[same, :1]
        middle = (rows[same, 1:] * weights).sum(0) / weights.sum()
        kept.append(np.concatenate([rows[0, :1], middle]))
        rows = rows[~same]
    return np.stack(kept) if kept else rows


def _overlap(one: "Floats", many: "Floats") -> "Floats":
    """Intersection over union of one box with each of many."""
    low = np.maximum(one[1:3] - one[3:5] / 2, many[:, 1:3] - many[:, 3:5] / 2)
    high = np.minimum(one[1:3] + one[3:5] / 2, many[:, 1:3] + many[:, 3:5] / 2)
    common = np.clip(high - low, 0, None).prod(1)
    share: Floats = common / (one[3:5].prod() + many[:, 3:5].prod(1) - common)
    return share


def _placed(row: "Floats", side: int, turn: int, scale: float, offset: tuple[float, float]) -> Face:
    """A row turned back and brought to the picture's own pixels."""

    def point(at: int) -> tuple[float, float]:
        x, y = float(row[at]), float(row[at + 1])
        for _ in range(turn):
            x, y = side - y, x
        return (x - offset[0]) * scale, (y - offset[1]) * scale

    width, height = float(row[3]) * scale, float(row[4]) * scale
    size = (height, width) if turn % 2 else (width, height)
    return Face(float(row[0]), point(1), size, point(5), point(7))
