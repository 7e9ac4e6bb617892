"""Taking in what partners send: verified raw, once, and only what they may say."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import Actor, Role, Scope
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Forbidden, Invalid, TooLarge
from chalicelib.foundation.ids import derived_id
from chalicelib.foundation.observability import count
from chalicelib.partners import signature
from chalicelib.partners.inbound import INCOMING, Incoming, WebhookMalformed
from chalicelib.partners.outbound import wants
from chalicelib.partners.service.registering import find, secrets_of
from chalicelib.partners.signature import Signed, WebhookSignature
from chalicelib.partners.tables import Partner

#: A sender retries for three days; an id must be remembered for longer.
REMEMBER_DAYS = 8
MOST_BYTES = 262_144


class WebhookReused(Conflict):
    """A webhook id came again with another body."""

    code = "webhook-reused"


def receive(partner_id: str, headers: Mapping[str, str], raw_body: bytes) -> bool:
    """Take in one message; True when it had been taken in before. Header names in lower case.

    Raises WebhookSignature, WebhookTooOld, WebhookReused, WebhookMalformed, Forbidden, Invalid,
    TooLarge, and what the message's effect raises.
    """
    if len(raw_body) > MOST_BYTES:
        raise TooLarge(limit=MOST_BYTES)
    row = find(partner_id)
    if row is None or not row.active:
        raise WebhookSignature()
    now = clock.now()
    signed = signature.verify(secrets_of(row), headers, raw_body, now.timestamp())
    command = command_of(partner_id, signed, hashlib.sha256(raw_body).hexdigest())
    key, mark = f"webhook#{command.id}", command.payload_hash
    if _seen(key, mark):
        return True
    incoming, data = _read(row, raw_body)
    incoming.effect(command, data)
    # Kept after the effect: if we die in between, the partner sends again and the effect's own
    # command id makes the repeat harmless.
    ledger.keep_note(key, {"body": mark}, REMEMBER_DAYS)
    count("WebhookReceived", event=incoming.event, partner_id=partner_id)
    return False


def _seen(key: str, mark: str) -> bool:
    note = ledger.find_note(key)
    if note is None:
        return False
    if note["body"] != mark:
        raise WebhookReused()
    return True


def _read(row: Partner, raw_body: bytes) -> tuple[Incoming, dict[str, Any]]:
    try:
        body = json.loads(raw_body)
    except ValueError as error:
        raise WebhookMalformed(where="body") from error
    if not isinstance(body, dict) or not isinstance(body.get("data"), dict):
        raise WebhookMalformed(where="data")
    incoming = INCOMING.get(str(body.get("type")))
    if incoming is None:
        raise Invalid("webhook-unknown-event", event=str(body.get("type"))[:100])
    if not wants(incoming.answers, row.events):
        raise Forbidden("webhook-not-subscribed", event=incoming.answers)
    return incoming, body["data"]


def command_of(partner_id: str, signed: Signed, mark: str) -> Command:
    """The command that a partner's message is; `mark` is the digest of its bytes."""
    actor = Actor(f"partner-{partner_id}", frozenset({Role.PARTNER}), Scope(partner_id=partner_id))
    # Each hashed by itself, lest message 1 of partner a-b be taken for message b-1 of partner a.
    parts = (derived_id(text, 26) for text in (partner_id, signed.message_id))
    message = f"webhook-{'-'.join(parts)}"
    return Command(message, actor, clock.now(), signed.message_id, mark)
