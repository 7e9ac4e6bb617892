"""Charts and advice as far as a reader may see them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.analytics import advice as advising
from chalicelib.analytics import charts as listed_charts  # noqa: F401 - lists every chart
from chalicelib.analytics import datasets, spreadsheet
from chalicelib.analytics.areas import AREAS, area_of
from chalicelib.analytics.registry import CHARTS, Chart, Spec, Text2, render
from chalicelib.analytics.rows import Datasets, Filters
from chalicelib.analytics.service.reading import LOADERS, Reader
from chalicelib.foundation.access import Fields
from chalicelib.foundation.errors import Forbidden, NotFound
from chalicelib.foundation.observability import count

MaySee = Callable[[Fields], bool]


class ChartUnknown(NotFound):
    """No chart of this name is listed."""

    code = "chart-unknown"


@dataclass(frozen=True)
class Dashboard:
    """The charts that the reader may see, in one language, and the advice their rows carry."""

    charts: tuple[Chart, ...]
    advice: tuple[advising.Advice, ...]


def dashboard(language: str, filters: Filters, *, may_see: MaySee, area: str = "") -> Dashboard:
    """The charts of an area, or all, and the advice that their evidence supports."""
    reader = Reader(filters)
    wanted = [spec for spec in CHARTS.values() if spec.rows and area in ("", area_of(spec.rows))]
    seen = [spec for spec in wanted if _visible(spec, may_see)]
    rows = {name: LOADERS[name](reader) for name in dict.fromkeys(spec.rows for spec in seen)}
    shown = tuple(render(spec.key, rows[spec.rows], language) for spec in seen)
    keys = {spec.key for spec in seen}
    count("DashboardShown", charts=len(shown))
    found = advising.advise(Datasets(**rows))
    return Dashboard(shown, tuple(each for each in found if each.chart in keys))


def chart(key: str, language: str, filters: Filters, *, may_see: MaySee) -> Chart:
    """One chart of the dashboard. Raises ChartUnknown, Forbidden."""
    spec = CHARTS.get(key)
    if spec is None or not spec.rows:
        raise ChartUnknown(chart=key)
    if not _visible(spec, may_see):
        raise Forbidden(action="analytics.read")
    return render(key, LOADERS[spec.rows](Reader(filters)), language)


def table_csv(key: str, language: str, filters: Filters, *, may_see: MaySee) -> str:
    """The table behind a chart as CSV text with a byte-order mark. Raises as `chart` does."""
    return spreadsheet.of_chart(chart(key, language, filters, may_see=may_see))


def areas(may_see: MaySee) -> tuple[str, ...]:
    """The areas in which the reader may see a chart, in the order of the page."""
    found = {area_of(s.rows) for s in CHARTS.values() if s.rows and _visible(s, may_see)}
    return tuple(area for area in AREAS if area in found)


def profile_charts(
    scores: Mapping[str, float | None], names: Mapping[str, Text2], language: str
) -> tuple[Chart, Chart]:
    """One person's dimension scores (0–100, None: not measured) as web and as bars."""
    rows: Any = datasets.profile(scores, names)
    return render("radar", rows, language), render("profile", rows, language)


def _visible(spec: Spec, may_see: MaySee) -> bool:
    return not spec.guarded or (may_see(Fields.PERFORMANCE) and may_see(Fields.SCORE))
