"""Drawn JPEGs are read as they were when the reader was last judged by eye.

Another processor or runtime may differ in the last digits; the tolerances are many times that and
many times smaller than any figure's own error.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from chalicelib.expression import frame
from chalicelib.expression.reading import FrameReading
from infra.face import making
from tests.unit.expression import drawn

GOLDEN = json.loads(Path(__file__).with_name("golden_readings.json").read_text())
DEGREES, SHARE = 0.5, 0.02
PICTURES = {
    "calm": drawn.frame(),
    "smiling": drawn.frame(smile=True),
    "tilted": drawn.frame(turn=20),
    "small": drawn.frame(0.15, (1280, 720)),
}


@pytest.fixture(scope="module", autouse=True)
def networks() -> None:
    assert making.missing() == [], "the networks are not made here: run `make models`"


def figures(found: FrameReading) -> dict[str, dict[str, float]]:
    """What is compared: degrees of head and eyes, shares 0-1."""
    assert found.pose is not None and found.eyes is not None
    assert found.group4 is not None and found.blendshapes is not None
    shares: dict[str, Any] = {**found.group4, **found.blendshapes}
    shares["width"] = found.face_width_share
    return {
        "degrees": {
            "yaw": found.pose.yaw_degrees,
            "pitch": found.pose.pitch_degrees,
            "roll": found.pose.roll_degrees,
            "eyes across": found.eyes.horizontal_degrees,
            "eyes down": found.eyes.vertical_degrees,
        },
        "shares": {str(name): float(value) for name, value in shares.items()},
    }


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_a_drawn_jpeg_is_read_as_it_was(name: str) -> None:
    found = figures(frame.read(drawn.encoded(PICTURES[name])))
    assert found["degrees"] == pytest.approx(GOLDEN[name]["degrees"], abs=DEGREES)
    assert found["shares"] == pytest.approx(GOLDEN[name]["shares"], abs=SHARE)
