"""The 478 points of a found face and the 52 movements that they show."""

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from chalicelib.expression.finding import Face
from chalicelib.foundation import inference

if TYPE_CHECKING:
    from PIL.Image import Image

    Floats = np.ndarray[Any, np.dtype[np.float32]]
    Bytes = np.ndarray[Any, np.dtype[np.uint8]]

LANDMARKS, BLENDSHAPES = "face_landmarks", "face_blendshapes"
OUTPUTS = ["points", "presence", "trunk", "middle"]
SIDE = 256
#: The region around a face is its box, this much larger.
MARGIN = 1.5


@dataclass(frozen=True)
class Mesh:
    """`points` is 478 x 3 in pixels of the picture, depth in the same unit, nearer is negative;
    `presence` 0-1 says how surely there is a face; `crop` is the upright face, 256 x 256 x 3;
    `inner` is 640 values from inside the network, which an expression is told from.
    """

    points: "Floats"
    presence: float
    crop: "Bytes"
    inner: "Floats"


def trace(image: "Image", face: Face) -> Mesh:
    """Trace the points of a face.

    Source
    ------
    Region and decoding as in MediaPipe's face landmarker (Apache-2.0).
    """
    side, turn = MARGIN * max(face.size), _turn(face)
    crop = cut(image, face.centre, side, turn, SIDE)
    given = {"input": crop[None]}
    points, presence, *inner = inference.session(LANDMARKS).run(OUTPUTS, given)
    flat = points.reshape(-1, 3) / SIDE
    flat[:, :2] -= 0.5
    cos, sin = math.cos(turn), math.sin(turn)
    rotation = np.array([[cos, sin, 0], [-sin, cos, 0], [0, 0, 1]], np.float32)
    placed = flat @ rotation * np.float32(side)
    placed[:, :2] += np.array(face.centre, np.float32)
    sure = 1 / (1 + math.exp(-float(presence.ravel()[0])))
    return Mesh(placed, sure, crop, np.concatenate([each.ravel() for each in inner]))


def cut(
    image: "Image", centre: tuple[float, float], side: float, turn: float, pixels: int
) -> "Bytes":
    """A turned square of the picture, `pixels` wide; its edge goes on beyond the picture's end.

    A crop that turned black there would move the points: the networks were taught on this.
    """
    from PIL.Image import Resampling, Transform

    shrink = int(side / pixels / 2)
    if shrink > 1:
        image, side = image.reduce(shrink), side / shrink
        centre = (centre[0] / shrink, centre[1] / shrink)
    reach = side / 2 * (abs(math.cos(turn)) + abs(math.sin(turn))) + 2
    image, (left, top) = _around(image, centre, reach)
    step = side / pixels
    cos, sin = math.cos(turn) * step, math.sin(turn) * step
    half = (pixels + 1) / 2
    x = centre[0] - left + 0.5 - half * cos + half * sin
    y = centre[1] - top + 0.5 - half * sin - half * cos
    affine = (cos, -sin, x, sin, cos, y)
    made = image.transform((pixels, pixels), Transform.AFFINE, affine, Resampling.BILINEAR)
    return np.asarray(made)


def _around(
    image: "Image", centre: tuple[float, float], reach: float
) -> tuple["Image", tuple[int, int]]:
    """A picture that holds all within `reach` of the centre, and where it starts.

    Where that is beyond the picture, the picture's last rows and columns are repeated.
    """
    from PIL import Image

    low = [math.floor(middle - reach) for middle in centre]
    high = [math.ceil(middle + reach) for middle in centre]
    if min(low) >= 0 and high[0] <= image.width and high[1] <= image.height:
        return image, (0, 0)
    box = _within(low, high, image.size)
    width, height = high[0] - low[0], high[1] - low[1]
    left, top = box[0] - low[0], box[1] - low[1]
    right, bottom = box[2] - low[0], box[3] - low[1]
    made = Image.new(image.mode, (width, height))
    made.paste(image.crop(box), (left, top))
    for edge, to in ((left, (0, left)), (right - 1, (right, width))):
        if to[0] < to[1]:
            strip = made.crop((min(edge, right - 1), top, min(edge, right - 1) + 1, bottom))
            made.paste(strip.resize((to[1] - to[0], bottom - top)), (to[0], top))
    for edge, to in ((top, (0, top)), (bottom - 1, (bottom, height))):
        if to[0] < to[1]:
            strip = made.crop((0, edge, width, edge + 1))
            made.paste(strip.resize((width, to[1] - to[0])), (0, to[0]))
    return made, (low[0], low[1])


def _within(low: list[int], high: list[int], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """What a box has in common with a picture, at least one pixel."""
    left, top = (min(max(low[axis], 0), size[axis] - 1) for axis in (0, 1))
    right, bottom = (
        min(max(high[axis], start + 1), size[axis]) for axis, start in ((0, left), (1, top))
    )
    return left, top, right, bottom


def movements(mesh: Mesh) -> dict[str, float]:
    """How far each of 52 facial movements is made, 0-1, by its ARKit name."""
    chosen = mesh.points[_subset(), :2]
    shown = inference.session(BLENDSHAPES).run(None, {"input": chosen[None]})[0]
    return dict(zip(NAMES, shown.tolist(), strict=True))


def _turn(face: Face) -> float:
    """Radians by which the eyes are not level."""
    across = face.left_eye[0] - face.right_eye[0]
    return math.atan2(face.left_eye[1] - face.right_eye[1], across)


@cache
def _subset() -> "np.ndarray[Any, np.dtype[np.int64]]":
    return np.array([int(number) for number in SUBSET.split()])


#: The points that the movements are told from, and the movements' names, in MediaPipe's order.
SUBSET = """
0 1 4 5 6 7 8 10 13 14 17 21 33 37 39 40 46 52 53 54 55 58 61 63 65 66 67 70 78 80 81 82 84 87 88 91
93 95 103 105 107 109 127 132 133 136 144 145 146 148 149 150 152 153 154 155 157 158 159 160 161
162 163 168 172 173 176 178 181 185 191 195 197 234 246 249 251 263 267 269 270 276 282 283 284 285
288 291 293 295 296 297 300 308 310 311 312 314 317 318 321 323 324 332 334 336 338 356 361 362 365
373 374 375 377 378 379 380 381 382 384 385 386 387 388 389 390 397 398 400 402 405 409 415 454 466
468 469 470 471 472 473 474 475 476 477
"""
NAMES = """
_neutral browDownLeft browDownRight browInnerUp browOuterUpLeft browOuterUpRight cheekPuff
cheekSquintLeft cheekSquintRight eyeBlinkLeft eyeBlinkRight eyeLookDownLeft eyeLookDownRight
eyeLookInLeft eyeLookInRight eyeLookOutLeft eyeLookOutRight eyeLookUpLeft eyeLookUpRight
eyeSquintLeft eyeSquintRight eyeWideLeft eyeWideRight jawForward jawLeft jawOpen jawRight mouthClose
mouthDimpleLeft mouthDimpleRight mouthFrownLeft mouthFrownRight mouthFunnel mouthLeft
mouthLowerDownLeft mouthLowerDownRight mouthPressLeft mouthPressRight mouthPucker mouthRight
mouthRollLower mouthRollUpper mouthShrugLower mouthShrugUpper mouthSmileLeft mouthSmileRight
mouthStretchLeft mouthStretchRight mouthUpperUpLeft mouthUpperUpRight noseSneerLeft noseSneerRight
""".split()
