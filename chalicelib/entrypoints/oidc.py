"""The OIDC port: tokens of Cognito or any other provider become users known here by e-mail."""

from functools import cache
from typing import Any

from chalicelib.foundation.access import Actor
from chalicelib.foundation.errors import Unauthenticated
from chalicelib.foundation.settings import settings
from chalicelib.records import service as records


@cache
def _keys() -> Any:
    from jwt import PyJWKClient

    return PyJWKClient(f"{settings().oidc_issuer}/.well-known/jwks.json", lifespan=3600)


def oidc_actor(token: str) -> Actor:
    """The user behind an ID token.

    Signature, issuer, audience and times are checked; roles come from our own list of users,
    never from the token. Raises Unauthenticated.
    """
    import jwt

    if not settings().oidc_issuer or token.count(".") != 2:
        raise Unauthenticated("token-invalid")
    try:
        claims = jwt.decode(
            token,
            _keys().get_signing_key_from_jwt(token).key,
            algorithms=["RS256"],
            audience=settings().oidc_client_id,
            issuer=settings().oidc_issuer,
        )
    except jwt.PyJWTError as error:
        raise Unauthenticated("token-invalid") from error
    known = records.user_by_email(str(claims.get("email", "")))
    if known is None or not known.active or not claims.get("email_verified"):
        raise Unauthenticated()
    return records.actor_of(known)
