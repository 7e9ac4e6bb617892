"""Evidence to advice: what HR might do, why, and the chart that shows it. Silent without proof."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.analytics import findings
from chalicelib.analytics.charts.groups import group_name
from chalicelib.analytics.registry import LEAST, PROVEN, Text2, both, share
from chalicelib.analytics.rows import Datasets
from chalicelib.calibration.fairness.impact import Verdict, counted, impacts
from chalicelib.records.stages import Stage

#: A correlation among the hired beyond this is more likely a leak than a success: structured
#: interviews reach .42 at best (Sackett et al. 2022).
LEAK_R = 0.6
ATTENDANCE = 0.5
MANY_MISSED = 3


class Tone(StrEnum):
    """How urgent an advice is."""

    HINT = "hint"
    CAUTION = "caution"


@dataclass(frozen=True)
class Advice:
    """What might be done (`text`), on what ground (`evidence`, with n), and where to see it."""

    key: str
    tone: Tone
    text: Text2
    evidence: Text2
    chart: str


Rule = Callable[[Datasets], Iterator[Advice]]
RULES: list[Rule] = []


def rule(advise: Rule) -> Rule:
    """List a rule; its advice comes in the order of this file."""
    RULES.append(advise)
    return advise


def advise(datasets: Datasets) -> tuple[Advice, ...]:
    """All advice that the rows carry.

    Parameters
    ----------
    datasets : rows of every chart.

    Returns
    -------
    Advice in a fixed order; none where fewer than 30 cases stand behind it, or where its interval
    leaves the matter open.
    """
    return tuple(advice for each in RULES for advice in each(datasets))


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
def hard_requisition(datasets: Datasets) -> Iterator[Advice]:
    """A requisition's interval lies wholly below the pass rate of all the others."""
    rates = findings.pass_rates(datasets.decided)
    passed, n = sum(each.rate.part for each in rates), sum(each.rate.n for each in rates)
    for each in rates:
        others = findings.Rate(passed - each.rate.part, n - each.rate.n)
        low, high = each.rate.interval
        if min(each.rate.n, others.n) < PROVEN or high >= others.interval[0]:
            continue
        yield Advice(
            "hard-requisition",
            Tone.HINT,
            both("advice.hard-requisition", title=each.title, requisition=each.requisition_id),
            both(
                "evidence.hard-requisition",
                n=each.rate.n,
                share=share(each.rate.value),
                low=share(low),
                high=share(high),
                others=share(others.value),
                others_n=others.n,
            ),
            "pass-rate",
        )


@rule
def few_come(datasets: Datasets) -> Iterator[Advice]:
    """Fewer than half of those invited, and not still expected, are interviewed."""
    steps = {step.stage: step for step in findings.funnel(datasets.journeys)}
    invited = steps[Stage.INVITED]
    came = invited.passing or findings.Rate(0, 0)
    settled = findings.Rate(came.part, came.n - invited.waiting)
    low, high = settled.interval
    if settled.n < PROVEN or high >= ATTENDANCE:
        return
    words = {"share": share(settled.value), "low": share(low), "high": share(high)}
    yield Advice(
        "few-come",
        Tone.HINT,
        both("advice.few-come"),
        both("evidence.few-come", n=settled.n, **words),
        "funnel",
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
