"""Lawful moves of an application."""

import pytest

from chalicelib.records.stages import BOARD, IN_WORKFLOW, MOVES, IllegalMove, Stage, check_move


def test_the_way_from_application_to_hire_is_lawful() -> None:
    way = [
        Stage.APPLIED, Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWING, Stage.INTERVIEWED,
        Stage.PASSED, Stage.BACKGROUND_CHECK, Stage.PRE_HIRE, Stage.OFFERED, Stage.ONBOARDING,
        Stage.HIRED,
    ]  # fmt: skip

    for current, wanted in zip(way, way[1:], strict=False):
        check_move(current, wanted)


def test_nobody_is_hired_without_an_interview_and_an_offer() -> None:
    before_hire = {stage for stage, moves in MOVES.items() if Stage.HIRED in moves}

    assert {Stage.ONBOARDING} == before_hire


@pytest.mark.parametrize("end", [Stage.HIRED, Stage.REJECTED, Stage.WITHDRAWN])
def test_an_end_stays_an_end(end: Stage) -> None:
    for wanted in Stage:
        with pytest.raises(IllegalMove):
            check_move(end, wanted)


def test_a_refused_move_names_both_stages() -> None:
    with pytest.raises(IllegalMove) as refusal:
        check_move(Stage.APPLIED, Stage.HIRED)

    assert refusal.value.detail == {"current": "applied", "wanted": "hired"}


def test_every_stage_has_its_moves_and_the_board_leaves_out_the_ends() -> None:
    assert set(Stage) == set(MOVES)
    assert Stage.REJECTED not in BOARD
    assert set(BOARD) >= IN_WORKFLOW
