"""Pages as HTML: one environment, one set of headers, everything in the reader's language."""

import hashlib
import os
from collections.abc import Callable, Mapping
from datetime import UTC, tzinfo
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from chalice import Response

from chalicelib.entrypoints import auth, http
from chalicelib.entrypoints.console import menu, reader
from chalicelib.entrypoints.console.reader import Reader
from chalicelib.entrypoints.typed import Call
from chalicelib.foundation.access import ACTIONS, Actor, Role
from chalicelib.foundation.messages import MESSAGES
from chalicelib.foundation.settings import settings

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
STATIC = HERE / "static"
#: Codes of a session that does not hold (any more): sign in again, and forget the old cookie.
SIGNED_OUT = frozenset({"unauthenticated", "token-invalid", "token-expired"})


@cache
def environment() -> "Environment":
    """The templates; each is compiled at its first use and kept for the process."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters |= {
        "number": reader.number,
        "points": reader.points,
        "signed": reader.signed,
        "percent": reader.percent,
        "chance": reader.chance,
        "month": reader.month_name,
        "cell": reader.cell,
        "query": urlencode,
    }
    return made


@cache
def asset(name: str) -> str:
    """The address of a static file, with its content's hash; empty when it is not there."""
    for folder in (STATIC, STATIC / "vendor"):
        if (folder / name).is_file():
            mark = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]
            return f"{settings().api_prefix}/assets/{name}?v={mark}"
    return ""


def page(
    call: Call,
    template: str,
    *,
    here: str,
    status: int = 200,
    headers: dict[str, str] | None = None,
    **data: Any,
) -> Response:
    """A page for the caller; `here` is its own path and query, to come back to."""
    context = words(call.language, zone()) | {
        "word": _word(call.language),
        "actor": call.actor,
        "csrf": call.csrf,
        "here": settings().api_prefix + here,
        "done": str(call.query.get("done", "")) if isinstance(call.query, dict) else "",
        "can": lambda action: may(call.actor, action),
        "menu": menu.entries(call.actor, here),
    }
    return html(environment().get_template(template).render(context | data), status, headers)


def words(language: str, home: tzinfo = UTC) -> dict[str, Any]:
    """What every template may call: words, dates, links."""
    who = Reader(language, home)
    names = ("t", "tx", "said", "word", "when", "day", "ago", "months")
    said: dict[str, Any] = {name: getattr(who, name) for name in names}
    return said | {
        "lang": language,
        "base": settings().api_prefix,
        "asset": asset,
        "zone_name": str(home),
    }


def _word(language: str) -> Callable[[str, object], str]:
    """The word of a value; a job family of the company's own is called by its own name."""
    who, names = Reader(language), dict[str, dict[str, str]]()

    def word(group: str, value: object) -> str:
        if group != "family" or f"console.family.{value}" in MESSAGES:
            return who.word(group, value)
        if not names:
            from chalicelib.interviewing import service as interviewing

            names.update({family.job_family: family.name for family in interviewing.families()})
        return who.tx(names.get(str(value))) or who.word(group, value)

    return word


def may(actor: Actor, action: str) -> bool:
    """Whether any role of the actor may take an action at all."""
    return Role.SYSTEM in actor.roles or bool(actor.roles & ACTIONS[action])


def error_page(document: dict[str, Any], language: str) -> Response:
    """A problem document as a page; one whose session ended is offered a new one."""
    ended = document["code"] in SIGNED_OUT
    headers = {"Set-Cookie": auth.set_cookie("session", "", 0)} if ended else None
    text = environment().get_template("error.html").render(words(language) | {"problem": document})
    return html(text, int(document["status"]), headers)


def report_page(call: Call, result: Mapping[str, Any], back: str) -> Response:
    """What became of a form that was not taken whole: every problem row, every refusal.

    422 when nothing at all was taken, else 200; `back` is the page that the form came from.
    """
    from chalicelib.entrypoints.console import rows

    refused = result.get("refused") or []
    taken = len(result.get("invited") or ()) or int(result.get("accepted") or 0)
    shown = {item["application_id"]: item for item in refused if item.get("application_id")}
    return page(
        call,
        "report.html",
        here=back.removeprefix(settings().api_prefix),
        status=200 if taken else 422,
        problems=result.get("problems") or [],
        refused=refused,
        taken=taken,
        people=rows.people_of(call, shown),
    )


def html(text: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """An HTML answer under the strict policy."""
    return Response(
        text,
        status_code=status,
        headers={
            **http.SECURITY_HEADERS,
            "Content-Type": "text/html; charset=utf-8",
            "Content-Security-Policy": policy(),
            "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), payment=()",
            **(headers or {}),
        },
    )


@cache
def policy() -> str:
    """The content security policy: nothing from elsewhere, uploads to our own bucket alone."""
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": " ".join(("'self'", *upload_origins())),
        "media-src": "blob:",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def upload_origins() -> tuple[str, ...]:
    """The origins under which S3 signs upload forms for our bucket."""
    emulated = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL", "")
    if emulated:
        parts = urlsplit(emulated)
        return (f"{parts.scheme}://{parts.netloc}",)
    bucket, region = settings().bucket_uploads, settings().region
    domain = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
    return (f"https://{bucket}.s3.{domain}", f"https://{bucket}.s3.{region}.{domain}")


def zone() -> tzinfo:
    """The organisation's time zone, kept for the process; UTC before it was set."""
    from chalicelib.records import service as records

    if not _zones:
        known = records.organisation()
        if known is None:
            return UTC
        _zones.append(_zone_named(known.timezone))
    return _zones[0]


_zones: list[tzinfo] = []


def _zone_named(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
