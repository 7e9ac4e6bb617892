"""Those who left are counted, foretold if they can be, and asked what their absence hides."""

from dataclasses import replace

import numpy as np
import pytest

from chalicelib.calibration import evidence, leavers, simulator
from chalicelib.calibration.evidence import Interviewed, LeftOut, Worked, join
from tests.unit.calibration.cohorts import MISGUIDED, cohort_of


def thinned(share: float = 0.3, seed: int = 3) -> evidence.Cohort:
    cohort = cohort_of(simulator.draw(MISGUIDED, 1500, seed))
    draw = np.random.default_rng(seed)
    rows = tuple(
        replace(row, outcome=None, left=True) if row.hired and draw.random() < share else row
        for row in cohort.rows
    )
    return replace(cohort, rows=rows)


def test_a_leaver_is_counted_as_one():
    interviewed = [Interviewed("ann", 1, {"d": 3.0}, 60.0, True)]

    found = join("retail-sales", 1, ("d",), interviewed, [Worked("ann", None, {}, left=True)])

    assert found.left_out == {LeftOut.LEFT_BEFORE.value: 1}
    assert found.rows[0].left


def test_retention_is_an_outcome_of_its_own():
    found = leavers.retention(thinned())

    assert found.hired == 300
    assert found.low < found.share < found.high
    assert len(found.dimensions) == 6
    assert all(one.low <= one.r <= one.high for one in found.dimensions)


def test_with_few_leavers_nothing_is_said_of_dimensions():
    found = leavers.retention(thinned(share=0.02))

    assert found.stayed > 280
    assert found.dimensions == ()


def test_a_rating_that_foretells_staying_is_found():
    cohort = cohort_of(simulator.draw(MISGUIDED, 1500, 4))
    rows = tuple(
        replace(row, outcome=None, left=True) if row.hired and row.ratings[1] < 3.1 else row
        for row in cohort.rows
    )

    found = leavers.retention(replace(cohort, rows=rows))

    assert found.dimensions[1].low > 0.4


def test_leavers_who_worked_as_predicted_change_no_gain_and_worse_ones_do():
    cohort = thinned()
    old, new = np.array(MISGUIDED.weights, float), np.array([9, 20, 25, 12, 22, 12.0])

    as_predicted, _, worse = leavers.sensitivity(cohort, old, new)
    (none,) = leavers.sensitivity(thinned(share=0.0), old, new) or (None,)

    assert as_predicted.leavers > 60
    assert as_predicted.gain > 0
    assert worse.gain != as_predicted.gain
    assert none is None


def test_outcomes_are_taken_from_their_window_and_leavers_stay_counted():
    outcomes = [
        Worked("ann", 0.2, {}, months=6),
        Worked("ann", 0.9, {}, months=12),
        Worked("bo", 0.1, {}, months=3),
        Worked("cy", None, {}, left=True),
        Worked("di", 0.4, {}),
    ]

    half = evidence.within(outcomes, evidence.SIX_MONTHS)
    year = evidence.within(outcomes, evidence.TWELVE_MONTHS)

    assert [(each.person_id, each.score) for each in half] == [("ann", 0.2), ("cy", None)]
    assert [(each.person_id, each.score) for each in year] == [("ann", 0.9), ("cy", None)]


def test_the_gain_of_a_leaver_free_cohort_is_that_of_its_moments():
    assert leavers.sensitivity(cohort_of(simulator.draw(MISGUIDED, 600, 1)), None, None) == ()
    assert pytest.approx(0.0) == leavers.SHORTFALLS[0]
