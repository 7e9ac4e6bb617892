"""What a report holds, before it is a file."""

from dataclasses import dataclass
from datetime import date, timedelta

from chalicelib.analytics.registry import Chart, Text2, both

WEEK, MONTH = "week", "month"


@dataclass(frozen=True)
class Report:
    """Charts of a period in one language; `scope` says which filters were set."""

    language: str
    since: str
    until: str
    scope: str
    charts: tuple[Chart, ...]

    @property
    def titles(self) -> Text2:
        """What stands on top."""
        return both("report.title")

    @property
    def abouts(self) -> Text2:
        """Period and filters in one line."""
        days = both("report.period", since=self.since or "…", until=self.until or "…")
        return both("report.about", period=days, scope=self.scope or both("report.everybody"))

    @property
    def title(self) -> str:
        """What stands on top, in the report's language."""
        return self.titles[self.language]

    @property
    def about(self) -> str:
        """Period and filters in the report's language."""
        return self.abouts[self.language]

    @property
    def spoken(self) -> tuple[Chart, ...]:
        """Charts with figures."""
        return tuple(chart for chart in self.charts if not chart.silent)

    @property
    def silent(self) -> tuple[Chart, ...]:
        """Charts with too few cases to show a figure."""
        return tuple(chart for chart in self.charts if chart.silent)


def last_period(today: date, every: str) -> tuple[date, date]:
    """First and last day of the last whole week (Monday to Sunday) or month before a day."""
    if every == WEEK:
        monday = today - timedelta(days=today.weekday() + 7)
        return monday, monday + timedelta(days=6)
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last
