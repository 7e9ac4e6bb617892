"""Drift is found where it is planted, and chance alone raises no alarm."""

import math
import random

import pytest

from chalicelib.calibration import drift
from chalicelib.calibration.drift import CHI2_99, Level, watch
from chalicelib.calibration.weekly import BINS, NOTHING, Sums, Week, of_decision, of_interview


def sums(composites, decided=0, overridden=0) -> Sums:
    found = NOTHING
    for value in composites:
        found = found.plus(of_interview(value))
    for number in range(decided):
        found = found.plus(of_decision(number < overridden))
    return found


def normal(draw, n, middle=65.0, spread=10.0):
    return [min(100.0, max(0.0, draw.gauss(middle, spread))) for _ in range(n)]


def weeks(per_week, middles, seed=1, source="direct"):
    draw = random.Random(seed)
    return [
        Week(f"2026-W{number:02d}", source, sums(normal(draw, per_week, middle)))
        for number, middle in enumerate(middles, start=1)
    ]


def levels(found, source=""):
    return {each.key: each.level for each in found.checks if each.source == source}


def test_sums_add_up_to_mean_and_variance_exactly():
    values = [61.25, 70.5, 88.0, 12.75]
    found = sums([*values, None])
    middle = sum(values) / 4
    assert (found.interviews, found.scored) == (5, 4)
    assert found.mean == pytest.approx(middle, abs=1e-12)
    assert found.variance == pytest.approx(sum((v - middle) ** 2 for v in values) / 3, abs=1e-9)
    assert sum(found.bins) == 4


def test_the_order_of_adding_does_not_matter():
    parts = [sums([50, 60]), sums([None, 100]), sums([0], decided=3, overridden=1)]
    one = parts[0].plus(parts[1]).plus(parts[2])
    other = parts[2].plus(parts[0]).plus(parts[1])
    assert one == other
    assert one.bins[BINS - 1] == 1


def test_a_stable_world_raises_no_alarm_beyond_its_share():
    alarms = looked = 0
    for seed in range(200):
        found = watch(weeks(30, [65] * 12, seed))
        looked += 1
        alarms += bool(found.alarms)
    assert looked == 200
    assert alarms <= 4  # one look in a hundred by chance


def test_a_fallen_mean_is_found_by_its_size_and_by_the_distribution():
    found = watch(weeks(40, [65] * 6 + [55] * 4))
    assert levels(found)["shift"] is Level.ALARM
    assert levels(found)["psi"] is Level.ALARM
    check = next(each for each in found.checks if each.key == "shift" and not each.source)
    assert check.low < -1.0 < check.high or check.value == pytest.approx(-1.0, abs=0.2)
    assert (check.n, check.reference) == (160, 120)


def test_only_the_source_that_moved_is_named():
    draw = random.Random(5)
    rows = []
    for number in range(1, 11):
        week = f"2026-W{number:02d}"
        rows.append(Week(week, "fair", sums(normal(draw, 40, 50 if number > 6 else 65))))
        rows.append(Week(week, "direct", sums(normal(draw, 40))))
    found = watch(rows)
    assert levels(found, "fair")["shift"] is Level.ALARM
    assert levels(found, "direct")["shift"] is not Level.ALARM


def test_below_the_least_numbers_there_is_no_verdict():
    few = watch(weeks(9, [65] * 11))  # not one hundred at the start
    assert set(levels(few).values()) == {Level.TOO_FEW}
    thin = watch(
        [
            *weeks(50, [65, 65]),
            *weeks(5, [20], seed=2)[:0],
            Week("2026-W09", "direct", sums([10] * 12)),
        ]
    )
    assert levels(thin)["shift"] is Level.TOO_FEW


def test_more_interviews_without_a_score_are_an_alarm():
    start = [Week(f"2026-W{n:02d}", "direct", sums([60.0] * 49 + [None])) for n in (1, 2)]
    recent = [Week(f"2026-W{n:02d}", "direct", sums([60.0] * 40 + [None] * 10)) for n in (4, 5)]
    found = watch([*start, *recent])
    assert levels(found)["not-scored"] is Level.ALARM
    check = next(each for each in found.checks if each.key == "not-scored" and not each.source)
    assert check.value == pytest.approx(0.18, abs=1e-4)
    assert check.low > 0


def test_people_who_begin_to_override_are_an_alarm_and_one_who_does_is_none():
    def week(number, overridden):
        return Week(f"2026-W{number:02d}", "direct", sums([60.0] * 50, 50, overridden))

    quiet = watch([week(1, 1), week(2, 1), week(3, 1), week(4, 2)])
    loud = watch([week(1, 1), week(2, 1), week(3, 20), week(4, 18)])
    assert levels(quiet)["override"] is Level.STABLE
    assert levels(loud)["override"] is Level.ALARM


def test_psi_equals_its_formula_on_joined_bins():
    start, recent = [0] * BINS, [0] * BINS
    start[10], start[11], start[12] = 100, 100, 100
    recent[10], recent[11], recent[12] = 150, 100, 50
    found = drift.psi("", Sums(300, 300, 0, 0, tuple(start)), Sums(300, 300, 0, 0, tuple(recent)))
    expected = 0.0
    for old, new in ((100, 150), (100, 100), (100, 50)):
        p, q = (old + 0.5) / 301.5, (new + 0.5) / 301.5
        expected += (q - p) * math.log(q / p)
    assert found.value == pytest.approx(expected, abs=1e-4)
    assert found.limit == 0.25


def test_a_small_week_needs_more_than_a_quarter():
    start = sums(normal(random.Random(1), 100))
    recent = sums(normal(random.Random(2), 30))
    found = drift.psi("", start, recent)
    assert found.limit > 0.25
    assert found.limit <= (1 / 30 + 1 / 100) * CHI2_99[-1] + 1e-4


def test_the_chance_limits_are_those_of_the_chi_square_distribution():
    from scipy.stats import chi2

    for degrees, value in enumerate(CHI2_99, start=1):
        assert value == pytest.approx(chi2.ppf(0.99, degrees), abs=6e-4)
