"""What we keep of other companies' systems: who they are, and what they were told."""

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.foundation.ledger_tables import LedgerRow
from chalicelib.records.tables import CompanyItem


class Partner(CompanyItem, discriminator="partner"):
    """Another company's system; partition `partner`. Secrets are sealed, the newest first."""

    name = UnicodeAttribute(default="")
    endpoint = UnicodeAttribute()
    events = JSONAttribute(default=list)
    sealed_secrets = JSONAttribute(default=list)
    active = BooleanAttribute(default=True)


class Delivery(LedgerRow, discriminator="delivery"):
    """One announcement to one receiver: `delivery#<receiver>`, by time; gone after 30 days.

    A receiver is a partner's id, `mail` or `sms` with the announcement's key; never an address.
    """

    event = UnicodeAttribute()
    subject = UnicodeAttribute()
    message_id = UnicodeAttribute()
    state = UnicodeAttribute(default="failed")
    tries = NumberAttribute(default=0)
    problem = UnicodeAttribute(null=True)
    at = UnicodeAttribute()
