"""Every hostile picture ends in a reading: nothing is raised, whatever the bytes say."""

import pytest

from chalicelib.expression import frame
from chalicelib.expression.reading import FrameReason, FrameState
from infra.face import making
from tests.bench.hostile_frames import LEAST_FILES, corpus


@pytest.fixture(scope="module", autouse=True)
def networks() -> None:
    """They are part of set-up: missing or altered, nothing here could be told."""
    assert making.missing() == [], "the networks are not made here: run `make models`"


def test_every_hostile_picture_ends_in_a_reading() -> None:
    files = corpus(largest=1_000_000)
    found = {name: frame.read(content) for name, content in files}

    assert len(files) >= LEAST_FILES
    for name, reading in found.items():
        if reading.state is FrameState.UNUSABLE:
            assert reading.face_found is None, name
            assert reading.reason not in (FrameReason.MEASURED, FrameReason.NO_FACE), name
        else:
            assert reading.state is FrameState.READ, name
    assert found["png of 30,000 x 30,000 with 16 bits"].reason is FrameReason.WRONG_FORMAT
    assert found["20,000 scans"].reason is FrameReason.TOO_MANY_PIXELS
    assert found["one megapixel too many"].reason is FrameReason.TOO_MANY_PIXELS
    assert found["animated webp"].reason is FrameReason.WRONG_FORMAT
    assert found["ftyp b'heic'"].reason is FrameReason.HEIC
