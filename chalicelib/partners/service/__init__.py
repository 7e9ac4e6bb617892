"""The only door to partners, and to the outbox that partners and people are told from."""

from chalicelib.partners.service.receiving import WebhookReused, receive
from chalicelib.partners.service.registering import (
    add_partner,
    partner,
    partners,
    rotate_secret,
)
from chalicelib.partners.service.relaying import (
    Relayed,
    announcement,
    application_of,
    once,
    settle,
    tell_partners,
    unsent,
)

__all__ = [
    "Relayed",
    "WebhookReused",
    "add_partner",
    "announcement",
    "application_of",
    "once",
    "partner",
    "partners",
    "receive",
    "rotate_secret",
    "settle",
    "tell_partners",
    "unsent",
]
