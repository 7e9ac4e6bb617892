"""Who and what stands behind the figures: recruiters' load, sources, questions, candidates."""

from collections.abc import Sequence

from chalicelib.analytics.charts.rates import SHARE_TICKS, rate_bar
from chalicelib.analytics.findings import Rate
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
)
from chalicelib.analytics.rows import Hands, Opinions, QuestionUse, SourceWork
from chalicelib.foundation.statistics import deviation, mean

MOST_BARS = 15


@chart(
    "recruiter-load",
    title=both("load.title"),
    rows="hands",
    n=Count(both("unit.moves"), lambda rows: sum(_moves(row) for row in rows)),
)
def recruiter_load(rows: Sequence[Hands], language: str) -> Drawn:
    """How many invitations, decisions and offers each colleague made."""
    most = max(_moves(row) for row in rows)
    shown = [
        Bar(row.label, both("load.figure", n=_moves(row), decided=row.decided)[language],
            _moves(row) / most)
        for row in rows[:MOST_BARS]
    ]  # fmt: skip
    parts, height = bars(shown, ())
    n = sum(_moves(row) for row in rows)
    loads = [float(_moves(row)) for row in rows]
    return Drawn(
        summary=both("load.summary", n=n, people=len(rows), name=rows[0].label,
                     share=share(_moves(rows[0]) / n), mean=f"{mean(loads):.1f}",
                     sd=f"{deviation(loads):.1f}"),
        note=both("load.note"),
        columns=(
            both("col.colleague"), both("col.invited"), both("col.decided"), both("col.offered"),
            both("col.moves"),
        ),
        rows=tuple((r.label, r.invited, r.decided, r.offered, _moves(r)) for r in rows),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _moves(row: Hands) -> int:
    return row.decided + row.invited + row.offered


@chart(
    "source-performance",
    title=both("source.title"),
    rows="source_work",
    n=Count(both("unit.employees"), lambda rows: sum(row.outcomes.n for row in rows)),
    guarded=True,
)
def source_performance(rows: Sequence[SourceWork], language: str) -> Drawn:
    """How those hired from each source work later, and how few of them do poorly."""
    order = sorted(rows, key=lambda row: (row.outcomes.n < LEAST, -row.outcomes.mean, row.source))
    spoken = [row for row in order if row.outcomes.n >= LEAST]
    shown = [
        rate_bar(row.source, Rate(row.outcomes.n - row.low, row.outcomes.n), language)
        for row in order[:MOST_BARS]
    ]
    parts, height = bars(shown, SHARE_TICKS)
    n = sum(row.outcomes.n for row in rows)
    return Drawn(
        summary=_best_source(spoken, n),
        note=joined(both("source.note"), both("note.wilson"), both("note.mean")),
        columns=(
            both("col.source"), both("col.n"), both("col.outcome"), both("col.low"),
            both("col.high"), both("col.well"), both("col.rate"),
        ),
        rows=tuple(_source_row(row) for row in order),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _source_row(row: SourceWork) -> tuple[Cell, ...]:
    n = row.outcomes.n
    if n < LEAST:
        return (row.source, n, None, None, None, None, None)
    low, high = row.outcomes.interval()
    well = n - row.low
    figures = (round(each, 2) for each in (row.outcomes.mean, low, high))
    return (row.source, n, *figures, well, share(well / n))


def _best_source(spoken: Sequence[SourceWork], n: int) -> Text2:
    if not spoken:
        return both("source.summary-none", n=n)
    low, high = spoken[0].outcomes.interval()
    words = {"low": f"{low:+.2f}", "high": f"{high:+.2f}", "n": spoken[0].outcomes.n, "all": n}
    return both("source.summary", source=spoken[0].source, mean=f"{spoken[0].outcomes.mean:+.2f}",
                **words)  # fmt: skip


ANSWERS = Count(both("unit.answers"), lambda rows: sum(row.figures.rated for row in rows))


@chart("question-statistics", title=both("questions.title"), rows="questions", n=ANSWERS)
def question_statistics(rows: Sequence[QuestionUse], language: str) -> Drawn:
    """How often each question was asked, its mean rating, and how well it tells people apart."""
    known = [row for row in rows if row.figures.discrimination is not None]
    order = sorted(rows, key=_least_telling)
    shown = [_question_bar(row, language) for row in order[:MOST_BARS]]
    parts, height = bars(shown, SHARE_R)
    weak = [row for row in known if (row.figures.high or 1.0) < GOOD]
    n = sum(row.figures.rated for row in rows)
    return Drawn(
        summary=both("questions.summary", n=n, all=len(rows), known=len(known), weak=len(weak)),
        note=joined(both("questions.note"), both("note.fisher-r")),
        columns=(
            both("col.question"), both("col.text"), both("col.asked"), both("col.answered"),
            both("col.rated"), both("col.mean-rating"), both("col.discrimination"),
            both("col.low"), both("col.high"), both("col.n"),
        ),
        rows=tuple(_question_row(row) for row in order),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def _least_telling(row: QuestionUse) -> tuple[bool, float, str]:
    r = row.figures.discrimination
    return (r is None, r or 0.0, row.question_id)


GOOD = 0.3
SHARE_R = ((0.0, "0"), (0.25, ".25"), (0.5, ".5"), (0.75, ".75"), (1.0, "1"))


def _question_bar(row: QuestionUse, language: str) -> Bar:
    f = row.figures
    name = row.text[language]
    if f.discrimination is None or f.low is None or f.high is None:
        return Bar(name, both("chart.too-few-short", n=f.n)[language], None)
    figure = f"r = {f.discrimination:.2f} ({f.low:.2f}–{f.high:.2f}), n = {f.n}"
    cls = "caution" if f.high < GOOD else ""
    return Bar(name, figure, max(0.0, f.discrimination), max(0.0, f.low), max(0.0, f.high), cls)


def _question_row(row: QuestionUse) -> tuple[Cell, ...]:
    f = row.figures
    return (row.question_id, row.text, f.asked, f.answered, f.rated, f.mean, f.discrimination,
            f.low, f.high, f.n)  # fmt: skip


#: A mark of four or five is content.
CONTENT = 4
CAUSES = ("overall", "transparent", "timely", "objective")


def answers_shown(found: Opinions) -> int:
    """How many answers may be shown: none where few others are left to be told apart by."""
    return found.n if found.others in (None, 0) or (found.others or 0) >= LEAST else 0


@chart(
    "satisfaction",
    title=both("opinions.title"),
    rows="opinions",
    n=Count(both("unit.candidates-asked"), answers_shown),
)
def satisfaction(found: Opinions, language: str) -> Drawn:
    """What share of candidates is content, overall and with each of the three causes."""
    rates = {name: content(found, name) for name in CAUSES}
    shown = [rate_bar(both(f"opinions.{q}")[language], rate, language) for q, rate in rates.items()]
    parts, height = bars(shown, SHARE_TICKS)
    whole = rates["overall"]
    low, high = (share(edge) for edge in whole.interval)
    return Drawn(
        summary=both("opinions.summary", n=whole.n, share=share(whole.value), low=low, high=high),
        note=joined(both("opinions.note"), both("note.wilson")),
        columns=(
            both("col.asked-about"), both("col.n"), both("col.mean-mark"), both("col.content"),
            both("col.rate"), both("col.low"), both("col.high"),
        ),
        rows=tuple(_opinion_row(found, name, rate) for name, rate in rates.items()),
        parts=tuple(parts),
        height=height,
    )  # fmt: skip


def content(found: Opinions, name: str) -> Rate:
    """How many of those who answered a question gave four or five."""
    marks = found.marks.get(name, {})
    return Rate(sum(n for mark, n in marks.items() if mark >= CONTENT), sum(marks.values()))


def _opinion_row(found: Opinions, name: str, rate: Rate) -> tuple[Cell, ...]:
    if rate.n < LEAST:
        return (both(f"opinions.{name}"), rate.n, None, None, None, None, None)
    marks = found.marks[name]
    middle = round(sum(mark * n for mark, n in marks.items()) / rate.n, 2)
    low, high = rate.interval
    return (
        both(f"opinions.{name}"), rate.n, middle, rate.part, share(rate.value), share(low),
        share(high),
    )  # fmt: skip
