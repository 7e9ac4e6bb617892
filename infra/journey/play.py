"""Plays the whole journey against a running stack and prints the report.

`python -m infra.journey.play` needs `make run` in another window.
"""

import json
import os
import sys
import time
from pathlib import Path

from infra import emulator, operator
from infra.journey import company, hire, interview, loop
from infra.journey.progress import Progress
from infra.journey.world import World, enter

SEED = 20270101
STEPS = (
    company.found,
    company.screen,
    interview.invite,
    interview.answer,
    hire.dispose,
    hire.check,
    hire.offer,
    hire.onboard,
    loop.remember,
    loop.appraise,
    loop.propose,
    loop.look,
)
#: `screen` and `answer` show two steps each.
SHOWN = len(STEPS) + 2


def play(base: str, aws_endpoint: str, *, seed: int = SEED) -> tuple[World, str]:
    """Play every step; returns who played and the report.

    Raises Refused, TimeoutError: the journey stops where the product does.
    """
    operator.connect(aws_endpoint, base)
    world = enter(base, aws_endpoint, seed, emulator.free_port())
    progress = Progress(SHOWN)
    try:
        for step in STEPS:
            step(world, progress)
    finally:
        if world.partner:
            world.partner.stop()
    return world, progress.report(base)


def play_once(base: str, aws_endpoint: str, state: Path) -> str:
    """Play the journey unless this state folder has seen it; returns the report."""
    mark = state / "journey.json"
    if mark.exists():
        seen = json.loads(mark.read_text())
        return (
            f"The journey was played here on {seen['at']}; its data is kept. "
            f"For a fresh company: make fresh\n{seen['report']}"
        )
    _, report = play(base, aws_endpoint)
    at = time.strftime("%Y-%m-%d %H:%M")
    mark.write_text(json.dumps({"at": at, "report": report}, ensure_ascii=False))
    return report


if __name__ == "__main__":
    front = f"http://127.0.0.1:{os.environ.get('HIRELOOP_PORT', '8000')}"
    behind = f"http://127.0.0.1:{os.environ.get('HIRELOOP_AWS_PORT', '4566')}"
    print(play(front, behind)[1])
    sys.exit(0)
