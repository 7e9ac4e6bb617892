"""The loop in worlds whose truth is known: `make bench-loop [SEED=0] [RUNS=300] [MINUTES=…]`.

Every row runs our gate beside the usual recipe (weights after raw correlations among the hired)
and equal weights. `RUNS` is the number of runs a cell (rougher worlds: half of it); the whole loop
takes 100 seeds, or `RUNS` if less. `MINUTES` stops it earlier; each table says how many ran.
"""

import os
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from chalicelib.calibration import trial
from chalicelib.calibration.evidence import Cohort
from chalicelib.calibration.proposal import Terms, judge
from chalicelib.calibration.simulator import draw
from infra import loop_picture
from tests.bench.loop_runs import Step, Task, run_all
from tests.bench.loop_worlds import ROUGH, SETTLED
from tests.bench.tables import figures, share, table
from tests.unit.calibration.cohorts import cohort_of

PICTURE = Path("docs/images/loop.svg")
HARM_N = (30, 60, 100, 250, 500, 1000, 2000)
FALSE_N = (100, 250, 500)
POWER_N = (60, 100, 250, 500)
SOURCE_N = (100, 250)
ROUGH_N = 250
GOAL = 0.85
Results = dict[tuple[str, str, int, int], list[Any]]


def main() -> None:
    """Run every cell, print the tables, write the picture, print the figures."""
    runs, first = int(os.environ.get("RUNS") or 300), int(os.environ.get("SEED") or 0)
    print(f"Seeds {first}–{first + runs - 1} in every cell ({runs} runs).")
    found: Results = defaultdict(list)
    tasks = sorted(_tasks(runs, first), key=lambda task: task.seed)
    for task, result in run_all(tasks, float(os.environ.get("MINUTES") or 1e9)):
        found[task.cell].append(result)
    values = {"runs": runs, "seed": first}
    for part in (_source, _harm, _false, _power, _correction, _loop, _rough, _others):
        values |= part(found)
    values |= {"runs_done": len(found["step", "BEST", 250, 0])}
    values |= _hundred_thousand(first)
    figures("loop", values)


