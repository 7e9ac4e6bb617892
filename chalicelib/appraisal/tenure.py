"""How long somebody was in post: windows of 6 and 12 months, leavers, retention as an outcome."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from chalicelib.foundation.errors import Invalid

WINDOWS = (6, 12)


class Leaving(StrEnum):
    """Why somebody left: by their own wish, by the company's, or neither (retirement, death …)."""

    RESIGNED = "resigned"
    DISMISSED = "dismissed"
    CONTRACT_ENDED = "contract_ended"
    OTHER = "other"


class LeavingDate(Invalid):
    """Not a date, before the hire, or in the future."""

    code = "leaving-date"


@dataclass(frozen=True)
class Retention:
    """Whether one person was still in post 6 and 12 months after the hire.

    None where that day has not come yet: a person in post is not a leaver, nor retained so far.
    """

    person_id: str
    hired_on: str
    left_on: str
    leaving: str
    retained: dict[int, bool | None]


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another, never below 0."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return max(0, months - (end.day < start.day and not _month_end(end)))


def _month_end(day: date) -> bool:
    return day.month != date.fromordinal(day.toordinal() + 1).month


def check_leaving(hired_on: str, left_on: str, today: str) -> str:
    """The last day in post, ISO, when it can be one. Raises LeavingDate."""
    try:
        sound = date.fromisoformat(hired_on[:10]) <= date.fromisoformat(left_on)
    except ValueError:
        sound = False
    if not sound or left_on > today:
        raise LeavingDate(left_on=left_on, hired_on=hired_on[:10])
    return left_on


def window(hired_on: str, left_on: str, as_of: str) -> tuple[int, int]:
    """Months in post by a day, and the widest window (12, 6 or 0 months) that they fill.

    Parameters
    ----------
    hired_on, left_on, as_of : ISO dates; `left_on` empty for somebody in post.
    """
    last = min(left_on, as_of) if left_on else as_of
    after = date.fromisoformat(last[:10]) + timedelta(days=1)  # the last day is worked as well
    months = months_between(date.fromisoformat(hired_on[:10]), after)
    return months, max((each for each in WINDOWS if months >= each), default=0)


def retention(
    person_id: str, hired_on: str, left_on: str, leaving: str, *, as_of: str
) -> Retention:
    """Whether a person was in post at 6 and 12 months, as far as `as_of` (ISO) can tell."""
    stayed, _ = window(hired_on, left_on, as_of)
    gone = bool(left_on) and left_on <= as_of
    found: dict[int, bool | None] = {
        months: True if stayed >= months else (False if gone else None) for months in WINDOWS
    }
    return Retention(person_id, hired_on[:10], left_on, leaving, found)
