"""Reports of the charts: made now as a file, or mailed after every week or month."""

from typing import Any

from chalice import Response

from chalicelib.analytics import service as analytics
from chalicelib.entrypoints.asked_figures import DAYS, NAMES, filters_of, sight
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.schemas import analytics as s
from chalicelib.entrypoints.typed import Call, Door

door = Door(__name__, "insight")

ASKED = (*NAMES, *DAYS, "edges")


@door.operation(
    "POST", "/v1/reports", action="analytics.read", body=s.ReportWish, returns=s.ReportPlanned
)
def plan_report(call: Call) -> s.ReportPlanned:
    """Have a report mailed to colleagues who may see analytics, every week or month."""
    wish = call.body.model_dump()
    language = wish.pop("language") or call.language
    recipients, every = wish.pop("recipients"), wish.pop("every")
    wanted = {**wish, "language": language}
    return _given(analytics.plan_report(call.command, recipients.split(","), every, wanted))


@door.operation("GET", "/v1/reports", action="analytics.read", returns=s.ReportPlans)
def list_reports(call: Call) -> s.ReportPlans:
    """Every regular report, those in force first."""
    return s.ReportPlans(reports=[_given(row) for row in analytics.plans()])


@door.operation(
    "POST", "/v1/reports/{report_id}/end", action="analytics.read", returns=s.ReportPlanned
)
def end_report(call: Call) -> s.ReportPlanned:
    """Send a regular report no more."""
    return _given(analytics.end_report(call.command, call.path["report_id"]))


@door.operation(
    "GET",
    "/v1/report-file",
    action="analytics.read",
    query=s.ReportQuery,
    returns=s.ReportFile,
)
def report_file(call: Call) -> s.ReportFile:
    """A short-lived link to a report of what is asked for, as workbook or printable document."""
    asked = call.query.model_dump()
    url = analytics.file_url(asked["form"], call.language, filters_of(asked), may_see=sight(call))
    return s.ReportFile(url=url)


@door.page("/analytics/report", action="analytics.read")
def report_page(call: Call) -> Response:
    """A report as a page that prints, or on to its file."""
    asked = {name: call.query.get(name, "") for name in ASKED}
    filters, form = filters_of(asked), call.query.get("form", "html")
    if form in s.FORMS:
        url = analytics.file_url(form, call.language, filters, may_see=sight(call))
        return Response("", status_code=303, headers={"Location": url, "Cache-Control": "no-store"})
    made = analytics.report(call.language, filters, may_see=sight(call))
    return page(call, "figures_report.html", here="/analytics/report", report=made)


def _given(row: Any) -> s.ReportPlanned:
    return s.ReportPlanned(
        report_id=row.item_id,
        recipients=list(row.recipients),
        every=row.every,
        language=row.language,
        filters=dict(row.filters),
        active=bool(row.active),
        version=int(row.version or 0),
    )
