"""Bytes to an upright picture, never larger than reading a face needs."""

import io
import struct
import warnings
from typing import TYPE_CHECKING

from chalicelib.expression.header import Header
from chalicelib.expression.reading import FrameReason

if TYPE_CHECKING:
    from PIL.Image import Image

#: A JPEG is decoded at a half, a quarter or an eighth while both sides stay at least this long.
WANTED_PIXELS = 640
#: What the decoders raise for content that does not hold what its header promised.
_DAMAGED = (
    OSError, ValueError, SyntaxError, IndexError, KeyError, TypeError, AttributeError,
    ArithmeticError, EOFError, RuntimeError, struct.error,
)  # fmt: skip
_ORIENTATION = 0x0112


def decode(picture: bytes, header: Header) -> "Image | FrameReason":
    """An RGB picture, turned as its EXIF says, or why it could not be had.

    Parameters
    ----------
    picture, header : bytes and what `header.check` said about them.
    """
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(picture), formats=[header.format]) as opened:
                if opened.size != (header.width, header.height):
                    return FrameReason.DAMAGED
                opened.draft("RGB", (WANTED_PIXELS, WANTED_PIXELS))
                opened.load()
                return _upright(opened.convert("RGB"), _orientation(opened))
        except Image.DecompressionBombError:
            return FrameReason.TOO_MANY_PIXELS
        except _DAMAGED:
            return FrameReason.DAMAGED


def _orientation(opened: "Image") -> int:
    """1-8 as EXIF has it; 1 where the file says nothing that can be read."""
    try:
        found = opened.getexif().get(_ORIENTATION, 1)
    except _DAMAGED:
        return 1
    return found if isinstance(found, int) else 1


def _upright(image: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose

    turn = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(orientation)
    return image if turn is None else image.transpose(turn)
