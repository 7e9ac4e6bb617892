"""Fairness in worlds whose truth is known: false alarms, found gaps, coverage, alternatives.

`make bench-fairness [RUNS=400] [SEED=0]`; every figure names its number of runs.
"""

import math
import os
import random
import time
from collections.abc import Callable

from chalicelib.calibration.fairness import Considered, Ruling, Search, gate
from chalicelib.calibration.fairness.exact import Share, ratio_interval
from chalicelib.calibration.fairness.impact import Counted, Verdict, impacts
from chalicelib.calibration.fairness.prediction import Scored, differential
from tests.bench.tables import figures, share, table
from tests.unit.calibration.fair_people import DIMENSIONS, EVEN, drawn, validity

RUNS = int(os.environ.get("RUNS", "400"))
SEED = int(os.environ.get("SEED", "0"))
CUT = 58.0
ONTO_A = {"a": 37.0, "b": 21.0, "c": 21.0, "d": 21.0}
LIMITS = dict.fromkeys(DIMENSIONS, (17, 37))
SLOPES = {"a": 0.30, "b": 0.25, "c": 0.25, "d": 0.25}


def main() -> None:
    """Run every part and print its table; the last line is JSON."""
    values: dict[str, float] = {"runs": RUNS, "seed": SEED}
    for part in (_noise, _verdicts, _coverage, _gates, _alternatives, _prediction, _speed):
        values |= part()
    figures("fairness", values)


def binomial(draw: random.Random, n: int, p: float) -> int:
    """How many of n pass at a rate p."""
    return sum(draw.random() < p for _ in range(n))


def _pmf(n: int, p: float) -> list[float]:
    logs = [math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1) for k in range(n + 1)]
    return [
        math.exp(one + k * math.log(p) + (n - k) * math.log1p(-p)) for k, one in enumerate(logs)
    ]


def _noise() -> dict[str, float]:
    """The four-fifths ratio alone, two equal groups at 30 %: summed exactly, no sampling."""
    rows, values = [], {}
    for n, published in ((50, 47), (100, 30), (200, 14), (500, 2)):
        weights = _pmf(n, 0.3)
        below = sum(
            weights[a] * weights[b]
            for a in range(n + 1)
            for b in range(n + 1)
            if 5 * min(a, b) < 4 * max(a, b)
        )
        rows.append((str(n), f"{100 * below:.1f} %", f"{published} %"))
        values[f"ratio_alone_{n}"] = round(below, 4)
    table(
        "Ratio below .8 by chance alone (exact)",
        ("a group", "computed", "published simulation"),
        rows,
    )
    return values


def _verdicts() -> dict[str, float]:
    """Our verdict on equal groups, and on one group of two at 60 % of the other's rate."""
    draw, rows, values = random.Random(SEED), [], {}
    for groups in (2, 3, 7):
        for n in (50, 100, 200, 500):
            wrong = sum(_called(draw, [0.3] * groups, n) for _ in range(RUNS))
            rows.append((f"{groups} equal", str(n), share(wrong, RUNS)))
            values[f"false_{groups}_{n}"] = wrong / RUNS
    for n in (50, 100, 200, 500):
        found = sum(_called(draw, [0.3, 0.18], n) for _ in range(RUNS))
        rows.append(("30 % and 18 %", str(n), share(found, RUNS)))
        values[f"found_60_{n}"] = found / RUNS
    table("Verdict “below four fifths, proven”", ("groups", "n each", "called so"), rows)
    return values


def _called(draw: random.Random, rates: list[float], n: int) -> bool:
    rows = [Counted(str(k), Share(binomial(draw, n, p), n)) for k, p in enumerate(rates)]
    return any(line.verdict is Verdict.BELOW_PROVEN for line in impacts(rows))


def _coverage() -> dict[str, float]:
    """How often the 95 % interval of the ratio holds the true ratio: summed exactly."""
    rows, values = [], {}
    for n, m in ((20, 60), (40, 60), (60, 60)):
        for p, ratio in ((0.3, 0.8), (0.1, 0.8), (0.5, 0.5)):
            first, second = _pmf(n, p * ratio), _pmf(m, p)
            covered = sum(
                a * b
                for x, a in enumerate(first)
                for y, b in enumerate(second)
                if a * b > 1e-9 and _holds(x, n, (y, m), ratio)
            )
            rows.append((f"{n} and {m}", f"{p:.0%}", f"{ratio}", f"{100 * covered:.1f} %"))
            values[f"coverage_{n}_{m}_{p}_{ratio}"] = round(covered, 4)
    table(
        "Coverage of the 95 % interval of the ratio (exact)",
        ("people", "rate of the reference", "true ratio", "covered"),
        rows,
    )
    return values


def _holds(x: int, n: int, other: tuple[int, int], ratio: float) -> bool:
    low, high = ratio_interval(Share(x, n), Share(*other))
    return low <= ratio <= high


