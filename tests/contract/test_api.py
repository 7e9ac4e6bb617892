"""The API's document, its operations and who may call them."""

import json
import re
from pathlib import Path

import openapi_spec_validator

import app
from chalicelib.entrypoints.typed import OPERATIONS
from chalicelib.foundation.access import ACTIONS, Role
from infra import openapi

ROOT = Path(__file__).parents[2]


def test_the_committed_document_is_what_the_operations_say() -> None:
    assert openapi.text() == (ROOT / "docs" / "openapi.json").read_text()


def test_the_document_is_valid_openapi_3_1() -> None:
    openapi_spec_validator.validate(json.loads(openapi.text()))


def test_every_operation_has_a_name_of_its_own_and_a_sentence() -> None:
    names = [operation.name for operation in OPERATIONS]

    assert sorted(set(names)) == sorted(names)
    assert [o.name for o in OPERATIONS if len(o.summary) < 10] == []


def test_every_operation_asks_for_a_listed_action() -> None:
    assert [o.name for o in OPERATIONS if o.action not in ACTIONS] == []


def test_only_these_operations_are_open_to_anybody() -> None:
    public = {o.name for o in OPERATIONS if o.action == "public"}

    by_link = {"get_rating_form", "give_rating_form"}  # the link itself is the credential
    assert {"request_sign_in", "confirm_sign_in", "apply", "health"} | by_link == public


def test_an_appraiser_never_reaches_a_score() -> None:
    reach = {action for action, roles in ACTIONS.items() if Role.APPRAISER in roles}

    assert not {"candidate.read", "analytics.read", "weights.read"} & reach


def test_every_trigger_stands_in_app_py() -> None:
    handlers = [f.handler_string for f in app.app.pure_lambda_functions]
    handlers += [source.handler_string for source in app.app.event_sources]

    assert [h for h in handlers if not h.startswith("app.")] == []


def test_every_console_form_posts_to_a_public_operation() -> None:
    known = {(o.method, re.sub(r"{\w+}", "*", o.path)) for o in OPERATIONS}
    strange = []
    for path in sorted(ROOT.glob("chalicelib/entrypoints/console/templates/*.html")):
        for form in re.findall(r"<form\b[^>]*>", path.read_text(), re.S):
            action = re.search(r'action="([^"]*)"', form)
            method = re.search(r'method="(\w+)"', form)
            if method and method.group(1).lower() == "post" and action:
                place = re.sub(r"{{[^}]*}}", "*", action.group(1)).removeprefix("*")
                place = place if place.startswith("/") else f"/{place}"
                if ("POST", place) not in known:
                    strange.append(f"{path.name}: {place}")

    assert strange == []
