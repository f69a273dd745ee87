"""What an officer does with money: record, reverse, write off, close a period. Nothing is deleted."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select

from techmgr.core.days import plausible
from techmgr.core.errors import UserError
from techmgr.core.formats import show_money
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.ledger.accounts import REPAID, Account, Line
from techmgr.ledger.booking import expense_lines, first_open_day, refuse_closed
from techmgr.ledger.model import ExchangeRate, Expense, JournalEntry, Period, Receipt, ReceiptPart
from techmgr.ledger.posting import book, new_entry, next_number, post, reverse_entry
from techmgr.ledger.queries import closed_until
from techmgr.ledger.receiving import (
    RecordReceipt,
    check_day,
    converted,
    prepared,
    received_text,
)
from techmgr.ledger.settling import close_claim, settle, unsettle
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.recording import record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was booked: the record's id, its number and its journal entry."""

    id: int
    number: str
    entry_id: int


@dataclass(frozen=True, slots=True)
class RecordExpense:
    """Money was spent on a case. `subject` is what for; another payer than the office owes it."""

    on_day: date
    amount: Money
    case_id: int
    subject: Reference
    kind: str
    base_currency: str
    supplier_id: int | None = None
    invoice: str = ""
    payer: str = "office"
    memo: str = ""
    payer_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reverse:
    """Book the mirror of a receipt or an expense."""

    id: int
    on_day: date
    reason: str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class SetRate:
    """What one unit of a currency is worth in the office's, from a day on."""

    currency: str
    base_currency: str
    on_day: date
    rate: Fraction
    publisher: str


@dataclass(frozen=True, slots=True)
class ClosePeriod:
    """Close the books up to a day."""

    until: date
    memo: str = ""


@action(undo=Undo.REVERSE)
def record_receipt(unit: Unit, request: RecordReceipt) -> Recorded:
    """Book a receipt and share it over its cases. Refuses a closed day and a currency without a rate."""
    ready = prepared(unit.session, request, unit.today, closed_until(unit.session))
    receipt = Receipt(number=next_number(unit, Receipt, "R"), **ready.row)
    unit.session.add(receipt)
    unit.session.flush()
    unit.about(receipt.reference)
    entry = new_entry(unit, request.received, request.memo, str(receipt.reference))
    post(unit, entry, ready.lines)
    unit.session.add_all(
        ReceiptPart(receipt_id=receipt.id, case_id=case_id, minor=minor)
        for case_id, minor in ready.parts
    )
    for case_id, minor in ready.parts:
        text = received_text(minor, receipt.base_currency, receipt.number)
        record(unit, case_id, receipt.received, Step.MONITORING, "money", text, receipt.reference)
    if request.income_type == REPAID:
        settle(unit, receipt, request.claim_id)
    return Recorded(receipt.id, receipt.number, entry.id)


@action(undo=Undo.REVERSE)
def record_expense(unit: Unit, request: RecordExpense) -> Recorded:
    """Book an expense on a case. Refuses a closed day, an amount of zero, a currency without a rate."""
    if request.amount.minor <= 0:
        raise UserError(
            say("An expense is more than zero. A credit is a reversal."), field="amount"
        )
    check_day(request.on_day, unit.today, closed_until(unit.session), "on_day")
    amount, rate_id = converted(unit.session, request.amount, request.base_currency, request.on_day)
    expense = Expense(
        number=next_number(unit, Expense, "E"),
        case_id=request.case_id,
        subject=str(request.subject),
        kind=request.kind,
        supplier_id=request.supplier_id,
        invoice=request.invoice,
        on_day=request.on_day,
        amount=amount.own.minor,
        currency=amount.own.currency,
        base_minor=amount.base.minor,
        base_currency=amount.base.currency,
        rate_id=rate_id,
        payer=request.payer,
        payer_id=request.payer_id if request.payer != "office" else None,
        state="recoverable",
        memo=request.memo,
    )
    unit.session.add(expense)
    unit.session.flush()
    unit.about(expense.reference)
    entry = new_entry(unit, request.on_day, request.memo, str(expense.reference))
    post(unit, entry, expense_lines(amount, request.case_id))
    shown = show_money(amount.base, with_currency=True)
    text = say("Spent {amount}, {number}", amount=shown, number=expense.number)
    record(unit, request.case_id, request.on_day, Step.PROTECTION, "money", text, expense.reference)
    return Recorded(expense.id, expense.number, entry.id)


