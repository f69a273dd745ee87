"""Reads of the ledger: rows of receipts and expenses, balances, what is not yet recovered."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from techmgr.core.money import Money
from techmgr.ledger.accounts import Account
from techmgr.ledger.model import (
    ExchangeRate,
    Expense,
    JournalEntry,
    Period,
    Posting,
    Receipt,
    ReceiptPart,
)
from techmgr.people.model import Organisation


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt as lists show it; `base` in the office's currency."""

    id: int
    number: str
    received: date
    payer: str
    source: str | None
    income_type: str
    gross: Money
    base: Money
    memo: str
    reversed: bool


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    """An expense line as lists show it; `base` and `recovered` in the office's currency."""

    id: int
    number: str
    on_day: date
    case_id: int
    subject: str
    kind: str
    supplier: str
    invoice: str
    amount: Money
    base: Money
    recovered: Money
    payer: str
    state: str
    reversed: bool


@dataclass(frozen=True, slots=True)
class Balance:
    """What stands on an account in one currency, debit positive."""

    account: Account
    party: str | None
    amount: Money


def closed_until(session: Session) -> date | None:
    """Return the last day of the closed period, or None."""
    return session.scalar(select(func.max(Period.until)))


def rate_on(session: Session, currency: str, base: str, day: date) -> tuple[int, Fraction] | None:
    """Return the newest stored rate not after a day, with its id; None when there is none."""
    found = session.scalars(
        select(ExchangeRate)
        .where(ExchangeRate.currency == currency, ExchangeRate.base_currency == base)
        .where(ExchangeRate.on_day <= day)
        .order_by(ExchangeRate.on_day.desc())
        .limit(1)
    ).first()
    return (found.id, Fraction(found.numerator, found.denominator)) if found else None


_RECEIPTS = (
    select(Receipt, Organisation.name)
    .outerjoin(Organisation, Organisation.id == Receipt.payer_id)
    .order_by(Receipt.received.desc(), Receipt.id.desc())
    .limit(bindparam("limit"))
)
_RECEIPTS_OF = _RECEIPTS.where(
    Receipt.id.in_(select(ReceiptPart.receipt_id).where(ReceiptPart.case_id == bindparam("case")))
)


def receipts_of(
    session: Session, *, case_id: int | None = None, source: str | None = None, limit: int = 500
) -> list[ReceiptRow]:
    """Return receipts, newest first: all, of a case, or under an agreement."""
    rows = _RECEIPTS_OF if case_id is not None else _RECEIPTS
    if source is not None:
        rows = rows.where(Receipt.source == source)
    found = session.execute(rows, {"case": case_id, "limit": limit})
    return [_receipt_row(receipt, payer) for receipt, payer in found]


def _receipt_row(receipt: Receipt, payer: str | None) -> ReceiptRow:
    return ReceiptRow(
        id=receipt.id,
        number=receipt.number,
        received=receipt.received,
        payer=payer or "",
        source=receipt.source,
        income_type=receipt.income_type,
        gross=Money(receipt.gross, receipt.currency),
        base=Money(receipt.base_minor, receipt.base_currency),
        memo=receipt.memo,
        reversed=receipt.reversed_by_id is not None,
    )


_EXPENSES = (
    select(Expense, Organisation.name)
    .outerjoin(Organisation, Organisation.id == Expense.supplier_id)
    .order_by(Expense.on_day.desc(), Expense.id.desc())
    .limit(bindparam("limit"))
)
_EXPENSES_OF = _EXPENSES.where(Expense.case_id == bindparam("case"))


def expenses_of(
    session: Session, *, case_id: int | None = None, limit: int = 500
) -> list[ExpenseRow]:
    """Return expense lines, newest first: all, or of a case."""
    rows = _EXPENSES_OF if case_id is not None else _EXPENSES
    found = session.execute(rows, {"case": case_id, "limit": limit})
    return [_expense_row(expense, supplier) for expense, supplier in found]


def _expense_row(expense: Expense, supplier: str | None) -> ExpenseRow:
    return ExpenseRow(
        id=expense.id,
        number=expense.number,
        on_day=expense.on_day,
        case_id=expense.case_id,
        subject=expense.subject,
        kind=expense.kind,
        supplier=supplier or "",
        invoice=expense.invoice,
        amount=Money(expense.amount, expense.currency),
        base=Money(expense.base_minor, expense.base_currency),
        recovered=Money(expense.recovered, expense.base_currency),
        payer=expense.payer,
        state=expense.state,
        reversed=expense.reversed_by_id is not None,
    )


_LEFT = (
    select(func.sum(Expense.base_minor - Expense.recovered))
    .where(Expense.case_id == bindparam("case"), Expense.reversed_by_id.is_(None))
    .where(
        Expense.state.in_(("recoverable", "invoiced")),
        Expense.base_currency == bindparam("currency"),
    )
)


def unrecovered(session: Session, case_id: int, currency: str) -> Money:
    """Return what was spent on a case and nobody has paid back, in the office's currency."""
    left = session.scalar(_LEFT, {"case": case_id, "currency": currency})
    return Money(int(left or 0), currency)


_RECEIVED = (
    select(func.sum(ReceiptPart.minor))
    .join(Receipt, Receipt.id == ReceiptPart.receipt_id)
    .where(ReceiptPart.case_id == bindparam("case"), Receipt.reversed_by_id.is_(None))
    .where(
        Receipt.received.between(bindparam("since"), bindparam("until")),
        Receipt.base_currency == bindparam("currency"),
    )
)


def received_by_case(
    session: Session, case_id: int, since: date, until: date, currency: str
) -> Money:
    """Return a case's gross income between two days, reversed receipts left out."""
    summed = session.scalar(
        _RECEIVED, {"case": case_id, "since": since, "until": until, "currency": currency}
    )
    return Money(int(summed or 0), currency)


def trial_balance(session: Session, on_day: date) -> list[Balance]:
    """Return every account's balance up to a day; per currency they sum to zero."""
    return _balances(session, _summed().where(JournalEntry.on_day <= on_day))


def balances_of(session: Session, party: str) -> list[Balance]:
    """Return what stands on the accounts of one party, such as a payee."""
    return _balances(session, _summed().where(Posting.party == party))


def _summed() -> Select[str, str | None, str, int]:
    return (
        select(Posting.account, Posting.party, Posting.currency, func.sum(Posting.minor))
        .join(JournalEntry, JournalEntry.id == Posting.entry_id)
        .group_by(Posting.account, Posting.party, Posting.currency)
        .order_by(Posting.account, Posting.party, Posting.currency)
    )


def _balances(session: Session, rows: Select[str, str | None, str, int]) -> list[Balance]:
    return [
        Balance(Account(account), party, Money(int(minor), currency))
        for account, party, currency, minor in session.execute(rows)
    ]
