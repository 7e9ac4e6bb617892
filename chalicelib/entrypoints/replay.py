"""Answers kept under their Idempotency-Key, so that a repeated call hears the same again.

A convenience, not the guarantee: what makes a retry harmless is the ledger's command row.
"""

from typing import Any

from chalicelib.foundation.command import Command
from chalicelib.foundation.ledger import CommandReused, find_note, keep_note

KEEP_DAYS = 7
MAX_CHARACTERS = 200_000


def find(command: Command) -> Any | None:
    """The answer this command got before. Raises CommandReused for a twin with another payload."""
    note = find_note(f"answer#{command.id}")
    if note is None:
        return None
    if note["payload_hash"] != command.payload_hash:
        raise CommandReused(command_id=command.id)
    return note["answer"]


def keep(command: Command, answer: Any) -> None:
    """Keep an answer; one too large to keep is made again by running the command again."""
    if len(str(answer)) <= MAX_CHARACTERS:
        body = {"payload_hash": command.payload_hash, "answer": answer}
        keep_note(f"answer#{command.id}", body, KEEP_DAYS)
