"""How a hire ends: an employee, a closed application, or a person who carries on."""

from typing import Any

from pynamodb.models import Model

from chalicelib.foundation import ledger, orchestration
from chalicelib.foundation.access import require_named
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.onboarding.hire import HANDED_OVER, employee_number, execution_name, owner_of
from chalicelib.onboarding.service.checking import order_again, review
from chalicelib.onboarding.service.offering import offer
from chalicelib.onboarding.service.stepping import CLOSED, gaps, open_again, steps
from chalicelib.onboarding.service.waits import find, taken_up
from chalicelib.onboarding.tables import Offer
from chalicelib.records import service as records
from chalicelib.records.stages import IN_WORKFLOW, Stage


class OnboardingOpen(Conflict):
    """The hire cannot be completed while steps are open; `steps` names them."""

    code = "onboarding-open"


class NothingToCloseFor(Conflict):
    """Nobody stopped the hire and nobody declined: there is no reason to close it."""

    code = "close-without-reason"


@ledger.retried
def complete_hire(command: Command, application_id: str) -> None:
    """Open the employee's record of work, exactly once.

    Raises OnboardingOpen, IllegalMove, NotFound.
    """
    application = records.application(application_id)
    if application.stage == Stage.HIRED:
        return
    still_open = [row.step_key for row in steps(application_id) if row.state != CLOSED]
    if still_open:
        raise OnboardingOpen(steps=", ".join(still_open))
    employee = _employee(application)
    records.move(application, Stage.HIRED, command)
    told = {"employee_number": employee.employee_number, "start_date": employee.hired_at}
    changes: list[Model] = [application, records.new_employee(employee)]
    if ledger.commit(
        command,
        action="hire.completed",
        subject=application.person_id,
        changes=changes,
        announce=[Announcement("hire.completed", application_id, told)],
        detail={"application_id": application_id, "employee_number": employee.employee_number},
    ):
        count("HireCompleted", application_id=application_id)


@ledger.retried
def close_application(command: Command, application_id: str) -> None:
    """End a hire that was stopped or declined, and tell the candidate; twice changes nothing.

    Raises NothingToCloseFor, IllegalMove, NotFound.
    """
    application = records.application(application_id)
    if application.stage not in IN_WORKFLOW:
        return
    stage, event = _ending(application_id)
    records.move(application, stage, command)
    taken_up(application).attention = None
    if ledger.commit(
        command,
        action=event,
        subject=application.person_id,
        changes=[application],
        announce=[Announcement(event, application_id)],
        detail={"application_id": application_id, "stage": stage.value},
    ):
        count("HireClosed", stage=stage.value)


@ledger.retried
def hand_to_recruiter(command: Command, application_id: str, error: dict[str, Any]) -> None:
    """Put a hire that the workflow gave up on before a person. Raises NotFound."""
    application = records.application(application_id)
    if application.stage not in IN_WORKFLOW:
        return
    application.handed_over, application.attention = True, HANDED_OVER
    told = {"owner": owner_of(application.history), "error": str(error.get("Error", ""))[:100]}
    if ledger.commit(
        command,
        action="hire.handed-over",
        subject=application.person_id,
        changes=[application],
        announce=[Announcement("hire.handed-over", application_id, told)],
        detail={"application_id": application_id, "error": told["error"]},
    ):
        count("HireHandedOver", error=told["error"])


@ledger.retried
def carry_on(command: Command, application_id: str) -> records.Application:
    """A named person lets the machine take up a hire that it had given up on.

    A background check that nobody answered is ordered once more, open steps are told anew.

    Raises NamedPersonRequired, Forbidden, NotFound.
    """
    require_named(command.actor, "candidate.change")
    application = records.application(application_id)
    if application.handed_over:
        taken_up(application)
        application.place(command.at)  # its turn in the reconcile job comes at once
        changed, told = order_again(command, application)
        ledger.commit(
            command,
            action="hire.carried-on",
            subject=application.person_id,
            changes=[application, *changed, *open_again(application_id)],
            announce=told,
            detail={"application_id": application_id, "ordered_again": bool(told)},
        )
    return records.application(application_id)


def stop_withdrawn(application_id: str) -> None:
    """End the workflow of an application that the candidate took back."""
    application = records.application(application_id)
    if application.stage == Stage.WITHDRAWN:
        name = execution_name(application_id, int(application.workflow_run))
        orchestration.stop(name, "withdrawn by the candidate")


def _employee(application: records.Application) -> records.NewEmployee:
    person = records.person(application.person_id)
    return records.NewEmployee(
        person_id=application.person_id,
        employee_number=employee_number(application.person_id),
        name=person.name or application.display_name,
        job_family=application.job_family,
        store_id=application.store_id,
        region=application.region,
        hired_at=offer(application.application_id).start_date,
        application_id=application.application_id,
        # Names alone: raters read this table and must not know the interview's scores.
        development=tuple(item.name for item in gaps(application.application_id)),
    )


def _ending(application_id: str) -> tuple[Stage, str]:
    seen, made = review(application_id), find(Offer, application_id)
    if seen is not None and seen.go_on is False:
        return Stage.REJECTED, "application.stopped"
    if made is not None and made.accepted is False:
        return Stage.WITHDRAWN, "application.declined"
    raise NothingToCloseFor(application_id=application_id)
