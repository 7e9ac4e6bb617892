"""Leave to send frames: a few at a time, each under its own key, while law and person allow it."""

from dataclasses import dataclass
from typing import Any

from chalicelib.expression import policy
from chalicelib.expression.policy import Clip
from chalicelib.expression.service import asking
from chalicelib.foundation import storage
from chalicelib.foundation.observability import count
from chalicelib.records.consent import Ruling


@dataclass(frozen=True)
class Permit:
    """Whether frames may be sent, why not, and a signed upload for each that may."""

    ruling: Ruling
    posts: tuple[dict[str, Any], ...]


def permit(clip: Clip, numbers: range) -> Permit:
    """Ask law and person again, and sign an upload for each of these frames of a recording.

    Each upload takes one JPEG of at most 256 kB under one key for five minutes. Without leave
    there is none, and the answer goes on as it is.
    """
    ruling = asking.of_session(clip.session_id, clip.person_id)
    if not ruling.allowed:
        count("FramesRefused", session_id=clip.session_id, reason=ruling.reason)
        return Permit(ruling, ())
    allowed = (number for number in numbers if 1 <= number <= policy.MOST_FRAMES)
    posts = tuple(
        storage.upload_policy(
            clip.key(number),
            max_bytes=policy.MOST_BYTES,
            exact=True,
            content_type=policy.CONTENT_TYPE,
            seconds=policy.PERMIT_SECONDS,
        )
        for number in allowed
    )
    return Permit(ruling, posts)
