"""A job family's KPIs: the product's own until the company defines others, in versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.appraisal.kpis import Kpi, check_kpis, starting_kpis
from chalicelib.appraisal.tables import KpiSet
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load


@dataclass(frozen=True)
class Kpis:
    """One version of a job family's KPIs; number 0 is the product's own."""

    job_family: str
    number: int
    kpis: tuple[Kpi, ...]
    reason: str = ""
    made_by: str = ""
    made_at: str = ""


def current_kpis(job_family: str) -> Kpis:
    """The KPIs of cycles that are opened now."""
    return kpi_versions(job_family)[-1]


def kpi_versions(job_family: str) -> list[Kpis]:
    """Every version, the product's own first."""
    kept = [_kpis(row) for row in KpiSet.query(f"kpi-set#{job_family}", consistent_read=True)]
    return [Kpis(job_family, 0, starting_kpis(job_family)), *kept]


@ledger.retried
def define_kpis(command: Command, job_family: str, kpis: Sequence[Kpi], reason: str) -> Kpis:
    """Give a job family KPIs of its own, as a new version; cycles under way keep theirs.

    Raises KpisUnsound.
    """
    check_kpis(kpis)
    if not ledger.applied(command):
        number = current_kpis(job_family).number + 1
        row = KpiSet(f"kpi-set#{job_family}", f"{number:06d}", job_family=job_family)
        row.number, row.kpis, row.reason = number, [dump(kpi) for kpi in kpis], reason
        row.made_by, row.made_at = command.actor.actor_id, clock.iso(command.at)
        ledger.commit(
            command,
            action="appraisal.kpis-defined",
            subject=f"kpi-set-{job_family}",
            changes=[row],
            detail={"number": number, "kpis": [kpi.key for kpi in kpis], "reason": reason},
        )
        count("KpisDefined", job_family=job_family)
    return current_kpis(job_family)


def _kpis(row: KpiSet) -> Kpis:
    return Kpis(
        row.job_family,
        int(row.number),
        tuple(load(Kpi, each) for each in row.kpis),
        row.reason,
        row.made_by,
        row.made_at,
    )
