"""What comes back of a case's costs without a distribution: repaid by others, credited by a firm."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import case, func, select

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.ledger.accounts import Account, Line
from techmgr.ledger.booking import first_open_day
from techmgr.ledger.model import (
    CostClaim,
    CostRecovery,
    Expense,
    JournalEntry,
    Receipt,
    ReceiptPart,
)
from techmgr.ledger.posting import book, reverse_entry
from techmgr.ledger.queries import closed_until
from techmgr.storage.unit import Unit


def state_now(expense: Expense) -> str:
    """Return the state a line has by what came back of it: recovered, invoiced or recoverable."""
    if expense.recovered == expense.base_minor:
        return "recovered"
    return "invoiced" if expense.claim_id is not None else "recoverable"


def refuse_given_up(expense: Expense, minor: int) -> None:
    """Refuse to take back (negative minor units) what came back of a line written off since.

    The write-off booked what was left on its day; with less recovered it would no longer be all.
    """
    if minor < 0 and expense.state == "written_off":
        raise UserError(
            say(
                "The rest of {number} was written off after a part came back. Take the write-off "
                "back first, under Lines of Patent costs; then this can be booked.",
                number=expense.number,
            )
        )


def count_back(unit: Unit, expense: Expense, minor: int, source: Reference, day: date) -> None:
    """Count minor units as come back of a line (negative: not any more), and set its state."""
    refuse_given_up(expense, minor)
    unit.session.add(
        CostRecovery(expense_id=expense.id, source=str(source), on_day=day, minor=minor)
    )
    expense.recovered += minor
    if expense.state != "written_off":
        expense.state = state_now(expense)
    expense.since = day
    expense.version += 1
    unit.session.flush()
    if expense.claim_id is not None:
        close_claim(unit, expense.claim_id)


def close_claim(unit: Unit, claim_id: int) -> None:
    """Settle a claim when nothing is left of its lines, or open it again."""
    claim = unit.session.get_one(CostClaim, claim_id)
    left = unit.session.scalar(
        select(func.count())
        .select_from(Expense)
        .where(Expense.claim_id == claim_id, Expense.state == "invoiced")
    )
    claim.state = "open" if left else "settled"
    claim.version += 1


def settle(unit: Unit, receipt: Receipt, claim_id: int | None = None) -> int:
    """Let repaid patent costs settle open lines of their cases; returns the minor units that did.

    First what the payer was asked for (the claim it names before others), then what else it
    bears, then the office's own lines, oldest first. What is left over waits for costs to come and is never shared out.
    """
    day, lines = receipt.received, list[Line]()
    parts = select(ReceiptPart).where(ReceiptPart.receipt_id == receipt.id)
    for part in unit.session.scalars(parts.order_by(ReceiptPart.id)).all():
        waits = part.minor - _settled(unit, receipt, part.case_id)
        for expense in _open_lines(unit, part.case_id, receipt.payer_id, claim_id):
            minor = min(waits, expense.base_minor - expense.recovered)
            if minor:
                count_back(unit, expense, minor, receipt.reference, day)
                lines += _moved(minor, receipt, part.case_id)
            waits -= minor
    if lines:
        open_day = first_open_day(day, closed_until(unit.session))
        book(unit, open_day, "Costs repaid", receipt.reference, lines)
    return sum(line.minor for line in lines if line.account is Account.UNDISTRIBUTED)


def _moved(minor: int, receipt: Receipt, case_id: int) -> Iterable[Line]:
    currency = receipt.base_currency
    yield Line(Account.UNDISTRIBUTED, minor, currency, case_id, receipt.source)
    yield Line(Account.PATENT_COSTS, -minor, currency, case_id)


def _settled(unit: Unit, receipt: Receipt, case_id: int) -> int:
    summed = unit.session.scalar(
        select(func.sum(CostRecovery.minor))
        .join(Expense, Expense.id == CostRecovery.expense_id)
        .where(CostRecovery.source == str(receipt.reference), Expense.case_id == case_id)
    )
    return int(summed or 0)


def _open_lines(
    unit: Unit, case_id: int, payer_id: int | None, claim_id: int | None
) -> Sequence[Expense]:
    """Return the lines a payment may settle; without a payer only those the office bears."""
    own = Expense.payer == "office"
    theirs = Expense.payer_id == payer_id if payer_id is not None else own
    unnamed = (Expense.payer != "office") & Expense.payer_id.is_(None)
    order = case(
        (Expense.claim_id == claim_id, -1),
        (theirs & (Expense.state == "invoiced"), 0),
        (theirs & ~own, 1),
        (unnamed, 2),
        else_=3,
    )
    return unit.session.scalars(
        select(Expense)
        .where(Expense.case_id == case_id, Expense.reversed_by_id.is_(None))
        .where(Expense.state.in_(("recoverable", "invoiced")), theirs | own | unnamed)
        .order_by(order, Expense.on_day, Expense.id)
    ).all()


def unsettle(unit: Unit, source: Reference, day: date, reason: str) -> None:
    """Take back what a receipt or an invoice settled: the lines are open again."""
    net = func.sum(CostRecovery.minor)
    rows = unit.session.execute(
        select(CostRecovery.expense_id, net)
        .where(CostRecovery.source == str(source))
        .group_by(CostRecovery.expense_id)
        .having(net != 0)
    )
    for expense_id, minor in rows.all():
        expense = unit.session.get_one(Expense, expense_id)
        count_back(unit, expense, -int(minor), source, day)
    for entry_id in _settlements(unit, source):
        reverse_entry(unit, entry_id, day, reason)


def _settlements(unit: Unit, source: Reference) -> list[int]:
    """Return the entries of a receipt besides the first, which is its own booking."""
    if source.kind != Receipt.__tablename__:
        return []
    mirrored = select(JournalEntry.reverses_id).where(JournalEntry.reverses_id.is_not(None))
    chosen = (JournalEntry.source == str(source), JournalEntry.reverses_id.is_(None))
    found = unit.session.scalars(
        select(JournalEntry.id)
        .where(*chosen, JournalEntry.id.not_in(mirrored))
        .order_by(JournalEntry.id)
    ).all()
    first = unit.session.scalar(select(func.min(JournalEntry.id)).where(*chosen))
    return [each for each in found if each != first]
