"""The recalibration function: the only one that carries scikit-learn."""

import json
from typing import Any

from chalicelib.foundation.command import system_command
from chalicelib.foundation.observability import flush


def handle(event: dict[str, Any]) -> dict[str, Any]:
    """Compute the proposals that were asked for; a failed one is tried again by the queue."""
    from chalicelib.calibration import service as calibration

    for record in event["Records"]:
        wish = json.loads(record["body"])
        command = system_command(f"compute-{wish['proposal_id']}", wish.get("correlation_id", ""))
        calibration.compute(command, wish["proposal_id"])
    flush()
    return {"batchItemFailures": []}
