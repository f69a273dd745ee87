"""One agreement on one page: parties, cases, terms in force on a day, money, documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.agreements.model import Term
from techmgr.agreements.queries import (
    AgreementRow,
    CaseShare,
    PartyRow,
    TermRow,
    agreement_by_id,
    cases_of,
    parties_of,
    terms_in_force,
)
from techmgr.core.references import Reference
from techmgr.documents.queries import FileRow, files_of
from techmgr.ledger.queries import ReceiptRow, receipts_of


@dataclass(frozen=True, slots=True)
class AgreementFile:
    """Everything about one agreement; `terms` are those in force on `day` (dates of validity)."""

    row: AgreementRow
    day: date
    parties: Sequence[PartyRow]
    cases: Sequence[CaseShare]
    terms: Sequence[TermRow]
    changes: Sequence[date]
    receipts: Sequence[ReceiptRow]
    files: Sequence[FileRow]


def agreement_file(session: Session, agreement_id: int, day: date) -> AgreementFile:
    """Return everything about one agreement. Raises NoResultFound when there is none."""
    return AgreementFile(
        row=agreement_by_id(session, agreement_id),
        day=day,
        parties=parties_of(session, agreement_id),
        cases=cases_of(session, agreement_id),
        terms=terms_in_force(session, agreement_id, day),
        changes=days_of_change(session, agreement_id),
        receipts=receipts_of(session, source=f"agreement:{agreement_id}"),
        files=files_of(session, Reference("agreement", agreement_id)),
    )


def days_of_change(session: Session, agreement_id: int) -> list[date]:
    """Return the days on which a term begins, or is no longer in force, in order."""
    rows = session.execute(
        select(Term.from_day, Term.until_day).where(Term.agreement_id == agreement_id)
    )
    days: set[date] = set()
    for begins, until in rows:
        days.add(begins)
        if until is not None:
            days.add(until + timedelta(days=1))
    return sorted(days)
