"""Which frames may come, under which keys, and when the number of faces asks for a filing."""

import re
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation import ids
from chalicelib.foundation.errors import Invalid

#: Bytes of one frame: 720 pixels at JPEG quality 80 take about 60 kB.
MOST_BYTES = 256 * 1024
CONTENT_TYPE = "image/jpeg"
#: A frame a second; its number is the second of the recording, so ten minutes at most.
SECONDS_PER_FRAME = 1.0
MOST_FRAMES = 600
MOST_AT_ONCE = 10
#: A permit is for frames that the page holds already.
PERMIT_SECONDS = 300
MOST_TAKES = 9
#: The two seconds in which a person looks at the lens and at the text, under no question.
LENS = "lens"

#: Source: 人脸识别技术应用安全管理办法 (2025-06-01), Art. 15: 100,000 faces are to be filed.
FILING_AT = 100_000
ALARM_AT = 80_000

_KEY = re.compile(
    r"frames/([a-z2-7]{16}-[a-z0-9-]+)/([a-z0-9-]+)/([1-9])/([0-9]{10})/([0-9]{4})\.jpg"
)


class FrameKeyInvalid(Invalid):
    """A frame lies under a key that belongs to no answer."""

    code = "frame-key-invalid"


class FrameTakeUnknown(Invalid):
    """Frames for a take that is neither the last nor the next one of its answer."""

    code = "frame-take-unknown"


class Filing(StrEnum):
    """What the number of people whose frames were read asks of the company."""

    NONE = "none"
    PREPARE = "prepare"
    DUE = "due"


@dataclass(frozen=True)
class Clip:
    """One recording: `began` are epoch seconds by the phone, which orders a take's recordings."""

    session_id: str
    question_id: str
    take: int
    began: int

    @property
    def person_id(self) -> str:
        """Whose face it is."""
        return ids.person_of(self.session_id)

    def key(self, number: int) -> str:
        """Where the frame of one second lies in storage."""
        place = f"{self.session_id}/{self.question_id}/{self.take}/{self.began:010d}"
        return f"frames/{place}/{number:04d}.jpg"

    def item_id(self, number: int) -> str:
        """The id of its reading."""
        start = f"frame#{self.session_id}#{self.question_id}#{self.take}"
        return f"{start}#{self.began:010d}#{number:04d}"


@dataclass(frozen=True)
class Place:
    """One frame: its recording and its number, the second of the recording (1 to 600)."""

    clip: Clip
    number: int

    @property
    def item_id(self) -> str:
        """The id of its reading."""
        return self.clip.item_id(self.number)


def place_of(key: str) -> Place:
    """The frame that a key in storage stands for. Raises FrameKeyInvalid."""
    match = _KEY.fullmatch(key)
    if match is None or not 1 <= int(match[5]) <= MOST_FRAMES:
        raise FrameKeyInvalid()
    return Place(Clip(match[1], match[2], int(match[3]), int(match[4])), int(match[5]))


def filing(people: int) -> Filing:
    """What so many people, ever read, ask for.

    Source: see `FILING_AT`; the alarm comes a fifth before, since a filing takes weeks.
    """
    if people >= FILING_AT:
        return Filing.DUE
    return Filing.PREPARE if people >= ALARM_AT else Filing.NONE
