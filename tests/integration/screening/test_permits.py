"""What a signed permit for a file opens, and for which requisitions there is one."""

from typing import Any

import httpx
import pytest

from chalicelib.foundation import storage
from tests.builders import (
    applicant,
    open_requisition,
    unique,
)


def post(permit: dict[str, Any], content: bytes, **fields: str) -> httpx.Response:
    return httpx.post(
        permit["url"], data=permit["fields"] | fields, files={"file": ("f", content)}, timeout=60
    )


def test_a_file_too_large_is_refused_by_the_store_itself(office):
    mine = applicant(office)
    most = mine.upload["post"]["max_bytes"]
    answer = post(mine.upload["post"], b"a" * (most + 1))
    assert (answer.status_code, "EntityTooLarge" in answer.text) == (400, True)
    assert storage.size(mine.upload["post"]["fields"]["key"]) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"key": "resumes/another/file"},
        {"key": "answers/another/file"},
        {"policy": "e30="},
        {"x-amz-signature": "0" * 64},
    ],
)
def test_a_permit_opens_one_place_and_nothing_else(office, fields):
    mine = applicant(office)
    answer = post(mine.upload["post"], b"x", **fields)
    assert answer.status_code == 403
    assert storage.list_keys(f"resumes/{mine.application_id}") == []


def test_an_unknown_requisition_takes_no_application(office):
    answer = office.admin.http.post("/v1/applications", json={"requisition_id": "REQ-NONE"})
    assert (answer.status_code, answer.json()["code"]) == (404, "requisition-unknown")


def test_a_closed_requisition_takes_no_application(office):
    seen = open_requisition(office.admin, unique("REQ"))
    path = f"/v1/requisitions/{seen['requisition_id']}"
    office.recruiter.http.patch(path, json={"open": False, "version": seen["version"]})
    answer = office.admin.http.post(
        "/v1/applications", json={"requisition_id": seen["requisition_id"]}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "requisition-closed")
