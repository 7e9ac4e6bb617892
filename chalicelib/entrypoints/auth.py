"""Who is calling: API key, invite token, OIDC token or console session."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

from chalicelib.foundation import crypto, ids, ledger
from chalicelib.foundation.access import Actor, Role, Scope
from chalicelib.foundation.errors import Forbidden, Gone, Unauthenticated
from chalicelib.foundation.settings import settings
from chalicelib.records import service as records

INVITE_DAYS = 60
SESSION_SECONDS = 12 * 3600
ANONYMOUS = Actor("anonymous", frozenset())


class CsrfFailed(Forbidden):
    """A form came without the mark of the page it should stand on."""

    code = "csrf"


@dataclass(frozen=True)
class Caller:
    """An actor and, for the console, the mark that its forms must carry."""

    actor: Actor
    csrf: str = ""
    session: str = ""


def caller(headers: Mapping[str, str]) -> Caller:
    """The caller behind a request's headers; anonymous when none is named.

    Raises Unauthenticated or Gone for credentials that do not hold.
    """
    scheme, _, credential = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and credential:
        return Caller(bearer(credential.strip()))
    session = cookies(headers).get(cookie_name("session"), "")
    return console_caller(session) if session else Caller(ANONYMOUS)


def bearer(credential: str) -> Actor:
    """The actor behind a bearer credential."""
    if credential.startswith("hlk_"):
        return records.key_actor(credential)
    if credential.startswith("hli_"):
        return candidate(credential)
    from chalicelib.entrypoints.oidc import oidc_actor

    return oidc_actor(credential)


def candidate_token(application: Any) -> str:
    """The invite token of an application: opens this person's own things and nothing else."""
    claims = {"a": application.application_id, "s": int(application.invite_serial)}
    return "hli_" + crypto.sign_token("invite", claims, INVITE_DAYS * 86_400)


def candidate(token: str) -> Actor:
    """The candidate behind an invite token. Raises Unauthenticated, Gone."""
    claims = crypto.open_token("invite", token.removeprefix("hli_"))
    application = records.application(claims["a"])
    if int(application.invite_serial) != claims["s"]:
        raise Gone("token-revoked")
    person_id = ids.person_of(claims["a"])
    return Actor(
        f"candidate-{person_id}",
        frozenset({Role.CANDIDATE}),
        Scope(person_id=person_id),
        named=True,
    )


def application_of(token: str) -> str:
    """The application that an invite token belongs to."""
    return str(crypto.open_token("invite", token.removeprefix("hli_"))["a"])


def console_caller(session: str) -> Caller:
    """The signed-in user behind a session cookie."""
    claims = crypto.open_token("session", session)
    if ledger.find_note(_ended(claims["n"])) is not None:
        raise Gone("token-expired")
    actor = records.actor_of(records.user(claims["u"]))
    return Caller(actor, crypto.fingerprint("csrf", claims["n"])[:32], claims["n"])


def end_session(session: str) -> None:
    """Let a console session hold no longer, on whichever device its cookie lies."""
    if session:
        ledger.keep_note(_ended(session), {}, SESSION_SECONDS / 86_400)


def _ended(session: str) -> str:
    return f"session-ended#{session}"


def open_session(user_id: str) -> str:
    """A new session's cookie value."""
    return crypto.sign_token("session", {"u": user_id, "n": ids.random_id()}, SESSION_SECONDS)


def check_csrf(who: Caller, headers: Mapping[str, str], form: Mapping[str, Any]) -> None:
    """Console sessions must show that the form came from our page. Raises CsrfFailed."""
    if not who.csrf:
        return
    shown = headers.get("x-csrf-token", "") or str(form.get("csrf", ""))
    if not crypto.same(shown, who.csrf):
        raise CsrfFailed()


def cookie_name(name: str) -> str:
    """`__Host-` cookies where TLS is; plain ones on a loopback address."""
    return f"__Host-{name}" if settings().secure else f"hireloop-{name}"


def set_cookie(name: str, value: str, seconds: int) -> str:
    """A Set-Cookie value that scripts cannot read and other sites cannot send."""
    secure = "; Secure" if settings().secure else ""
    return f"{cookie_name(name)}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"


def cookies(headers: Mapping[str, str]) -> dict[str, str]:
    """The request's cookies."""
    jar = SimpleCookie(headers.get("cookie", ""))
    return {name: morsel.value for name, morsel in jar.items()}


def require_known(actor: Actor) -> None:
    """Raises Unauthenticated for the anonymous caller."""
    if actor is ANONYMOUS:
        raise Unauthenticated()
