"""What the loop takes notice of by itself: interviews, decisions, a day's look at drift.

It counts and compares. Nothing here can approve, activate or roll back.
"""

from datetime import datetime
from typing import Any

from chalicelib.calibration import service as calibration
from chalicelib.foundation import clock
from chalicelib.foundation.command import system_command
from chalicelib.partners import service as partners


def observe(row: Any) -> list[str]:
    """A finished interview or a decision adds to what is watched, once."""
    if row.event == "interview.completed":
        calibration.observe(system_command(f"observe/{row.pk}"), row.subject)
    if row.event in {"application.disposed", "application.rejected"}:
        command = system_command(f"observe/{row.pk}")
        calibration.observe_decision(command, partners.application_of(row))
    return []


def due(now: datetime) -> list[str]:
    """Job families to look at today."""
    return calibration.drift_due(now)


def look(job_family: str, now: datetime) -> str:
    """The day's look at one job family."""
    day = clock.iso(now)[:10]
    calibration.look_at_drift(system_command(f"drift/{job_family}/{day}"), job_family)
    return "looked_at"
