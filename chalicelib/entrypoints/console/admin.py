"""Who may do what, which systems are joined, and the document of the API."""

import json

from chalice import Response

from chalicelib.entrypoints import openapi
from chalicelib.entrypoints.console import frames, rows
from chalicelib.entrypoints.console.render import asset, page
from chalicelib.entrypoints.typed import OPERATIONS, Call, Door
from chalicelib.foundation import clock
from chalicelib.foundation.access import FIELDS, Role
from chalicelib.interviewing.service import second_reading
from chalicelib.partners import service as partners
from chalicelib.records import service as records

door = Door(__name__, "console-admin")

GIVEN = (
    Role.RECRUITER, Role.HIRING_MANAGER, Role.APPRAISER, Role.ANALYST, Role.AUDITOR,
    Role.ADMINISTRATOR,
)  # fmt: skip
#: What a partner's system may want to hear; each event also goes to whoever asks by the API.
EVENTS = (
    "background-check.requested", "onboarding-step.opened", "onboarding-step.closed",
    "hire.completed", "offer.made", "interview.completed",
)  # fmt: skip
SHOWN = ("email", "name", "roles", "stores", "regions", "active")


@door.page("/settings", action="user.manage")
def settings_page(call: Call) -> Response:
    """The company, the people who work with the console, what each role sees, partner systems."""
    company, stores = records.organisation(), records.stores()
    return page(
        call,
        "settings.html",
        here="/settings",
        organisation=rows.plain(company, "name", "country", "timezone") if company else {},
        stores={row.item_id: row.name for row in stores},
        regions=sorted({row.region for row in stores}),
        users=[rows.plain(row, *SHOWN) for row in records.users()],
        partners=[rows.plain(row, "name", "endpoint", "events") for row in partners.partners()],
        events=EVENTS,
        roles=GIVEN,
        fields=FIELDS,
        people=frames.people(),
        second=second_reading.standing(f"{clock.now():%Y-%m}"),
    )


@door.page("/docs", action="public")
def docs(call: Call) -> Response:
    """The API's document: the viewer where its files are there, a plain list otherwise."""
    tags: dict[str, list[object]] = {}
    for operation in OPERATIONS:
        tags.setdefault(operation.tag, []).append(operation)
    viewer = asset("swagger-ui-bundle.js") if asset("swagger-ui.css") else ""
    return page(call, "docs.html", here="/docs", tags=tags, viewer=viewer)


@door.page("/docs/openapi.json", action="public")
def openapi_document(call: Call) -> Response:
    """The OpenAPI document, built from the operations that run."""
    headers: dict[str, str | list[str]] = {
        "Content-Type": "application/json",
        "Cache-Control": "no-cache",
    }
    return Response(json.dumps(openapi.document(), ensure_ascii=False), headers=headers)
