"""Every function: its trigger, its limits, its permissions, its alarms, as they go to AWS."""

import json
from pathlib import Path

import pytest

from infra import bundle

POLICIES = sorted((bundle.ROOT / ".chalice").glob("policy-*.json"))
#: Batches of a queue that are worked on at once; two where it is not named.
AT_ONCE = {"ScreenResume": 20, "ReadFrames": 4}
#: Actions for which AWS offers no resource level, or none that fits (SMS to a phone has no ARN).
WITHOUT_RESOURCE = {
    "xray:PutTraceSegments",
    "xray:PutTelemetryRecords",
    "dynamodb:ListStreams",
    "sns:Publish",
    "transcribe:CreateVocabulary",
    "transcribe:StartTranscriptionJob",
    "states:SendTaskSuccess",
}
QUEUES = {
    "ScreenResume": "ResumesQueue",
    "RateAnswer": "AnswersQueue",
    "ReadFrames": "FramesQueue",
    "Recalibrate": "RecalibrationsQueue",
}


@pytest.fixture(scope="module")
def merged() -> dict:
    package = bundle.local_bundle(bundle.ROOT / "build" / "bundle")
    return json.loads((package / "sam.json").read_text())["Resources"]


@pytest.fixture(scope="module")
def functions(merged) -> dict:
    kind = "AWS::Serverless::Function"
    return {k: r for k, r in merged.items() if r["Type"] == kind}


def statements(path: Path) -> list[dict]:
    return json.loads(path.read_text())["Statement"]


def test_the_functions_are_the_nine_of_app_py(functions):
    expected = {"APIHandler", "ScreenResume", "RateAnswer", "ReadFrames", "HireStep", "Deliver"}
    assert set(functions) == expected | {"KeepFigures", "Reconcile", "Recalibrate"}


def test_every_function_has_a_role_of_its_own(functions):
    roles = [f["Properties"]["Role"]["Fn::GetAtt"][0] for f in functions.values()]
    assert len(roles) == len(set(roles)) == len(POLICIES)


@pytest.mark.parametrize("policy", POLICIES, ids=lambda path: path.stem)
def test_a_policy_names_its_actions_one_by_one(policy):
    actions = [action for s in statements(policy) for action in s["Action"]]
    assert [action for action in actions if "*" in action] == []


@pytest.mark.parametrize("policy", POLICIES, ids=lambda path: path.stem)
def test_a_policy_allows_every_resource_only_where_aws_knows_none(policy):
    allowing = [s for s in statements(policy) if s["Effect"] == "Allow" and s["Resource"] == "*"]
    assert {action for s in allowing for action in s["Action"]} <= WITHOUT_RESOURCE


def test_only_read_frames_may_write_expression_readings():
    writers = set()
    for policy in POLICIES:
        for s in statements(policy):
            if "dynamodb:PutItem" in s["Action"] and "hireloop-expression" in json.dumps(
                s["Resource"]
            ):
                writers.add(policy.stem)
    assert writers == {"policy-frames"}


def test_nothing_that_rates_or_selects_can_read_expression_readings():
    readers = {p.stem for p in POLICIES if "hireloop-expression" in p.read_text()}
    assert readers == {"policy-frames", "policy-api"}


@pytest.mark.parametrize("name", sorted(QUEUES))
def test_a_queue_hides_an_entry_six_times_as_long_as_its_function_may_take(name, merged, functions):
    queue = merged[QUEUES[name]]["Properties"]
    assert queue["VisibilityTimeout"] >= 6 * functions[name]["Properties"]["Timeout"]


@pytest.mark.parametrize("name", sorted(QUEUES))
def test_an_entry_that_fails_three_times_is_set_aside(name, merged):
    redrive = merged[QUEUES[name]]["Properties"]["RedrivePolicy"]
    dead = merged[redrive["deadLetterTargetArn"]["Fn::GetAtt"][0]]["Properties"]
    assert redrive["maxReceiveCount"] == 3
    assert dead["MessageRetentionPeriod"] == 14 * 86_400


