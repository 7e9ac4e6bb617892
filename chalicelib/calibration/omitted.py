"""Is what the interview left unexplained related to something else that was measured at work?

Where it is, a quality of the work is not, or not well enough, covered by the competency model.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from chalicelib.calibration.contrast import adjusted, correlation_p
from chalicelib.foundation.statistics import Z95, fisher_interval

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

#: Below the promised 5 %, for HC3 is an approximation.
ERROR_RATE = 0.03
LEAST_MEASURED = 60
#: Where an indicator is missing as often as this share, those who have it are no fair picture.
LEAST_SHARE = 0.5


class Cover(StrEnum):
    """What an indicator says about the competency model."""

    UNCOVERED = "related-to-the-unexplained"
    NO_EVIDENCE = "no-evidence"
    TOO_FEW = "too-few"


@dataclass(frozen=True)
class Related:
    """How far an indicator goes along with performance that the dimensions do not explain.

    `partial_r` is the correlation with all dimensions held constant, with its 95 % interval; `p` is
    robust against unequal spread, `adjusted_p` after Benjamini and Hochberg over the indicators.
    """

    indicator: str
    n: int
    partial_r: float | None
    low: float | None
    high: float | None
    p: float | None
    adjusted_p: float | None
    verdict: Cover


def omitted(
    dimensions: "Floats",
    outcome: "Floats",
    indicators: Mapping[str, "Floats"],
    groups: Sequence[str] | None = None,
    q: float = ERROR_RATE,
) -> tuple[Related, ...]:
    """Relate each indicator to the outcome's part that the dimensions do not explain.

    Parameters
    ----------
    dimensions : (h, p) ratings of the hired, any unit.
    outcome : (h,) their outcomes, any unit.
    indicators : (h,) values by key, nan where not measured. None may be a part of the outcome: a
        part always goes along with its whole.
    groups : (h,) store or manager of each; then people are compared within their group alone.
    q : false-discovery rate over the indicators, 0–1.

    Returns
    -------
    One `Related` per indicator, in the order given. Selecting people on the dimensions leaves the
    answer as it is, for they are held constant. An unreliable rating leaves some of its own quality
    unexplained, hence "not well enough covered".

    Source
    ------
    Frisch & Waugh 1933 (partial regression); MacKinnon & White 1985, J. Econometrics 29:305 (HC3);
    Benjamini & Hochberg 1995.
    """
    import numpy as np

    tested = []
    for key, values in indicators.items():
        known = np.isfinite(values) & np.isfinite(outcome)
        enough = known.sum() >= max(LEAST_MEASURED, LEAST_SHARE * len(outcome))
        labels = np.asarray(groups)[known] if groups is not None else None
        found = (
            _partial(dimensions[known], outcome[known], values[known], labels) if enough else None
        )
        tested.append((key, int(known.sum()), found))
    ranks = iter(adjusted([found[1] for _, _, found in tested if found]))
    return tuple(_related(key, n, found, ranks, q) for key, n, found in tested)


def _related(
    key: str,
    n: int,
    found: tuple[float, float, int] | None,
    ranks: Iterator[float],
    q: float,
) -> Related:
    if found is None:
        return Related(key, n, None, None, None, None, None, Cover.TOO_FEW)
    r, p, freedom = found
    rank = next(ranks)
    low, high = fisher_interval(r, freedom + 2, Z95)
    verdict = Cover.UNCOVERED if rank <= q else Cover.NO_EVIDENCE
    ends = (round(r, 4), round(low, 4), round(high, 4))
    return Related(key, n, *ends, p, rank, verdict)


def _partial(
    dimensions: "Floats", outcome: "Floats", values: "Floats", groups: "NDArray[np.str_] | None"
) -> tuple[float, float, int] | None:
    """Partial correlation, robust p, degrees of freedom; None where nothing varies."""
    import numpy as np

    given = np.column_stack([dimensions, outcome, values]).astype(float)
    given, leverage, fixed = _within(given, groups)
    held, y, x = given[:, :-2], given[:, -2], given[:, -1]
    basis = _basis(held)
    y, x = y - basis @ (basis.T @ y), x - basis @ (basis.T @ x)
    square = float(x @ x)
    freedom = len(x) - fixed - basis.shape[1] - 1
    if freedom < LEAST_MEASURED / 2 or square < 1e-9 or float(y @ y) < 1e-9:
        return None
    slope = float(x @ y) / square
    leverage = leverage + (basis**2).sum(axis=1) + x * x / square
    error = (y - slope * x) / np.maximum(1 - leverage, 1e-6)
    spread = float(np.sqrt((x * x) @ (error * error))) / square
    t = slope / max(spread, 1e-300)
    robust = t / float(np.sqrt(t * t + freedom))
    return float(x @ y) / float(np.sqrt(square * (y @ y))), correlation_p(robust, freedom), freedom


def _within(given: "Floats", groups: "NDArray[np.str_] | None") -> tuple["Floats", "Floats", int]:
    """Deviations from the mean of each group, what that costs in leverage, how many means."""
    import numpy as np

    labels = np.zeros(len(given), dtype=int)
    if groups is not None:
        labels = np.unique(groups, return_inverse=True)[1].ravel()
    counts = np.bincount(labels)
    together = counts[labels] > 1
    given, labels = given[together], labels[together]
    if not len(given):
        return given, np.zeros(0), 0
    sums = np.zeros((len(counts), given.shape[1]))
    np.add.at(sums, labels, given)
    sizes = counts[labels]
    return given - (sums[labels] / sizes[:, None]), 1 / sizes, int((counts > 1).sum())


def _basis(held: "Floats") -> "Floats":
    """An orthonormal basis of what the dimensions span."""
    import numpy as np

    if not len(held):
        return np.zeros((0, 0))
    left, sizes, _ = np.linalg.svd(held, full_matrices=False)
    return np.asarray(left[:, sizes > 1e-9 * max(float(sizes[0]), 1e-12)])
