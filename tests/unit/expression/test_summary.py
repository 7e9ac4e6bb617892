"""Figures of an answer: what is counted, what is not measured, what needs the person's usual."""

import math
from statistics import NormalDist

import pytest

from chalicelib.expression import composites, facing
from chalicelib.expression.answer import NO_BASELINE, AnswerExpression
from chalicelib.expression.reading import EyeAngles, FrameReading, Measure, Pose, Unmeasured
from chalicelib.expression.summary import FALSE_SMILES, FOUND_SMILES, summarise
from chalicelib.foundation.values import dump, load
from tests.unit.expression.frames import NO_FACE, OPEN_EYES, seen


def numbered(readings: list[FrameReading]) -> list[tuple[int, FrameReading]]:
    return list(enumerate(readings))


def test_an_answer_without_frames_has_no_figure() -> None:
    found = summarise([])
    assert (found.frames, found.usable, found.measured) == (0, 0, False)
    assert found.usable_share.value is None


@pytest.mark.parametrize(("usable", "measured"), [(9, False), (10, True)])
def test_ten_usable_frames_are_the_least_for_a_figure(usable: int, measured: bool) -> None:
    found = summarise([seen()] * usable + [NO_FACE] * 5)
    assert found.measured is measured
    assert (found.smile.value is not None) is measured
    assert (found.facing_seconds is not None) is measured
    assert (found.steadiness is not None) is measured
    assert found.usable_share.value == pytest.approx(usable / (usable + 5))


def test_reasons_are_counted_for_frames_and_for_measures() -> None:
    dark = seen(expression7=None, unmeasured={Measure.EXPRESSION: Unmeasured.TOO_DARK})
    found = summarise([seen()] * 3 + [NO_FACE] + [dark] * 2)
    assert found.reasons == {"measured": 5, "no_face": 1}
    assert found.unmeasured == {"expression7": {"too_dark": 2}}
    assert found.usable == 3


def test_the_smile_share_is_corrected_for_the_known_errors_and_kept_in_range() -> None:
    half = summarise([seen(0.9), seen(0.1)] * 10)
    assert half.smile_observed.value == 0.5
    assert half.smile.value == pytest.approx((0.5 - FALSE_SMILES) / (FOUND_SMILES - FALSE_SMILES))
    assert half.smile.low is not None and half.smile.high is not None
    assert half.smile.low < half.smile.value < half.smile.high
    assert summarise([seen(0.9)] * 20).smile.value == 1
    assert summarise([seen(0.1)] * 20).smile.value == 0


def test_an_episode_is_two_neighbouring_smiling_frames() -> None:
    pattern = [0.9, 0.9, 0.1, 0.9, 0.1, 0.9, 0.9, 0.9, 0.1, 0.1, 0.1, 0.1]
    readings = [seen(smile) for smile in pattern]
    assert summarise(readings).smile_episodes == 2
    apart = [2 * number for number in range(len(readings))]
    assert summarise(readings, numbers=apart).smile_episodes == 0


def test_facing_seconds_are_the_frames_that_face_times_their_distance() -> None:
    away = seen(pose=Pose(40, 0, 0))
    found = summarise([seen()] * 15 + [away] * 5, seconds_per_frame=0.5)
    assert found.facing_seconds == 7.5
    assert found.facing_phone.value == 0.75


def test_a_phone_held_low_is_judged_from_the_persons_own_usual_pitch() -> None:
    low = seen(pose=Pose(0, 25, 0), facing_phone=False)
    assert summarise([low] * 12).facing_phone.value == 1
    assert facing.phone(low.pose, low.eyes, low.blendshapes) is False


def test_eyes_that_were_not_measured_are_not_called_looking_away() -> None:
    blind = seen(eyes=None, facing_phone=None)
    found = summarise([blind] * 12)
    assert (found.facing_phone.value, found.facing_phone.n, found.facing_seconds) == (None, 0, None)
    shut = {**OPEN_EYES, "eyeBlinkLeft": 0.9, "eyeBlinkRight": 0.9}
    assert facing.phone(Pose(0, 0, 0), None, shut) is False


def test_a_restless_head_has_larger_deviation_and_steps() -> None:
    still = summarise([seen()] * 12).steadiness
    moved = summarise([seen(pose=Pose(5 * (i % 2), 0, 0)) for i in range(12)]).steadiness
    assert still is not None and moved is not None
    assert still.step_degrees == 0
    assert moved.step_degrees == pytest.approx(5)
    assert moved.yaw_degrees > still.yaw_degrees


def test_composites_need_the_persons_own_usual() -> None:
    for found in summarise([seen()] * 12).composites:
        assert (found.value, found.reason, found.heuristic) == (None, NO_BASELINE, True)
    assert composites.baseline(numbered([seen()] * 9)) is None