@pytest.mark.parametrize("name", sorted(QUEUES))
def test_one_bad_entry_of_a_batch_is_retried_alone_and_a_flood_waits(name, functions):
    (event,) = functions[name]["Properties"]["Events"].values()
    assert event["Properties"]["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert event["Properties"]["ScalingConfig"] == {"MaximumConcurrency": AT_ONCE.get(name, 2)}
    assert functions[name]["DependsOn"] == [QUEUES[name]]


def test_only_new_announcements_wake_deliver(functions):
    (event,) = functions["Deliver"]["Properties"]["Events"].values()
    (pattern,) = event["Properties"]["FilterCriteria"]["Filters"]
    assert json.loads(pattern["Pattern"]) == {
        "eventName": ["INSERT"],
        "dynamodb": {"NewImage": {"kind": {"S": ["announcement"]}}},
    }
    assert event["Properties"]["Stream"] == {"Fn::GetAtt": ["LedgerTable", "StreamArn"]}


def test_only_files_that_count_wake_keep_figures(functions):
    (event,) = functions["KeepFigures"]["Properties"]["Events"].values()
    (pattern,) = event["Properties"]["FilterCriteria"]["Filters"]
    assert json.loads(pattern["Pattern"]) == {
        "eventName": ["INSERT", "MODIFY"],
        "dynamodb": {"NewImage": {"kind": {"S": ["application", "scorecard", "survey"]}}},
    }
    assert event["Properties"]["Stream"] == {"Fn::GetAtt": ["CandidatesTable", "StreamArn"]}


def test_layers_hang_only_on_the_functions_that_need_them(functions):
    hung = {k: [x["Ref"] for x in f["Properties"].get("Layers", [])] for k, f in functions.items()}
    assert {k: v for k, v in hung.items() if v} == {
        "ReadFrames": ["FramesLayer", "FaceModelsLayer"],
        "RateAnswer": ["InferenceLayer", "ModelsLayer"],
        "Reconcile": ["InferenceLayer", "ModelsLayer"],
        "ScreenResume": ["ModelsLayer"],
        "Recalibrate": ["EstimationLayer"],
    }


def test_every_function_has_an_alarm_for_errors_throttles_and_duration(merged, functions):
    watched = {
        (json.dumps(a["Properties"]["Dimensions"][0]["Value"]), a["Properties"]["MetricName"])
        for a in merged.values()
        if a["Type"] == "AWS::CloudWatch::Alarm"
    }
    metrics = ("Errors", "Throttles", "Duration")
    wanted = {(json.dumps({"Ref": f}), metric) for f in functions for metric in metrics}
    assert wanted <= watched


def test_an_alarm_rings_before_a_function_is_cut_off(merged, functions):
    for name, function in functions.items():
        threshold = merged[f"{name}Duration"]["Properties"]["Threshold"]
        assert 0 < threshold < function["Properties"]["Timeout"] * 1000


def test_every_queue_has_an_alarm_for_waiting_and_for_entries_set_aside(merged):
    watched = {
        (json.dumps(a["Properties"]["Dimensions"][0]["Value"]), a["Properties"]["MetricName"])
        for a in merged.values()
        if a["Type"] == "AWS::CloudWatch::Alarm"
    }
    for name in QUEUES.values():
        dead = name.replace("Queue", "DeadLetters")
        age, depth = "ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"
        assert (json.dumps({"Fn::GetAtt": [name, "QueueName"]}), age) in watched
        assert (json.dumps({"Fn::GetAtt": [dead, "QueueName"]}), depth) in watched


def test_the_api_is_regional_compressed_and_traced(merged):
    api = merged["RestAPI"]["Properties"]
    assert api["EndpointConfiguration"] == "REGIONAL"
    assert (api["MinimumCompressionSize"], api["TracingEnabled"]) == (1024, True)


def test_logs_do_not_stay_for_ever(merged):
    groups = [r["Properties"] for r in merged.values() if r["Type"] == "AWS::Logs::LogGroup"]
    assert len(groups) == 10
    assert [g for g in groups if not g.get("RetentionInDays")] == []
