"""Three ways to weigh an interview, side by side in an invented world whose truth is known.

The usual recipe (weights after raw correlations among the hired), ours (the confidence gate), and
equal weights hire from the same applicants, cycle after cycle; outcomes are pooled over cycles.
Needs numpy alone: any function that carries it may run this.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from chalicelib.calibration import confidence, estimate, simulator
from chalicelib.calibration.distributions import crossing, upper_normal
from chalicelib.calibration.planning import Plan, expected
from chalicelib.calibration.proposal import LEAST_NORMAL, LEAST_PROPOSED
from chalicelib.calibration.simulator import Floats, World

NAIVE, OURS, UNIT = "naive", "ours", "unit"
ARMS = (NAIVE, OURS, UNIT)
#: Shares of what the dimensions are worth and weights at the start: three matter and weigh little.
SHAPE = (0.40, 0.0, 0.0, 0.22, 0.0, 0.18)
START = (6, 22, 28, 8, 28, 8)
INTERCORRELATION = 0.15
BASE_RATE = 0.60


@dataclass(frozen=True)
class Setting:
    """What may be chosen.

    `hires` a cycle; `validity` true multiple correlation of the best composite (0–1); `reliability`
    of the outcome among applicants (0–1); `selection` hired share (0–1); `gap` by which one of two
    equally able groups is rated lower on every dimension that predicts nothing (SD); `cycles`;
    `shape` proportions of the true slopes; `start` weights in force at first, total 100.
    """

    hires: int = 200
    validity: float = 0.50
    reliability: float = 0.60
    selection: float = 0.20
    gap: float = 0.0
    cycles: int = 8
    base_rate: float = BASE_RATE
    intercorrelation: float = INTERCORRELATION
    shape: tuple[float, ...] = SHAPE
    start: tuple[int, ...] = START

    @property
    def world(self) -> World:
        """The truth behind the setting."""
        start = tuple(float(weight) for weight in self.start)
        return World(
            self.shape, self.intercorrelation, start, self.reliability, self.selection
        ).scaled(self.validity)

    @property
    def applicants(self) -> int:
        """Applicants a cycle."""
        return max(self.hires, round(self.hires / self.selection))


@dataclass(frozen=True)
class Cycle:
    """Where an arm stands after a cycle's outcomes (cycle 0: before any).

    `validity` is the true correlation of the composite with performance; `ppv` the share
    satisfactory among those chosen; `impact_ratio` the lower-rated group's selection rate over the
    other's; `changed` and `worse` whether the weights moved, and to a lower true validity.
    """

    cycle: int
    weights: tuple[float, ...]
    validity: float
    ppv: float
    impact_ratio: float
    changed: bool = False
    worse: bool = False


@dataclass(frozen=True)
class Trial:
    """The cycles of each arm (`naive`, `ours`, `unit`), and the best any weights could reach."""

    setting: Setting
    seed: int
    arms: dict[str, tuple[Cycle, ...]]
    best_validity: float
    best_ppv: float


def compare(setting: Setting, seed: int) -> Trial:
    """Let the three arms hire and learn from the same applicants.

    Parameters
    ----------
    setting : the world and how it is sampled.
    seed : the same seed always gives the same trial.

    Returns
    -------
    Trial with `setting.cycles` + 1 cycles an arm; figures are the truth, not estimates.
    """
    best = setting.validity
    arms = {arm: _run(setting, seed, arm) for arm in ARMS}
    return Trial(setting, seed, arms, best, ppv(best, setting.selection, setting.base_rate))


def ppv(validity: float, selection: float, base_rate: float) -> float:
    """Of those chosen from the top, the share that turns out satisfactory (0–1).

    Parameters
    ----------
    validity : correlation of score and performance, bivariate normal.
    selection : share chosen, 0–1.
    base_rate : share satisfactory among all applicants, 0–1.

    Source
    ------
    Taylor & Russell 1939, J. Appl. Psychol. 23:565.
    """
    return expected(Plan(base_rate, selection, validity)).satisfactory


@dataclass
class _Pool:
    """Everybody who applied so far, cycle by cycle: scores, outcomes, who was hired."""

    scores: list[Floats]
    outcome: list[Floats]
    hired: list[NDArray[np.bool_]]

    def sample(self) -> estimate.Sample:
        """All of them, in numbers."""
        hired = np.flatnonzero(np.concatenate(self.hired))
        outcome = np.concatenate(self.outcome)[hired]
        return estimate.sample(np.concatenate(self.scores), hired, outcome)


def _run(setting: Setting, seed: int, arm: str) -> tuple[Cycle, ...]:
    held = tuple(float(weight) for weight in setting.start)
    if arm == UNIT:
        held = (100 / len(held),) * len(held)
    pool, found = _Pool([], [], []), [_cycle(setting, 0, held)]
    for number in range(1, setting.cycles + 1):
        _apply(setting, (seed, number), held, pool)
        new = held if arm == UNIT else _learn(arm, pool.sample(), held, seed)
        after = _cycle(setting, number, new)
        worse = after.validity < found[-1].validity - 1e-12
        found.append(replace(after, changed=new != held, worse=worse))
        held = new
    return tuple(found)


def _apply(setting: Setting, when: tuple[int, int], held: tuple[float, ...], pool: _Pool) -> None:
    """A cycle's applicants, the same for every arm, and whom these weights hire of them."""
    state = np.random.SeedSequence(when).generate_state(2)
    drawn = simulator.draw(setting.world, setting.applicants, int(state[0]))
    lower = np.random.default_rng(state[1]).random(setting.applicants) < 0.5
    scores = drawn.scores - setting.gap * lower[:, None] * _idle(setting)
    composite = scores @ np.array(held)
    hired = np.zeros(setting.applicants, dtype=bool)
    hired[np.argsort(-composite, kind="stable")[: setting.hires]] = True
    pool.scores.append(scores)
    pool.outcome.append(drawn.outcome)
    pool.hired.append(hired)


