"""Signed tokens, keyed fingerprints and sealed secrets."""

import base64
import hashlib
import hmac
import json
import time
from functools import cache
from typing import Any

from chalicelib.foundation.cloud import client
from chalicelib.foundation.errors import Gone, Unauthenticated
from chalicelib.foundation.settings import settings


@cache
def _signing_key() -> bytes:
    secret = client("secretsmanager").get_secret_value(SecretId=settings().secret_name)
    return hashlib.sha256(str(secret["SecretString"]).encode()).digest()


def fingerprint(purpose: str, text: str) -> str:
    """A keyed hash (HMAC-SHA-256, hex) of `text` that is useless for any other purpose."""
    return hmac.new(_signing_key(), f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def same(left: str, right: str) -> bool:
    """Comparison in constant time."""
    return hmac.compare_digest(left.encode(), right.encode())


def sign_token(purpose: str, claims: dict[str, Any], valid_seconds: int) -> str:
    """A URL-safe token that carries `claims` until it expires."""
    body = json.dumps(claims | {"exp": int(time.time()) + valid_seconds}, separators=(",", ":"))
    text = base64.urlsafe_b64encode(body.encode()).decode().rstrip("=")
    return f"{text}.{fingerprint(purpose, text)[:43]}"


def open_token(purpose: str, token: str) -> dict[str, Any]:
    """The claims of a token made for this purpose.

    Raises
    ------
    Unauthenticated
        Not a token of ours, or altered.
    Gone
        Ours, but its time is over.
    """
    text, _, mark = token.partition(".")
    if not mark or not same(fingerprint(purpose, text)[:43], mark):
        raise Unauthenticated("token-invalid")
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    if claims["exp"] < time.time():
        raise Gone("token-expired")
    return claims


def seal(text: str) -> str:
    """Encrypt a small secret under the product's KMS key."""
    blob = client("kms").encrypt(KeyId=settings().kms_key_id, Plaintext=text.encode())
    return base64.b64encode(blob["CiphertextBlob"]).decode()


@cache
def unseal(sealed: str) -> str:
    """The secret behind what `seal` made."""
    blob = client("kms").decrypt(
        KeyId=settings().kms_key_id, CiphertextBlob=base64.b64decode(sealed)
    )
    plain: bytes = blob["Plaintext"]
    return plain.decode()
