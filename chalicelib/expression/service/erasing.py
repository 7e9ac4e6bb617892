"""Readings that a person wants gone: by who reads frames, since nobody else may delete any."""

from chalicelib.expression.tables import Frame
from chalicelib.foundation import ledger, orchestration, storage
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count

#: A batch that was under way when the person said no has ended by then.
AGAIN_AFTER_SECONDS = 90


def ask_for_erasure(command: Command, person_id: str) -> None:
    """Have all readings of a person and all frames on their way erased, now and once more later.

    Nothing is lost by asking twice.
    """
    for delay_seconds in (0, AGAIN_AFTER_SECONDS):
        wish = {"person_id": person_id, "command_id": f"{command.id}/erase-{delay_seconds}"}
        orchestration.send_frame_job("erase", wish, delay_seconds)


def erase(command: Command, person_id: str) -> int:
    """Delete every reading and every waiting frame of a person; returns how many went.

    That frames of this person were once read stays counted.
    """
    keys = _waiting(person_id)
    for key in keys:
        storage.delete(key)
    rows = list(Frame.query(person_id, Frame.item_id.startswith("frame#"), consistent_read=True))
    with Frame.batch_write() as batch:
        for row in rows:
            batch.delete(row)
    gone = len(rows) + len(keys)
    if gone:
        detail = {"readings": len(rows), "frames": len(keys)}
        ledger.commit(command, action="frames.erased", subject=person_id, detail=detail)
        count("FramesErased", gone)
    return gone


def _waiting(person_id: str) -> list[str]:
    return storage.list_keys(f"frames/{person_id}-")