def _gates() -> dict[str, float]:
    """The brake on a change of weights: equal groups, and a planted gap on the raised dimension."""
    runs, rows, values = max(RUNS // 2, 1), [], {}
    worlds: tuple[tuple[str, dict[str, float] | None, tuple[int, ...]], ...] = (
        ("equal groups", None, (200, 600, 1500)),
        ("women 1 SD lower on it", {"a": 1.0}, (200, 600, 1500)),
    )
    for name, gaps, sizes in worlds:
        for n in sizes:
            stopped = sum(
                gate(drawn(n, SEED + run, gaps), EVEN, ONTO_A, CUT).ruling is Ruling.FAILED
                for run in range(runs)
            )
            rows.append((name, str(n), share(stopped, runs)))
            key = "stopped_equal" if gaps is None else "stopped_planted"
            values[f"{key}_{n}"] = stopped / runs
    table("The brake stops a change (weights 25×4 → 37/21/21/21)", ("world", "n", "stopped"), rows)
    return values


def _alternatives() -> dict[str, float]:
    """Of the stopped: how often a lawful alternative passes, and what it costs."""
    runs = max(RUNS // 10, 1)
    found, costs, gained = 0, [], []
    stopped = 0
    for run in range(runs):
        people = drawn(1500, SEED + run, {"a": 1.0})
        given = gate(people, EVEN, ONTO_A, CUT, Search(LIMITS, validity(SLOPES)))
        if given.ruling is not Ruling.FAILED:
            continue
        stopped += 1
        if given.nearest is not None and given.worst is not None:
            found += 1
            costs.append(given.nearest.validity_cost)
            gained.append(given.nearest.worst_ratio - (given.worst.new.ratio or 0.0))
    cost, gain = sum(costs) / max(len(costs), 1), sum(gained) / max(len(gained), 1)
    table(
        "Nearest less discriminatory alternative, n = 1,500",
        ("stopped", "with an alternative that passes", "mean validity cost", "mean ratio gained"),
        [(str(stopped), share(found, max(stopped, 1)), f"{cost:.4f}", f"{gain:.3f}")],
    )
    return {
        "alternatives_stopped": stopped,
        "alternatives_found": found / max(stopped, 1),
        "alternative_cost": round(cost, 4),
        "alternative_ratio_gain": round(gain, 4),
    }


def _prediction() -> dict[str, float]:
    """Differential prediction: intercepts of .0 and .4 SD, slopes of .00 and .03 a point."""
    rows, values = [], {}
    tests: tuple[tuple[str, float, float, Callable[[random.Random, float, float], bool]], ...] = (
        ("no difference, intercepts", 0.0, 0.0, _intercept_found),
        ("0.4 SD better at equal score", 0.4, 0.0, _intercept_found),
        ("no difference, slopes", 0.0, 0.0, _slope_found),
        ("slope doubled", 0.0, 0.03, _slope_found),
    )
    for name, intercept, slope, test in tests:
        draw = random.Random(SEED)
        found = sum(test(draw, intercept, slope) for _ in range(RUNS))
        rows.append((name, share(found, RUNS)))
        values[f"prediction {name}".replace(" ", "_").replace(",", "")] = found / RUNS
    table("Differential prediction, 150 outcomes a group", ("world", "p < .05"), rows)
    return values


def _people(draw: random.Random, intercept: float, slope: float) -> list[Scored]:
    rows = []
    for place in range(300):
        woman = place % 2
        score = draw.gauss(70, 10)
        line = 0.03 * (score - 70) + woman * (intercept + slope * (score - 70))
        rows.append(Scored("w" if woman else "m", score, line + draw.gauss(0, 0.95)))
    return rows


def _intercept_found(draw: random.Random, intercept: float, slope: float) -> bool:
    found = differential(_people(draw, intercept, slope), 70.0)[0].intercepts
    return found is not None and found.p_value < 0.05


def _slope_found(draw: random.Random, intercept: float, slope: float) -> bool:
    found = differential(_people(draw, intercept, slope), 70.0)[0].slopes
    return found is not None and found.p_value < 0.05


def _speed() -> dict[str, float]:
    """The brake on 100,000 applicants with two stated attributes, alternatives included."""
    draw = random.Random(SEED)
    people = [
        Considered(p.person_id, p.ratings, {**p.groups, "race": draw.choice("xyz")})
        for p in drawn(100_000, SEED, {"a": 1.0})
    ]
    start = time.process_time()
    gate(people, EVEN, ONTO_A, CUT)
    plain = time.process_time() - start
    start = time.process_time()
    gate(people, EVEN, ONTO_A, CUT, Search(LIMITS, validity(SLOPES)))
    searched = time.process_time() - start
    table(
        "100,000 applicants, processor seconds of one core",
        ("the brake alone", "with alternatives"),
        [(f"{plain:.1f}", f"{searched:.1f}")],
    )
    return {"seconds_100000": round(plain, 1), "seconds_100000_searched": round(searched, 1)}


if __name__ == "__main__":
    main()
