"""What a visible part is worth is said with n and interval, or not at all."""

import random

import pytest

from chalicelib.calibration.visible_worth import LEAST, Supplemented, worth


def people(n: int, weight: float, seed: int = 7) -> list[Supplemented]:
    """Outcomes that hang on words, on the number by `weight`, and on chance."""
    draw = random.Random(seed)
    found = []
    for _ in range(n):
        words, face = draw.gauss(0, 1), draw.gauss(0, 1)
        outcome = 0.5 * words + weight * face + draw.gauss(0, 1)
        found.append(Supplemented(50 + 10 * (face + 0.4 * words), 3 + 0.5 * words, outcome))
    return found


def test_below_thirty_outcomes_nothing_is_said() -> None:
    found = worth(people(LEAST - 1, 0.9))
    assert (found.n, found.needed, found.raw, found.beside_words) == (29, 30, None, None)
    assert not found.shown


def test_a_number_that_only_repeats_the_words_is_worth_nothing_beside_them() -> None:
    told = [worth(people(300, 0.0, seed)) for seed in range(200)]
    assert sum(one.raw > 0.1 for one in told if one.raw is not None) > 150
    assert sum(one.shown for one in told) <= 12  # one side of a 95 % interval


def test_a_number_that_tells_more_is_found() -> None:
    found = [worth(people(300, 0.5, seed)) for seed in range(50)]
    assert sum(one.shown for one in found) == 50
    expected = 0.5 / (0.25 + 1) ** 0.5
    assert sum(one.beside_words or 0 for one in found) / 50 == pytest.approx(expected, abs=0.02)


def test_one_that_never_varies_gives_no_figure() -> None:
    flat = [Supplemented(50.0, row.plain_rating, row.outcome) for row in people(60, 0.0)]
    assert worth(flat).raw is None
