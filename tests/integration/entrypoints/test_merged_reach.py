"""A role of some stores: other stores' persons stay unnamed, beside a file and within a merge."""

import json

import pytest

from chalicelib.foundation import ids
from tests.builders import SALES, Api, Candidate, Office, applicant, key_of, refusal
from tests.integration.screening.test_piles import arrive, resume

pytestmark = pytest.mark.usefixtures("deaf")
PHONE = "139 2222 3333"


@pytest.fixture(scope="module")
def pair(office: Office) -> tuple[Candidate, Candidate]:
    """Two applicants with one telephone number, of two stores."""
    ours, theirs = (applicant(office, phone=PHONE, store_id=s) for s in ("S0001", "S0003"))
    return ours, theirs


@pytest.fixture(scope="module")
def scoped(office: Office) -> Api:
    """A recruiter of the first store alone."""
    return key_of(office, "recruiter", stores=("S0001",))


def test_a_possible_duplicate_of_another_store_is_not_named(office, pair, scoped):
    ours, theirs = pair
    path = f"/v1/candidates/{ours.person_id}"
    assert theirs.person_id in office.recruiter.get(path)["duplicates"]
    assert theirs.person_id not in json.dumps(scoped.get(path))
    assert theirs.person_id not in scoped.http.get(f"/candidates/{ours.person_id}").text


def test_a_pile_names_nobody_of_another_store(office, pair, scoped):
    path = f"/v1/requisitions/{SALES}/resumes"
    wish = {"files": [{"file_name": "a.txt"}]}
    content = resume("Gao Min", "13922225555", "gao.min.reach@example.com")
    there = office.recruiter.post(path, wish | {"store_id": "S0003"})
    here = office.recruiter.post(path, wish | {"store_id": "S0001"})
    assert arrive(there, [content]) == arrive(here, [content]) == []
    other = ids.person_of(there["uploads"][0]["upload_id"])
    everything = office.recruiter.get(path, batch=here["batch_id"])["files"][0]
    assert (everything["same_people"], bool(everything["same_file"])) == ([other], True)
    seen = scoped.get(path, batch=here["batch_id"])["files"][0]
    assert (seen["same_people"], seen["same_file"], seen["same_file_name"]) == ([], None, None)
    person = f"/v1/candidates/{seen['person_id']}"
    assert other in json.dumps(office.recruiter.get(person))
    assert other not in json.dumps(scoped.get(person))


def test_a_merge_opens_no_file_of_another_store(office, scoped):
    ours, theirs = (applicant(office, store_id=store) for store in ("S0001", "S0003"))
    wish = {"into": theirs.person_id, "reason": "the same person twice"}
    office.recruiter.post(f"/v1/candidates/{ours.person_id}/merge", wish)
    whole = office.recruiter.get(f"/v1/candidates/{theirs.person_id}")["sections"]
    assert {row["person_id"] for row in whole["person"]} == {ours.person_id, theirs.person_id}
    part = scoped.get(f"/v1/candidates/{theirs.person_id}")
    assert {row["person_id"] for row in part["sections"]["person"]} == {ours.person_id}
    assert theirs.application_id not in json.dumps(part)
    page = scoped.http.get(f"/candidates/{theirs.person_id}").text
    assert ours.application_id in page and theirs.application_id not in page
    own = scoped.get(f"/v1/candidates/{ours.person_id}")
    assert own["merged_into"] is None and theirs.person_id not in json.dumps(own)


def test_a_file_none_of_whose_applications_is_within_reach_is_not_there(pair, scoped):
    _, theirs = pair
    assert refusal(lambda: scoped.get(f"/v1/candidates/{theirs.person_id}"))[0] == 404
