"""Measured indicators of work: the product's own, and those that a company defines as data."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from chalicelib.foundation.errors import Invalid

Text2 = dict[str, str]

RATING = "rating"
WHOLE = 100
MOST_KPIS = 20


class KpisUnsound(Invalid):
    """A set of KPIs that cannot be: `problem` says why, `kpi` which one."""

    code = "kpis-unsound"


class Better(StrEnum):
    """Which way an indicator is good."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True)
class Kpi:
    """A measured indicator; readings outside `low`–`high` (in `unit`) are taken for a slip.

    `weight` is its share of the KPI part of a pay appraisal; a criterion weighs all alike.
    """

    key: str
    name: Text2
    unit: str
    better: Better
    low: float
    high: float
    weight: int = 0

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
    """One measured value of one person in one cycle, in the KPI's unit.

    `months` holds what each month (YYYY-MM) came to where it was measured by month; `value` is
    then their mean.
    """

    person_id: str
    kpi: str
    value: float
    months: Mapping[str, float] = field(default_factory=dict)


def family_kpis(job_family: str) -> tuple[str, ...]:
    """The KPIs of a family's criterion; every KPI but retention for an unlisted family."""
    return FAMILIES.get(job_family, tuple(key for key in KPIS if key != "retention"))


def starting_kpis(job_family: str) -> tuple[Kpi, ...]:
    """The product's own KPIs of a family, weights as equal as whole numbers allow."""
    keys = family_kpis(job_family)
    share, rest = divmod(WHOLE, len(keys))
    return tuple(
        replace(KPIS[key], weight=share + (place < rest)) for place, key in enumerate(keys)
    )


def check_kpis(kpis: Sequence[Kpi]) -> tuple[Kpi, ...]:
    """The set itself, when every KPI can be read and the weights sum to 100.

    Raises
    ------
    KpisUnsound
        `problem` is one of none, twice, range, weight, sum.
    """
    if not 0 < len(kpis) <= MOST_KPIS:
        raise KpisUnsound(problem="none", kpi="")
    seen: set[str] = set()
    for kpi in kpis:
        if kpi.key in seen:
            raise KpisUnsound(problem="twice", kpi=kpi.key)
        seen.add(kpi.key)
        if not (math.isfinite(kpi.low) and math.isfinite(kpi.high) and kpi.low < kpi.high):
            raise KpisUnsound(problem="range", kpi=kpi.key)
        if not 0 <= kpi.weight <= WHOLE:
            raise KpisUnsound(problem="weight", kpi=kpi.key)
    if sum(kpi.weight for kpi in kpis) != WHOLE:
        raise KpisUnsound(problem="sum", kpi="")
    return tuple(kpis)
