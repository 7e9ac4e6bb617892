"""Figures of fairness in careful sentences and plain tables: no verdict without n and interval."""

from collections.abc import Mapping

from chalicelib.analytics.charts.rates import SHARE_TICKS
from chalicelib.analytics.fairness import AttributeReport
from chalicelib.analytics.plots import Bar, bars
from chalicelib.analytics.registry import Text2, share
from chalicelib.analytics.svg import document
from chalicelib.calibration.fairness.components import Component
from chalicelib.calibration.fairness.impact import (
    AND,
    FOUR_FIFTHS,
    LEAST_SHOWN,
    UNKNOWN,
    Impact,
    Verdict,
)
from chalicelib.calibration.fairness.prediction import Differential
from chalicelib.calibration.fairness.words import attribute_name as attribute_name
from chalicelib.calibration.fairness.words import group_name as group_name
from chalicelib.foundation.messages import LANGUAGES, both

COLOURS = {
    Verdict.BELOW_PROVEN: "bad",
    Verdict.BELOW_NOT_PROVEN: "caution",
    Verdict.UNKNOWN: "muted",
}
#: Where the plot of ratios ends, and the least p value that is told in figures.
MOST_RATIO, LEAST_CHANCE = 2.0, 0.001
#: The gravest first: the sentence of an attribute tells the first that any group has.
GRAVEST = (Verdict.BELOW_PROVEN, Verdict.BELOW_NOT_PROVEN, Verdict.WITHIN)


def component_name(component: Component, names: Mapping[str, Text2]) -> Text2:
    """A component in words; a dimension by the name its model gives it."""
    if component.dimension:
        return names.get(component.key, {"zh": component.key, "en": component.key})
    return both(f"fairness.component.{component.key}")


def verdict_words(line: Impact) -> Text2:
    """What a line's figures let us say."""
    words = both(f"analytics.verdict.{line.verdict.value}")
    if not line.caution or line.verdict in (Verdict.TOO_FEW, Verdict.UNKNOWN):
        return words
    caution = both("analytics.verdict.caution")
    return {language: f"{words[language]} {caution[language]}" for language in LANGUAGES}


def summary(report: AttributeReport) -> Text2:
    """One sentence on an attribute: its gravest line with n, interval and test."""
    lines = report.drill_down.whole.groups
    words = {
        "attribute": attribute_name(report.attribute),
        "known": sum(line.share.n for line in lines if line.group != UNKNOWN),
        "unknown": sum(line.share.n for line in lines if line.group == UNKNOWN),
    }
    for verdict in GRAVEST:
        found = [x for x in lines if x.verdict is verdict and x.ratio is not None]
        if found:
            line = min(found, key=lambda x: x.ratio or 0.0)
            return _in_both(f"fairness.of.{verdict.value}", words | _figures(report, line))
    nobody = any(line.verdict is Verdict.NOBODY_PASSED for line in lines)
    return _in_both(f"fairness.of.{'nobody' if nobody else 'none'}", words)


def _figures(report: AttributeReport, line: Impact) -> dict[str, object]:
    other = next(x for x in report.drill_down.whole.groups if x.group == line.reference)
    p = line.p_value if line.verdict is Verdict.WITHIN else line.p_adjusted
    return {
        "group": group_name(report.attribute, line.group),
        "reference": group_name(report.attribute, line.reference),
        "ratio": f"{line.ratio or 0:.2f}",
        "low": f"{line.low or 0:.2f}",
        "high": f"{line.high or 0:.2f}",
        "n": line.share.n,
        "m": other.share.n,
        "p": chance(p or 0.0),
    }


def _in_both(key: str, fields: dict[str, object]) -> Text2:
    """A sentence whose fields may hold both languages themselves."""
    return {
        language: both(
            key,
            **{n: v[language] if isinstance(v, dict) else v for n, v in fields.items()},
        )[language]
        for language in LANGUAGES
    }


