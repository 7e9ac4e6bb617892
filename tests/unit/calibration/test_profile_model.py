"""What sets top performers apart: a planted trait is found, noise is not."""

import numpy as np

from chalicelib.calibration.evidence import Cohort, CohortRow
from chalicelib.calibration.profile_model import Verdict, contrasts, hedges


def cohort(seed: int, strength: float, hires: int = 240) -> Cohort:
    """The first of five dimensions drives the outcome by `strength`."""
    generator = np.random.default_rng(seed)
    ratings = np.clip(generator.normal(3.2, 0.7, (hires, 5)), 1, 5)
    outcome = strength * (ratings[:, 0] - 3.2) / 0.7 + generator.standard_normal(hires)
    rows = tuple(
        CohortRow(f"p{n:04d}", 1, tuple(map(float, ratings[n])), True, float(outcome[n]))
        for n in range(hires)
    )
    return Cohort("retail-sales", 1, tuple(f"d{n}" for n in range(5)), rows, {})


def test_a_planted_trait_is_recovered():
    found = contrasts(cohort(1, strength=0.8))

    assert [one.verdict for one in found] == [Verdict.HIGHER] + [Verdict.NO_EVIDENCE] * 4
    assert found[0].effect > 0.5
    assert found[0].low > 0


def test_noise_gives_no_evidence():
    alarms = [
        any(one.verdict is not Verdict.NO_EVIDENCE for one in contrasts(cohort(seed, 0.0)))
        for seed in range(100)
    ]

    assert sum(alarms) <= 10


def test_a_handful_of_people_is_too_few():
    found = contrasts(cohort(1, strength=0.8, hires=20))

    assert {Verdict.TOO_FEW} == {one.verdict for one in found}
    assert found[0].effect is None


def test_no_outcome_gives_no_contrast():
    assert contrasts(Cohort("retail-sales", 1, ("d0",), (), {})) == ()


def test_a_top_group_is_the_best_quarter():
    found = contrasts(cohort(1, strength=0.8))

    assert (found[0].top_n, found[0].rest_n) == (60, 180)


def test_the_effect_size_is_hedges_g():
    effect, error = hedges([2.0, 4.0, 6.0], [1.0, 3.0, 5.0])

    assert round(0.5 * (1 - 3 / 15), 6) == round(effect, 6)
    assert round((6 / 9 + effect**2 / 12) ** 0.5, 6) == round(error, 6)


def test_groups_without_any_spread_show_no_effect():
    assert hedges([3.0] * 3, [3.0] * 3)[0] == 0.0
