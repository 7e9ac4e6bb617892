"""Multiple R without the optimism of its own fit, each formula held to scipy or to arithmetic."""

import numpy as np
import pytest
from scipy.integrate import quad

from chalicelib.calibration import estimate, multiple, simulator
from tests.unit.calibration.cohorts import MISGUIDED, applicants_for, sample_of


@pytest.mark.parametrize("square", [0.0, 0.05, 0.3, 0.77, 1.0])
@pytest.mark.parametrize(("n", "width"), [(30, 6), (100, 6), (250, 9), (1000, 3)])
def test_olkin_and_pratts_estimate_is_that_of_the_hypergeometric_function(square, n, width):
    left, c = 1 - square, (n - width + 1) / 2
    # Euler's integral of 2F1(1, 1; c; z), which scipy's own function misses for large c.
    euler, _ = quad(lambda t: (1 - t) ** (c - 2) / (1 - left * t), 0, 1, epsabs=1e-14)
    by_scipy = 1 - (n - 3) / (n - width - 1) * left * (c - 1) * euler

    assert multiple.olkin_pratt(square, n, width) == pytest.approx(by_scipy, abs=1e-9)


def test_olkin_and_pratts_estimate_is_right_on_average_and_r_squared_is_not():
    generator = np.random.default_rng(1)
    seen, adjusted = [], []
    for _ in range(4000):
        x = generator.standard_normal((40, 3))
        y = x @ np.array([0.5, 0.3, 0.0]) + generator.standard_normal(40)
        x, y = x - x.mean(axis=0), y - y.mean()
        slopes = np.linalg.solve(x.T @ x, x.T @ y)
        seen.append(float(slopes @ (x.T @ y) / (y @ y)))
        adjusted.append(multiple.olkin_pratt(seen[-1], 40, 3))

    truth = 0.34 / 1.34
    assert np.mean(adjusted) == pytest.approx(truth, abs=0.008)
    assert np.mean(seen) > truth + 0.04


def test_brownes_formula_by_hand():
    rho = multiple.olkin_pratt(0.30, 100, 6)
    fourth = rho**2 - 12 * (1 - rho) ** 2 / (99 * 95)
    by_hand = (91 * fourth + rho) / (86 * rho + 6)

    assert multiple.browne(0.30, 100, 6) == pytest.approx(by_hand, abs=1e-9)
    assert multiple.browne(0.30, 100, 6) < rho < 0.30
    assert multiple.browne(0.0, 100, 6) == 0


def test_none_of_the_published_figures_is_the_in_sample_one():
    data = sample_of(simulator.draw(MISGUIDED, applicants_for(MISGUIDED, 120), 3))
    joint = np.column_stack([np.ones(len(data.outcome)), data.worked])
    fit = joint @ np.linalg.lstsq(joint, data.outcome, rcond=None)[0]
    in_sample = float(np.corrcoef(fit, data.outcome)[0, 1])

    found = multiple.multiple(data, np.array(MISGUIDED.weights) * data.spread, 3)

    assert found.n == len(data.outcome)
    assert max(found.cross_validated, found.adjusted, found.expected) < in_sample


def test_the_residual_variance_is_that_of_ordinary_least_squares():
    data = sample_of(simulator.draw(MISGUIDED, 600, 3))
    joint = np.column_stack([np.ones(len(data.outcome)), data.worked])
    slopes, left, _, _ = np.linalg.lstsq(joint, data.outcome, rcond=None)
    residual = float(left[0]) / (len(data.outcome) - 7)

    found = estimate.moments(data)

    assert found.slopes == pytest.approx(slopes[1:], abs=1e-9)
    errors = residual * np.linalg.inv(joint.T @ joint)[1:, 1:]
    assert found.slope_variance == pytest.approx(errors, abs=1e-9)
