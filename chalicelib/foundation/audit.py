"""The audit trail: per subject a chain in which every entry holds the hash of the one before."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.values import canonical

GENESIS = "0" * 64


@dataclass(frozen=True)
class Entry:
    """Who did what to which subject, when; `detail` holds ids, versions and counts only."""

    subject: str
    sequence: int
    action: str
    actor_id: str
    at: str
    correlation_id: str
    command_id: str
    detail: dict[str, Any]
    previous_hash: str

    def hash(self) -> str:
        """SHA-256 over the entry's canonical bytes, previous hash included."""
        return hashlib.sha256(canonical(self.__dict__)).hexdigest()


def first_break(entries: Iterable[tuple[Entry, str]]) -> int | None:
    """Where a chain stops being true.

    Parameters
    ----------
    entries : (entry, stored hash) in order of sequence, starting with sequence 1.

    Returns
    -------
    int or None
        The sequence number of the first entry that was edited, inserted, removed before, or
        moved; None when the whole chain holds.
    """
    previous = GENESIS
    for expected, (entry, stored) in enumerate(entries, start=1):
        moved = entry.sequence != expected or entry.previous_hash != previous
        if moved or entry.hash() != stored:
            return expected
        previous = stored
    return None
