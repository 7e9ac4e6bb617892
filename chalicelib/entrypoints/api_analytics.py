"""What HR should know: charts, the tables behind them, advice."""

from typing import Any

from chalicelib.analytics import service as analytics
from chalicelib.entrypoints.asked_figures import filters_of, sight
from chalicelib.entrypoints.schemas import analytics as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.values import dump

door = Door(__name__, "insight")


@door.operation(
    "GET",
    "/v1/analytics",
    action="analytics.read",
    query=s.DashboardQuery,
    returns=s.Dashboard,
)
def dashboard(call: Call) -> s.Dashboard:
    """Every chart with its n and interval, and the advice that the evidence supports."""
    found = analytics.dashboard(
        call.language, _filters(call), may_see=sight(call), area=call.query.area
    )
    return s.Dashboard(
        charts=[chart_given(chart) for chart in found.charts],
        advice=[dump(card) for card in found.advice],
    )


@door.operation(
    "GET",
    "/v1/analytics/{chart_key}",
    action="analytics.read",
    query=s.ChartQuery,
    returns=s.ChartGiven,
)
def get_chart(call: Call) -> s.ChartGiven:
    """One chart: its sentence, its table, its picture."""
    return chart_given(
        analytics.chart(call.path["chart_key"], call.language, _filters(call), may_see=sight(call))
    )


@door.operation(
    "GET",
    "/v1/analytics/{chart_key}/table",
    action="analytics.read",
    query=s.ChartQuery,
    returns=s.CsvGiven,
)
def get_chart_table(call: Call) -> s.CsvGiven:
    """The table behind a chart as CSV."""
    key = call.path["chart_key"]
    return s.CsvGiven(
        file_name=f"{key}.csv",
        content=analytics.table_csv(key, call.language, _filters(call), may_see=sight(call)),
    )


def _filters(call: Call) -> analytics.Filters:
    return filters_of(call.query.model_dump())


def chart_given(chart: Any) -> s.ChartGiven:
    """A chart as the contract shows it."""
    return s.ChartGiven(
        key=chart.key,
        title=chart.title,
        summary=chart.summary,
        n=chart.n,
        columns=list(chart.columns),
        rows=[list(row) for row in chart.rows],
        svg=chart.svg,
    )
