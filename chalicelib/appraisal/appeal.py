"""An appeal against a locked appraisal: recorded by HR, decided by a second named person."""

from enum import StrEnum

from chalicelib.foundation.errors import Conflict, Forbidden, Invalid


class AppealState(StrEnum):
    """Where an appeal stands."""

    OPEN = "open"
    GRANTED = "granted"
    DECLINED = "declined"


class AppealTooEarly(Conflict):
    """While a cycle is open its entries are simply corrected."""

    code = "appeal-too-early"


class AppealDecided(Conflict):
    """It was decided before; another appeal may be recorded."""

    code = "appeal-decided"


class AppealOpen(Conflict):
    """One appeal of a person at a time."""

    code = "appeal-open"


class SecondPersonRequired(Forbidden):
    """Who recorded the appeal, or gave the rating it is about, may not decide on it."""

    code = "second-person-required"


class NothingCorrected(Invalid):
    """An appeal that is granted says what changes."""

    code = "nothing-corrected"


def check_decision(state: AppealState, decider: str, concerned: frozenset[str]) -> None:
    """Let a person decide on an appeal, or raise.

    Parameters
    ----------
    state : where it stands.
    decider : who would decide.
    concerned : who recorded it, and who gave the rating.

    Raises
    ------
    AppealDecided, SecondPersonRequired
    """
    if state is not AppealState.OPEN:
        raise AppealDecided()
    if decider in concerned:
        raise SecondPersonRequired()
