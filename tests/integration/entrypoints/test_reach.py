"""How far a role reaches: a manager's own stores, and no score for whoever appraises."""

import json
from typing import Any

import pytest

import app
from chalicelib.entrypoints.typed import OPERATIONS
from chalicelib.foundation import ledger
from chalicelib.foundation.access import WIDE
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.records.service import NewEmployee
from chalicelib.records.stages import Stage
from tests.builders import (
    COMPOSITE,
    FAMILY,
    SALES,
    Api,
    Candidate,
    Office,
    applicant,
    at_stage,
    command,
    interviewed,
    key_of,
    open_requisition,
    refusal,
    unique,
)

#: What a score is called where it stands.
SCORES = {"composite", "fit", "recommendation", "scorecard", "rating", "ratings", "contributions"}
#: Every name that stands in a path.
NAMES = tuple({part.split("}")[0] for o in OPERATIONS for part in o.path.split("{")[1:]})


@pytest.fixture(scope="module")
def ours(office) -> Candidate:
    return interviewed(office, store_id="S0001")


@pytest.fixture(scope="module")
def theirs(office) -> Candidate:
    return interviewed(office, store_id="S0003")


def listed(answer: Any) -> set[str]:
    """Every application id in an answer, however deep."""
    if isinstance(answer, dict):
        own = {answer["application_id"]} if "application_id" in answer else set()
        return own.union(*(listed(value) for value in answer.values()))
    return set().union(*(listed(item) for item in answer)) if isinstance(answer, list) else set()


def keys(answer: Any) -> set[str]:
    """Every name under which something that is not empty stands, however deep."""
    if isinstance(answer, dict):
        own = {name for name, value in answer.items() if value not in (None, [], {}, "")}
        return own.union(*(keys(value) for value in answer.values()))
    return set().union(*(keys(item) for item in answer)) if isinstance(answer, list) else set()


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/v1/applications", {"limit": 200}),
        ("/v1/applications", {"limit": 200, "requisition_id": SALES}),
        (f"/v1/requisitions/{SALES}/board", {}),
        (f"/v1/requisitions/{SALES}/ranking", {"limit": 200}),
    ],
)
def test_a_managers_lists_hold_their_own_stores_only(office, ours, theirs, path, query):
    everything = listed(office.recruiter.get(path, **query))
    seen = listed(office.manager.get(path, **query))
    assert {ours.application_id, theirs.application_id} <= everything
    assert ours.application_id in seen
    assert {records.application(name).store_id for name in seen} == {"S0001"}


def test_another_stores_candidate_is_not_there_for_a_manager(office, ours, theirs):
    reads = ("", "/onboarding", "/proof")
    for read in reads:
        assert refusal(lambda r=read: office.manager.get(f"{theirs.path}{r}"))[0] == 404
    person = f"/v1/candidates/{theirs.person_id}"
    assert refusal(lambda: office.manager.get(person))[0] == 404
    upload = f"/v1/uploads/{theirs.upload['upload_id']}"
    assert refusal(lambda: office.manager.get(upload))[0] == 404
    assert office.manager.get(ours.path)["composite"] == COMPOSITE
    assert office.manager.get(f"/v1/candidates/{ours.person_id}")["person_id"] == ours.person_id


def test_a_manager_decides_on_nobody_of_another_store(office, theirs):
    wish = {"outcome": "reject", "reason": "not for our store at all"}
    place = f"{theirs.path}/disposition"
    assert refusal(lambda: office.manager.post(place, wish)) == (404, "not-found")
    assert records.application(theirs.application_id).stage == "interviewed"


def employees(who: Api) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = who.get("/v1/employees", job_family=FAMILY, limit=1000)[
        "employees"
    ]
    return found


def test_a_managers_employees_are_those_of_their_stores(office):
    for number, store in (("M1001", "S0001"), ("M1002", "S0003")):
        hire = NewEmployee(
            records.imported_person_id(number), number, "E", FAMILY, store, "east", "2026-01-05"
        )
        rows = records.import_employee(command(), hire)
        ledger.commit(command(), action="test.hired", subject=hire.person_id, changes=rows)
    seen, everyone = employees(office.manager), employees(office.administrator)
    assert {"M1001", "M1002"} <= {row["employee_number"] for row in everyone}
    assert {row["store_id"] for row in seen} == {"S0001"}


def test_the_development_plan_stems_from_the_interview_and_is_not_for_raters(office):
    number, plan = "M1003", ({"zh": "沟通", "en": "Communication"},)
    person = records.imported_person_id(number)
    day = "2026-01-05"
    hire = NewEmployee(person, number, "E", FAMILY, "S0001", "east", day, development=plan)
    rows = records.import_employee(command(), hire)
    ledger.commit(command(), action="test.hired", subject=person, changes=rows)
    shown = [
        next(row for row in employees(who) if row["person_id"] == person)["development"]
        for who in (office.appraiser, office.manager)
    ]
    assert shown == [[], list(plan)]


