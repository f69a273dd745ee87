"""What a run takes up: parts of receipts not yet distributed, and reversed ones that were."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from techmgr.agreements.model import Agreement
from techmgr.core.texts import Text, say
from techmgr.ledger.model import Receipt, ReceiptPart
from techmgr.people.model import Organisation
from techmgr.royalty.model import PolicyVersion, Run, RunEvent, RunReceipt
from techmgr.royalty.policy import Policy
from techmgr.royalty.queries_history import booked_besides
from techmgr.royalty.reading import parse_policy
from techmgr.technology.model import Case

REVERSED = "reversed"
# Repayment of patent costs is no income: it settles the expense it was invoiced for.
NOT_SHARED = frozenset({"patent_costs"})


@dataclass(frozen=True, slots=True)
class Waiting:
    """A part of a receipt a run can take up: minor units, negative when its receipt was reversed.

    With a `claim` it is no receipt but what that claim's reserve has set free.
    """

    part_id: int
    case_id: int
    case_number: str
    case_received: date | None
    source: str | None
    signed: date | None
    receipt: str
    payer: str
    income: str
    received: date
    currency: str
    minor: int
    claim: int = 0


def waiting(
    session: Session, through: date, currency: str, corrected: int | None = None
) -> list[Waiting]:
    """Return what has been received up to a day and not been distributed, oldest first.

    A run that is computed again (`corrected`) finds waiting what it took up itself.
    """
    taken = (
        select(RunReceipt.part_id, func.sum(RunReceipt.minor).label("minor"))
        .join(RunEvent, RunEvent.id == RunReceipt.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(*booked_besides(corrected))
        .group_by(RunReceipt.part_id)
        .subquery()
    )
    kept = case((Receipt.reversed_by_id.is_(None), ReceiptPart.minor), else_=0)
    due = (kept - func.coalesce(taken.c.minor, 0)).label("due")
    rows = session.execute(
        select(
            ReceiptPart.id,
            Case.id,
            Case.number,
            Case.received,
            Receipt.source,
            Receipt.number,
            func.coalesce(Organisation.name, ""),
            Receipt.income_type,
            Receipt.received,
            Receipt.base_currency,
            due,
        )
        .select_from(ReceiptPart)
        .join(Receipt, Receipt.id == ReceiptPart.receipt_id)
        .join(Case, Case.id == ReceiptPart.case_id)
        .outerjoin(Organisation, Organisation.id == Receipt.payer_id)
        .outerjoin(taken, taken.c.part_id == ReceiptPart.id)
        .where(Receipt.received <= through, Receipt.base_currency == currency, due != 0)
        .order_by(Receipt.received, Receipt.id, ReceiptPart.id)
    )
    # A join over a reference in text has no index to go by: it would be quadratic.
    dates = session.execute(select(Agreement.id, Agreement.signed))
    signed = {f"agreement:{number}": day for number, day in dates}
    found: list[tuple[Any, ...]] = [tuple(row) for row in rows]
    return [Waiting(*(*row[:5], signed.get(row[4] or ""), *row[5:])) for row in found]


def why_left_out(each: Waiting) -> Text | None:
    """Say why a part is not shared out, or None when it is."""
    if each.income in NOT_SHARED:
        return say("Repaid patent costs are no income: they settle the costs.")
    return None


def policies(session: Session) -> dict[int, Policy]:
    """Return every policy version of the office, parsed, with the office's own dates."""
    rows = session.scalars(select(PolicyVersion).order_by(PolicyVersion.id))
    return {row.id: dated(row) for row in rows}


def dated(row: PolicyVersion) -> Policy:
    """Parse a stored policy; it holds from the day the office said, not the template's."""
    policy = parse_policy(row.text)
    return replace(
        policy, valid_from=row.valid_from, valid_until=row.valid_until, version=str(row.id)
    )
