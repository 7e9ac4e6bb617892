"""How well a face can be seen, and what that leaves unmeasured."""

from typing import TYPE_CHECKING, Any

import numpy as np

from chalicelib.expression.reading import Pose, Quality, Unmeasured

if TYPE_CHECKING:
    Bytes = np.ndarray[Any, np.dtype[np.uint8]]

#: Mean brightness 0-255 under which a face is found but its expression is not.
LEAST_LUMA = 20.0
MOST_CLIPPED_SHARE = 0.5
LEAST_SHARPNESS = 60.0
#: Outer eye corners: for an expression, and for a gaze to within three degrees.
LEAST_EXPRESSION_PIXELS, LEAST_GAZE_PIXELS = 16.0, 60.0
MOST_YAW_DEGREES, MOST_PITCH_DEGREES = 45.0, 40.0
_BLACK, _WHITE, _BLOCK, _MIDDLE = 4, 251, 4, 128


def judge(crop: "Bytes", eye_distance_pixels: float) -> Quality:
    """Brightness, clipping and sharpness of an upright face, 256 x 256 x 3.

    Sharpness is taken at 64 x 64, finer detail says nothing about an expression, and so a small
    sharp face is not called blurred; and at one brightness, so that neither is a dark one.
    """
    grey = crop @ np.array([0.299, 0.587, 0.114], np.float32)
    inner = grey[48:208, 48:208]
    clipped = float(((inner <= _BLACK) | (inner >= _WHITE)).mean())
    small = inner.reshape(40, _BLOCK, 40, _BLOCK).mean((1, 3))
    around = small[:-2, 1:-1] + small[2:, 1:-1] + small[1:-1, :-2] + small[1:-1, 2:]
    luma = float(inner.mean())
    edges = float((around - 4 * small[1:-1, 1:-1]).var())
    sharpness = edges * (_MIDDLE / max(luma, 1.0)) ** 2
    return Quality(luma, clipped, sharpness, eye_distance_pixels)


def expression_hidden(quality: Quality, pose: Pose) -> Unmeasured | None:
    """Why the expression of a found face would be a guess; None when it can be read."""
    checks = (
        (Unmeasured.TOO_DARK, quality.luma < LEAST_LUMA),
        (Unmeasured.CLIPPED, quality.clipped_share > MOST_CLIPPED_SHARE),
        (Unmeasured.FACE_TOO_SMALL, quality.eye_distance_pixels < LEAST_EXPRESSION_PIXELS),
        (Unmeasured.BLURRED, quality.sharpness < LEAST_SHARPNESS),
        (Unmeasured.TURNED_AWAY, abs(pose.yaw_degrees) > MOST_YAW_DEGREES),
        (Unmeasured.TURNED_AWAY, abs(pose.pitch_degrees) > MOST_PITCH_DEGREES),
    )
    return next((why for why, hidden in checks if hidden), None)


def gaze_hidden(quality: Quality, pose: Pose, shut: bool) -> Unmeasured | None:
    """Why the eyes' direction would be a guess; None when it can be read."""
    if quality.eye_distance_pixels < LEAST_GAZE_PIXELS:
        return Unmeasured.FACE_TOO_SMALL
    if shut:
        return Unmeasured.EYES_CLOSED
    return expression_hidden(quality, pose)