def test_a_scoped_recruiter_brings_files_for_the_own_stores_only(office):
    key = key_of(office, "recruiter", stores=("S0001",))
    elsewhere = open_requisition(office.admin, unique("REQ"), store_ids=["S0003"])
    wish = {"files": [{"file_name": "a.pdf"}], "store_id": "S0001"}
    given = key.post(f"/v1/requisitions/{SALES}/resumes", wish)["uploads"][0]
    assert records.application(given["application_id"]).store_id == "S0001"
    other = f"/v1/requisitions/{elsewhere['requisition_id']}/resumes"
    assert refusal(lambda: key.post(other, wish))[0] == 404


def test_what_concerns_the_whole_company_is_not_for_a_role_of_some_stores(office):
    key = key_of(office, "administrator", stores=("S0001",))
    changed = [o for o in OPERATIONS if o.action in WIDE]
    paths = {o.name: (o.method, filled(o.path, dict.fromkeys(NAMES, "none"))) for o in changed}
    statuses = {n: key.http.request(m, p, json={}).status_code for n, (m, p) in paths.items()}
    assert {name for name, status in statuses.items() if status != 403} == set()
    assert {"grant_user", "set_organisation", "dashboard", "lock_cycle"} <= statuses.keys()
    assert key.get("/v1/applications")["applications"] is not None


def test_contacts_are_for_recruiters_not_for_managers(office, ours):
    path = f"/v1/candidates/{ours.person_id}"
    assert "@" in office.recruiter.get(path)["sections"]["person"][0]["email"]
    assert "email" not in office.manager.get(path)["sections"]["person"][0]


@pytest.fixture(scope="module")
def things(office, ours) -> dict[str, str]:
    """A real id for every place in a path, all of the same scored person."""
    invited = at_stage(applicant(office), Stage.SCREENED)
    wish = {"application_ids": [invited.application_id]}
    given = office.recruiter.post(f"/v1/requisitions/{SALES}/invitations", wish)["invited"][0]
    session = interviewing.session(given["session_id"])
    return {
        "application_id": ours.application_id,
        "person_id": ours.person_id,
        "upload_id": ours.upload["upload_id"],
        "session_id": session.session_id,
        "question_id": session.questions[0]["question_id"],
        "requisition_id": SALES,
        "job_family": FAMILY,
        "batch_id": "none",
        "chart_key": "distribution",
        "subject": ours.person_id,
        "partner_id": "clearcheck",
        "proposal_id": "none",
        "cycle_id": "none",
        "employee_number": "none",
        "report_id": "none",
        "simulation_id": "none",
        "appeal_id": "none",
        "draft_id": "none",
        "rescoring_id": "none",
        "version": "1",
        "model_version": "1",
        "language": "zh",
        "day": "2026-11-01",
        "key_id": "none",
        "user_id": "none",
        "step_key": "none",
        "token": "none",
        "name": "console.css",
    }


def filled(path: str, things: dict[str, str]) -> str:
    return path.format(**things) + ("?job_family=" + FAMILY if "job_family" not in path else "")


def test_no_read_gives_an_appraiser_a_score(office: Office, things):
    reads = [o for o in OPERATIONS if o.method == "GET"]
    answers = {o.name: office.appraiser.http.get(filled(o.path, things)) for o in reads}
    open_to_them = {name: a.json() for name, a in answers.items() if a.status_code == 200}
    assert {"list_employees", "list_cycles", "me"} <= set(open_to_them)
    found = {name: keys(answer) & SCORES for name, answer in open_to_them.items()}
    assert {name: names for name, names in found.items() if names} == {}


def test_no_page_shows_an_appraiser_a_score(office: Office, things):
    shown = f"{COMPOSITE:g}"
    paths = [path for path, methods in app.app.routes.items() if "GET" in methods]
    pages = {p: office.appraiser.http.get(filled(p, things)).text for p in paths}
    assert {path for path, text in pages.items() if shown in text} == set()
    person = office.recruiter.http.get(f"/candidates/{things['person_id']}").text
    assert shown in person


def test_a_recruiter_does_see_the_score(office, ours):
    assert office.recruiter.get(ours.path)["composite"] == COMPOSITE
    assert SCORES & keys(json.loads(json.dumps(office.recruiter.get(ours.path))))


def test_a_candidate_sees_the_own_score_and_no_other(office, ours):
    assert ours.api.get(ours.path)["composite"] == COMPOSITE
    assert refusal(lambda: ours.api.get("/v1/applications")) == (403, "forbidden")
