"""Applicants whose groups and ratings are drawn with a known gap, or with none."""

import random
from collections.abc import Mapping

from chalicelib.calibration.fairness import Considered

DIMENSIONS = ("a", "b", "c", "d")
EVEN = dict.fromkeys(DIMENSIONS, 25.0)
SHARES = {"women": 0.5, "men": 0.5}


def drawn(
    n: int,
    seed: int,
    gaps: Mapping[str, float] | None = None,
    *,
    shares: Mapping[str, float] | None = None,
    unstated: float = 0.0,
) -> list[Considered]:
    """`n` people with ratings about 3 (SD .8, 1–5); women lie `gaps` SD lower by dimension."""
    draw = random.Random(seed)
    share = dict(shares or SHARES)
    people = []
    for place in range(n):
        group = draw.choices(list(share), list(share.values()))[0]
        ratings = {
            key: min(5.0, max(1.0, 3 + 0.8 * (draw.gauss(0, 1) - _gap(gaps, key, group))))
            for key in DIMENSIONS
        }
        stated = {} if draw.random() < unstated else {"sex": group}
        people.append(Considered(f"p{place:06d}", ratings, stated))
    return people


def _gap(gaps: Mapping[str, float] | None, key: str, group: str) -> float:
    return (gaps or {}).get(key, 0.0) if group == "women" else 0.0


def validity(slopes: Mapping[str, float]):
    """Validity of a composite of uncorrelated dimensions with these slopes, as a function."""

    def of(weights: Mapping[str, float]) -> float:
        covered = sum(weights[key] * slopes[key] for key in slopes)
        return covered / sum(weights[key] ** 2 for key in slopes) ** 0.5

    return of
