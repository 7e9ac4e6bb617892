"""What a person sees of screenings: results, rankings, and which of them are stale."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ids
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.values import load
from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from chalicelib.screening import basis, scoring
from chalicelib.screening.rules import validate_criteria
from chalicelib.screening.scoring import Fit, shown
from chalicelib.screening.service.keeping import item_id
from chalicelib.screening.tables import ScreeningResult

#: Screenings that one ranking compares.
MOST_RANKED = 2_000


def result(application_id: str) -> ScreeningResult:
    """Show the screening of one application. Raises NotFound while there is none."""
    try:
        return ScreeningResult.get(
            ids.person_of(application_id), item_id(application_id), consistent_read=True
        )
    except DoesNotExist as error:
        raise NotFound("screening-unknown", application_id=application_id) from error


def results(application_ids: Sequence[str]) -> list[ScreeningResult]:
    """Order the screenings of some applications, best first; those without one are left out."""
    keys = [(ids.person_of(name), item_id(name)) for name in application_ids]
    rows = [row for row in ScreeningResult.batch_get(keys) if isinstance(row, ScreeningResult)]
    return scoring.ranked(rows, lambda row: load(Fit, row.fit), lambda row: str(row.application_id))


def one_each(applications: Iterable[records.Application]) -> list[records.Application]:
    """One application a person: of merged people's for one requisition, the latest screened."""
    latest: dict[tuple[str, str], records.Application] = {}
    for row in applications:
        key = (row.holder, str(row.requisition_id))
        known = latest.get(key)
        if known is None or (row.screened_at or "") > (known.screened_at or ""):
            latest[key] = row
    return list(latest.values())


def contenders(applications: Iterable[records.Application]) -> list[records.Application]:
    """Those worth ranking: whose résumé was read, one a person, at most 2,000, best fit first."""
    read = one_each(row for row in applications if row.stage != Stage.APPLIED)
    read.sort(key=lambda row: (row.fit is None, -float(row.fit or 0), row.application_id))
    return read[:MOST_RANKED]


def stale(row: records.Application | records.Upload, criteria_version: int) -> list[str]:
    """What has changed since a screening: criteria, reader, rules, scorer; empty while it holds."""
    return list(basis.changed(row.basis, criteria_version))


def basis_of(criteria_version: int) -> dict[str, str]:
    """What a screening of today rests on, by name."""
    return dict(zip(basis.NAMES, basis.current(criteria_version).split("/"), strict=True))


def ranked(
    applications: Sequence[records.Application], criteria_version: int
) -> list[dict[str, Any]]:
    """Show screened applications best first, each with its findings and the lines behind them."""
    of_id = {str(row.application_id): row for row in applications}
    return [
        {
            "application_id": row.application_id,
            "person_id": row.person_id,
            "display_name": of_id[str(row.application_id)].display_name,
            "stage": of_id[str(row.application_id)].stage,
            "changed": stale(of_id[str(row.application_id)], criteria_version),
            **shown(row.criteria, row.findings, row.fit),
            "changes": list(row.changes),
        }
        for row in results(list(of_id))
    ]


def check_criteria(rows: Sequence[Mapping[str, object]]) -> None:
    """Refuse criteria that no rule could decide. Raises InvalidCriterion with row and field."""
    validate_criteria(rows)
