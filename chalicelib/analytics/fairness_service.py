"""What fairness work reads through the other domains' doors, and the reports it makes of it.

The only reader of what people state of themselves. It gives out counts by group; no name, no
person's id and no single statement leaves it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.analytics import fairness
from chalicelib.analytics.datasets import usual_cut
from chalicelib.analytics.fairness import Audited, Period, Report, Way
from chalicelib.analytics.service import sampling
from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.cycle import CycleState
from chalicelib.calibration import service as calibration
from chalicelib.calibration.fairness.audit import audit
from chalicelib.calibration.fairness.impact import AND
from chalicelib.foundation.observability import count
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

#: Applications that one report looks at; more are asked for by requisition.
MOST = 20_000


def report(period: Period) -> Report:
    """Selection, components and prediction by every stated attribute and pair of attributes."""
    ways, jobs, cut = _ways(period)
    groups = records.stated_groups(way.person_id for way in ways)
    cut_score = usual_cut(float(job.cut_score) for job in jobs)
    names = fairness.attributes(groups)
    passages = [fairness.passage(way, groups, cut_score) for way in ways]
    worked = list(_worked(jobs, ways))
    shared = (passages, worked, groups, cut_score)
    found = [fairness.report_on(name, *shared) for name in names]
    if any(each.drill_down.failed for each in found if AND not in each.attribute):
        scored = [fairness.passage(way, groups, cut_score) for way in _with_scores(ways, jobs)]
        found = [fairness.report_on(name, scored, *shared[1:]) for name in names]
    people = {way.person_id for way in ways}
    count("FairnessReported", attributes=len(names))
    return Report(period, len(ways), len(people), len(groups), cut_score, cut, tuple(found))


def audited(period: Period) -> Audited:
    """The bias audit of a period, in the shape of Local Law 144."""
    ways, jobs, cut = _ways(period)
    groups = records.stated_groups(way.person_id for way in ways)
    days = sorted(way.stages[Stage.INTERVIEWED] for way in ways if Stage.INTERVIEWED in way.stages)
    count("BiasAudited", applications=len(ways))
    company = records.organisation()
    families = sorted({job.job_family for job in jobs})
    names = {each.job_family: each.name for each in interviewing.families()}
    return Audited(
        period,
        {"zh": "", "en": ""} | (dict(company.name) if company else {}),
        {key: dict(names.get(key) or {"zh": key, "en": key}) for key in families},
        days[0] if days else "",
        days[-1] if days else "",
        cut,
        audit(list(fairness.assessed(ways, groups)), fairness.AUDITED),
    )


def dimension_names(job_family: str) -> dict[str, dict[str, str]]:
    """Names of the dimensions of a job family's models, or of all families'."""
    families = [job_family] if job_family else [x.job_family for x in interviewing.families()]
    return {
        item.key: dict(item.name)
        for family in families
        for model in interviewing.versions(family)
        for item in model.dimensions
    }


def _ways(period: Period) -> tuple[list[Way], list[records.Requisition], bool]:
    jobs = [
        row
        for row in records.requisitions()
        if period.job_family in ("", row.job_family) and period.requisition_id in ("", row.item_id)
    ]
    found = sampling.applications(
        (job.item_id for job in jobs),
        MOST,
        lambda row: _way(row).within(period.since, period.until),
    )
    return [_way(row) for row in found.rows], jobs, found.cut


def _way(row: records.Application) -> Way:
    composite = None if row.composite is None else float(row.composite)
    stages = {Stage(step["stage"]): str(step["at"])[:10] for step in row.history}
    return Way(str(row.application_id), str(row.person_id), stages, composite)


def _with_scores(ways: Sequence[Way], jobs: Sequence[records.Requisition]) -> list[Way]:
    """Applications with their dimensions' scores; only where the whole asks for components.

    Scorecards come by the hundred, under the sessions that the loop keeps of each job family; an
    interview that it has not heard of yet is looked up by itself.
    """
    people = {way.person_id for way in ways if Stage.INTERVIEWED in way.stages}
    sessions = (
        row.session_id
        for family in sorted({job.job_family for job in jobs})
        for row in calibration.rated_since(family)
        if row.person_id in people
    )
    cards = interviewing.scorecards(sessions)
    return [_with_score(way, cards) for way in ways]


def _with_score(way: Way, cards: Mapping[str, Any]) -> Way:
    if Stage.INTERVIEWED not in way.stages:
        return way
    card = cards.get(way.application_id) or interviewing.scorecard_of(way.application_id)
    parts = card.result["dimensions"] if card else []
    return replace(way, scores={part["dimension"]: part["score"] for part in parts})


def _worked(jobs: list[records.Requisition], ways: list[Way]) -> Iterator[tuple[str, float, float]]:
    """Person, composite and latest locked outcome of the hired, imported history included."""
    scores = {
        way.person_id: way.composite
        for way in ways
        if Stage.HIRED in way.stages and way.composite is not None
    }
    for family in sorted({job.job_family for job in jobs}):
        past = {
            str(row.person_id): float(row.composite)
            for row in calibration.past_interviews(family)
            if row.composite is not None
        }
        for person, outcome in _outcomes(family).items():
            score = scores.get(person, past.get(person))
            if score is not None:
                yield person, score, outcome


def _outcomes(job_family: str) -> dict[str, float]:
    """Each person's latest outcome; a later cycle that has none for them takes nothing away."""
    locked = [row for row in appraisal.cycles(job_family) if row.state == CycleState.LOCKED]
    latest: dict[str, float] = {}
    for row in sorted(locked, key=lambda cycle: (cycle.ends_on, cycle.item_id)):
        found = appraisal.outcomes(row.item_id)
        latest |= {each.person_id: each.score for each in found if each.score is not None}
    return latest
