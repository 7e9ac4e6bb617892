"""Simulated loops with known truth: what may be asked, and what many runs say together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.foundation.errors import Invalid
from chalicelib.foundation.statistics import mean, mean_interval, wilson

if TYPE_CHECKING:
    from chalicelib.calibration.trial import Cycle, Trial

ARMS = ("naive", "ours", "unit")
#: Applicants of all cycles and runs together that one simulation may draw.
MOST_DRAWN = 2_000_000


class SimulationTooLarge(Invalid):
    """More applicants than one simulation may draw."""

    code = "simulation-too-large"


@dataclass(frozen=True)
class Wish:
    """What a simulation is asked for; the same wish always gives the same figures.

    `hires` a cycle, `selection` the share of applicants hired, `validity` the highest that any
    weights could reach, `reliability` of the outcome, `gap` in SDs by which one of two equally able
    groups is rated lower where a dimension predicts nothing, `runs` with seeds from `seed` on.
    """

    hires: int = 100
    validity: float = 0.50
    reliability: float = 0.60
    selection: float = 0.20
    gap: float = 0.0
    cycles: int = 8
    runs: int = 10
    seed: int = 1

    @property
    def drawn(self) -> int:
        """Applicants that it draws in all."""
        return round(self.hires / self.selection) * self.cycles * self.runs

    def check(self) -> None:
        """Raise SimulationTooLarge when it would take too long."""
        if self.drawn > MOST_DRAWN:
            raise SimulationTooLarge(applicants=self.drawn, most=MOST_DRAWN)


def plain(trial: "Trial") -> dict[str, Any]:
    """One run as it is kept: the best PPV, and each arm's cycles in short."""
    return {
        "seed": trial.seed,
        "best_ppv": trial.best_ppv,
        "arms": {arm: [_short(cycle) for cycle in cycles] for arm, cycles in trial.arms.items()},
    }


def _short(cycle: "Cycle") -> list[float]:
    return [
        round(cycle.ppv, 5),
        round(cycle.validity, 5),
        round(cycle.impact_ratio, 5),
        float(cycle.changed),
        float(cycle.worse),
    ]


def summed(runs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What the runs say together.

    Parameters
    ----------
    runs : as `plain` gives them, at least one.

    Returns
    -------
    `best_ppv`; by arm the `cycles` (mean PPV with its 95 % interval over runs, mean validity, mean
    impact ratio), the `changes` of weights, how many made hiring worse, and that share with its
    Wilson interval (None where nothing was changed).
    """
    return {
        "runs": len(runs),
        "best_ppv": round(runs[0]["best_ppv"], 4),
        "arms": {arm: _arm([run["arms"][arm] for run in runs]) for arm in ARMS},
    }


def _arm(runs: Sequence[list[list[float]]]) -> dict[str, Any]:
    changes = sum(int(cycle[3]) for cycles in runs for cycle in cycles)
    worse = sum(int(cycle[4]) for cycles in runs for cycle in cycles)
    low, high = wilson(worse, changes)
    return {
        "cycles": [_cycle(number, [run[number] for run in runs]) for number in range(len(runs[0]))],
        "changes": changes,
        "worse": worse,
        "harm": round(worse / changes, 4) if changes else None,
        "harm_low": round(low, 4),
        "harm_high": round(high, 4),
    }


def _cycle(number: int, rows: Sequence[list[float]]) -> dict[str, Any]:
    shares = [row[0] for row in rows]
    low, high = mean_interval(shares) if len(shares) > 1 else (shares[0], shares[0])
    return {
        "cycle": number,
        "ppv": round(mean(shares), 4),
        "low": round(low, 4),
        "high": round(high, 4),
        "validity": round(mean([row[1] for row in rows]), 4),
        "impact_ratio": round(mean([row[2] for row in rows]), 4),
    }
