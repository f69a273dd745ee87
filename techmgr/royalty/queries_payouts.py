"""Reads of payouts: what a run pays to whom, where it goes, and what is left of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.core.references import Reference, reference
from techmgr.ledger.accounts import Account
from techmgr.ledger.model import Posting
from techmgr.people.model import Organisation, Person
from techmgr.people.queries import AccountRow, account_on
from techmgr.people.queries_accounts import accounts_on
from techmgr.royalty.model import Payment, PaymentLine, ReleasedPart, Run, RunEvent, RunShare

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

    @property
    def can_be_paid(self) -> bool:
        """Tell whether it is known where the money goes: an account, or within the institution."""
        return self.route != UNKNOWN


def payouts_of(session: Session, run_id: int) -> list[Payout]:
    """Return what a run pays, by route and name: as booked when paid, else as it would be now.

    Nobody is paid more than stands on their account: a payee who is due 150.00 from this run
    after 100.00 of an earlier one was taken back is paid 50.00.
    """
    run = session.get_one(Run, run_id)
    if run.payment_id is not None:
        return _by_route(_sent(session, run.payment_id))
    due = _due(session, run)
    paid = _payable(session, run, due)
    accounts = accounts_on(session, run.posted_on or run.through)
    return _by_route(
        [
            _payout(accounts.get(payee), payee, (name, minor, paid.get(payee, 0)))
            for payee, (name, minor) in due.items()
            if paid.get(payee, 0) > 0
        ]
    )


def by_use(payouts: Sequence[Payout]) -> dict[str, int]:
    """Sum what may be used for one thing only, such as research and education, in minor units."""
    found: dict[str, int] = {}
    for each in payouts:
        if each.use:
            found[each.use] = found.get(each.use, 0) + each.paid
    return found


def _by_route(payouts: Sequence[Payout]) -> list[Payout]:
    return sorted(payouts, key=lambda each: (each.route, each.name.casefold()))


def _sent(session: Session, entry_id: int) -> list[Payout]:
    """Return what a payment sent, with the accounts as they were then."""
    rows = session.scalars(
        select(PaymentLine)
        .join(Payment, Payment.id == PaymentLine.payment_id)
        .where(Payment.entry_id == entry_id)
    )
    return [
        Payout(
            each.payee,
            each.payee_name,
            each.minor,
            each.minor,
            each.route,
            each.account,
            each.permitted_use,
        )
        for each in rows
    ]


def owed_now(session: Session, day: date, currency: str) -> list[Payout]:
    """Return what stands on payees' accounts besides what posted runs will pay, by route and name."""
    rows = session.execute(
        select(Posting.party, -func.sum(Posting.minor))
        .where(Posting.account == Account.PAYABLE.value, Posting.currency == currency)
        .group_by(Posting.party)
    )
    owed = {str(party): int(minor) for party, minor in rows if party}
    unpaid = select(Run).where(Run.state == "posted", Run.currency == currency)
    for run in session.scalars(unpaid):
        for payee, (_, minor) in _due(session, run).items():
            owed[payee] = owed.get(payee, 0) - minor
    names, accounts = payee_names(session), accounts_on(session, day)
    return _by_route(
        [
            _payout(accounts.get(payee), payee, (names.get(payee, payee), minor, minor))
            for payee, minor in owed.items()
            if minor > 0
        ]
    )


def payee_names(session: Session, payee: str | None = None) -> dict[str, str]:
    """Return what every payee, or one, is called, by reference; a fund as it was called last."""
    found: dict[str, str] = {}
    for table in (RunShare, ReleasedPart):
        newest = select(func.max(table.id)).group_by(table.payee)
        if payee is not None:
            newest = newest.where(table.payee == payee)
        rows = session.execute(select(table.payee, table.payee_name).where(table.id.in_(newest)))
        for named, name in rows:
            found[str(named)] = str(name)
    return found | _called_now(session, found)


def _called_now(session: Session, payees: Iterable[str]) -> dict[str, str]:
    """Return the names of persons and organisations as recorded now: a merged one's parts are the kept one's."""
    asked = set(payees)
    found: dict[str, str] = {}
    for kind in (Person, Organisation):
        rows = session.execute(select(kind.id, kind.name))
        found |= {str(Reference(kind.__tablename__, key)): str(name) for key, name in rows}
    return {payee: name for payee, name in found.items() if payee in asked}


def _due(session: Session, run: Run) -> dict[str, tuple[str, int]]:
    rows = session.execute(
        select(RunShare.payee, func.min(RunShare.payee_name), func.sum(RunShare.minor))
        .join(RunEvent, RunEvent.id == RunShare.event_id)
        .where(RunEvent.run_id == run.id, RunShare.account == Account.PAYABLE.value)
        .group_by(RunShare.payee)
    )
    found = {payee: (name, int(minor)) for payee, name, minor in rows}
    called = _called_now(session, found)
    return {payee: (called.get(payee, name), minor) for payee, (name, minor) in found.items()}


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


def _payout(account: AccountRow | None, payee: str, row: tuple[str, int, int]) -> Payout:
    name, due, paid = row
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
