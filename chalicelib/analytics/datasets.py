"""The only joins across domains: what other domains tell, joined by ids into rows for charts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from chalicelib.analytics.counting.figures import name_of
from chalicelib.analytics.rows import (
    DEFAULT_CUT,
    UNKNOWN,
    GroupRow,
    OutcomeRow,
    ProfileRow,
    Text2,
)
from chalicelib.analytics.told import Job, Rated, Seen, Worked
from chalicelib.foundation.statistics import mean
from chalicelib.records.stages import Stage

LEAST_COMPARED = 10


def outcomes(
    seen: Iterable[Seen], past: Iterable[Rated], worked: Iterable[Worked], jobs: Mapping[str, Job]
) -> tuple[OutcomeRow, ...]:
    """Join each employee's outcome with the interview that led to the hire.

    Parameters
    ----------
    seen : applications; the last one that ended in a hire counts.
    past : imported interviews without an application; a hire here counts before them.
    worked : employees with a locked outcome, in SD units.
    jobs : requisitions by number; an unknown one keeps the default cut score.

    Returns
    -------
    OutcomeRow per employee whose interview has a composite, by person id.
    """
    latest: dict[tuple[str, str], OutcomeRow] = {}
    for old in past:
        if old.composite is not None:
            cut = family_cut(jobs, old.job_family)
            latest[(old.person_id, old.job_family)] = OutcomeRow(
                old.person_id, "", old.composite, cut, 0.0, True
            )
    for each in sorted(seen, key=lambda one: one.application_id):
        if each.composite is not None and Stage.HIRED in each.stages:
            cut = _cut(jobs, each.requisition_id)
            latest[(each.person_id, each.job_family)] = OutcomeRow(
                each.person_id, "", each.composite, cut, 0.0, False, each.application_id
            )
    found = (
        replace(row, label=person.label or person.person_id, outcome=person.outcome)
        for person in sorted(worked, key=lambda w: (w.person_id, w.job_family))
        if (row := latest.get((person.person_id, person.job_family))) is not None
    )
    return tuple(found)


def groups(seen: Iterable[Seen], stated: Mapping[str, str]) -> tuple[GroupRow, ...]:
    """Decided interviews with the group that each person stated, or "unknown"."""
    found = []
    for each in sorted(seen, key=lambda one: one.application_id):
        verdict = decided(each.stages)
        if verdict is not None:
            group = stated.get(each.person_id) or UNKNOWN
            found.append(GroupRow(each.application_id, group, verdict, each.composite))
    return tuple(found)


def profile(
    scores: Mapping[str, float | None],
    names: Mapping[str, Text2],
    others: Iterable[Rated] = (),
) -> tuple[ProfileRow, ...]:
    """One person's dimensions (scores 0–100), each beside the mean of `others`.

    A comparison with fewer than ten others is left out.
    """
    compared = list(others)
    return tuple(
        ProfileRow(key, name_of(names, key), score, _mean_of(compared, key))
        for key, score in scores.items()
    )


def _mean_of(others: Sequence[Rated], key: str) -> float | None:
    known = [score for each in others if (score := each.scores.get(key)) is not None]
    return mean(known) if len(known) >= LEAST_COMPARED else None


def _cut(jobs: Mapping[str, Job], requisition_id: str) -> float:
    return jobs[requisition_id].cut_score if requisition_id in jobs else DEFAULT_CUT


def family_cut(jobs: Mapping[str, Job], job_family: str) -> float:
    """The cut score (0–100) most requisitions of a family use; imported interviews had none."""
    return usual_cut(job.cut_score for job in jobs.values() if job.job_family == job_family)


def usual_cut(cuts: Iterable[float]) -> float:
    """The cut score (0–100) that most use; the higher one where two are used as often."""
    used = Counter(cuts)
    return max(used, key=lambda cut: (used[cut], cut), default=DEFAULT_CUT)


def decided(stages: Iterable[Stage]) -> bool | None:
    """Whether a person let the interviewed candidate pass; None while nobody has decided."""
    been = set(stages)
    if Stage.INTERVIEWED not in been:
        return None
    if Stage.PASSED in been:
        return True
    return False if Stage.REJECTED in been else None
