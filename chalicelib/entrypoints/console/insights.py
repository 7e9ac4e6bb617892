"""Weight proposals and the audit trail."""

from datetime import date, timedelta

from chalice import Response

from chalicelib.calibration import service as calibration
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.models import family_names
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import audit as chain
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.errors import NotFound
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.anchors import DIMENSIONS

door = Door(__name__, "console-insight")

PAGE = 100
FIELDS = (
    "job_family", "state", "requested_by", "requested_at", "model_version", "result",
    "computed_at", "decided_by", "decided_at", "decision_reason", "adopted_version",
)  # fmt: skip


@door.page("/weights", action="weights.read")
def weights(call: Call) -> Response:
    """The weights in force by job family, and every proposal to change them."""
    models = [interviewing.current_model(f.job_family) for f in interviewing.families() if f.newest]
    return page(
        call,
        "weights.html",
        here="/weights",
        models=models,
        family_names=family_names(),
        proposals=[rows.plain(row, *FIELDS) for row in calibration.proposals()],
        names=rows.names(),
    )


@door.page("/weights/{proposal_id}", action="weights.read")
def proposal(call: Call) -> Response:
    """One proposal as a change request: old and new weights, why, and what would have flipped."""
    row = calibration.proposal(call.path["proposal_id"])
    return page(
        call,
        "proposal.html",
        here=f"/weights/{row.item_id}",
        proposal=rows.plain(row, *FIELDS),
        dimensions=_dimension_names(row.job_family, int(row.model_version or 0)),
        names=rows.names(),
    )


def _dimension_names(job_family: str, version: int) -> dict[str, dict[str, str]]:
    names = {key: item.name for key, item in DIMENSIONS.items()}
    if version:
        model = interviewing.model(job_family, version)
        names |= {item.key: item.name for item in model.dimensions}
    return names


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
