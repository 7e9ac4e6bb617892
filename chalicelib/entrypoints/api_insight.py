"""Who did what."""

from chalicelib.entrypoints.schemas import insight as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import audit, clock, ledger

door = Door(__name__, "insight")


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
