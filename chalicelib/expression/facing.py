"""Whether somebody faces the phone, or after a calibration looks at its lens.

One frame cannot tell the lens from the screen below it: 10 to 13 degrees apart at arm's length,
under a noise of 2 to 3 and a personal bias of about 5. So without a calibration the weaker
sentence is the one that is said.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from chalicelib.expression.reading import EyeAngles, FrameReading, LensCalibration, Pose
from chalicelib.foundation.statistics import deviation

MOST_YAW_DEGREES = 15.0
MOST_PITCH_DEGREES = 15.0
MOST_EYE_DEGREES = 12.0
CLOSED_EYES = 0.5
#: Frames of each look that a calibration needs, and how far apart the looks must be in noises.
LEAST_LOOKS = 4
LEAST_NOISES = 2.0


def closed(blendshapes: dict[str, float]) -> bool:
    """Whether both eyes are shut."""
    return min(blendshapes["eyeBlinkLeft"], blendshapes["eyeBlinkRight"]) > CLOSED_EYES


def phone(
    pose: Pose | None,
    eyes: EyeAngles | None,
    blendshapes: dict[str, float] | None,
    usual_pitch_degrees: float = 0.0,
) -> bool | None:
    """Whether head and eyes point at the phone.

    Parameters
    ----------
    pose, eyes, blendshapes : of one frame; None where not measured.
    usual_pitch_degrees : median pitch of the person's session; 0 while it is not known.

    Returns
    -------
    True, False, or None when the head allows it and the eyes were not measured.
    """
    if pose is None:
        return None
    away = abs(pose.yaw_degrees) >= MOST_YAW_DEGREES
    if away or abs(pose.pitch_degrees - usual_pitch_degrees) >= MOST_PITCH_DEGREES:
        return False
    if blendshapes is not None and closed(blendshapes):
        return False
    if eyes is None:
        return None
    return max(abs(eyes.horizontal_degrees), abs(eyes.vertical_degrees)) < MOST_EYE_DEGREES


def usual_pitch(readings: Sequence[FrameReading]) -> float:
    """Median pitch in degrees of the heads that were measured; 0 when none was."""
    pitches = [reading.pose.pitch_degrees for reading in readings if reading.pose]
    return median(pitches) if pitches else 0.0


def judged(readings: Sequence[FrameReading], usual_pitch_degrees: float) -> list[FrameReading]:
    """The readings with facing judged from the person's own usual pitch."""
    return [
        replace(r, facing_phone=phone(r.pose, r.eyes, r.blendshapes, usual_pitch_degrees))
        for r in readings
    ]


def lens(pose: Pose | None, eyes: EyeAngles | None, known: LensCalibration | None) -> bool | None:
    """Whether the line of sight is nearer to the lens than to the text; None when not known."""
    if pose is None or eyes is None or known is None:
        return None
    across, down = _sight(pose, eyes)
    lens_off = math.hypot(
        across - known.lens_horizontal_degrees, down - known.lens_vertical_degrees
    )
    text_off = math.hypot(
        across - known.text_horizontal_degrees, down - known.text_vertical_degrees
    )
    return lens_off < min(text_off, MOST_EYE_DEGREES)


def calibrate(
    at_lens: Sequence[FrameReading], at_text: Sequence[FrameReading]
) -> LensCalibration | None:
    """What two seconds of looking at the lens and two at the text tell.

    Returns
    -------
    None when either look has fewer than four measured frames, or when the two looks lie less than
    two noises apart: then the lens cannot be told from the text for this person.
    """
    looks = [
        [_sight(r.pose, r.eyes) for r in side if r.pose and r.eyes] for side in (at_lens, at_text)
    ]
    if min(map(len, looks)) < LEAST_LOOKS:
        return None
    noise = max(deviation([angle[axis] for angle in look]) for look in looks for axis in (0, 1))
    (lens_x, lens_y), (text_x, text_y) = (
        (median(x for x, _ in look), median(y for _, y in look)) for look in looks
    )
    if math.hypot(lens_x - text_x, lens_y - text_y) < LEAST_NOISES * noise:
        return None
    return LensCalibration(lens_x, lens_y, text_x, text_y, noise)


def _sight(pose: Pose, eyes: EyeAngles) -> tuple[float, float]:
    return (
        pose.yaw_degrees + eyes.horizontal_degrees,
        pose.pitch_degrees + eyes.vertical_degrees,
    )
