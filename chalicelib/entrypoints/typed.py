"""One decorator for operations: it validates, authorizes, documents, and gives two faces.

An operation is a function from `Call` to a pydantic model. JSON callers get JSON; the console's
forms get a page to go to, or a fragment. Pages (`page`) share everything but the document.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from chalice import Blueprint, Response
from pydantic import BaseModel

from chalicelib.entrypoints import auth, blindness, follow, http, replay, wish
from chalicelib.foundation import ids
from chalicelib.foundation.access import ACTIONS, Actor, Target, authorize
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import HireloopError
from chalicelib.foundation.observability import flush, logger

CONTENT_TYPES = ["application/json", "application/x-www-form-urlencoded"]
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Operation:
    """A public operation, as the document shows it.

    `fresh` answers hold secrets or signed permits: for a repeated key they are made anew, never
    kept. `face` shows a form's result as a page of its own, or leaves it to the next page.
    """

    method: str
    path: str
    name: str
    action: str
    summary: str
    tag: str
    view: "View"
    returns: type[BaseModel]
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    status: int = 200
    fresh: bool = False
    face: Callable[["Call", dict[str, Any]], Response | None] | None = None


@dataclass(frozen=True)
class Call:
    """One request to one operation or page."""

    actor: Actor
    command: Command
    action: str
    path: Mapping[str, str]
    body: Any
    query: Any
    language: str
    csrf: str = ""
    session: str = ""
    version: int | None = None
    html: bool = False
    fragment: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)

    def may(self, target: Target) -> None:
        """Raise NotFound when the object lies outside the caller's scope."""
        authorize(self.actor, self.action, target)


class View(Protocol):
    """What an operation is made of."""

    __name__: str

    def __call__(self, call: Call) -> Any: ...


OPERATIONS: list[Operation] = []


class Door:
    """A blueprint whose routes are typed."""

    def __init__(self, module: str, tag: str) -> None:
        self.blueprint = Blueprint(module)
        self.tag = tag

    def operation(
        self,
        method: str,
        path: str,
        *,
        action: str,
        returns: type[BaseModel],
        **options: Any,
    ) -> Callable[[View], View]:
        """Declare an operation; `options` are `body`, `query`, `status`, `fresh`, `face`."""
        if action not in ACTIONS:
            raise ValueError(f"{action} is not in access.ACTIONS")

        def declare(view: View) -> View:
            summary = (view.__doc__ or "").strip().splitlines()[0]
            operation = Operation(
                method, path, view.__name__, action, summary, self.tag, view, returns, **options
            )
            OPERATIONS.append(operation)
            self._route(path, method, view.__name__, lambda **p: _serve(self, operation, p))
            return view

        return declare

    def page(self, path: str, *, action: str) -> Callable[[View], View]:
        """Declare a page: a view that returns a ready Response."""

        def declare(view: View) -> View:
            shown = Operation("GET", path, view.__name__, action, "", self.tag, view, BaseModel)
            self._route(path, "GET", view.__name__, lambda **p: _serve(self, shown, p))
            return view

        return declare

    def _route(self, path: str, method: str, name: str, view: Callable[..., Response]) -> None:
        view.__name__ = name
        types = CONTENT_TYPES if method in {"POST", "PUT", "PATCH", "DELETE"} else None
        options = {"content_types": types} if types else {}
        self.blueprint.route(path, methods=[method], name=name, **options)(view)


def _serve(door: Door, operation: Operation, path: Mapping[str, str]) -> Response:
    request = door.blueprint.current_request
    headers = {k.lower(): v for k, v in request.headers.items()}
    correlation_id = headers.get("x-correlation-id", "")[:64] or ids.random_id(16)
    language = wish.language_of(headers, request.query_params or {})
    form = headers.get("content-type", "").startswith(FORM)
    page = operation.returns is BaseModel or form or "hx-request" in headers
    logger.structure_logs(correlation_id=correlation_id, operation=operation.name)
    try:
        return _answer(operation, request, headers, wish.path(path), (language, correlation_id))
    except HireloopError as error:
        logger.info("refused", extra={"code": error.code, "status": error.status})
        return _refuse(error, correlation_id, language, page)
    except Exception:
        logger.exception("failed")
        return _refuse(HireloopError(), correlation_id, language, page)
    finally:
        flush()


def _answer(
    operation: Operation,
    request: Any,
    headers: dict[str, str],
    path: dict[str, str],
    context: tuple[str, str],
) -> Response:
    raw, is_form = http.body_of(request.raw_body or b"", headers.get("content-type", ""))
    who = auth.caller(headers)
    if operation.method != "GET":
        auth.check_csrf(who, headers, raw if is_form else {})
    if operation.action != "public":
        auth.require_known(who.actor)
        authorize(who.actor, operation.action)
        blindness.require(who.actor, path)
    next_page = str(raw.pop("next_page", "")) if is_form else ""
    if is_form:
        raw.pop("csrf", None)
    key = headers.get("idempotency-key", "")
    payload = {"path": path, "body": raw}
    command = wish.command(operation.name, key, who.actor, payload, correlation_id=context[1])
    call = Call(
        actor=who.actor,
        command=command,
        action=operation.action,
        path=path,
        body=http.validated(operation.body, raw) if operation.body else None,
        query=wish.query(operation.query, request.query_params or {}),
        language=context[0],
        csrf=who.csrf,
        session=who.session,
        version=wish.version(headers),
        html=is_form or "hx-request" in headers,
        fragment="hx-request" in headers,
    )
    if operation.returns is BaseModel:
        return _page(call, operation)
    return _shown(call, operation, next_page, headers)


def _page(call: Call, operation: Operation) -> Response:
    response: Response = operation.view(call)
    response.headers.update({"Vary": "HX-Request, Cookie", **call.headers})
    return response


def _shown(
    call: Call, operation: Operation, next_page: str, headers: Mapping[str, str]
) -> Response:
    """Run an operation, or answer again what it answered before; JSON or the form's next page."""
    keyed = operation.method != "GET" and "idempotency-key" in headers and not operation.fresh
    before = replay.find(call.command) if keyed else None
    if before is not None:
        return http.json_answer(before, operation.status, {"Idempotent-Replayed": "true"})
    result = operation.view(call)
    plain = result.model_dump(mode="json")
    if keyed:
        replay.keep(call.command, plain)
    extra = dict(call.headers)
    if call.cookies:
        extra["Set-Cookie"] = call.cookies[0]
    if isinstance(plain.get("version"), int):
        extra["ETag"] = f'"{plain["version"]}"'
    if not call.html:
        return http.json_answer(plain, operation.status, extra)
    own = operation.face(call, plain) if operation.face else None
    return own or follow.answer(call, operation.name, plain, next_page, extra)


def _refuse(error: HireloopError, correlation_id: str, language: str, page: bool) -> Response:
    document = http.problem(error, correlation_id, language)
    if not page:
        return http.json_answer(document, error.status, {"X-Correlation-Id": correlation_id})
    from chalicelib.entrypoints.console.render import error_page

    return error_page(document, language)
