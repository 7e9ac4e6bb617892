"""Frames of an interview: an answer read well, one with gaps, one with too few frames."""

import math
from typing import Any

from chalicelib.entrypoints.console.frames import ShownFrames, laid_out
from chalicelib.expression.reading import (
    EyeAngles,
    FrameReading,
    FrameReason,
    FrameState,
    Pose,
    Quality,
)
from chalicelib.expression.session import SessionExpression, arrange

CALM = {"eyeBlinkLeft": 0.1, "eyeBlinkRight": 0.1, "mouthPressLeft": 0.1, "mouthPressRight": 0.1}
NO_FACE = FrameReading(FrameState.READ, FrameReason.NO_FACE, "frame-reader-1", 640, 480, False, 0)


def reading(smile: float, yaw: float = 0.0) -> FrameReading:
    """One frame of a face that smiles so much and is turned so far."""
    rest = 1 - smile
    group = {"neutral": rest * 0.8, "happy": smile, "surprise": rest * 0.1, "negative": rest * 0.1}
    return FrameReading(
        state=FrameState.READ,
        reason=FrameReason.MEASURED,
        reader="frame-reader-1",
        width_pixels=640,
        height_pixels=480,
        face_found=True,
        n_faces=1,
        face_width_share=0.3,
        presence=0.99,
        quality=Quality(120 + yaw, 0.01, 90.0, 80.0),
        expression7={"neutral": rest, "happy": smile},
        group4=group,
        smile=smile,
        blendshapes=CALM,
        pose=Pose(yaw, 1.0, 0.0),
        eyes=EyeAngles(1.0, 1.0),
        facing_phone=abs(yaw) < 15,
    )


def series(seconds: range, lively: float) -> list[tuple[int, FrameReading]]:
    """A recording: smiles come and go, the head turns away now and then."""
    return [
        (
            n,
            NO_FACE
            if n % 13 == 0
            else reading(
                min(0.95, max(0.02, lively + 0.5 * math.sin(n / 3))), 6 * math.sin(n) + n % 5
            ),
        )
        for n in seconds
    ]


def found(session: dict[str, Any]) -> SessionExpression:
    """What was read of three answers."""
    names = [item["question_id"] for item in session["questions"]]
    gaps = [pair for pair in series(range(1, 40), 0.6) if not 12 <= pair[0] <= 19]
    few = series(range(1, 7), 0.4)
    return arrange(dict(zip(names, (series(range(1, 61), 0.3), gaps, few), strict=False)))


def frames(session: dict[str, Any], weight: int = 0) -> ShownFrames:
    """The card as the page shows it."""
    return laid_out(found(session), session, weight)
