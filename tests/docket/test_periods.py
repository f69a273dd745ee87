"""The three month rules, in one step from the original day."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from techmgr.core.days import is_open, month_end, roll_back, roll_forward
from techmgr.docket.calendars import shipped_calendars
from techmgr.docket.periods import Period, Unit, after

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
CALENDARS = shipped_calendars()


def months(count: int) -> Period:
    return Period(count, Unit.MONTHS)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2025-02-28", 3, "2025-05-28"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2025-02-28", 1, "2025-03-28"),
        ("2025-01-31", 2, "2025-03-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2020-02-29", 48, "2024-02-29"),
    ],
)
def test_the_clip_rule(start, count, end):
    assert after(date.fromisoformat(start), months(count)) == date.fromisoformat(end)


def test_an_extension_is_counted_in_one_step_from_the_action():
    # MPEP 710.01(a): an action of 31 January is due 30 April, and with one month 31 May.
    start = date(2018, 1, 31)
    assert after(start, months(3)) == date(2018, 4, 30)
    assert after(start, months(3), months(1)) == date(2018, 5, 31)


def test_days_and_weeks_and_years():
    start = date(2024, 12, 31)
    assert after(start, Period(30, Unit.DAYS)) == date(2025, 1, 30)
    assert after(start, Period(12, Unit.WEEKS)) == date(2025, 3, 25)
    assert after(start, Period(20, Unit.YEARS)) == date(2044, 12, 31)
    assert after(start, Period(10, Unit.DAYS), months(2)) == date(2025, 3, 10)


@given(days, st.integers(0, 240), st.integers(0, 24))
def test_one_step_equals_the_sum_and_never_ends_before_the_chain(start, first, more):
    in_one = after(start, months(first), months(more))
    assert in_one == after(start, months(first + more))
    assert in_one >= after(after(start, months(first)), months(more))


@given(days, st.integers(0, 240))
def test_the_clip_keeps_the_number_of_the_day_or_ends_the_month(start, count):
    end = after(start, months(count))
    assert end.day == start.day or (end == month_end(end) and end.day < start.day)


@given(days, st.integers(0, 240))
def test_last_to_last_ends_on_a_month_end(start, count):
    end = after(start, Period(count, Unit.MONTH_ENDS))
    assert end == month_end(end)


@given(days, st.sampled_from(sorted(CALENDARS)))
def test_rolling_ends_on_an_open_day_and_skips_none(day, code):
    calendar = CALENDARS[code]
    assume(day.year < 2090)
    forward, back = roll_forward(day, calendar), roll_back(day, calendar)
    assert is_open(forward, calendar)
    assert is_open(back, calendar)
    assert back <= day <= forward
    between = [back + timedelta(days=n) for n in range(1, (forward - back).days)]
    assert not any(is_open(each, calendar) for each in between)
