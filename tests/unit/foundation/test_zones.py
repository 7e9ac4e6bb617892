"""Deadlines as clocks at home show them, checked in UTC."""

from datetime import UTC, datetime

import pytest

from chalicelib.foundation import clock

NOW = datetime(2027, 3, 12, 20, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "ends"),
    [
        ("Asia/Shanghai", datetime(2027, 3, 20, 15, 59, tzinfo=UTC)),
        ("America/New_York", datetime(2027, 3, 20, 3, 59, tzinfo=UTC)),
        ("UTC", datetime(2027, 3, 19, 23, 59, tzinfo=UTC)),
        ("Mars/Olympus", datetime(2027, 3, 19, 23, 59, tzinfo=UTC)),
    ],
)
def test_a_deadline_in_days_is_the_end_of_the_candidates_own_day_over_a_change_of_clocks(
    zone: str, ends: datetime
) -> None:
    assert clock.end_of_day(NOW, 7, clock.zone(zone)) == ends


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Asia/Shanghai", "UTC+8"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("UTC", "UTC"),
        ("America/St_Johns", "UTC-3:30"),
    ],
)
def test_the_distance_from_utc_is_said_as_people_say_it(zone: str, said: str) -> None:
    winter = datetime(2027, 1, 12, tzinfo=UTC)
    assert clock.offset(winter.astimezone(clock.zone(zone))) == said


def test_a_name_that_is_no_zone_is_told_apart() -> None:
    assert clock.is_zone("Asia/Shanghai")
    assert clock.is_zone("UTC")
    assert not clock.is_zone("Mars/Olympus")
    assert not clock.is_zone("../../etc/passwd")
