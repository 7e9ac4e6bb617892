"""What is deployed and what the code expects are the same thing."""

import json
from pathlib import Path

import pytest

from chalicelib.expression import policy
from chalicelib.expression import tables as expression
from chalicelib.foundation import ledger_tables
from chalicelib.foundation.settings import Settings
from chalicelib.records import tables as records
from infra import bundle

RESOURCES = json.loads((bundle.ROOT / "infra/template.json").read_text())["Resources"]
ROOTS = [
    records.CandidateItem,
    records.PerformanceItem,
    records.CompanyItem,
    ledger_tables.LedgerRow,
    expression.ExpressionItem,
]


def tables() -> dict[str, dict]:
    kind = "AWS::DynamoDB::Table"
    found = [r["Properties"] for r in RESOURCES.values() if r.get("Type") == kind]
    return {table["TableName"]: table for table in found}


def pairs(schema: list[dict[str, str]]) -> list[tuple[str, str]]:
    found = [(part["AttributeName"], part["KeyType"]) for part in schema]
    return sorted(found, key=lambda pair: pair[1])  # HASH before RANGE


def model_keys(model) -> list[tuple[str, str]]:
    attributes = model.get_attributes().values()
    hashes = [(a.attr_name, "HASH") for a in attributes if a.is_hash_key]
    return hashes + [(a.attr_name, "RANGE") for a in attributes if a.is_range_key]


def index_keys(index) -> list[tuple[str, str]]:
    return pairs(index._get_schema()["key_schema"])


@pytest.mark.parametrize("model", ROOTS, ids=lambda model: model.__name__)
def test_a_table_has_the_keys_its_class_expects(model):
    table = tables()[model.Meta.table_name]
    assert pairs(table["KeySchema"]) == model_keys(model)


@pytest.mark.parametrize("model", ROOTS, ids=lambda model: model.__name__)
def test_a_table_has_the_indexes_its_class_expects_and_no_other(model):
    table = tables()[model.Meta.table_name]
    deployed = {
        i["IndexName"]: pairs(i["KeySchema"]) for i in table.get("GlobalSecondaryIndexes", [])
    }
    expected = {index.Meta.index_name: index_keys(index) for index in model._indexes.values()}
    assert deployed == expected


@pytest.mark.parametrize("model", ROOTS, ids=lambda model: model.__name__)
def test_every_key_is_declared_with_the_type_its_class_writes(model):
    declared = {
        a["AttributeName"]: a["AttributeType"]
        for a in tables()[model.Meta.table_name]["AttributeDefinitions"]
    }
    written = {a.attr_name: a.attr_type for a in model.get_attributes().values()}
    assert declared == {name: written[name] for name in declared}


@pytest.mark.parametrize("name", sorted(tables()))
def test_every_table_is_encrypted_restorable_paid_by_use_and_kept(name):
    table = tables()[name]
    logical = next(k for k, r in RESOURCES.items() if r.get("Properties") is table)
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert table["SSESpecification"]["SSEType"] == "KMS"
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert RESOURCES[logical]["UpdateReplacePolicy"] == "Retain"


def test_items_with_an_end_expire_and_the_others_never_do():
    expiring = {name for name, t in tables().items() if "TimeToLiveSpecification" in t}
    assert expiring == {"hireloop-candidates", "hireloop-expression", "hireloop-ledger"}


def test_every_setting_is_given_to_every_function():
    template = json.loads((bundle.ROOT / "infra/template.json").read_text())
    given = set(template["Globals"]["Function"]["Environment"]["Variables"])
    wanted = {name.upper() for name in Settings.__dataclass_fields__} - {"REGION"}
    assert wanted <= given


@pytest.mark.parametrize("name", ["UploadsBucket", "EvidenceBucket"])
def test_a_bucket_is_private_versioned_encrypted_and_speaks_only_tls(name):
    bucket = RESOURCES[name]["Properties"]
    policy = RESOURCES[f"{name}Policy"]["Properties"]["PolicyDocument"]["Statement"]
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}
    assert "aws:kms" in json.dumps(bucket["BucketEncryption"])
    assert {"Bool": {"aws:SecureTransport": "false"}} in [s["Condition"] for s in policy]


def test_frames_are_gone_after_a_day_whatever_else_happens():
    rules = RESOURCES["UploadsBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    frames = next(rule for rule in rules if rule["Prefix"] == "frames/")
    assert (frames["ExpirationInDays"], frames["NoncurrentVersionExpiration"]) == (
        1,
        {"NoncurrentDays": 1},
    )


def test_the_alarm_of_people_read_rings_where_the_policy_says():
    alarm = RESOURCES["PeopleWithFramesRead"]["Properties"]
    assert (alarm["Threshold"], alarm["ComparisonOperator"], alarm["TreatMissingData"]) == (
        policy.ALARM_AT,
        "GreaterThanOrEqualToThreshold",
        "ignore",
    )


@pytest.mark.parametrize("kind", ["Resumes", "Answers", "Frames"])
def test_each_kind_of_upload_has_its_own_queue_behind_its_own_prefix(kind):
    configured = RESOURCES["UploadsBucket"]["Properties"]["NotificationConfiguration"]
    rules = {
        c["Filter"]["S3Key"]["Rules"][0]["Value"]: c["Queue"]["Fn::GetAtt"][0]
        for c in configured["QueueConfigurations"]
    }
    assert rules[f"{kind.lower()}/"] == f"{kind}Queue"


def test_no_name_of_this_machine_is_in_the_template():
    text = (bundle.ROOT / "infra/template.json").read_text()
    assert str(Path.home()) not in text
    assert "127.0.0.1" not in text
