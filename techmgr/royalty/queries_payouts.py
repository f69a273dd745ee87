"""Reads of payouts: what a run pays to whom, where it goes, and what is left of it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.core.references import reference
from techmgr.ledger.accounts import Account
from techmgr.ledger.model import Posting
from techmgr.people.queries import AccountRow, account_on
from techmgr.royalty.model import Run, RunEvent, RunShare

UNKNOWN = "unknown"  # the route of a person nobody has recorded an account of


@dataclass(frozen=True, slots=True)
class Payout:
    """What a payee of a run is paid, in minor units of the run's currency; above zero always.

    `due` is the payee's part of the run; `paid` is less where an earlier run was taken back.
    """

    payee: str
    name: str
    due: int
    paid: int
    route: str
    account: str
    use: str


def payouts_of(session: Session, run_id: int) -> list[Payout]:
    """Return what a run pays, by route and name: as booked when paid, else as it would be now.

    Nobody is paid more than stands on their account: a payee who is due 150.00 from this run
    after 100.00 of an earlier one was taken back is paid 50.00.
    """
    run = session.get_one(Run, run_id)
    due = _due(session, run)
    paid = _paid(session, run) if run.payment_id else _payable(session, run, due)
    day = run.posted_on or run.through
    found = [
        _payout(session, day, payee, (name, minor, paid.get(payee, 0)))
        for payee, (name, minor) in due.items()
        if paid.get(payee, 0) > 0
    ]
    return sorted(found, key=lambda each: (each.route, each.name.casefold()))


def _due(session: Session, run: Run) -> dict[str, tuple[str, int]]:
    rows = session.execute(
        select(RunShare.payee, func.min(RunShare.payee_name), func.sum(RunShare.minor))
        .join(RunEvent, RunEvent.id == RunShare.event_id)
        .where(RunEvent.run_id == run.id, RunShare.account == Account.PAYABLE.value)
        .group_by(RunShare.payee)
    )
    return {payee: (name, int(minor)) for payee, name, minor in rows}


def _payable(session: Session, run: Run, due: dict[str, tuple[str, int]]) -> dict[str, int]:
    rows = session.execute(
        select(Posting.party, -func.sum(Posting.minor))
        .where(Posting.account == Account.PAYABLE.value, Posting.currency == run.currency)
        .where(Posting.party.in_(due))
        .group_by(Posting.party)
    )
    owed = {str(party): int(minor) for party, minor in rows}
    if run.state in {"draft", "approved"}:
        # What stands on the account after the posting that has not happened yet.
        owed = {payee: owed.get(payee, 0) + minor for payee, (_, minor) in due.items()}
    return {payee: min(minor, owed.get(payee, 0)) for payee, (_, minor) in due.items()}


def _paid(session: Session, run: Run) -> dict[str, int]:
    rows = session.execute(
        select(Posting.party, Posting.minor).where(
            Posting.entry_id == run.payment_id, Posting.account == Account.PAYABLE.value
        )
    )
    return {str(party): minor for party, minor in rows}


def _payout(session: Session, day: date, payee: str, row: tuple[str, int, int]) -> Payout:
    name, due, paid = row
    account = account_of(session, payee, day)
    if account is None:
        route = UNKNOWN if payee.startswith("person:") else ""
        return Payout(payee, name, due, paid, route, "", "")
    return Payout(payee, name, due, paid, account.route, account.account, account.permitted_use)


def account_of(session: Session, payee: str, day: date) -> AccountRow | None:
    """Return where a payee's money goes on a day; a fund of the policy (`party:…`) has no account."""
    if payee.startswith("party:"):
        return None
    found = reference(payee)
    if found.kind == "person":
        return account_on(session, day, person_id=found.id)
    return account_on(session, day, organisation_id=found.id)
