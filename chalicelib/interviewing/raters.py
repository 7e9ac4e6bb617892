"""A company's own raters: how severe each is, how far they agree, what an answer is worth."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from chalicelib.foundation.statistics import mean

#: answer -> rater -> rating 1-5
Marks = Mapping[str, Mapping[str, float]]
#: Shared answers from which a rater's severity is corrected; with fewer it is taken as 0.
LEAST_SHARED = 5
#: Rated answers from which a question may have a model of its own.
LEAST_ANSWERS = 20
ROUNDS = 50
DRAWS = 1000
LOWEST, HIGHEST = 1.0, 5.0
Pairs = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Severity:
    """How far one rater lies above (+, lenient) or below (-, severe) others on shared answers."""

    rater: str
    points: float
    shared: int
    corrected: bool


@dataclass(frozen=True)
class Agreement:
    """How far two raters of an answer agree, each figure with its 95 % interval; None: unknown.

    `icc` is ICC(2,1) where the same two rated all, else ICC(1,1) (`kind`); `kappa` is Cohen's
    with quadratic weights. `n` answers were rated by two.
    """

    n: int
    kind: str
    icc: float | None
    icc_interval: tuple[float, float] | None
    kappa: float | None
    kappa_interval: tuple[float, float] | None


def severities(marks: Marks) -> tuple[Severity, ...]:
    """Each rater's severity: the mean of their ratings minus the answers' own means.

    Answers rated by one person say nothing about severity and are left out. The answers' means
    are corrected by the severities found so far and the two are computed in turn until they
    stand (least squares of rating = answer + rater).
    """
    shared = {key: given for key, given in marks.items() if len(given) > 1}
    raters = sorted({name for given in marks.values() for name in given})
    counts = {name: sum(name in given for given in shared.values()) for name in raters}
    points = dict.fromkeys(raters, 0.0)
    for _ in range(ROUNDS):
        levels = {key: mean([v - points[n] for n, v in g.items()]) for key, g in shared.items()}
        for name in raters:
            gaps = [given[name] - levels[key] for key, given in shared.items() if name in given]
            points[name] = mean(gaps) if gaps and counts[name] >= LEAST_SHARED else 0.0
        middle = mean([points[n] for n in raters if counts[n] >= LEAST_SHARED] or [0.0])
        points = {n: p - middle if counts[n] >= LEAST_SHARED else 0.0 for n, p in points.items()}
    return tuple(
        Severity(name, round(points[name], 2), counts[name], counts[name] >= LEAST_SHARED)
        for name in raters
    )


def worth(marks: Marks) -> dict[str, float]:
    """What each answer is worth, 1-5: the mean of its ratings less their raters' severity."""
    points = {item.rater: item.points for item in severities(marks)}
    return {
        key: min(max(mean([v - points[n] for n, v in given.items()]), LOWEST), HIGHEST)
        for key, given in marks.items()
        if given
    }


def agreement(marks: Marks) -> Agreement:
    """How far raters agree on the answers that two of them rated (the first two by name)."""
    twice = [sorted(given.items())[:2] for given in marks.values() if len(given) > 1]
    pairs = [(first[1], second[1]) for first, second in twice]
    same = len({(first[0], second[0]) for first, second in twice}) == 1
    icc = icc_two_way if same else icc_one_way
    kind = "ICC(2,1)" if same else "ICC(1,1)"
    return Agreement(
        len(pairs),
        kind,
        icc(pairs),
        interval(pairs, icc),
        quadratic_kappa(pairs),
        interval(pairs, quadratic_kappa),
    )


def icc_two_way(pairs: Pairs) -> float | None:
    """ICC(2,1): single rater, two-way random, absolute agreement. Source: Shrout & Fleiss 1979."""
    n = len(pairs)
    if n < 3:
        return None
    rows, columns, error = _squares(pairs)
    below = rows + error + 2 * (columns - error) / n
    return (rows - error) / below if below > 0 else None


def icc_one_way(pairs: Pairs) -> float | None:
    """ICC(1,1): each answer by other raters. Source: Shrout & Fleiss 1979."""
    n = len(pairs)
    if n < 3:
        return None
    rows = _squares(pairs)[0]
    within = sum((a - b) ** 2 / 2 for a, b in pairs) / n
    return (rows - within) / (rows + within) if rows + within > 0 else None


def quadratic_kappa(pairs: Pairs) -> float | None:
    """Cohen's kappa with quadratic weights. Source: Cohen 1968, Psychol. Bull. 70:213."""
    if len(pairs) < 3:
        return None
    firsts, seconds = [a for a, _ in pairs], [b for _, b in pairs]
    seen = mean([(a - b) ** 2 for a, b in pairs])
    # By chance every first rating meets every second one: E(a-b)^2 = Ea^2 + Eb^2 - 2 Ea Eb.
    chance = mean([a * a for a in firsts]) + mean([b * b for b in seconds])
    chance -= 2 * mean(firsts) * mean(seconds)
    return 1 - seen / chance if chance > 0 else None


def interval(
    pairs: Pairs, figure: Callable[[Pairs], float | None], draws: int = DRAWS
) -> tuple[float, float] | None:
    """The 95 % percentile interval over answers drawn anew (fixed seed); None below ten."""
    if len(pairs) < 10:
        return None
    draw = random.Random(20260701)  # noqa: S311 - a reproducible bootstrap
    found = sorted(
        value
        for _ in range(draws)
        if (value := figure(draw.choices(pairs, k=len(pairs)))) is not None
    )
    if not found:
        return None
    return found[int(0.025 * len(found))], found[min(int(0.975 * len(found)), len(found) - 1)]


def _squares(pairs: Pairs) -> tuple[float, float, float]:
    """Mean squares between answers, between the two raters, and of what is left."""
    n = len(pairs)
    whole = mean([v for pair in pairs for v in pair])
    sides = [mean([a for a, _ in pairs]), mean([b for _, b in pairs])]
    rows = 2 * sum(((a + b) / 2 - whole) ** 2 for a, b in pairs) / (n - 1)
    columns = n * sum((side - whole) ** 2 for side in sides)
    left = sum(
        (value - (a + b) / 2 - sides[place] + whole) ** 2
        for a, b in pairs
        for place, value in enumerate((a, b))
    )
    return rows, columns, left / (n - 1)
