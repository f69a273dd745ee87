"""Days: the three month rules of the field, and rolling over a given set of closed days."""

import calendar
from collections.abc import Container
from datetime import date, timedelta

from techmgr.core.errors import UserError
from techmgr.core.texts import say

_SATURDAY = 5


def parse_day(text: str, field: str | None = None) -> date:
    """Read an ISO day such as 2026-11-21; years before 1800 and after 2200 are refused."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise UserError(
            say("“{text}” is not a date such as 2026-11-21.", text=text), field=field
        ) from None
    return plausible(day, field)


def plausible(day: date, field: str | None = None) -> date:
    """Return the day, or refuse it when its year cannot be meant (the year 0202 is a slip)."""
    if not 1800 <= day.year <= 2200:
        raise UserError(
            say(
                "The year {year} cannot be right: use a year from 1800 to 2200.",
                year=f"{day.year:04}",
            ),
            field=field,
        )
    return day


def add_months(day: date, months: int) -> date:
    """Add months by the clip rule: same number, or the month's last day; always from the original date.

    31 Jan + 1 month = 28 Feb; 28 Feb + 3 months = 28 May (not end-of-month sticky).
    37 CFR 1.7 with MPEP 710.01(a), EPC Rule 131(4), PCT Rule 80.2.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def add_years(day: date, years: int) -> date:
    """Add years by the clip rule: 29 Feb 2024 + 1 year = 28 Feb 2025."""
    return add_months(day, 12 * years)


def month_end(day: date) -> date:
    """Return the last day of the month a day lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months_last_to_last(day: date, months: int) -> date:
    """Add months from month end to month end: 28 Feb 2025 + 6 = 31 Aug 2025 (EPO J 4/91)."""
    return month_end(add_months(day.replace(day=1), months))


def is_open(day: date, closed: Container[date]) -> bool:
    """Tell whether an office works on a day: no weekend and not among the closed days."""
    return day.weekday() < _SATURDAY and day not in closed


def roll_forward(day: date, closed: Container[date]) -> date:
    """Return the day, or the next one on which the office works."""
    while not is_open(day, closed):
        day += timedelta(days=1)
    return day


def roll_back(day: date, closed: Container[date]) -> date:
    """Return the day, or the last one before it on which the office works."""
    while not is_open(day, closed):
        day -= timedelta(days=1)
    return day


def fiscal_year(day: date, end_month: int, end_day: int) -> int:
    """Return the fiscal year a day lies in, named by the year in which it ends.

    With an end of 31 August, 1 Sep 2025 lies in fiscal year 2026.
    """
    return day.year if (day.month, day.day) <= (end_month, end_day) else day.year + 1
