"""A small family borrows from the others, a large one hardly at all."""

import numpy as np
import pytest

from chalicelib.calibration.pooling import Family, pooled, spread_between


def family(name: str, slopes: list[float], error: float) -> Family:
    return Family(name, np.array(slopes), np.eye(len(slopes)) * error**2)


def test_the_spread_between_is_dersimonian_and_lairds():
    slopes, errors = np.array([[0.1], [0.5], [0.3]]), np.array([[0.01], [0.04], [0.02]])
    weight = np.array([100.0, 25.0, 50.0])
    middle = (weight @ slopes[:, 0]) / 175
    q = weight @ (slopes[:, 0] - middle) ** 2
    by_hand = (q - 2) / (175 - (weight @ weight) / 175)

    assert spread_between(slopes, errors)[0] == pytest.approx(by_hand, abs=1e-9)


def test_families_that_agree_share_one_answer():
    found = pooled([family("a", [0.30, 0.1], 0.1), family("b", [0.32, 0.1], 0.1)])

    assert found[0].slopes == pytest.approx(found[1].slopes)
    assert found[0].errors[0] == pytest.approx(0.1 / np.sqrt(2), abs=1e-9)


def test_the_family_that_knows_less_moves_more():
    small, large, _ = pooled(
        [family("small", [0.9], 0.3), family("large", [0.1], 0.02), family("other", [0.3], 0.02)]
    )

    assert small.own[0] < large.own[0]
    assert small.slopes[0] < 0.6
    assert large.slopes[0] == pytest.approx(0.1, abs=0.03)


def test_one_family_alone_stays_as_it_is():
    (found,) = pooled([family("a", [0.3, -0.1], 0.1)])

    assert found.slopes == pytest.approx([0.3, -0.1])


def test_pooled_slopes_of_small_families_are_nearer_to_the_truth():
    generator = np.random.default_rng(3)
    alone = together = 0.0
    for _ in range(300):
        truth = 0.2 + 0.1 * generator.standard_normal((8, 3))
        seen = truth + 0.2 * generator.standard_normal((8, 3))
        found = pooled([family(str(n), list(row), 0.2) for n, row in enumerate(seen)])
        alone += float(((seen - truth) ** 2).sum())
        together += float(((np.stack([f.slopes for f in found]) - truth) ** 2).sum())

    assert together < 0.5 * alone
