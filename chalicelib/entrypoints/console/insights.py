"""The audit trail."""

from datetime import date, timedelta

from chalice import Response

from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import audit as chain
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.errors import NotFound

door = Door(__name__, "console-insight")

PAGE = 100


@door.page("/audit", action="audit.read")
def audit_day(call: Call) -> Response:
    """Who did what on a day (UTC), newest first."""
    today = clock.now().date()
    day = _day(call.query.get("day", ""), today)
    found = ledger.day(day.isoformat(), before=call.query.get("before", ""), limit=PAGE)
    more = ""
    if len(found) == PAGE:
        last = found[-1][0]
        more = f"{last.at}#{last.subject}#{last.sequence:012d}"
    return page(
        call,
        "audit.html",
        here=f"/audit?day={day}",
        day=day.isoformat(),
        earlier=(day - timedelta(days=1)).isoformat(),
        later=(day + timedelta(days=1)).isoformat() if day < today else "",
        entries=found,
        more=more,
        subject="",
        broken=None,
        names=rows.names(),
    )


@door.page("/audit/{subject}", action="audit.read")
def audit_subject(call: Call) -> Response:
    """Everything that happened to one subject; the chain of hashes is verified now."""
    subject = call.path["subject"]
    found = ledger.trail(subject)
    if not found:
        raise NotFound()
    return page(
        call,
        "audit.html",
        here=f"/audit/{subject}",
        entries=found[::-1],
        more="",
        subject=subject,
        broken=chain.first_break(found),
        names=rows.names(),
        day="",
        earlier="",
        later="",
    )


def _day(text: str, today: date) -> date:
    try:
        return min(date.fromisoformat(text), today)
    except ValueError:
        return today
