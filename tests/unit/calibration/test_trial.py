"""Naive, ours and equal weights side by side where the truth is known."""

import numpy as np
import pytest

from chalicelib.calibration import trial
from chalicelib.calibration.trial import Setting, compare


@pytest.fixture(scope="module")
def made() -> trial.Trial:
    return compare(Setting(cycles=4, gap=0.4), 5)


def test_every_arm_starts_alike_and_goes_through_every_cycle(made):
    assert set(made.arms) == {"naive", "ours", "unit"}
    assert {len(cycles) for cycles in made.arms.values()} == {5}
    assert made.arms["naive"][0] == made.arms["ours"][0]


def test_nothing_beats_the_best_weights(made):
    for cycles in made.arms.values():
        assert all(cycle.validity <= made.best_validity + 1e-9 for cycle in cycles)
        assert all(cycle.ppv <= made.best_ppv + 1e-9 for cycle in cycles)


def test_ours_moves_by_the_cap_at_most_and_totals_100(made):
    for before, after in zip(made.arms["ours"], made.arms["ours"][1:], strict=False):
        assert sum(after.weights) == 100
        for was, now in zip(before.weights, after.weights, strict=True):
            assert was / 1.5 <= now <= was * 1.5


def test_equal_weights_never_move(made):
    assert {cycle.weights for cycle in made.arms["unit"]} == {(100 / 6,) * 6}


def test_weight_taken_from_what_predicts_nothing_lifts_the_lower_rated_group(made):
    ours = made.arms["ours"]

    assert ours[0].impact_ratio < 0.6
    assert ours[-1].impact_ratio > ours[0].impact_ratio


def test_without_a_gap_the_groups_are_chosen_alike():
    cycles = compare(Setting(hires=40, cycles=1), 1).arms["unit"]

    assert cycles[-1].impact_ratio == pytest.approx(1, abs=1e-9)


def test_the_same_seed_gives_the_same_trial():
    small = Setting(hires=60, cycles=2)

    assert compare(small, 3) == compare(small, 3)
    assert compare(small, 3) != compare(small, 4)


def test_the_true_validity_is_that_of_many_people():
    setting = Setting(gap=0.6)
    drawn = trial.simulator.draw(setting.world, 400_000, 1)
    lower = np.random.default_rng(2).random(400_000) < 0.5
    idle = np.array([0, 1, 1, 0, 1, 0])
    composite = (drawn.scores - 0.6 * lower[:, None] * idle) @ np.array(setting.start)

    said = compare(Setting(gap=0.6, cycles=0), 1).arms["ours"][0]

    cut = np.quantile(composite, 0.8)
    rates = [(composite[group] >= cut).mean() for group in (lower, ~lower)]
    assert said.validity == pytest.approx(
        np.corrcoef(composite, drawn.performance)[0, 1], abs=0.006
    )
    assert said.impact_ratio == pytest.approx(rates[0] / rates[1], abs=0.01)
