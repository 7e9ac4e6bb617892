"""The only place that asks what time it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_fixed: list[datetime] = []


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _fixed[-1] if _fixed else datetime.now(UTC)


@contextmanager
def fixed(moment: datetime) -> Iterator[None]:
    """Hold time still, for tests and for replaying a decision."""
    _fixed.append(moment)
    try:
        yield
    finally:
        _fixed.pop()


def iso(moment: datetime) -> str:
    """Sortable text of a moment: UTC, microseconds, trailing Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse(text: str) -> datetime:
    """The moment behind `iso` text or any ISO 8601 text with an offset."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset from UTC")
    return moment.astimezone(UTC)


def zone(name: str) -> tzinfo:
    """The time zone of an IANA name such as `Asia/Shanghai`; UTC for one nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def is_zone(name: str) -> bool:
    """Whether a name is that of a time zone."""
    return name == "UTC" or zone(name) is not UTC


def end_of_day(moment: datetime, days: int, home: tzinfo) -> datetime:
    """The last minute of the day that lies `days` after a moment's, as clocks at home show it."""
    local = moment.astimezone(home) + timedelta(days=days)
    return local.replace(hour=23, minute=59, second=0, microsecond=0).astimezone(UTC)


def offset(moment: datetime) -> str:
    """How far a moment's zone is from UTC: `UTC+8`, `UTC-3:30`, `UTC`."""
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    text = f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
    return f"UTC{text}" if minutes else "UTC"
