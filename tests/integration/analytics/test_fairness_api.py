"""What people state of themselves: on their own form, in counts by group, and nowhere else."""

from collections.abc import Iterator
from typing import Any

import pytest
from chalice.test import Client

import app
from chalicelib.entrypoints.typed import OPERATIONS, Operation
from chalicelib.foundation.access import Role
from chalicelib.records.service import NewAccess, create_key
from chalicelib.records.stages import Stage
from tests.builders import (
    Candidate,
    Office,
    at_stage,
    command,
    interviewed,
    open_requisition,
    refusal,
    unique,
)

#: Values that occur nowhere but in what a person stated.
STATED = {"gender": "other", "ethnicity": "minority", "age_band": "50_plus", "disability": "yes"}
TELLTALE = ("minority", "50_plus")
#: The operations whose very purpose it is; the form is the person's own.
MEANT = {"fairness_report", "bias_audit", "bias_audit_table", "self_identification_form"}
STAFF = sorted(set(Role) - {Role.CANDIDATE, Role.PARTNER, Role.SYSTEM})


def form_of(candidate: Candidate) -> str:
    return f"/v1/candidates/{candidate.person_id}/self-identification"


@pytest.fixture(scope="module")
def requisition(office) -> str:
    return open_requisition(office.admin, unique("REQ-FAIR"))["requisition_id"]


@pytest.fixture(scope="module")
def stated(office, requisition) -> Candidate:
    """Somebody who was interviewed and rejected, and stated everything that is asked in China."""
    who = interviewed(office, requisition_id=requisition)
    who.api.post(form_of(who), STATED)
    return who


@pytest.fixture(scope="module")
def twelve(office, requisition, stated) -> Office:
    """Twelve more, six women and six men, half of each chosen by a named person's decision."""
    for place in range(12):
        who = interviewed(office, requisition_id=requisition, composite=60.0 + place)
        at_stage(who, Stage.PASSED if place % 4 < 2 else Stage.REJECTED)
        mine = {"gender": "female" if place % 2 else "male", "ethnicity": "han"}
        who.api.post(form_of(who), mine)
    return office


def test_the_form_offers_what_may_be_asked_here_and_shows_ones_own_answers(stated):
    form = stated.api.get(form_of(stated))

    assert [q["attribute"] for q in form["questions"]] == list(STATED)
    assert form["stated"] == STATED
    assert "Voluntary" in form["purpose"]["en"]


def test_abroad_less_is_asked_and_what_was_not_asked_is_refused(office):
    who = interviewed(office, requisition_id="REQ-ABROAD")
    asked = [q["attribute"] for q in who.api.get(form_of(who))["questions"]]

    assert asked == ["gender", "age_band"]
    assert refusal(lambda: who.api.post(form_of(who), {"ethnicity": "han"})) == (
        422,
        "group-not-asked",
    )


def test_everything_is_taken_back_by_an_empty_form(office, requisition):
    who = interviewed(office, requisition_id=requisition)
    who.api.post(form_of(who), STATED)
    who.api.post(form_of(who), {})

    assert who.api.get(form_of(who))["stated"] == {}


def test_nobody_reads_another_persons_form(office, stated, requisition):
    other = interviewed(office, requisition_id=requisition)

    assert other.api.http.get(form_of(stated)).status_code == 404
    for role in ("recruiter", "analyst", "auditor"):
        assert office.people[role].http.get(form_of(stated)).status_code == 403


def test_counts_of_few_are_hidden_from_who_may_not_see_them(twelve, requisition):
    asked = {"requisition_id": requisition}
    for_admin = twelve.admin.get("/v1/fairness", **asked)["attributes"]
    for_analyst = twelve.analyst.get("/v1/fairness", **asked)["attributes"]
    few, open_to = (
        {g["group"]: g for g in a[0]["whole"]["groups"]} for a in (for_admin, for_analyst)
    )

    assert (few["female"]["n"], few["female"]["selected"]) == (6, None)
    assert (open_to["female"]["n"], open_to["female"]["selected"]) == (6, 3)


def test_the_audit_has_its_tables_and_says_who_is_missing(twelve, requisition):
    audit = twelve.auditor.get("/v1/fairness/audit", requisition_id=requisition)
    sex = next(
        t for t in audit["tables"] if (t["measure"], t["attribute"]) == ("selection", "gender")
    )
    rates = {row["group"]: (row["n"], row["selected"], row["ratio"]) for row in sex["rows"]}

    assert rates["female"] == (6, 3, 1.0)
    assert rates["male"] == (6, 3, 1.0)
    assert audit["unknown"] >= 1
    assert audit["assessed"] == audit["unknown"] + 13
    table = twelve.auditor.get("/v1/fairness/audit/table", requisition_id=requisition)
    assert table["content"].startswith("\ufeff")


def test_the_pages_open_for_who_may_and_for_nobody_else(twelve, requisition):
    for path in ("/fairness", "/fairness/csv", "/fairness/audit", "/fairness/audit/summary"):
        for language in ("zh", "en"):
            answer = twelve.auditor.http.get(f"{path}?requisition_id={requisition}&lang={language}")
            assert answer.status_code == 200, path
        assert twelve.recruiter.http.get(path).status_code == 403
    assert twelve.auditor.http.get("/fairness?since=no-day&until=%00").status_code == 200


def test_the_form_is_a_page_of_its_own_behind_the_same_link(office, stated):
    token = stated.api.http.headers["Authorization"].removeprefix("Bearer ")
    page = office.recruiter.http.get(f"/interview/{token}/about-you?lang=en")

    assert page.status_code == 200
    assert "I prefer not to say" in page.text
    assert office.recruiter.http.get("/interview/nobody/about-you").status_code in (401, 404, 410)


@pytest.fixture(scope="module")
def client(aws) -> Iterator[Client]:
    with Client(app.app) as made:
        yield made


READS = [o for o in OPERATIONS if o.method == "GET"]


@pytest.fixture(scope="module")
def tokens(office, stated) -> dict[str, str]:
    keys = {role: create_key(command(), NewAccess(unique(), "K", (role,))) for role in STAFF}
    own = stated.api.http.headers["Authorization"].removeprefix("Bearer ")
    return keys | {Role.CANDIDATE: own}


def told(client: Client, operation: Operation, token: str, ids: dict[str, str]) -> Any:
    path = operation.path
    for part in {p.split("}")[0] for p in path.split("{")[1:]}:
        path = path.replace("{" + part + "}", ids.get(part, ids["application_id"]))
    headers = {"Authorization": f"Bearer {token}"}
    answer = client.http.request("GET", path, headers=headers, body=b"")
    return answer.status_code, answer.body.decode("utf-8", "replace")


@pytest.mark.parametrize("operation", READS, ids=lambda o: o.name)
def test_no_role_learns_by_any_operation_what_a_person_stated(
    client, tokens, stated, requisition, operation
):
    ids = {
        "person_id": stated.person_id,
        "application_id": stated.application_id,
        "requisition_id": requisition,
        "subject": stated.person_id,
        "job_family": "retail-sales",
        "chart_key": "selection-rates",
    }
    for role, token in tokens.items():
        status, body = told(client, operation, token, ids)
        if operation.name in MEANT:
            assert stated.person_id not in body
            continue
        assert not [word for word in TELLTALE if word in body], (role, status)
