"""Single runs of the loop's bench: plain functions of a seed, shared over the processors."""

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import Pool, cpu_count
from typing import Any

import numpy as np

from chalicelib.calibration import confidence, estimate, omitted, prediction, trial, validity
from chalicelib.calibration.proposal import LEAST_NORMAL, LEAST_PROPOSED
from chalicelib.calibration.simulator import World, draw
from tests.bench import loop_worlds as worlds
from tests.bench.loop_worlds import Rough, Truth
from tests.unit.calibration.cohorts import SETTLED, reliability_among_hired, sample_of

TIE = 1e-12


@dataclass(frozen=True)
class Task:
    """One run: what is measured, in which cell, with which seed."""

    kind: str
    world: str
    n: int
    seed: int
    rough: int = 0

    @property
    def cell(self) -> tuple[str, str, int, int]:
        """The cell whose runs are counted together."""
        return (self.kind, self.world, self.n, self.rough)


def run_all(tasks: Sequence[Task], minutes: float) -> Iterator[tuple[Task, Any]]:
    """Every task's result, as they come, with a progress bar on standard error.

    The tasks left when `minutes` are over are not run: tables say how many were.
    """
    began = time.monotonic()
    with Pool(cpu_count()) as pool:
        for done, found in enumerate(pool.imap_unordered(_one, tasks, chunksize=4), start=1):
            yield found
            if done % 20 == 0 or done == len(tasks):
                _progress(done, len(tasks), time.monotonic() - began)
            if time.monotonic() - began > 60 * minutes:
                pool.terminate()
                return


def _progress(done: int, whole: int, seconds: float) -> None:
    filled = 40 * done // whole
    left = seconds / done * (whole - done)
    bar = "#" * filled + "." * (40 - filled)
    sys.stderr.write(f"\r[{bar}] {done}/{whole}, {seconds:.0f} s, about {left:.0f} s left ")
    sys.stderr.write("\n" if done == whole else "")
    sys.stderr.flush()


def _one(task: Task) -> tuple[Task, Any]:
    return task, KINDS[task.kind](task)


def _world(task: Task) -> World:
    return worlds.ROUGH[task.rough].of(worlds.DESIGNS[task.world])


@lru_cache
def _truth(world: str, rough: int) -> Truth:
    shape: Rough = worlds.ROUGH[rough]
    return worlds.truth(shape, shape.of(worlds.DESIGNS[world]))


def _weighed(data: estimate.Sample, world: World, seed: int) -> confidence.Weighed | None:
    people = len(data.hired)
    if people < LEAST_PROPOSED:
        return None
    attempts = confidence.FULL_GATE if people < LEAST_NORMAL else confidence.NORMAL
    return confidence.weigh(data, confidence.Aim(tuple(world.weights), (), attempts), seed)


@dataclass(frozen=True)
class Step:
    """What a cohort led to: changed, and worse than before, by ours; worse by naive and by equal
    weights; worse had the step been taken without the gate."""

    changed: bool
    worse: bool
    naive_worse: bool
    unit_worse: bool
    ungated_worse: bool
    weights: tuple[float, ...]


def step(task: Task) -> Step:
    """Judge one cohort, and compare with the truth."""
    world, known = _world(task), _truth(task.world, task.rough)
    data = worlds.sample(worlds.ROUGH[task.rough], world, task.n, task.seed)
    held = tuple(float(weight) for weight in world.weights)
    before = known.validity(held) - TIE
    found = _weighed(data, world, task.seed)
    new = tuple(map(float, found.weights)) if found and found.sure else held
    bare = tuple(map(float, found.weights)) if found else held
    naive, unit = trial.naive_weights(data, held), (1.0,) * len(held)
    worse = [known.validity(each) < before for each in (new, naive, unit, bare)]
    return Step(new != held, *worse, new)


def corrected(task: Task) -> tuple[list[float], list[float], list[float]]:
    """Errors of corrected validity (known reliability; .60 taken for granted) and of raw r."""
    world = _world(task)
    drawn = draw(world, round(task.n / world.hired_share), task.seed)
    data = sample_of(drawn)
    truth = world.validities()
    found = estimate.moments(data)
    known = validity.corrected(found, reliability_among_hired(world, drawn)) - truth
    assumed = validity.corrected(found, validity.LITERATURE_RELIABILITY) - truth
    raw = [np.corrcoef(column, data.outcome)[0, 1] for column in data.worked.T] - truth
    return [float(x) for x in known], [float(x) for x in assumed], [float(x) for x in raw]


def whole_loop(task: Task) -> dict[str, tuple[trial.Cycle, ...]]:
    """Eight cycles of 200 hires from the worst start, all three arms."""
    setting = trial.Setting(hires=task.n, start=worlds.LOOP_START)
    return trial.compare(setting, task.seed).arms


def left_out(task: Task) -> tuple[bool, bool]:
    """Whether a planted uncovered quality is found among four KPIs, and a false one with none."""
    generator = np.random.default_rng(task.seed)
    drawn = draw(SETTLED, round(task.n / SETTLED.hired_share), task.seed)
    scores, outcome = drawn.scores[drawn.hired], drawn.outcome[drawn.hired]
    people = len(outcome)
    noise = {f"kpi{k}": generator.standard_normal(people) for k in range(4)}
    quality = generator.standard_normal(people)
    planted = noise | {"kpi0": 0.8 * quality + 0.6 * noise["kpi0"]}
    found = omitted.omitted(scores, outcome + 0.5 * quality, planted)
    none = omitted.omitted(scores, outcome, noise)
    uncovered = omitted.Cover.UNCOVERED
    return found[0].verdict is uncovered, any(one.verdict is uncovered for one in none)


def coverage(task: Task) -> tuple[int, int]:
    """Of new hires, how many outcomes lie inside the 90 % interval; and how many were predicted."""
    world = SETTLED
    past = draw(world, round(task.n / world.hired_share), task.seed)
    later = draw(world, round(task.n / world.hired_share), task.seed + 500_000)
    worked = past.hired
    keys = [f"d{k}" for k in range(6)]
    model = prediction.fit(keys, past.scores[worked], past.outcome[worked], seed=task.seed)
    inside = said = 0
    for scores, outcome in zip(later.scores[later.hired], later.outcome[later.hired], strict=True):
        found = prediction.expect(model, [float(x) for x in scores])
        if found.low is not None and found.high is not None:
            said += 1
            inside += found.low <= outcome <= found.high
    return inside, said


KINDS = {
    "step": step,
    "corrected": corrected,
    "loop": whole_loop,
    "omitted": left_out,
    "coverage": coverage,
}
