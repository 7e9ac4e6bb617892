"""A plain number that counts a declared share of one dimension, handed over from outside."""

from chalicelib.foundation import ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.values import dump
from chalicelib.interviewing.scorecard import Supplement
from chalicelib.interviewing.service import sessions
from chalicelib.interviewing.states import OVER


@ledger.retried
def supplement(command: Command, session_id: str, given: Supplement | None) -> bool:
    """Keep the number for when the scorecard is made, or take it back; True while it can count.

    A session that is over keeps what its scorecard was made with. Raises SessionUnknown,
    StaleRecord.
    """
    row = sessions.session(session_id)
    if row.state in OVER:
        return False
    plain = dump(given) if given else None
    if row.supplement != plain:
        row.supplement = plain
        ledger.commit(
            command,
            action="interview.supplemented",
            subject=row.person_id,
            changes=[row],
            detail={"session_id": session_id, "counts": bool(given)},
        )
    return True
