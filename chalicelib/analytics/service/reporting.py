"""Reports: made when asked for, and mailed by themselves after each week or month."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from urllib.parse import urlencode

from chalicelib.analytics.registry import both
from chalicelib.analytics.reports import Report, document, workbook
from chalicelib.analytics.reports.content import last_period
from chalicelib.analytics.rows import Filters
from chalicelib.analytics.service.showing import MaySee, dashboard
from chalicelib.analytics.tables import ReportPlan
from chalicelib.foundation import clock, ids, ledger, mail, storage
from chalicelib.foundation.access import ACTIONS, Role, may_see
from chalicelib.foundation.command import Command, system_command
from chalicelib.foundation.errors import Invalid, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.settings import settings
from chalicelib.records import service as records

PLANS = "figures#reports"
DUE = "report.due"
#: From this hour of the company's clock on, a report of the period that has ended is sent.
HOUR = time(7)
FORMS = {"xlsx": workbook, "pdf": document}
#: What a filter is called in a report's head.
NAMED = ("job_family", "requisition_id", "store_id", "region", "source")


class ReportUnknown(NotFound):
    """There is no such regular report."""

    code = "report-unknown"


class RecipientUnknown(Invalid):
    """A mail would go to somebody who may not see analytics."""

    code = "recipient-unknown"


def report(language: str, filters: Filters, *, may_see: MaySee) -> Report:
    """The charts of the dashboard as a report, as far as the reader may see them."""
    found = dashboard(language, filters, may_see=may_see)
    scope = ", ".join(getattr(filters, name) for name in NAMED if getattr(filters, name))
    shown = tuple(c for c in found.charts if c.key != "before-after" or filters.moved_on)
    return Report(language, filters.since, filters.until, scope, shown)


def file_url(form: str, language: str, filters: Filters, *, may_see: MaySee) -> str:
    """A short-lived link to the report as a file of this form. Raises KeyError for another form."""
    content = FORMS[form](report(language, filters, may_see=may_see))
    key = f"reports/{ids.random_id(26)}"
    storage.put(key, content)
    count("ReportMade", form=form)
    return storage.download_url(key, f"hireloop-report.{form}")


def plans() -> list[ReportPlan]:
    """Every regular report, those in force first."""
    rows = ReportPlan.query(PLANS, consistent_read=True)
    return sorted(rows, key=lambda row: (not row.active, str(row.item_id)))


def plan_report(
    command: Command, recipients: Iterable[str], every: str, wanted: Mapping[str, str]
) -> ReportPlan:
    """Have a report mailed after every week or month. Raises RecipientUnknown."""
    addresses = sorted({each.strip().lower() for each in recipients if each.strip()})
    for address in addresses or [""]:
        if _reader(address) is None:
            raise RecipientUnknown(email=address)
    row = ReportPlan(PLANS, command.new_id("report", 16), recipients=addresses, every=every)
    row.filters = {name: wanted[name] for name in NAMED if wanted.get(name)}
    row.language, row.made_by = wanted.get("language", "zh"), command.actor.actor_id
    # The first one tells of the first period that ends from now on.
    row.last_sent = _period(every, command.at)[0]
    detail = {"every": every, "recipients": len(addresses)}
    if ledger.commit(command, action="report.planned", subject=row.item_id, changes=[row],
                     detail=detail):  # fmt: skip
        count("ReportPlanned", every=every)
    return plan(row.item_id)


def end_report(command: Command, plan_id: str) -> ReportPlan:
    """Send a regular report no more. Raises ReportUnknown."""
    row = plan(plan_id)
    if row.active and not ledger.applied(command):
        row.active = False
        ledger.commit(command, action="report.ended", subject=plan_id, changes=[row])
    return plan(plan_id)


def plan(plan_id: str) -> ReportPlan:
    """One regular report. Raises ReportUnknown."""
    rows = ReportPlan.batch_get([(PLANS, plan_id)], consistent_read=True)
    row = next(iter(rows), None)
    if row is None:
        raise ReportUnknown(plan_id=plan_id)
    return row


def announce_due() -> int:
    """Announce each regular report whose period has ended, once; how many there were."""
    moment, due = clock.now(), 0
    for row in plans():
        first, last = _period(row.every, moment)
        if not row.active or row.last_sent >= first:
            continue
        row.last_sent = first
        told = Announcement(DUE, row.item_id, {"since": first, "until": last})
        command = system_command(f"report/{row.item_id}/{first}")
        due += ledger.commit(command, action="report.due", subject=row.item_id, changes=[row],
                             announce=[told])  # fmt: skip
    return due


def readers(plan_id: str) -> list[str]:
    """Who gets a report today: those of its recipients who still may see analytics."""
    return [address for address in plan(plan_id).recipients if _reader(address) is not None]


def mail_report(plan_id: str, period: Mapping[str, Any], address: str) -> None:
    """Send one recipient the sentences that this recipient may see, with links to the files."""
    row, reader = plan(plan_id), _reader(address)
    if reader is None:
        return
    actor = records.actor_of(reader)
    days = {name: str(period[name]) for name in ("since", "until")}
    filters = replace(Filters(), **dict(row.filters), **days)  # type: ignore[arg-type]
    made = report(row.language, filters, may_see=lambda fields: may_see(actor, fields))
    asked = {**dict(row.filters), **days, "lang": row.language}
    base = f"{settings().public_base}/analytics/report"
    links = {
        name: f"{base}?{urlencode({**asked, 'form': form})}"
        for name, form in (("page", "html"), ("book", "xlsx"), ("paper", "pdf"))
    }
    lines = "\n".join(
        f"· {chart.title[row.language]} (n = {chart.n}): {chart.summary[row.language]}"
        for chart in made.spoken
    )
    body = both("report.mail-body", about=made.about, lines=lines or "–", **links)
    subject = both("report.mail-subject", **days)
    mail.send_mail(address, subject[row.language], body[row.language])
    count("ReportMailed")


def _period(every: str, moment: datetime) -> tuple[str, str]:
    """The last period that has ended, and whose report is due, on the company's clock."""
    company = records.organisation()
    home = clock.zone(company.timezone if company else "Asia/Shanghai")
    local = moment.astimezone(home)
    first, last = last_period(local.date(), every)
    fresh = (local.date() - last).days == 1
    if fresh and local.time() < HOUR:
        first, last = last_period(last, every)
    return first.isoformat(), last.isoformat()


def _reader(address: str) -> Any:
    """The active colleague behind an address who may see analytics of the whole company."""
    row = records.user_by_email(address) if address else None
    if row is None or not row.active or row.stores or row.regions:
        return None
    return row if {Role(role) for role in row.roles} & ACTIONS["analytics.read"] else None
