"""What an officer does with bills of law firms: enter, pay, take a payment back, reverse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select

from techmgr.core.errors import UserError
from techmgr.core.formats import show_minor, show_money
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.ledger.accounts import Account, Line
from techmgr.ledger.booking import Converted, conversion_lines
from techmgr.ledger.model import Expense, FirmInvoice, FirmInvoiceLine, JournalEntry
from techmgr.ledger.posting import book, next_number, reverse_entry
from techmgr.ledger.queries import closed_until
from techmgr.ledger.queries_costs import payers_on
from techmgr.ledger.receiving import check_day, converted
from techmgr.ledger.settling import count_back, unsettle
from techmgr.patents.costs import Bearer, Part, credited, parts_of_line
from techmgr.patents.invoicing import EnterInvoice, InvoiceLine, checked_invoice
from techmgr.patents.model import Right
from techmgr.patents.queries import cases_of_right
from techmgr.people.model import Organisation
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class InvoiceEntered:
    """A bill as booked, with the numbers of the expenses it became."""

    id: int
    entry_id: int
    expenses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PayInvoice:
    """The day a bill was paid, or its credit came in."""

    invoice_id: int
    version: int | None
    on_day: date


@dataclass(frozen=True, slots=True)
class ReverseInvoice:
    """A bill, or the payment of one, that was entered wrongly, and why."""

    invoice_id: int
    version: int | None
    on_day: date
    reason: str


@dataclass(frozen=True, slots=True)
class _Entered:
    """A bill with the lines of its booking as they come to be."""

    invoice: FirmInvoice
    expenses: list[str]
    lines: list[Line]


@action(undo=Undo.REVERSE)
def enter_invoice(unit: Unit, request: EnterInvoice) -> InvoiceEntered:
    """Book a firm's bill: each line becomes costs of its cases, and the total is owed to the firm.

    Refuses a sum that is not the printed total, a number of this firm entered before, a closed
    day, a currency without a rate, a right without a case.
    """
    invoice = checked_invoice(unit, request)
    unit.add(invoice)
    unit.about(invoice.reference)
    entered = _Entered(invoice, [], [])
    for position, line in enumerate(request.lines, 1):
        _enter_line(unit, entered, position, line)
    own = Money(invoice.total, invoice.currency)
    base = Money(sum(each.minor for each in entered.lines), invoice.base_currency)
    invoice.base_minor = base.minor
    firm = str(Reference(Organisation.__tablename__, invoice.firm_id))
    owed = Line(Account.SUPPLIERS, -own.minor, own.currency, party=firm)
    lines = [*entered.lines, *conversion_lines(Converted(-own, -base)), owed]
    entry = book(unit, request.on_day, invoice.number, invoice.reference, lines)
    return InvoiceEntered(invoice.id, entry.id, tuple(entered.expenses))


def _enter_line(unit: Unit, entered: _Entered, position: int, line: InvoiceLine) -> None:
    invoice = entered.invoice
    stored = FirmInvoiceLine(
        invoice_id=invoice.id,
        position=position,
        subject=str(line.subject),
        kind=line.kind,
        text=" ".join(line.text.split()),
        service_day=line.service_day or invoice.on_day,
        minor=line.amount.minor,
    )
    unit.add(stored)
    amount, _ = converted(unit.session, line.amount, invoice.base_currency, invoice.on_day)
    if line.amount.minor < 0:
        _credit(unit, entered, stored, -amount.base.minor)
        return
    cases = _cases(unit, line.subject, stored.service_day)
    bearers = {
        case_id: [
            Bearer(each.payer, each.organisation_id, each.share)
            for each in payers_on(unit.session, case_id, stored.service_day)
        ]
        for case_id, _ in cases
    }
    for part in parts_of_line(line.amount.minor, amount.base.minor, cases, bearers):
        entered.expenses.append(_add_expense(unit, invoice, stored, part))
        entered.lines.append(
            Line(Account.PATENT_COSTS, part.base_minor, invoice.base_currency, part.case_id)
        )


def _cases(unit: Unit, subject: Reference, day: date) -> Sequence[tuple[int, Fraction]]:
    if subject.kind == Case.__tablename__:
        return ((subject.id, Fraction(1)),)
    shares = [
        (case_id, share) for case_id, _, share in cases_of_right(unit.session, subject.id, day)
    ]
    if not shares:
        right = unit.session.get_one(Right, subject.id)
        raise UserError(
            say(
                "{country} {number} belongs to no case. Give it a case first, or enter the line "
                "for a case.",
                country=right.country,
                number=right.application_number or right.title,
            ),
            field="lines",
        )
    return shares


def _add_expense(unit: Unit, invoice: FirmInvoice, line: FirmInvoiceLine, part: Part) -> str:
    expense = Expense(
        number=next_number(unit, Expense, "E"),
        case_id=part.case_id,
        subject=line.subject,
        kind=line.kind,
        supplier_id=invoice.firm_id,
        invoice=invoice.number,
        line_id=line.id,
        on_day=invoice.on_day,
        amount=part.minor,
        currency=invoice.currency,
        base_minor=part.base_minor,
        base_currency=invoice.base_currency,
        rate_id=invoice.rate_id,
        payer=part.bearer.payer,
        payer_id=part.bearer.organisation_id,
        state="recoverable",
        memo=line.text,
    )
    unit.add(expense)
    spent = show_money(Money(part.base_minor, invoice.base_currency), with_currency=True)
    text = say("Spent {amount}, {number}", amount=spent, number=expense.number)
    record(unit, part.case_id, invoice.on_day, Step.PROTECTION, "money", text, expense.reference)
    return expense.number


def _credit(unit: Unit, entered: _Entered, line: FirmInvoiceLine, minor: int) -> None:
    """Let a firm's credit (minor units of the office's currency) lessen what is open of the same right."""
    invoice = entered.invoice
    lines = unit.session.scalars(
        select(Expense)
        .where(Expense.subject == line.subject, Expense.supplier_id == invoice.firm_id)
        .where(Expense.state.in_(("recoverable", "invoiced")), Expense.reversed_by_id.is_(None))
        .order_by(Expense.on_day, Expense.id)
    ).all()
    left = [each.base_minor - each.recovered for each in lines]
    if minor > sum(left):
        raise UserError(
            say(
                "Line {line} gives back {credit}, but only {left} of this firm's costs on it is "
                "open. Enter that much here, and the rest as a receipt.",
                line=line.position,
                credit=show_minor(minor, invoice.base_currency),
                left=show_minor(sum(left), invoice.base_currency),
            ),
            field="lines",
        )
    for expense, part in zip(lines, credited(minor, left), strict=True):
        if part:
            count_back(unit, expense, part, invoice.reference, invoice.on_day)
            entered.lines.append(
                Line(Account.PATENT_COSTS, -part, invoice.base_currency, expense.case_id)
            )


@action(undo=Undo.REVERSE)
def pay_invoice(unit: Unit, request: PayInvoice) -> int:
    """Book the payment of a bill on a day, and return its entry's id. Refuses one paid or reversed."""
    invoice = unit.session.get_one(FirmInvoice, request.invoice_id)
    _refuse_reversed(invoice)
    if invoice.paid_on is not None:
        raise UserError(
            say(
                "{number} was paid on {day}.",
                number=invoice.number,
                day=invoice.paid_on.isoformat(),
            )
        )
    check_day(request.on_day, unit.today, closed_until(unit.session), "on_day")
    if request.on_day < invoice.on_day:
        raise UserError(
            say(
                "It is dated {day}. Enter the day it was paid, then or later.",
                day=invoice.on_day.isoformat(),
            ),
            field="on_day",
        )
    unit.claim(invoice, request.version)
    unit.about(invoice.reference)
    firm = str(Reference(Organisation.__tablename__, invoice.firm_id))
    lines = [
        Line(Account.SUPPLIERS, invoice.total, invoice.currency, party=firm),
        Line(Account.BANK, -invoice.total, invoice.currency),
    ]
    entry = book(unit, request.on_day, invoice.number, invoice.reference, lines)
    invoice.paid_on, invoice.paid_by_id = request.on_day, entry.id
    return entry.id


