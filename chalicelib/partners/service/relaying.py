"""The outbox: every announcement told to everybody concerned, at least once, none forgotten."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

from pynamodb.exceptions import DoesNotExist
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import system_command
from chalicelib.foundation.errors import HireloopError
from chalicelib.foundation.ledger_tables import UNSENT_SHARDS, AnnouncementRow
from chalicelib.foundation.observability import count, fault
from chalicelib.foundation.settings import settings
from chalicelib.foundation.values import canonical
from chalicelib.onboarding import service as onboarding
from chalicelib.partners import outbound, signature, wire
from chalicelib.partners.outbound import Outgoing
from chalicelib.partners.service.registering import partner, partners, secrets_of
from chalicelib.partners.tables import Delivery
from chalicelib.records import service as records

KEEP_DELIVERIES_DAYS = 30
PAGE = 200
TOLD, FAILED = "told", "failed"


class Relayed(StrEnum):
    """What became of an announcement for now."""

    SENT = "sent"
    LEFT = "left"
    GIVEN_UP = "given-up"


def announcement(key: str, sort: str) -> AnnouncementRow | None:
    """An announcement that somebody is still to be told, or None."""
    try:
        row = AnnouncementRow.get(key, sort, consistent_read=True)
    except DoesNotExist:
        return None
    return row if row.unsent_key else None


def unsent(now: datetime, older_seconds: float) -> Iterator[AnnouncementRow]:
    """Announcements of this age or more that are due to be tried again, oldest first."""
    until = clock.iso(now - timedelta(seconds=older_seconds))
    for number in range(UNSENT_SHARDS):
        rows = AnnouncementRow.by_unsent.query(
            f"unsent#{number}", AnnouncementRow.sk < until, limit=PAGE
        )
        for found in rows:
            age = (now - clock.parse(found.sk.split("#", 1)[0])).total_seconds()
            row = announcement(found.pk, found.sk)
            if row is not None and outbound.is_due(int(row.tries), age):
                yield row


def tell_partners(row: AnnouncementRow) -> list[str]:
    """Send an announcement to the partners that hear it; returns what went wrong."""
    told = outbound.outgoing(row.event, row.payload)
    if told is None:
        return []
    active = [(p.item_id, p.events) for p in partners() if p.active]
    names = outbound.receivers(row.event, active)
    if not names and told.needed:
        return ["no-partner"]
    if names and told.needed:
        # Before the first byte leaves: the answer may be here before we hear that it arrived.
        step_key = str(row.payload.get("step_key", ""))
        command = system_command(f"asked/{row.pk}", row.correlation_id)
        onboarding.note_asked(command, application_of(row), step_key, names)
    body = _body(row, told) if names else b""
    problems = [once(row, name, partial(_post, row, name, body)) for name in names]
    return [problem for problem in problems if problem]


def once(row: AnnouncementRow, receiver: str, send: Callable[[], str]) -> str:
    """Tell one receiver unless they were told before; returns the problem, empty when told.

    `send` returns its problem, or an empty text; what it raises is a problem too.
    """
    delivery = _delivery(row, receiver)
    if delivery.state == TOLD:
        return ""
    problem = _tried(send)
    delivery.state, delivery.problem = (FAILED, problem) if problem else (TOLD, None)
    delivery.tries, delivery.at = int(delivery.tries) + 1, clock.iso(clock.now())
    delivery.save()
    return f"{receiver}: {problem}" if problem else ""


def settle(row: AnnouncementRow, problems: list[str]) -> Relayed:
    """Note that everybody was told, or what stands in the way until the next try."""
    if not problems:
        sent = AnnouncementRow.sent_at.set(clock.iso(clock.now()))
        row.update(actions=[sent, AnnouncementRow.unsent_key.remove()])
        count("AnnouncementSent", event=row.event)
        return Relayed.SENT
    tries = int(row.tries) + 1
    actions: list[Action] = [
        AnnouncementRow.tries.set(tries),
        AnnouncementRow.problem.set("; ".join(problems)[:500]),
    ]
    if outbound.given_up(tries):
        actions.append(AnnouncementRow.unsent_key.remove())
    row.update(actions=actions)
    count("AnnouncementFailed", event=row.event, tries=tries)
    return Relayed.GIVEN_UP if outbound.given_up(tries) else Relayed.LEFT


def application_of(row: AnnouncementRow) -> str:
    """The application that an announcement is about."""
    return str(row.payload.get("application_id") or row.subject)


def _body(row: AnnouncementRow, told: Outgoing) -> bytes:
    application_id = application_of(row)
    contacts = records.contacts(ids.person_of(application_id)) if told.contacts else {}
    return canonical(
        outbound.message(
            told, subject=application_id, at=row.at, payload=row.payload, contacts=contacts
        )
    )


def _post(row: AnnouncementRow, partner_id: str, body: bytes) -> str:
    receiver = partner(partner_id)
    message_id = outbound.message_id(row.pk, partner_id)
    signed = signature.headers(secrets_of(receiver), message_id, int(clock.now().timestamp()), body)
    headers = {"Content-Type": "application/json", "User-Agent": "HireLoop-Webhooks", **signed}
    to = wire.place(receiver.endpoint, settings().partner_networks)
    status = wire.post(to, headers, body)
    return "" if 200 <= status < 300 else f"status-{status}"


def _tried(send: Callable[[], str]) -> str:
    try:
        return send()
    except HireloopError as error:
        return f"{error.code} {error.detail.get('reason', '')}".strip()
    except Exception as error:
        fault("could not tell", error)
        return type(error).__name__


def _delivery(row: AnnouncementRow, receiver: str) -> Delivery:
    message_id = outbound.message_id(row.pk, receiver)
    key, sort = f"delivery#{receiver}", f"{row.at}#{message_id}"
    try:
        return Delivery.get(key, sort, consistent_read=True)
    except DoesNotExist:
        fresh = Delivery(key, sort, event=row.event, subject=row.subject, message_id=message_id)
        fresh.expires_at = ledger.expires(KEEP_DELIVERIES_DAYS)
        return fresh
