"""One wish of one caller: its id makes a retry harmless, its actor makes it accountable."""

from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.foundation import clock, ids
from chalicelib.foundation.access import SYSTEM, Actor


@dataclass(frozen=True)
class Command:
    """A wish to change something.

    `id` is chosen by whoever wishes (Idempotency-Key, S3 version, webhook id, workflow state);
    the same id with another `payload_hash` is refused as a conflict.
    """

    id: str
    actor: Actor
    at: datetime
    correlation_id: str
    payload_hash: str = ""

    def new_id(self, label: str, length: int = ids.PART_LENGTH) -> str:
        """The id that this command gives to the thing called `label`, the same at each retry."""
        return ids.derived_id(f"{self.id}/{label}", length)

    def part(self, label: str) -> "Command":
        """A command for one step of a larger wish."""
        return replace(self, id=f"{self.id}/{label}")


def system_command(command_id: str, correlation_id: str = "") -> Command:
    """A command of the product itself: a trigger, a schedule, a workflow step."""
    return Command(command_id, SYSTEM, clock.now(), correlation_id or ids.random_id(16))
