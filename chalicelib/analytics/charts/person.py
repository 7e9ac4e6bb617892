"""One person's profile as bars and as a web; what was not measured is never drawn as zero."""

from collections.abc import Sequence

from chalicelib.analytics import radar as web
from chalicelib.analytics.charts.scores import SCALE_TICKS
from chalicelib.analytics.plots import Bar, bars
from chalicelib.analytics.registry import Cell, Count, Drawn, Text2, both, chart, short
from chalicelib.analytics.rows import ProfileRow

MEASURED = Count(both("unit.dimensions"), lambda rows: sum(r.score is not None for r in rows), 1)


@chart("profile", title=both("profile.title"), rows="", n=MEASURED)
def profile(rows: Sequence[ProfileRow], language: str) -> Drawn:
    """Every dimension as a bar, with the other candidates' mean as a dashed mark."""
    shown = [
        Bar(
            row.name[language],
            _figure(row, language),
            None if row.score is None else row.score / 100,
            mark=None if row.reference is None else row.reference / 100,
        )
        for row in rows
    ]
    return _drawn(rows, bars(shown, SCALE_TICKS))


@chart("radar", title=both("profile.title"), rows="", n=MEASURED)
def radar(rows: Sequence[ProfileRow], language: str) -> Drawn:
    """Every dimension as an axis of a web; fewer than three are drawn as bars."""
    if len(rows) < web.LEAST_AXES:
        return profile(rows, language)
    axes = [
        web.Axis(
            row.name[language],
            _figure(row, language),
            None if row.score is None else row.score / 100,
            None if row.reference is None else row.reference / 100,
        )
        for row in rows
    ]
    return _drawn(rows, web.radar(axes))


def _figure(row: ProfileRow, language: str) -> str:
    return both("word.not-measured")[language] if row.score is None else short(row.score)


def _drawn(rows: Sequence[ProfileRow], picture: tuple[list[str], float]) -> Drawn:
    return Drawn(
        summary=_summary(rows),
        note=both("profile.note"),
        columns=(both("col.dimension"), both("col.score"), both("col.reference")),
        rows=tuple((row.name, _cell(row.score), _rounded(row.reference)) for row in rows),
        parts=tuple(picture[0]),
        height=picture[1],
    )


def _cell(score: float | None) -> Cell:
    return both("word.not-measured") if score is None else round(score, 1)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _summary(rows: Sequence[ProfileRow]) -> Text2:
    known = [(row.score, row.name) for row in rows if row.score is not None]
    best = max(known, key=lambda pair: pair[0])
    weak = min(known, key=lambda pair: pair[0])
    words = {"n": len(known), "all": len(rows), "best": best[1], "weak": weak[1]}
    if len(known) < 2:
        return both("profile.summary-one", score=short(best[0]), **words)
    return both("profile.summary", high=short(best[0]), low=short(weak[0]), **words)
