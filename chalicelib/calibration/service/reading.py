"""Everyone interviewed for a job family, with their locked outcomes, by index queries alone.

Reads: one index query a shard for interviews (some 3,000 thin rows a megabyte), one a shard for
employees, two batch reads a locked cycle for every hundred of them. Nothing is read per applicant.
"""

from collections import Counter

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.cycle import CycleState
from chalicelib.appraisal.kpis import RATING
from chalicelib.appraisal.outcome import Outcome
from chalicelib.calibration import evidence
from chalicelib.calibration.evidence import Cohort, Interviewed, Worked
from chalicelib.calibration.service.imports import past_interviews
from chalicelib.calibration.tables import RatedInterview
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.records.tables import SHARDS

USUAL_CUT_SCORE = 80.0


def cohort(job_family: str) -> Cohort:
    """Everyone interviewed for a job family, with their locked outcomes. Raises NotFound."""
    model = interviewing.current_model(job_family)
    keys = [dimension.key for dimension in model.dimensions]
    people = [*_imported(job_family), *_interviewed(job_family)]
    return evidence.join(job_family, model.version, keys, people, _worked(job_family))


def rated_since(job_family: str, moment: str = "") -> list[RatedInterview]:
    """Finished interviews of a job family since a moment (ISO), by time."""
    after = RatedInterview.list_sort >= moment if moment else None
    rows = [
        row
        for number in range(SHARDS)
        for row in RatedInterview.by_requisition.query(f"rated#{job_family}#{number}", after)
        if isinstance(row, RatedInterview)
    ]
    return sorted(rows, key=lambda row: str(row.list_sort))


def locked_cycles(job_family: str) -> list[str]:
    """Locked cycles of a job family, the earliest first."""
    rows = [row for row in appraisal.cycles(job_family) if row.state == CycleState.LOCKED]
    return [row.item_id for row in sorted(rows, key=lambda row: (row.ends_on, row.item_id))]


def cut_score(job_family: str) -> float:
    """The cut score that most requisitions of the family use."""
    used = Counter(
        float(row.cut_score) for row in records.requisitions() if row.job_family == job_family
    )
    return max(used, key=lambda score: (used[score], score), default=USUAL_CUT_SCORE)


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
    hired = {row.person_id for row in records.employees(job_family)}
    return [
        Interviewed(
            row.person_id,
            int(row.model_version),
            row.ratings,
            float(row.composite) if row.composite is not None else None,
            row.person_id in hired,
        )
        for row in rated_since(job_family)
    ]


def _worked(job_family: str) -> list[Worked]:
    """The latest locked outcome of each person."""
    return evidence.latest(
        _as_worked(each)
        for cycle_id in locked_cycles(job_family)
        for each in appraisal.outcomes(cycle_id)
    )


def _as_worked(each: Outcome) -> Worked:
    # Appraisal takes a contaminated rating out of the score; only one that still counts is a leak.
    return Worked(
        each.person_id,
        each.score,
        each.indicators,
        excused=bool(each.excused),
        contaminated=each.contaminated and RATING in each.indicators,
        left=bool(each.left_on) and each.score is None,
        months=float(each.months) if each.retained else None,
    )
