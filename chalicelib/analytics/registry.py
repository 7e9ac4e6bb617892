"""What a chart is, and the list that page, API and CSV read: `@chart(...)` adds to all three."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.analytics import svg
from chalicelib.foundation import messages

Text2 = dict[str, str]
Cell = str | int | float | Text2 | None

#: Below LEAST nothing is shown, below PROVEN nothing is called proven (HR decision; the second is
#: the count from which calibration starts to describe).
LEAST, PROVEN = 10, 30


@dataclass(frozen=True)
class Chart:
    """One finding: a sentence with its n, how its intervals were made, table and picture.

    A cell of `rows` may hold both languages, `svg` holds the words of `language` alone. `silent`
    charts had too few cases and show no figure; `people` are the persons whom the picture names.
    """

    key: str
    title: Text2
    summary: Text2
    n: int
    note: Text2
    columns: tuple[Text2, ...]
    rows: tuple[tuple[Cell, ...], ...]
    svg: str
    language: str
    silent: bool = False
    people: tuple[str, ...] = ()

    def shown(self) -> tuple[tuple[str | int | float, ...], ...]:
        """The rows in the chart's language; what is not known is an empty text."""
        return tuple(tuple(_plain(cell, self.language) for cell in row) for row in self.rows)


@dataclass(frozen=True)
class Drawn:
    """What a chart function gives back: words, table and the parts of its picture."""

    summary: Text2
    note: Text2
    columns: tuple[Text2, ...]
    rows: tuple[tuple[Cell, ...], ...]
    parts: tuple[str, ...]
    height: float
    people: tuple[str, ...] = ()


Draw = Callable[[Any, str], Drawn]


@dataclass(frozen=True)
class Count:
    """What a chart's n counts (`unit` in words), and the smallest n that is shown at all."""

    unit: Text2
    of: Callable[[Any], int] = len
    least: int = LEAST


@dataclass(frozen=True)
class Spec:
    """A listed chart: which rows it takes, and how it counts them."""

    key: str
    title: Text2
    rows: str
    n: Count
    guarded: bool
    draw: Draw


CHARTS: dict[str, Spec] = {}
#: Rows that are counted from applications, week by week: an imported interview has no day.
DATED = frozenset({"scores", "dimensions", "weeks"})


def chart(
    key: str, *, title: Text2, rows: str, n: Count, guarded: bool = False
) -> Callable[[Draw], Draw]:
    """List a chart.

    Parameters
    ----------
    key, title : its address and heading.
    rows : the field of `rows.Datasets` it is drawn from, "" when the caller brings the rows.
    n : how its rows are counted.
    guarded : whether it tells how single employees perform, which not every role may see.
    """

    def enter(draw: Draw) -> Draw:
        CHARTS[key] = Spec(key, title, rows, n, guarded, draw)
        return draw

    return enter


def render(key: str, rows: Any, language: str) -> Chart:
    """Draw one chart in one language.

    Parameters
    ----------
    key : a listed chart.
    rows : what `rows.Datasets` holds for it.
    language : "zh" or "en".

    Returns
    -------
    Chart, silent below the chart's least n; "not proven" is part of the sentence below 30.

    Raises
    ------
    KeyError
        No such chart.
    """
    spec = CHARTS[key]
    n = spec.n.of(rows)
    if n < spec.n.least:
        return _silent(spec, n, language)
    drawn = spec.draw(rows, language)
    summary = drawn.summary
    if spec.n.least > 1 and n < PROVEN:
        summary = joined(summary, both("chart.not-proven", n=n))
    words = (spec.title[language], summary[language])
    picture = svg.document(key, drawn.height, words, drawn.parts, language=language)
    return Chart(
        key,
        spec.title,
        summary,
        n,
        _noted(spec, drawn.note),
        drawn.columns,
        drawn.rows,
        picture,
        language,
        people=drawn.people,
    )


def _silent(spec: Spec, n: int, language: str) -> Chart:
    summary = both("chart.too-few", n=n, least=spec.n.least, unit=spec.n.unit)
    short = messages.say("analytics.chart.too-few-short", language, n=n)
    parts = [svg.text((svg.WIDTH / 2, 50), short, cls="quiet", anchor="middle")]
    words = (spec.title[language], summary[language])
    picture = svg.document(spec.key, 90, words, parts, language=language)
    note = _noted(spec, both("chart.note-silent", least=spec.n.least))
    return Chart(spec.key, spec.title, summary, n, note, (), (), picture, language, silent=True)


def _noted(spec: Spec, note: Text2) -> Text2:
    return joined(note, both("note.imported")) if spec.rows in DATED else note


def both(key: str, **fields: object) -> Text2:
    """A sentence in every language; a field that holds both languages gives each its own."""
    return {
        language: messages.say(
            f"analytics.{key}",
            language,
            **{
                name: value[language] if isinstance(value, Mapping) else value
                for name, value in fields.items()
            },
        )
        for language in messages.LANGUAGES
    }


def joined(*sentences: Text2) -> Text2:
    """Sentences one after the other: with a blank between them in English, none in Chinese."""
    return {
        "zh": "".join(each["zh"] for each in sentences if each["zh"]),
        "en": " ".join(each["en"] for each in sentences if each["en"]),
    }


def share(value: float) -> str:
    """A share 0–1 as percent with at most one decimal: 0.3 is "30%"."""
    return f"{100 * value:.1f}".removesuffix(".0") + "%"


def short(value: float, places: int = 1) -> str:
    """A figure with at most so many decimals, zeros at the end left out."""
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _plain(cell: Cell, language: str) -> str | int | float:
    if isinstance(cell, dict):
        return cell[language]
    return "" if cell is None else cell
