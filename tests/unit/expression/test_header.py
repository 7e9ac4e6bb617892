"""What a picture claims is read before it is decoded."""

import struct
import zlib

import pytest

from chalicelib.expression.header import Header, check
from chalicelib.expression.reading import FrameReason
from infra.answers import tiny_jpeg
from tests.unit.expression.drawn import encoded, face

GOOD = tiny_jpeg(96, 64)


def png(width: int, height: int) -> bytes:
    """A small file that claims to be a large picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    check_sum = struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + check_sum


def webp(flags: int, width: int, height: int) -> bytes:
    """An extended WebP header of a claimed size."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes([flags, 0, 0, 0]) + sides + b"\0" * 8
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"", FrameReason.EMPTY),
        (b"hello", FrameReason.NOT_A_PICTURE),
        (png(30_000, 30_000), FrameReason.WRONG_FORMAT),
        (b"GIF89a" + b"\0" * 40, FrameReason.WRONG_FORMAT),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, FrameReason.HEIC),
        (b"\0\0\0\x18ftypavif" + b"\0" * 40, FrameReason.WRONG_FORMAT),
        (GOOD[:40], FrameReason.TRUNCATED),
        (GOOD[:-2], FrameReason.TRUNCATED),
        (b"\xff\xd8\xff", FrameReason.TRUNCATED),
        (b"\xff\xd8\xff\xe0\x00\x00" + GOOD[-2:], FrameReason.TRUNCATED),
        (GOOD + b"\x00" * (2 * 1024 * 1024), FrameReason.TOO_LARGE),
        (tiny_jpeg(20, 96), FrameReason.TOO_SMALL),
        (tiny_jpeg(6000, 6000), FrameReason.TOO_MANY_PIXELS),
        (webp(0, 16_000, 16_000), FrameReason.TOO_MANY_PIXELS),
        (webp(2, 640, 480), FrameReason.WRONG_FORMAT),
        (webp(0, 640, 480)[:25], FrameReason.TRUNCATED),
    ],
)
def test_a_bad_picture_is_refused_by_its_header(picture: bytes, reason: FrameReason) -> None:
    assert check(picture) is reason


def test_a_picture_with_more_scans_than_its_size_allows_is_refused() -> None:
    many = tiny_jpeg(3000, 3000)
    start = many.index(b"\xff\xda")
    assert isinstance(check(many), Header)
    assert (
        check(many[:start] + many[start : start + 200] * 40 + many[-2:])
        is FrameReason.TOO_MANY_PIXELS
    )


@pytest.mark.parametrize(
    "options", [{}, {"lossless": True}, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}]
)
def test_the_size_of_every_kind_of_still_webp_is_read(options: dict[str, object]) -> None:
    assert check(encoded(face(300), "WEBP", **options)) == Header("WEBP", 300, 300)


def test_the_size_of_a_jpeg_is_read() -> None:
    assert check(GOOD) == Header("JPEG", 96, 64)


@pytest.mark.parametrize("trailer", [b"\x00" * 9, b"depth map " * 50, GOOD])
def test_what_a_phone_puts_behind_the_end_of_a_jpeg_does_not_truncate_it(trailer: bytes) -> None:
    assert check(GOOD + trailer) == Header("JPEG", 96, 64)
    assert check(GOOD[:-2]) is FrameReason.TRUNCATED
