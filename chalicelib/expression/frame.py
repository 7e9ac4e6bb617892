"""One picture to one reading; a bad picture is told apart from a face that was not measured."""

from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 2 * 1024 * 1024
MOST_SIDE_PIXELS = 4096
LEAST_SIDE_PIXELS = 48
READER_VERSION = "frame-header-1.0.0"

_START, _SCAN, _END = b"\xff\xd8\xff", 0xDA, b"\xff\xd9"
#: Start-of-frame markers that carry height and width.
_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})


class Measure(StrEnum):
    """What would be read from a frame, once a model stands behind it."""

    FACE = "face"
    SMILE = "smile"
    FROWN = "frown"
    GAZE = "gaze_to_lens"
    QUALITY = "quality"


class FrameState(StrEnum):
    """Whether the picture itself was usable; `not_measured` says nothing about the person."""

    NOT_MEASURED = "not_measured"
    UNUSABLE = "unusable"


class FrameReason(StrEnum):
    """Why nothing was measured."""

    NO_MODEL = "no_model_yet"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_JPEG = "not_jpeg"
    TRUNCATED = "truncated"
    TOO_SMALL = "too_small"
    TOO_MANY_PIXELS = "too_many_pixels"


@dataclass(frozen=True)
class FrameReading:
    """Probabilities 0-1 of shown expression, or None where nothing was measured."""

    state: FrameState
    reason: FrameReason
    reader: str
    measures: dict[str, float | None]
    width_pixels: int | None = None
    height_pixels: int | None = None


def read(picture: bytes) -> FrameReading:
    """Check a frame and read what can be read: so far its size, no measure of a face.

    Parameters
    ----------
    picture : bytes
        A JPEG, at most 2 MiB and 4096 pixels a side; only its header is looked at.

    Returns
    -------
    FrameReading
        Every measure None; `reason` is `no_model_yet` for a good picture.

    Source
    ------
    Header layout: ITU-T T.81, annex B.
    """
    if not picture:
        return _unusable(FrameReason.EMPTY)
    if len(picture) > MOST_BYTES:
        return _unusable(FrameReason.TOO_LARGE)
    if not picture.startswith(_START):
        return _unusable(FrameReason.NOT_JPEG)
    size = _size(picture)
    if size is None or not picture.rstrip(b"\x00").endswith(_END):
        return _unusable(FrameReason.TRUNCATED)
    width, height = size
    if max(size) > MOST_SIDE_PIXELS:
        return _unusable(FrameReason.TOO_MANY_PIXELS)
    if min(size) < LEAST_SIDE_PIXELS:
        return _unusable(FrameReason.TOO_SMALL)
    return FrameReading(
        FrameState.NOT_MEASURED, FrameReason.NO_MODEL, READER_VERSION, _nothing(), width, height
    )


def _nothing() -> dict[str, float | None]:
    return {measure.value: None for measure in Measure}


def _unusable(reason: FrameReason) -> FrameReading:
    return FrameReading(FrameState.UNUSABLE, reason, READER_VERSION, _nothing())


def _size(picture: bytes) -> tuple[int, int] | None:
    """Width and height from the first start-of-frame segment, None when the header breaks off."""
    at = 2
    while at + 4 <= len(picture) and picture[at] == 0xFF:
        marker = picture[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(picture[at + 2 : at + 4])
        if marker == _SCAN or length < 2:
            return None
        if marker in _SIZES:
            field = picture[at + 5 : at + 9]
            return (int.from_bytes(field[2:4]), int.from_bytes(field[:2])) if field[3:] else None
        at += 2 + length
    return None
