"""The OpenAPI 3.1 document, built from the operations themselves so that it cannot lie."""

import re
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from chalicelib.entrypoints.typed import OPERATIONS, Operation
from chalicelib.foundation.access import ACTIONS

REF = "#/components/schemas/{model}"
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "code", "message", "next", "correlation_id"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "message": {"$ref": "#/components/schemas/Sentence"},
        "next": {"$ref": "#/components/schemas/Sentence"},
        "retry": {"type": "boolean"},
        "correlation_id": {"type": "string"},
        "fields": {"type": "array", "items": {"type": "object"}},
        "detail": {"type": "object"},
    },
}
_SENTENCE: dict[str, Any] = {
    "type": "object",
    "required": ["zh", "en"],
    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
}
_REFUSALS = {
    "401": "who are you?",
    "403": "not allowed",
    "404": "not found, or not for you to see",
    "409": "it has moved on, or the key was used for something else",
    "410": "the link or its time is over",
    "422": "the body or query cannot be accepted",
}


def document() -> dict[str, Any]:
    """The whole document, in the order in which operations are declared."""
    import app

    models: list[type[BaseModel]] = []
    for operation in OPERATIONS:
        models += [m for m in (operation.body, operation.returns) if m is not None]
    _, definitions = models_json_schema(
        [(m, "validation" if _taken(m) else "serialization") for m in dict.fromkeys(models)],
        ref_template=REF,
    )
    schemas = definitions.get("$defs", {}) | {"Problem": _PROBLEM, "Sentence": _SENTENCE}
    paths: dict[str, Any] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    paths["/webhooks/{partner_id}"] = _webhook()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": app.app.app_name.title(),
            "version": "1",
            "summary": "Interview, HR record, appraisal and analytics in one loop.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": _SECURITY},
    }


_SECURITY = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "description": "API key (hlk_…), candidate's invite token (hli_…), or OIDC ID token.",
    },
    "webhook": {
        "type": "apiKey",
        "in": "header",
        "name": "webhook-signature",
        "description": "Standard Webhooks 1.0, with webhook-id and webhook-timestamp.",
    },
}


def _taken(model: type[BaseModel]) -> bool:
    return model.model_config.get("extra") == "forbid"


def _operation(operation: Operation) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": [*_path_parameters(operation), *_query_parameters(operation)],
        "responses": {
            str(operation.status): {
                "description": "done",
                "content": {"application/json": {"schema": _ref(operation.returns)}},
            }
        }
        | {status: _refusal(text) for status, text in _REFUSALS.items()},
        "x-roles": sorted(ACTIONS[operation.action]),
    }
    if operation.action != "public":
        shown["security"] = [{"bearer": []}]
    if operation.method != "GET":
        shown["parameters"].append(_IDEMPOTENCY_KEY)
    if operation.body is not None:
        body = {"schema": _ref(operation.body)}
        shown["requestBody"] = {"required": True, "content": {"application/json": body}}
    return shown


_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "makes a retry harmless; the same key with another body is refused (409)",
    "schema": {"type": "string", "maxLength": 200},
}


def _path_parameters(operation: Operation) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)}", operation.path)
    ]


def _query_parameters(operation: Operation) -> list[dict[str, Any]]:
    if operation.query is None:
        return []
    schema = operation.query.model_json_schema()
    schema.pop("$defs", None)
    return [
        {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", []),
            "schema": _plain(field),
        }
        for name, field in schema["properties"].items()
    ]


def _plain(field: dict[str, Any]) -> dict[str, Any]:
    """A query field without references into another document."""
    if "anyOf" in field or "$ref" in field:
        return {"type": "string", "description": field.get("description", "")}
    return field


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": REF.format(model=model.__name__)}


def _refusal(text: str) -> dict[str, Any]:
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {"description": text, "content": {"application/problem+json": problem}}


_PARTNER = {"name": "partner_id", "in": "path", "required": True, "schema": {"type": "string"}}


def _webhook() -> dict[str, Any]:
    answer = {"$ref": REF.format(model="Problem")}
    return {
        "post": {
            "operationId": "receive_webhook",
            "summary": "Take in a signed message of a partner.",
            "tags": ["webhooks"],
            "parameters": [
                {"name": n, "in": "header", "required": True, "schema": {"type": "string"}}
                for n in ("webhook-id", "webhook-timestamp", "webhook-signature")
            ]
            + [_PARTNER],
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": {"type": "object"}}},
            },
            "responses": {
                "202": {"description": "taken in"},
                "401": {
                    "description": "the signature does not hold",
                    "content": {"application/problem+json": {"schema": answer}},
                },
            },
            "security": [{"webhook": []}],
        }
    }
