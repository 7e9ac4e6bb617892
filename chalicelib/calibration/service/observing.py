"""What a finished interview, and a decision on it, tell the loop: once each, and nothing else."""

from datetime import datetime

from pynamodb.models import Model

from chalicelib.calibration import shadow, weekly
from chalicelib.calibration.service import running
from chalicelib.calibration.tables import DriftWeek, RatedInterview
from chalicelib.calibration.weekly import Sums
from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.scorecard import plain_ratings
from chalicelib.records import service as records
from chalicelib.records.tables import shard
from chalicelib.selection import service as selection

#: Parts over which persons are spread, so that interviews that end together seldom meet.
PARTS = 4


@ledger.retried
def observe(command: Command, session_id: str) -> bool:
    """Keep a finished interview for the loop: ratings, both composites, its week's sums.

    Whether it was kept now. Only the composite of the model in force counts; the challenger's is
    kept beside it and reaches no list, no proposal and no letter. Raises SessionUnknown.
    """
    card = interviewing.scorecard(session_id)
    if card is None or ledger.applied(command):
        return False
    session = interviewing.session(session_id)
    application = records.application(session.application_id)
    row = RatedInterview(session.person_id, f"rated-interview#{session_id}")
    row.session_id, row.job_family = session_id, session.job_family
    row.model_version, row.source = session.model_version, application.source
    row.ratings, row.supplement = plain_ratings(card.result), card.result.get("supplement")
    row.composite, row.completed_at = card.composite, session.completed_at
    row.cut_score = records.requisition(application.requisition_id).cut_score
    row.list_key = f"rated#{row.job_family}#{shard(row.person_id)}"
    row.list_sort = f"{row.completed_at}#{session_id}"
    _challenge(row)
    week = _week(row.job_family, int(row.model_version), clock.parse(row.completed_at), row)
    composite = None if row.composite is None else float(row.composite)
    changes: list[Model] = [row, _plus(week, weekly.of_interview(composite))]
    return _commit(command, "interview.observed", row, changes)


@ledger.retried
def observe_decision(command: Command, application_id: str) -> bool:
    """Count a decision on an interviewed candidate: with the recommendation, or against it.

    Whether it was counted now; a decision without an interview or a recommendation is not.
    """
    decided = selection.find_disposition(application_id)
    card = interviewing.scorecard_of(application_id)
    if decided is None or decided.recommendation is None or card is None:
        return False
    if ledger.applied(command):
        return False
    row = _rated(card.session_id)
    if row is None:
        return False
    moment = clock.parse(decided.decided_at)
    week = _week(row.job_family, int(row.model_version), moment, row)
    return _commit(
        command,
        "decision.observed",
        row,
        [_plus(week, weekly.of_decision(bool(decided.override)))],
    )


def _rated(session_id: str) -> RatedInterview | None:
    keys = [(ids.person_of(session_id), f"rated-interview#{session_id}")]
    return next(iter(RatedInterview.batch_get(keys, consistent_read=True)), None)


def _challenge(row: RatedInterview) -> None:
    """Both models' composites of the words alone, where a shadow run is under way.

    The composite that counts may hold a supplement, which the challenger's has not: beside that
    one the run would compare two things at once.
    """
    run = running.current(row.job_family)
    if run is None:
        return
    row.proposal_id = run.item_id
    model = interviewing.model(row.job_family, int(row.model_version))
    held = {item.key: float(item.weight) for item in model.dimensions}
    row.champion = shadow.recomposed(row.ratings, held)
    row.challenger = shadow.recomposed(row.ratings, running.weights(run))


def _week(family: str, version: int, moment: datetime, row: RatedInterview) -> DriftWeek:
    year, number, _ = moment.isocalendar()
    part = ids.shard(row.person_id, PARTS)
    name = f"{family}#{version:06d}#{year}-W{number:02d}#{row.source}#{part}"
    found = list(DriftWeek.batch_get([("drift-week", name)], consistent_read=True))
    return found[0] if found else DriftWeek("drift-week", name, sums=dump(weekly.NOTHING))


def _plus(week: DriftWeek, more: Sums) -> DriftWeek:
    week.sums = dump(load(Sums, week.sums).plus(more))
    return week


def _commit(command: Command, action: str, row: RatedInterview, changes: list[Model]) -> bool:
    return ledger.commit(
        command,
        action=action,
        subject=f"loop-{row.job_family}-{ids.shard(row.person_id, PARTS)}",
        changes=changes,
        detail={"session_id": row.session_id, "proposal_id": row.proposal_id},
    )
