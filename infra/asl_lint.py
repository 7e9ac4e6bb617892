"""Reads a workflow the way Step Functions would and names what it would refuse or never reach.

The emulator accepts anything, and each linter at hand misses something: misspelt fields
(asl-validator), missing targets and unreachable states (cfn-lint). This one reads JSONPath only.
`python -m infra.asl_lint infra/hire.asl.json` prints the findings, one a line, and exits 1 if any.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

State = dict[str, Any]

_MACHINE = {"Comment", "StartAt", "States", "TimeoutSeconds", "Version", "QueryLanguage"}
_ANY = {"Type", "Comment", "InputPath", "OutputPath"}
_GOES_ON = _ANY | {"Next", "End"}
_WORKS = _GOES_ON | {"ResultPath", "ResultSelector", "Parameters", "Retry", "Catch"}
_TASK_TIMES = {"TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"}
_MAP_ONLY = {"ItemProcessor", "Iterator", "ItemsPath", "ItemSelector", "MaxConcurrency"}
_MAP_ONLY |= {"MaxConcurrencyPath", "ItemReader", "ItemBatcher", "ResultWriter", "Label"}
_MAP_ONLY |= {"ToleratedFailureCount", "ToleratedFailurePercentage"}
_FIELDS = {
    "Task": _WORKS | _TASK_TIMES | {"Resource", "Credentials"},
    "Pass": _GOES_ON | {"Result", "ResultPath", "Parameters"},
    "Choice": _ANY | {"Choices", "Default"},
    "Wait": _GOES_ON | {"Seconds", "SecondsPath", "Timestamp", "TimestampPath"},
    "Parallel": _WORKS | {"Branches"},
    "Map": _WORKS | _MAP_ONLY,
    "Succeed": _ANY,
    "Fail": {"Type", "Comment", "Error", "ErrorPath", "Cause", "CausePath"},
}
_RETRY = {"ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds"}
_RETRY |= {"JitterStrategy", "Comment"}
_CATCH = {"ErrorEquals", "Next", "ResultPath", "Comment"}
_PATH_FIELDS = {"InputPath", "OutputPath", "ResultPath", "ItemsPath", "Variable", "ErrorPath"}
_PATH_FIELDS |= {"CausePath", "SecondsPath", "TimestampPath", "TimeoutSecondsPath"}
_PATH_FIELDS |= {"HeartbeatSecondsPath", "MaxConcurrencyPath"}
_PATH = re.compile(r"^\$(\.[A-Za-z_]\w*|\[(\d+|\*|'[^']+')\])*$")
_CONTEXT = re.compile(r"^\$\$\.(Execution|State|StateMachine|Task|Map)(\.[A-Za-z]\w*)*$")
_INTRINSIC = re.compile(r"^States\.(\w+)\((.*)\)$", re.DOTALL)
_INTRINSICS = set(
    "Format StringToJson JsonToString Array ArrayPartition ArrayContains ArrayRange ArrayGetItem "
    "ArrayLength ArrayUnique Base64Encode Base64Decode Hash JsonMerge MathRandom MathAdd "
    "StringSplit UUID".split()
)
_TOKEN = "$$.Task.Token"  # noqa: S105 - a path, not a secret


@dataclass(frozen=True)
class Finding:
    """One thing to mend."""

    state: str
    what: str

    def __str__(self) -> str:
        return f"{self.state}: {self.what}"


def lint(machine: dict[str, Any]) -> list[Finding]:
    """Everything wrong with a workflow.

    Parameters
    ----------
    machine : dict
        The definition, substitutions (`${Name}`) still in place.

    Returns
    -------
    list of Finding
        In the order of the states; empty when it is sound.

    Source: the Amazon States Language specification, states-language.net.
    """
    unknown = [
        Finding("(machine)", f"unknown field {key}") for key in sorted(machine.keys() - _MACHINE)
    ]
    return unknown + list(_lint_states(machine, "(machine)"))


def _lint_states(machine: dict[str, Any], where: str) -> Iterator[Finding]:
    states: dict[str, State] = machine.get("States", {})
    for name in sorted({machine.get("StartAt", "")} - states.keys()):
        yield Finding(where, f"StartAt names no state: {name!r}")
    for name, state in states.items():
        yield from _lint_state(name, state, states)
    for name in states.keys() - _reached(machine):
        yield Finding(name, "is never reached")


def _lint_state(name: str, state: State, states: dict[str, State]) -> Iterator[Finding]:
    kind = state.get("Type", "")
    if kind not in _FIELDS:
        yield Finding(name, f"unknown Type {kind!r}")
        return
    for key in sorted(state.keys() - _FIELDS[kind]):
        yield Finding(name, f"unknown field {key}")
    for target in _targets(state):
        if target not in states:
            yield Finding(name, f"goes to a state that is not there: {target!r}")
    yield from _lint_ending(name, state)
    yield from _lint_handlers(name, state)
    yield from _lint_paths(name, {k: v for k, v in state.items() if k not in _INNER})
    yield from _lint_token(name, state)
    for inner in _inner_machines(state):
        yield from _lint_states(inner, name)


_INNER = {"ItemProcessor", "Iterator", "Branches", "Result"}


def _lint_ending(name: str, state: State) -> Iterator[Finding]:
    kind = state["Type"]
    if "Next" in _FIELDS[kind] and ("Next" in state) == bool(state.get("End")):
        yield Finding(name, "needs exactly one of Next and End")
    if kind == "Choice" and not state.get("Choices"):
        yield Finding(name, "has no Choices")
    if kind == "Choice" and "Default" not in state:
        yield Finding(name, "has no Default, so an unforeseen value would end the execution")
    for choice in state.get("Choices", []):
        if "Next" not in choice:
            yield Finding(name, "has a choice without Next")


def _lint_handlers(name: str, state: State) -> Iterator[Finding]:
    for field, known in (("Retry", _RETRY), ("Catch", _CATCH)):
        for handler in state.get(field, []):
            for key in sorted(handler.keys() - known):
                yield Finding(name, f"unknown field {key} in {field}")
            if not handler.get("ErrorEquals"):
                yield Finding(name, f"{field} without ErrorEquals")
        every = [h for h in state.get(field, []) if "States.ALL" in h.get("ErrorEquals", [])]
        if every and every[0] is not state[field][-1]:
            yield Finding(name, f"States.ALL must come last in {field}")


def _lint_paths(name: str, value: Any, field: str = "") -> Iterator[Finding]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lint_paths(name, inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _lint_paths(name, inner, field)
    elif field.endswith(".$") or field in _PATH_FIELDS:
        computed = field.endswith(".$")
        if not _is_readable(value, computed) and not (value is None and not computed):
            yield Finding(name, f"{field} is no path or intrinsic: {value!r}")
    elif isinstance(value, str) and value.startswith("$") and not value.startswith("${"):
        yield Finding(name, f"{field} holds the path {value!r} as plain text; its name lacks '.$'")


def _is_readable(value: Any, computed: bool) -> bool:
    if not isinstance(value, str):
        return False
    if _PATH.match(value) or _CONTEXT.match(value):
        return True
    call = _INTRINSIC.match(value)
    return bool(computed and call and call[1] in _INTRINSICS and _balanced(call[2]))


def _balanced(text: str) -> bool:
    bare = re.sub(r"'(?:\\.|[^'\\])*'", "", text)
    depth = 0
    for sign in bare:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0 and "'" not in bare


def _lint_token(name: str, state: State) -> Iterator[Finding]:
    waits = str(state.get("Resource", "")).endswith(".waitForTaskToken")
    tells = _TOKEN in json.dumps(state.get("Parameters", {}))
    if waits and not tells:
        yield Finding(name, f"waits for a token that nobody is given ({_TOKEN})")
    if tells and not waits:
        yield Finding(name, f"gives {_TOKEN} away without waiting for it")
    if waits and not state.keys() & {"TimeoutSeconds", "TimeoutSecondsPath"}:
        yield Finding(name, "waits without TimeoutSeconds")


def _targets(state: State) -> list[str]:
    nexts = [state.get("Next"), state.get("Default")]
    nexts += [item.get("Next") for key in ("Choices", "Catch") for item in state.get(key, [])]
    return [target for target in nexts if target is not None]


def _inner_machines(state: State) -> list[dict[str, Any]]:
    return [*state.get("Branches", [])] + [
        state[k] for k in ("ItemProcessor", "Iterator") if k in state
    ]


def _reached(machine: dict[str, Any]) -> set[str]:
    states, seen, ahead = machine.get("States", {}), set(), [machine.get("StartAt", "")]
    while ahead:
        name = ahead.pop()
        if name in states and name not in seen:
            seen.add(name)
            ahead += _targets(states[name])
    return seen


def main(paths: list[str]) -> int:
    """Print the findings of every file; 1 when there is one."""
    found = [(path, item) for path in paths for item in lint(json.loads(Path(path).read_text()))]
    for path, item in found:
        print(f"{path}: {item}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
