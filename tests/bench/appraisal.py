"""The criterion in worlds whose truth is known: stores set level, reliability's intervals."""

import random
import time
from collections.abc import Callable, Sequence

from chalicelib.appraisal.reliability import Reliability, alpha, inter_rater, split_half
from chalicelib.appraisal.standing import standardised
from chalicelib.foundation.statistics import mean, mean_interval, pearson, wilson
from tests.bench.tables import figures, table
from tests.unit.appraisal.test_workbook import book, good_row

PEOPLE, WORLDS, DRAWS = 600, 60, 1000
#: What an indicator shows of true work within a store (correlation).
FAITHFUL = 0.7


def main() -> None:
    """Seeds are 0, 1, 2 …"""
    values: dict[str, float] = {}
    rows = []
    for size in (3, 10, 30):
        for effect in (0.0, 0.5, 1.0):
            raw, level = _agreement(size, effect)
            rows.append((size, effect, _shown(raw), _shown(level)))
            values |= {f"raw_{size}_{effect}": mean(raw), f"level_{size}_{effect}": mean(level)}
    table(
        f"Correlation of an indicator with true work, {PEOPLE} people, {WORLDS} worlds a row",
        ("people a store", "store effect, SD", "whole cycle", "stores set level"),
        rows,
    )
    kinds: tuple[tuple[str, Callable[..., Reliability], float], ...] = (
        ("alpha, 4 indicators", _alpha, 0.8),
        ("two raters, ICC(1)", _raters, 0.5),
        ("odd and even months", _halves, 2 * 0.5 / 1.5),
    )
    rows = []
    for name, draw, true in kinds:
        for n in (30, 100, 300):
            found = [draw(random.Random(seed), n) for seed in range(DRAWS)]
            hits = sum((f.low or 0) <= true <= (f.high or 0) for f in found)
            bias = mean([(f.value or 0) - true for f in found])
            low, high = wilson(hits, DRAWS)
            shown = f"{hits / DRAWS:.3f} ({low:.3f}–{high:.3f})"
            rows.append((name, n, f"{true:.3f}", f"{bias:+.3f}", shown))
            values[f"coverage_{draw.__name__.strip('_')}_{n}"] = hits / DRAWS
    table(
        f"Reliability: bias, and how often the 95 % interval holds the truth ({DRAWS} draws)",
        ("estimate", "n", "true", "bias", "coverage"),
        rows,
    )
    values |= _workbook()
    figures("appraisal", values)


def _agreement(size: int, effect: float) -> tuple[list[float], list[float]]:
    raw, level = [], []
    for seed in range(WORLDS):
        draw = random.Random(seed)
        true, shown, stores = {}, {}, {}
        for store in range(PEOPLE // size):
            lift = draw.gauss(0, effect)
            for n in range(size):
                who = f"{store}-{n}"
                true[who] = draw.gauss(0, 1)
                noise = draw.gauss(0, 1) * (1 - FAITHFUL**2) ** 0.5
                shown[who] = FAITHFUL * true[who] + noise + lift
                stores[who] = f"S{store}"
        raw.append(_same(true, standardised(shown, {})))
        level.append(_same(true, standardised(shown, stores)))
    return raw, level


def _same(true: dict[str, float], z: dict[str, float]) -> float:
    keys = sorted(true)
    return pearson([true[key] for key in keys], [z[key] for key in keys])


def _shown(found: Sequence[float]) -> str:
    low, high = mean_interval(found)
    return f"{mean(found):.3f} ({low:.3f}–{high:.3f})"


def _alpha(draw: random.Random, n: int) -> Reliability:
    people = []
    for _ in range(n):
        true = draw.gauss(0, 1)
        people.append({key: true + draw.gauss(0, 1) for key in "abcd"})
    return alpha(people)


def _raters(draw: random.Random, n: int) -> Reliability:
    trues = [draw.gauss(0, 1) for _ in range(n)]
    return inter_rater([[true + draw.gauss(0, 1) for _ in range(2)] for true in trues])


def _halves(draw: random.Random, n: int) -> Reliability:
    trues = [draw.gauss(0, 1) for _ in range(n)]
    return split_half([(t + draw.gauss(0, 1), t + draw.gauss(0, 1)) for t in trues], 6)


def _workbook() -> dict[str, float]:
    """Seconds to read the largest workbook that is taken, 20,000 rows."""
    from chalicelib.appraisal.imports import read_kpis

    numbers = [f"E{n}" for n in range(20_000)]
    content = book("".join(good_row(n, number) for n, number in enumerate(numbers, start=2)))
    began = time.perf_counter()
    report = read_kpis(content, set(numbers))
    spent = time.perf_counter() - began
    if not report.ok:
        raise AssertionError(report.problems[:3])
    table("A workbook of 20,000 rows", ("figure", "value"), [("seconds", f"{spent:.2f}")])
    return {"workbook_seconds": round(spent, 2)}


if __name__ == "__main__":
    main()
