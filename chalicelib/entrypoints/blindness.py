"""Raters are blind: while a person's rating is open, their manager does not see their interview.

Criterion contamination: a rating by somebody who knows the prediction proves nothing about it.
Source: SIOP, Principles for the Validation and Use of Personnel Selection Procedures, 5th ed.
2018.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from chalicelib.appraisal import service as appraisal
from chalicelib.foundation import ids
from chalicelib.foundation.access import ACTIONS, Actor, Role, Target, within
from chalicelib.foundation.errors import Forbidden, NotFound
from chalicelib.records import service as records

if TYPE_CHECKING:
    from chalicelib.entrypoints.typed import Call

#: Names in a path that lead to one person's file.
WHOSE = ("person_id", "application_id", "session_id", "upload_id")
#: Roles that keep the whole company's books; a rating by one of them is marked instead.
BOOKKEEPERS = frozenset({Role.ADMINISTRATOR, Role.ANALYST, Role.AUDITOR, Role.SYSTEM})


class RaterBlind(Forbidden):
    """The caller may rate this person in an open cycle, and so may not see the interview now."""

    code = "rater-blind"


def may_rate(actor: Actor) -> bool:
    """Whether the actor is a manager who rates people; all of them hold by store or in whole."""
    return bool(actor.roles & (ACTIONS["appraisal.rate"])) and not actor.roles & BOOKKEEPERS


def require(actor: Actor, path: Mapping[str, str]) -> None:
    """Let a request pass whose path leads to nobody whom the caller is to rate. Raises RaterBlind.

    Parameters
    ----------
    actor : who asks.
    path : the ids of the request's path.
    """
    named = [ids.person_of(path[name]) for name in WHOSE if name in path]
    if not named or not may_rate(actor):
        return
    open_to = appraisal.being_rated()
    if open_to and any(_rates(actor, who) for who in _same_human(named[0]) & open_to):
        raise RaterBlind()


def blinded(call: "Call") -> set[str]:
    """Everyone whose scores the caller may not see in a list, because their rating is open."""
    return appraisal.being_rated() if may_rate(call.actor) else set()


def hides(blind: set[str], row: records.Application) -> bool:
    """Whether an application's scores are to stay out of a list."""
    return row.person_id in blind or (row.merged_into or "") in blind


def _rates(actor: Actor, person_id: str) -> bool:
    """Whether the employee works where the caller rates."""
    row = records.employee(person_id)
    return within(actor.scope, Target(store_id=row.store_id, region=row.region))


def _same_human(person_id: str) -> set[str]:
    """A person and everyone whose file is shown as one with theirs."""
    try:
        row = records.person(person_id)
    except NotFound:
        return {person_id}
    if row.merged_into:
        return {person_id} | _same_human(row.merged_into)
    return {person_id, *row.merged}
