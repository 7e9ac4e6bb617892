"""The only door to frames: the policy is asked before a single byte is opened."""

import re
from dataclasses import dataclass
from enum import StrEnum

from pynamodb.exceptions import DoesNotExist

from chalicelib.expression import frame, summary
from chalicelib.expression.answer import AnswerExpression
from chalicelib.expression.reading import FrameReading
from chalicelib.expression.tables import Frame
from chalicelib.foundation import ids, ledger, storage
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Invalid, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load
from chalicelib.records import service as records
from chalicelib.records.consent import Purpose, Rule, Ruling

KEPT_DAYS = 30
_KEY = re.compile(r"frames/([a-z2-7]{16}-[a-z0-9-]+)/([a-z0-9-]+)/(\d{1,3})/(\d{3})\.jpe?g")


class FrameKeyInvalid(Invalid):
    """A frame lies under a key that belongs to no answer."""

    code = "frame-key-invalid"


class Handling(StrEnum):
    """What was done with a frame."""

    READ = "read"
    BARRED = "barred"
    GONE = "gone"


@dataclass(frozen=True)
class FrameOutcome:
    """What became of one uploaded frame; `reason` is a message key or a frame reason."""

    handling: Handling
    reason: str
    reading: FrameReading | None = None


@dataclass(frozen=True)
class _Place:
    session_id: str
    question_id: str
    take: int
    number: str

    @property
    def person_id(self) -> str:
        return ids.person_of(self.session_id)

    @property
    def item_id(self) -> str:
        return f"frame#{self.session_id}#{self.question_id}#{self.take}#{self.number}"


def allowed(person_id: str, requisition_id: str) -> Ruling:
    """Whether frames may be taken for this person and requisition. Raises NotFound."""
    job = records.requisition(requisition_id)
    ruling = records.may_process(person_id, Purpose.EXPRESSION, requisition_id)
    if ruling.allowed and not job.expression:
        return Ruling(False, ruling.rule, "expression.switched-off", "job")
    return ruling


def read(command: Command, key: str, requisition_id: str = "") -> FrameOutcome:
    """Read one uploaded frame if the law and the person allow it, then delete the picture.

    A barred frame is deleted unread; without `requisition_id` every requisition that the session's
    person is considered for must allow it. Raises FrameKeyInvalid, NotFound, StaleRecord.
    """
    place = _place(key)
    ruling = _ruling(place, requisition_id)
    if not ruling.allowed:
        return _discard(command, key, place, ruling)
    try:
        picture = storage.read(key)
    except NotFound:
        return _known(place)
    reading = frame.read(picture)
    _keep(command, place, reading)
    storage.delete(key)
    return FrameOutcome(Handling.READ, reading.reason.value, reading)


def summary_of(session_id: str, question_id: str, take: int) -> AnswerExpression:
    """The figures of one answer's frames, all "not measured" while there is no model."""
    rows = Frame.query(
        ids.person_of(session_id),
        Frame.item_id.startswith(f"frame#{session_id}#{question_id}#{take}#"),
        consistent_read=True,
    )
    return summary.summarise([load(FrameReading, row.reading) for row in rows])


def _ruling(place: _Place, requisition_id: str) -> Ruling:
    names = [requisition_id] if requisition_id else _requisitions(place)
    rulings = [allowed(place.person_id, name) for name in names]
    barred = [ruling for ruling in rulings if not ruling.allowed]
    nothing = Ruling(False, Rule.BARRED, "expression.no-application", "job")
    return (barred or rulings or [nothing])[0]


def _requisitions(place: _Place) -> list[str]:
    """The session's requisition where its row is known, else all that the person applied for."""
    rows = [row for row in records.file_of(place.person_id) if hasattr(row, "requisition_id")]
    own = [row for row in rows if getattr(row, "session_id", "") == place.session_id]
    return sorted({str(row.requisition_id) for row in own or rows})


def _place(key: str) -> _Place:
    match = _KEY.fullmatch(key)
    if match is None:
        raise FrameKeyInvalid()
    return _Place(match[1], match[2], int(match[3]), match[4])


def _discard(command: Command, key: str, place: _Place, ruling: Ruling) -> FrameOutcome:
    storage.delete(key)
    ledger.commit(
        command,
        action="frame.barred",
        subject=place.person_id,
        detail={"session_id": place.session_id, "reason": ruling.reason},
    )
    count("FrameBarred", session_id=place.session_id, reason=ruling.reason)
    return FrameOutcome(Handling.BARRED, ruling.reason)


@ledger.retried
def _keep(command: Command, place: _Place, reading: FrameReading) -> None:
    try:
        row = Frame.get(place.person_id, place.item_id, consistent_read=True)
    except DoesNotExist:
        row = Frame(place.person_id, place.item_id, session_id=place.session_id)
    row.question_id, row.take = place.question_id, place.take
    row.reader, row.reading = reading.reader, dump(reading)
    row.expires_at = ledger.expires(KEPT_DAYS)
    ledger.commit(
        command,
        action="frame.read",
        subject=place.person_id,
        changes=[row],
        detail={"session_id": place.session_id, "state": reading.state.value},
    )
    count("FrameRead", session_id=place.session_id, state=reading.state.value)


def _known(place: _Place) -> FrameOutcome:
    """The picture is gone: it was read before, and the event came twice."""
    try:
        row = Frame.get(place.person_id, place.item_id, consistent_read=True)
    except DoesNotExist:
        return FrameOutcome(Handling.GONE, "gone")
    reading = load(FrameReading, row.reading)
    return FrameOutcome(Handling.READ, reading.reason.value, reading)
