"""Advice on the process: who comes, who passes, what is asked, what candidates say."""

from collections.abc import Iterator, Sequence

from chalicelib.analytics import findings
from chalicelib.analytics.advice.core import Advice, Tone, rule
from chalicelib.analytics.charts.work import CAUSES, GOOD, answers_shown, content
from chalicelib.analytics.drift import RECENT_WEEKS, drift
from chalicelib.analytics.registry import PROVEN, both, share
from chalicelib.analytics.rows import Datasets, Decided
from chalicelib.records.stages import Stage

ATTENDANCE = 0.5


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
def hard_requisition(datasets: Datasets) -> Iterator[Advice]:
    """A requisition's interval lies wholly below the pass rate of all the others."""
    for each, words in _below(datasets.decided):
        yield Advice(
            "hard-requisition",
            Tone.HINT,
            both("advice.hard-requisition", title=each.title, requisition=each.key),
            both("evidence.hard-requisition", **words),
            "pass-rate",
        )


@rule
def poor_source(datasets: Datasets) -> Iterator[Advice]:
    """A source's interval lies wholly below the pass rate of all the others."""
    for each, words in _below(datasets.decided_sources):
        yield Advice(
            "poor-source",
            Tone.HINT,
            both("advice.poor-source", source=each.title),
            both("evidence.poor-source", **words),
            "pass-rate-source",
        )


def _below(rows: Sequence[Decided]) -> Iterator[tuple[findings.PassRate, dict[str, object]]]:
    """Whose interval lies wholly below that of all others together, and the figures."""
    rates = findings.pass_rates(rows)
    passed, n = sum(each.rate.part for each in rates), sum(each.rate.n for each in rates)
    for each in rates:
        others = findings.Rate(passed - each.rate.part, n - each.rate.n)
        low, high = each.rate.interval
        if min(each.rate.n, others.n) >= PROVEN and high < others.interval[0]:
            yield each, {
                "n": each.rate.n, "share": share(each.rate.value), "low": share(low),
                "high": share(high), "others": share(others.value), "others_n": others.n,
            }  # fmt: skip


@rule
def moving_scores(datasets: Datasets) -> Iterator[Advice]:
    """The last weeks' scores lie off those before by more than chance."""
    found = drift(datasets.weeks)
    if found is None or not found.proven:
        return
    words = {"gap": found.gap, "low": found.low, "high": found.high}
    figures = {name: f"{value:+.1f}" for name, value in words.items()}
    evidence = both("evidence.drift", weeks=RECENT_WEEKS, n=found.recent.n,
                    before=found.before.n, **figures)  # fmt: skip
    yield Advice("drift", Tone.CAUTION, both("advice.drift"), evidence, "score-drift")


@rule
def weak_questions(datasets: Datasets) -> Iterator[Advice]:
    """Questions whose discrimination is proven to be small."""
    weak = [
        row
        for row in datasets.questions
        if row.figures.high is not None and row.figures.high < GOOD and row.figures.n >= PROVEN
    ]
    if not weak:
        return
    listed = ", ".join(row.question_id for row in weak[:5])
    n = min(row.figures.n for row in weak)
    yield Advice(
        "weak-questions",
        Tone.HINT,
        both("advice.weak-questions", listed=listed),
        both("evidence.weak-questions", number=len(weak), n=n),
        "question-statistics",
    )


@rule
def unhappy_candidates(datasets: Datasets) -> Iterator[Advice]:
    """One of the three causes pleases proven fewer candidates than the process as a whole."""
    found = datasets.opinions
    if answers_shown(found) < PROVEN:
        return
    overall = content(found, "overall")
    rates = {name: content(found, name) for name in CAUSES if name != "overall"}
    name, rate = min(rates.items(), key=lambda pair: (pair[1].value, pair[0]))
    low, high = rate.interval
    if rate.n < PROVEN or high >= overall.value:
        return
    words = {"share": share(rate.value), "low": share(low), "high": share(high)}
    yield Advice(
        "unhappy",
        Tone.HINT,
        both("advice.unhappy", cause=both(f"opinions.{name}")),
        both("evidence.unhappy", n=rate.n, overall=share(overall.value), **words),
        "satisfaction",
    )
