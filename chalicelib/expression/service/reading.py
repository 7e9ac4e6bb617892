"""Frames as they come: the policy is asked once for each session of a batch, then they are read.

A frame may come twice, late, or never. The first reading of a number stands, and the picture is
deleted whatever became of it; an erasure or a withdrawal that comes later takes the reading too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.expression import frame
from chalicelib.expression.policy import FrameKeyInvalid, Place, place_of
from chalicelib.expression.reading import FrameReading, FrameReason
from chalicelib.expression.service import asking, counting
from chalicelib.expression.tables import Frame
from chalicelib.foundation import ids, ledger, storage
from chalicelib.foundation.command import Command, system_command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump
from chalicelib.records.consent import Ruling

KEPT_DAYS = 30


class NetworksMissing(RuntimeError):
    """What reads a face is not here: the frame goes back to the queue, and is not lost."""


class Handling(StrEnum):
    """What was done with a frame."""

    READ = "read"
    BARRED = "barred"
    KNOWN = "known"
    GONE = "gone"


@dataclass(frozen=True)
class Arrived:
    """A frame that has come: where it lies, and what tells this arrival from another."""

    key: str
    version: str = ""


@dataclass(frozen=True)
class FrameOutcome:
    """What became of one uploaded frame; `reason` is a message key or a frame reason."""

    handling: Handling
    reason: str
    reading: FrameReading | None = None


Ended = FrameOutcome | Exception


def read_all(pile: Sequence[Arrived]) -> list[Ended]:
    """Read the frames of a batch, those of one session together; each fails by itself.

    Returns
    -------
    What became of each frame, in their order: an outcome, or what is wrong with it
    (FrameKeyInvalid, StaleRecord, Unavailable).
    """
    ended: dict[Arrived, Ended] = {}
    groups: dict[str, dict[Arrived, Place]] = {}
    for item in pile:
        try:
            place = place_of(item.key)
        except FrameKeyInvalid as problem:
            ended[item] = problem
        else:
            groups.setdefault(place.clip.session_id, {})[item] = place
    for session_id, group in groups.items():
        ended |= _session(session_id, group)
    return [ended[item] for item in pile]


def _session(session_id: str, group: dict[Arrived, Place]) -> dict[Arrived, Ended]:
    try:
        ruling = asking.of_session(session_id, ids.person_of(session_id))
        work = _read if ruling.allowed else _discard
        return work(session_id, group, ruling)
    except Exception as problem:
        return dict.fromkeys(group, problem)


def _discard(session_id: str, group: dict[Arrived, Place], ruling: Ruling) -> dict[Arrived, Ended]:
    """Delete unread what may not be read."""
    for item in group:
        storage.delete(item.key)
    ledger.commit(
        _command("barred", group),
        action="frame.barred",
        subject=ids.person_of(session_id),
        detail={"session_id": session_id, "reason": ruling.reason, "frames": len(group)},
    )
    count("FrameBarred", len(group), session_id=session_id, reason=ruling.reason)
    return dict.fromkeys(group, FrameOutcome(Handling.BARRED, ruling.reason))


def _read(session_id: str, group: dict[Arrived, Place], _: Ruling) -> dict[Arrived, Ended]:
    known = _known(group)
    found: dict[Arrived, Ended] = {}
    for item, place in group.items():
        found[item] = _one(item, place, known)
        known.add(place.item_id)
    read = {
        group[item]: outcome.reading
        for item, outcome in found.items()
        if isinstance(outcome, FrameOutcome) and outcome.reading
    }
    if read:
        _keep(_command("frames", group), session_id, read)
    for item, outcome in found.items():
        if isinstance(outcome, FrameOutcome):
            storage.delete(item.key)
    return found


def _one(item: Arrived, place: Place, known: set[str]) -> Ended:
    if place.item_id in known:
        return FrameOutcome(Handling.KNOWN, "known")
    try:
        reading = frame.read(storage.read(item.key))
    except NotFound:
        return FrameOutcome(Handling.GONE, "gone")
    except Exception as problem:
        return problem
    if reading.reason is FrameReason.NO_MODEL:
        return NetworksMissing(f"{item.key} waits for the networks that read it")
    return FrameOutcome(Handling.READ, reading.reason.value, reading)


def _known(group: dict[Arrived, Place]) -> set[str]:
    """The frames of a batch whose readings stand already."""
    keys = {(place.clip.person_id, place.item_id) for place in group.values()}
    return {str(row.item_id) for row in Frame.batch_get(list(keys), consistent_read=True)}


@ledger.retried
def _keep(command: Command, session_id: str, read: dict[Place, FrameReading]) -> None:
    person_id = ids.person_of(session_id)
    first = counting.counted(person_id)
    rows = [_row(place, reading) for place, reading in read.items()]
    done = ledger.commit(
        command,
        action="frames.read",
        subject=person_id,
        changes=[*rows, *first],
        detail={"session_id": session_id, "frames": len(rows)},
    )
    if done:
        count("FrameRead", len(rows), session_id=session_id)
    if done and first:
        counting.tell()


def _row(place: Place, reading: FrameReading) -> Frame:
    clip = place.clip
    return Frame(
        clip.person_id,
        place.item_id,
        session_id=clip.session_id,
        question_id=clip.question_id,
        take=clip.take,
        began=clip.began,
        number=place.number,
        reader=reading.reader,
        reading=dump(reading),
        expires_at=ledger.expires(KEPT_DAYS),
    )


def _command(verb: str, group: dict[Arrived, Place]) -> Command:
    """The command of these very arrivals: the same when the same ones come again together."""
    names = sorted(f"{item.key}@{item.version}" for item in group)
    return system_command(f"{verb}-{ids.derived_id('|'.join(names), 26)}")
