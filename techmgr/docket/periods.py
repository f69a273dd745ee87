"""Periods of the law: how many of which unit, counted from an original day in one step."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from techmgr.core.days import add_months, add_months_last_to_last
from techmgr.core.texts import Text, say


class Unit(StrEnum):
    """What a period counts. Months and years follow the clip rule, month ends run last to last."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    MONTH_ENDS = "month_ends"
    YEARS = "years"


_DAYS_IN = {Unit.DAYS: 1, Unit.WEEKS: 7}
_MONTHS_IN = {Unit.MONTHS: 1, Unit.MONTH_ENDS: 1, Unit.YEARS: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A count of one unit; `fact` names what gives the count when the record knows it."""

    count: int
    unit: Unit
    fact: str = ""


def after(start: date, period: Period, more: Period | None = None) -> date:
    """Return the day on which a period ends, the day after `start` being its first.

    `more` (an extension, a window) is added in the same step, never chained:
    31 Jan + 3 months + 1 month = 31 May, though 30 Apr + 1 month = 30 May (MPEP 710.01(a)).
    """
    if more is None:
        return _after(start, period)
    if period.unit in _MONTHS_IN and more.unit in _MONTHS_IN:
        unit = Unit.MONTH_ENDS if period.unit is Unit.MONTH_ENDS else Unit.MONTHS
        return _after(start, Period(_months(period) + _months(more), unit))
    return _after(_after(start, period), more)


def _after(start: date, period: Period) -> date:
    if period.unit in _DAYS_IN:
        return start + timedelta(days=period.count * _DAYS_IN[period.unit])
    if period.unit is Unit.MONTH_ENDS:
        return add_months_last_to_last(start, period.count)
    return add_months(start, _months(period))


def _months(period: Period) -> int:
    return period.count * _MONTHS_IN[period.unit]


def period_words(period: Period) -> Text:
    """Say a period: 12 months, 1 year, 24 months to the month's end."""
    one = abs(period.count) == 1
    match period.unit:
        case Unit.DAYS:
            text = say("{count} day") if one else say("{count} days")
        case Unit.WEEKS:
            text = say("{count} week") if one else say("{count} weeks")
        case Unit.YEARS:
            text = say("{count} year") if one else say("{count} years")
        case Unit.MONTHS:
            text = say("{count} month") if one else say("{count} months")
        case Unit.MONTH_ENDS:
            text = say("{count} months to the month’s end")
    return Text(text.message, {"count": abs(period.count)})
