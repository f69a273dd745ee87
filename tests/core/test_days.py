"""The three month rules, and rolling over closed days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.days import (
    add_months,
    add_months_last_to_last,
    add_years,
    fiscal_year,
    is_open,
    month_end,
    parse_day,
    roll_back,
    roll_forward,
)
from techmgr.core.errors import UserError
from techmgr.core.formats import show_day, show_full_day

days = st.dates(date(1900, 1, 1), date(2150, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        ("2025-02-28", 3, "2025-05-28"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2025-01-31", 2, "2025-03-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", -12, "2023-02-28"),
        ("2025-12-31", 2, "2026-02-28"),
    ],
)
def test_months_clip_from_the_original_day(day, months, result):
    assert add_months(date.fromisoformat(day), months).isoformat() == result


def test_month_ends_stay_month_ends_at_the_epo():
    assert add_months_last_to_last(date(2025, 2, 28), 6) == date(2025, 8, 31)
    assert add_months_last_to_last(date(2024, 2, 29), 6) == date(2024, 8, 31)


@given(days, st.sets(st.dates(date(1900, 1, 1), date(2150, 1, 1)), max_size=5))
def test_rolling_ends_on_an_open_day(day, closed):
    later, earlier = roll_forward(day, closed), roll_back(day, closed)
    assert earlier <= day <= later
    assert is_open(later, closed)
    assert is_open(earlier, closed)
    assert not any(
        is_open(date.fromordinal(n), closed) for n in range(day.toordinal(), later.toordinal())
    )


@given(days, st.integers(0, 600))
def test_a_month_rule_never_leaves_its_month(day, months):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, month_end(later).day)


def test_fiscal_years_are_named_by_their_end():
    assert fiscal_year(date(2026, 8, 31), 8, 31) == 2026
    assert fiscal_year(date(2026, 9, 1), 8, 31) == 2027
    assert fiscal_year(date(2026, 12, 31), 12, 31) == 2026
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)


@pytest.mark.parametrize("text", ["", "0202-01-01", "2026-02-30", "next week", "9999-01-01"])
def test_days_that_cannot_be_meant_are_refused(text):
    with pytest.raises(UserError):
        parse_day(text)


def test_days_are_shown_for_their_reader():
    today = date(2026, 9, 14)
    assert show_day(date(2026, 10, 9), today) == "Fri 9 Oct"
    assert show_day(date(2019, 3, 14), today) == "14 Mar 2019"
    assert show_day(date(2027, 1, 4), today) == "Mon 4 Jan 2027"
    assert show_day(date(2026, 9, 14), today, "zh_CN") == "2026-09-14"
    assert show_day(None, today) == ""
    assert show_full_day(date(2026, 10, 9)) == "9 October 2026"
    assert show_full_day(date(2026, 10, 9), "zh_CN") == "2026年10月9日"
