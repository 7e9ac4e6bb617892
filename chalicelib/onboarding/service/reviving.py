"""Hires whose workflow was lost, or whose result was kept but never handed on."""

from datetime import datetime, timedelta
from enum import StrEnum

from pynamodb.exceptions import UpdateError

from chalicelib.foundation import clock, ledger, orchestration
from chalicelib.foundation.command import Command
from chalicelib.onboarding.hire import RESUME_AT, execution_name
from chalicelib.onboarding.service.checking import order_when_consented
from chalicelib.onboarding.service.waits import PREFIX, hand_on
from chalicelib.onboarding.tables import (
    BackgroundCheck,
    Offer,
    OnboardingStep,
    Review,
    Turn,
    Waiting,
)
from chalicelib.records import service as records
from chalicelib.records.stages import IN_WORKFLOW, Stage

#: How long after a result came its hand-over is tried again; longer outages lose the workflow.
HAND_ON_HOURS = 2
#: How long a hire that was looked at waits for its next turn.
LOOK_AGAIN_MINUTES = 5
WAITS_IN: dict[Stage, type[Waiting]] = {
    Stage.BACKGROUND_CHECK: BackgroundCheck,
    Stage.UNDER_REVIEW: Review,
    Stage.OFFERED: Offer,
    Stage.ONBOARDING: OnboardingStep,
}


class Revived(StrEnum):
    """What was done for a hire."""

    NOTHING = "nothing"
    STARTED = "started"
    HANDED_ON = "handed-on"


def revive(command: Command, application_id: str) -> Revived:
    """Start a lost workflow again where the record says it waits; hand on what was left lying.

    One that was handed to a recruiter stays with them. Raises NotFound.
    """
    row = records.application(application_id)
    if row.stage not in IN_WORKFLOW or row.handed_over:
        return Revived.NOTHING
    name = execution_name(application_id, int(row.workflow_run))
    status = orchestration.execution_status(name)
    if status == "RUNNING":
        return _hand_on_again(command, row)
    if status != "MISSING":
        row = _next_run(command.part(f"run-{int(row.workflow_run) + 1}"), row)
        name = execution_name(application_id, int(row.workflow_run))
    payload = {"application_id": application_id, "resume_at": RESUME_AT[Stage(row.stage)]}
    return Revived.STARTED if orchestration.start_hire(name, payload) else Revived.NOTHING


def look_later(seen: records.Application, now: datetime) -> None:
    """Put a hire that was looked at behind the others; one that has moved has its own place."""
    later = clock.iso(now + timedelta(minutes=LOOK_AGAIN_MINUTES))
    try:
        Turn(seen.person_id, seen.item_id).update(
            actions=[Turn.due_at.set(later)], condition=Turn.due_at == seen.due_at
        )
    except UpdateError as error:
        if error.cause_response_code != "ConditionalCheckFailedException":
            raise


def _next_run(command: Command, seen: records.Application) -> records.Application:
    """Number the next execution; whoever came first numbered it, and a moved record waits."""
    row = records.application(seen.application_id)
    if row.version != seen.version or ledger.applied(command):
        return row
    row.workflow_run = int(row.workflow_run) + 1
    ledger.commit(
        command,
        action="hire.restarted",
        subject=row.person_id,
        changes=[row],
        detail={"application_id": row.application_id, "run": int(row.workflow_run)},
    )
    return row


def _hand_on_again(command: Command, row: records.Application) -> Revived:
    kind = WAITS_IN.get(Stage(row.stage))
    if kind is None:
        return Revived.NOTHING
    if kind is BackgroundCheck and order_when_consented(
        command.part("consented"), row.application_id
    ):
        return Revived.HANDED_ON
    rows = records.items_of(row.application_id, PREFIX[kind])
    lying = [item for item in rows if isinstance(item, Waiting) and _lies(item, command.at)]
    handed = [item for item in lying if hand_on(item)]
    return Revived.HANDED_ON if handed else Revived.NOTHING


def _lies(row: Waiting, now: datetime) -> bool:
    if row.result is None or not row.task_token or row.updated_at is None:
        return False
    return now - row.updated_at < timedelta(hours=HAND_ON_HOURS)
