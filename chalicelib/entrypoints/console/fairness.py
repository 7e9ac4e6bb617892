"""Fairness for HR and the auditor: plots with intervals, tables, audit, public summary."""

from datetime import date

from chalice import Response

from chalicelib.analytics import fairness_service, fairness_tables, fairness_words, spreadsheet
from chalicelib.analytics.fairness import Period
from chalicelib.entrypoints.api_fairness import audit_csv, audit_given
from chalicelib.entrypoints.console.models import family_names
from chalicelib.entrypoints.console.render import environment, page, words
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import clock
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.messages import both

door = Door(__name__, "console-fairness")


@door.page("/fairness", action="fairness.read")
def fairness(call: Call) -> Response:
    """Every stated attribute: a sentence, its plot, its table, its components, the prediction."""
    period = _period(call)
    found = fairness_service.report(period)
    return page(
        call,
        "fairness.html",
        here="/fairness",
        found=found,
        period=period,
        families=family_names(),
        names=fairness_service.dimension_names(period.job_family) if found.attributes else {},
        all_cells=may_see(call.actor, Fields.PROTECTED),
        told=fairness_words,
    )


@door.page("/fairness/csv", action="fairness.read")
def fairness_csv(call: Call) -> Response:
    """Every attribute's whole selection and components as one table."""
    found = fairness_service.report(_period(call))
    names = fairness_service.dimension_names(found.period.job_family)
    rows = fairness_tables.report_rows(
        found, names, call.language, all_cells=may_see(call.actor, Fields.PROTECTED)
    )
    columns = [both(key)[call.language] for key in fairness_tables.REPORT_COLUMNS]
    return _download("fairness.csv", "text/csv", spreadsheet.write(columns, rows))


@door.page("/fairness/audit", action="fairness.audit")
def fairness_audit(call: Call) -> Response:
    """The bias audit's tables with the statement of its data, and its downloads."""
    period = _period(call)
    given = audit_given(fairness_service.audited(period))
    return page(
        call,
        "fairness_audit.html",
        here="/fairness/audit",
        given=given,
        period=period,
        families=family_names(),
        day=clock.iso(clock.now())[:10],
    )


@door.page("/fairness/audit/csv", action="fairness.audit")
def fairness_audit_csv(call: Call) -> Response:
    """The bias audit's tables as CSV at full precision."""
    found = fairness_service.audited(_period(call))
    return _download("bias-audit.csv", "text/csv", audit_csv(found, call.language))


@door.page("/fairness/audit/summary", action="fairness.audit")
def fairness_audit_summary(call: Call) -> Response:
    """The public summary as one HTML file without anything outside it, to publish as it is."""
    given = audit_given(fairness_service.audited(_period(call)))
    text = environment().get_template("fairness_summary.html")
    told = words(call.language) | {"given": given, "day": clock.iso(clock.now())[:10]}
    return _download("bias-audit-summary.html", "text/html", text.render(told))


def _period(call: Call) -> Period:
    """The period asked for; a day that is none is left open."""
    asked = {name: str(call.query.get(name, ""))[:64] for name in ("job_family", "requisition_id")}
    days = {name: _day(str(call.query.get(name, ""))) for name in ("since", "until")}
    return Period(**asked, **days)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _download(name: str, kind: str, content: str) -> Response:
    headers: dict[str, str | list[str]] = {
        "Content-Type": f"{kind}; charset=utf-8",
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, headers=headers)
