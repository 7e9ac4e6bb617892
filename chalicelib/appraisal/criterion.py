"""How readings of many people's work become one criterion score per person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chalicelib.appraisal.kpis import RATING, Kpi, Reading, starting_kpis
from chalicelib.appraisal.standing import standardised
from chalicelib.foundation.statistics import mean

LEAST_MEASURED_SHARE = 0.5


@dataclass(frozen=True)
class Criterion:
    """What a person's work came to: `score` in SD units, None when too little was measured.

    `indicators` holds each indicator's standardised value, larger always better; an indicator that
    was not measured is absent, never zero.
    """

    person_id: str
    score: float | None
    indicators: dict[str, float]
    expected: int


def columns(
    kpis: Sequence[Kpi], readings: Iterable[Reading], stores: Mapping[str, str]
) -> dict[str, dict[str, float]]:
    """Readings of one job family and cycle on one scale, larger always better.

    Parameters
    ----------
    kpis : whose readings count; others are passed over.
    readings : raw values, each in its KPI's unit; one per person and KPI.
    stores : person → store; figures are set level between stores (see `standing`).

    Returns
    -------
    KPI key → person → z (SD units). A KPI that fewer than two people have, or that does not vary,
    tells nobody apart and is left out.
    """
    raw: dict[str, dict[str, float]] = {}
    for reading in readings:
        raw.setdefault(reading.kpi, {})[reading.person_id] = reading.value
    found = {
        kpi.key: standardised(raw[kpi.key], stores, kpi.sign) for kpi in kpis if kpi.key in raw
    }
    return {key: values for key, values in found.items() if values}


def criteria(
    kpis: Sequence[Kpi] | str,
    people: Sequence[str],
    readings: Iterable[Reading],
    ratings: Mapping[str, float],
    stores: Mapping[str, str] | None = None,
) -> list[Criterion]:
    """One criterion score per person from KPIs and the manager's rating, each counted once.

    Parameters
    ----------
    kpis : the KPIs that count, or a job family, whose own count.
    people : everyone listed in the cycle, in the order of the answer.
    readings : KPI values in their units; other families' KPIs are passed over.
    ratings : rating 1–5 by person; absent when there is none that may count.
    stores : person → store.

    Returns
    -------
    One `Criterion` per person; its score is the mean of the indicators that were measured (SD
    units), None when fewer than half of those that tell people apart were.

    Source
    ------
    Unit weights for few indicators: Bobko, Roth & Buster 2007, Org. Res. Methods 10:689.
    """
    counted = starting_kpis(kpis) if isinstance(kpis, str) else kpis
    scaled = columns(counted, readings, stores or {})
    rated = standardised(ratings, stores or {})
    found = {**scaled, **({RATING: rated} if rated else {})}
    return [_criterion(person, found) for person in people]


def _criterion(person: str, found: Mapping[str, Mapping[str, float]]) -> Criterion:
    own = {key: values[person] for key, values in sorted(found.items()) if person in values}
    enough = bool(own) and len(own) >= LEAST_MEASURED_SHARE * len(found)
    return Criterion(person, mean(list(own.values())) if enough else None, own, len(found))
