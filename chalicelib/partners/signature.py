"""Standard Webhooks 1.0: who sent these bytes, when, and are they as they were sent?

Source: https://www.standardwebhooks.com (specification 1.0.0).
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.foundation.errors import Unauthenticated

PREFIX = "whsec_"
TOLERANCE_SECONDS = 300
ID_HEADER, TIME_HEADER, SIGNATURE_HEADER = (
    "webhook-id",
    "webhook-timestamp",
    "webhook-signature",
)
MOST_ID_CHARACTERS = 200


class WebhookSignature(Unauthenticated):
    """The message is not signed with a secret of this partner, or was altered."""

    code = "webhook-signature"


class WebhookTooOld(Unauthenticated):
    """The message's time lies more than five minutes from ours."""

    code = "webhook-too-old"


@dataclass(frozen=True)
class Signed:
    """A message that was verified: its id and the epoch second it was signed at."""

    message_id: str
    timestamp: int


def secret_of(raw: bytes) -> str:
    """The written form of a signing secret of 24 to 64 bytes."""
    return PREFIX + base64.b64encode(raw).decode()


def sign(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """The signature of one message.

    Parameters
    ----------
    secret : `whsec_` and base-64 text.
    message_id, timestamp : as in the headers; the timestamp in epoch seconds.
    body : the raw bytes that are sent.

    Returns
    -------
    str
        `v1,` and the base-64 HMAC-SHA-256 of `id.timestamp.body`.
    """
    signed = f"{message_id}.{timestamp}.".encode() + body
    mark = hmac.new(_key(secret), signed, hashlib.sha256).digest()
    return "v1," + base64.b64encode(mark).decode()


def headers(secrets: Sequence[str], message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The three headers of a message, signed with every secret that is in force."""
    marks = " ".join(sign(secret, message_id, timestamp, body) for secret in secrets)
    return {ID_HEADER: message_id, TIME_HEADER: str(timestamp), SIGNATURE_HEADER: marks}


def verify(
    secrets: Sequence[str], given: Mapping[str, str], body: bytes, now_seconds: float
) -> Signed:
    """Let a message pass that was signed by one of the secrets, lately.

    Parameters
    ----------
    secrets : those in force; two while one is being changed for another.
    given : the request's headers, names in lower case.
    body : the raw bytes as they came, never a re-serialised copy.
    now_seconds : our epoch time.

    Raises
    ------
    WebhookSignature, WebhookTooOld
        The signature is checked first, so that a forged message learns nothing of our clock.
    """
    message_id, stated = given.get(ID_HEADER, ""), given.get(TIME_HEADER, "")
    if not 1 <= len(message_id) <= MOST_ID_CHARACTERS or not message_id.isprintable():
        raise WebhookSignature()
    if not (stated.isascii() and stated.isdigit() and len(stated) <= 12):
        raise WebhookSignature()
    timestamp = int(stated)
    # A compliant sender writes plain digits; anything else would not be what was signed.
    if str(timestamp) != stated:
        raise WebhookSignature()
    shown = given.get(SIGNATURE_HEADER, "").split(" ")
    wanted = [sign(secret, message_id, timestamp, body) for secret in secrets]
    if not any([_same(mark, want) for mark in shown for want in wanted]):
        raise WebhookSignature()
    if abs(now_seconds - timestamp) > TOLERANCE_SECONDS:
        raise WebhookTooOld()
    return Signed(message_id, timestamp)


def _same(mark: str, want: str) -> bool:
    return hmac.compare_digest(mark.encode(), want.encode())


def _key(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise WebhookSignature() from error
