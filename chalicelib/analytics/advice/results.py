"""Advice on what scores say, and on what came of them."""

import math
from collections.abc import Iterator

from chalicelib.analytics import findings
from chalicelib.analytics.advice.core import Advice, Tone, rule
from chalicelib.analytics.charts.groups import group_name
from chalicelib.analytics.registry import LEAST, PROVEN, both
from chalicelib.analytics.rows import Datasets
from chalicelib.calibration.fairness.impact import Verdict, counted, impacts

#: A correlation among the hired beyond this is more likely a leak than a success: structured
#: interviews reach .42 at best (Sackett et al. 2022).
LEAK_R = 0.6
MANY_MISSED = 3


@rule
def weak_dimension(datasets: Datasets) -> Iterator[Advice]:
    """Candidates are proven weaker on one dimension than on their others."""
    weak = findings.weakest(datasets.dimensions, LEAST)
    if weak is None or not weak.proven:
        return
    words = {
        "mean": f"{weak.found.mean:.1f}",
        "gap": f"{-weak.gap:.1f}",
        "low": f"{-weak.high:.1f}",
        "high": f"{-weak.low:.1f}",
    }
    yield Advice(
        "weak-dimension",
        Tone.HINT,
        both("advice.weak-dimension", name=weak.found.name),
        both("evidence.weak-dimension", name=weak.found.name, n=weak.n, **words),
        "dimension-means",
    )


@rule
def prediction_open(datasets: Datasets) -> Iterator[Advice]:
    """Scores are not shown to predict the work, or predict it better than is believable."""
    if len(datasets.outcomes) < PROVEN:
        return
    found = findings.prediction(datasets.outcomes)
    if math.isnan(found.r) or (found.low > 0 and found.r <= LEAK_R):
        return
    key = "too-good" if found.r > LEAK_R else "no-prediction"
    words = {"r": f"{found.r:.2f}", "low": f"{found.low:.2f}", "high": f"{found.high_end:.2f}"}
    yield Advice(
        key,
        Tone.CAUTION,
        both(f"advice.{key}"),
        both("evidence.prediction", n=found.n, **words),
        "prediction",
    )


@rule
def missed_people(datasets: Datasets) -> Iterator[Advice]:
    """Several people were scored high and do poorly: perhaps something is not asked."""
    if len(datasets.outcomes) < PROVEN:
        return
    found = findings.prediction(datasets.outcomes)
    if len(found.missed) < MANY_MISSED:
        return
    labels = [row.label for row in found.missed[:5]]
    listed = {"zh": "、".join(labels), "en": ", ".join(labels)}
    words = {"number": len(found.missed), "of": found.high.n}
    yield Advice(
        "missed-people",
        Tone.HINT,
        both("advice.missed-people"),
        both("evidence.missed-people", n=found.n, labels=listed, **words),
        "prediction",
    )


@rule
def unequal_groups(datasets: Datasets) -> Iterator[Advice]:
    """A group's impact ratio is below four fifths and chance does not explain it."""
    for each in impacts(counted((row.group, row.selected) for row in datasets.groups)):
        if each.verdict is not Verdict.BELOW_PROVEN:
            continue
        figures = {"ratio": each.ratio, "low": each.low, "high": each.high}
        words = {name: f"{value or 0:.2f}" for name, value in figures.items()}
        yield Advice(
            "unequal-groups",
            Tone.CAUTION,
            both("advice.unequal-groups", group=group_name(each.group)),
            both("evidence.unequal-groups", n=each.share.n, p=f"{each.p_value or 0:.3f}", **words),
            "selection-rates",
        )
