import pytest

from chalicelib.expression.frame import FrameReason, FrameState, Measure, read
from chalicelib.expression.summary import summarise
from chalicelib.foundation.values import dump, load
from infra.answers import tiny_jpeg

GOOD = tiny_jpeg(96, 64)


def test_a_good_picture_is_sized_and_nothing_of_the_face_is_measured() -> None:
    reading = read(GOOD)
    assert reading.state is FrameState.NOT_MEASURED
    assert reading.reason is FrameReason.NO_MODEL
    assert (reading.width_pixels, reading.height_pixels) == (96, 64)
    assert set(reading.measures) == {measure.value for measure in Measure}
    assert set(reading.measures.values()) == {None}


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"", FrameReason.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, FrameReason.NOT_JPEG),
        (b"GIF89a", FrameReason.NOT_JPEG),
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
    assert set(reading.measures.values()) == {None}


def test_a_summary_says_not_measured_with_the_number_of_frames() -> None:
    summary = summarise([read(GOOD), read(GOOD), read(b"")])
    assert (summary.frames, summary.usable) == (3, 2)
    assert {figure.mean for figure in summary.figures} == {None}
    assert {(figure.measured, figure.frames) for figure in summary.figures} == {(0, 3)}
    assert summary.reasons == {"empty": 1, "no_model_yet": 2}


def test_an_answer_without_frames_has_an_empty_summary() -> None:
    assert summarise([]).frames == 0


def test_a_measured_figure_would_be_the_mean_of_what_was_measured() -> None:
    plain = dump(read(GOOD))
    measured = load(type(read(GOOD)), plain | {"measures": {"smile": 0.5}})
    smile = next(f for f in summarise([measured, read(GOOD)]).figures if f.measure == "smile")
    assert (smile.mean, smile.measured, smile.frames) == (0.5, 1, 2)
