"""Reading a frame, on drawn faces: what is found, what is not measured, and why."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageFilter

from chalicelib.expression import facing, frame
from chalicelib.expression.reading import (
    Emotion,
    FrameReading,
    FrameReason,
    FrameState,
    Group,
    LensCalibration,
    Measure,
    Unmeasured,
)
from chalicelib.foundation import inference
from chalicelib.foundation.values import dump, load
from infra.answers import tiny_jpeg
from infra.face import making
from tests.unit.expression import drawn


@pytest.fixture(scope="module", autouse=True)
def networks() -> None:
    """They are part of set-up: missing or altered, nothing here could be told."""
    assert making.missing() == [], "the networks are not made here: run `make models`"


def read(image: Image.Image, **options: object) -> FrameReading:
    return frame.read(drawn.encoded(image, **options))


@pytest.fixture(scope="module")
def calm() -> FrameReading:
    return read(drawn.frame())


def test_a_face_is_read_whole(calm: FrameReading) -> None:
    assert (calm.state, calm.reason) == (FrameState.READ, FrameReason.MEASURED)
    assert (calm.face_found, calm.n_faces, calm.several_faces) == (True, 1, False)
    assert (calm.width_pixels, calm.height_pixels) == (640, 480)
    assert calm.presence is not None and calm.presence > 0.99
    assert calm.expression7 is not None and set(calm.expression7) == set(Emotion)
    assert calm.group4 is not None and set(calm.group4) == set(Group)
    for shares in (calm.expression7, calm.group4):
        assert sum(shares.values()) == pytest.approx(1, abs=1e-5)
    assert calm.smile == calm.group4[Group.HAPPY]
    assert calm.unmeasured == {Measure.FACING_LENS: Unmeasured.NOT_CALIBRATED}


def test_the_same_frame_gives_the_same_reading(calm: FrameReading) -> None:
    assert read(drawn.frame()) == calm


def test_a_reading_survives_the_table(calm: FrameReading) -> None:
    assert load(FrameReading, dump(calm)) == calm


def test_a_smile_is_seen_in_the_corners_of_the_mouth(calm: FrameReading) -> None:
    smiling = read(drawn.frame(smile=True))
    assert smiling.blendshapes is not None and calm.blendshapes is not None
    for side in ("mouthSmileLeft", "mouthSmileRight"):
        assert smiling.blendshapes[side] > calm.blendshapes[side] + 0.2


def test_a_face_seen_from_the_front_faces_the_phone(calm: FrameReading) -> None:
    assert calm.pose is not None
    assert abs(calm.pose.yaw_degrees) < 5 and abs(calm.pose.roll_degrees) < 5
    assert calm.facing_phone is True


@pytest.mark.parametrize("turn", [-30, 20])
def test_a_tilted_head_is_found_with_its_tilt(turn: int) -> None:
    found = read(drawn.frame(turn=-turn))
    assert found.pose is not None and found.pose.roll_degrees == pytest.approx(turn, abs=4)


@pytest.mark.parametrize("share", [0.1, 0.15, 0.25, 0.4, 0.6])
def test_small_and_large_faces_are_found(share: float) -> None:
    found = read(drawn.frame(share, (1280, 720)))
    assert found.face_found
    assert found.face_width_share == pytest.approx(share, rel=0.25)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_its_exif_says(orientation: int, calm: FrameReading) -> None:
    upright = drawn.frame(size=(480, 640))
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }.get(orientation)
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = read(upright.transpose(back) if back is not None else upright, exif=exif.tobytes())
    assert (found.width_pixels, found.height_pixels) == (480, 640)
    assert found.pose is not None and abs(found.pose.roll_degrees) < 5


def test_a_phone_held_sideways_without_saying_so_is_read_all_the_same() -> None:
    for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270):
        assert read(drawn.frame().transpose(turn)).face_found


def test_nobody_in_the_picture_is_no_error() -> None:
    for empty in (
        Image.new("RGB", (640, 480), (128, 128, 128)),
        Image.effect_noise((640, 480), 90),
    ):
        found = read(empty.convert("RGB"))
        assert (found.state, found.reason) == (FrameState.READ, FrameReason.NO_FACE)
        assert (found.face_found, found.n_faces, found.usable) == (False, 0, False)


def test_the_larger_of_two_faces_is_read_and_both_are_counted() -> None:
    image = Image.new("RGB", (1280, 720), (120, 130, 140))
    image.paste(drawn.face(640), (0, 40))
    image.paste(drawn.face(420, smile=True), (800, 150))
    found = read(image)
    assert (found.n_faces, found.several_faces) == (2, True)
    assert found.face_width_share == pytest.approx(0.25, abs=0.08)


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        (drawn.darker(drawn.frame(), 0.1), Unmeasured.TOO_DARK),
        (drawn.darker(drawn.frame(), 1.7), Unmeasured.CLIPPED),
        (drawn.frame().filter(ImageFilter.GaussianBlur(14)), Unmeasured.BLURRED),
        (drawn.frame(0.14, (120, 120)), Unmeasured.FACE_TOO_SMALL),
    ],
)
def test_an_expression_that_cannot_be_seen_is_not_guessed(
    spoilt: Image.Image, why: Unmeasured
) -> None:
    found = read(spoilt)
    assert (found.face_found, found.reason) == (True, FrameReason.PARTLY)
    assert (found.expression7, found.smile, found.usable) == (None, None, False)
    assert found.unmeasured[Measure.EXPRESSION] == why
    assert found.pose is not None


def test_the_gaze_of_a_small_face_is_not_measured_and_not_called_away() -> None:
    found = read(drawn.frame(0.1, (640, 480)))
    assert (found.eyes, found.facing_phone) == (None, None)
    assert found.unmeasured[Measure.FACING_PHONE] == Unmeasured.FACE_TOO_SMALL
    assert found.expression7 is not None


def test_the_lens_is_judged_once_it_is_calibrated(calm: FrameReading) -> None:
    assert calm.pose is not None and calm.eyes is not None
    across = calm.pose.yaw_degrees + calm.eyes.horizontal_degrees
    down = calm.pose.pitch_degrees + calm.eyes.vertical_degrees
    known = LensCalibration(across, down, across, down + 12, 2)
    assert facing.lens(calm.pose, calm.eyes, known) is True
    swapped = LensCalibration(across, down + 12, across, down, 2)
    assert facing.lens(calm.pose, calm.eyes, swapped) is False


@pytest.mark.parametrize("kind", ["WEBP", "JPEG"])
def test_grey_and_cmyk_and_webp_are_read(kind: str) -> None:
    modes = ["L", "CMYK"] if kind == "JPEG" else ["RGB", "RGBA"]
    for mode in modes:
        assert frame.read(drawn.encoded(drawn.frame().convert(mode), kind)).face_found


def test_a_file_that_does_not_hold_what_its_header_promised_is_unusable() -> None:
    whole = drawn.encoded(drawn.frame())
    at = whole.index(b"\xff\xc0") + 4
    found = frame.read(whole[:at] + b"\x0b" + whole[at + 1 :])
    assert (found.state, found.reason) == (FrameState.UNUSABLE, FrameReason.DAMAGED)
    assert (found.face_found, found.unmeasured) == (None, {})


def test_without_the_networks_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = inference.registry()["face_detector"]
    gone = {**inference.registry(), "face_detector": replace(entry, file="face_reading/none.onnx")}
    monkeypatch.setattr(inference, "registry", lambda: gone)
    inference.session.cache_clear()
    try:
        found = frame.read(tiny_jpeg(96, 64))
    finally:
        inference.session.cache_clear()
    assert (found.state, found.reason) == (FrameState.NOT_MEASURED, FrameReason.NO_MODEL)


def test_a_large_picture_is_decoded_small() -> None:
    from chalicelib.expression.header import Header, check
    from chalicelib.expression.picture import decode

    content = drawn.encoded(drawn.frame(size=(4000, 3000)))
    known = check(content)
    assert isinstance(known, Header)
    image = decode(content, known)
    assert isinstance(image, Image.Image)
    assert image.size == (1000, 750)
    assert frame.read(io.BytesIO(content).read()).width_pixels == 4000
