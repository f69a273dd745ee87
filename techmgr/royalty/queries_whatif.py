"""What if a case's or licence's receipts had been shared under another policy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.agreements.model import Agreement
from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.ledger.model import Expense, ReceiptPart
from techmgr.ledger.model import Receipt as Booked
from techmgr.royalty.comparing import Difference, differences, over_time
from techmgr.royalty.event import Receipt
from techmgr.royalty.gathering import NOT_SHARED
from techmgr.royalty.policy import Policy
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: a case, a licence or one receipt, and what came in and was spent."""

    title: str
    currency: str
    receipts: Sequence[Receipt]
    expenses: int


def subject_of(session: Session, reference: Reference) -> Subject:
    """Return the receipts and expenses of a `technology`, an `agreement` or a `receipt`.

    Reversed receipts and repaid patent costs are left out; expenses are those of its cases.
    Raises UserError when nothing was received.
    """
    chosen = {
        "technology": ReceiptPart.case_id == reference.id,
        "agreement": Booked.source == str(reference),
        "receipt": Booked.id == reference.id,
    }[reference.kind]
    rows = session.execute(
        select(
            Booked.number,
            Booked.received,
            Booked.base_currency,
            ReceiptPart.case_id,
            func.sum(ReceiptPart.minor),
        )
        .join(ReceiptPart, ReceiptPart.receipt_id == Booked.id)
        .where(chosen, Booked.reversed_by_id.is_(None), Booked.income_type.not_in(NOT_SHARED))
        .group_by(
            Booked.id, Booked.number, Booked.received, Booked.base_currency, ReceiptPart.case_id
        )
        .order_by(Booked.received, Booked.id)
    ).all()
    if not rows:
        raise UserError(say("Nothing that is shared has been received here yet."))
    receipts = [Receipt(number, int(minor), on) for number, on, _, _, minor in rows]
    cases = {row[3] for row in rows}
    return Subject(_title(session, reference), rows[0][2], receipts, _expenses(session, cases))


def _expenses(session: Session, cases: set[int]) -> int:
    summed = select(func.coalesce(func.sum(Expense.base_minor), 0)).where(
        Expense.case_id.in_(cases),
        Expense.reversed_by_id.is_(None),
        Expense.payer == "office",
        Expense.state.in_(("recoverable", "recovered")),
    )
    return int(session.scalar(summed) or 0)


def _title(session: Session, reference: Reference) -> str:
    if reference.kind == "technology":
        case = session.get_one(Case, reference.id)
        return f"{case.number}  {case.title}"
    if reference.kind == "agreement":
        agreement = session.get_one(Agreement, reference.id)
        return f"{agreement.number}  {agreement.title}"
    return session.get_one(Booked, reference.id).number


def what_if(
    session: Session,
    reference: Reference,
    one: Policy,
    other: Policy,
    chosen: Mapping[str, Fraction] = MappingProxyType({}),
) -> tuple[Subject, list[Difference]]:
    """Return what a case, licence or receipt gave each party under two policies, from the beginning."""
    subject = subject_of(session, reference)
    first, second = (
        over_time(policy, subject.receipts, subject.expenses, chosen) for policy in (one, other)
    )
    return subject, differences((one, first), (other, second))
