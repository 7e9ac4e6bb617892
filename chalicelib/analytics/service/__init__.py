"""The only door to analytics: what HR should know, from sums that are kept as things happen."""

from chalicelib.analytics.charts.bands import BandsUnclear, edges_of
from chalicelib.analytics.registry import CHARTS
from chalicelib.analytics.rows import Filters
from chalicelib.analytics.service.keeping import keep, sweep
from chalicelib.analytics.service.outcomes import take_again, take_outcomes
from chalicelib.analytics.service.rebuilding import rebuild
from chalicelib.analytics.service.reporting import (
    DUE,
    announce_due,
    end_report,
    file_url,
    mail_report,
    plan_report,
    plans,
    readers,
    report,
)
from chalicelib.analytics.service.showing import (
    ChartUnknown,
    Dashboard,
    areas,
    chart,
    dashboard,
    profile_charts,
    table_csv,
)
from chalicelib.analytics.service.surveying import Given, answer, may_answer, remarks

__all__ = [
    "CHARTS",
    "DUE",
    "BandsUnclear",
    "ChartUnknown",
    "Dashboard",
    "Filters",
    "Given",
    "announce_due",
    "answer",
    "areas",
    "chart",
    "dashboard",
    "edges_of",
    "end_report",
    "file_url",
    "keep",
    "mail_report",
    "may_answer",
    "plan_report",
    "plans",
    "profile_charts",
    "readers",
    "rebuild",
    "remarks",
    "report",
    "sweep",
    "table_csv",
    "take_again",
    "take_outcomes",
]
