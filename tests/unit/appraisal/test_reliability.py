"""Reliability of the criterion: against hand-computed figures and known truths."""

import random

import pytest

from chalicelib.appraisal.cycle import Entry
from chalicelib.appraisal.kpis import KPIS, Reading
from chalicelib.appraisal.outcome import Material, reliabilities
from chalicelib.appraisal.reliability import alpha, inter_rater, split_half

#: Shrout & Fleiss 1979, table 2: six targets, four judges; table 4 gives ICC(1,1) = .17.
SHROUT_FLEISS = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
]


def test_the_published_example_of_the_intraclass_correlation_is_met(monkeypatch):
    monkeypatch.setattr("chalicelib.appraisal.reliability.LEAST_PEOPLE", 6)

    found = inter_rater(SHROUT_FLEISS)

    assert found.value == pytest.approx(0.1657, abs=1e-4)
    assert (found.n, found.of) == (6, 4)
    assert found.low < found.value < found.high


def test_standardised_alpha_is_the_spearman_brown_of_the_mean_correlation():
    """Two indicators with r = .5 in the sample: alpha = 2 × .5 / 1.5."""
    xs = [1.0, -1.0] * 20
    ys = [x * (-1 if n % 8 < 2 else 1) for n, x in enumerate(xs)]
    people = [{"a": x, "b": y} for x, y in zip(xs, ys, strict=True)]

    found = alpha(people)

    assert found.value == pytest.approx(2 * 0.5 / 1.5)
    # Bonett: ln(1 - alpha) ± z √(2k / ((k - 1)(n - 2)))
    assert found.low == pytest.approx(1 - (1 / 3) * 2.718281828 ** (1.959964 * (4 / 38) ** 0.5))
    assert found.n == 40


def coverage(draw, estimate, true: float, runs: int = 300) -> float:
    hits = 0
    for seed in range(runs):
        found = estimate(draw(random.Random(seed)))
        hits += found.low <= true <= found.high
    return hits / runs


def test_the_interval_of_alpha_covers_the_truth_about_as_often_as_it_says():
    def draw(r: random.Random) -> list[dict[str, float]]:
        people = []
        for _ in range(80):
            t = r.gauss(0, 1)
            people.append({k: t + r.gauss(0, 1) for k in "abcd"})
        return people

    assert 0.91 <= coverage(draw, alpha, 0.8) <= 0.99


def test_the_interval_of_two_raters_covers_the_truth_about_as_often_as_it_says():
    def draw(r: random.Random) -> list[list[float]]:
        return [[t + r.gauss(0, 1) for _ in range(2)] for t in (r.gauss(0, 1) for _ in range(80))]

    assert 0.91 <= coverage(draw, inter_rater, 0.5) <= 0.99


def test_halves_are_stepped_up_to_the_whole_length():
    draw = random.Random(7)
    people = [(t + draw.gauss(0, 1), t + draw.gauss(0, 1)) for t in
              (draw.gauss(0, 1) for _ in range(4000))]  # fmt: skip

    found = split_half(people, 6)

    assert found.value == pytest.approx(2 * 0.5 / 1.5, abs=0.03)
    assert found.low < found.value < found.high


@pytest.mark.parametrize("n", [0, 1, 9])
def test_too_few_people_give_no_estimate_and_say_how_few(n):
    assert (inter_rater([[1.0, 2.0]] * n).value, inter_rater([[1.0, 2.0]] * n).n) == (None, n)
    assert alpha([{"a": 1.0, "b": 2.0}] * n).value is None
    assert split_half([(1.0, 2.0)] * n, 6).value is None


def test_single_raters_tell_nothing_of_agreement():
    assert inter_rater([[4.0]] * 50).n == 0


def test_what_does_not_vary_gives_no_estimate():
    assert inter_rater([[3.0, 3.0]] * 20).value is None
    assert alpha([{"a": 1.0, "b": 1.0}] * 20).value is None


def test_a_cycle_tells_all_three_with_what_they_rest_on():
    draw, readings, entries = random.Random(9), [], {}
    months = [f"2026-0{m}" for m in range(1, 7)]
    for n in range(60):
        who, t = f"p{n}", draw.gauss(0, 1)
        for kpi in ("delivery_time", "bug_rate"):
            by_month = {m: 30 - 3 * t + draw.gauss(0, 3) for m in months}
            readings.append(Reading(who, kpi, sum(by_month.values()) / 6, by_month))
        entries[who] = Entry(3, research=(3 + t + draw.gauss(0, 1), 3 + t + draw.gauss(0, 1)))
    kpis = (KPIS["delivery_time"], KPIS["bug_rate"])
    listed = {who: who for who in entries}

    found = {each.method: each for each in reliabilities(Material(kpis, listed, entries, readings))}

    assert {m: (r.n, r.of) for m, r in found.items()} == {
        "alpha": (60, 2),
        "inter-rater": (60, 2),
        "split-half": (60, 6),
    }
    assert all(r.low < r.value < r.high for r in found.values())