@action(undo=Undo.REVERSE)
def take_back_payment(unit: Unit, request: ReverseInvoice) -> int:
    """Book the mirror of a bill's payment, with the reason, and return its entry's id."""
    invoice = unit.session.get_one(FirmInvoice, request.invoice_id)
    if invoice.paid_by_id is None:
        raise UserError(say("{number} is not paid yet.", number=invoice.number))
    _owe_reason(request)
    unit.claim(invoice, request.version)
    unit.about(invoice.reference)
    entry = reverse_entry(unit, invoice.paid_by_id, request.on_day, request.reason)
    invoice.paid_on, invoice.paid_by_id = None, None
    return entry.id


@action(undo=Undo.REVERSE)
def reverse_invoice(unit: Unit, request: ReverseInvoice) -> int:
    """Book the mirror of a bill with all its lines, and return its entry's id.

    Refuses one that is paid, and one whose costs were recovered, asked for or written off since.
    """
    invoice = unit.session.get_one(FirmInvoice, request.invoice_id)
    _refuse_reversed(invoice)
    _owe_reason(request)
    if invoice.paid_on is not None:
        raise UserError(
            say("{number} is paid: take the payment back first.", number=invoice.number)
        )
    ids = select(FirmInvoiceLine.id).where(FirmInvoiceLine.invoice_id == invoice.id)
    expenses = unit.session.scalars(select(Expense).where(Expense.line_id.in_(ids))).all()
    for expense in expenses:
        if expense.recovered or expense.state != "recoverable":
            raise UserError(
                say(
                    "{number} of it was recovered, asked for or written off: take that back first.",
                    number=expense.number,
                )
            )
    unit.claim(invoice, request.version)
    unit.about(invoice.reference)
    unsettle(unit, invoice.reference, request.on_day, request.reason)
    first = select(func.min(JournalEntry.id)).where(JournalEntry.source == str(invoice.reference))
    entry = reverse_entry(unit, unit.session.scalars(first).one(), request.on_day, request.reason)
    invoice.reversed_by_id = entry.id
    for expense in expenses:
        expense.reversed_by_id, expense.version = entry.id, expense.version + 1
    return entry.id


def _refuse_reversed(invoice: FirmInvoice) -> None:
    if invoice.reversed_by_id is not None:
        raise UserError(say("{number} has been reversed already.", number=invoice.number))


def _owe_reason(request: ReverseInvoice) -> None:
    if not request.reason.strip():
        raise UserError(say("Say why: a reason is kept with this."), field="reason")
