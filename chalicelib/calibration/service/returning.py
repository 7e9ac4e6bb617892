"""Back to earlier weights: one named person, one reason, a new version; nothing is rewritten."""

from dataclasses import replace

from chalicelib.appraisal.cycle import ReasonMissing
from chalicelib.calibration.life import RollbackImpossible
from chalicelib.calibration.service.proposals import check_named
from chalicelib.calibration.tables import Rollback
from chalicelib.foundation import clock, ledger, messages
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.competencies import CompetencyModel

PARTITION = "weight-rollback"


@ledger.retried
def roll_back(command: Command, job_family: str, to_version: int, reason: str) -> CompetencyModel:
    """Bring an earlier version's weights back as a new version of the model in force.

    One person is enough, for these weights were in force before: a brake must be quick. Texts and
    questions stay as they are now. Raises JobFamilyUnknown, NamedPersonNeeded, ReasonMissing,
    RollbackImpossible, ModelOvertaken.
    """
    check_named(command)
    if not reason.strip():
        raise ReasonMissing()
    adopting = command.part("adopt")
    done = ledger.applied(adopting)  # then only the version that it made is asked for
    current = interviewing.current_model(job_family)
    proposed = current if done else _earlier(current, to_version, reason)
    said = {"rolled_back_to": to_version, "reason": reason.strip()[:1000]}
    adopted = interviewing.adopt(adopting, proposed, told=said, over=current.version)
    row = Rollback(PARTITION, command.new_id("rollback", 12), job_family=job_family)
    row.from_version, row.to_version = adopted.version - 1, to_version
    row.new_version, row.reason = adopted.version, reason.strip()[:1000]
    row.decided_by, row.decided_at = command.actor.actor_id, clock.iso(command.at)
    told = {"job_family": job_family, "to_version": to_version, "model_version": adopted.version}
    if ledger.commit(
        command,
        action="weights.rolled-back",
        subject=f"competency-model-{job_family}",
        changes=[row],
        announce=[Announcement("weights.rolled-back", row.item_id, told)],
        detail=told,
    ):
        count("WeightsRolledBack", job_family=job_family)
    return adopted


def rollbacks(job_family: str = "") -> list[Rollback]:
    """Every return to earlier weights, the latest first."""
    rows = Rollback.query(PARTITION, consistent_read=True)
    found = [row for row in rows if job_family in ("", row.job_family)]
    return sorted(found, key=lambda row: (row.decided_at, row.item_id), reverse=True)


def _earlier(current: CompetencyModel, to_version: int, reason: str) -> CompetencyModel:
    """The model in force under the weights of an earlier version."""
    if not 0 < to_version < current.version:
        raise RollbackImpossible(version=to_version, current=current.version)
    earlier = interviewing.model(current.job_family, to_version)
    weights = {item.key: item.weight for item in earlier.dimensions}
    now = {item.key: item.weight for item in current.dimensions}
    if weights.keys() != now.keys() or weights == now:
        raise RollbackImpossible(version=to_version, current=current.version)
    dimensions = tuple(replace(item, weight=weights[item.key]) for item in current.dimensions)
    note = messages.both(
        "weights.rolled-back-note", version=to_version, reason=reason.strip()[:200]
    )
    return replace(current, dimensions=dimensions, note=note)
