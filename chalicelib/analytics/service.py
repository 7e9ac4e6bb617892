"""The only door to analytics: reads through the other domains' doors, writes nothing.

It never scans: one index query per requisition, two reads per interviewed person, one batch read
per locked cycle and person. Some 2,000 interviews take a few seconds; who has more asks by job
family or requisition, or for one chart, which reads only what it needs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from chalicelib.analytics import advice as advising
from chalicelib.analytics import charts as listed_charts
from chalicelib.analytics import datasets, spreadsheet
from chalicelib.analytics.registry import CHARTS, Chart, Spec, Text2, render
from chalicelib.analytics.rows import Filters, Job, Rated, Seen, Sources, Worked
from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.cycle import CycleState
from chalicelib.calibration import service as calibration
from chalicelib.foundation.access import Fields
from chalicelib.foundation.errors import Forbidden, NotFound
from chalicelib.foundation.observability import count
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

__all__ = [
    "ATTRIBUTE",
    "ChartUnknown",
    "Dashboard",
    "Filters",
    "chart",
    "dashboard",
    "listed_charts",
    "profile_charts",
    "table_csv",
]

MaySee = Callable[[Fields], bool]

#: Applications of one requisition that are looked at.
MOST_APPLICATIONS = 20_000
#: By which stated attribute selection rates are compared.
ATTRIBUTE = "gender"
#: Rows for which every interviewed person's scorecard is read.
FROM_FILES = frozenset({"dimensions", "groups"})


class ChartUnknown(NotFound):
    """No chart of this name is listed."""

    code = "chart-unknown"


@dataclass(frozen=True)
class Dashboard:
    """The charts that the reader may see, in one language, and the advice their rows carry."""

    charts: tuple[Chart, ...]
    advice: tuple[advising.Advice, ...]


def dashboard(language: str, filters: Filters, *, may_see: MaySee) -> Dashboard:
    """Every chart and the advice that the evidence supports, as far as the reader may see them."""
    rows = datasets.build(_sources(filters), filters)
    seen = [spec for spec in CHARTS.values() if spec.rows and _visible(spec, may_see)]
    shown = tuple(render(spec.key, getattr(rows, spec.rows), language) for spec in seen)
    keys = {spec.key for spec in seen}
    count("DashboardShown", charts=len(shown))
    return Dashboard(shown, tuple(each for each in advising.advise(rows) if each.chart in keys))


def chart(key: str, language: str, filters: Filters, *, may_see: MaySee) -> Chart:
    """One chart of the dashboard. Raises ChartUnknown, Forbidden."""
    spec = CHARTS.get(key)
    if spec is None or not spec.rows:
        raise ChartUnknown(chart=key)
    if not _visible(spec, may_see):
        raise Forbidden(action="analytics.read")
    rows = datasets.build(_sources(filters, files=spec.rows in FROM_FILES), filters)
    return render(key, getattr(rows, spec.rows), language)


def table_csv(key: str, language: str, filters: Filters, *, may_see: MaySee) -> str:
    """The table behind a chart as CSV text with a byte-order mark. Raises as `chart` does."""
    return spreadsheet.of_chart(chart(key, language, filters, may_see=may_see))


def profile_charts(
    scores: Mapping[str, float | None], names: Mapping[str, Text2], language: str
) -> tuple[Chart, Chart]:
    """One person's dimension scores (0–100, None: not measured) as web and as bars."""
    rows = datasets.profile(scores, names)
    return render("radar", rows, language), render("profile", rows, language)


def _visible(spec: Spec, may_see: MaySee) -> bool:
    return not spec.guarded or (may_see(Fields.PERFORMANCE) and may_see(Fields.SCORE))


def _sources(filters: Filters, *, files: bool = True) -> Sources:
    jobs = [
        Job(row.item_id, dict(row.title), row.job_family, float(row.cut_score))
        for row in records.requisitions()
        if filters.job_family in ("", row.job_family)
    ]
    families = sorted({job.job_family for job in jobs} | {filters.job_family} - {""})
    asked = [job for job in jobs if filters.requisition_id in ("", job.requisition_id)]
    seen = [each for job in asked for each in _applications(job)]
    rated, groups = _read_files(seen) if files else ([_rated(each, {}) for each in seen], {})
    return Sources(
        jobs=tuple(jobs),
        seen=tuple(seen),
        rated=(*rated, *(each for family in families for each in _imported(family))),
        worked=tuple(each for family in families for each in _worked(family)),
        names={key: name for family in families for key, name in _names(family)},
        groups=groups,
    )


def _applications(job: Job) -> Iterator[Seen]:
    for row in records.applications_of(job.requisition_id, MOST_APPLICATIONS):
        yield Seen(
            row.application_id,
            row.person_id,
            row.requisition_id,
            row.job_family,
            tuple(Stage(step["stage"]) for step in row.history),
            None if row.composite is None else float(row.composite),
            row.region,
            row.source,
        )


def _read_files(seen: Iterable[Seen]) -> tuple[list[Rated], dict[str, str]]:
    """Dimension scores, and the group a person stated, of those interviewed."""
    rated: list[Rated] = []
    for each in seen:
        if Stage.INTERVIEWED not in each.stages:
            continue
        card = interviewing.scorecard_of(each.application_id)
        parts = card.result["dimensions"] if card else []
        rated.append(_rated(each, {part["dimension"]: part["score"] for part in parts}))
    stated = records.stated_groups(each.person_id for each in rated)
    return rated, {person: each.get(ATTRIBUTE, "") for person, each in stated.items()}


def _rated(each: Seen, scores: Mapping[str, float | None]) -> Rated:
    return Rated(each.person_id, each.application_id, each.job_family, each.composite, scores)


def _imported(job_family: str) -> Iterator[Rated]:
    for row in calibration.past_interviews(job_family):
        composite = None if row.composite is None else float(row.composite)
        yield Rated(row.person_id, "", job_family, composite, {}, imported=True)


def _worked(job_family: str) -> Iterator[Worked]:
    """The latest locked outcome of each employee, as calibration takes it."""
    locked = [row for row in appraisal.cycles(job_family) if row.state == CycleState.LOCKED]
    latest: dict[str, Worked] = {}
    for row in sorted(locked, key=lambda cycle: (cycle.ends_on, cycle.item_id)):
        for each in appraisal.outcomes(row.item_id):
            latest.pop(each.person_id, None)
            if each.score is not None:
                latest[each.person_id] = Worked(
                    each.person_id, job_family, each.score, each.employee_number
                )
    yield from latest.values()


def _names(job_family: str) -> Iterator[tuple[str, Text2]]:
    for model in interviewing.versions(job_family):
        for dimension in model.dimensions:
            yield dimension.key, dimension.name
