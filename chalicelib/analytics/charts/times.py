"""How long it takes: time in each stage, time to decision and hire, before and after a change."""

from collections.abc import Sequence

from chalicelib.analytics.counting.durations import DAY, HOUR, Change, Durations, change
from chalicelib.analytics.plots import Bar, bars
from chalicelib.analytics.registry import (
    LEAST,
    Cell,
    Count,
    Drawn,
    Text2,
    both,
    chart,
    joined,
    share,
    short,
)
from chalicelib.analytics.rows import Stays

TAIL = 0.9
LONGEST = Count(both("unit.stays"), lambda rows: max((row.took.n for row in rows), default=0))


def duration(minutes: float) -> Text2:
    """A duration in the unit that people would use: minutes, hours below two days, days."""
    if minutes < HOUR:
        return both("word.minutes", n=short(minutes))
    if minutes < 2 * DAY:
        return both("word.hours", n=short(minutes / HOUR))
    return both("word.days", n=short(minutes / DAY))


@chart("time-in-stage", title=both("stays.title"), rows="stays", n=LONGEST)
def time_in_stage(rows: Sequence[Stays], language: str) -> Drawn:
    """Median and 90th percentile of the time that each stage took those who left it."""
    spoken = [row for row in rows if row.took.n >= LEAST]
    slowest = max(spoken, key=lambda row: row.took.quantile(0.5))
    words = _figures(slowest.took)
    summary = both("stays.summary", stage=both(f"stage.{slowest.name}"), **words)
    return _times(rows, summary, both("stays.note"), language)


@chart("time-to-hire", title=both("hire.title"), rows="stretches", n=LONGEST)
def time_to_hire(rows: Sequence[Stays], language: str) -> Drawn:
    """Median and 90th percentile from application to decision and hire, from interview to hire."""
    spoken = [row for row in rows if row.took.n >= LEAST]
    hires = next((row for row in spoken if row.name == "hire"), spoken[0])
    words = _figures(hires.took)
    summary = both("hire.summary", stage=both(f"stage.{hires.name}"), **words)
    return _times(rows, summary, both("hire.note"), language)


def _figures(took: Durations) -> dict[str, object]:
    low, high = took.interval(0.5)
    return {
        "n": took.n, "median": duration(took.quantile(0.5)), "low": duration(low),
        "high": duration(high), "tail": duration(took.quantile(TAIL)),
    }  # fmt: skip


def _times(rows: Sequence[Stays], summary: Text2, note: Text2, language: str) -> Drawn:
    most = max(row.took.quantile(TAIL) for row in rows if row.took.n >= LEAST) or 1.0
    parts, height = bars([_bar(row, most, language) for row in rows], ())
    return Drawn(
        summary=summary,
        note=joined(note, both("note.ranks")),
        columns=(
            both("col.stage"), both("col.n"), both("col.median-hours"), both("col.low"),
            both("col.high"), both("col.tail-hours"), both("col.low"), both("col.high"),
        ),
        rows=tuple((both(f"stage.{row.name}"), row.took.n, *_cells(row.took)) for row in rows),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _bar(row: Stays, most: float, language: str) -> Bar:
    name = both(f"stage.{row.name}")[language]
    if row.took.n < LEAST:
        return Bar(name, both("chart.too-few-short", n=row.took.n)[language], None)
    low, high = row.took.interval(0.5)
    tail = row.took.quantile(TAIL)
    middle = row.took.quantile(0.5)
    figure = both("stays.figure", **_figures(row.took))[language]
    return Bar(name, figure, middle / most, low / most, high / most, mark=tail / most)


def _cells(took: Durations) -> tuple[Cell, ...]:
    if took.n < LEAST:
        return (None,) * 6
    found = [(took.quantile(at), *took.interval(at)) for at in (0.5, TAIL)]
    return tuple(_hours(minutes) for figures in found for minutes in figures)


def _hours(minutes: float) -> float:
    return round(minutes / HOUR, 2)


COMPARED = Count(
    both("unit.stays"),
    lambda rows: max((min(row.took.n, row.earlier.n) for row in rows), default=0),
)


@chart("before-after", title=both("moved.title"), rows="moved", n=COMPARED)
def before_after(rows: Sequence[Stays], language: str) -> Drawn:
    """Median times before and after a day on which something changed, with their difference."""
    told = {
        row.name: change(row.earlier, row.took)
        for row in rows
        if min(row.took.n, row.earlier.n) >= LEAST
    }
    most = max(max(each.before, each.after) for each in told.values()) or 1.0
    shown = [bar for row in rows for bar in _pair(row, told.get(row.name), most, language)]
    parts, height = bars(shown, ())
    return Drawn(
        summary=_moved({row.name: row for row in rows}, told),
        note=both("moved.note"),
        columns=(
            both("col.stage"), both("col.n-before"), both("col.median-before"),
            both("col.n-after"), both("col.median-after"), both("col.change-hours"),
            both("col.low"), both("col.high"), both("col.change"),
        ),
        rows=tuple(_row(row, told.get(row.name)) for row in rows),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _pair(row: Stays, found: Change | None, most: float, language: str) -> list[Bar]:
    name = both(f"stage.{row.name}")
    words = (both("moved.before", stage=name)[language], both("moved.after", stage=name)[language])
    if found is None:
        n = min(row.took.n, row.earlier.n)
        return [Bar(name[language], both("chart.too-few-short", n=n)[language], None)]
    parts = ((words[0], row.earlier, "muted"), (words[1], row.took, ""))
    return [
        Bar(
            label,
            both("stays.figure-short", median=duration(took.quantile(0.5)), n=took.n)[language],
            took.quantile(0.5) / most,
            took.interval(0.5)[0] / most,
            took.interval(0.5)[1] / most,
            cls,
        )
        for label, took, cls in parts
    ]


def _row(row: Stays, found: Change | None) -> tuple[Cell, ...]:
    name, before, after = both(f"stage.{row.name}"), row.earlier.n, row.took.n
    if found is None:
        return (name, before, None, after, None, None, None, None, None)
    moved = (found.difference, found.low, found.high)
    return (
        name, before, _hours(found.before), after, _hours(found.after),
        *(_hours(each) for each in moved), share(found.share) if found.before else None,
    )  # fmt: skip


def _moved(rows: dict[str, Stays], told: dict[str, Change]) -> Text2:
    """The longest stretch of the process that can be compared, in one sentence."""
    name = next((key for key in ("hire", "decision") if key in told), next(iter(told)))
    found, row = told[name], rows[name]
    proven = not found.low <= 0 <= found.high
    return both(
        "moved.summary" if proven else "moved.summary-open",
        stage=both(f"stage.{name}"),
        before=duration(found.before),
        after=duration(found.after),
        change=share(found.share) if found.before else "–",
        low=short(found.low / HOUR),
        high=short(found.high / HOUR),
        n=row.earlier.n,
        m=row.took.n,
    )
