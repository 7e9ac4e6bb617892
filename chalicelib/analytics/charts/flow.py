"""How applications move: pass rate by requisition, and the funnel."""

from collections.abc import Sequence

from chalicelib.analytics import findings
from chalicelib.analytics.charts.rates import SHARE_TICKS, rate_bar, rate_cells
from chalicelib.analytics.plots import Bar, bars
from chalicelib.analytics.registry import LEAST, Count, Drawn, both, chart, joined, share
from chalicelib.analytics.rows import DecidedRow, JourneyRow

MOST_BARS = 12


@chart("pass-rate", title=both("pass.title"), rows="decided", n=Count(both("unit.decided")))
def pass_rate(rows: Sequence[DecidedRow], language: str) -> Drawn:
    """What share of each requisition's decided interviews passed."""
    rates = findings.pass_rates(rows)
    spoken = [each for each in rates if each.rate.n >= LEAST]
    silent = [each for each in rates if each.rate.n < LEAST]
    whole = findings.Rate(sum(row.passed for row in rows), len(rows))
    shown = [_bar(each, whole.value, language) for each in [*spoken, *silent][:MOST_BARS]]
    parts, height = bars(shown, SHARE_TICKS)
    low, high = whole.interval
    words = {"n": whole.n, "passed": whole.part, "share": share(whole.value)}
    return Drawn(
        summary=both("pass.summary", low=share(low), high=share(high), jobs=len(rates), **words),
        note=joined(both("pass.note"), both("note.wilson")),
        columns=(
            both("col.requisition"),
            both("col.title"),
            both("col.passed"),
            both("col.n"),
            both("col.rate"),
            both("col.low"),
            both("col.high"),
        ),
        rows=tuple(
            (each.requisition_id, each.title, *rate_cells(each.rate)) for each in [*spoken, *silent]
        ),
        parts=tuple(parts),
        height=height,
    )


def _bar(each: findings.PassRate, overall: float, language: str) -> Bar:
    name = f"{each.requisition_id} · {each.title[language]}"
    return rate_bar(name, each.rate, language, mark=overall)


@chart("funnel", title=both("funnel.title"), rows="journeys", n=Count(both("unit.applications")))
def funnel(rows: Sequence[JourneyRow], language: str) -> Drawn:
    """How many applications came to each stage, and what share went on."""
    steps = findings.funnel(rows)
    n = len(rows)
    names = [both(f"stage.{step.stage.value}") for step in steps]
    shown = [
        Bar(name[language], _going_on(step, language), step.reached / n)
        for name, step in zip(names, steps, strict=True)
    ]
    parts, height = bars(shown, ())
    hired = findings.Rate(steps[-1].reached, n)
    low, high = (share(edge) for edge in hired.interval)
    words = {"hired": hired.part, "share": share(hired.value), "low": low, "high": high}
    return Drawn(
        summary=both("funnel.summary", n=n, **words),
        note=joined(both("funnel.note"), both("note.wilson")),
        columns=(
            both("col.stage"),
            both("col.reached"),
            both("col.passing"),
            both("col.low"),
            both("col.high"),
            both("col.ended"),
            both("col.waiting"),
        ),
        rows=tuple(
            (name, step.reached, *_passing(step.passing), step.ended, step.waiting)
            for name, step in zip(names, steps, strict=True)
        ),
        parts=tuple(parts),
        height=height,
    )


def _passing(rate: findings.Rate | None) -> tuple[str | None, str | None, str | None]:
    return (None, None, None) if rate is None else rate_cells(rate)[2:]


def _going_on(step: findings.FunnelStep, language: str) -> str:
    value, low, high = _passing(step.passing)
    if value is None:
        return both("funnel.reached", n=step.reached)[language]
    return both("funnel.going-on", n=step.reached, share=value, low=low, high=high)[language]
