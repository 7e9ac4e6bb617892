"""Readings as a good frame would give them, for tests of what is made of them."""

from dataclasses import replace
from typing import Any

from chalicelib.expression.reading import (
    Emotion,
    EyeAngles,
    FrameReading,
    FrameReason,
    FrameState,
    Group,
    Pose,
    Quality,
)

OPEN_EYES = {"eyeBlinkLeft": 0.1, "eyeBlinkRight": 0.1}
NO_FACE = FrameReading(FrameState.READ, FrameReason.NO_FACE, "test", face_found=False, n_faces=0)


def seen(smile: float = 0.1, **changed: Any) -> FrameReading:
    """A frame of a calm face looking at the phone."""
    rest = 1 - smile
    made = FrameReading(
        FrameState.READ,
        FrameReason.MEASURED,
        "test",
        640,
        480,
        face_found=True,
        n_faces=1,
        presence=0.99,
        quality=Quality(120, 0.0, 300, 110),
        expression7={e: smile if e is Emotion.HAPPY else rest / 6 for e in Emotion},
        group4={
            Group.HAPPY: smile,
            Group.NEUTRAL: rest * 0.8,
            Group.SURPRISE: rest * 0.1,
            Group.NEGATIVE: rest * 0.1,
        },
        smile=smile,
        blendshapes={**OPEN_EYES, "mouthPressLeft": 0.1, "mouthPressRight": 0.1},
        pose=Pose(0, 0, 0),
        eyes=EyeAngles(0, 0),
        facing_phone=True,
    )
    return replace(made, **changed)
