"""Profiles, intervals, omitted dimensions on simulated truth: `python -m tests.bench.performers`.

SEED moves every world; RUNS is the number of data sets a cell (default 200).
"""

import json
import os
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from chalicelib.calibration.comparing import Source, Trait
from chalicelib.calibration.omitted import Cover, omitted
from chalicelib.calibration.prediction import expect, fit
from chalicelib.calibration.profile_model import Worker, profile
from chalicelib.foundation.statistics import wilson

SEED, RUNS = int(os.environ.get("SEED", "1")), int(os.environ.get("RUNS", "200"))
KINDS = ("normal", "skewed", "uneven", "stores", "heavy")
Floats = NDArray[np.float64]


def seeds(runs: int, cell: str) -> Iterator[int]:
    """Seeds of one cell, apart from every other cell's."""
    base = sum(ord(c) * 31**k for k, c in enumerate(cell)) % 1_000_000
    return iter(range(SEED * 10_000_000 + base, SEED * 10_000_000 + base + runs))


def noise(kind: str, generator: np.random.Generator, ratings: Floats, stores: Floats) -> Floats:
    """What is left of the outcome once the dimensions are taken out."""
    n = len(ratings)
    plain = generator.standard_normal(n)
    if kind == "skewed":
        return generator.exponential(1.0, n) - 1
    if kind == "uneven":
        return plain * (0.4 + 0.8 * np.abs(ratings[:, 0] - 3.2))
    if kind == "stores":
        return 0.7 * (plain + generator.standard_normal(60)[stores.astype(int)])
    return generator.standard_t(3, n) if kind == "heavy" else plain


def hires(seed: int, n: int, kind: str) -> tuple[Floats, Floats, list[str]]:
    """The top 30 % of applicants by the composite: ratings 1-5, outcomes, stores."""
    generator = np.random.default_rng(seed)
    alike = np.full((6, 6), 0.3) + 0.7 * np.eye(6)
    scores = generator.standard_normal((int(n / 0.3), 6)) @ np.linalg.cholesky(alike).T
    composite = scores @ np.array([0.2, 0.15, 0.2, 0.15, 0.15, 0.15])
    scores = scores[np.argsort(-composite)[:n]]
    scores = scores[generator.permutation(n)]
    ratings = np.clip(np.round(3.2 + 0.7 * scores, 1), 1, 5)
    stores = generator.integers(0, 60, n).astype(float)
    outcome = scores @ np.array([0.25, 0.03, 0.05, 0.15, 0.08, 0.1])
    outcome = outcome + noise(kind, generator, ratings, stores)
    return ratings, outcome, [str(int(store)) for store in stores]


def people(seed: int, n: int, planted: float, kind: str) -> tuple[list[Worker], list[Trait]]:
    """Twelve ratings and twenty behaviours, alike in part; the first of each drives the work."""
    generator = np.random.default_rng(seed)
    names = [f"p{place:05d}" for place in range(n)]
    common = 0.55 * generator.standard_normal((n, 1))
    numbers = common + 0.83 * generator.standard_normal((n, 12))
    latent = common + 0.83 * generator.standard_normal((n, 20))
    left = generator.exponential(1.0, n) if kind == "skewed" else generator.standard_normal(n)
    outcome = planted * (numbers[:, 0] + latent[:, 0]) + left
    parts = generator.standard_normal((n, 4))
    workers = [
        Worker(name, float(outcome[place]), {f"kpi{k}": float(parts[place, k]) for k in range(4)})
        for place, name in enumerate(names)
    ]
    traits = [
        Trait(Source.RATING, f"r{k}", dict(zip(names, numbers[:, k].tolist(), strict=True)))
        for k in range(12)
    ]
    said = (latent > 0.4).astype(float)
    return workers, traits + [
        Trait(Source.BEHAVIOUR, f"b{k}", dict(zip(names, said[:, k].tolist(), strict=True)), True)
        for k in range(20)
    ]