def _learn(
    arm: str, data: estimate.Sample, held: tuple[float, ...], seed: int
) -> tuple[float, ...]:
    if arm == NAIVE:
        return naive_weights(data, held)
    return next_weights(data, held, seed)


def naive_weights(data: estimate.Sample, held: tuple[float, ...]) -> tuple[float, ...]:
    """Weights in the proportions of the raw correlations among the hired, negative ones nothing."""
    worked = data.worked - data.worked.mean(axis=0)
    spread = np.sqrt((worked**2).sum(axis=0) * (data.outcome**2).sum())
    wish = np.maximum(worked.T @ data.outcome / np.maximum(spread, 1e-12), 0.0)
    if not wish.sum() > 0:
        return held
    return tuple(float(weight) for weight in wish / wish.sum() * 100)


def next_weights(data: estimate.Sample, held: tuple[float, ...], seed: int) -> tuple[float, ...]:
    """The weights after a cycle of ours: a capped step if n and gate allow, else those in force."""
    people = len(data.hired)
    if people < LEAST_PROPOSED:
        return held
    attempts = confidence.FULL_GATE if people < LEAST_NORMAL else confidence.NORMAL
    found = confidence.weigh(data, confidence.Aim(held, attempts=attempts), seed)
    return tuple(float(weight) for weight in found.weights) if found.sure else held


def _idle(setting: Setting) -> Floats:
    """1 for each dimension that predicts nothing, else 0: (p,)."""
    return np.array([float(slope == 0) for slope in setting.shape])


def _cycle(setting: Setting, number: int, held: tuple[float, ...]) -> Cycle:
    """The truth about weights: the groups' means differ by `gap` on the idle dimensions."""
    world, vector = setting.world, np.array(held)
    apart = setting.gap * float(vector @ _idle(setting))
    within = float(vector @ world.correlation @ vector)
    spread = np.sqrt(within + apart**2 / 4)
    validity = float(vector @ world.validities()) / float(spread)
    share = ppv(max(validity, 0.0), setting.selection, setting.base_rate)
    ratio = _impact_ratio(apart / float(np.sqrt(within)), setting.selection)
    return Cycle(number, held, validity, share, ratio)


def _impact_ratio(apart: float, selection: float) -> float:
    """Selection rate of the lower of two equal groups over the higher's, means `apart` SDs."""

    def chosen(cut: float) -> tuple[float, float]:
        return upper_normal(cut), upper_normal(cut + apart)

    cut = crossing(lambda x: selection - sum(chosen(x)) / 2, -9.0 - apart, 9.0)
    higher, lower = chosen(cut)
    return lower / higher
