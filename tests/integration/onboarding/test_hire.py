"""From a named person's pass to an employee, on the real workflow; and other ways it may end."""

import pytest

from chalicelib.onboarding.hire import employee_number
from chalicelib.records import service as records
from infra import mailbox
from infra.partner import DemoPartner
from tests.builders import (
    FAMILY,
    START_DATE,
    Candidate,
    Office,
    actions,
    await_stage,
)
from tests.integration.onboarding.hiring import close, ended, offered, opened


def letters(office: Office, candidate: Candidate) -> list[mailbox.Message]:
    email = records.person(candidate.person_id).email
    return [m for m in mailbox.messages(office.stack.endpoint) if m.to == email]


@pytest.fixture(scope="module")
def hired(office) -> Candidate:
    candidate = offered(office, store_id="S0002")
    candidate.api.post(f"{candidate.path}/offer-answer", {"accepted": True})
    close(office, candidate, opened(candidate))
    await_stage(candidate, "hired")
    return candidate


def test_a_pass_becomes_exactly_one_employee(office, hired):
    everyone = office.administrator.get("/v1/employees", job_family=FAMILY, limit=1000)["employees"]
    mine = [row for row in everyone if row["person_id"] == hired.person_id]
    assert [row["employee_number"] for row in mine] == [employee_number(hired.person_id)]
    assert (mine[0]["store_id"], mine[0]["hired_at"]) == ("S0002", START_DATE)
    assert actions(hired.person_id).count("hire.completed") == 1


def test_the_workflow_ends_well(hired):
    ended(hired, "SUCCEEDED")


def test_the_stages_follow_one_another_with_who_moved_them(office, hired):
    history = records.application(hired.application_id).history
    assert [step["stage"] for step in history][4:] == [
        "passed",
        "background_check",
        "pre_hire",
        "offered",
        "onboarding",
        "hired",
    ]
    named = {step["stage"]: step["by"].split("-")[0] for step in history}
    assert (named["passed"], named["offered"], named["hired"]) == ("user", "user", "system")


def test_the_pass_notice_says_when_where_and_what_to_bring(office, hired):
    said = next(m for m in letters(office, hired) if "passed" in m.subject.lower())
    assert "2027-01-11 09:30" in said.text
    assert "Shanghai" in said.text
    assert "health certificate" in said.text


def test_no_letter_comes_twice(office, hired):
    subjects = [m.subject for m in letters(office, hired)]
    assert sorted(set(subjects)) == sorted(subjects)


def test_the_employees_development_names_gaps_and_no_scores(office, hired):
    row = records.employee(hired.person_id)
    assert row.development
    assert all(set(item) == {"zh", "en"} for item in row.development)


def test_the_partner_was_told_what_it_needs_and_no_more(partner: DemoPartner, hired):
    kinds = {item["type"] for item in partner.received}
    assert {"background-check.requested", "onboarding-step.opened", "hire.completed"} <= kinds
    mine = [a for a in partner.accepted if a.data["application_id"] == hired.application_id]
    assert {a.type for a in mine} == {"background-check.completed", "onboarding-step.completed"}
