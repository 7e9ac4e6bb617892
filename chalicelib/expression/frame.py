"""One picture to one reading; a bad picture is told apart from a face that was not measured."""

from chalicelib.expression.reading import FrameReading, FrameReason, FrameState, LensCalibration

MOST_BYTES = 2 * 1024 * 1024
MOST_SIDE_PIXELS = 4096
LEAST_SIDE_PIXELS = 48
READER_VERSION = "frame-header-1.0.0"

_START, _SCAN, _END = b"\xff\xd8\xff", 0xDA, b"\xff\xd9"
#: Start-of-frame markers that carry height and width.
_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})


def read(
    picture: bytes, *, calibration: LensCalibration | None = None, usual_pitch_degrees: float = 0.0
) -> FrameReading:
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
        return _unusable(FrameReason.NOT_A_PICTURE)
    size = _size(picture)
    if size is None or not picture.rstrip(b"\x00").endswith(_END):
        return _unusable(FrameReason.TRUNCATED)
    width, height = size
    if max(size) > MOST_SIDE_PIXELS:
        return _unusable(FrameReason.TOO_MANY_PIXELS)
    if min(size) < LEAST_SIDE_PIXELS:
        return _unusable(FrameReason.TOO_SMALL)
    return FrameReading(
        FrameState.NOT_MEASURED, FrameReason.NO_MODEL, READER_VERSION, width, height
    )


def _unusable(reason: FrameReason) -> FrameReading:
    return FrameReading(FrameState.UNUSABLE, reason, READER_VERSION)


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
