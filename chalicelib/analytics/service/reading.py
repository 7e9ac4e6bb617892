"""Charts read from cells: one partition for any filter, whole weeks of any period."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from chalicelib.analytics.counting import cells as where
from chalicelib.analytics.counting import figures
from chalicelib.analytics.counting.cells import Cell
from chalicelib.analytics.counting.contribution import (
    FLOW,
    OUTCOMES,
    PASSES,
    SCORES,
    SURVEY,
    TIMES,
    WORK,
    week_of,
)
from chalicelib.analytics.counting.sums import unpacked
from chalicelib.analytics.rows import Filters, QuestionUse, Text2
from chalicelib.analytics.service import keeping, people
from chalicelib.analytics.tables import FigureCell
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing import usage
from chalicelib.records import service as records


class Reader:
    """What one request reads, each sheet and each list of names once."""

    def __init__(self, filters: Filters) -> None:
        self.filters = filters
        self._sheets: dict[tuple[str, str], list[Cell]] = {}

    @cached_property
    def generation(self) -> str:
        """Which count is in use."""
        return keeping.generation()

    def cells(self, sheet: str, filters: Filters | None = None) -> list[Cell]:
        """The cells of a sheet that the filters let through."""
        chosen = where.selection(filters or self.filters)
        key = (sheet, str(chosen))
        if key not in self._sheets:
            low, high = chosen.between(sheet)
            rows = FigureCell.query(
                keeping.partition(self.generation, chosen.scope),
                FigureCell.item_id.between(low, high),
            )
            told = (where.cell(row.item_id, unpacked(row.body)) for row in rows)
            self._sheets[key] = [cell for cell in told if chosen.holds(cell)]
        return self._sheets[key]

    @cached_property
    def requisitions(self) -> dict[str, Text2]:
        """Titles of requisitions by number."""
        return {row.item_id: dict(row.title) for row in records.requisitions()}

    @cached_property
    def stores(self) -> dict[str, Text2]:
        """Names of stores by number."""
        return {row.item_id: dict(row.name) for row in records.stores()}

    @cached_property
    def dimensions(self) -> dict[str, Text2]:
        """Names of dimensions by key, the latest name of each."""
        return {
            dimension.key: dimension.name
            for family in people.families(self.filters.job_family)
            for model in interviewing.versions(family)
            for dimension in model.dimensions
        }

    @cached_property
    def colleagues(self) -> dict[str, str]:
        """Names of those who work with the console, by actor id."""
        return {f"user-{row.item_id}": row.name or row.email for row in records.users()}


def opinions(reader: Reader) -> Any:
    """Candidates' answers, and how many more there are than were asked for."""
    every = figures.total(reader.cells(SURVEY, Filters())).get("n", 0)
    return figures.opinions(reader.cells(SURVEY), every)


def questions(reader: Reader) -> tuple[QuestionUse, ...]:
    """How each question of the bank was used in its present wording."""
    sums = interviewing.figures()
    family = reader.filters.job_family
    return tuple(
        QuestionUse(each.question_id, dict(each.text), usage.read(found))
        for each in interviewing.questions()
        if not (family and each.job_families and family not in each.job_families)
        and (found := sums.get((each.question_id, each.version))) is not None
    )


def moved(reader: Reader) -> Any:
    """Times before and after the day that was asked for; nothing without one."""
    day = reader.filters.moved_on
    return figures.moved(reader.cells(TIMES), week_of(day)) if day else ()


#: What `rows.Datasets` holds -> how it is read. A chart names one of these in `rows`.
LOADERS: Mapping[str, Callable[[Reader], Any]] = {
    "scores": lambda r: figures.scores(r.cells(SCORES), r.filters.edges),
    "dimensions": lambda r: figures.dimensions(r.cells(SCORES), r.dimensions),
    "weeks": lambda r: figures.weeks(r.cells(SCORES)),
    "questions": questions,
    "decided": lambda r: figures.decided(r.cells(PASSES), "requisition_id", r.requisitions),
    "decided_stores": lambda r: figures.decided(r.cells(PASSES), "store_id", r.stores),
    "decided_regions": lambda r: figures.decided(r.cells(PASSES), "region", {}),
    "decided_sources": lambda r: figures.decided(r.cells(PASSES), "source", {}),
    "journeys": lambda r: figures.journeys(r.cells(FLOW)),
    "stays": lambda r: figures.stays(r.cells(TIMES)),
    "stretches": lambda r: figures.stays(r.cells(TIMES), figures.STRETCHES),
    "moved": moved,
    "hands": lambda r: figures.hands(r.cells(WORK), r.colleagues),
    "source_work": lambda r: figures.source_work(r.cells(OUTCOMES)),
    "opinions": opinions,
    "outcomes": lambda r: people.outcomes(r.filters),
    "groups": lambda r: people.groups(r.filters),
}
