"""What every HTTP answer shares: problem documents, headers, body parsing."""

import json
from typing import Any
from urllib.parse import parse_qs

from chalice import Response
from pydantic import BaseModel, ValidationError

from chalicelib.foundation.errors import HireloopError, Invalid
from chalicelib.foundation.messages import MESSAGES, both

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}


class Malformed(Invalid):
    """The body could not be read as JSON or as a form."""

    code = "malformed"


def problem(error: HireloopError, correlation_id: str, language: str) -> dict[str, Any]:
    """The RFC 9457 document of an error: what happened and what to do, in zh and en."""
    fields = error.detail.pop("fields", None)
    code = error.code if f"error.{error.code}" in MESSAGES else "internal"
    message, step = both(f"error.{code}", **error.detail), both(f"next.{code}", **error.detail)
    document: dict[str, Any] = {
        "type": f"/docs#error-{error.code}",
        "title": message[language],
        "status": error.status,
        "code": error.code,
        "message": message,
        "next": step,
        "retry": error.retry,
        "correlation_id": correlation_id,
    }
    if error.detail:
        document["detail"] = {k: _plain(v) for k, v in error.detail.items()}
    if fields:
        document["fields"] = fields
    return document


def _plain(value: object) -> object:
    try:
        json.dumps(value)
    except TypeError:
        return str(value)
    return value


def json_answer(body: Any, status: int, headers: dict[str, str] | None = None) -> Response:
    """A JSON answer; models are serialised, never trusted as dictionaries."""
    plain = body.model_dump(mode="json") if isinstance(body, BaseModel) else body
    kind = "application/problem+json" if status >= 400 else "application/json"
    return Response(
        json.dumps(plain, ensure_ascii=False),
        status_code=status,
        headers={**SECURITY_HEADERS, "Content-Type": kind, **(headers or {})},
    )


def empty(status: int, headers: dict[str, str]) -> Response:
    """An answer without a body: somewhere to go, or nothing to say."""
    return Response("", status_code=status, headers={**SECURITY_HEADERS, **headers})


def is_local(place: str) -> bool:
    """Whether a place to go to is a path of ours, not somebody else's site."""
    return place.startswith("/") and not place.startswith(("//", "/\\"))


def validated(model: type[BaseModel], values: Any) -> BaseModel:
    """`values` as `model`; leaves may be strings, as in forms and queries.

    Raises Invalid with one entry a field.
    """
    try:
        # Not model_validate_strings: that one refuses a list of strings (pydantic 2.13).
        return model.model_validate(values)
    except ValidationError as error:
        raise Invalid(fields=fields_of(error)) from error


def fields_of(error: ValidationError) -> list[dict[str, str]]:
    """One entry a field that could not be accepted."""
    return [
        {"field": ".".join(map(str, item["loc"])), "problem": item["msg"]}
        for item in error.errors(include_url=False)
    ]


def body_of(raw: bytes, content_type: str) -> tuple[Any, bool]:
    """The parsed body and whether its leaves are text (a form). Raises Malformed."""
    if content_type.startswith("application/x-www-form-urlencoded"):
        return form_of(raw), True
    if not raw.strip():
        return {}, False
    try:
        return json.loads(raw), False
    except (ValueError, RecursionError) as error:
        raise Malformed() from error


def form_of(raw: bytes) -> dict[str, Any]:
    """A form as nested values: `title.zh=…` nests, a name ending in `[]` is a list."""
    try:
        pairs = parse_qs(raw.decode(), keep_blank_values=True, max_num_fields=2000)
    except (UnicodeDecodeError, ValueError) as error:
        raise Malformed() from error
    form: dict[str, Any] = {}
    for name, values in pairs.items():
        *path, last = name.removesuffix("[]").split(".")
        place = form
        for part in path:
            place = place.setdefault(part, {})
            if not isinstance(place, dict):
                raise Malformed()
        place[last] = values if name.endswith("[]") else values[-1]
    return form