def told(label: str, yes: int, n: int) -> float:
    """One line: a share with its Wilson interval and n."""
    low, high = wilson(yes, n)
    print(f"{label:<46} {yes / n:7.1%}   ({low:.1%} … {high:.1%}, n = {n})")
    return yes / n


def profiles() -> dict[str, float]:
    """How often noise yields a finding, and how often planted traits are found."""
    figures = {}
    for n in (40, 100, 250):
        for kind in ("normal", "skewed"):
            found = [
                bool(profile(*people(seed, n, 0.0, kind)).findings)
                for seed in seeds(RUNS, f"noise{n}{kind}")
            ]
            figures[f"noise_{n}_{kind}"] = told(
                f"noise, any finding, n={n} {kind}", sum(found), RUNS
            )
    for n in (40, 100, 250, 500):
        runs = max(40, RUNS // 2)
        keys = [
            {each.key for each in profile(*people(seed, n, 0.35, "normal")).findings}
            for seed in seeds(runs, f"power{n}")
        ]
        told(f"planted rating found (r .40), n={n}", sum("r0" in found for found in keys), runs)
        told(f"planted behaviour found, n={n}", sum("b0" in found for found in keys), runs)
    return figures


def intervals() -> dict[str, float]:
    """How often a 90 % interval covers people it was not fitted on."""
    figures = {}
    for kind in KINDS:
        for n in (100, 250, 1000):
            runs, later = max(10, RUNS // (2 if n < 1000 else 10)), 100
            covered = judged = 0
            for seed in seeds(runs, f"cover{kind}{n}"):
                ratings, outcome, stores = hires(seed, n + later, kind)
                model = fit("abcdef", ratings[:n], outcome[:n], stores[:n], seed)
                for row, actual in zip(ratings[n:].tolist(), outcome[n:], strict=True):
                    found = expect(model, row)
                    if found.low is not None and found.high is not None:
                        judged += 1
                        covered += bool(found.low <= actual <= found.high)
            figures[f"coverage_{kind}_{n}"] = told(f"coverage, {kind}, n={n}", covered, judged)
    return figures


def uncovered() -> dict[str, float]:
    """How often a planted omitted dimension is found, and how often one is seen where none is."""
    figures = {}
    for kind in KINDS:
        for n in (100, 250, 500):
            alarms = found = 0
            for seed in seeds(RUNS, f"omit{kind}{n}"):
                ratings, outcome, stores = hires(seed, n, kind)
                generator = np.random.default_rng(seed + 1)
                teamwork = generator.standard_normal(n)
                beside = {f"x{k}": generator.standard_normal(n) for k in range(4)}
                beside["alike"] = ratings[:, 0] + generator.standard_normal(n)
                groups = stores if kind == "stores" else None
                alarms += any(
                    each.verdict is Cover.UNCOVERED
                    for each in omitted(ratings, outcome, beside, groups)
                )
                beside["teamwork"] = 0.8 * teamwork + 0.6 * generator.standard_normal(n)
                moved = outcome + 0.4 * float(outcome.std()) * teamwork
                found += omitted(ratings, moved, beside, groups)[-1].verdict is Cover.UNCOVERED
            figures[f"omitted_false_{kind}_{n}"] = told(f"false alarm, {kind}, n={n}", alarms, RUNS)
            figures[f"omitted_found_{kind}_{n}"] = told(
                f"planted found, {kind}, n={n}", found, RUNS
            )
    return figures


def main() -> None:
    """All three, and one JSON line at the end."""
    print(f"seed {SEED}, {RUNS} data sets a cell")
    figures = profiles() | intervals() | uncovered()
    rounded = {key: round(value, 4) for key, value in figures.items()}
    print(json.dumps({"bench": "performers", "seed": SEED, "runs": RUNS, "figures": rounded}))


if __name__ == "__main__":
    main()
