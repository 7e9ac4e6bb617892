"""Where a hire stands in its workflow: names of executions, and where one resumes."""

from chalicelib.records.stages import Stage

#: Why a person should look at an application that the workflow gave up on.
HANDED_OVER = "attention.handed-over"

RESUME_AT: dict[Stage, str] = {
    Stage.PASSED: "notice",
    Stage.BACKGROUND_CHECK: "background_check",
    Stage.UNDER_REVIEW: "review",
    Stage.PRE_HIRE: "pre_hire",
    Stage.OFFERED: "offer",
    Stage.ONBOARDING: "onboarding",
}


def execution_name(application_id: str, run: int) -> str:
    """The name of an application's `run`-th execution; the first carries the plain id."""
    return f"{application_id}.r{run}" if run else application_id


def owner_of(history: list[dict[str, str]]) -> str:
    """The actor who passed the application and answers for the hire; empty when nobody did."""
    passed = [entry["by"] for entry in history if entry["stage"] == Stage.PASSED]
    return passed[-1] if passed else ""


def employee_number(person_id: str) -> str:
    """The number of a person hired through this system, the same at every retry."""
    return f"E{person_id[:8].upper()}"


def may_be_given(number: str) -> bool:
    """Whether a number has the shape of those that `employee_number` gives."""
    return len(number) == 9 and number.startswith("E")
