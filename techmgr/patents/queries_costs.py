"""Reads beside the lists of costs: a case's lines and payers, a bill's lines by name, a claim's lines."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.references import reference
from techmgr.ledger.queries_costs import (
    CostRow,
    InvoiceLineRow,
    PayerRow,
    cost_rows,
    lines_of_invoice,
    payers_on,
)
from techmgr.patents.model import Right
from techmgr.technology.model import Case


def case_beside(
    session: Session, case_id: int, today: date
) -> tuple[list[CostRow], list[PayerRow]]:
    """Return the lines of a case and who bears its costs now."""
    return cost_rows(session, case_id=case_id), payers_on(session, case_id, today)


def claim_beside(session: Session, claim_id: int) -> list[CostRow]:
    """Return the lines of a claim."""
    return cost_rows(session, claim_id=claim_id)


def invoice_beside(
    session: Session, invoice_id: int
) -> tuple[list[InvoiceLineRow], dict[str, str]]:
    """Return the lines of a bill, and what each right or case is called, by its reference."""
    lines = lines_of_invoice(session, invoice_id)
    return lines, {each.subject: subject_words(session, each.subject) for each in lines}


def subject_words(session: Session, subject: str) -> str:
    """Return what a right or a case is called: US 18/100,053, or 24-017."""
    found = reference(subject)
    if found.kind == Case.__tablename__:
        return session.scalar(select(Case.number).where(Case.id == found.id)) or subject
    right = session.get(Right, found.id)
    if right is None:
        return subject
    return f"{right.country} {right.grant_number or right.application_number or right.title}"
