"""What a request wishes: its command, its query, the version it saw, its language."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from chalicelib.entrypoints import auth, http
from chalicelib.foundation import clock, ids, values
from chalicelib.foundation.access import Actor
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Invalid, NotFound
from chalicelib.foundation.messages import LANGUAGES

LONGEST_KEY = 200
#: Tokens of links are ids too, hence the length.
PLAUSIBLE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:%@#+-]{0,700}")


def command(
    name: str, key: str, actor: Actor, payload: dict[str, Any], *, correlation_id: str
) -> Command:
    """The command of an operation; a caller's idempotency key makes its id repeatable.

    Raises Invalid for a key that is too long.
    """
    if len(key) > LONGEST_KEY:
        raise Invalid(fields=[{"field": "Idempotency-Key", "problem": "at most 200 characters"}])
    seed = f"{actor.actor_id}/{key}" if key else ids.random_id(32)
    try:
        payload_hash = values.digest(payload)
    except (UnicodeEncodeError, RecursionError) as error:
        raise http.Malformed() from error
    return Command(
        id=f"{name}-{ids.derived_id(seed, 26)}",
        actor=actor,
        at=clock.now(),
        correlation_id=correlation_id,
        payload_hash=payload_hash,
    )


def path(given: Mapping[str, str]) -> dict[str, str]:
    """The path's ids; one that no id of ours can look like is not found. Raises NotFound."""
    if any(not PLAUSIBLE_ID.fullmatch(text) for text in given.values()):
        raise NotFound()
    return dict(given)


def query(model: type[BaseModel] | None, given: Mapping[str, str]) -> Any:
    """The query as its model, or as it came; names the model does not know are left out."""
    if model is None:
        return dict(given)
    known = {name: text for name, text in given.items() if name in model.model_fields}
    return http.validated(model, known)


def version(headers: Mapping[str, str]) -> int | None:
    """The version that If-Match names."""
    text = headers.get("if-match", "").strip('W/" ')
    return int(text) if re.fullmatch("[0-9]{1,15}", text) else None


def language_of(headers: Mapping[str, str], query: Mapping[str, str]) -> str:
    """zh or en: by `?lang`, the cookie, the browser's wish; zh otherwise."""
    wishes = (
        query.get("lang", ""),
        auth.cookies(headers).get("hireloop-lang", ""),
        headers.get("accept-language", "")[:2].lower(),
    )
    return next((wish for wish in wishes if wish in LANGUAGES), "zh")
