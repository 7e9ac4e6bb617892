"""Every operation, asked for by every role: who may is what the access table says, no more."""

import json
from collections.abc import Iterator

import pytest
from chalice.test import Client

import app
from chalicelib.entrypoints.typed import OPERATIONS, Operation
from chalicelib.foundation.access import ACTIONS, Role
from chalicelib.records.service import NewAccess, create_key
from tests.builders import applicant, command, unique

STAFF = sorted(set(Role) - {Role.CANDIDATE, Role.PARTNER, Role.SYSTEM})
CALLERS = [*STAFF, Role.CANDIDATE]
#: The role may, yet only as a person who signed in: the keys that ask here have no name.
NAMED_ALONE = "named-person-required"
#: Well-formed and nobody's, so that who is let in changes nothing.
NOBODYS = "aaaaaaaaaaaaaaaa-bbbbbbbb"


@pytest.fixture(scope="module")
def tokens(office) -> dict[str, str]:
    """One credential for each role."""
    keys = {role: create_key(command(), NewAccess(unique(), "K", (role,))) for role in STAFF}
    invite = applicant(office).api.http.headers["Authorization"].removeprefix("Bearer ")
    return keys | {Role.CANDIDATE: invite}


@pytest.fixture(scope="module")
def client(aws) -> Iterator[Client]:
    with Client(app.app) as made:
        yield made


def ask(client: Client, operation: Operation, token: str = "") -> tuple[int, dict[str, object]]:
    path = operation.path
    for part in {p.split("}")[0] for p in path.split("{")[1:]}:
        path = path.replace("{" + part + "}", NOBODYS)
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    body = b"" if operation.method == "GET" else b"{}"
    answer = client.http.request(operation.method, path, headers=headers, body=body)
    return answer.status_code, json.loads(answer.body or b"{}")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda o: o.name)
def test_who_may_call_an_operation_is_what_the_table_says(client, tokens, operation):
    statuses = {role: ask(client, operation, tokens[role]) for role in CALLERS}
    assert [s for s, _ in statuses.values() if s >= 500] == []
    refused = {role: body["code"] for role, (status, body) in statuses.items() if status == 403}
    assert set(refused.values()) <= {"forbidden", NAMED_ALONE}
    let_in = {role for role in CALLERS if refused.get(role, NAMED_ALONE) == NAMED_ALONE}
    assert let_in == ACTIONS[operation.action] & set(CALLERS)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda o: o.name)
def test_a_caller_without_a_name_reaches_the_public_operations_only(client, operation):
    status, _ = ask(client, operation)
    assert (status == 401) == (operation.action != "public")


def test_the_deployed_function_keeps_the_same_table(office):
    """One action of each kind by HTTP, as the in-process answers above are not the product's."""
    asked = {
        "/v1/audit": {"auditor", "administrator"},
        "/v1/analytics/none": {"recruiter", "analyst", "auditor", "administrator"},
        "/v1/candidates/none": {"recruiter", "auditor", "administrator", "manager"},
        "/v1/appraisal-cycles": {"appraiser", "analyst", "auditor", "administrator"},
        "/v1/users": {"administrator"},
    }
    for path, wanted in asked.items():
        statuses = {role: api.http.get(path).status_code for role, api in office.people.items()}
        assert {role for role, status in statuses.items() if status != 403} == wanted, path
