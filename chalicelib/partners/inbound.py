"""What partners may send, and what it does. A new message is a function under `@inbound(...)`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Invalid
from chalicelib.onboarding import service as onboarding

Effect = Callable[[Command, Mapping[str, Any]], None]


class WebhookMalformed(Invalid):
    """The signed body is not in the agreed form; `where` names the field."""

    code = "webhook-malformed"


@dataclass(frozen=True)
class Incoming:
    """One message type: what it does, and the event it answers; only who hears that may send it."""

    event: str
    answers: str
    effect: Effect


INCOMING: dict[str, Incoming] = {}


def inbound(event: str, *, answers: str) -> Callable[[Effect], Effect]:
    """Register what a message of this type does."""

    def register(effect: Effect) -> Effect:
        INCOMING[event] = Incoming(event, answers, effect)
        return effect

    return register


@inbound("background-check.completed", answers="background-check.requested")
def background_check_completed(command: Command, data: Mapping[str, Any]) -> None:
    """The report of a background check: kept, and the hire goes on."""
    onboarding.record_report(command, text(data, "application_id"), data.get("report"))


@inbound("onboarding-step.completed", answers="onboarding-step.opened")
def onboarding_step_completed(command: Command, data: Mapping[str, Any]) -> None:
    """A partner's step of the checklist is done."""
    onboarding.close_step(
        command, text(data, "application_id"), text(data, "step_key"), owner="partner"
    )


def text(data: Mapping[str, Any], name: str) -> str:
    """A short, non-empty text of a message. Raises WebhookMalformed."""
    value = data.get(name)
    if not isinstance(value, str) or not 1 <= len(value) <= 200:
        raise WebhookMalformed(where=f"data.{name}")
    return value
