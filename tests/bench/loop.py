"""The loop in worlds whose truth is known: bias of the correction, false changes, power."""

import statistics

from chalicelib.calibration import estimate, simulator, validity
from chalicelib.calibration.proposal import Proposal, Terms, judge
from tests.bench.tables import figures, share, table
from tests.unit.calibration import cohorts

RUNS = 60


def main() -> None:
    """Run each world some times; the seeds are 0, 1, 2 …"""
    rows, values = [], {}
    for name, world, n in (
        ("already best, n = 100", cohorts.BEST, 100),
        ("already best, n = 250", cohorts.BEST, 250),
        ("wrong weights, n = 100", cohorts.MISGUIDED, 100),
        ("wrong weights, n = 250", cohorts.MISGUIDED, 250),
        ("wrong weights, n = 500", cohorts.MISGUIDED, 500),
    ):
        proposed, worse = _proposals(world, n)
        rows.append((name, share(proposed, RUNS), share(worse, RUNS)))
        values[name.replace(", n = ", "_").replace(" ", "_")] = proposed / RUNS
    table(
        f"Weight proposals by our gate, {RUNS} runs a row (seeds 0–{RUNS - 1})",
        ("world", "a change is proposed", "and it makes selection worse"),
        rows,
    )
    bias = _bias(cohorts.SETTLED, 1000)
    table(
        "Corrected validity at n = 1,000 hires",
        ("figure", "value"),
        [("largest |bias| over six dimensions", f"{bias:.4f}")],
    )
    figures("loop", values | {"runs": RUNS, "bias_abs": round(bias, 4)})


def _proposals(world: simulator.World, hires: int) -> tuple[int, int]:
    proposed = worse = 0
    weights = tuple(float(w) for w in world.weights)
    terms = Terms({f"d{place}": weight for place, weight in enumerate(weights)}, 80)
    for seed in range(RUNS):
        drawn = simulator.draw(world, cohorts.applicants_for(world, hires), seed)
        found = judge(cohorts.cohort_of(drawn), terms)
        if isinstance(found, Proposal):
            proposed += 1
            new = tuple(float(change.new) for change in found.changes)
            worse += world.validity_of(new) < world.validity_of(weights)
    return proposed, worse


def _bias(world: simulator.World, hires: int) -> float:
    runs = []
    for seed in range(RUNS):
        drawn = simulator.draw(world, cohorts.applicants_for(world, hires), seed)
        trust = cohorts.reliability_among_hired(world, drawn)
        found = validity.corrected(estimate.moments(cohorts.sample_of(drawn)), trust)
        runs.append([float(value) for value in found])
    means = [statistics.fmean(column) for column in zip(*runs, strict=True)]
    return max(abs(m - float(t)) for m, t in zip(means, world.validities(), strict=True))
