"""Examples of what an officer can do with money that comes in and goes out."""

from datetime import date
from fractions import Fraction

from action_examples import example
from action_examples.parts import a_case
from action_examples.parts_money import (
    a_receipt,
    a_receipt_request,
    an_expense,
    an_expense_request,
)
from techmgr.ledger.actions import (
    ClosePeriod,
    Reverse,
    SetRate,
    close_period,
    record_expense,
    record_receipt,
    reverse_expense,
    reverse_receipt,
    set_rate,
    write_off,
)
from techmgr.ledger.actions_periods import ReopenPeriod, reopen_period

DAY = date(2026, 9, 1)


@example(record_receipt)
def _(office):
    return a_receipt_request("1,000.00", a_case(office).id)


@example(record_expense)
def _(office):
    return an_expense_request("250.00", a_case(office).id)


@example(reverse_receipt)
def _(office):
    return Reverse(a_receipt(office, "1,000.00", a_case(office).id).id, DAY, "Paid twice")


@example(reverse_expense)
def _(office):
    return Reverse(an_expense(office, "250.00", a_case(office).id).id, DAY, "Not ours")


@example(write_off)
def _(office):
    return Reverse(an_expense(office, "250.00", a_case(office).id).id, DAY, "Case closed")


@example(set_rate)
def _(_office):
    return SetRate("EUR", "USD", DAY, Fraction(11, 10), "European Central Bank")


@example(close_period)
def _(_office):
    return ClosePeriod(date(2026, 8, 31), "Fiscal year")


@example(reopen_period)
def _(office):
    office.act(close_period, ClosePeriod(date(2026, 8, 31), "Fiscal year"))
    return ReopenPeriod("An invoice came late")
