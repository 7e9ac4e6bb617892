"""Measured indicators of work, and how readings of many become one criterion score per person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation.statistics import deviation, mean

Text2 = dict[str, str]

RATING = "rating"
LEAST_MEASURED_SHARE = 0.5


class Better(StrEnum):
    """Which way an indicator is good."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True)
class Kpi:
    """A measured indicator; readings outside `low`–`high` (in `unit`) are taken for a slip."""

    key: str
    name: Text2
    unit: str
    better: Better
    low: float
    high: float

    @property
    def sign(self) -> int:
        """+1 when more is better, -1 when less is."""
        return 1 if self.better is Better.HIGHER else -1


def _kpi(key: str, names: tuple[str, str], unit: str, better: Better, plausible: str) -> Kpi:
    low, high = (float(part) for part in plausible.split(".."))
    return Kpi(key, {"zh": names[0], "en": names[1]}, unit, better, low, high)


_UP, _DOWN = Better.HIGHER, Better.LOWER

KPIS: dict[str, Kpi] = {
    kpi.key: kpi
    for kpi in (
        _kpi("sales_growth", ("销售增长率", "Sales growth"), "%", _UP, "-100..500"),
        _kpi(
            "customer_satisfaction",
            ("客户满意度", "Customer satisfaction"),
            "points",
            _UP,
            "0..100",
        ),
        _kpi("revenue_per_shift", ("班均销售额", "Revenue per shift"), "CNY", _UP, "0..500000"),
        _kpi(
            "complaint_rate", ("客诉率", "Complaints per 1,000 orders"), "per-1000", _DOWN, "0..500"
        ),
        _kpi("delivery_time", ("交付周期", "Delivery time"), "days", _DOWN, "0..365"),
        _kpi("bug_rate", ("缺陷密度", "Bugs per thousand lines"), "per-KLOC", _DOWN, "0..200"),
        _kpi("lead_conversion", ("线索转化率", "Lead conversion"), "%", _UP, "0..100"),
        _kpi("campaign_return", ("投放回报", "Return on campaign spend"), "ratio", _UP, "-1..100"),
        _kpi("retention", ("在职天数", "Days in post"), "days", _UP, "0..20000"),
    )
}

#: What a job family's criterion is made of; retention is an outcome of its own, in none of them.
FAMILIES: dict[str, tuple[str, ...]] = {
    "retail-sales": (
        "sales_growth",
        "customer_satisfaction",
        "revenue_per_shift",
        "complaint_rate",
    ),
    "software-python": ("delivery_time", "bug_rate"),
    "marketing": ("lead_conversion", "campaign_return"),
}


@dataclass(frozen=True)
class Reading:
    """One measured value of one person in one cycle, in the KPI's unit."""

    person_id: str
    kpi: str
    value: float


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


def family_kpis(job_family: str) -> tuple[str, ...]:
    """The KPIs of a family's criterion; every KPI but retention for an unlisted family."""
    return FAMILIES.get(job_family, tuple(key for key in KPIS if key != "retention"))


def standardised(readings: Iterable[Reading]) -> dict[str, dict[str, float]]:
    """Readings of one job family and cycle on one scale, larger always better.

    Parameters
    ----------
    readings : raw values, each in its KPI's unit; one per person and KPI.

    Returns
    -------
    KPI key → person → z (SD units). A KPI that fewer than two people have, or that does not vary,
    tells nobody apart and is left out.
    """
    by_kpi: dict[str, dict[str, float]] = {}
    for reading in readings:
        by_kpi.setdefault(reading.kpi, {})[reading.person_id] = reading.value
    scaled = {key: _z(values, KPIS[key].sign) for key, values in by_kpi.items()}
    return {key: values for key, values in scaled.items() if values}


def _z(values: Mapping[str, float], sign: int) -> dict[str, float]:
    spread = deviation(list(values.values()))
    if not spread > 0:
        return {}
    middle = mean(list(values.values()))
    return {person: sign * (value - middle) / spread for person, value in values.items()}


def criteria(
    job_family: str,
    people: Sequence[str],
    readings: Iterable[Reading],
    ratings: Mapping[str, int],
) -> list[Criterion]:
    """One criterion score per person from KPIs and the manager's rating, each counted once.

    Parameters
    ----------
    job_family : whose KPIs count.
    people : everyone listed in the cycle, in the order of the answer.
    readings : KPI values in their units; other families' KPIs are passed over.
    ratings : manager's rating 1–5 by person; absent when there is none that may count.

    Returns
    -------
    One `Criterion` per person; its score is the mean of the indicators that were measured (SD
    units), None when fewer than half of the family's were.

    Source
    ------
    Unit weights for few indicators: Bobko, Roth & Buster 2007, Org. Res. Methods 10:689.
    """
    wanted = family_kpis(job_family)
    scaled = standardised(reading for reading in readings if reading.kpi in wanted)
    rated = _z({person: float(rating) for person, rating in ratings.items()}, 1)
    columns = {**scaled, **({RATING: rated} if rated else {})}
    return [_criterion(person, columns) for person in people]


def _criterion(person: str, columns: Mapping[str, Mapping[str, float]]) -> Criterion:
    found = {key: values[person] for key, values in sorted(columns.items()) if person in values}
    enough = bool(found) and len(found) >= LEAST_MEASURED_SHARE * len(columns)
    score = mean(list(found.values())) if enough else None
    return Criterion(person, score, found, len(columns))
