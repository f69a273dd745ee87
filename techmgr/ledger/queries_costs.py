"""Reads of costs others bear and of firms' bills: what is open per case, who owes it, claims."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from techmgr.core.money import Money
from techmgr.ledger.accounts import REPAID
from techmgr.ledger.model import (
    CostClaim,
    CostPayer,
    CostRecovery,
    Expense,
    FirmInvoice,
    FirmInvoiceLine,
    Receipt,
)
from techmgr.people.model import Organisation
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class PayerRow:
    """Who bears a share of a case's costs from a day on."""

    payer: str
    organisation_id: int | None
    name: str
    share: Fraction
    valid_from: date | None


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """A firm's bill as lists show it; `base` in the office's currency."""

    id: int
    version: int
    firm_id: int
    firm: str
    number: str
    on_day: date
    total: Money
    base: Money
    lines: int
    due_on: date | None
    paid_on: date | None
    reversed: bool
    memo: str


@dataclass(frozen=True, slots=True)
class InvoiceLineRow:
    """A line of a bill; `subject` is a reference to a right or a case."""

    position: int
    subject: str
    kind: str
    text: str
    service_day: date
    amount: Money


@dataclass(frozen=True, slots=True)
class CostRow:
    """What one payer bears of a cost, with its state; amounts in the office's currency.

    `back` came back (by distribution, repayment or credit), `left` did not.
    """

    id: int
    version: int
    number: str
    on_day: date
    case_id: int
    case_number: str
    case_title: str
    subject: str
    kind: str
    supplier: str
    invoice: str
    text: str
    amount: Money
    base: Money
    back: Money
    left: Money
    payer: str
    payer_id: int | None
    payer_name: str
    state: str
    since: date
    reason: str
    claim_id: int | None
    claim: str
    reversed: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim for costs: asked for, come back, and still open."""

    id: int
    version: int
    number: str
    organisation_id: int
    organisation: str
    on_day: date
    state: str
    reason: str
    asked: Money
    back: Money
    left: Money


@dataclass(frozen=True, slots=True)
class CaseCosts:
    """What a case cost, and where it stands: spent = back + written off + left."""

    case_id: int
    number: str
    title: str
    spent: Money
    back: Money
    written_off: Money
    left: Money
    asked: Money  # the part of `left` that stands on a claim
    others: Money  # the part of `left` that others bear


@dataclass(frozen=True, slots=True)
class Waiting:
    """Costs repaid before they were entered: what of a receipt settles nothing yet."""

    receipt_id: int
    number: str
    received: date
    payer: str
    left: Money


def payers_on(session: Session, case_id: int, day: date) -> list[PayerRow]:
    """Return who bears a case's costs on a day; none means the office bears all."""
    newest = select(func.max(CostPayer.valid_from)).where(
        CostPayer.case_id == case_id, CostPayer.valid_from <= day
    )
    rows = session.execute(
        select(CostPayer, Organisation.name)
        .outerjoin(Organisation, Organisation.id == CostPayer.organisation_id)
        .where(CostPayer.case_id == case_id, CostPayer.valid_from == newest.scalar_subquery())
        .order_by(CostPayer.position)
    )
    return [
        PayerRow(
            each.payer,
            each.organisation_id,
            name or "",
            Fraction(each.numerator, each.denominator),
            each.valid_from,
        )
        for each, name in rows
    ]


def invoices(session: Session, *, limit: int = 1_000) -> list[InvoiceRow]:
    """Return firms' bills, newest first."""
    counted = (
        select(FirmInvoiceLine.invoice_id, func.count().label("lines"))
        .group_by(FirmInvoiceLine.invoice_id)
        .subquery()
    )
    rows = session.execute(
        select(FirmInvoice, Organisation.name, counted.c.lines)
        .join(Organisation, Organisation.id == FirmInvoice.firm_id)
        .join(counted, counted.c.invoice_id == FirmInvoice.id)
        .order_by(FirmInvoice.on_day.desc(), FirmInvoice.id.desc())
        .limit(limit)
    )
    return [
        InvoiceRow(
            each.id,
            each.version,
            each.firm_id,
            firm,
            each.number,
            each.on_day,
            Money(each.total, each.currency),
            Money(each.base_minor, each.base_currency),
            lines,
            each.due_on,
            each.paid_on,
            each.reversed_by_id is not None,
            each.memo,
        )
        for each, firm, lines in rows
    ]


def lines_of_invoice(session: Session, invoice_id: int) -> list[InvoiceLineRow]:
    """Return the lines of a bill in the order printed."""
    currency = session.get_one(FirmInvoice, invoice_id).currency
    rows = session.scalars(
        select(FirmInvoiceLine)
        .where(FirmInvoiceLine.invoice_id == invoice_id)
        .order_by(FirmInvoiceLine.position)
    )
    return [
        InvoiceLineRow(
            each.position,
            each.subject,
            each.kind,
            each.text,
            each.service_day,
            Money(each.minor, currency),
        )
        for each in rows
    ]


def cost_rows(
    session: Session,
    *,
    case_id: int | None = None,
    claim_id: int | None = None,
    only_open: bool = False,
    limit: int = 5_000,
) -> list[CostRow]:
    """Return lines of costs, newest first: all, of a case, of a claim, or those not yet recovered."""
    rows = _costs()
    if case_id is not None:
        rows = rows.where(Expense.case_id == case_id)
    if claim_id is not None:
        rows = rows.where(Expense.claim_id == claim_id)
    if only_open:
        rows = rows.where(
            Expense.state.in_(("recoverable", "invoiced")), Expense.reversed_by_id.is_(None)
        )
    rows = rows.order_by(Expense.on_day.desc(), Expense.id.desc()).limit(limit)
    return [_cost(found) for found in session.execute(rows)]


