"""Where the head and the eyes point, from the points of a face alone."""

import json
import math
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from chalicelib.expression.reading import EyeAngles, Pose
from chalicelib.foundation import inference

if TYPE_CHECKING:
    Floats = np.ndarray[Any, np.dtype[np.float64]]

GEOMETRY = "face_geometry"
#: MediaPipe's virtual camera: its vertical field of view.
VIEW_DEGREES = 63.0
#: Of 478 points those of the face itself; the rest are the irises.
FACE_POINTS = 468
#: An eye ball turns about a centre 12 mm behind an iris that moves over 15 mm of half width.
EYE_RATIO = 15 / 12
#: Outer corner, inner corner and middle of the iris, the person's right eye first.
_EYES = ((33, 133, 468), (263, 362, 473))


def head(points: "np.ndarray[Any, Any]", width: int, height: int) -> Pose:
    """Where the head points.

    Parameters
    ----------
    points : at least 468 x 3 in pixels, as `mesh.trace` gives them.
    width, height : of the picture.

    Source
    ------
    MediaPipe's face geometry (Apache-2.0): the points are brought back through a virtual camera to
    centimetres and laid on a canonical face by a weighted orthogonal Procrustes fit.
    """
    matrix = rotation(points, width, height)
    yaw = math.atan2(matrix[0, 2], matrix[2, 2])
    pitch = math.asin(max(-1.0, min(1.0, -matrix[1, 2])))
    roll = math.atan2(matrix[1, 0], matrix[1, 1])
    return Pose(math.degrees(yaw), math.degrees(pitch), -math.degrees(roll))


def rotation(points: "np.ndarray[Any, Any]", width: int, height: int) -> "Floats":
    """The 3 x 3 rotation of the head: x right, y up, z towards the camera."""
    canonical, chosen, weights = _canonical()
    high = 2 * math.tan(math.radians(VIEW_DEGREES) / 2)
    wide = high * width / height
    screen = points[:FACE_POINTS].astype(np.float64) / (width, height, width)
    screen = screen * (1, -1, 1) + (0, 1, 0)
    screen = screen * (wide, high, wide) - (wide / 2, high / 2, 0)
    depth = screen[:, 2].mean()
    screen = screen[chosen]
    first = _fit(canonical, screen * (1, 1, -1), weights)[1]
    second = _fit(canonical, _unprojected(screen, depth, first), weights)[1]
    return _fit(canonical, _unprojected(screen, depth, first * second), weights)[0]


def eyes(points: "np.ndarray[Any, Any]") -> EyeAngles:
    """Where the eyes point relative to the head, the mean of both."""
    angles = [_eye(points[:, :2].astype(np.float64), eye) for eye in _EYES]
    across, down = (sum(each) / 2 for each in zip(*angles, strict=True))
    return EyeAngles(across, down)


def eye_distance(points: "np.ndarray[Any, Any]") -> float:
    """Pixels between the outer corners of the eyes."""
    return float(np.linalg.norm(points[33, :2] - points[263, :2]))


def _eye(points: "Floats", eye: tuple[int, ...]) -> tuple[float, float]:
    """Horizontal and vertical angle of one eye, in degrees, from how far its iris is off."""
    outer, inner, iris = (points[number] for number in eye)
    left, right = (outer, inner) if eye[0] == 33 else (inner, outer)
    axis = right - left
    width = float(np.hypot(*axis))
    offset = iris - (outer + inner) / 2
    along = float(offset @ axis) / width
    below = float(offset @ np.array([-axis[1], axis[0]])) / width
    return _angle(2 * along / width), _angle(2 * below / width)


def _angle(ratio: float) -> float:
    return math.degrees(math.asin(max(-1.0, min(1.0, EYE_RATIO * ratio))))


def _unprojected(screen: "Floats", depth: float, scale: float) -> "Floats":
    z = (screen[:, 2] - depth + 1) / scale
    return np.stack([screen[:, 0] * z, screen[:, 1] * z, -z], axis=1)


def _fit(source: "Floats", target: "Floats", weights: "Floats") -> tuple["Floats", float]:
    """The rotation and scale that lay `source` best on `target`, by weighted least squares."""
    share = (weights / weights.sum())[:, None]
    centred = source - (share * source).sum(0)
    u, _, v = np.linalg.svd((target * weights[:, None]).T @ centred)
    turn = np.diag([1, 1, np.sign(np.linalg.det(u) * np.linalg.det(v))])
    found = u @ turn @ v
    turned = centred @ found.T
    scale = (turned * target * weights[:, None]).sum() / (centred * source * weights[:, None]).sum()
    return found, float(scale)


@cache
def _canonical() -> tuple["Floats", "np.ndarray[Any, np.dtype[np.int64]]", "Floats"]:
    """Points of a canonical face in centimetres, which of the 468 they are, and their weights."""
    known = json.loads(inference.content(GEOMETRY))
    numbers = np.array(known["numbers"])
    return np.array(known["points"]), numbers, np.array(known["weights"])
