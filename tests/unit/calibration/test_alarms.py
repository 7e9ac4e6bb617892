"""What looks like a leak freezes every change until a named person has looked."""

from dataclasses import replace

import numpy as np
import pytest

from chalicelib.calibration import alarms, estimate, simulator, validity
from chalicelib.calibration.alarms import Sign
from chalicelib.calibration.evidence import Cohort
from chalicelib.calibration.proposal import NoProposal, Reason, Terms, judge
from tests.unit.calibration.cohorts import MISGUIDED, SETTLED, cohort_of, sample_of

TRUST = validity.Reliability(0.60, "literature")


def signs(cohort: Cohort) -> set[tuple[Sign, str]]:
    found = alarms.alarms(cohort, validity.validities(cohort, TRUST), TRUST)
    return {(each.sign, each.dimension) for each in found}


def test_honest_worlds_raise_none():
    assert signs(cohort_of(simulator.draw(SETTLED, 1000, 2))) == set()
    assert signs(cohort_of(simulator.draw(MISGUIDED, 1500, 2))) == set()


def test_a_dimension_copied_from_the_rating_raises_two():
    cohort = cohort_of(simulator.draw(SETTLED, 1000, 2))
    rows = tuple(
        replace(row, outcome=row.ratings[1] + 0.3 * (row.outcome or 0)) if row.hired else row
        for row in cohort.rows
    )

    assert signs(replace(cohort, rows=rows)) == {
        (Sign.TOO_HIGH, "d1"),
        (Sign.OUTDOES_THE_REST, "d1"),
    }


def test_a_rating_by_somebody_who_saw_the_prediction_freezes_everything():
    cohort = replace(cohort_of(simulator.draw(MISGUIDED, 1500, 3)), seen_by_rater=4)
    terms = Terms({f"d{n}": float(w) for n, w in enumerate(MISGUIDED.weights)}, cut_score=60)

    frozen = judge(cohort, terms)

    assert isinstance(frozen, NoProposal)
    assert frozen.reason is Reason.LEAK_ALARM
    assert "4" in frozen.message["en"]


def test_a_lead_is_the_correlation_less_the_multiple_r_of_the_rest():
    data = sample_of(simulator.draw(SETTLED, 2000, 5))
    found = estimate.moments(data)
    whole = np.linalg.cholesky(found.covariance)
    covered = found.covariance @ found.slopes
    unit = float(np.sqrt(validity.true_variance(found, 0.6)))
    inner, rest = found.covariance[1:, 1:], covered[1:]
    others = np.sqrt(rest @ np.linalg.solve(inner, rest))

    leads = alarms.leads(found, 0.6)

    assert whole.shape == (6, 6)
    expected = (covered[0] / np.sqrt(found.covariance[0, 0]) - others) / unit
    assert leads[0] == pytest.approx(expected, abs=1e-9)
