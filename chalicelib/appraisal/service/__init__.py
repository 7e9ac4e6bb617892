"""The only door to appraisal. Nothing behind it reads an interview, lest raters be influenced."""

from chalicelib.appraisal.service.cycles import (
    appraisals,
    cycle,
    cycle_view,
    cycles,
    lock,
    open_cycle,
    outcomes,
    readings,
)
from chalicelib.appraisal.service.entries import (
    Given,
    excuse,
    import_kpis,
    rate,
    rate_many,
)

__all__ = [
    "Given",
    "appraisals",
    "cycle",
    "cycle_view",
    "cycles",
    "excuse",
    "import_kpis",
    "lock",
    "open_cycle",
    "outcomes",
    "rate",
    "rate_many",
    "readings",
]
