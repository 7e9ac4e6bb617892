import pytest

from chalicelib.expression.frame import read
from chalicelib.expression.reading import FrameReading, FrameReason, FrameState
from chalicelib.foundation.values import dump, load
from infra.answers import tiny_jpeg

GOOD = tiny_jpeg(96, 64)


def test_a_good_picture_is_sized_and_nothing_of_the_face_is_measured() -> None:
    reading = read(GOOD)
    assert reading.state is FrameState.NOT_MEASURED
    assert reading.reason is FrameReason.NO_MODEL
    assert (reading.width_pixels, reading.height_pixels) == (96, 64)
    assert (reading.expression7, reading.smile, reading.pose) == (None, None, None)


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"", FrameReason.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, FrameReason.NOT_A_PICTURE),
        (b"GIF89a", FrameReason.NOT_A_PICTURE),
        (GOOD[:40], FrameReason.TRUNCATED),
        (GOOD[:-2], FrameReason.TRUNCATED),
        (b"\xff\xd8\xff", FrameReason.TRUNCATED),
        (b"\xff\xd8\xff\xe0\x00\x00" + GOOD[-2:], FrameReason.TRUNCATED),
        (GOOD + b"\x00" * (2 * 1024 * 1024), FrameReason.TOO_LARGE),
        (tiny_jpeg(40, 96), FrameReason.TOO_SMALL),
        (tiny_jpeg(4097, 64), FrameReason.TOO_MANY_PIXELS),
    ],
)
def test_a_bad_picture_is_unusable_with_its_reason(picture: bytes, reason: FrameReason) -> None:
    reading = read(picture)
    assert reading.state is FrameState.UNUSABLE
    assert reason is reading.reason
    assert not reading.usable


def test_a_reading_survives_the_table() -> None:
    assert load(FrameReading, dump(read(GOOD))) == read(GOOD)
