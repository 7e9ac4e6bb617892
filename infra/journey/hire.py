"""Step e: a named person decides; background check, offer, onboarding, employee."""

from datetime import timedelta
from typing import Any

from infra.journey.api import wait_until
from infra.journey.progress import Progress
from infra.journey.world import Candidate, World

MOST_HIRES = 4
#: Nearer to the cut score than this nobody is turned down at once: they are looked at again.
NEAR_CUT = 50


def dispose(world: World, progress: Progress) -> None:
    """The recruiter passes four who were recommended, rejects who came far off, leaves the rest."""
    with progress.step("A named recruiter decides", "/candidates") as step:
        rows = {c.application_id: _application(world, c) for c in world.candidates}
        passed = [c for c in world.candidates if rows[c.application_id]["recommendation"] == "pass"]
        failed = [
            c
            for c in world.candidates
            if (row := rows[c.application_id])["recommendation"] == "fail"
            and (row["composite"] or 0) < NEAR_CUT
        ]
        for candidate in passed[:MOST_HIRES]:
            _decide(world, candidate, "pass", "答案有具体行动和可量化的结果，同意进入录用流程")
            step.say(f"{candidate.name}: passed, proof kept; {_where(world, candidate)}")
        for candidate in failed:
            _decide(world, candidate, "reject", "回答缺少本人行动的证据，已人工复核")
            step.say(f"{candidate.name}: rejected after a human look; {_where(world, candidate)}")
        world.hired = passed[:MOST_HIRES]
        if not world.hired:
            raise RuntimeError("nobody reached the cut score; the journey cannot go on")


def _where(world: World, candidate: Candidate) -> str:
    """The application's id, and the page of the person's file."""
    return f"{candidate.application_id}, {world.base}/candidates/{candidate.person_id}"


def _decide(world: World, candidate: Candidate, outcome: str, reason: str) -> None:
    path = f"/v1/applications/{candidate.application_id}/disposition"
    key = world.key(f"dispose-{candidate.application_id}")
    world.recruiter.post(path, {"outcome": outcome, "reason": reason}, key)


def _application(world: World, candidate: Candidate) -> dict[str, Any]:
    row: dict[str, Any] = world.recruiter.get(f"/v1/applications/{candidate.application_id}")
    return row


def check(world: World, progress: Progress) -> None:
    """The partner gets a signed request and answers by a signed webhook."""
    with progress.step("Background check by the partner's system", "/candidates") as step:
        for candidate in world.hired:
            _await_stage(world, candidate, "pre_hire", "the clear background check")
        if world.partner:
            step.say(f"the partner verified {len(world.partner.received)} signed requests")
        step.say(f"{len(world.hired)} in the pre-hire pool")


def offer(world: World, progress: Progress) -> None:
    """HR makes the offer, the candidate accepts on the phone."""
    first_day = world.today + timedelta(days=21)
    with progress.step("Offers made by HR, accepted on the phone", "/candidates") as step:
        for candidate in world.hired:
            path = f"/v1/applications/{candidate.application_id}"
            world.recruiter.post(
                f"{path}/offer",
                {"start_date": first_day.isoformat(), "note": "试用期三个月"},
                world.key(f"offer-{candidate.application_id}"),
            )
            candidate.api.post(f"{path}/offer-answer", {"accepted": True})
        step.say(f"{len(world.hired)} accepted")


def onboard(world: World, progress: Progress) -> None:
    """Candidate, HR and partner close their steps; the last one makes an employee."""
    with progress.step("Onboarding checklist to employee", "/candidates") as step:
        for candidate in world.hired:
            _await_stage(world, candidate, "onboarding", "the onboarding plan")
            path = f"/v1/applications/{candidate.application_id}/onboarding"
            steps = wait_until(
                lambda: world.recruiter.get(path)["steps"],  # noqa: B023 - used at once
                seconds=60,
                what="the onboarding checklist",
            )
            for item in steps:
                if item["owner"] == "candidate":
                    candidate.api.post(f"{path}/{item['step_key']}/completion")
                elif item["owner"] == "hr":
                    world.recruiter.post(f"{path}/{item['step_key']}/completion")
            owners = [item["owner"] for item in steps]
            kinds = ", ".join(f"{owners.count(o)} {o}" for o in sorted(set(owners)))
            step.say(f"{candidate.name}: {len(steps)} steps ({kinds}), {candidate.application_id}")
        for candidate in world.hired:
            _await_stage(world, candidate, "hired", "the employee's record")


def _await_stage(world: World, candidate: Candidate, stage: str, what: str) -> None:
    wait_until(
        lambda: _application(world, candidate)["stage"] == stage,
        seconds=120,
        what=f"{what} of {candidate.name}",
    )
