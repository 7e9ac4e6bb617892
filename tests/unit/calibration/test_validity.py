"""Corrections find the truth that was planted; raw figures do not."""

import math
from dataclasses import replace

import numpy as np
import pytest

from chalicelib.calibration import estimate, simulator, validity
from chalicelib.calibration.evidence import Cohort, CohortRow
from tests.unit.calibration.cohorts import (
    SETTLED,
    applicants_for,
    cohort_of,
    reliability_among_hired,
    sample_of,
)


def test_correction_recovers_the_planted_validities():
    found, seen = [], []
    for seed in range(300):
        drawn = simulator.draw(SETTLED, applicants_for(SETTLED, 1000), seed)
        data = sample_of(drawn)
        trust = reliability_among_hired(SETTLED, drawn)
        found.append(validity.corrected(estimate.moments(data), trust))
        seen.append([np.corrcoef(column, data.outcome)[0, 1] for column in data.worked.T])

    truth = SETTLED.validities()
    assert np.abs(np.mean(found, axis=0) - truth).max() <= 0.02
    assert np.sqrt(np.mean((np.array(found) - truth) ** 2)) <= 0.06
    assert (np.mean(seen, axis=0) - truth).max() < -0.15


def test_the_interval_covers_the_planted_validities():
    inside = []
    for seed in range(12):
        drawn = simulator.draw(SETTLED, applicants_for(SETTLED, 400), 100 + seed)
        trust = validity.Reliability(reliability_among_hired(SETTLED, drawn), "planted")
        for one, truth in zip(
            validity.validities(cohort_of(drawn), trust), SETTLED.validities(), strict=True
        ):
            inside.append(one.low <= truth <= one.high)

    assert np.mean(inside) >= 0.88


def test_raw_validity_comes_with_n_and_fishers_interval():
    drawn = simulator.draw(SETTLED, 400, 1)
    one = validity.validities(cohort_of(drawn), validity.Reliability(0.6, "literature"))[0]

    assert one.n == int(drawn.hired.sum())
    assert one.raw_low < one.raw < one.raw_high
    assert math.atanh(one.raw_high) - math.atanh(one.raw_low) == pytest.approx(
        2 * 1.96 / math.sqrt(one.n - 3), abs=0.01
    )


def test_a_planted_leak_rings_the_alarm():
    drawn = simulator.draw(SETTLED, 400, 2)
    leaked = simulator.Drawn(
        drawn.scores,
        drawn.performance,
        drawn.scores[:, 0] + 0.3 * drawn.outcome,
        drawn.hired,
    )

    found = validity.validities(cohort_of(leaked), validity.Reliability(0.95, "planted"))

    assert [one.alarm for one in found] == [True] + [False] * 5


def with_indicators(columns: dict[str, list[float]]) -> Cohort:
    rows = tuple(
        CohortRow(
            f"p{n:03d}",
            1,
            (3.0,),
            True,
            0.0,
            tuple((key, values[n]) for key, values in columns.items()),
        )
        for n in range(len(next(iter(columns.values()))))
    )
    return Cohort("retail-sales", 1, ("d0",), rows, {})


def test_agreeing_indicators_give_a_local_reliability():
    base = np.random.default_rng(0).standard_normal((200, 1))
    noise = np.random.default_rng(1).standard_normal((200, 3)) * 0.6
    columns = {f"k{n}": [float(v) for v in (base + noise)[:, n]] for n in range(3)}

    found = validity.reliability(with_indicators(columns))

    assert found.source == "indicators"
    assert 0.85 < found.value < 0.93


def test_disagreeing_or_lonely_indicators_fall_back_on_the_published_value():
    noise = np.random.default_rng(2).standard_normal((200, 3))
    columns = {f"k{n}": [float(v) for v in noise[:, n]] for n in range(3)}

    assert validity.Reliability(0.60, "literature") == validity.reliability(
        with_indicators(columns)
    )
    assert validity.Reliability(0.60, "literature") == validity.reliability(
        with_indicators({"k0": columns["k0"]})
    )


def test_an_indicator_that_too_few_share_lends_alpha_no_length():
    base = np.random.default_rng(0).standard_normal((200, 1))
    noise = np.random.default_rng(1).standard_normal((200, 2))
    pair = {f"k{n}": [float(v) for v in (base + noise * 0.7)[:, n]] for n in range(2)}
    alone = validity.reliability(with_indicators(pair))
    cohort = with_indicators(pair)
    rows = tuple(
        replace(
            row, indicators=(*row.indicators, *((f"x{n % 8}", float(n)) for _ in range(n < 80)))
        )
        for n, row in enumerate(cohort.rows)
    )

    assert validity.reliability(replace(cohort, rows=rows)) == alone
    assert alone.source == "indicators"