@action(undo=Undo.REVERSE)
def reverse_receipt(unit: Unit, request: Reverse) -> Recorded:
    """Book the mirror of a receipt, in the first open period, with the reason."""
    receipt = unit.session.get_one(Receipt, request.id)
    done = _reverse(unit, receipt, request)
    unsettle(unit, receipt.reference, request.on_day, request.reason)
    return done


@action(undo=Undo.REVERSE)
def reverse_expense(unit: Unit, request: Reverse) -> Recorded:
    """Book the mirror of an expense. Refuses one that was recovered, asked for, or is of an invoice."""
    expense = unit.session.get_one(Expense, request.id)
    if expense.line_id is not None:
        raise UserError(
            say(
                "{number} is part of invoice {invoice}: reverse the invoice.",
                number=expense.number,
                invoice=expense.invoice,
            )
        )
    if expense.state == "invoiced":
        raise UserError(
            say("{number} stands on a claim: withdraw the claim first.", number=expense.number)
        )
    if expense.recovered:
        raise UserError(
            say(
                "{number} has been recovered: reverse that distribution or receipt first.",
                number=expense.number,
            )
        )
    return _reverse(unit, expense, request)


def _reverse(unit: Unit, record: Receipt | Expense, request: Reverse) -> Recorded:
    if record.reversed_by_id is not None:
        raise UserError(say("{number} has been reversed already.", number=record.number))
    if not request.reason.strip():
        raise UserError(say("Say why {number} is reversed.", number=record.number), field="reason")
    unit.claim(record, request.version)
    unit.about(record.reference)
    first = select(func.min(JournalEntry.id)).where(JournalEntry.source == str(record.reference))
    booked = unit.session.scalars(first).one()
    assert booked is not None, "a receipt or expense is booked when it is recorded"
    entry = reverse_entry(unit, booked, request.on_day, request.reason)
    record.reversed_by_id = entry.id
    return Recorded(record.id, record.number, entry.id)


@action(undo=Undo.REVERSE)
def write_off(unit: Unit, request: Reverse) -> Recorded:
    """Give up what is left of an expense, with the reason: it will not be recovered any more."""
    expense = unit.session.get_one(Expense, request.id)
    left = expense.base_minor - expense.recovered
    if expense.state not in {"recoverable", "invoiced"} or expense.reversed_by_id or not left:
        raise UserError(
            say("There is nothing left of {number} to write off.", number=expense.number)
        )
    if not request.reason.strip():
        raise UserError(
            say("Say why {number} is written off.", number=expense.number), field="reason"
        )
    unit.claim(expense, request.version)
    unit.about(expense.reference)
    day = first_open_day(request.on_day, closed_until(unit.session))
    lines = [
        Line(Account.WRITTEN_OFF, left, expense.base_currency, expense.case_id),
        Line(Account.PATENT_COSTS, -left, expense.base_currency, expense.case_id),
    ]
    entry = book(unit, day, request.reason, expense.reference, lines)
    expense.state, expense.since, expense.reason = "written_off", day, request.reason.strip()
    if expense.claim_id is not None:
        unit.session.flush()
        close_claim(unit, expense.claim_id)
    return Recorded(expense.id, expense.number, entry.id)


@action(undo=Undo.RESTORE)
def set_rate(unit: Unit, request: SetRate) -> int:
    """Store an exchange rate as published. Returns its id."""
    if request.rate <= 0:
        raise UserError(say("A rate is more than zero."), field="rate")
    if request.currency == request.base_currency:
        raise UserError(
            say(
                "A rate is between two currencies, not from {currency} to itself.",
                currency=request.currency,
            ),
            field="currency",
        )
    rate = ExchangeRate(
        currency=request.currency,
        base_currency=request.base_currency,
        on_day=plausible(request.on_day, "on_day"),
        numerator=request.rate.numerator,
        denominator=request.rate.denominator,
        publisher=request.publisher,
    )
    unit.session.add(rate)
    unit.session.flush()
    unit.about(rate.reference)
    return rate.id


@action(undo=Undo.RESTORE)
def close_period(unit: Unit, request: ClosePeriod) -> int:
    """Close the books up to a day. Returns the period's id. Refuses a day closed already or to come."""
    refuse_closed(request.until, closed_until(unit.session), "until")
    if request.until > unit.today:
        raise UserError(say("A period that has not ended cannot be closed."), field="until")
    period = Period(until=request.until, closed_on=unit.today, memo=request.memo)
    unit.session.add(period)
    unit.session.flush()
    unit.about(period.reference)
    return period.id
