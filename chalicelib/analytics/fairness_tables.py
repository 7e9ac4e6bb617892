"""Fairness as flat tables at full precision, and what an audit says of itself."""

from collections.abc import Iterator, Mapping, Sequence

from chalicelib.analytics.fairness import Audited, Report
from chalicelib.analytics.fairness_words import (
    attribute_name,
    component_name,
    group_name,
    hidden,
    verdict_words,
)
from chalicelib.analytics.registry import Text2
from chalicelib.calibration.fairness.audit import AuditTable
from chalicelib.foundation.messages import LANGUAGES, both

Row = tuple[str | int | float, ...]


def audit_rows(tables: Sequence[AuditTable], language: str) -> Iterator[Row]:
    """The audit as one flat table, at full precision: what a spreadsheet opens."""
    for table in tables:
        for line in table.rows:
            found = (line.ratio, line.low, line.high, line.p_value, line.p_adjusted)
            yield (
                both(f"fairness.audit.{table.measure}")[language],
                attribute_name(table.attribute)[language],
                group_name(table.attribute, line.group)[language],
                line.share.n,
                line.share.part,
                line.share.rate,
                *("" if value is None else value for value in found),
                verdict_words(line)[language],
            )


AUDIT_COLUMNS = (
    "fairness.audit",
    "fairness.col.attribute",
    "fairness.col.group",
    "fairness.col.applicants",
    "fairness.col.selected",
    "fairness.col.rate",
    "fairness.col.ratio",
    "fairness.col.low",
    "fairness.col.high",
    "fairness.col.p",
    "fairness.col.adjusted",
    "fairness.col.verdict",
)


def statements(found: Audited) -> dict[str, list[str]]:
    """What an audit says of itself, sentence by sentence: period, source, median, left out."""
    return {language: list(_statements(found, language)) for language in LANGUAGES}


def _statements(found: Audited, language: str) -> Iterator[str]:
    audit, period = found.audit, found.period
    if not audit.tables:
        yield both("fairness.audit.none")[language]
    anyday = both("fairness.audit.any")[language]
    yield both(
        "fairness.audit.period",
        since=period.since or anyday,
        until=period.until or anyday,
        first=found.first_day or "–",
        last=found.last_day or "–",
    )[language]
    yield both(
        "fairness.audit.source",
        company=found.company[language],
        families=", ".join(name[language] for name in found.job_families.values()),
        assessed=audit.assessed,
        unknown=audit.unknown,
        **audit.unknown_of,
    )[language]
    if audit.median is not None:
        yield both("fairness.audit.median", median=f"{audit.median:.2f}")[language]
    if audit.left_out:
        names = [group_name(attribute, group)[language] for attribute, group in audit.left_out]
        yield both("fairness.audit.left-out", groups="; ".join(names))[language]
    if found.cut:
        yield both("fairness.cut")[language]


REPORT_COLUMNS = (
    "fairness.col.attribute",
    "fairness.col.component",
    "fairness.col.group",
    "fairness.col.applicants",
    "fairness.col.selected",
    "fairness.col.rate",
    "fairness.col.ratio",
    "fairness.col.low",
    "fairness.col.high",
    "fairness.col.p",
    "fairness.col.adjusted",
    "fairness.col.verdict",
)


def report_rows(
    report: Report, names: Mapping[str, Text2], language: str, *, all_cells: bool
) -> Iterator[Row]:
    """Every attribute's whole and components as one flat table, at full precision."""
    for item in report.attributes:
        drill = item.drill_down
        for component in (drill.whole, *drill.components):
            for line in component.groups:
                shut = hidden(line, all_cells)
                found = (line.ratio, line.low, line.high, line.p_value, line.p_adjusted)
                yield (
                    attribute_name(item.attribute)[language],
                    component_name(component, names)[language],
                    group_name(item.attribute, line.group)[language],
                    line.share.n,
                    "" if shut else line.share.part,
                    "" if shut else line.share.rate,
                    *("" if value is None else value for value in found),
                    verdict_words(line)[language],
                )
