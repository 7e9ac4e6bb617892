"""A change of weights is proposed when people it was not found on are served better, else not."""

import numpy as np
import pytest

from chalicelib.calibration import confidence, estimate, shrinkage, simulator, sums
from tests.unit.calibration.cohorts import BEST, MISGUIDED, applicants_for, sample_of


def weighed(world: simulator.World, hires: int, seed: int) -> confidence.Weighed:
    data = sample_of(simulator.draw(world, applicants_for(world, hires), seed))
    return confidence.weigh(data, confidence.Aim(tuple(map(float, world.weights))), seed)


def test_weights_that_are_already_best_are_seldom_changed():
    found = [weighed(BEST, 250, seed) for seed in range(25)]

    changed = [each.sure and each.weights != BEST.weights for each in found]
    assert np.mean(changed) <= 0.10


def test_misguided_weights_are_mostly_found_out():
    assert np.mean([weighed(MISGUIDED, 250, seed).sure for seed in range(20)]) >= 0.80


def test_the_same_data_give_the_same_answer():
    assert weighed(MISGUIDED, 150, 7) == weighed(MISGUIDED, 150, 7)


def test_the_interval_holds_the_gain_and_the_chance_agrees_with_it():
    found = weighed(MISGUIDED, 400, 3)

    assert found.low < found.size < found.high
    assert found.least <= found.chance
    assert (found.low > 0) == (found.chance > 0.975)


def test_the_closed_form_and_scikit_learn_fit_the_same_slopes():
    for seed, hires in ((1, 120), (2, 700)):
        data = sample_of(simulator.draw(MISGUIDED, applicants_for(MISGUIDED, hires), seed))
        prior = np.array(MISGUIDED.weights) * data.spread
        everyone = data.packed(seed)
        fold = shrinkage.folds(everyone.packs, seed)
        by_fold = np.stack([everyone.hired[fold == k].sum(axis=0) for k in range(10)])
        grams = sums.full(by_fold, everyone.width + 2)

        ours = shrinkage.slopes(grams.sum(axis=0), prior, shrinkage.penalty(grams, prior))

        assert ours == pytest.approx(estimate.shrunk_slopes(data, prior, seed), abs=1e-9)


def test_packs_of_people_give_the_moments_of_the_people():
    drawn = simulator.draw(MISGUIDED, 9000, 4)
    data = sample_of(drawn)

    found = estimate.moments(data)

    joint = np.column_stack([np.ones(len(data.outcome)), data.worked])
    slopes, left, _, _ = np.linalg.lstsq(joint, data.outcome, rcond=None)
    assert data.packed(0).packs == sums.MOST_PACKS
    assert found.covariance == pytest.approx(np.cov(data.scores.T), abs=1e-9)
    assert found.slopes == pytest.approx(slopes[1:], abs=1e-7)
    assert found.residual == pytest.approx(float(left[0]) / (len(data.outcome) - 7), abs=1e-9)


def test_a_bootstrap_over_packs_is_as_wide_as_one_over_people():
    data = sample_of(simulator.draw(MISGUIDED, 8000, 5))

    drawn = estimate.bootstrap(data, 2000, 5).slopes.std(axis=0)

    expected = np.sqrt(np.diagonal(estimate.moments(data).slope_variance))
    assert drawn == pytest.approx(expected, rel=0.12)
