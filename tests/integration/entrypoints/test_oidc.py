"""Staff who sign in elsewhere: the pool's tokens are verified, the roles are our own."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from jwt import PyJWKClient

from chalicelib.entrypoints import auth, oidc
from chalicelib.foundation.errors import Unauthenticated
from chalicelib.foundation.settings import settings
from tests.builders import unique

PASSWORD = "a-Long-Enough-1-Pass"

Token = Callable[..., str]


@pytest.fixture
def pool(office, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The template's user pool, its keys fetched from the embedded AWS."""
    cognito, name = office.aws("cognito-idp"), office.stack.outputs["StaffPool"]
    client = cognito.list_user_pool_clients(UserPoolId=name)["UserPoolClients"][0]["ClientId"]
    issuer = f"https://cognito-idp.us-east-1.amazonaws.com/{name}"
    known = replace(settings(), oidc_issuer=issuer, oidc_client_id=client)
    keys = PyJWKClient(f"{office.stack.endpoint}/{name}/.well-known/jwks.json")
    monkeypatch.setattr(oidc, "settings", lambda: known)
    monkeypatch.setattr(oidc, "_keys", lambda: keys)
    return {"pool": name, "client": client}


@pytest.fixture
def token(office, pool) -> Token:
    """An ID token of the pool for an address."""

    def make(email: str, *, verified: str = "true", kind: str = "IdToken") -> str:
        cognito = office.aws("cognito-idp")
        given = {"email": email, "email_verified": verified}
        cognito.admin_create_user(
            UserPoolId=pool["pool"],
            Username=email,
            TemporaryPassword=f"{PASSWORD}-x",
            MessageAction="SUPPRESS",
            UserAttributes=[{"Name": k, "Value": v} for k, v in given.items()],
        )
        cognito.admin_set_user_password(
            UserPoolId=pool["pool"], Username=email, Password=PASSWORD, Permanent=True
        )
        answer = cognito.admin_initiate_auth(
            UserPoolId=pool["pool"],
            ClientId=pool["client"],
            AuthFlow="ADMIN_USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": email, "PASSWORD": PASSWORD},
        )
        return str(answer["AuthenticationResult"][kind])

    return make


@pytest.fixture
def known(office) -> str:
    """The address of an analyst in our own list."""
    email = f"{unique('oidc')}@example.com"
    office.admin.post("/v1/users", {"email": email, "name": "O", "roles": ["analyst"]})
    return email


def test_a_token_of_the_pool_is_the_user_of_that_address_with_our_own_roles(token, known):
    actor = auth.bearer(token(known))
    assert (sorted(actor.roles), actor.named) == (["analyst"], True)


def test_an_address_that_is_not_verified_is_nobody(token, known):
    with pytest.raises(Unauthenticated):
        auth.bearer(token(known, verified="false"))


def test_somebody_whom_only_the_pool_knows_is_nobody_here(token):
    with pytest.raises(Unauthenticated):
        auth.bearer(token(f"{unique('stranger')}@example.com"))


def test_an_access_token_is_no_identity(token, known):
    with pytest.raises(Unauthenticated):
        auth.bearer(token(known, kind="AccessToken"))


def test_another_applications_token_is_refused(token, known, monkeypatch):
    made = token(known)
    other = replace(oidc.settings(), oidc_client_id="another")
    monkeypatch.setattr(oidc, "settings", lambda: other)
    with pytest.raises(Unauthenticated):
        auth.bearer(made)


def encoded(plain: dict[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")


def test_a_token_that_was_altered_or_left_unsigned_is_refused(token, known):
    head, body, mark = token(known).split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    altered = encoded(claims | {"email": "administrator@example.com"})
    unsigned = f"{encoded({'alg': 'none', 'typ': 'JWT'})}.{body}."
    for forged in (f"{head}.{altered}.{mark}", unsigned, f"{head}.{body}.{mark[:-4]}AAAA"):
        with pytest.raises(Unauthenticated):
            auth.bearer(forged)
