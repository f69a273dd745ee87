"""Late fees that rise by the month: the step on a day, and what is still to pay after a part payment."""

from datetime import date
from fractions import Fraction

from techmgr.core.money import Money, percentage
from techmgr.docket.due import Due
from techmgr.docket.periods import Period, Unit, after


def late_steps(due: Due) -> list[tuple[date, date, int]]:
    """Return the steps of a deadline's late fee: first day, last day, per cent of the full fee.

    CN annuity due 2025-06-03: 0 % from 06-04 to 07-03, 5 % from 07-04 to 08-03, and so on.
    """
    ends = [_end(due, step.months) for step in due.rule.late_steps]
    firsts = [due.raw, *ends]
    return [
        (_next(first), end, step.percent)
        for first, end, step in zip(firsts, ends, due.rule.late_steps, strict=False)
    ]


def late_fee(due: Due, full: Money, paid_on: date) -> Money | None:
    """Return the late fee in minor units on a day, of the full fee; None when it is too late to pay.

    A payment by the legal date owes nothing, also when that day was rolled past the first step.
    """
    if paid_on <= due.legal:
        return Money(0, full.currency)
    for _, last, percent in late_steps(due):
        if paid_on <= last:
            return _part(full, percent)
    if due.surcharge_until and paid_on <= due.surcharge_until and due.rule.late_steps:
        return _part(full, due.rule.late_steps[-1].percent)
    return None


def still_to_pay(due: Due, full: Money, paid_on: date, already: Money) -> Money | None:
    """Return what of the late fee is open: a short payment moves the rest to the step of the later day.

    5 % of 600 = 30, only 25 paid; a month later 10 % = 60, so 35 is still to pay.
    """
    owed = late_fee(due, full, paid_on)
    return owed - already if owed is not None else None


def _end(due: Due, months: int) -> date:
    return after(due.counted.start, due.counted.period, Period(months, Unit.MONTHS))


def _part(full: Money, percent: int) -> Money:
    return Money(percentage(full.minor, Fraction(percent, 100)), full.currency)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
