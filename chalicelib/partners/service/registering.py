"""Which partner systems there are, and the secrets they sign with."""

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import crypto, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.settings import settings
from chalicelib.partners import signature, wire
from chalicelib.partners.tables import Partner

MOST_SECRETS = 2


@ledger.retried
def add_partner(
    command: Command, *, partner_id: str, name: str, endpoint: str, events: tuple[str, ...]
) -> str:
    """Register a system; its signing secret is told once, a retry of the command gives it again.

    Raises AddressRefused, Conflict for a taken id.
    """
    secret = _new_secret(command)
    if ledger.applied(command):
        return secret
    wire.check_url(endpoint, settings().partner_networks)
    if find(partner_id) is not None:
        raise Conflict("partner-exists", partner_id=partner_id)
    row = Partner("partner", partner_id, name=name, endpoint=endpoint)
    row.events, row.sealed_secrets = sorted(set(events)), [crypto.seal(secret)]
    ledger.commit(
        command,
        action="partner.added",
        subject=f"partner-{partner_id}",
        changes=[row],
        detail={"partner_id": partner_id, "events": row.events},
    )
    count("PartnerAdded", partner_id=partner_id)
    return secret


@ledger.retried
def rotate_secret(command: Command, partner_id: str) -> str:
    """Give a partner a new secret; the one before stays in force until the next rotation.

    Raises NotFound.
    """
    secret, row = _new_secret(command), partner(partner_id)
    if ledger.applied(command):
        return secret
    row.sealed_secrets = [crypto.seal(secret), *row.sealed_secrets][:MOST_SECRETS]
    ledger.commit(
        command,
        action="partner.secret-rotated",
        subject=f"partner-{partner_id}",
        changes=[row],
        detail={"partner_id": partner_id, "in_force": len(row.sealed_secrets)},
    )
    return secret


def partner(partner_id: str) -> Partner:
    """One partner. Raises NotFound."""
    row = find(partner_id)
    if row is None:
        raise NotFound("partner-unknown", partner_id=partner_id)
    return row


def partners() -> list[Partner]:
    """All partners."""
    return list(Partner.query("partner"))


def find(partner_id: str) -> Partner | None:
    """One partner, or None."""
    try:
        return Partner.get("partner", partner_id)
    except DoesNotExist:
        return None


def secrets_of(row: Partner) -> list[str]:
    """The secrets in force, newest first."""
    return [crypto.unseal(sealed) for sealed in row.sealed_secrets]


def _new_secret(command: Command) -> str:
    return signature.secret_of(bytes.fromhex(crypto.fingerprint("webhook-secret", command.id)))
