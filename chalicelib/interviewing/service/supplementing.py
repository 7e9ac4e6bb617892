"""A plain number that counts a declared share of one dimension, handed over from outside."""

from typing import Any

from chalicelib.foundation import ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing.scorecard import Supplement
from chalicelib.interviewing.service import sessions
from chalicelib.interviewing.states import OVER


@ledger.retried
def supplement(command: Command, session_id: str, given: Supplement | None) -> bool:
    """Keep the number for when the scorecard is made, or take it back; True while it can count.

    A session that is over takes no number, and keeps the scorecard that it has; what is taken back
    goes in any case. Of the same takes, what was told from fewer parts never replaces what was
    told from more. Raises SessionUnknown, StaleRecord.
    """
    row = sessions.session(session_id)
    over = row.state in OVER
    plain = dump(given) if given else None
    if row.supplement != plain and not (given and (over or _poorer(given, row.supplement))):
        row.supplement = plain
        ledger.commit(
            command,
            action="interview.supplemented",
            subject=row.person_id,
            changes=[row],
            detail={"session_id": session_id, "counts": bool(given)},
        )
    return not over


def _poorer(given: Supplement, kept: dict[str, Any] | None) -> bool:
    known = load(Supplement, kept) if kept else None
    return known is not None and known.takes == given.takes and given.frames < known.frames
