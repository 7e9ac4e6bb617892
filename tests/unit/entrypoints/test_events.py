"""Recorded messages of queue and stream: what the entry points take from them."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.entrypoints import jobs, uploads
from chalicelib.entrypoints.uploads import Arrival, arrivals

EVENTS = Path(__file__).parents[2] / "events"


def recorded(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text("utf-8"))
    return found


def test_a_posted_resume_arrives_under_its_key_and_version():
    assert list(arrivals(recorded("s3-resume-posted"))) == [
        Arrival(
            "resumes/steb6cdnvyqmziip-ihryznx3/steb6cdnvyqmziip-nvcafxcz",
            "a5f76c24-afc1-427d-b158-227a74a982b0",
            "a5f76c24-afc1-427d-b158-227a74a982b0",
        )
    ]


def test_blanks_plus_signs_and_chinese_letters_of_a_key_come_back():
    assert [a.key for a in arrivals(recorded("s3-key-with-letters"))] == ["resumes/李 雷+1.pdf"]


def test_s3s_opening_test_message_names_no_object():
    assert list(arrivals(recorded("s3-test-event"))) == []


def test_without_a_version_the_contents_hash_tells_one_object_from_the_next():
    body = recorded("s3-resume-posted")
    del body["Records"][0]["s3"]["object"]["versionId"]
    assert next(arrivals(body)).version == "a6fbde52ba75969a5109302604a13042"


def test_the_same_object_has_the_same_command_at_each_redelivery_and_another_none_of_it():
    first, again = (next(arrivals(recorded("s3-resume-posted"))) for _ in range(2))
    other = Arrival(first.key, "another-version")
    assert first.command("screen").id == again.command("screen").id
    assert (
        len({first.command("screen").id, first.command("rate").id, other.command("screen").id}) == 3
    )


def queue_of(*bodies: dict[str, Any]) -> dict[str, Any]:
    return {
        "Records": [
            {
                "messageId": f"m{place}",
                "receiptHandle": "r",
                "body": json.dumps(body),
                "attributes": {},
                "messageAttributes": {},
                "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:hireloop-resumes",
                "awsRegion": "us-east-1",
            }
            for place, body in enumerate(bodies)
        ]
    }


def test_each_object_of_a_batch_is_worked_on_once_and_a_failure_names_its_message():
    seen: list[str] = []

    def work(arrival: Arrival) -> None:
        seen.append(arrival.key)
        if "李" in arrival.key:
            raise ValueError("cannot")

    names = ("s3-test-event", "s3-resume-posted", "s3-key-with-letters")
    answer = uploads.handle(queue_of(*map(recorded, names)), work)
    assert len(seen) == 2
    assert answer == {"batchItemFailures": [{"itemIdentifier": "m2"}]}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keys of the announcements that `deliver` tells, in place of telling them."""
    keys: list[str] = []
    row = lambda key, sort: SimpleNamespace(key=key, sort=sort)  # noqa: E731
    monkeypatch.setattr(jobs.partners, "announcement", row)
    monkeypatch.setattr(jobs, "tell", lambda found: keys.append(f"{found.key} {found.sort}"))
    return keys


def test_the_stream_tells_a_new_announcement_once_and_nothing_else(told):
    answer = jobs.deliver(recorded("ledger-stream"))
    kinds = [r["eventName"] for r in recorded("ledger-stream")["Records"]]
    assert kinds == ["INSERT", "INSERT", "MODIFY"]
    assert [key.split(" ")[0] for key in told] == ["outbox#invite-12-5wkdcitf#0"]
    assert answer == {"batchItemFailures": []}


def test_an_announcement_that_everybody_heard_is_not_told_again(told, monkeypatch):
    monkeypatch.setattr(jobs.partners, "announcement", lambda key, sort: None)
    jobs.deliver(recorded("ledger-stream"))
    assert told == []