def test_an_answer_as_usual_stands_at_fifty_and_a_livelier_one_moves_both_composites() -> None:
    usual = composites.baseline(numbered([seen(0.1 + 0.1 * (i % 3)) for i in range(30)]))
    same = summarise([seen(0.1 + 0.1 * (i % 3)) for i in range(30)], baseline=usual)
    for found in same.composites:
        assert found.value == pytest.approx(50)
        assert found.low is not None and found.high is not None
        assert found.low < 50 < found.high
    nervous = [seen(pose=Pose(12 * (i % 2), 0, 0), facing_phone=True) for i in range(30)]
    moved = {c.name: c.value or 0 for c in summarise(nervous, baseline=usual).composites}
    assert moved["confidence"] < 40
    assert moved["nervousness"] > 60


def test_no_composite_is_made_of_fewer_than_ten_usable_frames() -> None:
    usual = composites.baseline(numbered([seen()] * 12))
    posed = seen(expression7=None)
    for usable, measured in ((9, False), (10, True)):
        found = summarise([seen()] * usable + [posed] * 5, baseline=usual)
        assert all((c.value is not None) is measured for c in found.composites)


def test_frames_that_were_lost_part_their_neighbours_in_the_usual_too() -> None:
    turning = [seen(pose=Pose(5 * (i % 2), 0, 0)) for i in range(24)]
    whole = composites.baseline(numbered(turning))
    lost = composites.baseline([(2 * n, each) for n, each in numbered(turning)])
    assert whole is not None and whole.norms["step"].mean == pytest.approx(5)
    assert lost is not None and "step" not in lost.norms


def test_the_interval_of_a_composite_follows_the_spread_here_and_in_the_usual() -> None:
    def lively(spread: float, n: int) -> list[FrameReading]:
        return [seen(0.4 + spread * (-1) ** i) for i in range(n)]

    usual = composites.baseline(numbered(lively(0.1, 40)))
    assert usual is not None

    def width(readings: list[FrameReading]) -> float:
        found = summarise(readings, baseline=usual).composites[0]
        assert found.low is not None and found.high is not None
        return found.high - found.low

    assert width(lively(0.3, 40)) > 1.5 * width(lively(0.1, 40))
    assert width(lively(0.1, 20)) > width(lively(0.1, 80))
    norm, here = usual.norms["smile"], 0.1 * math.sqrt(40 / 39)
    assert norm.deviation == pytest.approx(here)
    smile = 0.2**2 * (1 / 40 + 1 / 40)
    calm = usual.norms["negative"].deviation / 0.1
    error = math.sqrt(smile + 0.2**2 * calm**2 * (1 / 40 + 1 / 40))
    expected = 100 * (NormalDist().cdf(1.959964 * error) - NormalDist().cdf(-1.959964 * error))
    assert width(lively(0.1, 40)) == pytest.approx(expected, rel=1e-3)


def test_a_component_at_the_end_of_its_scale_leaves_no_interval() -> None:
    usual = composites.baseline(numbered([seen()] * 12))
    restless = [seen(pose=Pose(12 * (i % 2), 0, 0)) for i in range(12)]
    for found in summarise(restless, baseline=usual).composites:
        assert found.value is not None
        assert (found.low, found.high) == (None, None)


def test_a_composite_shows_its_formula_and_every_component() -> None:
    usual = composites.baseline(numbered([seen()] * 12))
    for found in summarise([seen()] * 12, baseline=usual).composites:
        for part in found.components:
            assert f"{part.weight:g} z({part.name})" in found.formula
            assert part.value is not None and part.usual is not None
        assert sum(part.weight for part in found.components) == pytest.approx(1)


def test_the_lens_is_told_from_the_text_only_after_a_calibration_that_shows_a_difference() -> None:
    at_lens = [seen(eyes=EyeAngles(0, -6 + 0.1 * i)) for i in range(4)]
    at_text = [seen(eyes=EyeAngles(0, 6 + 0.1 * i)) for i in range(4)]
    known = facing.calibrate(at_lens, at_text)
    assert facing.lens(Pose(0, 0, 0), EyeAngles(0, -5), known) is True
    assert facing.lens(Pose(0, 0, 0), EyeAngles(0, 5), known) is False
    assert facing.lens(Pose(0, 0, 0), None, known) is None
    assert facing.lens(Pose(0, 0, 0), EyeAngles(0, 0), None) is None
    assert facing.calibrate(at_lens, at_lens) is None
    assert facing.calibrate(at_lens[:3], at_text) is None


def test_a_summary_survives_json() -> None:
    found = summarise([seen()] * 12, baseline=composites.baseline(numbered([seen()] * 12)))
    assert load(AnswerExpression, dump(found)) == found
