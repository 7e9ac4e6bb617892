"""What a caller wants to see of the figures, from a query to filters."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from chalicelib.analytics import service as analytics
from chalicelib.entrypoints.typed import Call
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.errors import Invalid

NAMES = ("job_family", "requisition_id", "store_id", "region", "source")
DAYS = ("since", "until", "moved_on")


class PeriodUnclear(Invalid):
    """A day was written in a way that cannot be read."""

    code = "period-unclear"


def filters_of(asked: Mapping[str, str]) -> analytics.Filters:
    """Filters from a query's texts. Raises PeriodUnclear, BandsUnclear."""
    edges = asked.get("edges", "").strip()
    wanted = {name: asked.get(name, "").strip() for name in NAMES}
    days = {name: _day(asked.get(name, "")) for name in DAYS}
    found: analytics.Filters = replace(analytics.Filters(), **wanted, **days)  # type: ignore[arg-type]
    return replace(found, edges=analytics.edges_of(edges)) if edges else found


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()).isoformat() if text.strip() else ""
    except ValueError as error:
        raise PeriodUnclear(day=text[:20]) from error


def sight(call: Call) -> Callable[[Fields], bool]:
    """Which classes of fields the caller may see."""
    return lambda fields: may_see(call.actor, fields)
