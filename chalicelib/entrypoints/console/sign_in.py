"""Signing in without a password, and choosing the language."""

from chalice import Response

from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.http import is_local
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.messages import LANGUAGES
from chalicelib.foundation.settings import settings

door = Door(__name__, "sign-in")

YEAR_SECONDS = 365 * 86_400


@door.page("/sign-in", action="public")
def sign_in(call: Call) -> Response:
    """Ask for an e-mail address, then say to look into the mailbox."""
    mailbox = "/mailbox" if settings().public_url.startswith("http://127.0.0.1") else ""
    return page(call, "sign_in.html", here="/sign-in", token="", mailbox=mailbox)


@door.page("/sign-in/{token}", action="public")
def confirm(call: Call) -> Response:
    """One button that posts the token: a link that is merely looked at signs nobody in."""
    token = call.path["token"]
    return page(call, "sign_in.html", here="/sign-in", token=token, mailbox="")


@door.page("/language", action="public")
def language(call: Call) -> Response:
    """Keep the wished language in a cookie and go back."""
    wished = call.query.get("to", "")
    place = call.query.get("next_page", "")
    lawful = is_local(place)
    headers: dict[str, str | list[str]] = {
        "Location": place if lawful else f"{settings().api_prefix}/"
    }
    if wished in LANGUAGES:
        secure = "; Secure" if settings().secure else ""
        headers["Set-Cookie"] = (
            f"hireloop-lang={wished}; Path=/; Max-Age={YEAR_SECONDS}; SameSite=Lax{secure}"
        )
    return Response("", headers=headers, status_code=303)
