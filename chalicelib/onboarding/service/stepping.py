"""The onboarding checklist: planned once, each step closed by its owner."""

from datetime import date

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import Actor, Role, require_named
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Forbidden, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.interviewing import service as interviewing
from chalicelib.onboarding.checklist import Owner, Rated, Step, checklist, weakest
from chalicelib.onboarding.service.asking import was_asked
from chalicelib.onboarding.service.offering import offer
from chalicelib.onboarding.service.waits import find, hand_on, hold, new, settle
from chalicelib.onboarding.tables import OnboardingStep
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

PLANNED, OPEN, CLOSED = "planned", "open", "closed"


class StepNotYours(Forbidden):
    """A step is closed by its owner and nobody else."""

    code = "step-not-yours"


@ledger.retried
def plan_onboarding(command: Command, application_id: str) -> list[OnboardingStep]:
    """Make the checklist of an accepted offer, once; returns the steps that are still open.

    Raises NotFound, IllegalMove.
    """
    application = records.application(application_id)
    if application.stage == Stage.OFFERED:
        _plan(command, records.move(application, Stage.ONBOARDING, command))
    return [row for row in steps(application_id) if row.state != CLOSED]


@ledger.retried
def open_step(command: Command, application_id: str, step_key: str, token: str) -> None:
    """Ask a step's owner to close it and wait; a closed step answers at once. Raises NotFound."""
    row = step(application_id, step_key)
    told = []
    if row.state == PLANNED:
        row.state = OPEN
        payload = {"step_key": step_key, "owner": row.owner, "due_on": row.due_on}
        told.append(Announcement("onboarding-step.opened", application_id, payload))
    hold(command, row, token, announce=told)


@ledger.retried
def close_step(
    command: Command, application_id: str, step_key: str, *, owner: str
) -> OnboardingStep:
    """Whoever acts as a step's owner closes it; closing it twice changes nothing.

    Raises StepNotYours, NamedPersonRequired, Forbidden, NotFound.
    """
    row = step(application_id, step_key)
    if row.owner != owner:
        raise StepNotYours(owner=row.owner)
    check_owner(command.actor, Owner(owner), row.person_id)
    if owner == Owner.PARTNER and not was_asked(command.actor, row):
        raise StepNotYours(owner=row.owner)
    if row.result is not None:
        hand_on(row)
        return row
    row.state, row.closed_by = CLOSED, command.actor.actor_id
    row.closed_at = clock.iso(command.at)
    told = Announcement("onboarding-step.closed", application_id, {"step_key": step_key})
    settle(command, row, {"outcome": CLOSED}, action="onboarding-step.closed", announce=[told])
    return step(application_id, step_key)


def open_again(application_id: str) -> list[OnboardingStep]:
    """Open steps set back, so that the workflow tells their owners anew; the caller commits."""
    waiting = [row for row in steps(application_id) if row.state == OPEN]
    for row in waiting:
        row.state = PLANNED
    return waiting


def steps(application_id: str) -> list[OnboardingStep]:
    """The checklist of a hire, by due day; empty before the offer was accepted."""
    rows = records.items_of(application_id, "onboarding-step")
    found = [row for row in rows if isinstance(row, OnboardingStep)]
    return sorted(found, key=lambda row: (row.due_on, row.step_key))


def step(application_id: str, step_key: str) -> OnboardingStep:
    """One step of a hire's checklist. Raises NotFound."""
    row = find(OnboardingStep, application_id, step_key)
    if row is None:
        raise NotFound("step-unknown", step_key=step_key)
    return row


def gaps(application_id: str) -> tuple[Rated, ...]:
    """The lowest rated dimensions of the interview; none when there was no scorecard."""
    card = interviewing.scorecard_of(application_id)
    if card is None:
        return ()
    model = interviewing.model(card.job_family, int(card.model_version))
    rated = [
        Rated(model.dimension(item["dimension"]).name, item["rating"])
        for item in card.result["dimensions"]
    ]
    return weakest(rated)


def check_owner(actor: Actor, owner: Owner, person_id: str) -> None:
    """Let the owner of a step pass. Raises StepNotYours, NamedPersonRequired, Forbidden."""
    if owner is Owner.HR:
        if actor.roles & {Role.CANDIDATE, Role.PARTNER}:
            raise StepNotYours(owner=owner.value)
        require_named(actor, "onboarding.change")
        return
    if owner is Owner.CANDIDATE:
        yours = Role.CANDIDATE in actor.roles and actor.scope.person_id == person_id
    else:
        yours = Role.PARTNER in actor.roles
    if not yours:
        raise StepNotYours(owner=owner.value)


def _plan(command: Command, application: records.Application) -> None:
    application_id = application.application_id
    first_day = date.fromisoformat(offer(application_id).start_date)
    planned = checklist(application.job_family, gaps(application_id))
    rows = [_row(application_id, item, first_day) for item in planned]
    mine = [row.name for row in rows if row.owner == Owner.CANDIDATE]
    told = {"first_day": first_day.isoformat(), "steps": mine}
    if ledger.commit(
        command,
        action="onboarding.planned",
        subject=application.person_id,
        changes=[application, *rows],
        announce=[Announcement("onboarding.planned", application_id, told)],
        detail={"application_id": application_id, "steps": len(rows)},
    ):
        count("OnboardingPlanned", steps=len(rows))


def _row(application_id: str, item: Step, first_day: date) -> OnboardingStep:
    row = new(OnboardingStep, application_id, item.key)
    row.step_key, row.owner, row.state = item.key, item.owner.value, PLANNED
    row.name, row.instructions = item.name, item.instructions
    row.due_days, row.due_on = item.due_days, item.due_on(first_day).isoformat()
    return row
