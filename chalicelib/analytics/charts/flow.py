"""How applications move: pass rates side by side, and the funnel."""

from collections.abc import Sequence

from chalicelib.analytics import findings
from chalicelib.analytics.charts.rates import SHARE_TICKS, rate_bar, rate_cells
from chalicelib.analytics.plots import Bar, bars
from chalicelib.analytics.registry import LEAST, Count, Drawn, Text2, both, chart, joined, share
from chalicelib.analytics.rows import Decided, Journeys

MOST_BARS = 12
DECIDED = Count(both("unit.decided"), lambda rows: sum(row.n for row in rows))


def _pass_rates(rows: Sequence[Decided], language: str, column: Text2) -> Drawn:
    """Pass rates of whatever the rows stand for; those with few decisions come last, silent."""
    rates = findings.pass_rates(rows)
    order = sorted(rates, key=lambda each: each.rate.n < LEAST)
    whole = findings.Rate(sum(row.passed for row in rows), sum(row.n for row in rows))
    shown = [
        rate_bar(_name(each, language), each.rate, language, mark=whole.value)
        for each in order[:MOST_BARS]
    ]
    parts, height = bars(shown, SHARE_TICKS)
    low, high = whole.interval
    words = {"n": whole.n, "passed": whole.part, "share": share(whole.value), "of": column}
    more = both("pass.more", shown=MOST_BARS, all=len(order)) if len(order) > MOST_BARS else None
    return Drawn(
        summary=both("pass.summary", low=share(low), high=share(high), jobs=len(rates), **words),
        note=joined(both("pass.note"), both("note.wilson"), *([more] if more else [])),
        columns=(
            column, both("col.title"), both("col.passed"), both("col.n"), both("col.rate"),
            both("col.low"), both("col.high"),
        ),
        rows=tuple((each.key, each.title, *rate_cells(each.rate)) for each in order),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _name(each: findings.PassRate, language: str) -> str:
    title = each.title[language]
    return each.key if title == each.key else f"{each.key} · {title}"


@chart("pass-rate", title=both("pass.title"), rows="decided", n=DECIDED)
def pass_rate(rows: Sequence[Decided], language: str) -> Drawn:
    """What share of each requisition's decided interviews passed."""
    return _pass_rates(rows, language, both("col.requisition"))


@chart("pass-rate-store", title=both("pass.title-store"), rows="decided_stores", n=DECIDED)
def pass_rate_store(rows: Sequence[Decided], language: str) -> Drawn:
    """What share of each store's decided interviews passed."""
    return _pass_rates(rows, language, both("col.store"))


@chart("pass-rate-region", title=both("pass.title-region"), rows="decided_regions", n=DECIDED)
def pass_rate_region(rows: Sequence[Decided], language: str) -> Drawn:
    """What share of each region's decided interviews passed."""
    return _pass_rates(rows, language, both("col.region"))


@chart("pass-rate-source", title=both("pass.title-source"), rows="decided_sources", n=DECIDED)
def pass_rate_source(rows: Sequence[Decided], language: str) -> Drawn:
    """What share of each source's decided interviews passed."""
    return _pass_rates(rows, language, both("col.source"))


@chart(
    "funnel",
    title=both("funnel.title"),
    rows="journeys",
    n=Count(both("unit.applications"), lambda rows: sum(row.n for row in rows)),
)
def funnel(rows: Sequence[Journeys], language: str) -> Drawn:
    """How many applications came to each stage, and what share went on."""
    steps = findings.funnel(rows)
    n = sum(row.n for row in rows)
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
            both("col.stage"), both("col.reached"), both("col.passing"), both("col.low"),
            both("col.high"), both("col.ended"), both("col.waiting"),
        ),
        rows=tuple(
            (name, step.reached, *_passing(step.passing), step.ended, step.waiting)
            for name, step in zip(names, steps, strict=True)
        ),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _passing(rate: findings.Rate | None) -> tuple[str | None, str | None, str | None]:
    return (None, None, None) if rate is None else rate_cells(rate)[2:]


def _going_on(step: findings.FunnelStep, language: str) -> str:
    value, low, high = _passing(step.passing)
    if value is None:
        return both("funnel.reached", n=step.reached)[language]
    return both("funnel.going-on", n=step.reached, share=value, low=low, high=high)[language]
