"""Expected performance of those hired: fitted apart, kept as plain numbers, with its record."""

from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.cycle import CycleState
from chalicelib.calibration import omitted, potential, prediction, track_record
from chalicelib.calibration.prediction import Expected, Predictor
from chalicelib.calibration.service import gathering, naming
from chalicelib.calibration.service.gathering import People
from chalicelib.calibration.service.imports import ITEM
from chalicelib.calibration.tables import PastInterview, PredictionCard
from chalicelib.foundation import clock
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records

CARDS = "prediction-card"
MOST_MISSES = 200


def computed(command: Command, job_family: str, found: People) -> PredictionCard:
    """The card of a job family's predictions, to be committed by the caller."""
    row = _card(job_family) or PredictionCard(CARDS, job_family)
    row.computed_at, row.n = clock.iso(command.at), len(found.cohort.outcomes)
    row.predictor, row.record = _fitted(found)
    row.outlook = _outlook(job_family, found)
    keys = [each["indicator"] for each in row.outlook.get("omitted", ())]
    keys += [key for miss in row.outlook.get("misses", ()) for key, _ in miss["indicators"]]
    kpis = gathering.kpi_names(job_family)
    row.names = {key: naming.indicator(key, kpis) for key in sorted(set(keys))}
    return row


def _fitted(found: People) -> tuple[Any, Any]:
    """Predictor and track record as plain values; None below the outcomes they need."""
    import numpy as np

    rows = sorted(found.cohort.outcomes, key=lambda row: (_hired(found, row), row.person_id))
    if len(rows) < prediction.LEAST_OUTCOMES:
        return None, None
    ratings = np.array([row.ratings for row in rows], dtype=float)
    outcome = np.array([row.outcome for row in rows], dtype=float)
    if not (outcome.std() > 0 and (ratings.std(axis=0) > 0).any()):
        return None, None
    stores, seed = _stores(found, rows), found.cohort.seed()
    names = found.cohort.dimensions
    return (
        dump(prediction.fit(names, ratings, outcome, stores, seed)),
        dump(track_record.track_record(ratings, outcome, stores, seed)),
    )


def _hired(found: People, row: Any) -> str:
    employee = found.employees.get(row.person_id)
    return str(employee.hired_at) if employee else ""


def _stores(found: People, rows: list[Any]) -> list[str]:
    known = found.employees
    return [known[row.person_id].store_id if row.person_id in known else "" for row in rows]


def _outlook(job_family: str, found: People) -> dict[str, Any]:
    outcomes = [worker.outcome for worker in found.workers]
    composites = list(found.composites.values())
    if len(outcomes) < potential.LEAST_DESCRIBED:
        return {}
    said = potential.definition(composites, outcomes)
    cases = gathering.cases(found, job_family)
    missed = potential.misses(cases[0], said)
    latest = potential.window(0, cases[0], said)
    return {
        "definition": dump(said),
        "all": dump(latest),
        "windows": [dump(potential.window(m, cases[m], said)) for m in potential.WINDOWS],
        "misses": [dump(each) for each in missed[:MOST_MISSES]],
        "missed": len(missed),
        "omitted": [dump(each) for each in _omitted(job_family, found)],
    }


def _omitted(job_family: str, found: People) -> tuple[omitted.Related, ...]:
    import numpy as np

    rows = list(found.cohort.outcomes)
    measured = gathering.beside(found, job_family)
    if not measured:
        return ()
    values = {
        key: np.array([by_person.get(row.person_id, np.nan) for row in rows], dtype=float)
        for key, by_person in sorted(measured.items())
    }
    stores = _stores(found, rows)
    return omitted.omitted(
        np.array([row.ratings for row in rows], dtype=float),
        np.array([row.outcome for row in rows], dtype=float),
        values,
        stores if len(set(stores)) > 1 else None,
    )


def prediction_card(job_family: str) -> PredictionCard:
    """What was last computed on a job family. Raises NotFound before it was."""
    row = _card(job_family)
    if row is None:
        raise NotFound("prediction-unknown", job_family=job_family)
    return row


def _card(job_family: str) -> PredictionCard | None:
    try:
        return PredictionCard.get(CARDS, job_family, consistent_read=True)
    except DoesNotExist:
        return None


def expected_of(person_id: str) -> tuple[str, str, Expected | None]:
    """(job family, why there is none, the interval) of a person who was hired.

    Nothing is told before the hire: the decision rests on the scorecard alone, and a second figure
    made of the same ratings would only look like more. Reasons: no-record, record-fails,
    not-measured, outside. Raises NotFound for somebody who is no employee.
    """
    employee = records.employee(person_id)
    family = str(employee.job_family)
    row = _card(family)
    if row is None or not row.predictor or not row.record:
        return family, "no-record", None
    if not row.record["passes"]:
        return family, "record-fails", None
    predictor = load(Predictor, row.predictor)
    ratings = _ratings(employee)
    measured = [ratings.get(key) for key in predictor.dimensions]
    known = [float(value) for value in measured if value is not None]
    if len(known) < len(measured):
        return family, "not-measured", None
    found = prediction.expect(predictor, known)
    return family, "outside" if found.outside else "", found


def _ratings(employee: Any) -> dict[str, float | None]:
    if employee.application_id:
        card = interviewing.scorecard_of(employee.application_id)
        if card is None:
            return {}
        result = interviewing.counting(card)
        return {each.dimension: each.rating for each in result.dimensions}
    past = PastInterview.batch_get([(employee.person_id, ITEM)], consistent_read=True)
    return next((dict(row.ratings) for row in past), {})


def appraised(person_id: str) -> bool:
    """Whether a first cycle that lists the person is locked: until then raters stay blind."""
    family = records.employee(person_id).job_family
    return any(
        person_id in row.listed.values()
        for row in appraisal.cycles(family)
        if row.state == CycleState.LOCKED
    )
