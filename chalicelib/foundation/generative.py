"""Amazon Bedrock: one question to a language model that must answer by one tool."""

from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.cloud import client, error_code

#: The model answers within this or not at all; nobody waits for a second try.
PATIENCE_SECONDS = 25


class ReaderSilent(Exception):
    """No reading came; `reason` is a word for what people are told."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Question:
    """What is put to a model. `schema` is the JSON schema of the only tool's input."""

    model: str
    system: str
    text: str
    tool: str
    schema: dict[str, Any]
    most_tokens: int


@dataclass(frozen=True)
class Reply:
    """The tool's input as the model filled it in, unchecked, and what it cost in tokens."""

    given: dict[str, Any]
    tokens: int


_REASONS = {
    "ThrottlingException": "busy",
    "ServiceQuotaExceededException": "busy",
    "ModelNotReadyException": "busy",
    "ServiceUnavailableException": "busy",
    "InternalServerException": "busy",
    "ModelErrorException": "busy",
    "ModelTimeoutException": "timed_out",
    "AccessDeniedException": "not_allowed",
    "ResourceNotFoundException": "not_allowed",
    "ValidationException": "not_allowed",
}


def ask(question: Question) -> Reply:
    """Put the question, once.

    Raises
    ------
    ReaderSilent
        busy, timed_out, not_allowed, refused (the model or a guardrail would not), unreadable.
    """
    try:
        found = client("bedrock-runtime", PATIENCE_SECONDS, 1).converse(
            modelId=question.model,
            system=[{"text": question.system}],
            messages=[{"role": "user", "content": [{"text": question.text}]}],
            inferenceConfig={"maxTokens": question.most_tokens, "temperature": 0.0},
            toolConfig={
                "tools": [
                    {
                        "toolSpec": {
                            "name": question.tool,
                            "description": "Hands in the reading.",
                            "inputSchema": {"json": question.schema},
                        }
                    }
                ],
                "toolChoice": {"tool": {"name": question.tool}},
            },
        )
    except Exception as error:
        raise ReaderSilent(_reason(error)) from error
    if found.get("stopReason") in ("guardrail_intervened", "content_filtered"):
        raise ReaderSilent("refused")
    return Reply(_tool_input(found, question.tool), int(found["usage"]["totalTokens"]))


def _tool_input(found: dict[str, Any], tool: str) -> dict[str, Any]:
    for block in found["output"]["message"]["content"]:
        use = block.get("toolUse", {})
        if use.get("name") == tool and isinstance(use.get("input"), dict):
            given: dict[str, Any] = use["input"]
            return given
    raise ReaderSilent("refused" if found.get("stopReason") == "end_turn" else "unreadable")


def _reason(error: Exception) -> str:
    if type(error).__name__ in ("ReadTimeoutError", "ConnectTimeoutError"):
        return "timed_out"
    if type(error).__name__ == "EndpointConnectionError":
        return "busy"
    reason = _REASONS.get(error_code(error))
    if reason is None:
        raise error
    return reason
