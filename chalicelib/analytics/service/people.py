"""What charts about single employees and stated groups are drawn from, bounded in number."""

from collections.abc import Iterable, Iterator, Sequence

from chalicelib.analytics import datasets
from chalicelib.analytics.rows import Filters, GroupRow, OutcomeRow
from chalicelib.analytics.service import sampling
from chalicelib.analytics.tables import OutcomePair
from chalicelib.analytics.told import Seen
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

#: Employees of one job family whose score and outcome are drawn; ids are random, so are the first.
MOST_PAIRS = 5_000
#: Applications that the chart of stated groups looks at; the report on fairness looks at more.
MOST_APPLICATIONS = 5_000
#: By which stated attribute selection rates are compared.
ATTRIBUTE = "gender"
#: A pair's places that can be asked for.
PLACES = ("requisition_id", "store_id", "region", "source")


def families(asked: str = "") -> list[str]:
    """The job families of the library and of the company."""
    known = {each.job_family for each in interviewing.families()}
    known |= {row.job_family for row in records.requisitions()}
    return sorted(name for name in known if asked in ("", name))


def outcomes(filters: Filters) -> tuple[OutcomeRow, ...]:
    """Scores beside later outcomes; imported history only where no place is asked for."""
    found = []
    for family in families(filters.job_family):
        for row in OutcomePair.query(f"figures#pairs#{family}", limit=MOST_PAIRS):
            if row.outcome is not None and row.composite is not None and _counts(row, filters):
                found.append(_outcome(row))
    return tuple(found)


def _counts(row: OutcomePair, filters: Filters) -> bool:
    return all(getattr(filters, name) in ("", row.place.get(name)) for name in PLACES)


def _outcome(row: OutcomePair) -> OutcomeRow:
    return OutcomeRow(
        row.item_id,
        row.label or row.item_id,
        float(row.composite or 0),
        float(row.cut_score or 0),
        float(row.outcome or 0),
        bool(row.imported),
        row.application_id,
    )


def groups(filters: Filters) -> tuple[GroupRow, ...]:
    """Decided interviews by the group that each person stated."""
    found = sampling.applications(
        _requisitions(filters),
        MOST_APPLICATIONS,
        lambda row: all(getattr(filters, n) in ("", getattr(row, n)) for n in PLACES),
    )
    rows = [seen(row) for row in found.rows]
    return datasets.groups(rows, _stated(rows))


def _requisitions(filters: Filters) -> list[str]:
    return [
        job.item_id
        for job in records.requisitions()
        if filters.job_family in ("", job.job_family)
        and filters.requisition_id in ("", job.item_id)
    ]


def seen(row: records.Application) -> Seen:
    """An application as other rows are joined to it."""
    return Seen(
        row.application_id,
        row.person_id,
        row.requisition_id,
        row.job_family,
        tuple(Stage(step["stage"]) for step in row.history),
        None if row.composite is None else float(row.composite),
        row.region,
        row.source,
    )


def _stated(rows: Sequence[Seen]) -> dict[str, str]:
    stated = records.stated_groups(_interviewed(rows))
    return {person: each.get(ATTRIBUTE, "") for person, each in stated.items()}


def _interviewed(rows: Iterable[Seen]) -> Iterator[str]:
    yield from sorted({each.person_id for each in rows if Stage.INTERVIEWED in each.stages})
