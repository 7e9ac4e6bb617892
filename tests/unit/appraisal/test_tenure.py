"""Windows of 6 and 12 months, and leavers who do not drop out of sight."""

from datetime import date

import pytest

from chalicelib.appraisal.tenure import (
    LeavingDate,
    check_leaving,
    months_between,
    retention,
    window,
)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2026-01-15", "2026-07-15", 6),
        ("2026-01-15", "2026-07-14", 5),
        ("2026-08-31", "2027-02-28", 6),
        ("2024-02-29", "2025-02-28", 12),
        ("2026-05-01", "2026-04-01", 0),
    ],
)
def test_months_are_whole_and_end_with_the_month_where_it_is_short(start, end, months):
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == months


def test_a_window_is_filled_or_it_is_not():
    assert window("2026-01-01", "", "2026-06-30") == (6, 6)
    assert window("2026-01-02", "", "2026-06-30") == (5, 0)
    assert window("2025-01-01", "2025-09-30", "2026-06-30") == (9, 6)
    assert window("2025-01-01", "", "2026-06-30") == (18, 12)


def test_retention_is_unknown_until_the_day_has_come():
    kept = retention("p", "2026-01-01", "", "", as_of="2026-08-01")

    assert kept.retained == {6: True, 12: None}


def test_who_left_early_was_not_retained_at_either_window():
    kept = retention("p", "2026-01-01", "2026-03-01", "resigned", as_of="2026-04-01")

    assert (kept.retained, kept.leaving) == ({6: False, 12: False}, "resigned")


def test_a_later_leaving_does_not_count_before_it_happened():
    kept = retention("p", "2026-01-01", "2026-09-01", "resigned", as_of="2026-08-01")

    assert kept.retained == {6: True, 12: None}


@pytest.mark.parametrize("left_on", ["2025-12-31", "2026-12-01", "soon", ""])
def test_a_last_day_before_the_hire_or_after_today_is_refused(left_on):
    with pytest.raises(LeavingDate):
        check_leaving("2026-01-01", left_on, "2026-11-24")
