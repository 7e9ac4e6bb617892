"""What one frame gives: shown expression and where the head points, each measured or None.

None always means "not measured", never a low value; `unmeasured` says why, measure by measure.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Measure(StrEnum):
    """What is read from a face; the fields of `FrameReading` of the same name."""

    EXPRESSION = "expression7"
    SMILE = "smile"
    BLENDSHAPES = "blendshapes"
    POSE = "pose"
    EYES = "eyes"
    FACING_PHONE = "facing_phone"
    FACING_LENS = "facing_lens"


class FrameState(StrEnum):
    """Whether the picture was usable and read; says nothing about the person."""

    READ = "read"
    NOT_MEASURED = "not_measured"
    UNUSABLE = "unusable"


class FrameReason(StrEnum):
    """What became of a frame as a whole; all but the first two leave every measure None."""

    MEASURED = "measured"
    PARTLY = "partly_measured"
    NO_FACE = "no_face"
    NO_MODEL = "no_model_yet"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_A_PICTURE = "not_a_picture"
    HEIC = "heic_send_jpeg"
    WRONG_FORMAT = "wrong_format_send_jpeg"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    TOO_SMALL = "too_small"
    TOO_MANY_PIXELS = "too_many_pixels"


class Unmeasured(StrEnum):
    """Why one measure of a found face is None."""

    TOO_DARK = "too_dark"
    CLIPPED = "over_or_under_exposed"
    BLURRED = "blurred"
    FACE_TOO_SMALL = "face_too_small"
    TURNED_AWAY = "turned_away"
    EYES_CLOSED = "eyes_closed"
    NOT_CALIBRATED = "not_calibrated"


class Emotion(StrEnum):
    """The seven classes of shown expression; raw scores, the four groups are what is reported."""

    NEUTRAL = "neutral"
    HAPPY = "happy"
    SAD = "sad"
    ANGRY = "angry"
    FEARFUL = "fearful"
    DISGUSTED = "disgusted"
    SURPRISED = "surprised"


class Group(StrEnum):
    """The four groups that ordinary photos carry; sad, angry, fear and disgust are pooled."""

    NEUTRAL = "neutral"
    HAPPY = "happy"
    SURPRISE = "surprise"
    NEGATIVE = "negative"


@dataclass(frozen=True)
class Quality:
    """How well the face could be seen.

    `luma` is its mean brightness 0-255, `clipped_share` 0-1 the part at either end of the scale,
    `sharpness` the variance of the face's Laplacian at one size and brightness,
    `eye_distance_pixels` between the outer corners.
    """

    luma: float
    clipped_share: float
    sharpness: float
    eye_distance_pixels: float


@dataclass(frozen=True)
class Pose:
    """Where the head points: yaw to the picture's right, pitch down and roll clockwise positive."""

    yaw_degrees: float
    pitch_degrees: float
    roll_degrees: float


@dataclass(frozen=True)
class EyeAngles:
    """Where the eyes point relative to the head: to the picture's right and down positive."""

    horizontal_degrees: float
    vertical_degrees: float


@dataclass(frozen=True)
class LensCalibration:
    """A person's line of sight at the lens and at the text, from two seconds of looking at each.

    Degrees of head and eyes added; `noise_degrees` is the spread within the two looks.
    """

    lens_horizontal_degrees: float
    lens_vertical_degrees: float
    text_horizontal_degrees: float
    text_vertical_degrees: float
    noise_degrees: float


@dataclass(frozen=True)
class FrameReading:
    """One frame. Probabilities 0-1, angles in degrees, None where nothing was measured.

    `expression7` is keyed by `Emotion`, `group4` by `Group`; each sums to 1. `n_faces` counts all
    faces of the picture, the largest of which was read. `unmeasured` maps a `Measure` to why it is
    None; it is empty when there was no face to measure.
    """

    state: FrameState
    reason: FrameReason
    reader: str
    width_pixels: int | None = None
    height_pixels: int | None = None
    face_found: bool | None = None
    n_faces: int | None = None
    face_width_share: float | None = None
    presence: float | None = None
    quality: Quality | None = None
    expression7: dict[str, float] | None = None
    group4: dict[str, float] | None = None
    smile: float | None = None
    blendshapes: dict[str, float] | None = None
    pose: Pose | None = None
    eyes: EyeAngles | None = None
    facing_phone: bool | None = None
    facing_lens: bool | None = None
    unmeasured: dict[str, str] = field(default_factory=dict)

    @property
    def usable(self) -> bool:
        """Whether the face was seen well enough for its expression."""
        return self.expression7 is not None

    @property
    def several_faces(self) -> bool:
        """Whether somebody else was in the picture."""
        return (self.n_faces or 0) > 1
