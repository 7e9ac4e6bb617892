"""Keys, the number that asks for a filing, and the visible part's plain number."""

from dataclasses import replace

import pytest

from chalicelib.expression import visual
from chalicelib.expression.answer import AnswerExpression, Share
from chalicelib.expression.policy import Clip, Filing, filing, place_of
from chalicelib.expression.summary import summarise

CLIP = Clip("abcdefghabcdefgh-session1", "communication-1", 2, 1_800_000_000)


def test_a_key_and_its_frame_are_each_others() -> None:
    for number in (1, 37, 600):
        place = place_of(CLIP.key(number))
        assert (place.clip, place.number) == (CLIP, number)
        assert place.item_id == CLIP.item_id(number)


def test_readings_sort_by_recording_and_second() -> None:
    later = replace(CLIP, began=CLIP.began + 60)
    ids = [CLIP.item_id(9), CLIP.item_id(10), CLIP.item_id(100), later.item_id(1)]
    assert ids == sorted(ids)


@pytest.mark.parametrize(
    ("people", "asks"),
    [
        (0, Filing.NONE),
        (79_999, Filing.NONE),
        (80_000, Filing.PREPARE),
        (99_999, Filing.PREPARE),
        (100_000, Filing.DUE),
    ],
)
def test_the_alarm_comes_well_before_the_number_that_asks_for_a_filing(
    people: int, asks: Filing
) -> None:
    assert filing(people) is asks


def answer(smiles: int | None, facing: float | None, frames: int = 60) -> AnswerExpression:
    share = Share(0.5, 0.4, 0.6, frames)
    plain = summarise([])
    return replace(plain, smile_episodes=smiles, facing_seconds=facing, facing_phone=share)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([answer(2, 60.0)], 100.0),
        ([answer(9, 60.0)], 100.0),
        ([answer(1, 30.0)], 50.0),
        ([answer(0, 0.0)], 0.0),
        ([answer(1, 60.0), answer(1, 30.0)], 62.5),
        ([answer(None, None), answer(2, 60.0)], 100.0),
    ],
)
def test_the_visible_part_follows_its_formula(
    answers: list[AnswerExpression], expected: float
) -> None:
    found = visual.score(answers)
    assert found is not None
    assert found.score == pytest.approx(expected)


def test_too_little_measured_gives_no_number_and_never_a_low_one() -> None:
    assert visual.score([]) is None
    assert visual.score([summarise([])]) is None
    assert visual.score([answer(None, 20.0), answer(3, None)]) is None
