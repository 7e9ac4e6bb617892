"""How the workflow waits: one row holds who waits and what came, in whichever order they come.

`hold` keeps the token, `settle` keeps the result; whichever is later hands the result on. A row
that is complete when a workflow asks again, after a restart, answers at once.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pynamodb.exceptions import DoesNotExist
from pynamodb.models import Model

from chalicelib.foundation import ids, ledger, orchestration
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.onboarding.hire import HANDED_OVER
from chalicelib.onboarding.tables import BackgroundCheck, Offer, OnboardingStep, Review, Waiting
from chalicelib.records import service as records

R = TypeVar("R", bound=Waiting)
PREFIX: dict[type[Waiting], str] = {
    BackgroundCheck: "background-check",
    Review: "review",
    Offer: "offer",
    OnboardingStep: "onboarding-step",
}


def find(kind: type[R], application_id: str, key: str = "") -> R | None:
    """The row of this kind, or None."""
    item_id = "#".join(part for part in (PREFIX[kind], application_id, key) if part)
    try:
        return kind.get(ids.person_of(application_id), item_id, consistent_read=True)
    except DoesNotExist:
        return None


def new(kind: type[R], application_id: str, key: str = "") -> R:
    """A row of this kind that waits for nobody yet."""
    item_id = "#".join(part for part in (PREFIX[kind], application_id, key) if part)
    return kind(ids.person_of(application_id), item_id, application_id=application_id)


def hold(
    command: Command,
    row: Waiting,
    token: str,
    *,
    also: Sequence[Model] = (),
    announce: Iterable[Announcement] = (),
) -> None:
    """Keep who waits for the row's result; if that is there already, hand it on at once."""
    if not ledger.applied(command):
        row.task_token = token
        ledger.commit(
            command,
            action="workflow.waits",
            subject=row.person_id,
            changes=[row, *also],
            announce=announce,
            detail={"item": row.item_id, "state": row.state},
        )
    hand_on(row)


def settle(  # noqa: PLR0913 - the parts of one transaction, by keyword
    command: Command,
    row: Waiting,
    result: dict[str, Any],
    *,
    action: str,
    also: Sequence[Model] = (),
    announce: Iterable[Announcement] = (),
) -> None:
    """Keep what came and hand it on; that nobody waits any more is recorded, never an error."""
    row.result = result
    if ledger.commit(
        command,
        action=action,
        subject=row.person_id,
        changes=[row, *also],
        announce=announce,
        detail={"item": row.item_id, **result},
    ):
        count("WaitSettled", item=row.item_id.split("#", 1)[0])
    if not hand_on(row):
        _nobody_waits(command.part("nobody-waits"), row)


def hand_on(row: Waiting) -> bool:
    """Give the result to whoever waits; False when their token is dead."""
    if row.result is None or not row.task_token:
        return True
    return orchestration.complete(row.task_token, row.result)


def taken_up(application: records.Application) -> records.Application:
    """The application, no longer left to a recruiter, to be committed by the caller."""
    application.handed_over = False
    if application.attention == HANDED_OVER:
        application.attention = None
    return application


@ledger.retried
def _nobody_waits(command: Command, row: Waiting) -> None:
    """Record a late result; a named person who gave it also lets a given-up hire go on.

    A machine's late result to a hire that was given up waits with the recruiter, who carries on.
    """
    application = records.application(row.application_id)
    changes = []
    if command.actor.named or not application.handed_over:
        changes.append(taken_up(application))
        application.place(command.at)  # its turn in the reconcile job comes at once
    if ledger.commit(
        command,
        action="workflow.nobody-waited",
        subject=row.person_id,
        changes=changes,
        detail={"item": row.item_id},
    ):
        count("LateResult", item=row.item_id.split("#", 1)[0])
