"""One state of the hire workflow: which verb it is, and under which command it runs.

Every verb looks at the record before it acts, and every command id names the run and the task, so
that Step Functions may call any of them again at any time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.command import Command, system_command
from chalicelib.foundation.ids import derived_id
from chalicelib.foundation.observability import flush, logger
from chalicelib.onboarding import service as onboarding
from chalicelib.onboarding.hire import execution_name
from chalicelib.records import service as records


@dataclass(frozen=True)
class Task:
    """What the state machine asks for."""

    application_id: str
    token: str
    step_key: str
    error: dict[str, Any]


Verb = Callable[[Command, Task], dict[str, Any] | None]


def _plan(command: Command, task: Task) -> dict[str, Any]:
    rows = onboarding.plan_onboarding(command, task.application_id)
    return {"steps": [{"step_key": row.step_key} for row in rows]}


TASKS: dict[str, Verb] = {
    "send_pass_notice": lambda c, t: onboarding.send_pass_notice(c, t.application_id),
    "request_background_check": lambda c, t: onboarding.request_background_check(
        c, t.application_id, t.token
    ),
    "open_review": lambda c, t: onboarding.open_review(c, t.application_id, t.token),
    "place_in_pre_hire_pool": lambda c, t: onboarding.place_in_pre_hire_pool(c, t.application_id),
    "await_offer": lambda c, t: onboarding.await_offer(c, t.application_id, t.token),
    "plan_onboarding": _plan,
    "open_onboarding_step": lambda c, t: onboarding.open_step(
        c, t.application_id, t.step_key, t.token
    ),
    "complete_hire": lambda c, t: onboarding.complete_hire(c, t.application_id),
    "close_application": lambda c, t: onboarding.close_application(c, t.application_id),
    "hand_to_recruiter": lambda c, t: onboarding.hand_to_recruiter(c, t.application_id, t.error),
}


def hire_step(event: dict[str, Any]) -> dict[str, Any]:
    """Run one task of the state machine. Raises what the verb raises, for its Retry and Catch."""
    task = Task(
        application_id=event["application_id"],
        token=event.get("token", ""),
        step_key=event.get("step_key", ""),
        error=event.get("error") or {},
    )
    logger.structure_logs(application_id=task.application_id, task=event["task"])
    run = int(records.application(task.application_id).workflow_run)
    try:
        command = system_command(
            command_id(event["task"], task, run), execution_name(task.application_id, run)
        )
        return TASKS[event["task"]](command, task) or {}
    finally:
        flush()


def command_id(name: str, task: Task, run: int) -> str:
    """The id of one task of one run; a wait has a new one for each token it is called with."""
    parts = ["workflow", task.application_id, str(run), name]
    parts += [task.step_key] if task.step_key else []
    parts += [derived_id(task.token, 16)] if task.token else []
    return "/".join(parts)