def _tasks(runs: int, first: int) -> list[Task]:
    seeds = range(first, first + runs)
    cells = [("step", "SETTLED", n, 0) for n in HARM_N]
    cells += [("step", "BEST", n, 0) for n in FALSE_N]
    cells += [("step", "MISGUIDED", n, 0) for n in POWER_N]
    cells += [("step", "SOURCE", n, 0) for n in SOURCE_N]
    rough = range(1, len(ROUGH))
    designs = ("SETTLED", "BEST", "MISGUIDED")
    cells += [("corrected", "SETTLED", n, 0) for n in (250, 500, 1000)]
    cells += [("omitted", "", 250, 0), ("coverage", "", 250, 0)]
    tasks = [Task("loop", "", 200, seed) for seed in seeds[:100]]
    tasks += [Task(*cell[:3], seed, cell[3]) for cell in cells for seed in seeds]
    half = [Task("step", one, ROUGH_N, seed, k) for k in rough for one in designs for seed in seeds]
    return tasks + [task for task in half if task.seed < first + max(1, runs // 2)]


def _count(steps: Sequence[Step], of: Callable[[Step], bool]) -> int:
    return sum(of(each) for each in steps)


def _source(found: Results) -> dict[str, object]:
    rows, rate = [], {}
    for n in SOURCE_N:
        steps = found["step", "SOURCE", n, 0]
        exact = _count(steps, lambda each: each.weights[:2] == (30, 10))
        rows.append((n, share(exact, len(steps))))
        rate[n] = exact / len(steps)
    table(
        "Source case 20 → 30 and 15 → 10, gate on, alarm acknowledged",
        ("n", "reproduced"),
        rows,
    )
    return {"seed_example": rate[100]}


def _harm(found: Results) -> dict[str, object]:
    rows, worst, given = [], 0.0, 0.0
    for n in HARM_N:
        steps = found["step", "SETTLED", n, 0]
        changed, worse = _count(steps, lambda x: x.changed), _count(steps, lambda x: x.worse)
        rows.append(
            (
                n,
                share(worse, len(steps)),
                f"{worse} of {changed}",
                *(
                    f"{_count(steps, of) / len(steps):.3f}"
                    for of in (
                        lambda x: x.ungated_worse,
                        lambda x: x.naive_worse,
                        lambda x: x.unit_worse,
                    )
                ),
            )
        )
        worst = max(worst, worse / len(steps))
        given = max(given, worse / changed if changed >= 20 else 0.0)
    table(
        "Worse than before (start at 94 % of the best)",
        ("n", "ours", "of changes", "no gate", "naive", "equal weights"),
        rows,
    )
    return {"harm_max": worst, "harm_given_change_max": round(given, 4)}


def _false(found: Results) -> dict[str, object]:
    rows, most = [], 0.0
    for n in FALSE_N:
        steps = found["step", "BEST", n, 0]
        changed = _count(steps, lambda each: each.changed)
        rows.append((n, share(changed, len(steps))))
        most = max(most, changed / len(steps))
    table("A change although the weights are best", ("n", "ours"), rows)
    return {"false_change_max": most}


def _power(found: Results) -> dict[str, object]:
    rows, rate = [], {}
    for n in POWER_N:
        steps = found["step", "MISGUIDED", n, 0]
        changed = _count(steps, lambda each: each.changed)
        naive, worse = _count(steps, lambda x: x.naive_worse), _count(steps, lambda x: x.worse)
        rows.append((n, share(changed, len(steps)), worse, naive))
        rate[n] = changed / len(steps)
    table(
        "Power: start r = .26 where .50 is possible",
        ("n", "a change is proposed", "worse (ours)", "worse (naive)"),
        rows,
    )
    return {"power_250": rate[250], "power_500": rate[500]}


def _correction(found: Results) -> dict[str, object]:
    rows, kept = [], {}
    for n in (250, 500, 1000):
        runs = found["corrected", "SETTLED", n, 0]
        for place, name in enumerate(("known reliability", "reliability .60 assumed", "raw")):
            errors = list(zip(*(run[place] for run in runs), strict=True))
            bias = max((statistics.fmean(each) for each in errors), key=abs)
            spread = statistics.fmean(x * x for each in errors for x in each) ** 0.5
            rows.append((n, name, f"{bias:+.4f}", f"{spread:.4f}"))
            kept[n, place] = (abs(bias), spread)
    table(
        f"Validity of a dimension, largest bias of six and RMSE ({len(runs)} runs)",
        ("n", "how", "bias", "RMSE"),
        rows,
    )
    bias, spread = kept[1000, 0]
    return {"bias_abs": round(bias, 4), "rmse_1000": round(spread, 4)}


def _loop(found: Results) -> dict[str, object]:
    trials = found["loop", "", 200, 0]
    ends: dict[str, list[float]] = {}
    rows = []
    for arm in trial.ARMS:
        series = list(zip(*([cycle.ppv for cycle in one[arm]] for one in trials), strict=True))
        ends[arm] = [max(cycle.ppv for cycle in one[arm]) for one in trials]
        worse = sum(cycle.worse for one in trials for cycle in one[arm])
        rows.append((arm, *(f"{statistics.fmean(x):.3f}" for x in series), worse))
    heads = [f"{cycle}" for cycle in range(len(trials[0]["ours"]))]
    title = "PPV by cycle: of the top 20 % chosen, satisfactory when 60 % of all would be"
    table(title, ("arm", *heads, "worse steps"), rows)
    reached = {arm: sum(x >= GOAL for x in ends[arm]) for arm in trial.ARMS}
    nearly = sum(x >= GOAL - 0.005 for x in ends["ours"])
    table(
        "Within eight cycles",
        ("what", "ours", "naive", "equal weights"),
        [
            (
                "PPV .85 or more",
                *(share(reached[arm], len(trials)) for arm in ("ours", "naive", "unit")),
            ),
            ("PPV 85 % when rounded", share(nearly, len(trials)), "", ""),
        ],
    )
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(loop_picture.ppv(trials), encoding="utf-8")
    print(f"  picture: {PICTURE}")
    return {
        "loop_share_85": reached["ours"] / len(trials),
        "loop_share_85_rounded": nearly / len(trials),
        "loop_seeds": len(trials),
    }


def _rough(found: Results) -> dict[str, object]:
    rows, worst, most, least = [], 0.0, 0.0, 1.0
    for place, rough in enumerate(ROUGH):
        settled, best, wrong = (
            found["step", design, ROUGH_N, place] for design in ("SETTLED", "BEST", "MISGUIDED")
        )
        harm = _count(settled, lambda each: each.worse) / len(settled)
        false = _count(best, lambda each: each.changed) / len(best)
        power = _count(wrong, lambda each: each.changed) / len(wrong)
        naive = _count(settled, lambda each: each.naive_worse) / len(settled)
        rows.append((rough.name, *(f"{x:.3f}" for x in (harm, naive, false, power))))
        worst, most, least = max(worst, harm), max(most, false), min(least, power)
    table(
        f"Rougher worlds, {ROUGH_N} hires, {len(wrong)} runs",
        ("world", "harm (ours)", "harm (naive)", "false change", "power"),
        rows,
    )
    return {"rough_harm_max": worst, "rough_false_max": most, "rough_power_least": least}


def _others(found: Results) -> dict[str, object]:
    runs = found["omitted", "", 250, 0]
    hits, alarms = sum(hit for hit, _ in runs), sum(false for _, false in runs)
    inside = sum(a for a, _ in found["coverage", "", 250, 0])
    said = sum(b for _, b in found["coverage", "", 250, 0])
    table(
        "An uncovered quality (.5 SD of the outcome, n = 250); 90 % intervals of new hires",
        ("figure", "value"),
        [
            ("planted quality found", share(hits, len(runs))),
            ("any false one among four KPIs", share(alarms, len(runs))),
            ("outcomes inside their interval", share(inside, said)),
        ],
    )
    return {
        "omitted_found": hits / len(runs),
        "omitted_false": alarms / len(runs),
        "coverage": round(inside / said, 4),
    }


def _hundred_thousand(seed: int) -> dict[str, object]:
    """How long the judgement on 100,000 candidates takes."""
    cohort: Cohort = cohort_of(draw(SETTLED, 100_000, seed))
    terms = Terms({f"d{k}": float(w) for k, w in enumerate(SETTLED.weights)}, 60)
    began, processor = time.perf_counter(), time.process_time()
    judge(cohort, terms)
    wall, used = time.perf_counter() - began, time.process_time() - processor
    table(
        "Judging 100,000 candidates, 30,000 of them hired",
        ("wall seconds", "processor seconds"),
        [(f"{wall:.1f}", f"{used:.1f}")],
    )
    return {"recalibration_seconds": round(wall, 1), "recalibration_cpu_seconds": round(used, 1)}


if __name__ == "__main__":
    main()
