"""No function may do what it has no use for."""

import json
from pathlib import Path
from typing import Any

import pytest

POLICIES = sorted((Path(__file__).parents[2] / ".chalice").glob("policy-*.json"))


def granted(policy: Path) -> list[tuple[str, str]]:
    """Every allowed action with what it may be done to."""
    found: list[dict[str, Any]] = json.loads(policy.read_text("utf-8"))["Statement"]
    return [
        (action, json.dumps(statement["Resource"]))
        for statement in found
        if statement["Effect"] == "Allow"
        for action in statement["Action"]
    ]


def holders(action: str, of: str = "") -> set[str]:
    """The functions that may take an action, on what carries this name."""
    found = [(p.stem.removeprefix("policy-"), *one) for p in POLICIES for one in granted(p)]
    return {name for name, taken, resource in found if taken == action and of in resource}


def test_no_item_of_any_table_is_ever_deleted_but_readings_of_frames_by_who_reads_them():
    for action in ("dynamodb:DeleteItem", "dynamodb:BatchWriteItem"):
        assert {"frames"} == holders(action)
        assert {"frames"} == holders(action, "table/hireloop-expression")


def test_only_who_settles_announcements_changes_a_row_of_the_ledger():
    assert {"deliver", "reconcile"} == holders("dynamodb:UpdateItem", "hireloop-ledger")


def test_letters_are_sent_by_who_tells_and_sign_in_links_by_the_door():
    assert {"api", "deliver", "reconcile"} == holders("ses:SendEmail")
    assert {"deliver", "reconcile"} == holders("sns:Publish")


def test_only_frames_are_ever_deleted():
    assert {"frames"} == holders("s3:DeleteObject") | holders("s3:DeleteObjectVersion")


def test_only_who_rates_has_recordings_recognised_and_only_into_our_bucket():
    assert {"rate"} == holders("transcribe:StartTranscriptionJob")
    assert {"rate"} == holders("s3:PutObject", "/transcripts/*")
    rate = next(p for p in POLICIES if p.stem == "policy-rate")
    start = next(
        s
        for s in json.loads(rate.read_text("utf-8"))["Statement"]
        if s["Action"] == ["transcribe:StartTranscriptionJob"]
    )
    assert "transcribe:OutputBucketName" in start["Condition"]["StringEquals"]


def test_only_who_rates_may_ask_the_one_model_that_the_deployment_names():
    assert {"rate"} == holders("bedrock:InvokeModel")
    assert {"rate"} == holders("bedrock:InvokeModel", "${SecondReaderModel}")


@pytest.mark.parametrize("name", ["rate", "screen", "frames"])
def test_a_missing_object_is_told_from_a_forbidden_one(name):
    path = next(p for p in POLICIES if p.stem == f"policy-{name}")
    found = json.loads(path.read_text("utf-8"))["Statement"]
    listing = [s for s in found if "s3:ListBucket" in s["Action"]]
    assert [None] == [s.get("Condition") for s in listing]
