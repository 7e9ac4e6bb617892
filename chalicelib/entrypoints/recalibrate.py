"""The recalibration function: the only one that carries scikit-learn."""

import json
from typing import Any

from chalicelib.foundation.command import system_command
from chalicelib.foundation.observability import flush


def handle(event: dict[str, Any]) -> dict[str, Any]:
    """Compute what was asked for: a proposal, a profile, a locked cycle's slope, a simulation.

    It proposes and measures; nothing here can bring weights into force. What fails is tried again
    by the queue.
    """
    for record in event["Records"]:
        _work(json.loads(record["body"]))
    flush()
    return {"batchItemFailures": []}


def _work(wish: dict[str, Any]) -> None:
    from chalicelib.calibration import service as calibration

    told = wish.get("correlation_id", "")
    if "simulation_id" in wish:
        name = wish["simulation_id"]
        calibration.simulate(system_command(f"simulate-{name}", told), name)
    elif "cycle_id" in wish:
        name = wish["cycle_id"]
        calibration.measure_slope(system_command(f"slope-{name}", told), name)
    elif "job_family" in wish:
        calibration.compute_profile(
            system_command(f"profile-{wish['run']}", told), wish["job_family"]
        )
    else:
        name = wish["proposal_id"]
        calibration.compute(system_command(f"compute-{name}", told), name)
