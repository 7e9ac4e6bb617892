"""What is read of the ledger beforehand: one read for a batch of commands, not two for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from chalicelib.foundation import audit
from chalicelib.foundation.command import Command
from chalicelib.foundation.ledger_tables import AuditRow, CommandRow, LedgerRow

#: Chains shorter than this are known after `look`; the end of a longer one is asked for by itself.
LOOKED_FAR = 4


@dataclass(frozen=True)
class Seen:
    """What was read of the ledger beforehand, once for many commands.

    done: command id -> payload hash, of those carried out. ends: subject -> (sequence, hash) of
    the last entry of its chain. asked: the command ids that were looked for.
    """

    done: Mapping[str, str] = field(default_factory=dict)
    ends: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()


NOTHING_SEEN = Seen()
#: The end of a chain that has no entry yet, such as that of a person who was just made up.
NO_ENTRY = (0, audit.GENESIS)


def look(commands: Iterable[Command], subjects: Iterable[str] = ()) -> Seen:
    """Read for many commands at once whether they were carried out, and where chains end."""
    asked = frozenset(command.id for command in commands)
    chains = {f"audit#{subject}": subject for subject in subjects}
    keys = [(f"command#{name}", "command") for name in asked]
    keys += [(key, f"{n:012d}") for key in chains for n in range(1, LOOKED_FAR + 1)]
    done: dict[str, str] = {}
    ends = dict.fromkeys(chains.values(), NO_ENTRY)
    for row in LedgerRow.batch_get(keys, consistent_read=True):
        if isinstance(row, CommandRow):
            done[row.pk.removeprefix("command#")] = row.payload_hash
        elif isinstance(row, AuditRow):
            name = chains[row.pk]
            ends[name] = max(ends[name], (int(row.sequence), row.entry_hash))
    known = {name: end for name, end in ends.items() if end[0] < LOOKED_FAR}
    return Seen(done, known, asked)
