"""The only joins across domains: what other domains tell, joined by ids into rows for charts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from chalicelib.analytics.rows import (
    DEFAULT_CUT,
    UNKNOWN,
    Datasets,
    DecidedRow,
    DimensionRow,
    Filters,
    GroupRow,
    Job,
    JourneyRow,
    OutcomeRow,
    ProfileRow,
    Rated,
    ScoreRow,
    Seen,
    Sources,
    Text2,
    Worked,
)
from chalicelib.foundation.statistics import mean
from chalicelib.records.stages import BOARD, Stage

LEAST_COMPARED = 10


def build(sources: Sources, filters: Filters | None = None) -> Datasets:
    """Join what the domains told.

    Parameters
    ----------
    sources : rows as the domains gave them; an application of an unknown requisition keeps the
        default cut score and its requisition's id as name.
    filters : which applications count. An interview without application (imported history) is
        kept where only the job family is asked for, and counts for prediction against reality
        alone: its ratings were given by other means.

    Returns
    -------
    Datasets, rows by id, the same whatever the order of the sources.
    """
    wanted = filters or Filters()
    jobs = {job.requisition_id: job for job in sources.jobs}
    seen = sorted((s for s in sources.seen if _counts(s, wanted)), key=lambda s: s.application_id)
    by_application = {each.application_id: each for each in seen}
    rated = [r for r in sources.rated if _rated_counts(r, by_application, wanted)]
    rated.sort(key=lambda r: (r.person_id, r.application_id))
    cuts = {each.application_id: _cut(jobs, each.requisition_id) for each in seen}
    return Datasets(
        scores=tuple(
            ScoreRow(each.application_id, each.composite, cuts[each.application_id])
            for each in seen
            if each.composite is not None
        ),
        dimensions=tuple(_dimension_rows(rated, sources.names)),
        decided=tuple(_decided(seen, jobs)),
        outcomes=tuple(_outcomes(rated, seen, sources.worked, jobs)),
        journeys=tuple(_journey(each) for each in seen),
        groups=tuple(_groups(seen, sources.groups)),
    )


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


def name_of(names: Mapping[str, Text2], key: str) -> Text2:
    """A dimension's name; its key where nobody has named it."""
    return dict(names.get(key) or {"zh": key, "en": key})


def _mean_of(others: Sequence[Rated], key: str) -> float | None:
    known = [score for each in others if (score := each.scores.get(key)) is not None]
    return mean(known) if len(known) >= LEAST_COMPARED else None


def _counts(each: Seen, wanted: Filters) -> bool:
    return all(
        not asked or asked == found
        for asked, found in (
            (wanted.job_family, each.job_family),
            (wanted.requisition_id, each.requisition_id),
            (wanted.region, each.region),
            (wanted.source, each.source),
        )
    )


def _rated_counts(each: Rated, known: Mapping[str, Seen], wanted: Filters) -> bool:
    if each.application_id in known:
        return True
    narrow = wanted.requisition_id or wanted.region or wanted.source
    return each.imported and not narrow and wanted.job_family in ("", each.job_family)


def _cut(jobs: Mapping[str, Job], requisition_id: str) -> float:
    return jobs[requisition_id].cut_score if requisition_id in jobs else DEFAULT_CUT


def family_cut(jobs: Mapping[str, Job], job_family: str) -> float:
    """The cut score (0–100) most requisitions of a family use; imported interviews had none."""
    used = Counter(job.cut_score for job in jobs.values() if job.job_family == job_family)
    return max(used, key=lambda cut: (used[cut], cut), default=DEFAULT_CUT)


def _dimension_rows(rated: Iterable[Rated], names: Mapping[str, Text2]) -> Iterator[DimensionRow]:
    for each in (one for one in rated if not one.imported):
        for key, score in sorted(each.scores.items()):
            if score is not None:
                interview = each.application_id or each.person_id
                yield DimensionRow(interview, key, name_of(names, key), score)


def _decided(seen: Iterable[Seen], jobs: Mapping[str, Job]) -> Iterator[DecidedRow]:
    for each in seen:
        verdict = _verdict(each)
        if verdict is not None:
            key = each.requisition_id
            title = jobs[key].title if key in jobs else {"zh": key, "en": key}
            yield DecidedRow(each.application_id, key, dict(title), verdict)


def _verdict(each: Seen) -> bool | None:
    """Whether a person let the interviewed candidate pass; None while nobody has decided."""
    if Stage.INTERVIEWED not in each.stages:
        return None
    if Stage.PASSED in each.stages:
        return True
    return False if Stage.REJECTED in each.stages else None


def _outcomes(
    rated: Iterable[Rated], seen: Iterable[Seen], worked: Iterable[Worked], jobs: Mapping[str, Job]
) -> Iterator[OutcomeRow]:
    applications = {each.application_id: each for each in seen}
    latest: dict[tuple[str, str], Rated] = {}
    for each in sorted(rated, key=lambda r: (_hired(r, applications), r.application_id)):
        if each.composite is not None and _hired(each, applications):
            latest[(each.person_id, each.job_family)] = each
    for person in sorted(worked, key=lambda w: (w.person_id, w.job_family)):
        interview = latest.get((person.person_id, person.job_family))
        if interview is None or interview.composite is None:
            continue
        application = applications.get(interview.application_id)
        family = person.job_family
        cut = _cut(jobs, application.requisition_id) if application else family_cut(jobs, family)
        yield OutcomeRow(
            person.person_id,
            person.label or person.person_id,
            interview.composite,
            cut,
            person.outcome,
            interview.imported,
        )


def _hired(each: Rated, applications: Mapping[str, Seen]) -> bool:
    if each.imported:
        return True
    application = applications.get(each.application_id)
    return application is not None and Stage.HIRED in application.stages


def _journey(each: Seen) -> JourneyRow:
    places = [BOARD.index(stage) for stage in each.stages if stage in BOARD]
    ends = [stage for stage in each.stages if stage not in BOARD]
    furthest = BOARD[max(places, default=0)]
    return JourneyRow(each.application_id, furthest, ends[-1] if ends else None)


def _groups(seen: Iterable[Seen], groups: Mapping[str, str]) -> Iterator[GroupRow]:
    for each in seen:
        verdict = _verdict(each)
        if verdict is not None:
            group = groups.get(each.person_id) or UNKNOWN
            yield GroupRow(each.application_id, group, verdict, each.composite)
