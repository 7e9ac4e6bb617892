"""What HR should know: charts by area, with filters that make a link."""

from typing import Any

from chalice import Response

from chalicelib.analytics import service as analytics
from chalicelib.entrypoints.asked_figures import DAYS, NAMES, filters_of, sight
from chalicelib.entrypoints.console.models import family_names
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.records import service as records

door = Door(__name__, "console-analytics")

#: Requisitions and stores that are offered to choose from; any other may be written.
MOST_OFFERED = 100
ASKED = (*NAMES, *DAYS, "edges")


@door.page("/analytics", action="analytics.read")
def charts(call: Call) -> Response:
    """The charts of an area with sentence, n and table, and the advice that they support."""
    asked = {name: call.query.get(name, "") for name in ASKED}
    given = {name: value for name, value in asked.items() if value}
    areas = analytics.areas(sight(call))
    area = call.query.get("area", "")
    area = area if area in areas else areas[0]
    found = analytics.dashboard(call.language, filters_of(asked), may_see=sight(call), area=area)
    return page(
        call,
        "analytics.html",
        here="/analytics",
        charts=found.charts,
        advice=found.advice,
        areas={name: {**given, "area": name} for name in areas},
        area=area,
        asked=asked,
        chosen=given,
        plans=[row for row in analytics.plans() if row.active],
        remarks=analytics.remarks() if area == "flow" and not given else (),
        **_choices(),
    )


@door.page("/analytics/{chart_key}/csv", action="analytics.read")
def chart_csv(call: Call) -> Response:
    """The table behind a chart, to open in a spreadsheet."""
    key = call.path["chart_key"]
    asked = {name: call.query.get(name, "") for name in ASKED}
    content = analytics.table_csv(key, call.language, filters_of(asked), may_see=sight(call))
    headers: dict[str, str | list[str]] = {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": f'attachment; filename="{key}.csv"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, headers=headers)


def _choices() -> dict[str, Any]:
    """What the filters offer; a source is written, since anybody may name one."""
    stores, requisitions = records.stores(), records.requisitions()
    return {
        "families": family_names(),
        "requisitions": {row.item_id: dict(row.title) for row in requisitions[:MOST_OFFERED]},
        "stores": {row.item_id: dict(row.name) for row in stores[:MOST_OFFERED]},
        "regions": sorted({row.region for row in stores}),
    }
