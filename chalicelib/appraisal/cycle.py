"""An appraisal cycle's lawful moves: open while people are rated, locked for good afterwards."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chalicelib.foundation.errors import Conflict, Invalid

LOWEST_RATING, HIGHEST_RATING = 1, 5


class CycleState(StrEnum):
    """Where a cycle stands."""

    OPEN = "open"
    LOCKED = "locked"


class CycleLocked(Conflict):
    """The cycle is locked; what it says does not change any more."""

    code = "cycle-locked"


class CycleStillOpen(Conflict):
    """Outcomes are given out only when nobody can change them any more."""

    code = "cycle-still-open"


class CycleIncomplete(Conflict):
    """Somebody listed has neither a rating nor a reason for having none."""

    code = "cycle-incomplete"


class RatingOutOfScale(Invalid):
    """A rating is a whole number from 1 to 5."""

    code = "rating-out-of-scale"


class CycleTooLarge(Invalid):
    """More employees than one cycle holds."""

    code = "cycle-too-large"


class CycleEmpty(Invalid):
    """Nobody of the job family was at work in the period."""

    code = "cycle-empty"


class CycleDates(Invalid):
    """A period needs two dates, the first before the last."""

    code = "cycle-dates"


class NotListed(Invalid):
    """The person is not listed in this cycle."""

    code = "not-in-cycle"


class ReasonMissing(Invalid):
    """An excuse needs its reason."""

    code = "reason-missing"


@dataclass(frozen=True)
class Entry:
    """What a cycle holds on one person: a rating 1–5, or why there is none.

    `contaminated` says that the rater could see the interview scores. `research` holds one rating
    1–5 for each rater of the research form who could not.
    """

    rating: int | None = None
    excuse: str = ""
    contaminated: bool = False
    research: tuple[float, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether the cycle may be locked as far as this person goes."""
        return self.rating is not None or bool(self.excuse)


def check_period(starts_on: str, ends_on: str) -> None:
    """Let a period of two ISO dates stand, or raise.

    Raises
    ------
    CycleDates
        Not dates, or the start is not before the end.
    """
    try:
        lawful = date.fromisoformat(starts_on) < date.fromisoformat(ends_on)
    except ValueError:
        lawful = False
    if not lawful:
        raise CycleDates(starts_on=starts_on, ends_on=ends_on)


def check_rating(rating: int) -> int:
    """The rating itself, 1–5.

    Raises
    ------
    RatingOutOfScale
        Not a whole number on the scale.
    """
    if isinstance(rating, bool) or not LOWEST_RATING <= rating <= HIGHEST_RATING:
        raise RatingOutOfScale(rating=rating, low=LOWEST_RATING, high=HIGHEST_RATING)
    return rating


def check_entry(state: CycleState, listed: Collection[str], person_id: str) -> None:
    """Let a rating or an excuse be entered, or raise.

    Raises
    ------
    CycleLocked, NotListed
    """
    if state is CycleState.LOCKED:
        raise CycleLocked()
    if person_id not in listed:
        raise NotListed(person_id=person_id)


class CycleNotOver(Conflict):
    """A cycle is locked when its period is over, not before: then there are outcomes."""

    code = "cycle-not-over"


def check_over(ends_on: str, today: str) -> None:
    """Let a cycle be locked whose period is over; ISO dates. Raises CycleNotOver."""
    if today <= ends_on:
        raise CycleNotOver(ends_on=ends_on)


def check_lock(
    state: CycleState,
    listed: Sequence[str],
    entries: Mapping[str, Entry],
    gone: Collection[str] = (),
) -> None:
    """Let a cycle be locked, or raise.

    Parameters
    ----------
    state : where the cycle stands.
    listed : everyone it was opened for.
    entries : what was entered, by person.
    gone : those who left by the end of the period; their leaving is reason enough.

    Raises
    ------
    CycleLocked
        It is locked already.
    CycleIncomplete
        `missing` counts those without rating and excuse, `first` names one of them.
    """
    if state is CycleState.LOCKED:
        raise CycleLocked()
    missing = [
        person
        for person in listed
        if person not in gone and not entries.get(person, Entry()).settled
    ]
    if missing:
        raise CycleIncomplete(missing=len(missing), first=missing[0])
