"""What HR should know, what the loop proposes, and who did what."""

from collections.abc import Callable
from typing import Any

from chalicelib.analytics import service as analytics
from chalicelib.calibration import service as calibration
from chalicelib.entrypoints.schemas import insight as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import audit, clock, ledger
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.values import dump

door = Door(__name__, "insight")


@door.operation(
    "POST",
    "/v1/weight-proposals",
    action="weights.propose",
    body=s.ProposalWish,
    returns=s.ProposalGiven,
    status=202,
)
def propose_weights(call: Call) -> s.ProposalGiven:
    """Ask whether outcomes support other weights; the answer is computed apart."""
    return proposal_given(
        calibration.request_proposal(call.command, call.body.job_family, call.body.leak_check)
    )


@door.operation("GET", "/v1/weight-proposals", action="weights.read", returns=s.Proposals)
def list_proposals(call: Call) -> s.Proposals:
    """All weight proposals, newest first."""
    return s.Proposals(proposals=[proposal_given(row) for row in calibration.proposals()])


@door.operation(
    "GET",
    "/v1/weight-proposals/{proposal_id}",
    action="weights.read",
    returns=s.ProposalGiven,
)
def get_proposal(call: Call) -> s.ProposalGiven:
    """One weight proposal with its evidence."""
    return proposal_given(calibration.proposal(call.path["proposal_id"]))


@door.operation(
    "POST",
    "/v1/weight-proposals/{proposal_id}/approval",
    action="weights.decide",
    body=s.DecisionTaken,
    returns=s.ProposalGiven,
)
def approve_proposal(call: Call) -> s.ProposalGiven:
    """A named person approves: a new version of the competency model is adopted."""
    return proposal_given(
        calibration.approve(call.command, call.path["proposal_id"], call.body.reason)
    )


@door.operation(
    "POST",
    "/v1/weight-proposals/{proposal_id}/rejection",
    action="weights.decide",
    body=s.DecisionTaken,
    returns=s.ProposalGiven,
)
def reject_proposal(call: Call) -> s.ProposalGiven:
    """A named person rejects: the weights stay."""
    return proposal_given(
        calibration.reject(call.command, call.path["proposal_id"], call.body.reason)
    )


def proposal_given(row: Any) -> s.ProposalGiven:
    """A weight proposal as the contract shows it."""
    return s.ProposalGiven(
        **{
            name: getattr(row, name)
            for name in s.ProposalGiven.model_fields
            if name not in {"proposal_id", "version", "model_version"}
        },
        proposal_id=row.item_id,
        model_version=int(row.model_version),
        version=int(row.version or 0),
    )


@door.operation(
    "GET",
    "/v1/analytics",
    action="analytics.read",
    query=s.ChartQuery,
    returns=s.Dashboard,
)
def dashboard(call: Call) -> s.Dashboard:
    """Every chart with its n and interval, and the advice that the evidence supports."""
    found = analytics.dashboard(call.language, _filters(call), may_see=_sight(call))
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
        analytics.chart(call.path["chart_key"], call.language, _filters(call), may_see=_sight(call))
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
        content=analytics.table_csv(key, call.language, _filters(call), may_see=_sight(call)),
    )


def _filters(call: Call) -> analytics.Filters:
    return analytics.Filters(job_family=call.query.job_family)


def _sight(call: Call) -> Callable[[Fields], bool]:
    return lambda fields: may_see(call.actor, fields)


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


@door.operation("GET", "/v1/audit", action="audit.read", query=s.AuditQuery, returns=s.AuditDay)
def audit_day(call: Call) -> s.AuditDay:
    """Who did what on a day, newest first."""
    day = call.query.day or clock.iso(clock.now())[:10]
    found = ledger.day(day, before=call.query.before, limit=call.query.limit)
    more = ""
    if len(found) == call.query.limit:
        last = found[-1][0]
        more = f"{last.at}#{last.subject}#{last.sequence:012d}"
    return s.AuditDay(day=day, entries=[_entry(pair) for pair in found], next=more)


@door.operation("GET", "/v1/audit/{subject}", action="audit.read", returns=s.AuditTrail)
def audit_trail(call: Call) -> s.AuditTrail:
    """Everything that happened to one subject, and whether the chain of entries holds."""
    pairs = ledger.trail(call.path["subject"])
    broken = audit.first_break(pairs)
    return s.AuditTrail(
        subject=call.path["subject"],
        holds=broken is None,
        first_break=broken,
        entries=[_entry(pair) for pair in pairs],
    )


def _entry(pair: tuple[audit.Entry, str]) -> s.AuditEntryGiven:
    entry, stored = pair
    return s.AuditEntryGiven(
        subject=entry.subject,
        sequence=entry.sequence,
        action=entry.action,
        actor_id=entry.actor_id,
        at=entry.at,
        correlation_id=entry.correlation_id,
        detail=entry.detail,
        hash=stored,
    )
