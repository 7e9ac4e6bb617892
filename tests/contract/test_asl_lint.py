"""The workflow linter sees what the emulator and the other linters let pass."""

import copy
import json

import pytest

from infra import asl_lint, bundle

SOUND = {
    "StartAt": "Ask",
    "States": {
        "Ask": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "Parameters": {"Payload": {"token.$": "$$.Task.Token", "id.$": "$.id"}},
            "TimeoutSeconds": 60,
            "ResultPath": "$.answer",
            "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 2}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Stop"}],
            "Next": "Yes?",
        },
        "Yes?": {
            "Type": "Choice",
            "Choices": [{"Variable": "$.answer.yes", "BooleanEquals": True, "Next": "Go"}],
            "Default": "Stop",
        },
        "Go": {"Type": "Succeed"},
        "Stop": {"Type": "Fail", "Error": "No", "Cause": "said so"},
    },
}


def findings(change) -> str:
    machine = copy.deepcopy(SOUND)
    change(machine["States"])
    return " | ".join(str(finding) for finding in asl_lint.lint(machine))


def test_a_sound_workflow_has_no_findings():
    assert asl_lint.lint(SOUND) == []


@pytest.mark.parametrize(
    ("expected", "change"),
    [
        ("Ask: unknown field Timeout", lambda s: s["Ask"].update(Timeout=5)),
        (
            "Ask: unknown field MaxAttempt in Retry",
            lambda s: s["Ask"]["Retry"][0].update(MaxAttempt=5),
        ),
        ("Ask: unknown field Goto in Catch", lambda s: s["Ask"]["Catch"][0].update(Goto="Go")),
        ("goes to a state that is not there: 'Gone'", lambda s: s["Yes?"].update(Default="Gone")),
        ("goes to a state that is not there: 'X'", lambda s: s["Ask"]["Catch"][0].update(Next="X")),
        ("Island: is never reached", lambda s: s.update(Island={"Type": "Succeed"})),
        ("Ask: ResultPath is no path", lambda s: s["Ask"].update(ResultPath="answer")),
        ("Ask: ResultPath is no path", lambda s: s["Ask"].update(ResultPath="$.answer[")),
        (
            "Ask: id.$ is no path",
            lambda s: s["Ask"]["Parameters"]["Payload"].update({"id.$": "id"}),
        ),
        (
            "Ask: id.$ is no path or intrinsic: \"States.Fromat('{}', $.id)\"",
            lambda s: s["Ask"]["Parameters"]["Payload"].update(
                {"id.$": "States.Fromat('{}', $.id)"}
            ),
        ),
        (
            "Ask: id.$ is no path or intrinsic",
            lambda s: s["Ask"]["Parameters"]["Payload"].update(
                {"id.$": "States.Format('{}', $.id"}
            ),
        ),
        (
            "Ask: id holds the path '$.id' as plain text",
            lambda s: s["Ask"]["Parameters"]["Payload"].update({"id": "$.id"}),
        ),
        ("Ask: needs exactly one of Next and End", lambda s: s["Ask"].pop("Next")),
        ("Ask: needs exactly one of Next and End", lambda s: s["Ask"].update(End=True)),
        ("Yes?: has no Default", lambda s: s["Yes?"].pop("Default")),
        ("Yes?: has a choice without Next", lambda s: s["Yes?"]["Choices"][0].pop("Next")),
        ("Go: unknown Type 'Suceed'", lambda s: s["Go"].update(Type="Suceed")),
        ("Ask: waits without TimeoutSeconds", lambda s: s["Ask"].pop("TimeoutSeconds")),
        (
            "Ask: waits for a token that nobody is given",
            lambda s: s["Ask"]["Parameters"]["Payload"].pop("token.$"),
        ),
        (
            "Ask: gives $$.Task.Token away without waiting",
            lambda s: s["Ask"].update(Resource="arn:aws:states:::lambda:invoke"),
        ),
        (
            "Ask: States.ALL must come last in Catch",
            lambda s: s["Ask"]["Catch"].append({"ErrorEquals": ["Mine"], "Next": "Stop"}),
        ),
    ],
)
def test_a_planted_fault_is_found(expected, change):
    assert expected in findings(change)


def test_a_start_that_names_no_state_is_found():
    found = asl_lint.lint(SOUND | {"StartAt": "Nowhere"})
    assert "(machine): StartAt names no state: 'Nowhere'" in [str(finding) for finding in found]


def test_faults_inside_a_map_are_found():
    machine = json.loads((bundle.ROOT / "infra/hire.asl.json").read_text())
    inner = machine["States"]["Run the onboarding steps"]["ItemProcessor"]["States"]
    inner["Wait until the step is closed"]["Parameters"]["Payload"].pop("token.$")
    assert [finding.state for finding in asl_lint.lint(machine)] == [
        "Wait until the step is closed"
    ]


def test_a_finding_ends_the_command_with_one(tmp_path, capsys):
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(SOUND | {"StartAt": "Nowhere"}))
    assert asl_lint.main([str(broken)]) == 1
    assert "StartAt names no state" in capsys.readouterr().out
