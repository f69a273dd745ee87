"""Reads of payees' accounts, all of the office at once."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.people.model import PayeeAccount
from techmgr.people.queries import AccountRow


def accounts_on(session: Session, day: date) -> dict[str, AccountRow]:
    """Return every payee's account on a day, by the payee's reference in text (`person:4`)."""
    rows = session.scalars(
        select(PayeeAccount)
        .where(PayeeAccount.from_day <= day)
        .where(PayeeAccount.until_day.is_(None) | (PayeeAccount.until_day >= day))
        .order_by(PayeeAccount.from_day, PayeeAccount.id)
    )
    return {_payee(each): _row(each) for each in rows}


def _payee(each: PayeeAccount) -> str:
    if each.person_id is not None:
        return f"person:{each.person_id}"
    return f"organisation:{each.organisation_id}"


def _row(each: PayeeAccount) -> AccountRow:
    return AccountRow(
        each.id,
        each.person_id,
        each.organisation_id,
        each.route,
        each.account,
        each.tax_number,
        each.permitted_use,
        each.from_day,
        each.until_day,
    )
