"""Locked outcomes beside the interviews that led to the hires: paired once, cycle by cycle."""

from collections.abc import Iterator, Sequence
from typing import Any

from chalicelib.analytics import datasets
from chalicelib.analytics.rows import OutcomeRow
from chalicelib.analytics.service import keeping, people
from chalicelib.analytics.tables import CycleTaken, OutcomePair
from chalicelib.analytics.told import Job, Rated, Worked
from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.cycle import CycleState
from chalicelib.calibration import service as calibration
from chalicelib.records import service as records

#: Employees whose outcomes are taken in one go; the next run goes on from there.
MOST_AT_ONCE = 200
CYCLES = "figures#cycles"


def take_outcomes(most: int = MOST_AT_ONCE) -> int:
    """Pair outcomes of locked cycles that were not paired yet, at most so many; how many were."""
    taken = 0
    for family, cycle in _locked():
        if taken >= most:
            break
        taken += _take(family, cycle, most - taken)
    return taken


def take_again(cycle_id: str) -> None:
    """Take a cycle's outcomes anew, for an appeal has changed one; those that stand stay."""
    progress = next(iter(CycleTaken.batch_get([(CYCLES, cycle_id)], consistent_read=True)), None)
    if progress is not None:
        progress.taken, progress.whole = 0, False
        progress.save()


def _locked() -> Iterator[tuple[str, Any]]:
    """Locked cycles whose outcomes are not all taken, the earlier ones first."""
    found = [
        (family, row)
        for family in people.families()
        for row in appraisal.cycles(family)
        if row.state == CycleState.LOCKED
    ]
    keys = [(CYCLES, row.item_id) for _, row in found]
    whole = {row.item_id for row in CycleTaken.batch_get(keys) if row.whole} if keys else set()
    left = (pair for pair in found if pair[1].item_id not in whole)
    yield from sorted(left, key=lambda pair: _order(pair[1]))


def _order(cycle: Any) -> str:
    return f"{cycle.ends_on}#{cycle.item_id}"


def _take(family: str, cycle: Any, most: int) -> int:
    rows = CycleTaken.batch_get([(CYCLES, cycle.item_id)], consistent_read=True)
    progress = next(iter(rows), None) or CycleTaken(CYCLES, cycle.item_id)
    listed = sorted(cycle.listed.values())
    now = listed[int(progress.taken) : int(progress.taken) + most]
    changed = _paired(family, cycle, appraisal.outcomes(cycle.item_id, frozenset(now)))
    keeping.keep(changed)
    progress.taken = int(progress.taken) + len(now)
    progress.whole = int(progress.taken) >= len(listed)
    progress.save()
    return max(1, len(now))


def _paired(family: str, cycle: Any, told: Sequence[Any]) -> list[str]:
    """Write a pair for each outcome; the applications whose outcome it is."""
    jobs = {
        row.item_id: Job(row.item_id, dict(row.title), row.job_family, float(row.cut_score))
        for row in records.requisitions()
    }
    past = calibration.past_interviews_of(family, [each.person_id for each in told])
    changed = []
    for each in told:
        files = [r for r in records.file_of(each.person_id) if isinstance(r, records.Application)]
        imported = past.get(each.person_id)
        rated = [_rated(imported, family)] if imported is not None else []
        worked = Worked(each.person_id, family, each.score or 0.0, each.employee_number)
        seen = [people.seen(row) for row in files]
        for row in datasets.outcomes(seen, rated, [worked], jobs):
            place = _place(next((r for r in files if r.application_id == row.application_id), None))
            _keep(family, row, (_order(cycle), each.score), place)
            changed += [row.application_id] if row.application_id else []
    return changed


def _rated(row: Any, family: str) -> Rated:
    composite = None if row.composite is None else float(row.composite)
    return Rated(row.person_id, "", family, composite, {}, imported=True)


def _place(row: Any) -> dict[str, str]:
    """Where an application belonged, so that filters can ask for it."""
    return {name: getattr(row, name) or "" for name in people.PLACES} if row is not None else {}


def _keep(
    family: str, row: OutcomeRow, told: tuple[str, float | None], place: dict[str, str]
) -> None:
    """The latest cycle with an outcome stands, whatever order cycles are taken in.

    A later cycle that has none for a person (excused, too few figures) takes nothing away.
    """
    cycle, score = told
    key = (f"figures#pairs#{family}", row.person_id)
    pair = next(iter(OutcomePair.batch_get([key], consistent_read=True)), None)
    pair = pair or OutcomePair(*key, cycle="")
    if pair.outcome is not None and (pair.cycle > cycle or (score is None and pair.cycle != cycle)):
        return
    pair.application_id, pair.label, pair.imported = row.application_id, row.label, row.imported
    pair.composite, pair.cut_score = row.composite, row.cut_score
    pair.outcome, pair.cycle, pair.place = score, cycle, place
    pair.save()
