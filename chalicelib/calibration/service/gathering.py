"""Everything known of a job family's people, gathered from the interview, the résumé and work."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.tenure import months_between, retention
from chalicelib.calibration.effect import composite_of
from chalicelib.calibration.evidence import Cohort
from chalicelib.calibration.potential import WINDOWS, Case
from chalicelib.calibration.profile_model import Worker
from chalicelib.calibration.service.reading import cohort, locked_cycles
from chalicelib.calibration.traits import Said
from chalicelib.foundation import clock
from chalicelib.foundation.statistics import deviation, mean
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.records import service as records
from chalicelib.screening import service as screening

#: An indicator that is an outcome of its own says nothing about a quality of work.
NO_INDICATOR = "retention"
#: People whose answers are read, those hired last.
MOST_READ = 5_000


@dataclass(frozen=True)
class People:
    """A job family's people: `cohort` of everyone interviewed, `employees` by person."""

    model: CompetencyModel
    cohort: Cohort
    employees: dict[str, Any]

    @property
    def workers(self) -> list[Worker]:
        """Those with an outcome."""
        return [
            Worker(row.person_id, row.outcome, dict(row.indicators))
            for row in self.cohort.outcomes
            if row.outcome is not None
        ]

    @property
    def composites(self) -> dict[str, float]:
        """Composite 0–100 of everyone interviewed, under the weights in force."""
        weights = {item.key: float(item.weight) for item in self.model.dimensions}
        return {
            row.person_id: composite_of(
                dict(zip(self.cohort.dimensions, row.ratings, strict=True)), weights
            )
            for row in self.cohort.rows
        }


def people(job_family: str) -> People:
    """Gather a job family. Raises JobFamilyUnknown."""
    model = interviewing.current_model(job_family)
    known = {row.person_id: row for row in records.employees(job_family)}
    return People(model, cohort(job_family), known)


Told = dict[str, list[tuple[str, str, Said]]]


def interviewed(found: People) -> list[tuple[str, str]]:
    """Person and application of those interviewed here with an outcome, the last hired first."""
    rows = (found.employees.get(worker.person_id) for worker in found.workers)
    here = [row for row in rows if row is not None and row.application_id]
    here.sort(key=lambda row: (row.hired_at, row.person_id), reverse=True)
    return [(row.person_id, row.application_id) for row in here]


def answers(found: People) -> Told:
    """Rated answers (session, question, what was said) of those with an outcome.

    Each person's takes two reads, so no more than `MOST_READ` people's are read.
    """
    told: Told = {}
    for person_id, application_id in interviewed(found)[:MOST_READ]:
        card = interviewing.scorecard_of(application_id)
        if card is not None:
            told[person_id] = [
                (card.session_id, row.question_id, Said(row.dimension, row.rating))
                for row in interviewing.answers(card.session_id)
                if row.rating and row.rating.get("rating") is not None
            ]
    return told


def facts(found: People) -> dict[str, Any]:
    """The qualifications of those with an outcome whose résumé was read."""
    wanted = {
        row.application_id: person for person, row in found.employees.items() if row.application_id
    }
    rated = {worker.person_id for worker in found.workers}
    names = [name for name, person in wanted.items() if person in rated]
    return {
        wanted[row.application_id]: row.facts.get("qualifications", {})
        for row in screening.results(names)
    }


def beside(found: People, job_family: str) -> dict[str, dict[str, float]]:
    """Indicators measured at work that are no part of the outcome, by key and person.

    Levelled within each cycle (SD units of the readings as they are), the latest cycle's counting.
    """
    parts = {key for worker in found.workers for key in worker.indicators}
    rated = {worker.person_id for worker in found.workers}
    latest: dict[str, dict[str, float]] = {}
    for cycle_id in locked_cycles(job_family):
        by_key: dict[str, dict[str, float]] = {}
        for reading in appraisal.readings(cycle_id):
            if reading.kpi not in parts | {NO_INDICATOR} and reading.person_id in rated:
                by_key.setdefault(reading.kpi, {})[reading.person_id] = reading.value
        for key, values in by_key.items():
            latest.setdefault(key, {}).update(_levelled(values))
    return latest


def _levelled(values: dict[str, float]) -> dict[str, float]:
    spread, middle = deviation(list(values.values())), mean(list(values.values()))
    return {who: (value - middle) / spread for who, value in values.items()} if spread else {}


def cases(found: People, job_family: str) -> dict[int, list[Case]]:
    """Everyone hired, by the months after which they were appraised; under 0 the latest of each."""
    composites = found.composites
    hired = [row.person_id for row in found.cohort.rows if row.hired]
    latest = {row.person_id: row for row in found.cohort.outcomes}
    seen: dict[int, dict[str, Case]] = {0: {}, **{months: {} for months in WINDOWS}}
    for person in hired:
        row = latest.get(person)
        one = (row.outcome, dict(row.indicators)) if row else (None, {})
        seen[0][person] = Case(person, composites[person], *one, _retained(found, person))
    for months, person, outcome in _appraised(found, job_family):
        if person in composites:
            case = seen[0].get(person)
            kept = case.retained if case else {}
            seen[months][person] = Case(person, composites[person], outcome, {}, kept)
    for months in WINDOWS:  # those who left before an appraisal still count for retention
        for person, case in seen[0].items():
            if person not in seen[months] and case.retained.get(months) is not None:
                seen[months][person] = Case(person, case.composite, None, {}, case.retained)
    return {months: list(by_person.values()) for months, by_person in seen.items()}


def _appraised(found: People, job_family: str) -> Iterator[tuple[int, str, float | None]]:
    """(window, person, outcome) of every locked cycle, the earliest first."""
    for cycle_id in locked_cycles(job_family):
        ends = date.fromisoformat(appraisal.cycle(cycle_id).ends_on)
        for each in appraisal.outcomes(cycle_id):
            employee = found.employees.get(each.person_id)
            if employee is None or each.score is None:
                continue
            months = months_between(date.fromisoformat(employee.hired_at[:10]), ends)
            window = max((wide for wide in WINDOWS if months >= wide), default=0)
            if window and months < 2 * WINDOWS[-1]:
                yield window, each.person_id, each.score


def _retained(found: People, person: str) -> dict[int, bool | None]:
    """Whether somebody was in post 6 and 12 months after the hire; None while that day is ahead."""
    row = found.employees.get(person)
    if row is None:
        return {}
    today, hired = clock.iso(clock.now())[:10], row.hired_at[:10]
    return retention(person, hired, row.left_on or "", row.leaving or "", as_of=today).retained


def kpi_names(job_family: str) -> dict[str, dict[str, str]]:
    """What the company calls its indicators of work."""
    return {kpi.key: kpi.name for kpi in appraisal.current_kpis(job_family).kpis}
