"""A hire under way: how tests bring one to the next wait."""

from typing import Any

from chalicelib.foundation import orchestration
from infra.journey.api import wait_until
from tests.builders import (
    START_DATE,
    Candidate,
    Office,
    await_stage,
    interviewed,
)

REASON = "Agreed with the evidence."


def passed(office: Office, **given: Any) -> Candidate:
    """Somebody whom the recruiter has just passed."""
    candidate = interviewed(office, **given)
    wish = {"outcome": "pass", "reason": REASON}
    office.recruiter.post(f"{candidate.path}/disposition", wish)
    return candidate


def ended(candidate: Candidate, status: str) -> None:
    """Wait until the hire's first run has this status."""
    wait_until(
        lambda: orchestration.execution_status(candidate.application_id) == status,
        seconds=20,
        what=f"a workflow that is {status}",
    )


def offered(office: Office, **given: Any) -> Candidate:
    """Somebody to whom an offer was made."""
    candidate = passed(office, **given)
    await_stage(candidate, "pre_hire")
    office.recruiter.post(f"{candidate.path}/offer", {"start_date": START_DATE, "note": "welcome"})
    return candidate


def opened(candidate: Candidate) -> list[dict[str, Any]]:
    """The checklist once it is planned and every step waits for its owner."""

    def look() -> list[dict[str, Any]] | None:
        found: list[dict[str, Any]] = candidate.api.get(f"{candidate.path}/onboarding")["steps"]
        return found if found and all(s["state"] != "planned" for s in found) else None

    found: list[dict[str, Any]] = wait_until(look, seconds=60, what="the checklist")
    return found


def close(office: Office, candidate: Candidate, steps: list[dict[str, Any]]) -> None:
    """Candidate and HR close what is theirs; the partner closes its own by itself."""
    people = {"candidate": candidate.api, "hr": office.recruiter}
    for step in steps:
        if step["owner"] in people:
            place = f"{candidate.path}/onboarding/{step['step_key']}/completion"
            people[step["owner"]].post(place)
