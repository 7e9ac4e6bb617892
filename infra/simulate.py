"""`make simulate`: naive, ours and equal weights in an invented world whose truth is chosen.

N hires a cycle, VALIDITY multiple correlation of the best weights, RELIABILITY of the outcome,
SELECTION hired share, GAP between two equally able groups (SD), SEED of the first trial, TRIALS.
"""

import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from chalicelib.calibration import trial
from chalicelib.calibration.trial import Cycle, Setting
from infra import loop_picture

PICTURE = Path("build/simulate.svg")
MOST_HIRES = 20_000
NAMES = {trial.NAIVE: "raw correlations", trial.OURS: "ours", trial.UNIT: "equal weights"}


class Refused(SystemExit):
    """A setting outside what can be simulated."""


def main() -> None:
    """Run the trials that the environment asks for, print the table, write the picture."""
    setting = _setting()
    first, times = int(_number("SEED", 0)), max(1, int(_number("TRIALS", 5)))
    trials = []
    for seed in range(first, first + times):
        trials.append(trial.compare(setting, seed).arms)
        sys.stderr.write(f"\r{len(trials)} of {times} trials ")
        sys.stderr.flush()
    sys.stderr.write("\n")
    print(
        f"{setting.hires} hires a cycle of {setting.applicants} applicants, best validity "
        f"{setting.validity:.2f}, reliability {setting.reliability:.2f}, gap {setting.gap:.2f} SD, "
        f"seeds {first}–{first + times - 1}"
    )
    print(f"PPV: of those chosen, satisfactory when {setting.base_rate:.0%} of all would be.\n")
    for arm in trial.ARMS:
        _show(arm, [each[arm] for each in trials])
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(loop_picture.ppv(trials), encoding="utf-8")
    print(f"picture: {PICTURE}")


def _show(arm: str, runs: Sequence[Sequence[Cycle]]) -> None:
    print(NAMES[arm])
    print("  cycle  true validity  PPV    impact ratio  changed  made worse")
    for number in range(len(runs[0])):
        cycles = [run[number] for run in runs]
        validity, ppv, ratio = (
            statistics.fmean(x)
            for x in zip(*((c.validity, c.ppv, c.impact_ratio) for c in cycles), strict=True)
        )
        changed, worse = sum(c.changed for c in cycles), sum(c.worse for c in cycles)
        print(f"  {number:<5}  {validity:<13.3f}  {ppv:.3f}  {ratio:<12.2f}  {changed:<7}  {worse}")
    steps = sum(cycle.changed for run in runs for cycle in run)
    worse = sum(cycle.worse for run in runs for cycle in run)
    print(f"  harm: {worse} of {steps} changes made selection worse\n")


def _setting() -> Setting:
    hires = int(_number("N", 200))
    setting = Setting(
        hires=hires,
        validity=_number("VALIDITY", 0.50),
        reliability=_number("RELIABILITY", 0.60),
        selection=_number("SELECTION", 0.20),
        gap=_number("GAP", 0.0),
        cycles=int(_number("CYCLES", 8)),
    )
    shares = (setting.validity, setting.reliability, setting.selection)
    if not all(0 < share < 1 for share in shares):
        raise Refused("VALIDITY, RELIABILITY and SELECTION lie between 0 and 1")
    if not 10 <= hires <= MOST_HIRES or not 1 <= setting.cycles <= 20:
        raise Refused(f"N lies between 10 and {MOST_HIRES}, CYCLES between 1 and 20")
    if not 0 <= setting.gap <= 3:
        raise Refused("GAP lies between 0 and 3")
    return setting


def _number(name: str, usual: float) -> float:
    given = os.environ.get(name, "")
    try:
        return float(given) if given else usual
    except ValueError as error:
        raise Refused(f"{name} must be a number, not {given!r}") from error


if __name__ == "__main__":
    main()
