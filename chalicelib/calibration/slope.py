"""Do composites still predict the work as they did? The calibration slope of new outcomes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.calibration.drift import Level
from chalicelib.foundation.statistics import Z95, mean

LEAST_PAIRS = 30
#: Below it the interview predicts less than four fifths of what was promised.
SLOPE_ALARM = 0.80

Pairs = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Slope:
    """How the newest cycle's outcomes follow what earlier cycles promised; 1 is as promised.

    `n` newest outcomes against `reference` earlier ones; `value` with its 95 % interval is None
    where `why` says what is missing.
    """

    level: Level
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    reference: int = 0
    limit: float = SLOPE_ALARM
    why: str = ""


def calibration_slope(earlier: Pairs, newest: Pairs) -> Slope:
    """Regress the newest outcomes on what earlier outcomes predict for the same composites.

    Parameters
    ----------
    earlier, newest : (composite 0–100, outcome in SD units) of people with a locked outcome.

    Returns
    -------
    Slope. It alarms when the interval lies below 1 and the value below .80.

    Source
    ------
    Cox 1958, Biometrika 45:562 (slope of outcome on prediction); the target of 1 after Van Calster
    et al. 2019, BMC Medicine 17:230; the ratio's interval by the delta method.
    """
    n, m = len(newest), len(earlier)
    if n < LEAST_PAIRS or m < LEAST_PAIRS:
        return Slope(Level.TOO_FEW, n=n, reference=m, why="too-few")
    promised, promised_error = _line(earlier)
    seen, seen_error = _line(newest)
    if promised - Z95 * promised_error <= 0:
        return Slope(Level.TOO_FEW, n=n, reference=m, why="nothing-promised")
    value = seen / promised
    error = math.hypot(seen_error / promised, seen * promised_error / promised**2)
    low, high = value - Z95 * error, value + Z95 * error
    level = Level.STABLE
    if high < 1:
        level = Level.ALARM if value < SLOPE_ALARM else Level.WATCH
    return Slope(level, round(value, 4), round(low, 4), round(high, 4), n, m)


def _line(pairs: Pairs) -> tuple[float, float]:
    """Slope of the least-squares line and its standard error; (0, inf) where nothing varies."""
    mx, my = mean([x for x, _ in pairs]), mean([y for _, y in pairs])
    sxx = math.fsum((x - mx) ** 2 for x, _ in pairs)
    if sxx == 0:
        return 0.0, math.inf
    slope = math.fsum((x - mx) * (y - my) for x, y in pairs) / sxx
    left = math.fsum((y - my - slope * (x - mx)) ** 2 for x, y in pairs)
    return slope, math.sqrt(left / (len(pairs) - 2) / sxx)
