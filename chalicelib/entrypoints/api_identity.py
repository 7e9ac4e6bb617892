"""Signing in, users, keys. Nobody has a password: links go by mail, keys are shown once."""

from typing import Any

from chalicelib.entrypoints import auth
from chalicelib.entrypoints.schemas import identity as s
from chalicelib.entrypoints.schemas.common import Accepted
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import crypto, ids, ledger
from chalicelib.foundation.errors import Gone
from chalicelib.foundation.messages import say
from chalicelib.foundation.observability import logger
from chalicelib.foundation.settings import settings
from chalicelib.records import service as records

door = Door(__name__, "identity")

LINK_MINUTES = 15


class LinkUsed(Gone):
    """A one-time link was used before."""

    code = "link-used"


@door.operation(
    "POST", "/v1/sign-in", action="public", body=s.SignInRequest, returns=Accepted, status=202
)
def request_sign_in(call: Call) -> Accepted:
    """Send a one-time sign-in link; the answer is the same whether the address is known or not."""
    user = records.user_by_email(call.body.email)
    if user is not None and user.active:
        from chalicelib.foundation import mail

        link = sign_in_link(user.item_id)
        text = say("mail.sign-in.body", call.language, link=link, minutes=LINK_MINUTES)
        subject = say("mail.sign-in.subject", call.language)
        try:
            mail.send_mail(user.email, subject, text)
        except Exception as error:  # whether an address is known must not show
            logger.error("sign-in mail not sent", extra={"error": type(error).__name__})
    return Accepted()


def sign_in_link(user_id: str) -> str:
    """A one-time link for a user, valid for some minutes."""
    claims = {"u": user_id, "n": ids.random_id(16)}
    token = crypto.sign_token("sign-in", claims, LINK_MINUTES * 60)
    return f"{settings().public_base}/sign-in/{token}"


@door.operation(
    "POST",
    "/v1/sign-in/confirmation",
    action="public",
    body=s.SignInToken,
    returns=s.Me,
    fresh=True,
)
def confirm_sign_in(call: Call) -> s.Me:
    """Turn a one-time link into a console session."""
    claims = crypto.open_token("sign-in", call.body.token)
    if not ledger.keep_note(f"sign-in#{claims['n']}", {}, 1, once=True):
        raise LinkUsed()
    user = records.user(claims["u"])
    session = auth.open_session(user.item_id)
    call.cookies.append(auth.set_cookie("session", session, auth.SESSION_SECONDS))
    return _me(auth.console_caller(session))


@door.operation("POST", "/v1/sign-out", action="self.read", returns=Accepted)
def sign_out(call: Call) -> Accepted:
    """End the console session on this device."""
    auth.end_session(call.session)
    call.cookies.append(auth.set_cookie("session", "", 0))
    return Accepted()


@door.operation("GET", "/v1/me", action="self.read", returns=s.Me)
def me(call: Call) -> s.Me:
    """Who the caller is, with which roles, and where they hold."""
    return _me(auth.Caller(call.actor, call.csrf))


def _me(who: auth.Caller) -> s.Me:
    actor = who.actor
    return s.Me(
        csrf=who.csrf,
        actor_id=actor.actor_id,
        roles=sorted(actor.roles),
        stores=sorted(actor.scope.stores),
        regions=sorted(actor.scope.regions),
    )


@door.operation(
    "POST",
    "/v1/users",
    action="user.manage",
    body=s.AccessGrant,
    returns=s.UserGiven,
    status=201,
)
def grant_user(call: Call) -> s.UserGiven:
    """Give a person roles, or change the roles they have."""
    given = call.body
    new = records.NewAccess(
        given.email, given.name, tuple(given.roles), tuple(given.stores), tuple(given.regions)
    )
    return _user(records.add_user(call.command, new))


@door.operation("GET", "/v1/users", action="user.manage", returns=s.Users)
def list_users(call: Call) -> s.Users:
    """Everybody who works with the console."""
    return s.Users(users=[_user(row) for row in records.users()])


def _user(row: records.User) -> s.UserGiven:
    return s.UserGiven(
        user_id=row.item_id,
        email=row.email,
        name=row.name,
        roles=row.roles,
        stores=row.stores,
        regions=row.regions,
        active=row.active,
    )


@door.operation(
    "POST",
    "/v1/api-keys",
    action="user.manage",
    body=s.KeyWish,
    returns=s.KeyGiven,
    status=201,
    fresh=True,
)
def create_api_key(call: Call) -> s.KeyGiven:
    """Make an API key for another system; it is shown once."""
    given = call.body
    new = records.NewAccess(
        given.name, given.name, tuple(given.roles), tuple(given.stores), tuple(given.regions)
    )
    return s.KeyGiven(key=records.create_key(call.command, new))


@door.operation(
    "POST", "/v1/users/{user_id}/deactivation", action="user.manage", returns=s.UserGiven
)
def deactivate_user(call: Call) -> s.UserGiven:
    """Switch a user off; open sessions stop with the next request."""
    return _user(records.deactivate_user(call.command, call.path["user_id"]))


@door.operation("GET", "/v1/api-keys", action="user.manage", returns=s.Keys)
def list_api_keys(call: Call) -> s.Keys:
    """All API keys, without their secrets."""
    return s.Keys(keys=[_key(row) for row in records.api_keys()])


@door.operation(
    "POST", "/v1/api-keys/{key_id}/revocation", action="user.manage", returns=s.KeyListed
)
def revoke_api_key(call: Call) -> s.KeyListed:
    """Let an API key hold no longer."""
    return _key(records.revoke_key(call.command, call.path["key_id"]))


def _key(row: Any) -> s.KeyListed:
    return s.KeyListed(key_id=row.item_id, name=row.name, roles=row.roles, active=row.active)


@door.operation("GET", "/v1/health", action="public", returns=s.Health)
def health(call: Call) -> s.Health:
    """Whether the product answers."""
    return s.Health(status="ok", version="0.1.0")
