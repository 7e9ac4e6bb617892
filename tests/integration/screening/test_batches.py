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


Thing = tuple[str, str]


def key_of(mine: Candidate) -> str:
    return str(records.upload(mine.upload["upload_id"]).key)


def put(mine: Candidate, content: bytes = RESUME.encode()) -> Thing:
    """Lay an object where the permit points; its key and version."""
    bucket = storage.settings().bucket_uploads
    made = storage.client("s3").put_object(Bucket=bucket, Key=key_of(mine), Body=content)
    return key_of(mine), made["VersionId"]


def message(name: str, thing: Thing) -> dict[str, Any]:
    """One message of the queue, as Lambda gets it."""
    record = {"s3": {"object": {"key": thing[0], "versionId": thing[1]}}}
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
    answer = uploads.screen_resumes({"Records": list(messages)})
    return [item["itemIdentifier"] for item in answer["batchItemFailures"]]


def state(mine: Candidate) -> str:
    return str(records.upload(mine.upload["upload_id"]).state)


def test_one_poisoned_message_goes_back_alone(office, plain):
    first, last = applicant(office, plain), applicant(office, plain)
    poison = message("poison", ("", "")) | {"body": "{not json"}
    failed = handle(message("first", put(first)), poison, message("last", put(last)))
    assert failed == ["poison"]
    assert (state(first), state(last)) == ("done", "done")


def test_an_object_that_is_not_there_goes_back_and_its_neighbour_is_done(office, plain):
    missing, good = applicant(office, plain), applicant(office, plain)
    nothing = message("missing", (key_of(missing), "v"))
    assert handle(nothing, message("good", put(good))) == ["missing"]
    assert (state(missing), state(good)) == ("expected", "done")


def test_when_everything_fails_everything_goes_back(office, plain):
    things = {name: (key_of(applicant(office, plain)), "v") for name in "ab"}
    assert handle(*(message(name, thing) for name, thing in things.items())) == ["a", "b"]


def test_an_unannounced_object_is_done_with(office):
    stray = ("resumes/aaaaaaaaaaaaaaaa-x/aaaaaaaaaaaaaaaa-y", "v")
    assert handle(message("stray", stray)) == []


@pytest.mark.parametrize("versions", ["12", "21", "1221", "2112"])
def test_events_of_two_versions_in_any_order_end_alike(office, plain, versions):
    mine = applicant(office, plain)
    things = {"1": put(mine, WRONG), "2": put(mine)}
    failed = [f for v in versions for f in handle(message(v, things[v]))]
    assert (failed, state(mine)) == ([], "done")
    assert actions(mine.person_id).count("resume.screened") == 1


def test_the_same_wrong_file_told_twice_is_rejected_once(office, plain):
    mine = applicant(office, plain)
    first, same = put(mine, WRONG), put(mine, WRONG)
    told = (message("a", first), message("b", same), message("c", first))
    assert handle(*told) == []
    assert state(mine) == "rejected"
    assert actions(mine.person_id).count("resume.rejected") == 1


def test_a_resume_that_comes_after_the_candidate_withdrew_is_kept_and_not_screened(office, plain):
    mine = applicant(office, plain)
    mine.api.post(f"{mine.path}/withdrawal")
    assert handle(message("late", put(mine))) == []
    row = records.upload(mine.upload["upload_id"])
    assert (row.state, row.reason) == ("rejected", "resume-already-decided")
    assert records.application(mine.application_id).stage == "withdrawn"
