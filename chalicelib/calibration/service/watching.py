"""The drift watch: weekly sums are looked at once a day, alarms kept and told, nothing repaired.

A look reads the weekly sums of one model version and nothing of any person.
"""

from datetime import datetime
from typing import Any

from chalicelib.calibration import drift
from chalicelib.calibration.drift import Level, Watch
from chalicelib.calibration.slope import Slope
from chalicelib.calibration.tables import DriftReport, DriftSlope, DriftWeek
from chalicelib.calibration.weekly import Sums, Week
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import service as interviewing

PARTITION = "drift-report"


def due(now: datetime) -> list[str]:
    """Job families whose drift was not looked at today (UTC)."""
    today = clock.iso(now)[:10]
    seen = {row.item_id: row.looked_at[:10] for row in reports()}
    families = [each.job_family for each in interviewing.families() if each.newest]
    return [family for family in families if seen.get(family) != today]


@ledger.retried
def look(command: Command, job_family: str) -> DriftReport:
    """Look at a job family's drift and keep what was found; an alarm that is new is told once.

    Raises JobFamilyUnknown.
    """
    version = interviewing.current_model(job_family).version
    row = report(job_family) or DriftReport(PARTITION, job_family)
    if ledger.applied(command):
        return row
    found, slope = drift.watch(weeks(job_family, version)), slope_of(job_family)
    before = set(row.alarms or [])
    row.model_version, row.looked_at = version, clock.iso(command.at)
    row.report, row.alarms = _kept(found, slope), _alarms(found, slope)
    new = sorted(set(row.alarms) - before)
    told = {"job_family": job_family, "model_version": version, "alarms": new}
    ledger.commit(
        command,
        action="drift.alarmed" if new else "drift.looked",
        subject=f"drift-{job_family}",
        changes=[row],
        announce=[Announcement("drift.alarmed", job_family, told)] if new else (),
        detail=told,
    )
    if new:
        count("DriftAlarm", len(new), job_family=job_family)
    return row


def report(job_family: str) -> DriftReport | None:
    """The last look at a job family's drift, None before the first."""
    rows = list(DriftReport.batch_get([(PARTITION, job_family)], consistent_read=True))
    return rows[0] if rows else None


def reports() -> list[DriftReport]:
    """The last look at every job family."""
    return list(DriftReport.query(PARTITION, consistent_read=True))


def weeks(job_family: str, version: int) -> list[Week]:
    """Sums by week and source of a model version; one query, parts added up."""
    found: dict[tuple[str, str], Sums] = {}
    prefix = DriftWeek.item_id.startswith(f"{job_family}#{version:06d}#")
    for row in DriftWeek.query("drift-week", prefix, consistent_read=True):
        _, _, week, rest = row.item_id.split("#", 3)
        key = (week, rest.rpartition("#")[0])
        found[key] = found.get(key, Sums()).plus(load(Sums, row.sums))
    return [Week(*key, sums) for key, sums in sorted(found.items())]


def slope_of(job_family: str) -> Slope | None:
    """The calibration slope of the newest locked cycle, None before the first."""
    rows = list(DriftSlope.batch_get([("drift-slope", job_family)], consistent_read=True))
    return load(Slope, rows[0].slope) if rows else None


def _alarms(found: Watch, slope: Slope | None) -> list[str]:
    names = [f"{each.key}#{each.source}" for each in found.alarms]
    return names + (["slope#"] if slope is not None and slope.level is Level.ALARM else [])


def _kept(found: Watch, slope: Slope | None) -> dict[str, Any]:
    return {
        "reference_weeks": list(found.reference_weeks),
        "recent_weeks": list(found.recent_weeks),
        "checks": [dump(each) for each in found.checks],
        "weeks": [
            {
                "week": each.week,
                "source": each.source,
                "interviews": each.sums.interviews,
                "scored": each.sums.scored,
                "mean": None if each.sums.mean is None else round(each.sums.mean, 2),
                "spread": round(each.sums.variance**0.5, 2),
                "decided": each.sums.decided,
                "overridden": each.sums.overridden,
            }
            for each in found.weeks[-MOST_WEEKS:]
        ],
        "slope": dump(slope) if slope is not None else None,
    }


#: Rows of weeks and sources that a report shows; a row in a table holds 400 kB.
MOST_WEEKS = 260
