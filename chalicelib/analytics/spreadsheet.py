"""A chart's table as CSV that any spreadsheet opens, and none executes."""

import csv
import io
from collections.abc import Iterable

from chalicelib.analytics.registry import Chart

MARK = "\ufeff"
#: What a spreadsheet would run: OWASP's list, their full-width twins included.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: str | int | float) -> str:
    """One cell; a text that a spreadsheet would run is preceded by an apostrophe, a number never.

    Source: OWASP, CSV Injection.
    """
    if not isinstance(value, str):
        return str(value)
    risky = value.lstrip(" \u3000").startswith(FORMULA_STARTS) or value.startswith(FORMULA_STARTS)
    return f"'{value}" if risky else value


def write(columns: Iterable[str], rows: Iterable[Iterable[str | int | float]]) -> str:
    """CSV text with a byte-order mark, CRLF line ends and every text cell made safe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([cell(column) for column in columns])
    writer.writerows([cell(value) for value in row] for row in rows)
    return MARK + text.getvalue()


def of_chart(chart: Chart) -> str:
    """The figures of a chart; of a silent one its sentence alone."""
    if chart.silent:
        return write([chart.summary[chart.language]], [])
    return write([column[chart.language] for column in chart.columns], chart.shown())