def prediction(attribute: str, line: Differential) -> Text2:
    """One sentence on one group's prediction beside the reference."""
    words: dict[str, object] = {
        "group": group_name(attribute, line.group),
        "reference": group_name(attribute, line.reference),
        "n": line.n,
        "m": line.n_reference,
    }
    if line.intercepts is None or line.at_cut is None or line.slopes is None:
        few = min(line.n, line.n_reference) < LEAST_SHOWN * 3
        return _in_both(f"fairness.prediction.{'few' if few else 'flat'}", words)
    for name, found in (("", line.intercepts), ("cut_", line.at_cut), ("slope_", line.slopes)):
        places = 3 if name == "slope_" else 2
        words |= {
            f"{name}value": f"{found.value:+.{places}f}",
            f"{name}low": f"{found.low:+.{places}f}",
            f"{name}high": f"{found.high:+.{places}f}",
            f"{name}p": chance(found.p_value),
        }
    words |= {"slope": words["slope_value"], "both_p": chance(line.p_both or 0.0)}
    return _in_both("fairness.prediction.said", words)


def picture(attribute: str, component: Component, language: str, *, all_cells: bool) -> str:
    """Bars of a component's rates with Wilson intervals; the mark stands at four fifths."""
    lines = [line for line in component.groups if line.share.n]
    best = max((x.share.rate for x in lines if x.verdict is Verdict.REFERENCE), default=None)
    drawn = [_bar(attribute, line, language, (best, all_cells)) for line in lines]
    parts, height = bars(drawn, SHARE_TICKS)
    title = attribute_name(attribute)[language]
    key = f"fairness-{attribute.replace(AND, '-')}-{component.key}"
    words = (title, "; ".join(f"{bar.name} {bar.figure}" for bar in drawn))
    return document(key, height, words, parts, language=language)


def _bar(attribute: str, line: Impact, language: str, rest: tuple[float | None, bool]) -> Bar:
    best, all_cells = rest
    name = group_name(attribute, line.group)[language]
    if hidden(line, all_cells):
        return Bar(name, f"n = {line.share.n}", None)
    low, high = line.share.interval
    span = f"{share(low)}–{share(high)}"
    figure = f"{share(line.share.rate)} ({span}), {line.share.part}/{line.share.n}"
    mark = None if best is None else FOUR_FIFTHS * best
    return Bar(name, figure, line.share.rate, low, high, COLOURS.get(line.verdict, ""), mark)


def ratios(attribute: str, component: Component, language: str) -> str:
    """Every compared group's impact ratio with its interval, on a scale to 2; empty without any."""
    lines = [x for x in component.groups if x.low is not None and x.high is not None]
    drawn = [
        Bar(
            group_name(attribute, line.group)[language],
            f"{line.ratio or 0:.2f} ({line.low or 0:.2f}–{line.high or 0:.2f}), "
            f"p {chance(line.p_adjusted or 0.0)}",
            (line.ratio or 0.0) / MOST_RATIO,
            (line.low or 0.0) / MOST_RATIO,
            min((line.high or 0.0) / MOST_RATIO, 1.0),
            COLOURS.get(line.verdict, ""),
            FOUR_FIFTHS / MOST_RATIO,
        )
        for line in lines
    ]
    if not drawn:
        return ""
    ticks = [(at / MOST_RATIO, f"{at:g}") for at in (0, 0.5, 1.0, 1.5, 2.0)]
    parts, height = bars(drawn, ticks)
    key = f"ratios-{attribute.replace(AND, '-')}-{component.key}"
    described = "; ".join(f"{bar.name} {bar.figure}" for bar in drawn)
    words = (both("fairness.ratios")[language], described)
    return document(key, height, words, parts, language=language)


def chance(p_value: float) -> str:
    """A p value with its sign: "= 0.012", and never zero."""
    return f"= {p_value:.3f}" if p_value >= LEAST_CHANCE else f"< {LEAST_CHANCE}"


def hidden(line: Impact, all_cells: bool) -> bool:
    """Whether a group is so small that how many passed is not shown to this reader."""
    return line.share.n < LEAST_SHOWN and not all_cells
