"""A batch from the queue: one bad message holds up nobody, order and repetition change nothing."""

import json
from typing import Any

import pytest

from chalicelib.entrypoints import uploads
from chalicelib.foundation import storage
from chalicelib.records import service as records
from tests.builders import RESUME, Candidate, actions, applicant, open_requisition, unique

pytestmark = pytest.mark.usefixtures("deaf")
WRONG = b"Two boxes of tea, one kettle. Total 84.50."


@pytest.fixture(scope="module")
def plain(office) -> str:
    """A requisition without criteria."""
    return str(open_requisition(office.admin, unique("REQ-BATCH"))["requisition_id"])


def put(mine: Candidate, content: bytes = RESUME.encode()) -> str:
    """Lay an object where the permit points; its key."""
    key = str(records.upload(mine.upload["upload_id"]).key)
    client = storage.client("s3")
    client.put_object(Bucket=storage.settings().bucket_uploads, Key=key, Body=content)
    return key


def message(name: str, key: str, version: str = "1") -> dict[str, Any]:
    """One message of the queue, as Lambda gets it."""
    record = {"s3": {"object": {"key": key, "versionId": version}}}
    return {
        "messageId": name,
        "receiptHandle": name,
        "body": json.dumps({"Records": [record]}),
        "attributes": {},
        "messageAttributes": {},
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:hireloop-resumes",
        "awsRegion": "us-east-1",
    }


def handle(*messages: dict[str, Any]) -> list[str]:
    """Names of the messages that go back to the queue."""
    answer = uploads.handle({"Records": list(messages)}, uploads.screen_resume)
    return [item["itemIdentifier"] for item in answer["batchItemFailures"]]


def state(mine: Candidate) -> str:
    return str(records.upload(mine.upload["upload_id"]).state)


def test_one_poisoned_message_goes_back_alone(office, plain):
    first, last = applicant(office, plain), applicant(office, plain)
    poison = message("poison", "") | {"body": "{not json"}
    failed = handle(message("first", put(first)), poison, message("last", put(last)))
    assert failed == ["poison"]
    assert (state(first), state(last)) == ("done", "done")


def test_an_object_that_is_not_there_goes_back_and_its_neighbour_is_done(office, plain):
    missing, good = applicant(office, plain), applicant(office, plain)
    key = str(records.upload(missing.upload["upload_id"]).key)
    assert handle(message("missing", key), message("good", put(good))) == ["missing"]
    assert (state(missing), state(good)) == ("expected", "done")


def test_when_everything_fails_everything_goes_back(office, plain):
    keys = [str(records.upload(applicant(office, plain).upload["upload_id"]).key) for _ in "ab"]
    assert handle(message("a", keys[0]), message("b", keys[1])) == ["a", "b"]


def test_an_unannounced_object_is_done_with(office):
    assert handle(message("stray", "resumes/aaaaaaaaaaaaaaaa-x/aaaaaaaaaaaaaaaa-y")) == []


@pytest.mark.parametrize("versions", ["12", "21", "1221", "2112"])
def test_events_of_two_versions_in_any_order_end_alike(office, plain, versions):
    mine = applicant(office, plain)
    put(mine, WRONG)
    key = put(mine)
    failed = [f for v in versions for f in handle(message(v, key, version=v))]
    assert (failed, state(mine)) == ([], "done")
    assert actions(mine.person_id).count("resume.screened") == 1


def test_the_same_wrong_file_told_twice_is_rejected_once(office, plain):
    mine = applicant(office, plain)
    key = put(mine, WRONG)
    assert handle(message("a", key, "1"), message("b", key, "2"), message("c", key, "1")) == []
    assert state(mine) == "rejected"
    assert actions(mine.person_id).count("resume.rejected") == 1


def test_a_resume_that_comes_after_the_candidate_withdrew_is_kept_and_not_screened(office, plain):
    mine = applicant(office, plain)
    mine.api.post(f"{mine.path}/withdrawal")
    assert handle(message("late", put(mine))) == []
    row = records.upload(mine.upload["upload_id"])
    assert (row.state, row.reason) == ("rejected", "resume-already-decided")
    assert records.application(mine.application_id).stage == "withdrawn"