def _costs() -> Any:
    supplier, payer = aliased(Organisation), aliased(Organisation)
    return (
        select(Expense, Case.number, Case.title, supplier.name, payer.name, CostClaim.number)
        .join(Case, Case.id == Expense.case_id)
        .outerjoin(supplier, supplier.id == Expense.supplier_id)
        .outerjoin(payer, payer.id == Expense.payer_id)
        .outerjoin(CostClaim, CostClaim.id == Expense.claim_id)
    )


def _cost(found: Any) -> CostRow:
    each, number, title, supplier, payer, claim = found
    is_open = each.state in {"recoverable", "invoiced"} and each.reversed_by_id is None
    left = each.base_minor - each.recovered if is_open else 0
    return CostRow(
        id=each.id,
        version=each.version,
        number=each.number,
        on_day=each.on_day,
        case_id=each.case_id,
        case_number=number,
        case_title=title,
        subject=each.subject,
        kind=each.kind,
        supplier=supplier or "",
        invoice=each.invoice,
        text=each.memo,
        amount=Money(each.amount, each.currency),
        base=Money(each.base_minor, each.base_currency),
        back=Money(each.recovered, each.base_currency),
        left=Money(left, each.base_currency),
        payer=each.payer,
        payer_id=each.payer_id,
        payer_name=payer or "",
        state=each.state,
        since=each.since or each.on_day,
        reason=each.reason,
        claim_id=each.claim_id,
        claim=claim or "",
        reversed=each.reversed_by_id is not None,
    )


def costs_by_case(session: Session, currency: str) -> list[CaseCosts]:
    """Return every case with costs in the office's currency, most left to recover first."""
    rows = [row for row in cost_rows(session, limit=1_000_000) if not row.reversed]
    found: dict[int, list[CostRow]] = {}
    for row in rows:
        if row.base.currency == currency:
            found.setdefault(row.case_id, []).append(row)
    summed = [_summed(lines, currency) for lines in found.values()]
    return sorted(summed, key=lambda each: (-each.left.minor, each.number))


def costs_of_case(session: Session, case_id: int, currency: str) -> CaseCosts | None:
    """Return where the costs of one case stand, or None when it has none."""
    rows = [row for row in cost_rows(session, case_id=case_id) if not row.reversed]
    own = [row for row in rows if row.base.currency == currency]
    return _summed(own, currency) if own else None


def _summed(lines: list[CostRow], currency: str) -> CaseCosts:
    given_up = [row for row in lines if row.state == "written_off"]

    def total(minors: list[int]) -> Money:
        return Money(sum(minors), currency)

    first = lines[0]
    return CaseCosts(
        first.case_id,
        first.case_number,
        first.case_title,
        total([row.base.minor for row in lines]),
        total([row.back.minor for row in lines]),
        total([row.base.minor - row.back.minor for row in given_up]),
        total([row.left.minor for row in lines]),
        total([row.left.minor for row in lines if row.state == "invoiced"]),
        total([row.left.minor for row in lines if row.payer != "office"]),
    )


def claims(session: Session) -> list[ClaimRow]:
    """Return claims for costs, newest first."""
    open_left = func.sum(Expense.base_minor - Expense.recovered)
    left = (
        select(Expense.claim_id, open_left.label("minor"))
        .where(Expense.state == "invoiced")
        .group_by(Expense.claim_id)
        .subquery()
    )
    rows = session.execute(
        select(CostClaim, Organisation.name, func.coalesce(left.c.minor, 0))
        .join(Organisation, Organisation.id == CostClaim.organisation_id)
        .outerjoin(left, left.c.claim_id == CostClaim.id)
        .order_by(CostClaim.id.desc())
    )
    back = _back_by_claim(session)
    return [
        ClaimRow(
            each.id,
            each.version,
            each.number,
            each.organisation_id,
            name,
            each.on_day,
            each.state,
            each.reason,
            Money(each.minor, each.currency),
            Money(back.get(each.id, 0), each.currency),
            Money(int(minor), each.currency),
        )
        for each, name, minor in rows
    ]


def _back_by_claim(session: Session) -> dict[int, int]:
    """Return what came back of each claim since it was made, in minor units."""
    rows = session.execute(
        select(Expense.claim_id, func.sum(CostRecovery.minor))
        .join(Expense, Expense.id == CostRecovery.expense_id)
        .join(CostClaim, CostClaim.id == Expense.claim_id)
        .where(CostRecovery.on_day >= CostClaim.on_day)
        .group_by(Expense.claim_id)
    )
    return {claim_id: int(minor) for claim_id, minor in rows if claim_id is not None}


def repaid_waiting(session: Session) -> list[Waiting]:
    """Return repayments of costs of which a part settles nothing yet, oldest first."""
    settled = (
        select(CostRecovery.source, func.sum(CostRecovery.minor).label("minor"))
        .group_by(CostRecovery.source)
        .subquery()
    )
    rows = session.execute(
        select(Receipt, Organisation.name, func.coalesce(settled.c.minor, 0))
        .outerjoin(Organisation, Organisation.id == Receipt.payer_id)
        .outerjoin(settled, settled.c.source == func.concat("receipt:", Receipt.id))
        .where(Receipt.income_type == REPAID, Receipt.reversed_by_id.is_(None))
        .where(Receipt.base_minor > func.coalesce(settled.c.minor, 0))
        .order_by(Receipt.received, Receipt.id)
    )
    return [
        Waiting(
            each.id,
            each.number,
            each.received,
            payer or "",
            Money(each.base_minor - int(minor), each.base_currency),
        )
        for each, payer, minor in rows
    ]
