"""The computation behind a proposal; it runs in the recalibrate function only."""

from collections import Counter
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.cycle import CycleState
from chalicelib.calibration import evidence
from chalicelib.calibration.evidence import Cohort, Interviewed, Worked
from chalicelib.calibration.proposal import NoProposal, Proposal, Terms, judge
from chalicelib.calibration.service.imports import past_interviews
from chalicelib.calibration.service.proposals import REQUESTED, proposal
from chalicelib.calibration.tables import CalibrationCard, WeightProposal
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

CARDS = "calibration-card"
USUAL_CUT_SCORE = 80.0
ALL = 1_000_000


@ledger.retried
def compute(command: Command, proposal_id: str) -> WeightProposal:
    """Judge the job family's evidence and keep proposal or reason; harmless when it comes twice.

    Raises NotFound.
    """
    row = proposal(proposal_id)
    if row.state != REQUESTED:
        return row
    model = interviewing.current_model(row.job_family)
    found = judge(
        cohort(row.job_family),
        Terms(
            {item.key: float(item.weight) for item in model.dimensions},
            _cut_score(row.job_family),
            leak_ruled_out=bool(row.leak_check),
        ),
    )
    proposed = isinstance(found, Proposal)
    row.state = "proposed" if proposed else "no-proposal"
    row.result, row.model_version = dump(found), model.version
    row.cycle_ids, row.computed_at = _locked(row.job_family), clock.iso(command.at)
    told = {"proposal_id": proposal_id, "job_family": row.job_family, "state": row.state}
    if ledger.commit(
        command,
        action=f"weights.{row.state}",
        subject=proposal_id,
        changes=[row, _card(command, row, found)],
        announce=[Announcement("recalibration.computed", proposal_id, told)],
        detail=told | {"data_hash": found.evidence.data_hash, "n": found.evidence.n},
    ):
        count("Recalibrated", job_family=row.job_family, state=row.state)
    return proposal(proposal_id)


def card(job_family: str) -> dict[str, Any]:
    """What the last computation found on a job family; empty before the first."""
    try:
        row = CalibrationCard.get(CARDS, job_family)
    except DoesNotExist:
        return {}
    return {
        "proposal_id": row.proposal_id,
        "computed_at": row.computed_at,
        "reason": row.reason,
        **row.evidence,
    }


def cohort(job_family: str) -> Cohort:
    """Everyone interviewed for a job family, with their locked outcomes. Raises NotFound."""
    model = interviewing.current_model(job_family)
    keys = [dimension.key for dimension in model.dimensions]
    people = [*_imported(job_family), *_interviewed(job_family)]
    return evidence.join(job_family, model.version, keys, people, _worked(job_family))


def _card(command: Command, row: WeightProposal, found: Proposal | NoProposal) -> CalibrationCard:
    try:
        item = CalibrationCard.get(CARDS, row.job_family, consistent_read=True)
    except DoesNotExist:
        item = CalibrationCard(CARDS, row.job_family)
    item.proposal_id, item.computed_at = row.item_id, clock.iso(command.at)
    item.evidence = dump(found.evidence)
    item.reason = found.reason.value if isinstance(found, NoProposal) else ""
    return item


def _imported(job_family: str) -> list[Interviewed]:
    return [
        Interviewed(
            row.person_id,
            int(row.model_version),
            row.ratings,
            float(row.composite) if row.composite is not None else None,
            bool(row.hired),
            imported=True,
        )
        for row in past_interviews(job_family)
    ]


def _interviewed(job_family: str) -> list[Interviewed]:
    found = []
    for requisition in records.requisitions():
        if requisition.job_family != job_family:
            continue
        for application in records.applications_of(requisition.item_id, ALL):
            if any(step["stage"] == Stage.INTERVIEWED for step in application.history):
                hired = application.stage == Stage.HIRED
                found += _of_application(application, hired)
    return found


def _of_application(application: records.Application, hired: bool) -> list[Interviewed]:
    card = interviewing.scorecard_of(application.application_id)
    if card is None:
        return []
    ratings = {each["dimension"]: each["rating"] for each in card.result["dimensions"]}
    composite = float(card.composite) if card.composite is not None else None
    version = int(card.model_version)
    return [Interviewed(application.person_id, version, ratings, composite, hired)]


def _worked(job_family: str) -> list[Worked]:
    """The latest locked outcome of each person."""
    latest: dict[str, Worked] = {}
    for cycle_id in _locked(job_family):
        for each in appraisal.outcomes(cycle_id):
            latest[each.person_id] = Worked(
                each.person_id, each.score, each.indicators, bool(each.excused)
            )
    return [latest[person] for person in sorted(latest)]


def _locked(job_family: str) -> list[str]:
    """Locked cycles of a job family, the earliest first."""
    rows = [row for row in appraisal.cycles(job_family) if row.state == CycleState.LOCKED]
    return [row.item_id for row in sorted(rows, key=lambda row: (row.ends_on, row.item_id))]


def _cut_score(job_family: str) -> float:
    """The cut score that most requisitions of the family use."""
    used = Counter(
        float(row.cut_score) for row in records.requisitions() if row.job_family == job_family
    )
    return max(used, key=lambda score: (used[score], score), default=USUAL_CUT_SCORE)
